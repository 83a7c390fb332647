// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainworker.h"

#include "secrets/keychainbus.h"
#include "secrets/keychainerrors.h"

#include <qt6keychain/keychain.h>

namespace nexus {

namespace {

// What became of \a job; nothing when it was done.
std::optional<Error> problemOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return std::nullopt;
    case QKeychain::EntryNotFound:
        // A locked keyring whose prompt was turned away looks as if it were empty.
        return keychainbus::isLocked() ? keychain::locked() : keychain::missing(job.key());
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return keychain::locked();
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return keychain::absent(QStringLiteral("There is no keyring on this system."));
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return keychain::failed(job.errorString());
}

Result<void> asResult(const std::optional<Error> &problem)
{
    return problem ? Result<void>(failure(*problem)) : Result<void>();
}

} // namespace

KeychainWorker::KeychainWorker(QString service)
    : m_service(std::move(service))
    , m_loop(this)
{ }

KeychainWorker::~KeychainWorker() = default;

void KeychainWorker::read(const QString &key, const KeychainBackend::ReadDone &done)
{
    enqueue([this, key, done] {
        if (const std::optional<Error> absence = keychainbus::absence()) {
            done(failure(*absence));
            startNext();
            return;
        }
        auto *job = new QKeychain::ReadPasswordJob(m_service);
        job->setKey(key);
        run(job, [job, done] {
            const std::optional<Error> problem = problemOf(*job);
            done(problem ? Result<Secret>(failure(*problem)) : Secret(job->textData().toUtf8()));
        });
    });
}

void KeychainWorker::write(const QString &key, const Secret &secret, const KeychainBackend::Done &done)
{
    enqueue([this, key, secret, done] {
        if (const std::optional<Error> absence = keychainbus::absence()) {
            done(failure(*absence));
            startNext();
            return;
        }
        auto *job = new QKeychain::WritePasswordJob(m_service);
        job->setKey(key);
        job->setTextData(QString::fromUtf8(secret.reveal()));
        run(job, [job, done] { done(asResult(problemOf(*job))); });
    });
}

// The Secret Service does not say whether there was anything to remove.
void KeychainWorker::remove(const QString &key, const KeychainBackend::Done &done)
{
    read(key, [this, key, done](const Result<Secret> &found) {
        if (!found) {
            done(failure(found.error()));
            return;
        }
        erase(key, done);
    });
}

void KeychainWorker::erase(const QString &key, const KeychainBackend::Done &done)
{
    enqueue([this, key, done] {
        if (const std::optional<Error> absence = keychainbus::absence()) {
            done(failure(*absence));
            startNext();
            return;
        }
        auto *job = new QKeychain::DeletePasswordJob(m_service);
        job->setKey(key);
        run(job, [job, done] { done(asResult(problemOf(*job))); });
    });
}

void KeychainWorker::enqueue(Start start)
{
    m_waiting.push_back(std::move(start));
    if (!m_isBusy) {
        startNext();
    }
}

void KeychainWorker::startNext()
{
    m_isBusy = !m_waiting.empty();
    if (!m_isBusy) {
        return;
    }
    const Start start = std::move(m_waiting.front());
    m_waiting.pop_front();
    start();
}

void KeychainWorker::run(QKeychain::Job *job, const std::function<void()> &onFinished)
{
    job->setInsecureFallback(false);
    m_loop.hold();
    // The job deletes itself, later.
    connect(job, &QKeychain::Job::finished, this, [this, onFinished] {
        m_loop.release();
        onFinished();
        startNext();
    });
    job->start();
}

} // namespace nexus

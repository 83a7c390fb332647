// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainsystem.h"

#include "secrets/keychainworker.h"

#include <QThread>

namespace nexus {

namespace {

// An answer that is given in the worker's thread and arrives in the one of \a home.
template<typename Value>
std::function<void(Result<Value>)> sentTo(QObject *home, std::function<void(Result<Value>)> done)
{
    return [home, done = std::move(done)](Result<Value> result) {
        QMetaObject::invokeMethod(
            home, [done, result = std::move(result)] { done(result); }, Qt::QueuedConnection);
    };
}

} // namespace

KeychainSystem::KeychainSystem(QString service)
    : m_service(std::move(service))
    , m_home(std::make_unique<QObject>())
{ }

KeychainSystem::~KeychainSystem()
{
    if (!m_thread) {
        return;
    }
    constexpr unsigned long LONGEST_MS = 2000;
    m_thread->quit();
    if (!m_thread->wait(LONGEST_MS)) {
        // It sits in a call to a service that hangs. What it uses stays until the process ends.
        static_cast<void>(m_thread.release());
        static_cast<void>(m_home.release());
    }
}

KeychainWorker &KeychainSystem::worker()
{
    if (!m_thread) {
        m_thread = std::make_unique<QThread>();
        m_thread->setObjectName(QStringLiteral("keychain"));
        m_worker = new KeychainWorker(m_service);
        m_worker->moveToThread(m_thread.get());
        QObject::connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread->start();
    }
    return *m_worker;
}

void KeychainSystem::read(const QString &key, ReadDone done)
{
    KeychainWorker *to = &worker();
    QMetaObject::invokeMethod(
        to, [to, key, done = sentTo(m_home.get(), std::move(done))] { to->read(key, done); },
        Qt::QueuedConnection);
}

void KeychainSystem::write(const QString &key, const Secret &secret, Done done)
{
    KeychainWorker *to = &worker();
    QMetaObject::invokeMethod(
        to, [to, key, secret, done = sentTo(m_home.get(), std::move(done))] { to->write(key, secret, done); },
        Qt::QueuedConnection);
}

void KeychainSystem::remove(const QString &key, Done done)
{
    KeychainWorker *to = &worker();
    QMetaObject::invokeMethod(
        to, [to, key, done = sentTo(m_home.get(), std::move(done))] { to->remove(key, done); },
        Qt::QueuedConnection);
}

} // namespace nexus

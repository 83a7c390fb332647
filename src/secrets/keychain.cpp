// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychain.h"

#include "secrets/keychainbus.h"
#include "secrets/keychainindex.h"
#include "secrets/keychainsystem.h"

#include <QTimer>

#include <algorithm>

namespace nexus {

namespace {

QString indexEntry()
{
    return QLatin1String(KeychainIndex::entryName);
}

void readIndex(KeychainBackend &backend, KeychainBackend::ReadDone answer)
{
    backend.read(indexEntry(), std::move(answer));
}

// A key so short that four characters are a good part of it shows none.
QString lastFour(const Secret &secret)
{
    constexpr qsizetype LEAST = 12;
    const QByteArray &key = secret.reveal();
    return key.size() < LEAST ? QString() : QString::fromLatin1(key.last(4));
}

// The answer to a context, as long as it lives.
template<typename Value>
std::function<void(Result<Value>)> guarded(QObject *context, std::function<void(Result<Value>)> done)
{
    return [guard = QPointer<QObject>(context), done = std::move(done)](Result<Value> result) {
        if (guard) {
            done(std::move(result));
        }
    };
}

} // namespace

// One list() under way.
struct Keychain::Listing {
    KeychainIndex index;
    QStringList names; //!< to be read yet, the next one last
    std::vector<KeychainEntry> entries;
    std::optional<Error> problem;
    ListDone done;
};

std::unique_ptr<Keychain> Keychain::ofSystem(const Environment &environment)
{
    const QString setting = environment.text(QStringLiteral("NEXUS_KEYCHAIN"));
    if (setting.compare(QLatin1String("off"), Qt::CaseInsensitive) == 0) {
        return std::make_unique<Keychain>(nullptr, usualPatience,
            keychain::absent(QStringLiteral("The keychain is switched off by NEXUS_KEYCHAIN=off.")));
    }
    if (!keychainbus::isLikely(environment)) {
        return std::make_unique<Keychain>(nullptr, usualPatience,
            keychain::absent(QStringLiteral("There is no keyring here, because there is no D-Bus session.")));
    }
    return std::make_unique<Keychain>(std::make_unique<KeychainSystem>(QStringLiteral("nexus")));
}

Keychain::Keychain(std::unique_ptr<KeychainBackend> backend, std::chrono::milliseconds patience,
    Error absence, QObject *parent)
    : QObject(parent)
    , m_backend(std::move(backend))
    , m_patience(patience)
    , m_absence(std::move(absence))
{
    if (!m_backend) {
        m_state = State::Unavailable;
        m_problem = m_absence;
    }
}

Keychain::~Keychain() = default;

template<typename Value>
void Keychain::ask(const Question<Value> &question, int tries, Answer<Value> done, Presence presence)
{
    if (!m_backend) {
        done(failure(m_absence));
        return;
    }
    auto *watch = new QTimer(this);
    watch->setSingleShot(true);
    const auto patience = presence == Presence::Person ? std::max(m_patience, m_promptPatience) : m_patience;
    connect(watch, &QTimer::timeout, this, [this, watch, done, patience] {
        watch->deleteLater();
        const Error error = keychain::silent(patience);
        learn(error);
        done(failure(error));
    });
    watch->start(patience);
    if (patience > m_patience) {
        giveHint(*watch);
    }
    send<Value>(question, tries, watch, std::move(done));
}

template<typename Value>
void Keychain::send(const Question<Value> &question, int tries, const QPointer<QObject> &watch,
    std::function<void(Result<Value>)> done)
{
    question(*m_backend, [this, question, tries, watch, done](Result<Value> result) {
        const bool isKnown = result || keychain::isMissing(result.error());
        auto *timer = qobject_cast<QTimer *>(watch.data());
        if (!timer || !timer->isActive()) {
            // Too late, it was answered already; but who asks again now will hear more.
            if (isKnown) {
                learn(std::nullopt);
            }
            return;
        }
        const bool hasFailed = !result && result.error().code == keychain::keyringFailed;
        if (hasFailed && tries > 1) {
            send<Value>(question, tries - 1, watch, done);
            return;
        }
        timer->stop();
        timer->deleteLater();
        learn(isKnown ? std::nullopt : std::optional(result.error()));
        done(std::move(result));
    });
}

// The timer goes with its watch, as soon as there is an answer.
void Keychain::giveHint(QTimer &watch)
{
    QTimer::singleShot(m_patience, &watch, [this, &watch] {
        if (watch.isActive()) {
            Q_EMIT waiting();
        }
    });
}

void Keychain::learn(const std::optional<Error> &error)
{
    const State state = error ? State::Unavailable : State::Available;
    if (state == m_state && error == m_problem) {
        return;
    }
    m_state = state;
    m_problem = error;
    Q_EMIT stateChanged();
}

void Keychain::probe(QObject *context, Done done)
{
    ask<Secret>(readIndex, 2, [done = guarded<void>(context, std::move(done))](const Result<Secret> &index) {
        const bool isThere = index || keychain::isMissing(index.error());
        done(isThere ? Result<void>() : failure(index.error()));
    });
}

void Keychain::read(const QString &name, QObject *context, ReadDone done, Presence presence)
{
    ReadDone reply = guarded<Secret>(context, std::move(done));
    if (!keychain::isKeyName(name)) {
        reply(failure(keychain::badName(name)));
        return;
    }
    if (std::optional<Secret> secret = m_session.find(name)) {
        reply(std::move(*secret));
        return;
    }
    ask<Secret>([name](KeychainBackend &backend, ReadDone answer) { backend.read(name, std::move(answer)); },
        2, std::move(reply), presence);
}

void Keychain::write(const QString &name, const Secret &secret, QObject *context, Done done)
{
    const Done reply = guarded<void>(context, std::move(done));
    if (!keychain::isKeyName(name)) {
        reply(failure(keychain::badName(name)));
        return;
    }
    const auto question = [name, secret](KeychainBackend &backend, Done answer) {
        backend.write(name, secret, std::move(answer));
    };
    const auto onWritten = [this, name, reply](const Result<void> &written) {
        if (!written) {
            reply(written);
            return;
        }
        m_session.remove(name);
        // The key is safe, whatever becomes of the index.
        updateIndex(name, true, [this, name, reply] {
            Q_EMIT changed(name);
            reply({});
        });
    };
    ask<void>(question, 1, onWritten, Presence::Person);
}

void Keychain::remove(const QString &name, QObject *context, Done done)
{
    const Done reply = guarded<void>(context, std::move(done));
    if (!keychain::isKeyName(name)) {
        reply(failure(keychain::badName(name)));
        return;
    }
    const bool wasKept = m_session.remove(name);
    const auto question
        = [name](KeychainBackend &backend, Done answer) { backend.remove(name, std::move(answer)); };
    ask<void>(question, 1, [this, name, reply, wasKept](const Result<void> &removed) {
        const bool isGone = removed || keychain::isMissing(removed.error());
        if (!isGone) {
            if (wasKept) {
                Q_EMIT changed(name);
            }
            reply(wasKept && !m_backend ? Result<void>() : removed);
            return;
        }
        updateIndex(name, false, [this, name, reply, removed, wasKept] {
            if (removed || wasKept) {
                Q_EMIT changed(name);
            }
            reply(wasKept ? Result<void>() : removed);
        });
    });
}

void Keychain::updateIndex(const QString &name, bool isThere, const std::function<void()> &done)
{
    ask<Secret>(readIndex, 2, [this, name, isThere, done](const Result<Secret> &old) {
        if (!old && !keychain::isMissing(old.error())) {
            done(); // an index that cannot be read must not be written over
            return;
        }
        KeychainIndex index = KeychainIndex::fromJson(old ? old->reveal() : QByteArray());
        if (!isThere && !index.entries().contains(name)) {
            done();
            return;
        }
        if (isThere) {
            index.insert(name, QDateTime::currentDateTimeUtc());
        } else {
            index.remove(name);
        }
        const auto writing = [json = Secret(index.toJson())](KeychainBackend &backend, Done answer) {
            backend.write(indexEntry(), json, std::move(answer));
        };
        ask<void>(writing, 1, [done](const Result<void> &) { done(); });
    });
}

void Keychain::list(const QStringList &alsoNames, QObject *context, ListDone done)
{
    const auto listing = std::make_shared<Listing>();
    listing->done = guarded<std::vector<KeychainEntry>>(context, std::move(done));
    ask<Secret>(readIndex, 2, [this, listing, alsoNames](const Result<Secret> &index) {
        if (!index && !keychain::isMissing(index.error())) {
            listing->problem = index.error();
            listing->names = m_session.names();
        } else {
            listing->index = KeychainIndex::fromJson(index ? index->reveal() : QByteArray());
            listing->names = listing->index.entries().keys() + m_session.names() + alsoNames;
        }
        listing->names.removeIf([](const QString &name) { return !keychain::isKeyName(name); });
        listing->names.removeDuplicates();
        std::sort(listing->names.rbegin(), listing->names.rend());
        listNext(listing);
    });
}

void Keychain::listNext(const std::shared_ptr<Listing> &listing)
{
    if (listing->names.isEmpty()) {
        const auto isSessionOnly = [](const KeychainEntry &entry) { return entry.isSessionOnly; };
        const bool isOfSession
            = !listing->entries.empty() && std::ranges::all_of(listing->entries, isSessionOnly);
        if (listing->problem && !isOfSession) {
            listing->done(failure(*listing->problem)); // half a list would look like a whole one
        } else {
            listing->done(std::move(listing->entries));
        }
        return;
    }
    const QString name = listing->names.takeLast();
    const bool isKept = m_session.find(name).has_value();
    read(name, this, [this, listing, name, isKept](const Result<Secret> &key) {
        if (key) {
            listing->entries.push_back({.name = name,
                .lastFour = lastFour(*key),
                .savedAt = isKept ? QDateTime() : listing->index.entries().value(name),
                .isSessionOnly = isKept});
        } else if (!keychain::isMissing(key.error())) {
            listing->problem = key.error();
            listing->names.clear(); // each of the others would be waited for as long
        }
        listNext(listing);
    });
}

void Keychain::keepForSession(const QString &name, const Secret &secret)
{
    m_session.set(name, secret);
    Q_EMIT changed(name);
}

} // namespace nexus

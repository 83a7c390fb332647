// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/keychainbackend.h"
#include "secrets/keychainerrors.h"

#include <QHash>
#include <QStringList>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace nexus {

//! \brief What a test and the backend of its keychain have in common; it outlives the backend.
struct FakeKeyring {
    enum class Mood { Answers, Waits };

    QHash<QString, QByteArray> keys;
    QStringList questions; //!< `read NAME` and the like, in their order
    Mood mood = Mood::Answers;
    std::deque<Error> problems; //!< each stands in the place of one answer
    QString refused; //!< the question that is answered as by a locked keyring
    std::vector<std::function<void()>> held; //!< answers not given yet, while it waits

    //! \brief Gives the answers that were held back.
    void answerHeld()
    {
        const auto answers = std::exchange(held, {});
        for (const auto &answer : answers) {
            answer();
        }
    }
};

//! \brief A keyring in memory that answers at once, later, never or with errors, as its test says.
class FakeBackend final : public KeychainBackend {
public:
    explicit FakeBackend(FakeKeyring &keyring)
        : m_keyring(keyring)
    { }

    void read(const QString &key, ReadDone done) override
    {
        give<Secret>(QStringLiteral("read ") + key, done, [this, key]() -> Result<Secret> {
            const auto found = m_keyring.keys.constFind(key);
            if (found == m_keyring.keys.cend()) {
                return failure(keychain::missing(key));
            }
            return Secret(*found);
        });
    }

    void write(const QString &key, const Secret &secret, Done done) override
    {
        give<void>(QStringLiteral("write ") + key, done, [this, key, secret]() -> Result<void> {
            m_keyring.keys.insert(key, secret.reveal());
            return {};
        });
    }

    void remove(const QString &key, Done done) override
    {
        give<void>(QStringLiteral("remove ") + key, done, [this, key]() -> Result<void> {
            return m_keyring.keys.remove(key) ? Result<void>() : failure(keychain::missing(key));
        });
    }

private:
    template<typename Value>
    void give(const QString &question, const std::function<void(Result<Value>)> &done,
        const std::function<Result<Value>()> &act)
    {
        m_keyring.questions.append(question);
        const auto answer = [this, question, done, act] {
            if (question == m_keyring.refused) {
                done(failure(keychain::locked()));
                return;
            }
            if (m_keyring.problems.empty()) {
                done(act());
                return;
            }
            const Error problem = m_keyring.problems.front();
            m_keyring.problems.pop_front();
            done(failure(problem));
        };
        if (m_keyring.mood == FakeKeyring::Mood::Waits) {
            m_keyring.held.push_back(answer);
        } else {
            answer();
        }
    }

    FakeKeyring &m_keyring;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "secrets/environment.h"
#include "secrets/keychainbackend.h"
#include "secrets/keychainerrors.h"
#include "secrets/sessionkeys.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QTimer;

namespace nexus {

//! \brief One key as lists show it.
struct KeychainEntry {
    QString name;
    QString
        lastFour; //!< of the key, for people to recognize it; empty for a key of less than twelve characters
    QDateTime savedAt; //!< invalid where nobody wrote it down
    bool isSessionOnly = false; //!< in memory, gone when the program ends

    bool operator==(const KeychainEntry &) const = default;
};

//! \brief The keys of providers in the keyring of the system, and those kept for this session.
//!
//! Everything is asynchronous: each function calls `done` exactly once, later or at once, in this thread,
//! unless this object or \a context is gone before. A keyring that says nothing for `patience` (a locked one
//! that shows its prompt, a hung service) is answered with keychain::silent(), and what it says later tells
//! the state only. A write, and a read that asks a Person, may make somebody type a password, perhaps for a
//! new keyring: after `patience` waiting() is sent, and only after `promptPatience` it is given up. A read
//! that fails for another reason than a missing key is tried once more. Nothing is ever kept as plain text.
//! Names are those of keychain::isKeyName(). Lives in one thread.
class Keychain final : public QObject {
    Q_OBJECT

public:
    //! \brief What is known of the keyring from the newest answer.
    enum class State { Unknown, Available, Unavailable };
    using ReadDone = KeychainBackend::ReadDone;
    using Done = KeychainBackend::Done;
    using ListDone = std::function<void(Result<std::vector<KeychainEntry>>)>;

    static constexpr std::chrono::milliseconds usualPatience {5000};
    static constexpr std::chrono::milliseconds promptPatience {120'000};

    //! \brief Whether somebody is there who answers the keyring's window.
    enum class Presence { Nobody, Person };

    //! \brief The keyring of the system. Costs nothing until it is asked.
    //!
    //! With `NEXUS_KEYCHAIN=off`, and where \a environment shows neither a session bus nor a desktop, nothing
    //! is asked and every answer is keychain::absent(). Only one may live in a process at a time.
    [[nodiscard]] static std::unique_ptr<Keychain> ofSystem(const Environment &environment);

    //! Asks \a backend; without one every answer is \a absence.
    explicit Keychain(std::unique_ptr<KeychainBackend> backend,
        std::chrono::milliseconds patience = usualPatience, Error absence = {}, QObject *parent = nullptr);
    ~Keychain() override;

    //! \brief Whether there may be a keyring to ask; false is final, true is checked by the first question.
    [[nodiscard]] bool isReachable() const { return m_backend != nullptr; }
    [[nodiscard]] State state() const { return m_state; }
    //! \brief Why the state is Unavailable: what is wrong and what to do, in whole sentences.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

    //! \brief Asks whether the keyring is there. May make it show its prompt.
    void probe(QObject *context, Done done);
    //! \brief The key of that name: the session's, else the keyring's; keychain::missing() without one.
    //! \param presence Person where somebody has just asked for it and may be asked for a password
    void read(const QString &name, QObject *context, ReadDone done, Presence presence = Presence::Nobody);
    //! \brief Keeps a key in the keyring in place of any of that name, the session's too.
    void write(const QString &name, const Secret &secret, QObject *context, Done done);
    //! \brief Takes the key away, the session's too; keychain::missing() when there was none.
    void remove(const QString &name, QObject *context, Done done);
    //! \brief All keys by name: those in the index, those of this session, and those of \a alsoNames that
    //! exist.
    //!
    //! An error when the keyring cannot be asked and no key is kept for the session.
    void list(const QStringList &alsoNames, QObject *context, ListDone done);

    //! \brief How long a question may take that shows a prompt, in place of promptPatience.
    void setPromptPatience(std::chrono::milliseconds patience) { m_promptPatience = patience; }

    //! \brief Keeps a key in memory only. It is found before one of the keyring.
    void keepForSession(const QString &name, const Secret &secret);

Q_SIGNALS:
    //! \brief This object wrote, removed or kept the key \a name.
    void changed(const QString &name);
    //! \brief The keyring has not answered a question of a Person yet; it probably shows a window.
    void waiting();
    //! \brief state() or problem() is another one.
    void stateChanged();

private:
    struct Listing;
    template<typename Value>
    using Answer = std::function<void(Result<Value>)>;
    template<typename Value>
    using Question = std::function<void(KeychainBackend &backend, Answer<Value> answer)>;

    template<typename Value>
    void ask(
        const Question<Value> &question, int tries, Answer<Value> done, Presence presence = Presence::Nobody);
    void giveHint(QTimer &watch);
    template<typename Value>
    void send(const Question<Value> &question, int tries, const QPointer<QObject> &watch,
        std::function<void(Result<Value>)> done);
    void learn(const std::optional<Error> &error);
    void updateIndex(const QString &name, bool isThere, const std::function<void()> &done);
    void listNext(const std::shared_ptr<Listing> &listing);

    std::unique_ptr<KeychainBackend> m_backend;
    std::chrono::milliseconds m_patience;
    std::chrono::milliseconds m_promptPatience = promptPatience;
    Error m_absence;
    SessionKeys m_session;
    State m_state = State::Unknown;
    std::optional<Error> m_problem;
};

} // namespace nexus

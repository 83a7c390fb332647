// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "secrets/secret.h"

#include <QObject>
#include <QPointer>
#include <QString>

namespace nexus {

class Keychain;

//! \brief Brings one key into the keychain, and keeps it in memory until it is there or given up.
//!
//! Lives in the thread of its keychain, which outlives it.
class KeySaver final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Idle,
        Busy, //!< the keychain was asked and has not answered; it may show a prompt
        Failed, //!< problem() tells; retry(), keepForSession() or drop() is next
    };

    explicit KeySaver(Keychain &keys, QObject *parent = nullptr);
    ~KeySaver() override;

    //! \brief Begins; saved() follows, or stateChanged() with Failed. One at a time: what ran is dropped.
    void save(const QString &name, const Secret &key);
    //! \brief The same again after it failed.
    void retry();
    //! \brief Keeps the key in memory until the program ends; saved() follows at once.
    void keepForSession();
    //! \brief Forgets the key.
    void drop();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &problem() const { return m_problem; }
    //! \brief Whether it may help to try again: not where there is no keychain at all.
    [[nodiscard]] bool mayRetry() const;

Q_SIGNALS:
    void stateChanged();
    void saved(const QString &name);

private:
    void become(State state);

    Keychain &m_keys;
    State m_state = State::Idle;
    QString m_name;
    Secret m_key;
    Error m_problem;
    int m_round = 0; //!< answers to earlier ones are passed over
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "secrets/secret.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace nexus {

class Keychain;

//! \brief A key under the name that the keychain knows it by.
struct NamedKey {
    QString name;
    Secret key;
};

//! \brief Brings the keys of one provider into the keychain, and keeps them in memory until they are there or
//! given up.
//!
//! Of several keys all are kept or none: when one fails or they are dropped, the keychain gets back what it
//! held before. Lives in the thread of its keychain, which outlives it.
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
    void save(std::vector<NamedKey> wanted);
    //! \brief The same again after it failed.
    void retry();
    //! \brief Keeps the keys in memory until the program ends; saved() follows at once.
    void keepForSession();
    //! \brief Forgets the keys.
    void drop();

    [[nodiscard]] State state() const { return m_state; }
    //! \brief While Busy: it takes so long that the keychain probably shows a window.
    [[nodiscard]] bool isLong() const { return m_isLong; }
    [[nodiscard]] const Error &problem() const { return m_problem; }
    //! \brief Which of several keys it was that failed; empty while none did, or for a single one.
    [[nodiscard]] const QString &failedName() const { return m_failedName; }
    //! \brief Whether it may help to try again: not where there is no keychain at all.
    [[nodiscard]] bool mayRetry() const;

Q_SIGNALS:
    void stateChanged();
    void saved();

private:
    struct Run;

    void leaveRun();
    void onEnded(const Run &run);
    void become(State state);

    Keychain &m_keys;
    State m_state = State::Idle;
    bool m_isLong = false;
    std::vector<NamedKey> m_wanted;
    std::shared_ptr<Run> m_run; //!< while the keychain is asked
    Error m_problem;
    QString m_failedName;
};

} // namespace nexus

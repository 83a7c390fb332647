// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "base/timesource.h"
#include "config/trafficconfig.h"

#include <QMutex>
#include <QString>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <vector>

namespace nexus {

//! \brief How a call to a provider went, as far as the provider's health is concerned.
enum class CircuitOutcome {
    Success, //!< the provider answered, be it with a refusal
    Failure, //!< it could not be reached, answered 5xx, too late or with something unreadable
    Neutral, //!< nothing is known: the client went away, or nothing was sent
};

//! \brief Whether a request may go to a provider. Handed back with the outcome.
struct Admission {
    enum class Kind {
        Closed, //!< go
        Probe, //!< go, and be the one that finds out whether the provider is well again
        Open, //!< do not go; nothing is to be reported
    };

    Kind kind = Kind::Closed;
    std::chrono::milliseconds remaining {0}; //!< when Open: until asking again makes sense, above 0
    quint64 ticket = 0; //!< belongs to the board

    [[nodiscard]] bool isGranted() const { return kind != Kind::Open; }
};

enum class CircuitState { Closed, Open, HalfOpen };

//! \brief `closed`, `open` or `half_open`.
[[nodiscard]] QString circuitStateName(CircuitState state);

//! \brief The circuit of one provider, for people to see.
struct CircuitView {
    QString provider;
    CircuitState state = CircuitState::Closed;
    std::chrono::milliseconds untilProbe {0}; //!< when Open: until one request may try
};

//! \brief Leaves a provider alone after too many failures in a row of time, and finds out when it is back.
//!
//! So many failures within the window open its circuit for the cooldown. Then one request at a time may
//! probe: success closes the circuit, failure opens it again. Successes in between do not clear the count.
//! One for all workers; thread-safe.
class CircuitBoard final {
public:
    explicit CircuitBoard(Logger log, TimeSource now = bootTime);
    Q_DISABLE_COPY_MOVE(CircuitBoard)

    //! \brief The numbers from now on. Open circuits keep the cooldown they began with.
    void setConfig(const CircuitBreakerConfig &config);

    //! \brief Asks for leave to call \a provider. A granted admission is to be reported exactly once.
    //!
    //! A probe that is not reported within five minutes counts as abandoned.
    [[nodiscard]] Admission tryEnter(const QString &provider);

    //! \brief Tells how the call went. One that was admitted before the circuit last changed is passed over.
    void report(const QString &provider, const Admission &admission, CircuitOutcome outcome);

    //! \brief Whether tryEnter() would refuse now.
    [[nodiscard]] bool isOpen(const QString &provider) const;

    //! \brief All providers that were ever asked for, by name.
    [[nodiscard]] std::vector<CircuitView> snapshot() const;

    //! \brief Forgets every provider that \a isKept does not keep.
    void retain(const std::function<bool(const QString &provider)> &isKept);

private:
    struct Circuit {
        bool isTripped = false;
        quint64 epoch = 0; // new with every change between tripped and not
        std::deque<TimePoint> failures; // while not tripped, oldest first
        TimePoint openUntil;
        quint64 probe = 0; // its ticket, 0 without one
        TimePoint probeSince;
    };

    [[nodiscard]] std::chrono::milliseconds waitOf(const Circuit &circuit, TimePoint now) const;
    [[nodiscard]] bool countFailure(Circuit &circuit, TimePoint now);
    void trip(Circuit &circuit, TimePoint now);
    void endProbe(const QString &provider, Circuit &circuit, CircuitOutcome outcome);
    void logOpened(const QString &provider) const;

    Logger m_log;
    TimeSource m_now;
    mutable QMutex m_mutex; // guards everything below
    CircuitBreakerConfig m_config;
    std::map<QString, Circuit> m_circuits;
    quint64 m_lastTicket = 0;
};

} // namespace nexus

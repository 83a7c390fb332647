// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "base/timesource.h"
#include "config/gatewayconfig.h"
#include "routing/circuitboard.h"
#include "routing/keyring.h"
#include "routing/latencyboard.h"
#include "routing/randomsource.h"

#include <QHash>
#include <QMutex>
#include <QString>

#include <cstddef>

namespace nexus {

//! \brief What routing remembers from one request to the next. It survives a new configuration.
//!
//! One for the whole process, shared by all workers; thread-safe.
class RoutingState final {
public:
    //! \param random callable from every thread that routes
    explicit RoutingState(
        const Logger &log, const TimeSource &now = bootTime, RandomSource random = systemRandom);
    Q_DISABLE_COPY_MOVE(RoutingState)

    //! \brief Takes over \a config: what is remembered of providers and aliases that are gone or that now
    //! stand for something else is dropped.
    void setConfig(const ConfigSnapshot &config);

    //! \brief How many requests have asked for \a alias before; counts this one.
    [[nodiscard]] std::size_t nextTurn(const QString &alias);

    //! \brief The next random number.
    [[nodiscard]] double random() const { return m_random(); }
    [[nodiscard]] const RandomSource &randomSource() const { return m_random; }

    [[nodiscard]] CircuitBoard &circuits() { return m_circuits; }
    [[nodiscard]] LatencyBoard &latencies() { return m_latencies; }
    [[nodiscard]] KeyRing &keys() { return m_keys; }

private:
    RandomSource m_random;
    CircuitBoard m_circuits;
    LatencyBoard m_latencies;
    KeyRing m_keys;
    QMutex m_mutex; // guards everything below
    ConfigSnapshot m_config;
    QHash<QString, std::size_t> m_turns; // by alias
};

} // namespace nexus

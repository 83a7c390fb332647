// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "base/result.h"
#include "base/timesource.h"
#include "config/gatewayconfig.h"
#include "contract/principal.h"
#include "limits/limitlevels.h"
#include "limits/slidingcounters.h"
#include "wire/headerlist.h"

#include <QObject>

#include <functional>
#include <utility>

namespace nexus {

class RedisCounters;

//! \brief The leave to go on, which remembers what was counted for it. Default constructed it counted
//! nothing.
class Permit final {
public:
    Permit() = default;
    Permit(Permit &&other) noexcept
        : m_settle(std::exchange(other.m_settle, nullptr))
    { }
    Permit &operator=(Permit &&other) noexcept
    {
        m_settle = std::exchange(other.m_settle, nullptr);
        return *this;
    }
    Permit(const Permit &) = delete;
    Permit &operator=(const Permit &) = delete;
    ~Permit() = default;

    //! \brief Charges or returns the difference between \a actualTokens and what was taken, at the time of
    //! the taking. Only the first call counts, and none need come. In the limiter's thread; may outlive the
    //! limiter.
    void settle(qint64 actualTokens)
    {
        if (const auto settle = std::exchange(m_settle, nullptr)) {
            settle(actualTokens);
        }
    }

private:
    friend class Limiter;
    explicit Permit(std::function<void(qint64)> settle)
        : m_settle(std::move(settle))
    { }

    std::function<void(qint64)> m_settle; // empty when there is nothing to settle
};

//! \brief Holds requests against the limits of the configuration. One per worker, in its thread.
//!
//! Counts in \a counters, which all workers share, or in Redis where the configuration says so.
class Limiter final : public QObject {
    Q_OBJECT

public:
    //! \brief The permit or the refusal, and in both cases the headers that tell the client of its limits.
    //!
    //! RateLimited when a limit refuses. Unavailable when Redis is lost and the storage fails closed; when it
    //! fails open, a permit without headers.
    using Done = std::function<void(Result<Permit> permit, const HeaderList &headers)>;

    //! \a counters outlives the limiter.
    Limiter(SlidingCounters &counters, Logger log, TimeSource time = bootTime);
    ~Limiter() override;

    //! \brief Requests from now on follow \a config. What was counted stays; another storage is connected to.
    void setConfig(const ConfigSnapshot &config);

    //! \brief Counts one request of \a who for the whole gateway and for the address.
    //!
    //! Calls \a done once: from inside when the memory counts, from inside or later when Redis does. Not
    //! after \a context or the limiter died.
    void takeRequest(const Principal &who, QObject *context, const Done &done);

    //! \brief Counts input tokens for the limit on the client, if there is one. Calls \a done as
    //! takeRequest().
    void takeTokens(const TokenAsk &ask, QObject *context, const Done &done);

    //! \brief Whether any limit on tokens exists, else nobody need count them.
    [[nodiscard]] bool limitsTokens() const { return m_limitsTokens; }

private:
    void connectStore(const GatewayConfig &config);
    void take(LimitCheck check, QObject *context, const Done &done);
    void takeFromRedis(LimitCheck check, QObject *context, const Done &done);

    SlidingCounters &m_counters;
    Logger m_log;
    TimeSource m_time;
    ConfigSnapshot m_config;
    RedisCounters *m_redis = nullptr; // a child
    std::optional<RedisStorage> m_storage; // what it was made from
    bool m_limitsTokens = false;
};

} // namespace nexus

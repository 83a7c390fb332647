// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/limiter.h"

#include "limits/limitheaders.h"
#include "limits/limitrefusal.h"
#include "limits/rediscounters.h"

#include <QPointer>

#include <algorithm>

namespace nexus {

namespace {

using Adjust = std::function<void(const LimitReceipt &receipt, qint64 difference)>;

// Requests stay counted as they are; only tokens are settled, and they have one limit.
std::function<void(qint64)> settlement(
    const LimitCheck &check, const LimitVerdict &verdict, const Adjust &adjust)
{
    if (check.scopes.front() != LimitScope::Provider && check.scopes.front() != LimitScope::Model) {
        return nullptr;
    }
    const LimitReceipt receipt {.key = check.asks.front().key, .at = verdict.states.front().at};
    return [adjust, receipt, taken = check.asks.front().amount](qint64 actual) {
        const qint64 difference = std::clamp<qint64>(actual, 0, LimitAsk::LARGEST) - taken;
        if (difference != 0) {
            adjust(receipt, difference);
        }
    };
}

} // namespace

Limiter::Limiter(SlidingCounters &counters, Logger log, TimeSource time)
    : m_counters(counters)
    , m_log(std::move(log))
    , m_time(std::move(time))
{ }

Limiter::~Limiter() = default;

void Limiter::setConfig(const ConfigSnapshot &config)
{
    m_config = config;
    m_limitsTokens = hasTokenLimits(config->llm);
    connectStore(*config);
}

void Limiter::connectStore(const GatewayConfig &config)
{
    const RateLimits &limits = config.server.rateLimits;
    const bool limitsRequests = limits.isEnabled && (limits.global || limits.perIp);
    const std::optional<RedisStorage> storage
        = limitsRequests || m_limitsTokens ? limits.redis : std::optional<RedisStorage>();
    if (storage == m_storage) {
        return;
    }
    m_storage = storage;
    if (m_redis != nullptr) {
        std::exchange(m_redis, nullptr)->retire();
    }
    if (storage) {
        m_redis = new RedisCounters(*storage, m_counters.storeWatch(), m_log, this);
    }
}

void Limiter::takeRequest(const Principal &who, QObject *context, const Done &done)
{
    take(m_config ? requestCheck(m_config->server.rateLimits, who.address) : LimitCheck(), context, done);
}

void Limiter::takeTokens(const TokenAsk &ask, QObject *context, const Done &done)
{
    take(m_limitsTokens ? tokenCheck(m_config->llm, ask) : LimitCheck(), context, done);
}

void Limiter::take(LimitCheck check, QObject *context, const Done &done)
{
    if (check.asks.empty()) {
        done(Permit(), {});
        return;
    }
    if (m_redis != nullptr) {
        takeFromRedis(std::move(check), context, done);
        return;
    }
    const LimitVerdict verdict = m_counters.take(check.asks, m_time());
    if (!verdict.isGranted) {
        done(failure(limitRefusal(check, verdict)), limitHeaders(check, verdict));
        return;
    }
    const auto adjust = [self = QPointer<Limiter>(this)](const LimitReceipt &receipt, qint64 difference) {
        if (self != nullptr) {
            self->m_counters.adjust(receipt, difference);
        }
    };
    done(Permit(settlement(check, verdict, adjust)), limitHeaders(check, verdict));
}

void Limiter::takeFromRedis(LimitCheck check, QObject *context, const Done &done)
{
    const std::vector<LimitAsk> asks = check.asks;
    const auto taken = [check = std::move(check), redis = QPointer<RedisCounters>(m_redis), done](
                           const Result<LimitVerdict> &verdict) {
        if (!verdict && redis != nullptr && redis->isFailClosed()) {
            done(failure(verdict.error()), {});
            return;
        }
        if (!verdict) {
            done(Permit(), {});
            return;
        }
        if (!verdict->isGranted) {
            done(failure(limitRefusal(check, *verdict)), limitHeaders(check, *verdict));
            return;
        }
        const auto adjust = [redis](const LimitReceipt &receipt, qint64 difference) {
            if (redis != nullptr) {
                redis->adjust(receipt, difference);
            }
        };
        done(Permit(settlement(check, *verdict, adjust)), limitHeaders(check, *verdict));
    };
    m_redis->take(asks, context, taken);
}

} // namespace nexus

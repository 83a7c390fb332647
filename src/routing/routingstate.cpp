// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/routingstate.h"

#include <QMutexLocker>
#include <QSet>

#include <algorithm>

namespace nexus {

namespace {

// Whether both lead to the same service with the same right to use it. Limits, names of models and the like
// do not matter.
bool isSameService(const ProviderConfig &a, const ProviderConfig &b)
{
    return a.type == b.type && a.baseUrl == b.baseUrl && a.apiKeys == b.apiKeys
        && a.apiVersion == b.apiVersion && a.bedrock == b.bedrock && a.tls == b.tls;
}

QSet<QString> unchangedProviders(const GatewayConfig &before, const GatewayConfig &after)
{
    QSet<QString> names;
    for (const ProviderConfig &provider : after.llm.providers) {
        const ProviderConfig *old = before.provider(provider.name);
        if (old && isSameService(*old, provider)) {
            names.insert(provider.name);
        }
    }
    return names;
}

} // namespace

RoutingState::RoutingState(const Logger &log, const TimeSource &now, RandomSource random)
    : m_random(std::move(random))
    , m_circuits(log, now)
    , m_latencies(now)
    , m_keys(log, now)
{ }

void RoutingState::setConfig(const ConfigSnapshot &config)
{
    const QMutexLocker lock(&m_mutex);
    const ConfigSnapshot before = std::exchange(m_config, config);
    m_circuits.setConfig(config->llm.circuitBreaker);
    if (!before || before == config) {
        return;
    }
    const QSet<QString> kept = unchangedProviders(*before, *config);
    const auto isKept = [&kept](const QString &provider) { return kept.contains(provider); };
    m_circuits.retain(isKept);
    m_latencies.retain(isKept);
    m_keys.retain(isKept);
    m_turns.removeIf([&config](const auto &turn) {
        const auto &aliases = config->llm.aliases;
        return std::ranges::find(aliases, turn.key(), &AliasConfig::name) == aliases.end();
    });
}

std::size_t RoutingState::nextTurn(const QString &alias)
{
    const QMutexLocker lock(&m_mutex);
    return m_turns[alias]++;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/sharedparts.h"

namespace nexus {

SharedParts::SharedParts(const LogOutput &log, LedgerParts &ledger, const Environment &environment)
    : m_lister(m_fetcher, environment)
    , m_keySets(m_fetcher, log.logger("auth"))
    , m_routing(log.logger("routing"))
    , m_catalog(m_lister, log.logger("routing"))
    , m_rooms {.records = ledger.records(),
          .live = ledger.live(),
          .programs = ledger.programs(),
          .budgets = ledger.budgets(),
          .pause = m_pause,
          .streams = ledger.streams(),
          .upstreamCalls = ledger.upstreamCalls(),
          .keySets = m_keySets,
          .counters = m_counters,
          .cache = m_cache,
          .routing = m_routing,
          .catalog = m_catalog,
          .reasoning = m_reasoning,
          .usageRefusals = m_usageRefusals,
          .environment = environment,
          .log = log.logger("limits")}
{ }

SharedParts::~SharedParts() = default;

void SharedParts::setConfig(const ConfigSnapshot &config)
{
    m_keySets.setConfig(config);
    m_cache.setConfig(config->llm.cache);
    m_routing.setConfig(config);
    m_lister.setConfig(config);
    m_catalog.setConfig(config);
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/headerrule.h"
#include "config/tablereader.h"
#include "config/trafficconfig.h"

namespace nexus {

//! \brief A limit per client that the file sets, for the rules that span sections.
struct LimitUse {
    TextPosition at;
    QString group; //!< empty when it holds for everyone
};

//! \brief Reads the `timeouts` table of \a parent, if there is one.
void readTimeouts(TableReader &parent, Timeouts &out);
//! \brief Reads the `retries` table of \a parent, if there is one.
void readRetries(TableReader &parent, Retries &out);
//! \brief Reads `server.rate_limits`, if there is one.
void readRateLimits(TableReader &server, RateLimits &out);
//! \brief Reads `rate_limits.per_user` of a provider or a model, if there is one, and notes what it sets in
//! \a uses.
void readPerUserLimits(TableReader &parent, std::optional<PerUserLimits> &out, std::vector<LimitUse> &uses);
//! \brief Reads the `headers` list of a provider or a model, if there is one.
void readHeaderRules(TableReader &parent, std::vector<HeaderRule> &out);
//! \brief Reads `llm.cache`, if there is one.
void readCache(TableReader &llm, CacheConfig &out);
//! \brief Reads `llm.circuit_breaker`, if there is one.
void readCircuitBreaker(TableReader &llm, CircuitBreakerConfig &out);

} // namespace nexus

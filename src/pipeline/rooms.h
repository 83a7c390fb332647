// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keysetsource.h"
#include "base/logger.h"
#include "cache/answercache.h"
#include "cache/keymemory.h"
#include "config/gatewayconfig.h"
#include "contract/activecount.h"
#include "contract/budgetgate.h"
#include "contract/livedesk.h"
#include "contract/pauseswitch.h"
#include "contract/programfinder.h"
#include "contract/requestrecord.h"
#include "limits/slidingcounters.h"
#include "routing/modelcatalog.h"
#include "routing/router.h"
#include "routing/routingstate.h"
#include "secrets/environment.h"
#include "translate/reasoningmemory.h"
#include "translate/usagerefusals.h"

#include <memory>

namespace nexus {

class AccessControl;
class Upstreams;

//! \brief What the pipelines of all workers share. Everything outlives them and is thread-safe.
struct SharedRooms {
    RecordSink &records; //!< takes the record of every request
    LiveDesk &live; //!< knows the running ones
    ProgramFinder &programs; //!< behind the connections
    BudgetGate &budgets; //!< says what may be spent
    const PauseSwitch &pause; //!< says whether anything may be sent at all
    ActiveCount &streams; //!< that have begun and not ended
    ActiveCount &upstreamCalls; //!< in flight
    KeySetSource &keySets;
    SlidingCounters &counters;
    AnswerCache &cache;
    RoutingState &routing;
    ModelCatalog &catalog;
    ReasoningMemory &reasoning;
    UsageRefusals &usageRefusals;
    const Environment &environment;
    Logger log;
};

//! \brief What an exchange needs of the rooms it walks through. The references outlive every exchange.
struct Rooms {
    ConfigSnapshot config; //!< as it was when the request came
    std::shared_ptr<const Router> router; //!< of the same configuration; nullptr where nothing is routed
    const SharedRooms &shared;
    AccessControl &access;
    Upstreams &upstreams;
    KeyMemory &cacheKeys; //!< of this worker
};

} // namespace nexus

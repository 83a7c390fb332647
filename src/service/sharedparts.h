// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keysetsource.h"
#include "base/logger.h"
#include "cache/answercache.h"
#include "config/gatewayconfig.h"
#include "contract/requestrecord.h"
#include "limits/slidingcounters.h"
#include "pipeline/rooms.h"
#include "routing/modelcatalog.h"
#include "routing/routingstate.h"
#include "secrets/environment.h"
#include "service/ledgerparts.h"
#include "translate/reasoningmemory.h"
#include "translate/usagerefusals.h"
#include "upstream/modellister.h"
#include "upstream/webfetcher.h"

namespace nexus {

//! \brief What all workers share beside the configuration, and outlives them. Lives in the gateway's thread.
//!
//! It stays when the configuration changes, so that counts, answers and lists survive an edit.
class SharedParts final {
public:
    //! \param ledger, environment outlive this
    SharedParts(const LogOutput &log, LedgerParts &ledger, const Environment &environment);
    ~SharedParts();
    Q_DISABLE_COPY_MOVE(SharedParts)

    //! \brief Takes over \a config; to be told before the workers are.
    void setConfig(const ConfigSnapshot &config);

    [[nodiscard]] const SharedRooms &rooms() const { return m_rooms; }

    //! \brief Keeps requests from providers for as long as people want.
    [[nodiscard]] PauseSwitch &pause() { return m_pause; }

    //! \brief The models of all providers.
    [[nodiscard]] ModelCatalog &catalog() { return m_catalog; }

    //! \brief Which providers rest.
    [[nodiscard]] RoutingState &routing() { return m_routing; }

private:
    PauseSwitch m_pause;
    WebFetcher m_fetcher;
    ModelLister m_lister;
    KeySetSource m_keySets;
    SlidingCounters m_counters;
    AnswerCache m_cache;
    RoutingState m_routing;
    ModelCatalog m_catalog;
    ReasoningMemory m_reasoning;
    UsageRefusals m_usageRefusals;
    SharedRooms m_rooms;
};

} // namespace nexus

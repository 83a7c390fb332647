// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "contract/requestrecord.h"
#include "routing/router.h"
#include "translate/reasoningmemory.h"
#include "translate/usagerefusals.h"
#include "upstream/upstreams.h"

#include <memory>

namespace nexus {

//! \brief What an exchange needs of the rooms it walks through. The references outlive every exchange.
struct Rooms {
    ConfigSnapshot config; //!< as it was when the request came
    std::shared_ptr<const Router> router; //!< of the same configuration
    Upstreams &upstreams;
    RecordSink &records;
    ReasoningMemory &reasoning;
    UsageRefusals &usageRefusals;
};

} // namespace nexus

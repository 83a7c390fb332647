// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "contract/plan.h"
#include "routing/routingstate.h"

#include <vector>

namespace nexus {

//! \brief A target of an alias, with its weight where the alias is weighted.
struct Candidate {
    Target target;
    int weight = 0;
};

//! \brief The targets of \a alias in the order in which this request tries them; \a candidates are in the
//! order of the file.
//!
//! fallback: as in the file. round_robin: each request starts one further, the rest follow in a ring.
//! weighted: drawn by weight one after the other; those of weight zero come last, as in the file.
//! least_latency: unknown ones first, so that they get measured, then the quickest; one request in twenty
//! tries another one first.
[[nodiscard]] std::vector<Target> inOrder(
    const AliasConfig &alias, std::vector<Candidate> candidates, RoutingState &state);

} // namespace nexus

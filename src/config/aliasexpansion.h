// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "config/readcontext.h"

#include <vector>

namespace nexus {

//! \brief An alias as the file writes it: its targets may be names of other aliases.
struct AliasDraft {
    AliasConfig alias;
    std::vector<TextPosition> places; //!< of its targets, one for each
};

//! \brief Puts the targets of an alias where another one names it, in order and each of them once.
//!
//! Strategy, weights and defaults of the inner alias stay behind. An alias that names no other one keeps its
//! targets exactly. Reported are loops, chains of more than 32 aliases, weighted aliases that name another
//! one, and more than 100 targets that come together in this way.
[[nodiscard]] std::vector<AliasConfig> expandAliases(std::vector<AliasDraft> drafts, ReadContext &context);

} // namespace nexus

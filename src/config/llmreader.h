// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "config/tablereader.h"
#include "config/trafficreader.h"

namespace nexus {

//! \brief Reads `[llm]` of \a root and completes it with the built-in demo provider.
//!
//! Limits per client are noted in \a uses for the rules that span sections.
void readLlm(TableReader &root, LlmConfig &out, std::vector<LimitUse> &uses);

} // namespace nexus

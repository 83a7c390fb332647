// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "config/tablereader.h"

namespace nexus {

//! \brief Reads `llm.aliases`. The providers of \a out must be complete: targets are checked against them.
void readAliases(TableReader &llm, LlmConfig &out);

} // namespace nexus

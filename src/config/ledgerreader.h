// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "config/tablereader.h"

namespace nexus {

//! \brief Reads `[ledger]` of \a root, if there is one.
void readLedger(TableReader &root, LedgerConfig &out);

//! \brief Reads `[budgets]` of \a root, if there is one. The providers of \a llm must be complete.
void readBudgets(TableReader &root, const LlmConfig &llm, std::vector<BudgetConfig> &out);

} // namespace nexus

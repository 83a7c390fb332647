// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/budgets/budgetboard.h"
#include "ledger/history/historyreader.h"

namespace nexus {

//! \brief What of the history counts for \a opening: no row fits two of the filters.
//!
//! The history knows a client without a name of its own by its program, which a budget does not.
[[nodiscard]] std::vector<HistoryFilter> budgetFilters(const BudgetOpening &opening);

//! \brief Tells \a board what was spent before \a opening, as the history has it.
[[nodiscard]] Result<void> restoreBudget(
    const HistoryReader &reader, const BudgetOpening &opening, BudgetBoard &board);

} // namespace nexus

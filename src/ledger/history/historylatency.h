// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historylabel.h"

namespace nexus {

//! \brief Finds the times of each of \a sums, whose labels are those of \a label.
[[nodiscard]] Result<void> addLatency(const HistoryReader &reader, const HistoryCondition &condition,
    const HistoryLabel &label, std::vector<UsageSum> &sums);

//! \brief The times in \a times, which are put in order; nothing when there are none.
[[nodiscard]] std::optional<LatencyTimes> latencyOf(std::vector<qint64> &times);

} // namespace nexus

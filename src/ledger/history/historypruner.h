// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/ledgerconfig.h"
#include "ledger/history/historydatabase.h"

#include <QTimeZone>

#include <chrono>

namespace nexus {

//! \brief What was taken out of the history.
struct PrunedHistory {
    qint64 rows = 0;
    qint64 bodies = 0;
    bool isComplete = true; //!< false when there is more to take out than is taken at one time
};

//! \brief Takes out what is older than `ledger.retention`, then, while the file's contents are larger than
//! `ledger.max_size`, the oldest bodies, and when there are none left the oldest rows.
//!
//! Sums go by age alone: what was spent stays known when its rows had to make room. Works in small
//! transactions, so that other writers get in between, and only so much at one time. The room goes back to
//! the file system.
[[nodiscard]] Result<PrunedHistory> pruneHistory(const HistoryDatabase &database, const LedgerConfig &config,
    std::chrono::system_clock::time_point now, const QTimeZone &zone);

//! \brief Bytes that the history's contents need in the file.
[[nodiscard]] Result<qint64> historySize(const HistoryDatabase &database);

} // namespace nexus

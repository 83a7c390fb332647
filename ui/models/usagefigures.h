// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historysums.h"

#include <QDateTime>

#include <vector>

namespace nexus {

//! \brief What the pages about usage ask the history.
struct UsageAsk {
    QDateTime begin;
    QDateTime end; //!< the first moment behind it
    UsageQuery::By by = UsageQuery::By::Model; //!< a name, or Day for no parts at all
    bool isHourly = false; //!< bars of hours instead of days
};

//! \brief One bar: a stretch of time, and what each name used in it.
struct UsageBucket {
    QDateTime begin;
    QDateTime end; //!< the first moment behind it
    std::vector<UsageSum> parts; //!< by name, those without requests left out
};

//! \brief The bars and the table of one question; the sums of both are the same to the micro-dollar.
struct UsageFigures {
    std::vector<UsageBucket> buckets;
    std::vector<UsageSum> rows; //!< by name, the dearest first
    UsageSum total;
};

//! \brief Reads the figures of \a ask; blocks on the file.
[[nodiscard]] Result<UsageFigures> readUsage(const HistoryReader &reader, const UsageAsk &ask);

//! \brief The hours or days from \a begin on that \a end lies behind, each without parts. Days on which
//! clocks change have their real length.
[[nodiscard]] std::vector<UsageBucket> emptyBuckets(
    const QDateTime &begin, const QDateTime &end, bool isHourly);

//! \brief A filter for requests from \a begin to before \a end.
[[nodiscard]] HistoryFilter timeFilter(const QDateTime &begin, const QDateTime &end);

} // namespace nexus

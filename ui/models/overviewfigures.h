// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/usagefigures.h"

#include <vector>

namespace nexus {

//! \brief Over which stretch the chart of the overview goes.
enum class OverviewRange { Hour, Day, Month };

//! \brief One stretch of time of the chart.
struct OverviewBar {
    QDateTime begin;
    QDateTime end; //!< the first moment behind it
    UsageSum sum;
};

//! \brief What the overview shows of the past.
struct OverviewFigures {
    UsageSum today;
    UsageSum yesterday; //!< until the same time of day
    std::vector<OverviewBar> hours; //!< of today and yesterday together, for the small lines: the last 24
    std::vector<OverviewBar> bars; //!< of the range
    std::vector<UsageSum> providers; //!< of the last 24 hours, by name
};

//! \brief Reads them as they are at \a now; blocks on the file.
[[nodiscard]] Result<OverviewFigures> readOverview(
    const HistoryReader &reader, OverviewRange range, const QDateTime &now);

} // namespace nexus

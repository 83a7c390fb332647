// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historyreader.h"

namespace nexus {

//! \brief Times that half, 95 and 99 of a hundred requests stayed below, in microseconds.
struct LatencyTimes {
    qint64 p50 = 0;
    qint64 p95 = 0;
    qint64 p99 = 0;

    bool operator==(const LatencyTimes &) const = default;
};

//! \brief What requests used together.
struct UsageSum {
    QString label; //!< a name, or `2026-01-31`, `2026-01`, `2026-01-31 12:00`; empty for none
    qint64 requests = 0; //!< to a model, whatever became of them
    qint64 errors = 0;
    qint64 cached = 0; //!< answers from memory
    qint64 estimated = 0; //!< whose tokens are a guess
    TokenUsage tokens; //!< without those of answers from memory
    qint64 microDollars = 0; //!< what is known of the cost
    qint64 unpriced = 0; //!< requests whose cost is not known, and not in microDollars
    std::optional<LatencyTimes> duration; //!< of answers from a provider that are no error
    std::optional<LatencyTimes> firstByte;
    qint64 samples = 0; //!< requests that the times were found from
};

//! \brief What to add up.
struct UsageQuery {
    enum class By { All, Hour, Day, Month, Model, Provider, Client, Alias };

    By by = By::All;
    HistoryFilter filter; //!< no costs; quick with times and names alone, else every row is read
    QTimeZone zone = QTimeZone::systemTimeZone(); //!< by which the machine counted days and hours
    bool withLatency = true;
};

//! \brief Adds up, by name with the dearest first, or by time in its order.
//!
//! Percentiles are those of at most 2,000 requests, see UsageSum::samples: of a filter for times an even
//! sample of all, of another filter the newest, and of a name that is rare in the sample its newest 500.
[[nodiscard]] Result<std::vector<UsageSum>> usageSums(const HistoryReader &reader, const UsageQuery &query);

//! \brief All of \a sums as one, without label and times.
[[nodiscard]] UsageSum totalOf(const std::vector<UsageSum> &sums);

} // namespace nexus

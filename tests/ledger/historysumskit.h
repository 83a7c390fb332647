// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "historykit.h"
#include "ledger/history/historysums.h"

namespace nexus {

using By = UsageQuery::By;

constexpr qint64 HOUR = 3'600'000;
constexpr qint64 DAY = 24 * HOUR;

inline Price priceOf(qint64 microDollarsPerMillion)
{
    Price price;
    price.rates = {.input = microDollarsPerMillion, .output = 2 * microDollarsPerMillion};
    return price;
}

// One dollar for each million tokens of gpt-x.
inline HistoryPrices prices()
{
    return [](const QString &, const QString &model, qint64) -> std::optional<Price> {
        return model == QLatin1String("gpt-x") ? std::optional(priceOf(1'000'000)) : std::nullopt;
    };
}

inline std::vector<UsageSum> sumsOf(const HistoryKit &kit, const UsageQuery &query, const HistoryPrices &by)
{
    const auto reader = HistoryReader::open(kit.path(), by);
    const auto sums = reader ? usageSums(*reader, query) : failure(reader.error());
    if (!sums) {
        qWarning("%s", qPrintable(sums.error().message));
        return {};
    }
    return *sums;
}

inline UsageQuery queryBy(By by, const QString &filter = {})
{
    return {.by = by, .filter = parseHistoryFilter(filter, NOON).value(), .zone = QTimeZone::utc()};
}

// A request with nothing but input.
inline RequestRecord simple(qint64 offset, qint64 input)
{
    RequestRecord record = answeredChat(offset, "a");
    record.usage = TokenUsage {.input = input, .cacheRead = 0, .cacheWrite = 0, .output = 0, .reasoning = 0};
    return record;
}

} // namespace nexus

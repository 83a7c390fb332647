// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/usagefigures.h"

namespace nexus {

namespace {

// Money is rounded once in each bar; a sum that was rounded by itself would be another one.
UsageSum sumOfParts(const std::vector<UsageBucket> &buckets, const UsageSum &row)
{
    std::vector<UsageSum> parts;
    for (const UsageBucket &bucket : buckets) {
        const auto part = std::ranges::find(bucket.parts, row.label, &UsageSum::label);
        if (part != bucket.parts.end()) {
            parts.push_back(*part);
        }
    }
    UsageSum out = totalOf(parts);
    out.label = row.label;
    out.duration = row.duration;
    out.firstByte = row.firstByte;
    out.samples = row.samples;
    return out;
}

} // namespace

HistoryFilter timeFilter(const QDateTime &begin, const QDateTime &end)
{
    using Field = HistoryTerm::Field;
    return {{.field = Field::Since, .text = {}, .range = {.low = begin.toMSecsSinceEpoch()}},
        {.field = Field::Until, .text = {}, .range = {.high = end.toMSecsSinceEpoch() - 1}}};
}

std::vector<UsageBucket> emptyBuckets(const QDateTime &begin, const QDateTime &end, bool isHourly)
{
    std::vector<UsageBucket> out;
    QDateTime at = begin;
    while (at < end) {
        const QDateTime next = isHourly ? at.addSecs(3'600) : at.date().addDays(1).startOfDay();
        out.push_back({at, std::min(next, end), {}});
        at = next;
    }
    return out;
}

Result<UsageFigures> readUsage(const HistoryReader &reader, const UsageAsk &ask)
{
    UsageFigures out;
    UsageQuery query {.by = ask.by, .filter = timeFilter(ask.begin, ask.end)};
    Result<std::vector<UsageSum>> rows = usageSums(reader, query);
    if (!rows) {
        return failure(rows.error());
    }
    out.rows = std::move(*rows);
    out.buckets = emptyBuckets(ask.begin, ask.end, ask.isHourly);
    query.withLatency = false;
    for (UsageBucket &bucket : out.buckets) {
        query.filter = timeFilter(bucket.begin, bucket.end);
        Result<std::vector<UsageSum>> parts = usageSums(reader, query);
        if (!parts) {
            return failure(parts.error());
        }
        bucket.parts = std::move(*parts);
    }
    for (UsageSum &row : out.rows) {
        row = sumOfParts(out.buckets, row);
    }
    out.total = totalOf(out.rows);
    return out;
}

} // namespace nexus

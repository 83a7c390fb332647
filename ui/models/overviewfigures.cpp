// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/overviewfigures.h"

#include "ledger/history/historylatency.h"

namespace nexus {

namespace {

constexpr int barsOfHour = 12;
constexpr qint64 barSeconds = 300;
constexpr int rowsOfHour = 20'000; // more than that in an hour are not looked at one by one
constexpr int pageSize = 1'000;

Result<UsageSum> sumOf(
    const HistoryReader &reader, const QDateTime &begin, const QDateTime &end, bool withLatency)
{
    const UsageQuery query {
        .by = UsageQuery::By::All, .filter = timeFilter(begin, end), .withLatency = withLatency};
    const Result<std::vector<UsageSum>> sums = usageSums(reader, query);
    if (!sums) {
        return failure(sums.error());
    }
    return sums->empty() ? UsageSum() : sums->front();
}

// Sums of the history are those of hours and days.
Result<std::vector<OverviewBar>> sums(
    const HistoryReader &reader, const QDateTime &begin, const QDateTime &end, bool isHourly)
{
    std::vector<OverviewBar> out;
    for (const UsageBucket &bucket : emptyBuckets(begin, end, isHourly)) {
        const Result<UsageSum> sum = sumOf(reader, bucket.begin, bucket.end, true);
        if (!sum) {
            return failure(sum.error());
        }
        out.push_back({bucket.begin, bucket.end, *sum});
    }
    return out;
}

void add(OverviewBar &bar, const HistoryRow &row, std::vector<qint64> &firstBytes)
{
    if (row.operation.isEmpty()) {
        return;
    }
    UsageSum &sum = bar.sum;
    ++sum.requests;
    sum.errors += row.isError ? 1 : 0;
    if (isCharged(row) && row.usage) {
        sum.tokens.input += row.usage->input;
        sum.tokens.output += row.usage->output;
    }
    sum.microDollars += row.microDollars.value_or(0);
    if (!row.isError && row.firstByte > 0 && isCharged(row)) {
        firstBytes.push_back(row.firstByte);
    }
}

// Five minutes each, from the requests themselves.
Result<std::vector<OverviewBar>> lastHour(const HistoryReader &reader, const QDateTime &now)
{
    std::vector<OverviewBar> out;
    out.reserve(barsOfHour);
    const QDateTime begin = now.addSecs(-barsOfHour * barSeconds);
    for (int i = 0; i < barsOfHour; ++i) {
        out.push_back({begin.addSecs(i * barSeconds), begin.addSecs((i + 1) * barSeconds), {}});
    }
    std::vector<std::vector<qint64>> firstBytes(out.size());
    qint64 before = 0;
    for (int seen = 0; seen < rowsOfHour; seen += pageSize) {
        const Result<HistoryPage> page = reader.page(timeFilter(begin, now), before, pageSize);
        if (!page) {
            return failure(page.error());
        }
        for (const HistoryRow &row : page->rows) {
            const qint64 place = (row.time - begin.toMSecsSinceEpoch()) / (barSeconds * 1000);
            const auto index = static_cast<std::size_t>(std::clamp<qint64>(place, 0, barsOfHour - 1));
            add(out.at(index), row, firstBytes.at(index));
        }
        before = page->next;
        if (before == 0) {
            break;
        }
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].sum.firstByte = latencyOf(firstBytes[i]);
    }
    return out;
}

} // namespace

Result<OverviewFigures> readOverview(const HistoryReader &reader, OverviewRange range, const QDateTime &now)
{
    OverviewFigures out;
    const QDateTime midnight = now.date().startOfDay();
    const QDateTime before = now.date().addDays(-1).startOfDay();
    const Result<UsageSum> today = sumOf(reader, midnight, now, true);
    if (!today) {
        return failure(today.error());
    }
    out.today = *today;
    const Result<UsageSum> yesterday = sumOf(reader, before, before.addSecs(midnight.secsTo(now)), true);
    if (!yesterday) {
        return failure(yesterday.error());
    }
    out.yesterday = *yesterday;
    const QDateTime hour(now.date(), QTime(now.time().hour(), 0));
    Result<std::vector<OverviewBar>> hours
        = sums(reader, hour.addSecs(-23 * 3'600), hour.addSecs(3'600), true);
    if (!hours) {
        return failure(hours.error());
    }
    out.hours = std::move(*hours);
    Result<std::vector<OverviewBar>> bars = range == OverviewRange::Hour ? lastHour(reader, now)
        : range == OverviewRange::Day                                    ? out.hours
                                      : sums(reader, now.date().addDays(-29).startOfDay(), now, false);
    if (!bars) {
        return failure(bars.error());
    }
    out.bars = std::move(*bars);
    const UsageQuery byProvider {
        .by = UsageQuery::By::Provider, .filter = timeFilter(hour.addSecs(-23 * 3'600), now)};
    Result<std::vector<UsageSum>> providers = usageSums(reader, byProvider);
    if (!providers) {
        return failure(providers.error());
    }
    out.providers = std::move(*providers);
    return out;
}

} // namespace nexus

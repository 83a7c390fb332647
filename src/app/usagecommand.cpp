// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/usagecommand.h"

#include "app/durationtext.h"
#include "app/texttable.h"
#include "ledger/history/historyexport.h"
#include "ledger/history/historysums.h"
#include "ledger/prices/cost.h"

#include <array>

namespace nexus {

namespace {

using By = HistoryAsk::By;

constexpr qsizetype longestName = 60;

struct Column {
    const char *name;
    By by;
    UsageQuery::By query;
};

constexpr std::array COLUMNS {
    Column {"day", By::Day, UsageQuery::By::Day},
    Column {"month", By::Month, UsageQuery::By::Month},
    Column {"model", By::Model, UsageQuery::By::Model},
    Column {"provider", By::Provider, UsageQuery::By::Provider},
    Column {"client", By::Client, UsageQuery::By::Client},
    Column {"alias", By::Alias, UsageQuery::By::Alias},
};

const Column &columnOf(By by)
{
    return *std::ranges::find(COLUMNS, by, &Column::by);
}

QString number(qint64 value)
{
    return QString::number(value);
}

// What is not known is no zero.
QString costText(const UsageSum &sum)
{
    if (sum.unpriced == 0) {
        return dollarText(sum.microDollars);
    }
    return sum.microDollars == 0 ? QStringLiteral("?")
                                 : dollarText(sum.microDollars) + QStringLiteral(" + ?");
}

QString timeText(const std::optional<LatencyTimes> &times, qint64 LatencyTimes::*which)
{
    return times ? durationText((*times).*which) : QStringLiteral("-");
}

QString requestsText(qint64 count)
{
    return count == 1 ? QStringLiteral("1 request") : QStringLiteral("%1 requests").arg(count);
}

QStringList tableRow(const QString &label, const UsageSum &sum)
{
    return {label, number(sum.requests), number(sum.errors), number(sum.cached), number(sum.tokens.input),
        number(sum.tokens.cacheRead), number(sum.tokens.output), number(sum.tokens.reasoning),
        timeText(sum.duration, &LatencyTimes::p50), timeText(sum.duration, &LatencyTimes::p95),
        costText(sum)};
}

QByteArray tableText(const std::vector<UsageSum> &sums, const QString &name)
{
    TextTable table({name, QStringLiteral("requests"), QStringLiteral("errors"), QStringLiteral("cached"),
        QStringLiteral("input"), QStringLiteral("cache read"), QStringLiteral("output"),
        QStringLiteral("reasoning"), QStringLiteral("p50"), QStringLiteral("p95"), QStringLiteral("cost")});
    for (const UsageSum &sum : sums) {
        const QString label = sum.label.isEmpty() ? QStringLiteral("(none)") : shown(sum.label, longestName);
        table.add(tableRow(label, sum));
    }
    const UsageSum total = totalOf(sums);
    table.add(tableRow(QStringLiteral("total"), total));
    QString text = table.text();
    if (total.unpriced > 0) {
        text += QStringLiteral("?: the cost of %1 is not known.\n").arg(requestsText(total.unpriced));
    }
    if (total.estimated > 0) {
        text += QStringLiteral("The tokens of %1 are estimates.\n").arg(requestsText(total.estimated));
    }
    return text.toUtf8();
}

Json timesJson(const std::optional<LatencyTimes> &times)
{
    const auto milliseconds = [](qint64 micros) { return static_cast<double>(micros) / 1e3; };
    return times ? Json {{"p50", milliseconds(times->p50)}, {"p95", milliseconds(times->p95)},
               {"p99", milliseconds(times->p99)}}
                 : Json(nullptr);
}

Json sumJson(const UsageSum &sum)
{
    return {{"label", sum.label.toStdString()}, {"requests", sum.requests}, {"errors", sum.errors},
        {"cached", sum.cached},
        {"tokens",
            {{"input", sum.tokens.input}, {"cache_read", sum.tokens.cacheRead},
                {"cache_write", sum.tokens.cacheWrite}, {"output", sum.tokens.output},
                {"reasoning", sum.tokens.reasoning}}},
        {"estimated_requests", sum.estimated}, {"cost_micro_usd", sum.microDollars},
        {"unpriced_requests", sum.unpriced}, {"duration_ms", timesJson(sum.duration)},
        {"first_byte_ms", timesJson(sum.firstByte)}, {"samples", sum.samples}};
}

QByteArray jsonText(const std::vector<UsageSum> &sums, const QString &name)
{
    Json rows = Json::array();
    for (const UsageSum &sum : sums) {
        rows.push_back(sumJson(sum));
    }
    Json total = sumJson(totalOf(sums));
    for (const char *member : {"label", "duration_ms", "first_byte_ms", "samples"}) {
        total.erase(member);
    }
    return toText({{"by", name.toStdString()}, {"rows", rows}, {"total", total}}) + '\n';
}

QByteArray csvText(const std::vector<UsageSum> &sums, const QString &name)
{
    QByteArray text = csvLine(QStringList {name}
        + QStringLiteral(
            "requests,errors,cached,input_tokens,cache_read_tokens,cache_write_tokens,output_tokens,"
            "reasoning_tokens,estimated_requests,cost_usd,unpriced_requests")
              .split(u','));
    for (const UsageSum &sum : sums) {
        text += csvLine({sum.label, number(sum.requests), number(sum.errors), number(sum.cached),
            number(sum.tokens.input), number(sum.tokens.cacheRead), number(sum.tokens.cacheWrite),
            number(sum.tokens.output), number(sum.tokens.reasoning), number(sum.estimated),
            QString::number(static_cast<double>(sum.microDollars) / 1e6, 'f', 6), number(sum.unpriced)});
    }
    return text;
}

} // namespace

Result<HistoryFilter> filterOf(const HistoryAsk &ask, const QString &since, qint64 now)
{
    Result<HistoryFilter> filter = parseHistoryFilter(ask.filter, now);
    const QString begin = ask.since.isEmpty() ? since : ask.since;
    if (!filter || begin.isEmpty()) {
        return filter;
    }
    const Result<HistoryFilter> time = parseHistoryFilter(QStringLiteral("since:") + begin, now);
    if (!time || time->size() != 1) {
        return failure({.kind = ErrorKind::InvalidRequest,
            .message
            = QStringLiteral("--since must be a time such as 7d, 2026-01-31 or 2026-01-31T12:00:00Z, "
                             "but is '%1'.")
                  .arg(begin),
            .detail = {}});
    }
    filter->push_back(time->front());
    return filter;
}

Result<QByteArray> usageReport(const HistoryReader &reader, const HistoryAsk &ask, qint64 now)
{
    const Result<HistoryFilter> filter = filterOf(ask, QStringLiteral("30d"), now);
    if (!filter) {
        return failure(filter.error());
    }
    const Column &column = columnOf(ask.by);
    const auto sums = usageSums(reader, {.by = column.query, .filter = *filter});
    if (!sums) {
        return failure(sums.error());
    }
    const QString name = QLatin1String(column.name);
    switch (ask.format) {
    case HistoryAsk::Format::Table:
        return tableText(*sums, name);
    case HistoryAsk::Format::Json:
        return jsonText(*sums, name);
    case HistoryAsk::Format::Csv:
        return csvText(*sums, name);
    }
    return QByteArray();
}

} // namespace nexus

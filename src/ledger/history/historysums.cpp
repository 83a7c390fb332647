// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historysums.h"

#include "ledger/history/historylabel.h"
#include "ledger/history/historylatency.h"
#include "ledger/history/historyrangeprices.h"
#include "ledger/history/historyschema.h"

#include <QMap>

#include <algorithm>
#include <tuple>
#include <utility>

namespace nexus {

namespace {

using By = UsageQuery::By;

constexpr qint64 dayTime = 86'400'000; // milliseconds
constexpr qsizetype mostVarying = 1'000; // places in a list of models

// A query for groups of requests.
struct Source {
    QString sql;
    QVariantList values;
};

Result<QSqlQuery> select(const HistoryReader &reader, const Source &source)
{
    QSqlQuery query = reader.database().query();
    Result<void> done = prepare(query, source.sql);
    if (done) {
        int mark = 0;
        for (const QVariant &value : source.values) {
            query.bindValue(mark++, value);
        }
        done = run(query);
    }
    if (!done) {
        return failure(done.error());
    }
    return query;
}

// What requests of one group are alike in. The day is 0 where it does not matter to the price.
struct Keys {
    QString label;
    QString day;
    QVariantList values; // for the marks in them

    [[nodiscard]] QStringList columns(const QString &size) const
    {
        return {label, QStringLiteral("provider"), QStringLiteral("model"), size, day};
    }

    // In the order of the table, and without what is one for all or named already, so that nothing is sorted.
    [[nodiscard]] QString groups() const
    {
        QStringList groups {QStringLiteral("provider"), QStringLiteral("model"), QStringLiteral("size")};
        for (const QString &key : {label, day}) {
            if (!groups.contains(key) && key != QLatin1String("''") && key != QLatin1String("0")) {
                groups.append(key);
            }
        }
        return groups.join(QStringLiteral(", "));
    }
};

Source rowSource(const HistoryCondition &condition, const Keys &keys, const QString &more)
{
    return {.sql = sumsOfRows(keys.columns(sizeColumn()), u'(' + condition.sql + u')' + more),
        .values = keys.values + condition.values};
}

// From a table of sums, of the days or hours in \a range.
Source sumSource(const HistoryCondition &condition, const Keys &keys, const char *table, const char *column,
    const NumberRange &range)
{
    QStringList sums;
    for (const QString &name : sumColumns()) {
        sums += QStringLiteral("SUM(%1)").arg(name);
    }
    const QString sql
        = QStringLiteral("SELECT %1, %2 FROM %3 WHERE (%4) AND %5 BETWEEN %6 AND %7 GROUP BY %8");
    const bool isDayMarked = keys.groups().contains(u'?');
    return {
        .sql = sql.arg(keys.columns(QStringLiteral("size")).join(QStringLiteral(", ")),
            sums.join(QStringLiteral(", ")), QLatin1String(table), condition.sumSql, QLatin1String(column),
            QString::number(range.low), QString::number(range.high), keys.groups()),
        .values = keys.values + condition.sumValues + (isDayMarked ? keys.values : QVariantList())};
}

// Whole hours come from the sums, the rest of the first and the last hour from the rows, which say themselves
// in which hour they are; an hour may come twice.
std::vector<Source> hourSources(const HistoryCondition &condition, const Keys &keys, const QTimeZone &zone)
{
    NumberRange hours;
    const auto [low, high] = condition.times;
    if (low != NumberRange::lowest) {
        hours.low = historyHour(low - 1, zone) + 1;
    }
    if (high != NumberRange::highest) {
        hours.high = historyHour(high + 1, zone) - 1;
    }
    if (hours.low > hours.high) {
        return {rowSource(condition, keys, {})};
    }
    std::vector<Source> sources;
    if (low != NumberRange::lowest) {
        sources.push_back(rowSource(condition, keys,
            QStringLiteral(" AND hour < %1 AND time < %2").arg(hours.low).arg(low + 2 * hourTime)));
    }
    if (high != NumberRange::highest) {
        sources.push_back(rowSource(condition, keys,
            QStringLiteral(" AND hour > %1 AND time > %2").arg(hours.high).arg(high - 2 * hourTime)));
    }
    sources.push_back(sumSource(condition, keys, "(SELECT *, hour / 24 AS day FROM hours)", "hour", hours));
    return sources;
}

// Whole days come from the sums, the rest of the first and the last day from the rows.
std::vector<Source> daySources(const HistoryCondition &condition, const Keys &keys, const QTimeZone &zone)
{
    NumberRange days;
    const auto [low, high] = condition.times;
    if (low != NumberRange::lowest) {
        days.low = historyDay(low - 1, zone) + 1;
    }
    if (high != NumberRange::highest) {
        days.high = historyDay(high + 1, zone) - 1;
    }
    if (days.low > days.high) {
        return {rowSource(condition, keys, {})};
    }
    std::vector<Source> sources;
    if (low != NumberRange::lowest) {
        sources.push_back(
            rowSource(condition, keys, QStringLiteral(" AND time < %1").arg(beginOfDay(days.low, zone))));
    }
    if (high != NumberRange::highest) {
        sources.push_back(rowSource(
            condition, keys, QStringLiteral(" AND time >= %1").arg(beginOfDay(days.high + 1, zone))));
    }
    sources.push_back(sumSource(condition, keys, "sums", "day", days));
    return sources;
}

// Where the sums do not know enough, all comes from the rows.
std::vector<Source> sourcesOf(const HistoryCondition &condition, const Keys &keys, const UsageQuery &query)
{
    if (query.by == By::Hour) {
        return condition.isPlain ? hourSources(condition, keys, query.zone)
                                 : std::vector<Source> {rowSource(condition, keys, {})};
    }
    return condition.sumSql.isNull() ? std::vector<Source> {rowSource(condition, keys, {})}
                                     : daySources(condition, keys, query.zone);
}

// The first and last time of what there is, so that an open range has ends.
Result<NumberRange> extentOf(const HistoryReader &reader, const NumberRange &asked)
{
    auto days = select(reader,
        {.sql = QStringLiteral("SELECT IFNULL(MIN(day), 0), IFNULL(MAX(day), 0) FROM sums"), .values = {}});
    if (!days) {
        return failure(days.error());
    }
    days->next();
    // A zone is up to a day ahead or behind.
    return NumberRange {std::max(asked.low, (days->value(0).toLongLong() - 1) * dayTime),
        std::min(asked.high, (days->value(1).toLongLong() + 2) * dayTime)};
}

Result<Keys> keysOf(const HistoryReader &reader, const HistoryLabel &label, RangePrices &prices)
{
    auto pairs
        = select(reader, {.sql = QStringLiteral("SELECT DISTINCT provider, model FROM sums"), .values = {}});
    if (!pairs) {
        return failure(pairs.error());
    }
    Keys keys {.label = label.sql(), .day = QStringLiteral("0"), .values = {}};
    while (pairs->next()) {
        if (prices.isVarying(pairs->value(0).toString(), pairs->value(1).toString())) {
            keys.values << pairs->value(0) << pairs->value(1);
        }
    }
    if (keys.values.size() > mostVarying) {
        keys.values.clear();
        keys.day = QStringLiteral("day");
    } else if (!keys.values.isEmpty()) {
        const QStringList marks(keys.values.size() / 2, QStringLiteral("(?, ?)"));
        keys.day = QStringLiteral("CASE WHEN (provider, model) IN (VALUES %1) THEN day ELSE 0 END")
                       .arg(marks.join(QStringLiteral(", ")));
    }
    return keys;
}

// Adds groups of requests that are charged alike.
class Adder final {
public:
    explicit Adder(RangePrices &prices)
        : m_prices(prices)
    { }

    //! \brief The columns are those of Keys and sumColumns().
    void add(UsageSum &sum, const QSqlQuery &group)
    {
        const auto number = [&group](int column) { return group.value(column).toLongLong(); };
        sum.requests += number(5);
        sum.errors += number(6);
        sum.cached += number(7);
        const qint64 counted = number(8);
        sum.unpriced += number(9); // whose tokens nobody counted
        sum.estimated += number(10);
        const TokenUsage tokens {.input = number(11),
            .cacheRead = number(12),
            .cacheWrite = number(13),
            .output = number(14),
            .reasoning = number(15)};
        sum.tokens.input += tokens.input;
        sum.tokens.cacheRead += tokens.cacheRead;
        sum.tokens.cacheWrite += tokens.cacheWrite;
        sum.tokens.output += tokens.output;
        sum.tokens.reasoning += tokens.reasoning;
        if (tokens == TokenUsage()) {
            return;
        }
        const std::optional<Price> price
            = m_prices.priceOf(group.value(1).toString(), group.value(2).toString(), number(4));
        const auto cost = price ? historyCost(tokens, counted, group.value(3).toInt(), *price) : std::nullopt;
        // Else what was known when the rows were written.
        sum.microDollars += cost.value_or(number(16));
        sum.unpriced += cost ? 0 : number(17);
    }

private:
    RangePrices &m_prices;
};

Result<std::vector<UsageSum>> addAll(const HistoryReader &reader, const std::vector<Source> &sources,
    const HistoryLabel &label, RangePrices &prices)
{
    Adder adder(prices);
    QMap<QString, UsageSum> sums;
    for (const Source &source : sources) {
        auto groups = select(reader, source);
        if (!groups) {
            return failure(groups.error());
        }
        while (groups->next()) {
            const QString text = label.text(groups->value(0));
            UsageSum &sum = sums[text];
            sum.label = text;
            adder.add(sum, *groups);
        }
    }
    return std::vector<UsageSum>(sums.cbegin(), sums.cend());
}

Error noCosts()
{
    return {.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("Sums cannot be filtered by cost; leave 'cost:' out."),
        .detail = {}};
}

} // namespace

Result<std::vector<UsageSum>> usageSums(const HistoryReader &reader, const UsageQuery &query)
{
    const Result<HistoryCondition> condition = historyCondition(reader.database(), query.filter);
    if (!condition) {
        return failure(condition.error());
    }
    if (!condition->costs.empty()) {
        return failure(noCosts());
    }
    const Result<NumberRange> extent = extentOf(reader, condition->times);
    if (!extent) {
        return failure(extent.error());
    }
    const HistoryLabel label(query.by);
    RangePrices prices(reader.prices(), *extent);
    const Result<Keys> keys = keysOf(reader, label, prices);
    if (!keys) {
        return failure(keys.error());
    }
    auto sums = addAll(reader, sourcesOf(*condition, *keys, query), label, prices);
    if (!sums) {
        return sums;
    }
    if (query.withLatency) {
        if (const Result<void> added = addLatency(reader, *condition, label, *sums); !added) {
            return failure(added.error());
        }
    }
    if (label.isName()) {
        std::ranges::stable_sort(*sums, [](const UsageSum &left, const UsageSum &right) {
            return std::tie(left.microDollars, left.requests) > std::tie(right.microDollars, right.requests);
        });
    }
    return sums;
}

UsageSum totalOf(const std::vector<UsageSum> &sums)
{
    UsageSum total;
    for (const UsageSum &sum : sums) {
        total.requests += sum.requests;
        total.errors += sum.errors;
        total.cached += sum.cached;
        total.estimated += sum.estimated;
        total.tokens.input += sum.tokens.input;
        total.tokens.cacheRead += sum.tokens.cacheRead;
        total.tokens.cacheWrite += sum.tokens.cacheWrite;
        total.tokens.output += sum.tokens.output;
        total.tokens.reasoning += sum.tokens.reasoning;
        total.microDollars += sum.microDollars;
        total.unpriced += sum.unpriced;
    }
    return total;
}

} // namespace nexus

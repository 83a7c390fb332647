// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historysums.h"

#include "ledger/history/historylabel.h"
#include "ledger/history/historylatency.h"
#include "ledger/history/historyschema.h"

#include <QDateTime>
#include <QHash>
#include <QMap>

#include <algorithm>
#include <map>
#include <tuple>

namespace nexus {

namespace {

using By = UsageQuery::By;

constexpr qint64 slotsOfDay = 48;

// Where the sums come from: kept ones where the filter is about times alone, else the rows themselves.
struct Source {
    QString sql; // a table, or a query in parentheses
    QString condition; // on its columns
    QVariantList values; // of both, in order
    NumberRange times;
};

NumberRange timesOf(const HistoryFilter &filter)
{
    NumberRange times;
    for (const HistoryTerm &term : filter) {
        const bool isTime
            = term.field == HistoryTerm::Field::Since || term.field == HistoryTerm::Field::Until;
        if (isTime && !term.isNegated) {
            times.low = std::max(times.low, term.range.low);
            times.high = std::min(times.high, term.range.high);
        }
    }
    return times;
}

Source sourceOf(const HistoryCondition &condition, const NumberRange &times)
{
    if (condition.sumSql.isNull()) {
        return {.sql = u'(' + sumSelect(u'(' + condition.sql + u')') + u')',
            .condition = QStringLiteral("1"),
            .values = condition.values,
            .times = times};
    }
    QString sql = condition.sumSql;
    if (times.low != NumberRange::lowest) {
        sql += QStringLiteral(" AND slot >= %1").arg(times.low / sumSlot);
    }
    if (times.high != NumberRange::highest) {
        sql += QStringLiteral(" AND slot <= %1").arg(times.high / sumSlot);
    }
    return {.sql = QStringLiteral("sums"), .condition = sql, .values = condition.sumValues, .times = times};
}

Result<QSqlQuery> select(const HistoryReader &reader, const Source &source, const QString &what)
{
    QSqlQuery query = reader.database().query();
    Result<void> done = prepare(query, what.arg(source.sql, source.condition));
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

// The first and last time of what there is, so that an open range has ends.
Result<NumberRange> extentOf(const HistoryReader &reader)
{
    QSqlQuery query = reader.database().query();
    Result<void> done = prepare(query, QStringLiteral("SELECT MIN(slot), MAX(slot) FROM sums"));
    if (done) {
        done = run(query);
    }
    if (!done) {
        return failure(done.error());
    }
    if (!query.next() || query.isNull(0)) {
        return NumberRange {0, 0};
    }
    return NumberRange {query.value(0).toLongLong() * sumSlot, (query.value(1).toLongLong() + 1) * sumSlot};
}

// Some vendors charge by the hour of the day; for their models the half hour counts, else the day.
bool isHourly(const HistoryPrices &prices, const QString &provider, const QString &model, NumberRange times)
{
    const qint64 day = slotsOfDay * sumSlot;
    for (const qint64 at : {times.low, times.high, times.high - day, times.high - 2 * day}) {
        const qint64 begin = at / day * day;
        const auto first = prices(provider, model, begin);
        for (qint64 slot = 1; first && slot < slotsOfDay; ++slot) {
            const auto price = prices(provider, model, begin + slot * sumSlot);
            if (!price || price->rates != first->rates) {
                return true;
            }
        }
    }
    return false;
}

QString sqlText(QString text)
{
    // A percent sign would be a place for QString::arg().
    text.replace(u'\'', QStringLiteral("''")).replace(u'%', QStringLiteral("' || char(37) || '"));
    return u'\'' + text + u'\'';
}

// SQL for the half hour whose price holds.
Result<QString> priceSlot(const HistoryReader &reader, const Source &source)
{
    auto pairs = select(reader, source, QStringLiteral("SELECT DISTINCT provider, model FROM %1 WHERE %2"));
    if (!pairs) {
        return failure(pairs.error());
    }
    QStringList hourly;
    while (pairs->next()) {
        const QString provider = pairs->value(0).toString();
        const QString model = pairs->value(1).toString();
        if (isHourly(reader.prices(), provider, model, source.times)) {
            hourly.append(QStringLiteral("(%1, %2)").arg(sqlText(provider), sqlText(model)));
        }
    }
    const QString daily = QStringLiteral("slot - slot % 48");
    return hourly.isEmpty()
        ? daily
        : QStringLiteral("CASE WHEN (provider, model) IN (VALUES ") + hourly.join(QStringLiteral(", "))
            + QStringLiteral(") THEN slot ELSE ") + daily + QStringLiteral(" END");
}

// Adds groups of requests that are charged alike.
class Adder final {
public:
    explicit Adder(const HistoryPrices &prices)
        : m_prices(prices)
    { }

    // The columns are those of the query in addAll().
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
        const std::optional<Price> &price
            = priceAt(group.value(1).toString(), group.value(2).toString(), number(4));
        const auto cost = price ? historyCost(tokens, counted, group.value(3).toInt(), *price) : std::nullopt;
        // Else what was known when the rows were written.
        sum.microDollars += cost.value_or(number(16));
        sum.unpriced += cost ? 0 : number(17);
    }

private:
    const std::optional<Price> &priceAt(const QString &provider, const QString &model, qint64 slot)
    {
        const auto key = std::make_tuple(provider, model, slot);
        const auto known = m_known.find(key);
        return known != m_known.end()
            ? known->second
            : m_known.emplace(key, m_prices(provider, model, slot * sumSlot)).first->second;
    }

    const HistoryPrices &m_prices;
    std::map<std::tuple<QString, QString, qint64>, std::optional<Price>> m_known;
};

Result<std::vector<UsageSum>> addAll(
    const HistoryReader &reader, const Source &source, const HistoryLabel &label)
{
    const Result<QString> slot = priceSlot(reader, source);
    if (!slot) {
        return failure(slot.error());
    }
    const QString what = QStringLiteral("SELECT ") + label.ofSlot()
        + QStringLiteral(" AS label, provider, model, size, ") + *slot
        + QStringLiteral(
            " AS price_slot, SUM(requests), SUM(errors), SUM(cached), SUM(counted), SUM(uncounted), "
            "SUM(estimated), SUM(input), SUM(cache_read), SUM(cache_write), SUM(output), SUM(reasoning), "
            "SUM(cost), SUM(uncosted) FROM %1 WHERE %2 "
            "GROUP BY 1, 2, 3, 4, 5");
    auto groups = select(reader, source, what);
    if (!groups) {
        return failure(groups.error());
    }
    Adder adder(reader.prices());
    QMap<QString, UsageSum> sums;
    while (groups->next()) {
        const QString text = label.text(groups->value(0));
        UsageSum &sum = sums[text];
        sum.label = text;
        adder.add(sum, *groups);
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
    const Result<NumberRange> extent = extentOf(reader);
    if (!extent) {
        return failure(extent.error());
    }
    const NumberRange asked = timesOf(query.filter);
    Source source = sourceOf(*condition, asked);
    source.times = {std::max(asked.low, extent->low), std::min(asked.high, extent->high)};
    const HistoryLabel label(query.by, query.zone, source.times.low, source.times.high);
    auto sums = addAll(reader, source, label);
    if (!sums) {
        return sums;
    }
    if (query.withLatency) {
        if (const Result<void> added = addLatency(reader, *condition, label, *sums); !added) {
            return failure(added.error());
        }
    }
    if (!label.column().isEmpty()) {
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

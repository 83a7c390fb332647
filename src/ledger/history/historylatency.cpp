// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historylatency.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace nexus {

namespace {

constexpr qint64 mostSamples = 2'000;
constexpr qint64 fewSamples = 50; // fewer, and a name's newest rows are looked at
constexpr int mostNames = 50; // that are looked at so

// Errors and answers from memory say nothing about how fast a provider is.
QString measured()
{
    return QStringLiteral("operation <> '' AND is_error = 0 AND attempts > 0 AND duration > 0");
}

struct Times {
    std::vector<qint64> durations;
    std::vector<qint64> firstBytes;
};

using TimesByLabel = QHash<QString, Times>;

Result<void> gather(QSqlQuery &query, const HistoryLabel &label, TimesByLabel &out)
{
    if (const Result<void> done = run(query); !done) {
        return done;
    }
    while (query.next()) {
        Times &times = out[label.text(query.value(0))];
        times.durations.push_back(query.value(1).toLongLong());
        if (const qint64 firstByte = query.value(2).toLongLong(); firstByte > 0) {
            times.firstBytes.push_back(firstByte);
        }
    }
    return {};
}

// Where the rows are that fit a condition which is about times alone. Ids rise with the ends of requests and
// not with their beginnings, so that some are looked at on each side.
Result<NumberRange> idsOf(const HistoryReader &reader, const HistoryCondition &condition)
{
    NumberRange ids;
    for (const auto &[end, order, out] :
        {std::tuple {"MIN", "time", &ids.low}, std::tuple {"MAX", "time DESC", &ids.high}}) {
        QSqlQuery query = reader.database().query();
        Result<void> done = prepare(query,
            QStringLiteral("SELECT %1(id) FROM (SELECT id FROM entries WHERE (%2) ORDER BY %3 LIMIT %4)")
                .arg(QLatin1String(end), condition.sql, QLatin1String(order), QString::number(mostSamples)));
        if (done) {
            condition.bind(query);
            done = run(query);
        }
        if (!done) {
            return failure(done.error());
        }
        if (!query.next() || query.isNull(0)) {
            return NumberRange {1, 0};
        }
        *out = query.value(0).toLongLong();
    }
    return ids;
}

// Rows at even distances are found one by one, without reading those between them.
Result<void> gatherEvenly(const HistoryReader &reader, const HistoryCondition &condition,
    const HistoryLabel &label, TimesByLabel &out)
{
    const Result<NumberRange> ids = idsOf(reader, condition);
    if (!ids || ids->high < ids->low) {
        return ids ? Result<void>() : Result<void>(failure(ids.error()));
    }
    const qint64 step = (ids->high - ids->low) / mostSamples + 1;
    QSqlQuery query = reader.database().query();
    const Result<void> prepared = prepare(query,
        QStringLiteral(
            "WITH RECURSIVE pick(chosen) AS (VALUES(%1) UNION ALL SELECT chosen + %2 FROM pick WHERE chosen "
            "+ "
            "%2 <= %3) SELECT %4, duration, first_byte FROM pick CROSS JOIN requests ON id = chosen "
            "WHERE (%5) AND %6")
            .arg(QString::number(ids->low), QString::number(step), QString::number(ids->high), label.sql(),
                condition.sql, measured()));
    if (!prepared) {
        return prepared;
    }
    condition.bind(query);
    return gather(query, label, out);
}

Result<void> gatherNewest(const HistoryReader &reader, const HistoryCondition &condition,
    const HistoryLabel &label, TimesByLabel &out)
{
    QSqlQuery query = reader.database().query();
    const Result<void> prepared = prepare(query,
        QStringLiteral("SELECT %1, duration, first_byte FROM requests WHERE (%2) AND %3 ORDER BY id DESC "
                       "LIMIT %4")
            .arg(label.sql(), condition.sql, measured(), QString::number(mostSamples)));
    if (!prepared) {
        return prepared;
    }
    condition.bind(query);
    return gather(query, label, out);
}

Result<void> gatherName(const HistoryReader &reader, const HistoryCondition &condition,
    const HistoryLabel &label, const QString &name, TimesByLabel &out)
{
    QSqlQuery query = reader.database().query();
    const Result<void> prepared = prepare(query,
        QStringLiteral("SELECT %1, duration, first_byte FROM requests WHERE id IN (SELECT id FROM entries "
                       "WHERE kind IN (SELECT number FROM kinds WHERE %1 = ?)) AND (%2) AND %3 "
                       "ORDER BY id DESC LIMIT 500")
            .arg(label.sql(), condition.sql, measured()));
    if (!prepared) {
        return prepared;
    }
    query.bindValue(0, name);
    condition.bind(query, 1);
    out.remove(name);
    return gather(query, label, out);
}

Result<void> gatherRareNames(const HistoryReader &reader, const HistoryCondition &condition,
    const HistoryLabel &label, const std::vector<UsageSum> &sums, TimesByLabel &out)
{
    int looked = 0;
    for (const UsageSum &sum : sums) {
        const auto had = static_cast<qint64>(out.value(sum.label).durations.size());
        if (sum.label.isEmpty() || had >= std::min(fewSamples, sum.requests) || looked == mostNames) {
            continue;
        }
        ++looked;
        if (const Result<void> done = gatherName(reader, condition, label, sum.label, out); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

std::optional<LatencyTimes> latencyOf(std::vector<qint64> &times)
{
    if (times.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(times);
    const auto at
        = [&times](std::size_t percent) { return times.at((times.size() * percent + 99) / 100 - 1); };
    return LatencyTimes {.p50 = at(50), .p95 = at(95), .p99 = at(99)};
}

Result<void> addLatency(const HistoryReader &reader, const HistoryCondition &condition,
    const HistoryLabel &label, std::vector<UsageSum> &sums)
{
    TimesByLabel times;
    Result<void> done = condition.isPlain ? gatherEvenly(reader, condition, label, times)
                                          : gatherNewest(reader, condition, label, times);
    if (done && label.isName()) {
        done = gatherRareNames(reader, condition, label, sums, times);
    }
    if (!done) {
        return done;
    }
    for (UsageSum &sum : sums) {
        Times found = times.value(sum.label);
        sum.samples = static_cast<qint64>(found.durations.size());
        sum.duration = latencyOf(found.durations);
        sum.firstByte = latencyOf(found.firstBytes);
    }
    return {};
}

} // namespace nexus

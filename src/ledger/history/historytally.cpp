// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historytally.h"

#include "ledger/history/historyrow.h"
#include "ledger/history/historyschema.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace nexus {

namespace {

int sizeOf(const RequestRecord &record)
{
    const qint64 input = record.usage ? record.usage->input : 0;
    return static_cast<int>(std::ranges::count_if(sumSizes, [input](qint64 above) { return input > above; }));
}

// As sumsOfRows() adds up the same requests.
HistoryTally::Sum sumOf(const RequestRecord &record)
{
    const bool isCached = record.cache == CacheUse::Hit || record.cache == CacheUse::Shared;
    HistoryTally::Sum sum {1, isErrorRecord(record), isCached};
    if (!isCharged(record)) {
        return sum;
    }
    sum[3] = record.usage ? 1 : 0;
    sum[4] = record.usage ? 0 : 1;
    sum[5] = record.isUsageEstimated ? 1 : 0;
    sum[11] = record.microDollars.value_or(0);
    if (record.usage) {
        sum[6] = record.usage->input;
        sum[7] = record.usage->cacheRead;
        sum[8] = record.usage->cacheWrite;
        sum[9] = record.usage->output;
        sum[10] = record.usage->reasoning;
        sum[12] = record.microDollars ? 0 : 1;
    }
    return sum;
}

void addTo(HistoryTally::Sum &sum, const HistoryTally::Sum &more)
{
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum.at(i) += more.at(i);
    }
}

Result<void> run(HistoryStatement &statement, const HistoryTally::Sum &sum)
{
    for (const qint64 number : sum) {
        statement.number(number);
    }
    const auto done = statement.run();
    return done ? Result<void>() : failure(done.error());
}

} // namespace

void HistoryTally::add(const HistoryKind &kind, const RequestRecord &record, qint64 hour)
{
    ++m_rows[&kind];
    if (record.operation) {
        addTo(m_groups[{&kind, sizeOf(record), hour}], sumOf(record));
    }
}

void HistoryTally::clear()
{
    m_groups.clear();
    m_rows.clear();
}

Result<void> HistoryTally::write(const HistoryDatabase &database)
{
    Result<void> done = prepareAll(database);
    for (const auto part : {&HistoryTally::writeDays, &HistoryTally::writeHours, &HistoryTally::writeNames}) {
        if (done) {
            done = (this->*part)();
        }
    }
    return done;
}

Result<void> HistoryTally::prepareAll(const HistoryDatabase &database)
{
    if (m_statements) {
        return {};
    }
    Statements statements;
    for (const auto &[statement, sql] :
        {std::pair {&statements.day, sumStatement("sums", 7)}, {&statements.hour, sumStatement("hours", 4)},
            {&statements.name,
                QByteArray("INSERT INTO names VALUES (?, ?, ?) "
                           "ON CONFLICT DO UPDATE SET count = count + excluded.count")}}) {
        Result<HistoryStatement> prepared = HistoryStatement::prepare(database, sql);
        if (!prepared) {
            return failure(prepared.error());
        }
        *statement = std::move(*prepared);
    }
    m_statements = std::move(statements);
    return {};
}

Result<void> HistoryTally::writeDays()
{
    std::map<std::tuple<const HistoryKind *, int, qint64>, Sum> days;
    for (const auto &[group, sum] : m_groups) {
        addTo(days[{group.kind, group.size, dayOfHour(group.hour)}], sum);
    }
    for (const auto &[key, sum] : days) {
        const auto &[kind, size, day] = key;
        m_statements->day.text(kind->provider).text(kind->model).number(size).number(day);
        m_statements->day.text(kind->client).text(kind->alias).text(kind->askedModel);
        if (const Result<void> done = run(m_statements->day, sum); !done) {
            return done;
        }
    }
    return {};
}

Result<void> HistoryTally::writeHours()
{
    std::map<std::tuple<qint64, QByteArray, QByteArray, int>, Sum> hours;
    for (const auto &[group, sum] : m_groups) {
        addTo(hours[{group.hour, group.kind->provider, group.kind->model, group.size}], sum);
    }
    for (const auto &[key, sum] : hours) {
        const auto &[hour, provider, model, size] = key;
        m_statements->hour.number(hour).text(provider).text(model).number(size);
        if (const Result<void> done = run(m_statements->hour, sum); !done) {
            return done;
        }
    }
    return {};
}

Result<void> HistoryTally::writeNames()
{
    std::map<std::pair<std::string_view, QByteArray>, qint64> names;
    for (const auto &[kind, rows] : m_rows) {
        for (const auto &[column, name] : {std::pair {"provider", &kind->provider}, {"model", &kind->model},
                 {"asked_model", &kind->askedModel}, {"client", &kind->client}, {"alias", &kind->alias}}) {
            if (!name->isEmpty()) {
                names[{column, *name}] += rows;
            }
        }
    }
    for (const auto &[key, count] : names) {
        m_statements->name.text(QByteArrayView(key.first.data(), static_cast<qsizetype>(key.first.size())));
        m_statements->name.text(key.second).number(count);
        if (const auto done = m_statements->name.run(); !done) {
            return failure(done.error());
        }
    }
    return {};
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/telemetry/telemetrytable.h"

#include <algorithm>

namespace nexus {

namespace {

double secondsOf(std::chrono::microseconds time)
{
    return std::chrono::duration<double>(time).count();
}

template<class Row, class Key>
Row &rowIn(std::vector<Row> &rows, QHash<Key, std::size_t> &index, const Key &key)
{
    if (const auto found = index.constFind(key); found != index.constEnd()) {
        return rows[*found];
    }
    // The last one is for all that have none.
    const bool isFull = rows.size() + 1 >= TelemetryTable::maxRows;
    Key own = key;
    if (isFull) {
        own = Key();
        own.isOverflow = true;
        if (const auto found = index.constFind(own); found != index.constEnd()) {
            return rows[*found];
        }
    }
    index.insert(own, rows.size());
    rows.push_back({.key = std::move(own)});
    return rows.back();
}

} // namespace

void TelemetryHistogram::add(double value)
{
    if (m_counts.empty()) {
        m_counts.resize(m_bounds.size() + 1);
        m_min = value;
        m_max = value;
    }
    const auto bucket = std::ranges::lower_bound(m_bounds, value) - m_bounds.begin();
    ++m_counts[static_cast<std::size_t>(bucket)];
    ++m_count;
    m_sum += value;
    m_min = std::min(m_min, value);
    m_max = std::max(m_max, value);
}

TelemetryTable::HttpRow &TelemetryTable::rowOf(const HttpKey &key)
{
    return rowIn(m_http, m_httpIndex, key);
}

TelemetryTable::ModelRow &TelemetryTable::rowOf(const ModelKey &key)
{
    return rowIn(m_models, m_modelIndex, key);
}

void TelemetryTable::add(const RequestRecord &record, const TelemetryFacts &facts)
{
    ++m_count;
    rowOf(HttpKey {.method = methodName(record.method),
              .route = facts.route(record),
              .scheme = facts.scheme(),
              .error = requestErrorName(record),
              .status = record.status})
        .duration.add(secondsOf(record.duration));
    addModels(record, facts);
}

void TelemetryTable::addModels(const RequestRecord &record, const TelemetryFacts &facts)
{
    const QByteArray operation = operationName(record);
    if (operation.isEmpty() || !isFromProvider(record)) {
        return;
    }
    ModelKey key {.operation = operation,
        .provider = {},
        .name = {},
        .model = {},
        .error = {},
        .client = record.who.clientId,
        .group = record.who.group};
    for (const AttemptRecord &attempt : record.attempts) {
        key.provider = facts.provider(attempt.provider);
        key.name = attempt.provider;
        key.model = attempt.model;
        key.error = attemptErrorName(attempt);
        rowOf(key).duration.add(secondsOf(attempt.duration));
    }
    key.error.clear();
    if (record.isStream && record.outcome == Outcome::Answered && record.status == 200
        && record.firstByte.count() > 0) {
        rowOf(key).firstToken.add(secondsOf(record.firstByte));
    }
    if (record.usage && record.operation != Operation::CountTokens) {
        key.isEstimated = record.isUsageEstimated;
        ModelRow &row = rowOf(key);
        row.input.add(static_cast<double>(record.usage->input));
        if (record.operation != Operation::Embeddings) {
            row.output.add(static_cast<double>(record.usage->output));
        }
    }
}

} // namespace nexus

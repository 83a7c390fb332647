// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/metrics/metricstable.h"

#include "ledger/metrics/metricspage.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr int clientGoneStatus = 499;
constexpr int tooManyRequests = 429;
constexpr const char *other = "other";

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

bool isFromMemory(const RequestRecord &record)
{
    return record.cache == CacheUse::Hit || record.cache == CacheUse::Shared;
}

AttemptWord wordOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::UpstreamRefused:
        return error.upstreamStatus == tooManyRequests ? AttemptWord::RateLimited : AttemptWord::Refused;
    case ErrorKind::UpstreamFailed:
        return AttemptWord::Failed;
    case ErrorKind::UpstreamOverloaded:
        return AttemptWord::Overloaded;
    case ErrorKind::UpstreamUnreachable:
        return AttemptWord::Unreachable;
    case ErrorKind::UpstreamInvalid:
        return AttemptWord::Invalid;
    case ErrorKind::UpstreamTimeout:
        return AttemptWord::Timeout;
    case ErrorKind::InvalidRequest:
    case ErrorKind::Unauthenticated:
    case ErrorKind::Forbidden:
    case ErrorKind::ModelNotFound:
    case ErrorKind::PathNotFound:
    case ErrorKind::MethodNotAllowed:
    case ErrorKind::ClientTimeout:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::HeaderTooLarge:
    case ErrorKind::UnsupportedMediaType:
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::Unavailable:
    case ErrorKind::Internal:
        return AttemptWord::Other;
    }
    return AttemptWord::Other;
}

// What is handed through unread has no error, whatever its status.
AttemptWord wordOf(const AttemptRecord &attempt)
{
    if (attempt.error) {
        return wordOf(*attempt.error);
    }
    if (attempt.status == 0) {
        return AttemptWord::Abandoned;
    }
    if (attempt.status == tooManyRequests) {
        return AttemptWord::RateLimited;
    }
    if (attempt.status >= 500) {
        return AttemptWord::Failed;
    }
    return attempt.status >= 400 ? AttemptWord::Refused : AttemptWord::Ok;
}

std::optional<CacheWord> wordOf(CacheUse use)
{
    switch (use) {
    case CacheUse::Off:
        return std::nullopt;
    case CacheUse::Bypass:
        return CacheWord::Bypass;
    case CacheUse::Miss:
        return CacheWord::Miss;
    case CacheUse::Hit:
        return CacheWord::Hit;
    case CacheUse::Shared:
        return CacheWord::Shared;
    }
    return std::nullopt;
}

// The same name as in the history.
QByteArray clientOf(const RequestRecord &record)
{
    if (!record.who.clientId.isEmpty()) {
        return record.who.clientId;
    }
    if (!record.who.label.isEmpty() || !record.program) {
        return record.who.label;
    }
    const std::optional<ClientProgram> program = record.program->program();
    return program ? program->name.toUtf8() : QByteArray();
}

int statusOf(const RequestRecord &record)
{
    if (record.outcome == Outcome::ClientGone) {
        return clientGoneStatus;
    }
    return record.status >= 100 && record.status <= 599 ? record.status : 0;
}

bool isAnsweredBy(const RequestRecord &record, const QString &provider, const QByteArray &model)
{
    return std::ranges::any_of(record.attempts, [&](const AttemptRecord &attempt) {
        return isSuccess(attempt.status) && attempt.model == model && attempt.provider == provider;
    });
}

} // namespace

void DurationHistogram::add(qint64 micros)
{
    const auto bucket = std::ranges::lower_bound(bounds, micros, {}, &std::pair<qint64, const char *>::first);
    ++counts.at(static_cast<std::size_t>(bucket - bounds.begin()));
    sum += micros;
}

bool DurationHistogram::isEmpty() const
{
    return std::ranges::all_of(counts, [](qint64 count) { return count == 0; });
}

// Requests that went nowhere have a row from the start, and what is too much: the others are never refused.
MetricsTable::MetricsTable()
{
    (void)addModel({});
    (void)addModel({other, other});
    for (const QByteArray &name : {QByteArray(), QByteArray(other)}) {
        m_clientIndex.insert(name, m_clients.size());
        m_clients.push_back(labelPair("client", name));
    }
}

void MetricsTable::add(const RequestRecord &record)
{
    const std::size_t model = modelIndex(record.provider, record.upstreamModel, record);
    ClientRow &row = rowOf(model, clientIndex(record));
    ++row.requests[statusOf(record)];
    addTraffic(record, row);
    addAttempts(record);
    addLimits(record);
    if (const std::optional<CacheWord> word = wordOf(record.cache)) {
        ++m_cache.at(static_cast<std::size_t>(*word));
    }
    if (record.provider.isEmpty() || record.outcome == Outcome::Refused) {
        return;
    }
    m_models.at(model).duration.add(record.duration.count());
    if (record.isStream && isSuccess(record.status) && record.firstByte.count() > 0
        && !isFromMemory(record)) {
        m_models.at(model).firstToken.add(record.firstByte.count());
    }
}

// What nobody was asked for costs nothing and moves no tokens.
void MetricsTable::addTraffic(const RequestRecord &record, ClientRow &row)
{
    if (record.attempts.empty() || isFromMemory(record) || record.operation == Operation::CountTokens) {
        return;
    }
    if (record.usage) {
        row.hasTokens = true;
        row.tokens.input += record.usage->input;
        row.tokens.output += record.usage->output;
        row.tokens.cacheRead += record.usage->cacheRead;
        row.tokens.cacheWrite += record.usage->cacheWrite;
        row.tokens.reasoning += record.usage->reasoning;
    }
    if (record.microDollars) {
        row.hasCost = true;
        row.microDollars += *record.microDollars;
    }
}

void MetricsTable::addAttempts(const RequestRecord &record)
{
    for (const AttemptRecord &attempt : record.attempts) {
        const AttemptWord word = wordOf(attempt);
        ++m_models.at(modelIndex(attempt.provider, attempt.model, record))
              .attempts.at(static_cast<std::size_t>(word));
        if (word == AttemptWord::RateLimited) {
            ++m_limited.at(static_cast<std::size_t>(LimitWord::Provider));
        }
    }
}

void MetricsTable::addLimits(const RequestRecord &record)
{
    if (!record.error) {
        return;
    }
    if (record.error->kind == ErrorKind::RateLimited) {
        ++m_limited.at(static_cast<std::size_t>(LimitWord::Gateway));
    } else if (record.error->kind == ErrorKind::QuotaExceeded) {
        ++m_limited.at(static_cast<std::size_t>(LimitWord::Budget));
    }
}

std::size_t MetricsTable::modelIndex(
    const QString &provider, const QByteArray &model, const RequestRecord &record)
{
    const ModelName name {labelText(provider.toUtf8()), labelText(model)};
    if (const auto known = m_modelIndex.constFind(name); known != m_modelIndex.constEnd()) {
        return *known;
    }
    if (m_named >= maxModels || (!m_configured.contains(name) && !isAnsweredBy(record, provider, model))) {
        return otherModel(name.first);
    }
    ++m_named;
    return addModel(name);
}

std::size_t MetricsTable::otherModel(const QByteArray &provider)
{
    if (const auto known = m_modelIndex.constFind({provider, other}); known != m_modelIndex.constEnd()) {
        return *known;
    }
    if (m_providers >= maxProviders) {
        return m_modelIndex.value({other, other});
    }
    ++m_providers;
    return addModel({provider, other});
}

std::size_t MetricsTable::addModel(const ModelName &name)
{
    const std::size_t index = m_models.size();
    m_models.push_back({.labels = labelPair("provider", name.first) + ',' + labelPair("model", name.second),
        .duration = {},
        .firstToken = {}});
    m_modelIndex.insert(name, index);
    return index;
}

std::size_t MetricsTable::clientIndex(const RequestRecord &record)
{
    const QByteArray name = labelText(clientOf(record));
    if (const auto known = m_clientIndex.constFind(name); known != m_clientIndex.constEnd()) {
        return *known;
    }
    // The nameless one and the others are not counted.
    if (m_clients.size() >= maxClients + 2) {
        return m_clientIndex.value(other);
    }
    const std::size_t index = m_clients.size();
    m_clients.push_back(labelPair("client", name));
    m_clientIndex.insert(name, index);
    return index;
}

MetricsTable::ClientRow &MetricsTable::rowOf(std::size_t model, std::size_t client)
{
    const auto keyOf = [model](std::size_t of) { return (quint64(model) << 32U) | of; };
    if (const auto known = m_rowIndex.constFind(keyOf(client)); known != m_rowIndex.constEnd()) {
        return m_rows.at(*known);
    }
    const std::size_t rest = m_clientIndex.value(other);
    if (m_rows.size() >= maxRows && client != rest) {
        return rowOf(model, rest);
    }
    m_rowIndex.insert(keyOf(client), m_rows.size());
    m_rows.push_back({.model = model, .client = client, .requests = {}, .tokens = {}});
    return m_rows.back();
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/metrics/metrics.h"

#include "ledger/metrics/processstate.h"

namespace nexus {

namespace {

using Type = MetricsPage::Type;
using ModelRow = MetricsTable::ModelRow;
using ClientRow = MetricsTable::ClientRow;

QByteArray labelsOf(const MetricsTable &table, const ClientRow &row)
{
    return table.models().at(row.model).labels + ',' + table.clients().at(row.client);
}

void writeRequests(MetricsPage &page, const MetricsTable &table)
{
    page.begin(Type::Counter, "nexus_requests",
        "Requests by the status the client got: 499 where it hung up, 0 where there was none. A stream that "
        "broke has the status of its head. Provider and model are empty for what went to no model.");
    for (const ClientRow &row : table.rows()) {
        const QByteArray &model = table.models().at(row.model).labels;
        const QByteArray &client = table.clients().at(row.client);
        for (const auto &[status, count] : row.requests) {
            page.add(model + ',' + labelPair("status", QByteArray::number(status)) + ',' + client, count);
        }
    }
}

void writeTokens(MetricsPage &page, const MetricsTable &table)
{
    page.begin(Type::Counter, "nexus_tokens",
        "Tokens of answers that providers gave. Input includes cache_read and cache_write, output includes "
        "reasoning.");
    for (const ClientRow &row : table.rows()) {
        if (!row.hasTokens) {
            continue;
        }
        const QByteArray labels = labelsOf(table, row) + ',';
        page.add(labels + labelPair("direction", "input"), row.tokens.input);
        page.add(labels + labelPair("direction", "output"), row.tokens.output);
        page.add(labels + labelPair("direction", "cache_read"), row.tokens.cacheRead);
        page.add(labels + labelPair("direction", "cache_write"), row.tokens.cacheWrite);
        page.add(labels + labelPair("direction", "reasoning"), row.tokens.reasoning);
    }
    page.begin(Type::Counter, "nexus_cost_usd",
        "US dollars that answers cost, where tokens and prices are known.", "usd");
    for (const ClientRow &row : table.rows()) {
        if (row.hasCost) {
            page.add(labelsOf(table, row), decimal(row.microDollars));
        }
    }
}

void writeHistogram(MetricsPage &page, const QByteArray &labels, const DurationHistogram &histogram)
{
    if (histogram.isEmpty()) {
        return;
    }
    qint64 count = 0;
    for (std::size_t i = 0; i < DurationHistogram::bounds.size(); ++i) {
        count += histogram.counts.at(i);
        page.addPart("_bucket", labels + ',' + labelPair("le", DurationHistogram::bounds.at(i).second),
            QByteArray::number(count));
    }
    count += histogram.counts.back();
    page.addPart("_bucket", labels + ',' + labelPair("le", "+Inf"), QByteArray::number(count));
    page.addPart("_sum", labels, decimal(histogram.sum));
    page.addPart("_count", labels, QByteArray::number(count));
}

void writeDurations(MetricsPage &page, const MetricsTable &table)
{
    page.begin(Type::Histogram, "nexus_request_duration_seconds",
        "From the receipt of a request to its end, for those that were not refused.", "seconds");
    for (const ModelRow &row : table.models()) {
        writeHistogram(page, row.labels, row.duration);
    }
    page.begin(Type::Histogram, "nexus_time_to_first_token_seconds",
        "From the receipt of a request to the first bytes of its stream, answers from the cache left out.",
        "seconds");
    for (const ModelRow &row : table.models()) {
        writeHistogram(page, row.labels, row.firstToken);
    }
}

void writeAttempts(MetricsPage &page, const MetricsTable &table)
{
    static constexpr std::array<const char *, static_cast<std::size_t>(AttemptWord::Count_)> words {"ok",
        "refused", "rate_limited", "failed", "overloaded", "unreachable", "invalid", "timeout", "abandoned",
        "other"};
    page.begin(Type::Counter, "nexus_attempts",
        "Calls to providers by what became of them; one request may make several.");
    for (const ModelRow &row : table.models()) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (row.attempts.at(i) > 0) {
                page.add(row.labels + ',' + labelPair("outcome", words.at(i)), row.attempts.at(i));
            }
        }
    }
}

void writeSums(MetricsPage &page, const MetricsTable &table)
{
    page.begin(Type::Counter, "nexus_cache_requests",
        "Requests by what the cache had for them, while it is on; shared waited for another one's answer.");
    page.add(labelPair("result", "hit"), table.cache(CacheWord::Hit));
    page.add(labelPair("result", "shared"), table.cache(CacheWord::Shared));
    page.add(labelPair("result", "miss"), table.cache(CacheWord::Miss));
    page.add(labelPair("result", "bypass"), table.cache(CacheWord::Bypass));
    page.begin(Type::Counter, "nexus_rate_limited",
        "Refusals: by a limit of the gateway, by a budget, or by a provider's limit at an attempt.");
    page.add(labelPair("by", "gateway"), table.limited(LimitWord::Gateway));
    page.add(labelPair("by", "budget"), table.limited(LimitWord::Budget));
    page.add(labelPair("by", "provider"), table.limited(LimitWord::Provider));
}

void writeGauges(MetricsPage &page, const Metrics::Gauges &gauges)
{
    page.begin(Type::Gauge, "nexus_streams_active", "Streams that have begun and not ended.");
    page.add({}, gauges.activeStreams());
    page.begin(Type::Gauge, "nexus_upstream_connections",
        "Calls to providers in flight, each of which has a connection to itself, but over HTTP/2, where many "
        "share one. Connections that wait for a next call are not counted.");
    page.add({}, gauges.upstreamCalls());
    page.begin(Type::Counter, "nexus_history_dropped",
        "Requests that the history could not keep, since it was opened.");
    page.add({}, gauges.historyDropped());
    page.begin(Type::Gauge, "nexus_build_info", "The version that runs. Always 1.");
    page.add(labelPair("version", NEXUS_VERSION), 1);
}

void writeProcess(MetricsPage &page)
{
    const std::optional<ProcessState> state = processState();
    if (!state) {
        return;
    }
    page.begin(
        Type::Counter, "process_cpu_seconds", "Time spent by the processor on the gateway.", "seconds");
    page.add({}, decimal(state->cpuMicros));
    page.begin(Type::Gauge, "process_resident_memory_bytes", "Memory that is in use.", "bytes");
    page.add({}, state->residentBytes);
    page.begin(Type::Gauge, "process_virtual_memory_bytes", "Addresses that are in use.", "bytes");
    page.add({}, state->virtualBytes);
    page.begin(Type::Gauge, "process_open_fds", "Open files and sockets.");
    page.add({}, state->openFiles);
    if (state->maxFiles) {
        page.begin(Type::Gauge, "process_max_fds", "How many files and sockets may be open.");
        page.add({}, *state->maxFiles);
    }
    page.begin(
        Type::Gauge, "process_start_time_seconds", "When the gateway was started, since 1970.", "seconds");
    page.add({}, decimal(state->startMicros));
}

} // namespace

Metrics::Metrics(Gauges gauges)
    : m_gauges(std::move(gauges))
{ }

void Metrics::setConfig(const ConfigSnapshot &config)
{
    QSet<MetricsTable::ModelName> models;
    for (const ProviderConfig &provider : config->llm.providers) {
        for (const ModelConfig &model : provider.models) {
            models.insert({labelText(provider.name.toUtf8()),
                labelText(model.rename.isEmpty() ? model.name : model.rename)});
        }
    }
    const QMutexLocker lock(&m_mutex);
    m_table.setConfigured(std::move(models));
}

void Metrics::record(const RequestRecord &record)
{
    const QMutexLocker lock(&m_mutex);
    m_table.add(record);
}

QByteArray Metrics::page(MetricsFormat format) const
{
    QMutexLocker lock(&m_mutex);
    const MetricsTable table = m_table;
    lock.unlock();
    MetricsPage page(format);
    writeRequests(page, table);
    writeDurations(page, table);
    writeTokens(page, table);
    writeAttempts(page, table);
    writeSums(page, table);
    writeGauges(page, m_gauges);
    writeProcess(page);
    return page.take();
}

} // namespace nexus

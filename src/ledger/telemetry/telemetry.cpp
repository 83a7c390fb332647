// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/telemetry/telemetry.h"

#include "ledger/telemetry/metricwriter.h"
#include "ledger/telemetry/otlpjson.h"
#include "ledger/telemetry/spanwriter.h"

#include <QPointer>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace nexus {

namespace {

std::optional<OtlpExporter> copyOf(const OtlpExporter *exporter)
{
    return exporter != nullptr ? std::optional(*exporter) : std::nullopt;
}

void follow(QTimer &timer, const OtlpExporter *exporter)
{
    if (exporter == nullptr) {
        timer.stop();
    } else if (!timer.isActive() || timer.intervalAsDuration() != exporter->batchExport.scheduledDelay) {
        timer.start(exporter->batchExport.scheduledDelay);
    }
}

bool wantsGrpc(const std::optional<OtlpExporter> &exporter)
{
    return exporter && exporter->isEnabled && exporter->protocol == OtlpExporter::Protocol::Grpc;
}

} // namespace

Telemetry::Telemetry(HttpFetcher &fetcher, const Logger &log, std::chrono::milliseconds firstPause)
    : m_log(log)
    , m_instance(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
    , m_start(std::chrono::system_clock::now())
    , m_traceSender(fetcher, "traces", log, firstPause)
    , m_metricSender(fetcher, "metrics", log, firstPause)
{
    connect(&m_traceTimer, &QTimer::timeout, this, [this] {
        m_isSpanDue = true;
        sendSpans();
    });
    connect(&m_metricTimer, &QTimer::timeout, this, &Telemetry::sendMetrics);
    connect(&m_traceSender, &OtlpSender::idle, this, &Telemetry::onTracesIdle);
    connect(&m_metricSender, &OtlpSender::idle, this, &Telemetry::endFlush);
}

Telemetry::~Telemetry() = default;

void Telemetry::setConfig(const ConfigSnapshot &config)
{
    const bool isSame = m_config && m_config->telemetry == config->telemetry;
    m_config = config;
    if (!isSame) {
        warnOfProtocols(config->telemetry);
        m_resource = otlpResource(config->telemetry, m_instance);
        setTraces(config->telemetry);
        setMetrics(config->telemetry);
    }
    auto facts = std::make_shared<const TelemetryFacts>(*config);
    const QMutexLocker lock(&m_mutex);
    m_facts = std::move(facts);
    m_isOn = m_areTracesOn || m_areMetricsOn;
}

void Telemetry::warnOfProtocols(const TelemetryConfig &config)
{
    const std::array<std::pair<const char *, const std::optional<OtlpExporter> &>, 3> exporters {
        {{"telemetry.exporters.otlp", config.otlp}, {"telemetry.tracing.exporters.otlp", config.tracing.otlp},
            {"telemetry.metrics.exporters.otlp", config.metricsOtlp}}};
    for (const auto &[name, exporter] : exporters) {
        if (wantsGrpc(exporter)) {
            m_log.event(LogLevel::Warn, "telemetry_protocol",
                {{"key", std::string(name) + ".protocol"}, {"reason", "OTLP over gRPC is not spoken"},
                    {"effect", "nothing is exported"},
                    {"next", "set protocol = \"http\", and endpoint to the collector's port 4318"}});
        }
    }
}

void Telemetry::setTraces(const TelemetryConfig &config)
{
    const OtlpExporter *exporter = config.traceExporter();
    m_traceSender.setExporter(copyOf(exporter));
    follow(m_traceTimer, exporter);
    const QMutexLocker lock(&m_mutex);
    m_areTracesOn = exporter != nullptr;
    if (exporter == nullptr) {
        m_queue.clear();
        m_spans = 0;
        return;
    }
    m_maxSpans = exporter->batchExport.maxQueueSize;
    m_maxBatch = std::min(exporter->batchExport.maxExportBatchSize, m_maxSpans);
}

void Telemetry::setMetrics(const TelemetryConfig &config)
{
    const OtlpExporter *exporter = config.metricExporter();
    m_metricSender.setExporter(copyOf(exporter));
    follow(m_metricTimer, exporter);
    const QMutexLocker lock(&m_mutex);
    m_areMetricsOn = exporter != nullptr;
}

void Telemetry::record(const RequestRecord &record)
{
    if (!m_isOn.load(std::memory_order_relaxed)) {
        return;
    }
    const QMutexLocker lock(&m_mutex);
    if (m_areMetricsOn) {
        m_table.add(record, *m_facts);
    }
    if (m_areTracesOn && record.trace && record.trace->isSampled) {
        queueSpans(record);
    }
}

// With the lock held.
void Telemetry::queueSpans(const RequestRecord &record)
{
    const int spans = spanCount(record);
    if (m_spans + spans > m_maxSpans) {
        m_lostSpans += spans;
        return;
    }
    m_queue.push_back(record);
    m_queue.back().bodies = {};
    m_spans += spans;
    if (m_spans >= m_maxBatch && !std::exchange(m_isWoken, true)) {
        QMetaObject::invokeMethod(this, &Telemetry::sendSpans, Qt::QueuedConnection);
    }
}

std::deque<RequestRecord> Telemetry::takeBatch()
{
    std::deque<RequestRecord> batch;
    qint64 lost = 0;
    {
        const QMutexLocker lock(&m_mutex);
        m_isWoken = false;
        if (m_traceSender.isBusy() || (!m_isSpanDue && m_spans < m_maxBatch)) {
            return {};
        }
        lost = std::exchange(m_lostSpans, 0);
        int spans = 0;
        while (!m_queue.empty() && (batch.empty() || spans + spanCount(m_queue.front()) <= m_maxBatch)) {
            spans += spanCount(m_queue.front());
            batch.push_back(std::move(m_queue.front()));
            m_queue.pop_front();
        }
        m_spans -= spans;
        m_isSpanDue = m_isSpanDue && !m_queue.empty();
    }
    if (lost > 0) {
        m_traceSender.noteLost(lost, QStringLiteral("the queue of max_queue_size spans was full"));
    }
    return batch;
}

void Telemetry::sendSpans()
{
    if (!m_traceSender.isOn()) {
        return;
    }
    const std::deque<RequestRecord> batch = takeBatch();
    if (batch.empty()) {
        return;
    }
    const TelemetryFacts facts(*m_config);
    Json spans = Json::array();
    for (const RequestRecord &record : batch) {
        addSpans(spans, record, facts, m_config->telemetry.tracing.limits);
    }
    const auto count = static_cast<qint64>(spans.size());
    m_traceSender.send(otlpTraces(m_resource, std::move(spans)), count);
}

void Telemetry::onTracesIdle()
{
    sendSpans();
    endFlush();
}

void Telemetry::sendMetrics()
{
    if (!m_metricSender.isOn() || m_metricSender.isBusy()) {
        return;
    }
    TelemetryTable table;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_table.count() == m_metricsSent) {
            return;
        }
        table = m_table;
    }
    m_metricsSent = table.count();
    const Json metrics = metricsOf(table, m_start, std::chrono::system_clock::now());
    m_metricSender.send(otlpMetrics(m_resource, metrics), static_cast<qint64>(metrics.size()));
}

void Telemetry::flush(std::chrono::milliseconds limit, QObject *context, std::function<void()> done)
{
    m_isSpanDue = true;
    sendSpans();
    sendMetrics();
    if (!m_traceSender.isBusy() && !m_metricSender.isBusy()) {
        done();
        return;
    }
    m_flushed = [context = QPointer<QObject>(context), done = std::move(done)] {
        if (context) {
            done();
        }
    };
    QTimer::singleShot(limit, this, [this] {
        if (const auto flushed = std::exchange(m_flushed, nullptr)) {
            flushed();
        }
    });
}

void Telemetry::endFlush()
{
    if (!m_flushed || m_traceSender.isBusy() || m_metricSender.isBusy()) {
        return;
    }
    // What came while the last was under way.
    sendMetrics();
    if (!m_metricSender.isBusy()) {
        std::exchange(m_flushed, nullptr)();
    }
}

} // namespace nexus

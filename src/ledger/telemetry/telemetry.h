// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "contract/requestrecord.h"
#include "ledger/telemetry/otlpsender.h"
#include "ledger/telemetry/telemetrytable.h"
#include "wire/json.h"

#include <QMutex>

#include <atomic>
#include <deque>
#include <functional>

namespace nexus {

//! \brief Tells collectors of every request by OpenTelemetry: sampled traces and metrics, as OTLP/HTTP with
//! JSON.
//!
//! Lives in the gateway's thread, where everything is written and sent; record() may be called from any
//! thread, blocks for no more than a moment and costs nothing while nothing is exported. Spans wait in a
//! queue of at most `max_queue_size`; those that find it full are lost, which is said once.
class Telemetry final : public QObject, public RecordSink {
    Q_OBJECT

public:
    //! \param fetcher outlives this and lives in the same thread
    //! \param firstPause before a collector that could not take something is asked again
    Telemetry(HttpFetcher &fetcher, const Logger &log,
        std::chrono::milliseconds firstPause = std::chrono::seconds(1));
    ~Telemetry() override;

    //! \brief Follows \a config. Warns of exporters whose protocol is not spoken, once for each
    //! configuration.
    void setConfig(const ConfigSnapshot &config);

    void record(const RequestRecord &record) override;

    //! \brief Sends what has not been sent, then calls \a done: at once where there is nothing, and after
    //! \a limit whatever has become of it. Not called when \a context died before.
    void flush(std::chrono::milliseconds limit, QObject *context, std::function<void()> done);

private:
    void warnOfProtocols(const TelemetryConfig &config);
    void setTraces(const TelemetryConfig &config);
    void setMetrics(const TelemetryConfig &config);
    void queueSpans(const RequestRecord &record);
    [[nodiscard]] std::deque<RequestRecord> takeBatch();
    void sendSpans();
    void sendMetrics();
    void onTracesIdle();
    void endFlush();

    const Logger m_log;
    const QByteArray m_instance;
    const std::chrono::system_clock::time_point m_start;
    OtlpSender m_traceSender;
    OtlpSender m_metricSender;
    QTimer m_traceTimer;
    QTimer m_metricTimer;
    ConfigSnapshot m_config;
    Json m_resource;
    quint64 m_metricsSent = 0; // records in what was sent last
    bool m_isSpanDue = false; // everything goes, not only whole batches
    std::function<void()> m_flushed;

    std::atomic_bool m_isOn = false;
    QMutex m_mutex; // guards what follows
    std::shared_ptr<const TelemetryFacts> m_facts;
    bool m_areTracesOn = false;
    bool m_areMetricsOn = false;
    int m_maxSpans = 0;
    int m_maxBatch = 0;
    std::deque<RequestRecord> m_queue;
    int m_spans = 0; // in m_queue
    qint64 m_lostSpans = 0; // that found it full
    bool m_isWoken = false;
    TelemetryTable m_table;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpoints/metricsexchange.h"

#include "contract/responsesink.h"
#include "wire/errorbody.h"

namespace nexus {

ResponseHead metricsHead(MetricsFormat format)
{
    return {.status = 200, .headers = {{"Content-Type", contentType(format)}, {"Vary", "Accept"}}};
}

MetricsExchange::MetricsExchange(std::shared_ptr<const RequestSnapshot> request, Pipeline &pipeline,
    const Metrics &metrics, ResponseSink &sink)
    : QObject(&pipeline)
    , m_request(std::move(request))
    , m_pipeline(pipeline)
    , m_metrics(metrics)
    , m_sink(&sink)
{
    connect(&sink, &ResponseSink::clientGone, this, [this] {
        RequestRecord record = endedRecord(*m_request, Dialect::OpenAi, 0, 0, std::nullopt);
        record.outcome = Outcome::ClientGone;
        finish(std::move(record));
    });
}

void MetricsExchange::start()
{
    m_pipeline.access().authenticate(
        *m_request, this, [this](const Result<void> &admitted) { onAuthenticated(admitted); });
}

void MetricsExchange::onAuthenticated(const Result<void> &admitted)
{
    if (m_isOver) {
        return;
    }
    if (!admitted) {
        const Error &error = admitted.error();
        send(errorHead(error), errorBody(error, Dialect::OpenAi, m_request->id), error);
        return;
    }
    const MetricsFormat format = acceptedFormat(m_request->headers.value("Accept"));
    send(metricsHead(format), m_metrics.page(format), std::nullopt);
}

void MetricsExchange::send(
    const ResponseHead &head, const QByteArray &body, const std::optional<Error> &error)
{
    if (m_sink) {
        m_sink->send(head, body);
    }
    RequestRecord record = endedRecord(*m_request, Dialect::OpenAi, head.status, body.size(), error);
    record.isProbe = !error;
    finish(std::move(record));
}

void MetricsExchange::finish(RequestRecord record)
{
    if (std::exchange(m_isOver, true)) {
        return;
    }
    m_pipeline.shared().records.record(record);
    deleteLater();
}

} // namespace nexus

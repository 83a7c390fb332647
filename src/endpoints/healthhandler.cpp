// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpoints/healthhandler.h"

#include "contract/responsesink.h"
#include "endpoints/healthanswer.h"
#include "endpoints/metricsexchange.h"
#include "wire/errorbody.h"

namespace nexus {

namespace {

constexpr const char *allowed = "GET, HEAD";

bool isMetrics(const QByteArray &path)
{
    return path == "/metrics" || path == "/metrics/";
}

} // namespace

HealthHandler::HealthHandler(const Sources &sources)
    : m_sources(sources)
{ }

void HealthHandler::handle(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink)
{
    const bool isPage = isHealth(request->path);
    const bool isElse = request->path != "/" && !isMetrics(request->path);
    if (!isPage && isElse) {
        refuse(*request,
            {.kind = ErrorKind::PathNotFound,
                .message = QStringLiteral("There is nothing at this path. The health page is at %1.")
                               .arg(QString::fromUtf8(m_config->server.healthPath)),
                .detail = {}},
            sink);
        return;
    }
    if (request->method != "GET" && request->method != "HEAD") {
        refuse(*request,
            {.kind = ErrorKind::MethodNotAllowed,
                .message = QStringLiteral("%1 is not allowed here. Use %2.")
                               .arg(QString::fromUtf8(request->method), QLatin1String(allowed)),
                .detail = {}},
            sink);
        return;
    }
    answer(*request, isPage, sink);
}

void HealthHandler::answer(const RequestSnapshot &request, bool isPage, ResponseSink &sink)
{
    if (!isPage && isMetrics(request.path)) {
        const MetricsFormat format = acceptedFormat(request.headers.value("Accept"));
        send(request, metricsHead(format), m_sources.metrics.page(format), std::nullopt, sink);
        return;
    }
    const QByteArray body = isPage ? healthAnswer(*m_config, m_sources.status.status(), m_sources.health,
                                m_sources.circuits, m_sources.budgets.states())
                                   : QByteArray(R"({"name":"nexus","version":")" NEXUS_VERSION R"("})");
    send(request, {.status = 200, .headers = {{"Content-Type", "application/json"}}}, body, std::nullopt,
        sink);
}

void HealthHandler::noteRefused(const RequestSnapshot &request, int status, const Error &error)
{
    m_sources.records.record(endedRecord(request, Dialect::OpenAi, status, 0, error));
}

bool HealthHandler::isHealth(QByteArrayView path) const
{
    const ServerConfig &server = m_config->server;
    if (!server.isHealthEnabled || !path.startsWith(server.healthPath)) {
        return false;
    }
    const QByteArrayView rest = path.sliced(server.healthPath.size());
    return rest.isEmpty() || rest == QByteArrayView("/");
}

void HealthHandler::refuse(const RequestSnapshot &request, const Error &error, ResponseSink &sink)
{
    ResponseHead head {.status = httpStatus(error), .headers = {{"Content-Type", "application/json"}}};
    if (error.kind == ErrorKind::MethodNotAllowed) {
        head.headers.add("Allow", allowed);
    }
    send(request, head, errorBody(error, Dialect::OpenAi, request.id), error, sink);
}

void HealthHandler::send(const RequestSnapshot &request, const ResponseHead &head, const QByteArray &body,
    const std::optional<Error> &error, ResponseSink &sink)
{
    sink.send(head, body);
    RequestRecord record = endedRecord(request, Dialect::OpenAi, head.status, body.size(), error);
    record.isProbe = !error;
    m_sources.records.record(record);
}

} // namespace nexus

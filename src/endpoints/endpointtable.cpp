// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpoints/endpointtable.h"

#include "contract/responsesink.h"
#include "endpoints/healthanswer.h"
#include "endpoints/modelsanswer.h"
#include "wire/errorbody.h"

namespace nexus {

namespace {

bool isRead(const QByteArray &method)
{
    return method == "GET" || method == "HEAD";
}

QByteArray withoutTrailingSlash(const QByteArray &path)
{
    qsizetype size = path.size();
    while (size > 1 && path.at(size - 1) == '/') {
        --size;
    }
    return path.first(size);
}

// A missing type is taken for JSON; parameters such as charset do not matter.
bool isJsonType(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type.isEmpty() || type == "application/json" || type.endsWith("+json");
}

QByteArrayList mountsOf(const LlmConfig &llm)
{
    if (!llm.isEnabled || !llm.isOpenAiEnabled) {
        return {};
    }
    QByteArrayList mounts {llm.openAiPath + "/v1/", "/llm/openai/v1/", "/v1/"};
    // Published examples leave the version out.
    mounts.append(llm.openAiPath + '/');
    mounts.append("/llm/openai/");
    return mounts;
}

} // namespace

EndpointTable::EndpointTable(const Sources &sources)
    : m_sources(sources)
{ }

void EndpointTable::setConfig(const ConfigSnapshot &config)
{
    m_config = config;
    m_mounts = mountsOf(config->llm);
}

void EndpointTable::handle(Request request, ResponseSink &sink)
{
    const QByteArray path = withoutTrailingSlash(request->path);
    for (const QByteArray &mount : m_mounts) {
        if (path.startsWith(mount)) {
            const QByteArray rest = path.sliced(mount.size());
            if (rest == "models" || rest.startsWith("models/") || rest == "chat/completions"
                || rest == "completions" || rest == "embeddings") {
                handleOpenAi(request, rest, sink);
                return;
            }
        }
    }
    const bool isHealth = m_config->server.isHealthEnabled && path == m_config->server.healthPath;
    if (!isHealth && path != "/") {
        refuse(*request,
            {.kind = ErrorKind::PathNotFound,
                .message
                = QStringLiteral("There is nothing at this path. Chat is at POST %1/v1/chat/completions.")
                      .arg(QString::fromUtf8(m_config->llm.openAiPath)),
                .detail = {}},
            sink);
        return;
    }
    if (!isRead(request->method)) {
        refuseMethod(*request, "GET, HEAD", sink);
        return;
    }
    if (isHealth) {
        answerJson(*request, 200, healthAnswer(*m_config, m_sources.status.status(), m_sources.health), sink);
        return;
    }
    answerJson(*request, 200, R"({"name":"nexus","version":")" NEXUS_VERSION R"("})", sink);
}

void EndpointTable::handleOpenAi(const Request &request, QByteArrayView rest, ResponseSink &sink)
{
    if (rest == "chat/completions") {
        startModelRequest(request, Operation::Chat, sink);
        return;
    }
    if (rest == "completions") {
        startModelRequest(request, Operation::Completions, sink);
        return;
    }
    if (rest == "embeddings") {
        startModelRequest(request, Operation::Embeddings, sink);
        return;
    }
    if (!isRead(request->method)) {
        refuseMethod(*request, "GET, HEAD", sink);
        return;
    }
    const Router &router = m_sources.pipeline.router();
    if (rest == "models") {
        answerJson(*request, 200, modelList(router.models()), sink);
        return;
    }
    const QByteArray id
        = QByteArray::fromPercentEncoding(rest.sliced(QByteArrayView("models/").size()).toByteArray());
    const Result<QByteArray> model = modelObject(router, id);
    if (!model) {
        refuse(*request, model.error(), sink);
        return;
    }
    answerJson(*request, 200, *model, sink);
}

void EndpointTable::startModelRequest(const Request &request, Operation operation, ResponseSink &sink)
{
    if (request->method != "POST") {
        refuseMethod(*request, "POST", sink);
        return;
    }
    if (!isJsonType(request->headers.value("Content-Type"))) {
        refuse(*request,
            {.kind = ErrorKind::UnsupportedMediaType,
                .message = QStringLiteral("The body must be JSON. Send 'Content-Type: application/json'."),
                .detail = {}},
            sink);
        return;
    }
    m_sources.pipeline.start(request, sink, operation);
}

void EndpointTable::answerJson(
    const RequestSnapshot &request, int status, const QByteArray &body, ResponseSink &sink)
{
    send(request, {.status = status, .headers = {{"Content-Type", "application/json"}}}, body, std::nullopt,
        sink);
}

void EndpointTable::refuse(const RequestSnapshot &request, const Error &error, ResponseSink &sink)
{
    send(request, {.status = httpStatus(error), .headers = {{"Content-Type", "application/json"}}},
        errorBody(error, Dialect::OpenAi, request.id), error, sink);
}

void EndpointTable::refuseMethod(
    const RequestSnapshot &request, const QByteArray &allowed, ResponseSink &sink)
{
    const Error error {.kind = ErrorKind::MethodNotAllowed,
        .message = QStringLiteral("%1 is not allowed here. Use %2.")
                       .arg(QString::fromUtf8(request.method), QString::fromUtf8(allowed)),
        .detail = {}};
    send(request,
        {.status = httpStatus(error), .headers = {{"Content-Type", "application/json"}, {"Allow", allowed}}},
        errorBody(error, Dialect::OpenAi, request.id), error, sink);
}

void EndpointTable::send(const RequestSnapshot &request, const ResponseHead &head, const QByteArray &body,
    const std::optional<Error> &error, ResponseSink &sink)
{
    RequestRecord record;
    record.requestId = request.id;
    record.method = request.method;
    record.path = request.path;
    record.status = head.status;
    record.outcome = error ? Outcome::Refused : Outcome::Answered;
    record.bytesIn = request.body.size();
    record.bytesOut = body.size();
    record.duration = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - request.received);
    record.firstByte = record.duration;
    record.error = error;
    sink.send(head, body);
    m_sources.records.record(record);
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpoints/endpointtable.h"

#include "auth/bearerchallenge.h"
#include "contract/responsesink.h"
#include "endpoints/healthanswer.h"
#include "endpoints/metricsexchange.h"
#include "endpoints/modelsexchange.h"
#include "wire/errorbody.h"

#include <algorithm>

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

// Whether no segment leads up, however it is written: an upstream may resolve what comes encoded.
bool staysBelow(const QByteArray &path)
{
    QByteArray plain = QByteArray::fromPercentEncoding(path);
    const QByteArrayList segments = plain.replace('\\', '/').split('/');
    return std::ranges::none_of(
        segments, [](const QByteArray &segment) { return segment == "." || segment == ".."; });
}

bool isProxied(const QByteArray &mount, const QByteArray &path)
{
    return path.startsWith(mount + "v1/") && staysBelow(path);
}

bool isModels(const QByteArray &rest)
{
    return rest == "models" || rest.startsWith("models/");
}

// RFC 9728 section 3.1: the path of the resource may follow.
bool isMetadata(const QByteArray &path)
{
    static constexpr QByteArrayView place("/.well-known/oauth-protected-resource");
    return path == place || (path.startsWith(place) && path.at(place.size()) == '/');
}

// What stands under a mount, by its dialect.
std::optional<Operation> operationOf(Dialect dialect, const QByteArray &rest)
{
    switch (dialect) {
    case Dialect::OpenAi:
        if (rest == "chat/completions") {
            return Operation::Chat;
        }
        if (rest == "completions") {
            return Operation::Completions;
        }
        return rest == "embeddings" ? std::optional(Operation::Embeddings) : std::nullopt;
    case Dialect::Anthropic:
        if (rest == "messages") {
            return Operation::Chat;
        }
        return rest == "messages/count_tokens" ? std::optional(Operation::CountTokens) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

EndpointTable::EndpointTable(const Sources &sources)
    : m_sources(sources)
{ }

void EndpointTable::setConfig(const ConfigSnapshot &config)
{
    m_config = config;
    m_guard = std::make_unique<const AccessGuard>(config);
    m_mounts.clear();
    const LlmConfig &llm = config->llm;
    if (llm.isEnabled && llm.isAnthropicProxyEnabled) {
        m_mounts.push_back(
            {.path = llm.anthropicProxyPath + '/', .dialect = Dialect::Anthropic, .isProxy = true});
    }
    // Published examples leave the version out, so that goes too.
    if (llm.isEnabled && llm.isOpenAiEnabled) {
        for (const QByteArray &path : {llm.openAiPath + "/v1/", QByteArray("/llm/openai/v1/"),
                 QByteArray("/v1/"), llm.openAiPath + '/', QByteArray("/llm/openai/")}) {
            m_mounts.push_back({.path = path, .dialect = Dialect::OpenAi});
        }
    }
    // The last one is for clients that know only a host; models there are OpenAI's.
    if (llm.isEnabled && llm.isAnthropicEnabled) {
        for (const QByteArray &path : {llm.anthropicPath + "/v1/", QByteArray("/anthropic/v1/"),
                 llm.anthropicPath + '/', QByteArray("/anthropic/"), QByteArray("/v1/")}) {
            m_mounts.push_back({.path = path, .dialect = Dialect::Anthropic});
        }
    }
}

void EndpointTable::handle(Request request, ResponseSink &sink)
{
    const QByteArray path = withoutTrailingSlash(request->path);
    if (isMetadata(path) && m_config->server.oauth) {
        answerMetadata(*request, sink);
        return;
    }
    const AccessVerdict verdict = m_guard->check(*request);
    sink.addHeaders(verdict.headers);
    if (verdict.refusal) {
        refuse(*request, dialectOfPath(path), *verdict.refusal, sink);
    } else if (verdict.ownAnswer) {
        send(*request, *verdict.ownAnswer, {}, std::nullopt, sink);
    } else {
        route(request, path, sink);
    }
}

void EndpointTable::route(const Request &request, const QByteArray &path, ResponseSink &sink)
{
    for (const Mount &mount : m_mounts) {
        if (!path.startsWith(mount.path)) {
            continue;
        }
        if (mount.isProxy) {
            if (isProxied(mount.path, request->path)) {
                startProxy(request, mount, sink);
                return;
            }
            continue;
        }
        const QByteArray rest = path.sliced(mount.path.size());
        if (const std::optional<Operation> operation = operationOf(mount.dialect, rest)) {
            startModelRequest(request, mount.dialect, *operation, sink);
            return;
        }
        if (isModels(rest)) {
            answerModels(request, mount.dialect, rest, sink);
            return;
        }
    }
    const bool isHealth
        = m_sources.servesHealth && m_config->server.isHealthEnabled && path == m_config->server.healthPath;
    if (!isHealth && path == "/metrics") {
        answerMetrics(request, sink);
        return;
    }
    if (!isHealth && path != "/") {
        refuse(*request, dialectOfPath(path), nothingHere(path), sink);
        return;
    }
    if (!isRead(request->method)) {
        refuseMethod(*request, Dialect::OpenAi, "GET, HEAD", sink);
        return;
    }
    if (!isHealth) {
        answerProbe(*request, R"({"name":"nexus","version":")" NEXUS_VERSION R"("})", sink);
        return;
    }
    answerProbe(*request,
        healthAnswer(*m_config, m_sources.status.status(), m_sources.health,
            m_sources.pipeline.shared().routing.circuits(), m_sources.budgets.states()),
        sink);
}

// A slash at the end stays, too.
void EndpointTable::startProxy(const Request &request, const Mount &mount, ResponseSink &sink)
{
    const QByteArrayList methods {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
    if (!methods.contains(request->method)) {
        refuseMethod(*request, mount.dialect, methods.join(", "), sink);
        return;
    }
    m_sources.pipeline.startProxy(request, sink, request->path.sliced(mount.path.size() - 1));
}

// The longest mount above a path or at it, or nullptr.
const EndpointTable::Mount *EndpointTable::mountAbove(const QByteArray &path) const
{
    const QByteArray place = path + '/';
    const Mount *longest = nullptr;
    for (const Mount &mount : m_mounts) {
        if (place.startsWith(mount.path)
            && (longest == nullptr || mount.path.size() > longest->path.size())) {
            longest = &mount;
        }
    }
    return longest;
}

Dialect EndpointTable::dialectOfPath(const QByteArray &path) const
{
    const Mount *mount = mountAbove(path);
    return mount == nullptr ? Dialect::OpenAi : mount->dialect;
}

Error EndpointTable::nothingHere(const QByteArray &path) const
{
    const LlmConfig &llm = m_config->llm;
    const Mount *mount = mountAbove(path);
    const bool isProxy = mount != nullptr && mount->isProxy;
    const QByteArray messages = (isProxy ? llm.anthropicProxyPath : llm.anthropicPath) + "/v1/messages";
    const bool isOpenAi = llm.isOpenAiEnabled && dialectOfPath(path) == Dialect::OpenAi;
    const QString where = QString::fromUtf8(isOpenAi ? llm.openAiPath + "/v1/chat/completions" : messages);
    return {.kind = ErrorKind::PathNotFound,
        .message = QStringLiteral("There is nothing at this path. Chat is at POST %1.").arg(where),
        .detail = {}};
}

void EndpointTable::answerModels(
    const Request &request, Dialect dialect, const QByteArray &rest, ResponseSink &sink)
{
    if (!isRead(request->method)) {
        refuseMethod(*request, dialect, "GET, HEAD", sink);
        return;
    }
    std::optional<QByteArray> id;
    if (rest != "models") {
        id = QByteArray::fromPercentEncoding(rest.sliced(QByteArrayView("models/").size()));
    }
    auto *exchange = new ModelsExchange(request, dialect, std::move(id), m_sources.pipeline, sink);
    exchange->start();
}

void EndpointTable::answerMetrics(const Request &request, ResponseSink &sink)
{
    if (!isRead(request->method)) {
        refuseMethod(*request, Dialect::OpenAi, "GET, HEAD", sink);
        return;
    }
    auto *exchange = new MetricsExchange(request, m_sources.pipeline, m_sources.metrics, sink);
    exchange->start();
}

void EndpointTable::answerMetadata(const RequestSnapshot &request, ResponseSink &sink)
{
    if (!isRead(request.method)) {
        refuseMethod(request, Dialect::OpenAi, "GET, HEAD", sink);
        return;
    }
    answerJson(request, 200, protectedResourceMetadata(*m_config->server.oauth), sink);
}

void EndpointTable::startModelRequest(
    const Request &request, Dialect dialect, Operation operation, ResponseSink &sink)
{
    if (request->method != "POST") {
        refuseMethod(*request, dialect, "POST", sink);
        return;
    }
    if (!isJsonType(request->headers.value("Content-Type"))) {
        refuse(*request, dialect,
            {.kind = ErrorKind::UnsupportedMediaType,
                .message = QStringLiteral("The body must be JSON. Send 'Content-Type: application/json'."),
                .detail = {}},
            sink);
        return;
    }
    m_sources.pipeline.start(request, sink, dialect, operation);
}

void EndpointTable::answerJson(
    const RequestSnapshot &request, int status, const QByteArray &body, ResponseSink &sink)
{
    send(request, {.status = status, .headers = {{"Content-Type", "application/json"}}}, body, std::nullopt,
        sink);
}

void EndpointTable::answerProbe(const RequestSnapshot &request, const QByteArray &body, ResponseSink &sink)
{
    const ResponseHead head {.status = 200, .headers = {{"Content-Type", "application/json"}}};
    sink.send(head, body);
    RequestRecord record = endedRecord(request, Dialect::OpenAi, head.status, body.size(), std::nullopt);
    record.isProbe = true;
    m_sources.records.record(record);
}

void EndpointTable::refuse(
    const RequestSnapshot &request, Dialect dialect, const Error &error, ResponseSink &sink)
{
    send(request, errorHead(error), errorBody(error, dialect, request.id), error, sink);
}

void EndpointTable::refuseMethod(
    const RequestSnapshot &request, Dialect dialect, const QByteArray &allowed, ResponseSink &sink)
{
    const Error error {.kind = ErrorKind::MethodNotAllowed,
        .message = QStringLiteral("%1 is not allowed here. Use %2.")
                       .arg(QString::fromUtf8(request.method), QString::fromUtf8(allowed)),
        .detail = {}};
    ResponseHead head = errorHead(error);
    head.headers.add("Allow", allowed);
    send(request, head, errorBody(error, dialect, request.id), error, sink);
}

void EndpointTable::send(const RequestSnapshot &request, const ResponseHead &head, const QByteArray &body,
    const std::optional<Error> &error, ResponseSink &sink)
{
    sink.send(head, body);
    m_sources.records.record(
        endedRecord(request, dialectOfPath(request.path), head.status, body.size(), error));
}

void EndpointTable::noteRefused(const RequestSnapshot &request, int status, const Error &error)
{
    m_sources.records.record(endedRecord(request, dialectOfPath(request.path), status, 0, error));
}

} // namespace nexus

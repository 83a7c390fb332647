// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/exchange.h"

#include "auth/clientlabel.h"
#include "translate/clientrequest.h"
#include "translate/upstreamerror.h"
#include "wire/errorbody.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype maxDroppedText = 1000;

std::chrono::microseconds since(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
}

QByteArrayList secretsOf(const ProviderConfig *provider)
{
    QByteArrayList secrets;
    if (provider != nullptr) {
        for (const Secret &key : provider->apiKeys) {
            secrets.append(key.reveal());
        }
        for (const Secret &key : {provider->bedrock.secretAccessKey, provider->bedrock.sessionToken}) {
            if (!key.isEmpty()) {
                secrets.append(key.reveal());
            }
        }
    }
    return secrets;
}

QByteArray joined(const std::vector<std::string> &names)
{
    QByteArrayList list;
    for (const std::string &name : names) {
        // A name is the client's own text, and a header is no place for just any byte.
        const bool isPlain
            = std::ranges::all_of(name, [](char c) { return c > ' ' && c <= '~' && c != ','; });
        const QByteArray text = isPlain && !name.empty() ? QByteArray::fromStdString(name) : "?";
        if (!list.contains(text)) {
            list.append(text);
        }
    }
    return list.join(", ").left(maxDroppedText);
}

// What an Anthropic client tells an Anthropic provider beside the body.
void addAnthropicHeaders(const HeaderList &from, HeaderList &to)
{
    for (const char *name : {"anthropic-version", "anthropic-beta"}) {
        const QByteArray value = from.value(name);
        if (!value.isEmpty()) {
            to.set(name, value);
        }
    }
}

} // namespace

Exchange::Exchange(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink, Ask ask,
    const Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_sink(&sink)
    , m_ask(ask)
    , m_rooms(rooms)
{
    m_record.requestId = m_request->id;
    m_record.method = m_request->method;
    m_record.path = m_request->path;
    m_record.bytesIn = m_request->body.size();
    connect(&sink, &ResponseSink::clientGone, this, &Exchange::onClientGone);
}

Exchange::~Exchange() = default;

void Exchange::start()
{
    m_record.client = clientLabel(m_request->headers.value("Authorization"));
    if (const Result<void> asked = ask(); !asked) {
        refuse(asked.error());
    }
}

// The order of a request: read it, find where it goes, say it in the provider's words, ask.
Result<void> Exchange::ask()
{
    const Result<ClientRequest> parsed = parseRequest(m_request->body, m_ask.operation);
    if (!parsed) {
        return failure(parsed.error());
    }
    m_record.askedModel = parsed->model;
    m_record.isStream = parsed->isStream;

    Result<Plan> plan = m_rooms.router->resolve(parsed->model);
    if (!plan) {
        return failure(plan.error());
    }
    m_plan = std::move(*plan);
    const Target &target = m_plan.targets.front();
    m_record.alias = m_plan.alias;
    m_record.provider = target.provider;
    m_record.upstreamModel = target.model;

    const ProviderConfig *provider = m_rooms.config->provider(target.provider);
    if (provider == nullptr) {
        return failure({.kind = ErrorKind::Internal,
            .message = QStringLiteral("The plan names a provider that is not configured."),
            .detail = target.provider});
    }
    Result<Outgoing> outgoing = makeOutgoing(*parsed,
        {.client = m_ask.dialect,
            .provider = dialectOf(provider->type),
            .providerName = provider->name,
            .upstreamModel = target.model,
            .askedModel = m_plan.askedModel,
            .requestId = m_request->id,
            .secrets = secretsOf(provider),
            .asksForUsage = !m_rooms.usageRefusals.contains(provider->baseUrl.toString())},
        m_rooms.reasoning);
    if (!outgoing) {
        return failure(outgoing.error());
    }
    m_record.dropped = joined(outgoing->dropped);
    if (!outgoing->ownAnswer.isEmpty()) {
        answerOwn(outgoing->ownAnswer);
        return {};
    }
    m_asksForUsage = outgoing->asksForUsage;
    return send(*provider, std::move(*outgoing));
}

Result<void> Exchange::send(const ProviderConfig &provider, Outgoing outgoing)
{
    if (m_ask.dialect == Dialect::Anthropic && provider.type == ProviderType::Anthropic) {
        addAnthropicHeaders(m_request->headers, outgoing.headers);
    }
    Result<std::unique_ptr<UpstreamCall>> call = m_rooms.upstreams.start(provider,
        {.operation = m_ask.operation,
            .model = m_record.upstreamModel,
            .bodies = std::move(outgoing.bodies),
            .headers = std::move(outgoing.headers),
            .isStream = m_record.isStream});
    if (!call) {
        return failure(call.error());
    }
    m_call = std::move(*call);
    m_sinceAttempt.start();
    m_record.attempts.push_back({.provider = provider.name, .model = m_record.upstreamModel, .error = {}});
    connectRelay(std::move(outgoing.answer));
    return {};
}

void Exchange::connectRelay(std::unique_ptr<AnswerTranslator> translator)
{
    m_relay = std::make_unique<AnswerRelay>(*m_call, *m_sink, std::move(translator),
        AnswerRelay::Options {.dialect = m_ask.dialect,
            .requestId = m_request->id,
            .headers = answerHeaders(),
            .isStreamAsked = m_record.isStream,
            .keepalive = m_rooms.config->llm.keepalive});
    connect(m_relay.get(), &AnswerRelay::headSeen, this, &Exchange::onHeadSeen);
    connect(m_relay.get(), &AnswerRelay::refused, this, &Exchange::onRefused);
    connect(m_relay.get(), &AnswerRelay::failed, this, &Exchange::onFailed);
    connect(m_relay.get(), &AnswerRelay::completed, this, [this] {
        endAttempt(std::nullopt);
        finish(Outcome::Answered, std::nullopt);
    });
    connect(m_relay.get(), &AnswerRelay::endedWithError, this, [this](const Error &error) {
        endAttempt(error);
        finish(Outcome::Failed, error);
    });
}

HeaderList Exchange::answerHeaders() const
{
    HeaderList headers {{"x-nexus-provider", m_record.provider.toUtf8()},
        {"x-nexus-model", m_record.upstreamModel},
        {"x-nexus-attempts", QByteArray::number(static_cast<qint64>(m_record.attempts.size()))},
        {"x-nexus-cache", "off"}};
    if (!m_record.dropped.isEmpty()) {
        headers.add("x-nexus-dropped", m_record.dropped);
    }
    if (m_ask.dialect == Dialect::Anthropic) {
        headers.add("request-id", m_request->id);
    }
    return headers;
}

void Exchange::onHeadSeen(int status)
{
    AttemptRecord &attempt = m_record.attempts.back();
    attempt.status = status;
    attempt.firstByte = std::chrono::microseconds(m_sinceAttempt.nsecsElapsed() / 1000);
}

void Exchange::onRefused(int status, const HeaderList &headers, const QByteArray &body)
{
    const ProviderConfig *provider = m_rooms.config->provider(m_record.provider);
    if (m_asksForUsage && !m_relay->hasBegun() && UsageRefusals::isRefusal(status, body)) {
        m_rooms.usageRefusals.add(provider->baseUrl.toString());
        endAttempt(Error {.kind = ErrorKind::UpstreamRefused,
            .message = QStringLiteral("The provider cannot be asked for the usage of a stream."),
            .detail = {}});
        // Call and relay are still speaking.
        QMetaObject::invokeMethod(this, &Exchange::askAgain, Qt::QueuedConnection);
        return;
    }
    onFailed(upstreamError({.status = status, .headers = headers, .body = body},
        {.dialect = dialectOf(provider->type), .name = provider->name, .secrets = secretsOf(provider)}));
}

void Exchange::askAgain()
{
    if (m_isOver) {
        return;
    }
    m_relay.reset();
    m_call.reset();
    if (const Result<void> asked = ask(); !asked) {
        refuse(asked.error());
    }
}

void Exchange::onFailed(const Error &error)
{
    m_call->abort();
    endAttempt(error);
    m_relay->fail(error);
    finish(Outcome::Failed, error);
}

void Exchange::onClientGone()
{
    if (m_isOver) {
        return;
    }
    if (m_call) {
        m_call->abort();
        endAttempt(std::nullopt);
    }
    finish(Outcome::ClientGone, std::nullopt);
}

void Exchange::shutDown()
{
    if (m_isOver) {
        return;
    }
    const Error error {.kind = ErrorKind::Unavailable,
        .message = QStringLiteral("The gateway is shutting down. Try again in a moment."),
        .detail = {}};
    m_call->abort();
    endAttempt(error);
    m_relay->fail(error);
    finish(Outcome::ShutDown, error);
}

// Nothing went upstream; the client learns why.
void Exchange::refuse(const Error &error)
{
    ResponseHead head {.status = httpStatus(error), .headers = {{"Content-Type", "application/json"}}};
    if (!m_plan.targets.empty()) {
        for (const auto &[name, value] : answerHeaders()) {
            head.headers.add(name, value);
        }
    }
    sendAtOnce(head, errorBody(error, m_ask.dialect, m_request->id));
    finish(Outcome::Refused, error);
}

// The gateway knows the answer itself.
void Exchange::answerOwn(const QByteArray &body)
{
    ResponseHead head {.status = 200, .headers = answerHeaders()};
    head.headers.add("Content-Type", "application/json");
    head.headers.add("x-nexus-token-count", "estimated");
    sendAtOnce(head, body);
    finish(Outcome::Answered, std::nullopt);
}

void Exchange::sendAtOnce(const ResponseHead &head, const QByteArray &body)
{
    m_record.status = head.status;
    m_record.bytesOut = body.size();
    m_record.firstByte = since(m_request->received);
    if (m_sink) {
        m_sink->send(head, body);
    }
}

void Exchange::endAttempt(const std::optional<Error> &error)
{
    AttemptRecord &attempt = m_record.attempts.back();
    attempt.duration = std::chrono::microseconds(m_sinceAttempt.nsecsElapsed() / 1000);
    attempt.error = error;
}

void Exchange::finish(Outcome outcome, const std::optional<Error> &error)
{
    if (m_isOver) {
        return;
    }
    m_isOver = true;
    m_record.outcome = outcome;
    m_record.error = error;
    m_record.duration = since(m_request->received);
    if (m_relay) {
        m_record.usage = m_relay->usage();
        m_record.status = m_relay->statusSent();
        m_record.bytesOut = m_relay->bytesSent();
        if (const auto first = m_relay->firstByteAt()) {
            m_record.firstByte
                = std::chrono::duration_cast<std::chrono::microseconds>(*first - m_request->received);
        }
    }
    m_rooms.records.record(m_record);
    Q_EMIT ended();
    deleteLater();
}

} // namespace nexus

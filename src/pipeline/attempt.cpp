// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/attempt.h"

#include "pipeline/recordcompletion.h"
#include "pipeline/tracing.h"
#include "routing/retrypolicy.h"
#include "routing/routingstate.h"
#include "translate/requestdefaults.h"
#include "translate/upstreamerror.h"
#include "upstream/upstreams.h"
#include "wire/headerwords.h"
#include "wire/retryafter.h"

#include <QDateTime>

#include <algorithm>

namespace nexus {

namespace {

using std::chrono::milliseconds;

std::chrono::microseconds micros(const QElapsedTimer &timer)
{
    return std::chrono::microseconds(timer.nsecsElapsed() / 1000);
}

Error circuitError(const QString &provider, milliseconds remaining)
{
    const qint64 seconds = std::max<qint64>(1, (remaining.count() + 999) / 1000);
    return {.kind = ErrorKind::UpstreamOverloaded,
        .message
        = QStringLiteral("Provider '%1' has failed several times in a row and rests. It is tried again "
                         "in %2 s.")
              .arg(provider)
              .arg(seconds),
        .detail = QStringLiteral("circuit open"),
        .code = "provider_resting",
        .retryAfter = QByteArray::number(seconds)};
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

Attempt::Attempt(const ModelAsk &ask, const Target &target, const ProviderConfig &provider,
    const Rooms &rooms, ResponseSink &sink, RequestRecord &record)
    : m_ask(ask)
    , m_target(target)
    , m_provider(provider)
    , m_rooms(rooms)
    , m_sink(&sink)
    , m_record(record)
{ }

Attempt::~Attempt()
{
    end(std::nullopt, CircuitOutcome::Neutral);
}

Result<void> Attempt::start(
    const Before &before, std::optional<milliseconds> total, const HeaderList &headers)
{
    if (Result<void> entered = enterCircuit(); !entered) {
        return entered;
    }
    chooseKey(before.triedKeys);
    Result<Outgoing> outgoing = said();
    if (!outgoing) {
        return failure(outgoing.error());
    }
    m_record.dropped = headerWords(outgoing->dropped);
    if (!outgoing->ownAnswer.isEmpty()) {
        m_ownAnswer = outgoing->ownAnswer;
        return {};
    }
    m_asksForUsage = outgoing->asksForUsage;
    QByteArray sent = sentBody(outgoing->bodies, m_rooms.config->ledger);
    const QByteArray span = addTraceHeaders(outgoing->headers, m_record.trace, m_ask.request->headers);
    Result<std::unique_ptr<UpstreamCall>> call = m_rooms.upstreams.start(m_provider,
        {.operation = m_ask.client.operation,
            .model = m_target.model,
            .bodies = std::move(outgoing->bodies),
            .headers = std::move(outgoing->headers),
            .isStream = m_ask.client.isStream,
            .key = usedKey(),
            .total = total,
            .publicModel = m_target.publicName,
            .clientHeaders = &m_ask.request->headers});
    if (!call) {
        return failure(call.error());
    }
    m_call = std::move(*call);
    m_record.bodies.sent = std::move(sent);
    m_isUnderWay = true;
    m_sinceStart.start();
    m_record.attempts.push_back({.provider = m_provider.name,
        .model = m_target.model,
        .begin = std::chrono::duration_cast<std::chrono::microseconds>(
            std::chrono::steady_clock::now() - m_ask.request->received),
        .error = {},
        .spanId = span});
    HeaderList answerHeaders = headers;
    answerHeaders.add("x-nexus-attempts", QByteArray::number(static_cast<qint64>(m_record.attempts.size())));
    if (!m_record.dropped.isEmpty()) {
        answerHeaders.add("x-nexus-dropped", m_record.dropped);
    }
    m_relay = std::make_unique<AnswerRelay>(*m_call, *m_sink, std::move(outgoing->answer),
        AnswerRelay::Options {.dialect = m_ask.dialect,
            .requestId = m_ask.request->id,
            .headers = std::move(answerHeaders),
            .isStreamAsked = m_ask.client.isStream,
            .keepalive = m_rooms.config->llm.keepalive,
            .silentSince = before.silentSince,
            .hasBegun = before.hasBegun});
    connectRelay();
    return {};
}

Result<void> Attempt::enterCircuit()
{
    const Admission admission = m_rooms.shared.routing.circuits().tryEnter(m_provider.name);
    if (!admission.isGranted()) {
        return failure(circuitError(m_provider.name, admission.remaining));
    }
    m_circuit = admission;
    return {};
}

// The client's own key where the provider takes it, else the next of the provider's that does not rest.
void Attempt::chooseKey(const std::vector<int> &tried)
{
    if (m_provider.isTokenForwarded) {
        m_forwardedKey = Secret(m_ask.request->headers.value("X-Provider-API-Key"));
    }
    if (!m_forwardedKey.isEmpty() || m_provider.apiKeys.empty()) {
        return;
    }
    m_key = m_rooms.shared.routing.keys().choose(m_provider, tried);
}

const Secret *Attempt::usedKey() const
{
    if (!m_forwardedKey.isEmpty()) {
        return &m_forwardedKey;
    }
    return m_key ? &m_provider.apiKeys[static_cast<std::size_t>(m_key->index)] : nullptr;
}

// The request in the provider's words.
Result<Outgoing> Attempt::said() const
{
    const bool asksForUsage = !m_rooms.shared.usageRefusals.contains(m_provider.baseUrl.toString());
    const RequestDefaults &defaults = m_ask.plan.defaults;
    const ClientRequest client = defaults.isEmpty()
        ? m_ask.client
        : withDefaults(m_ask.client, defaults, m_ask.dialect, m_target.model);
    Result<Outgoing> outgoing = makeOutgoing(client,
        {.client = m_ask.dialect,
            .provider = dialectOf(m_provider.type),
            .providerName = m_provider.name,
            .upstreamModel = m_target.model,
            .askedModel = m_ask.plan.askedModel,
            .requestId = m_ask.request->id,
            .secrets = secrets(),
            .asksForUsage = asksForUsage},
        m_rooms.shared.reasoning);
    if (outgoing && m_ask.dialect == Dialect::Anthropic && m_provider.type == ProviderType::Anthropic) {
        addAnthropicHeaders(m_ask.request->headers, outgoing->headers);
    }
    return outgoing;
}

void Attempt::connectRelay()
{
    connect(m_relay.get(), &AnswerRelay::headSeen, this, &Attempt::onHeadSeen);
    connect(m_relay.get(), &AnswerRelay::refused, this, &Attempt::onRefused);
    connect(m_relay.get(), &AnswerRelay::failed, this, &Attempt::onFailed);
    connect(m_relay.get(), &AnswerRelay::completed, this, [this] {
        end(std::nullopt, CircuitOutcome::Success);
        Q_EMIT completed();
    });
    connect(m_relay.get(), &AnswerRelay::endedWithError, this, [this](const Error &error) {
        end(error, circuitOutcomeOf(error));
        Q_EMIT endedWithError(error);
    });
}

void Attempt::onHeadSeen(int status)
{
    m_hasHead = true;
    AttemptRecord &record = m_record.attempts.back();
    record.status = status;
    record.firstByte = micros(m_sinceStart);
    if (status >= 200 && status < 300) {
        m_rooms.shared.routing.latencies().record(
            m_target, std::chrono::duration_cast<milliseconds>(record.firstByte));
    }
}

void Attempt::onRefused(int status, const HeaderList &headers, const QByteArray &body)
{
    if (m_asksForUsage && UsageRefusals::isRefusal(status, body)) {
        m_rooms.shared.usageRefusals.add(m_provider.baseUrl.toString());
        end(Error {.kind = ErrorKind::UpstreamRefused,
                .message = QStringLiteral("The provider cannot be asked for the usage of a stream."),
                .detail = {}},
            CircuitOutcome::Success);
        Q_EMIT usageRefused();
        return;
    }
    onFailed(upstreamError({.status = status, .headers = headers, .body = body},
        {.dialect = dialectOf(m_provider.type), .name = m_provider.name, .secrets = secrets()}));
}

void Attempt::onFailed(const Error &error)
{
    abort(error);
    Q_EMIT failed(error);
}

void Attempt::abort(const std::optional<Error> &error)
{
    if (m_call) {
        m_call->abort();
    }
    end(error, error ? circuitOutcomeOf(*error) : CircuitOutcome::Neutral);
}

void Attempt::answer(const Error &error)
{
    abort(error);
    m_relay->fail(error);
}

Attempt::Before Attempt::left() const
{
    if (!m_relay) {
        return {};
    }
    return {.triedKeys = {}, .silentSince = m_relay->silentSince(), .hasBegun = m_relay->hasBegun()};
}

void Attempt::end(const std::optional<Error> &error, CircuitOutcome outcome)
{
    if (m_circuit) {
        m_rooms.shared.routing.circuits().report(m_provider.name, *m_circuit, outcome);
        m_circuit.reset();
    }
    if (!std::exchange(m_isUnderWay, false)) {
        return;
    }
    AttemptRecord &record = m_record.attempts.back();
    record.duration = micros(m_sinceStart);
    record.error = error;
    tellRouting(error);
}

// Keys and strategies learn from each attempt.
void Attempt::tellRouting(const std::optional<Error> &error)
{
    RoutingState &routing = m_rooms.shared.routing;
    if (error && circuitOutcomeOf(*error) == CircuitOutcome::Failure) {
        routing.latencies().recordFailure(m_target);
    }
    if (m_key && m_record.attempts.back().status != 0) {
        routing.keys().report(m_provider.name, *m_key, error ? keyOutcomeOf(*error) : KeyOutcome::Ok,
            error ? retryAfterOf(error->retryAfter, QDateTime::currentDateTimeUtc()) : std::nullopt);
    }
}

void Attempt::noteAnswer()
{
    if (!m_relay) {
        return;
    }
    m_record.usage = m_relay->usage();
    m_record.attempts.back().answeredModel = m_relay->answeredModel();
    m_record.status = m_relay->statusSent();
    m_record.bytesOut = m_relay->bytesSent();
    if (const auto first = m_relay->firstByteAt()) {
        m_record.firstByte
            = std::chrono::duration_cast<std::chrono::microseconds>(*first - m_ask.request->received);
    }
}

QList<QByteArray> Attempt::secrets() const
{
    QList<QByteArray> secrets;
    for (const Secret &key : m_provider.apiKeys) {
        secrets.append(key.reveal());
    }
    for (const Secret *key :
        {&m_provider.bedrock.secretAccessKey, &m_provider.bedrock.sessionToken, &m_forwardedKey}) {
        if (!key->isEmpty()) {
            secrets.append(key->reveal());
        }
    }
    return secrets;
}

} // namespace nexus

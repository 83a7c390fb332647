// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/proxyexchange.h"

#include "pipeline/accesscontrol.h"
#include "pipeline/endings.h"
#include "pipeline/proxyheaders.h"
#include "pipeline/recordcompletion.h"
#include "pipeline/tapsink.h"
#include "pipeline/tracing.h"
#include "upstream/upstreams.h"
#include "wire/errorbody.h"
#include "wire/headerwords.h"
#include "wire/jsonscan.h"

namespace nexus {

namespace {

using std::chrono::steady_clock;

constexpr qint64 readStep = 64 * 1024;

std::chrono::microseconds since(steady_clock::time_point begin)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - begin);
}

bool hasType(const HeaderList &headers, QByteArrayView type)
{
    return headers.value("Content-Type").split(';').first().trimmed().compare(type, Qt::CaseInsensitive) == 0;
}

// For the record alone. Nothing where the body is no JSON, or its model no name.
QByteArray modelOf(const RequestSnapshot &request)
{
    constexpr qsizetype maxName = 256;
    if (request.body.isEmpty() || !hasType(request.headers, "application/json")) {
        return {};
    }
    const Result<std::vector<JsonMember>> members = scanObject(request.body);
    const JsonMember *model = members ? findMember(*members, "model") : nullptr;
    const QByteArray name = model ? stringValue(request.body, *model) : QByteArray();
    return name.size() <= maxName ? name : QByteArray();
}

} // namespace

ProxyExchange::ProxyExchange(std::shared_ptr<const RequestSnapshot> request, QByteArray path,
    ResponseSink &sink, const Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_path(std::move(path))
    , m_sink(&sink)
    , m_rooms(rooms)
    , m_record(recordOf(*m_request, Dialect::Anthropic))
{
    m_record.operation = proxiedOperation(m_request->method, m_path);
    m_record.provider = QLatin1String(providerName);
    m_record.trace
        = beginTrace(m_request->headers, m_rooms.config->telemetry, m_rooms.shared.routing.randomSource());
    connect(&sink, &ResponseSink::clientGone, this, &ProxyExchange::onClientGone);
    connect(&sink, &ResponseSink::drained, this, &ProxyExchange::pump);
}

ProxyExchange::~ProxyExchange() = default;

void ProxyExchange::start()
{
    m_rooms.access.admit(m_request, Dialect::Anthropic, *m_sink, this,
        [this](const Result<Principal> &who) { onAdmitted(who); });
}

void ProxyExchange::onAdmitted(const Result<Principal> &who)
{
    if (m_isOver) {
        return;
    }
    if (!who) {
        refuse(who.error(), Outcome::Refused);
        return;
    }
    m_record.who = *who;
    if (m_rooms.shared.pause.isPaused()) {
        refuse(PauseSwitch::error(), Outcome::Refused);
        return;
    }
    m_record.askedModel = modelOf(*m_request);
    m_record.upstreamModel = m_record.askedModel;
    tap();
    ask();
}

void ProxyExchange::tap()
{
    m_ticket = m_rooms.shared.live.begin(m_record, m_request->received, *this, [this] { stop(); });
    m_record.number = m_ticket->number();
    const qint64 kept = keptBytes(m_rooms.config->ledger);
    const bool isChat = m_record.operation == Operation::Chat; // may have to be estimated
    if (!m_sink || (!isChat && kept == 0 && !m_rooms.shared.live.isWatched())) {
        return;
    }
    m_tap = std::make_unique<TapSink>(*m_sink,
        TapSink::Options {.received = m_request->received,
            .tokens = AnswerTokens(Operation::Chat, Dialect::Anthropic),
            .kept = kept});
    m_tap->setTicket(*m_ticket);
    m_sink = m_tap.get();
}

void ProxyExchange::ask()
{
    const LlmConfig &llm = m_rooms.config->llm;
    m_asked = steady_clock::now();
    HeaderList headers = proxiedRequestHeaders(m_request->headers, m_rooms.config->server);
    const QByteArray span = m_record.trace ? addTraceHeaders(headers, m_record.trace, {}) : QByteArray();
    m_call = m_rooms.upstreams.startProxy({.name = m_record.provider,
        .base = llm.anthropicProxyUrl,
        .method = m_request->method,
        .path = m_path,
        .query = m_request->query,
        .headers = std::move(headers),
        .body = m_request->body,
        .timeouts = llm.timeouts});
    m_record.attempts.push_back({.provider = m_record.provider,
        .model = m_record.upstreamModel,
        .begin = sinceReceived(),
        .error = {},
        .spanId = span});
    connect(m_call.get(), &UpstreamCall::headArrived, this, &ProxyExchange::onHeadArrived);
    connect(m_call.get(), &UpstreamCall::bodyArrived, this, &ProxyExchange::pump);
    connect(m_call.get(), &UpstreamCall::ended, this, &ProxyExchange::onEnded);
}

void ProxyExchange::onHeadArrived(const ResponseHead &upstream)
{
    if (m_isOver) {
        return;
    }
    AttemptRecord &attempt = m_record.attempts.back();
    attempt.status = upstream.status;
    attempt.firstByte = since(m_asked);
    m_record.status = upstream.status;
    m_record.firstByte = sinceReceived();
    m_record.isStream = hasType(upstream.headers, "text/event-stream");
    if (m_record.isStream) {
        m_stream = m_rooms.shared.streams.take();
    }
    if (m_record.operation == Operation::Chat) {
        m_usage = ProxyUsage::of(upstream);
    }
    ResponseHead head {.status = upstream.status, .headers = proxiedAnswerHeaders(upstream.headers)};
    for (const auto &[name, value] : ownHeaders()) {
        head.headers.add(name, value);
    }
    m_hasBegun = true;
    if (m_sink) {
        m_sink->begin(head);
    }
}

// Moves what has arrived, until the client's side is full or Anthropic's is empty.
void ProxyExchange::pump()
{
    if (m_isOver || !m_hasBegun) {
        return;
    }
    while (m_sink && m_call->bytesAvailable() > 0) {
        if (m_sink->backlog() > ResponseSink::highWater) {
            return;
        }
        const QByteArray bytes = m_call->read(readStep);
        if (bytes.isEmpty()) {
            break;
        }
        m_record.bytesOut += bytes.size();
        if (m_usage) {
            m_usage->feed(bytes);
        }
        m_sink->write(bytes);
    }
    if (m_upstreamEnd) {
        complete();
    }
}

void ProxyExchange::onEnded(const std::optional<Error> &error)
{
    if (m_isOver) {
        return;
    }
    m_upstreamEnd = error;
    if (m_hasBegun) {
        pump();
        return;
    }
    breakOff(error.value_or(Error {.kind = ErrorKind::UpstreamInvalid,
                 .message = QStringLiteral("Anthropic sent no answer."),
                 .detail = {}}),
        Outcome::Failed);
}

void ProxyExchange::complete()
{
    if (*m_upstreamEnd) {
        breakOff(**m_upstreamEnd, Outcome::Failed);
        return;
    }
    if (m_sink) {
        m_sink->finish();
    }
    finish(Outcome::Answered, std::nullopt);
}

// Nothing may make a broken answer look complete: its words are not ours to end.
void ProxyExchange::breakOff(const Error &error, Outcome outcome)
{
    m_record.attempts.back().error = error;
    if (!m_hasBegun) {
        refuse(error, outcome);
        return;
    }
    if (m_sink) {
        m_sink->cut();
    }
    finish(outcome, error);
}

void ProxyExchange::onClientGone()
{
    finish(Outcome::ClientGone, std::nullopt);
}

void ProxyExchange::shutDown()
{
    endEarly(shutDownError());
}

void ProxyExchange::stop()
{
    endEarly(stoppedError());
}

void ProxyExchange::endEarly(const Error &error)
{
    if (m_isOver) {
        return;
    }
    if (m_record.attempts.empty()) {
        refuse(error, Outcome::ShutDown);
    } else {
        breakOff(error, Outcome::ShutDown);
    }
}

// The client learns why there is no answer.
void ProxyExchange::refuse(const Error &error, Outcome outcome)
{
    ResponseHead head = errorHead(error);
    for (const auto &[name, value] : ownHeaders()) {
        head.headers.add(name, value);
    }
    head.headers.add("request-id", m_record.requestId);
    const QByteArray body = errorBody(error, Dialect::Anthropic, m_record.requestId);
    m_record.status = head.status;
    m_record.bytesOut = body.size();
    m_record.firstByte = sinceReceived();
    if (m_sink) {
        m_sink->send(head, body);
    }
    finish(outcome, error);
}

HeaderList ProxyExchange::ownHeaders() const
{
    if (m_record.attempts.empty()) {
        return {};
    }
    HeaderList headers {{"x-nexus-provider", providerName}};
    if (!m_record.upstreamModel.isEmpty()) {
        headers.add("x-nexus-model", headerWords({m_record.upstreamModel.toStdString()}));
    }
    headers.add("x-nexus-attempts", "1");
    headers.add("x-nexus-cache", cacheWord(m_record.cache));
    return headers;
}

std::chrono::microseconds ProxyExchange::sinceReceived() const
{
    return since(m_request->received);
}

// What broke off before it told its tokens is estimated, as in an Exchange.
void ProxyExchange::countTokens(Outcome outcome)
{
    if (!m_usage) {
        return;
    }
    m_record.usage = m_usage->usage();
    const bool isWhole = outcome == Outcome::Answered && m_usage->isComplete();
    if (isWhole && m_record.usage) {
        return;
    }
    if (Result<ClientRequest> client = parseRequest(m_request->body, Operation::Chat)) {
        const ModelAsk ask {
            .request = m_request, .dialect = Dialect::Anthropic, .client = std::move(*client), .plan = {}};
        estimateUsage(m_record, ask, m_tap.get(), isWhole);
    }
}

void ProxyExchange::finish(Outcome outcome, const std::optional<Error> &error)
{
    if (std::exchange(m_isOver, true)) {
        return;
    }
    if (m_call) {
        m_call->abort();
        m_record.attempts.back().duration = since(m_asked);
    }
    m_record.outcome = outcome;
    m_record.error = error;
    m_record.duration = sinceReceived();
    if (outcome == Outcome::ShutDown && error) {
        clearBlame(m_record, *error);
    }
    countTokens(outcome);
    keepBodies(m_record, *m_request, m_rooms.config->ledger, m_tap.get());
    m_rooms.shared.records.record(m_record);
    Q_EMIT ended();
    deleteLater();
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/exchange.h"

#include "pipeline/accesscontrol.h"
#include "pipeline/attemptloop.h"
#include "pipeline/cacheask.h"
#include "pipeline/endings.h"
#include "pipeline/recalledanswer.h"
#include "pipeline/recordcompletion.h"
#include "pipeline/tapsink.h"
#include "pipeline/teesink.h"
#include "pipeline/tracing.h"
#include "wire/errorbody.h"

namespace nexus {

namespace {

std::chrono::microseconds since(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
}

bool isText(Operation operation)
{
    return operation == Operation::Chat || operation == Operation::Completions;
}

Error notInMemory()
{
    return {.kind = ErrorKind::UpstreamTimeout,
        .message = QStringLiteral("There is no answer to this request in the cache, and Cache-Control: "
                                  "only-if-cached keeps it from a provider."),
        .detail = {},
        .code = "not_cached"};
}

} // namespace

Exchange::Exchange(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink, Ask ask,
    const Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_ask(ask)
    , m_rooms(rooms)
    , m_sink(&sink)
    , m_record(recordOf(*request, ask.dialect))
{
    m_record.operation = ask.operation;
    m_record.trace
        = beginTrace(request->headers, rooms.config->telemetry, rooms.shared.routing.randomSource());
    m_model.request = std::move(request);
    m_model.dialect = ask.dialect;
    connect(&sink, &ResponseSink::clientGone, this, &Exchange::onClientGone);
}

Exchange::~Exchange() = default;

// The order of a request: who asks and may they, what do they want, where does it go, is the answer known,
// ask. Each step calls the next one, at once or when it has what it waits for.
void Exchange::start()
{
    m_rooms.access.admit(m_model.request, m_ask.dialect, *m_sink, this, [this](const Result<Principal> &who) {
        if (m_isOver) {
            return;
        }
        if (!who) {
            refuse(who.error());
            return;
        }
        m_record.who = *who;
        if (m_rooms.shared.pause.isPaused()) {
            refuse(PauseSwitch::error());
            return;
        }
        if (isSeen()) {
            tap();
        }
        if (const Result<void> understood = understand(); !understood) {
            refuse(understood.error());
            return;
        }
        findTargets();
    });
}

// Whether somebody wants to know what is said, also where the gateway says it.
bool Exchange::isSeen() const
{
    return keptBytes(m_rooms.config->ledger) > 0 || m_rooms.shared.live.isWatched();
}

void Exchange::tap()
{
    if (!m_sink) {
        return;
    }
    TapSink::Options options {.received = m_model.request->received,
        .tokens = {},
        .kept = keptBytes(m_rooms.config->ledger),
        .streams = &m_rooms.shared.streams};
    if (isText(m_ask.operation)) {
        options.tokens.emplace(m_ask.operation, m_ask.dialect);
    }
    m_tap = std::make_unique<TapSink>(*m_sink, options);
    m_sink = m_tap.get();
}

Result<void> Exchange::understand()
{
    Result<ClientRequest> client = parseRequest(m_model.request->body, m_ask.operation);
    if (!client) {
        return failure(client.error());
    }
    m_model.client = std::move(*client);
    m_record.askedModel = m_model.client.model;
    m_record.isStream = m_model.client.isStream;
    return {};
}

// A name that the configuration does not know may be one that a provider knows.
void Exchange::findTargets()
{
    if (!m_rooms.router->needsCatalog(m_model.client.model)) {
        plan(*m_rooms.router);
        return;
    }
    m_rooms.shared.catalog.whenReady(this, [this] {
        if (!m_isOver) {
            plan(Router(m_rooms.config, m_rooms.shared.catalog.snapshot(), m_rooms.shared.routing));
        }
    });
}

void Exchange::plan(const Router &router)
{
    Result<Plan> plan = router.resolve(m_model.client.model);
    if (!plan) {
        refuse(plan.error());
        return;
    }
    m_model.plan = std::move(*plan);
    m_record.alias = m_model.plan.alias;
    m_record.provider = m_model.plan.targets.front().provider;
    m_record.upstreamModel = m_model.plan.targets.front().model;
    lookUp();
}

// From here on the request takes time, in which somebody may begin to watch it.
void Exchange::enlist()
{
    if (!m_tap && (isText(m_ask.operation) || isSeen())) {
        tap();
    }
    m_ticket = m_rooms.shared.live.begin(m_record, m_model.request->received, *this, [this] { stop(); });
    m_record.number = m_ticket->number();
    if (m_tap) {
        m_tap->setTicket(*m_ticket);
    }
}

void Exchange::lookUp()
{
    if (!m_rooms.config->llm.cache.isEnabled || m_ask.operation == Operation::CountTokens) {
        askAlone();
        return;
    }
    const CacheControl control = cacheControlOf(m_model.request->headers);
    m_record.cache = control.isFreshAsked || control.isUnstored ? CacheUse::Bypass : CacheUse::Miss;
    if (control.isUnstored && !control.isOnlyFromCache) {
        askAlone();
        return;
    }
    AnswerCache::Found found
        = m_rooms.shared.cache.find(askOf(cacheKeyFor(m_model, m_record.who, m_rooms), control));
    if (auto *answer = std::get_if<std::shared_ptr<const CachedAnswer>>(&found)) {
        recall(std::move(*answer));
        return;
    }
    if (control.isOnlyFromCache) {
        refuse(notInMemory());
        return;
    }
    enlist();
    if (auto *follower = std::get_if<std::unique_ptr<Follower>>(&found)) {
        m_record.cache = CacheUse::Shared;
        share(std::make_unique<SharedAnswer>(std::move(*follower), *m_sink, sharedOptions()));
    } else {
        lead(std::move(std::get<std::unique_ptr<Leader>>(found)));
    }
}

// Most answers are sent before anybody could have seen the request on the list.
void Exchange::recall(std::shared_ptr<const CachedAnswer> answer)
{
    m_record.cache = CacheUse::Hit;
    const std::chrono::seconds age = answer->age(m_rooms.shared.cache.now());
    if (!fitsAtOnce(*answer)) {
        enlist();
        share(std::make_unique<SharedAnswer>(std::move(answer), age, *m_sink, sharedOptions()));
        return;
    }
    noteHead(answer->head);
    m_record.status = answer->head.status;
    m_record.firstByte = since(m_model.request->received);
    m_record.bytesOut = sendAtOnce(
        *answer, {.dialect = m_ask.dialect, .requestId = m_record.requestId, .age = age}, *m_sink);
    finish(Outcome::Answered, std::nullopt);
}

SharedAnswer::Options Exchange::sharedOptions() const
{
    return {.dialect = m_ask.dialect,
        .requestId = m_record.requestId,
        .isStreamAsked = m_record.isStream,
        .keepalive = m_rooms.config->llm.keepalive,
        .provider = m_record.provider,
        .model = m_record.upstreamModel};
}

void Exchange::askAlone()
{
    enlist();
    ask(*m_sink);
}

void Exchange::lead(std::unique_ptr<Leader> leader, const Attempt::Before &before)
{
    m_tee = std::make_unique<TeeSink>(*m_sink, std::move(leader), m_record);
    connect(m_tee.get(), &TeeSink::deserted, this, [this] {
        if (!m_isOver) {
            m_attempts->abandon();
            finish(Outcome::ClientGone, std::nullopt);
        }
    });
    ask(*m_tee, before);
}

void Exchange::share(std::unique_ptr<SharedAnswer> answer)
{
    m_shared = std::move(answer);
    connect(m_shared.get(), &SharedAnswer::completed, this, [this] {
        noteShared();
        finish(Outcome::Answered, std::nullopt);
    });
    connect(m_shared.get(), &SharedAnswer::failed, this, [this](const Error &error) {
        m_shared->fail(error);
        noteShared();
        finish(Outcome::Failed, error);
    });
    connect(m_shared.get(), &SharedAnswer::promoted, this, &Exchange::onPromoted);
    m_shared->start();
}

// The request whose answer this one waited for is gone.
void Exchange::onPromoted()
{
    m_record.cache = CacheUse::Miss;
    const Attempt::Before before = m_shared->left();
    std::unique_ptr<Leader> leader = m_shared->takeLeader();
    // It is still speaking.
    m_shared.release()->deleteLater();
    lead(std::move(leader), before);
}

void Exchange::ask(ResponseSink &sink, const Attempt::Before &before)
{
    m_attempts = std::make_unique<AttemptLoop>(m_model, m_rooms, sink, m_record);
    connect(m_attempts.get(), &AttemptLoop::targetChanged, this, [this] { m_ticket->describe(m_record); });
    connect(m_attempts.get(), &AttemptLoop::completed, this, [this] {
        m_isAnswered = true;
        if (m_tee) {
            m_tee->complete(m_record.usage);
        }
        finish(m_isClientGone ? Outcome::ClientGone : Outcome::Answered, std::nullopt);
    });
    connect(m_attempts.get(), &AttemptLoop::failed, this, &Exchange::onFailed);
    m_attempts->start(before);
}

void Exchange::onFailed(const Error &error)
{
    if (m_tee) {
        m_tee->fail(error);
    }
    if (m_isClientGone) {
        finish(Outcome::ClientGone, std::nullopt);
        return;
    }
    finish(m_record.attempts.empty() ? Outcome::Refused : Outcome::Failed, error);
}

// Whoever waits for the same answer still gets it.
void Exchange::onClientGone()
{
    if (m_isOver) {
        return;
    }
    m_isClientGone = true;
    if (m_tee && m_tee->goOnWithoutClient()) {
        return;
    }
    if (m_attempts) {
        m_attempts->abandon();
    }
    if (m_shared) {
        noteShared();
    }
    finish(Outcome::ClientGone, std::nullopt);
}

void Exchange::shutDown()
{
    breakOff(shutDownError());
}

void Exchange::stop()
{
    breakOff(stoppedError());
}

void Exchange::breakOff(const Error &error)
{
    if (m_isOver) {
        return;
    }
    if (m_attempts) {
        m_attempts->fail(error);
        clearBlame(m_record, error);
    } else if (m_shared) {
        m_shared->fail(error);
        noteShared();
    } else {
        refuse(error, Outcome::ShutDown);
        return;
    }
    finish(Outcome::ShutDown, error);
}

// Nothing went upstream; the client learns why.
void Exchange::refuse(const Error &error, Outcome outcome)
{
    ResponseHead head = errorHead(error);
    if (!m_model.plan.targets.empty()) {
        head.headers.add("x-nexus-provider", m_record.provider.toUtf8());
        head.headers.add("x-nexus-model", m_record.upstreamModel);
        head.headers.add("x-nexus-attempts", "0");
        head.headers.add("x-nexus-cache", cacheWord(m_record.cache));
    }
    if (m_ask.dialect == Dialect::Anthropic) {
        head.headers.add("request-id", m_record.requestId);
    }
    const QByteArray body = errorBody(error, m_ask.dialect, m_record.requestId);
    m_record.status = head.status;
    m_record.bytesOut = body.size();
    m_record.firstByte = since(m_model.request->received);
    if (m_sink) {
        m_sink->send(head, body);
    }
    finish(outcome, error);
}

void Exchange::noteShared()
{
    m_record.status = m_shared->statusSent();
    m_record.bytesOut = m_shared->bytesSent();
    if (const auto first = m_shared->firstByteAt()) {
        m_record.firstByte
            = std::chrono::duration_cast<std::chrono::microseconds>(*first - m_model.request->received);
    }
    if (const std::optional<CachedHead> &head = m_shared->head()) {
        noteHead(*head);
    }
}

void Exchange::noteHead(const CachedHead &head)
{
    m_record.provider = head.provider;
    m_record.upstreamModel = head.model;
    m_record.usage = head.usage;
}

void Exchange::finish(Outcome outcome, const std::optional<Error> &error)
{
    if (m_isOver) {
        return;
    }
    m_isOver = true;
    m_record.outcome = outcome;
    m_record.error = error;
    m_record.duration = since(m_model.request->received);
    estimateUsage(m_record, m_model, m_tap.get(), m_isAnswered);
    keepBodies(m_record, *m_model.request, m_rooms.config->ledger, m_tap.get());
    m_rooms.shared.records.record(m_record);
    Q_EMIT ended();
    deleteLater();
}

} // namespace nexus

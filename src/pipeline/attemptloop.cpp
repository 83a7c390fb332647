// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/attemptloop.h"

#include "pipeline/accesscontrol.h"
#include "pipeline/expectedusage.h"
#include "routing/retrypolicy.h"
#include "routing/routingstate.h"
#include "translate/inputestimate.h"
#include "wire/errorbody.h"
#include "wire/retryafter.h"

#include <QDateTime>

namespace nexus {

using std::chrono::milliseconds;

AttemptLoop::AttemptLoop(const ModelAsk &ask, const Rooms &rooms, ResponseSink &sink, RequestRecord &record)
    : m_ask(ask)
    , m_rooms(rooms)
    , m_sink(&sink)
    , m_record(record)
{
    m_pause.setSingleShot(true);
    // Any other timer may be early, and a provider means what it says in Retry-After.
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &AttemptLoop::attempt);
}

AttemptLoop::~AttemptLoop() = default;

void AttemptLoop::start(const Attempt::Before &before)
{
    m_before = before;
    m_sinceStart.start();
    tryTarget();
}

void AttemptLoop::tryTarget()
{
    m_record.provider = target().provider;
    m_record.upstreamModel = target().model;
    Q_EMIT targetChanged();
    m_provider = m_rooms.config->provider(target().provider);
    m_tries = 0;
    m_triedKeys.clear();
    m_limitHeaders = {};
    if (m_provider == nullptr) {
        giveUp({.kind = ErrorKind::Internal,
            .message = QStringLiteral("The plan names a provider that is not configured."),
            .detail = target().provider});
        return;
    }
    // Counting them uses none.
    if (m_ask.client.operation == Operation::CountTokens) {
        attempt();
        return;
    }
    if (const Result<void> held = holdBudget(); !held) {
        nextTarget(held.error());
        return;
    }
    if (m_rooms.access.limiter().limitsTokens()) {
        takeTokens();
        return;
    }
    attempt();
}

// Once for each target too. The hold lasts until the record says what it really was.
Result<void> AttemptLoop::holdBudget()
{
    BudgetGate &budgets = m_rooms.shared.budgets;
    if (!budgets.isOn()) {
        return {};
    }
    Result<BudgetHold> hold = budgets.take(m_record, expectedUsage(m_ask));
    if (!hold) {
        return failure(hold.error());
    }
    m_hold = std::move(*hold);
    return {};
}

// Once for each target, since the limits on tokens belong to provider and model.
void AttemptLoop::takeTokens()
{
    const TokenAsk ask {.clientId = m_record.who.clientId,
        .group = m_record.who.group,
        .provider = target().provider,
        .model = target().publicName,
        .tokens = estimatedInput(m_ask.client, m_ask.dialect)};
    m_rooms.access.limiter().takeTokens(ask, this, [this](Result<Permit> permit, const HeaderList &headers) {
        if (m_isOver) {
            return;
        }
        m_limitHeaders = headers;
        if (!permit) {
            giveUp(permit.error());
            return;
        }
        m_permit = std::move(*permit);
        attempt();
    });
}

void AttemptLoop::attempt()
{
    const std::optional<milliseconds> left = timeLeft();
    if (left && left->count() <= 0) {
        giveUp(m_error.value_or(Error {.kind = ErrorKind::UpstreamTimeout,
            .message = QStringLiteral("Provider '%1' did not answer within the time for all attempts.")
                           .arg(m_provider->name),
            .detail = {}}));
        return;
    }
    auto next = std::make_unique<Attempt>(m_ask, target(), *m_provider, m_rooms, *m_sink, m_record);
    if (m_attempt) {
        m_before = m_attempt->left();
    }
    m_before.triedKeys = m_triedKeys;
    if (const Result<void> started = next->start(m_before, left, answerHeaders()); !started) {
        nextTarget(started.error());
        return;
    }
    if (!next->ownAnswer().isEmpty()) {
        answerOwn(next->ownAnswer());
        return;
    }
    m_attempt = std::move(next);
    connectAttempt();
}

void AttemptLoop::connectAttempt()
{
    connect(m_attempt.get(), &Attempt::failed, this, &AttemptLoop::onAttemptFailed);
    connect(m_attempt.get(), &Attempt::usageRefused, this, [this] { m_pause.start(0); });
    connect(m_attempt.get(), &Attempt::completed, this, [this] {
        finish();
        Q_EMIT completed();
    });
    connect(m_attempt.get(), &Attempt::endedWithError, this, [this](const Error &error) {
        finish();
        Q_EMIT failed(error);
    });
}

// Another key, another try, another target, or the end, in this order. The attempt is still speaking, so
// whatever follows waits for the event loop.
void AttemptLoop::onAttemptFailed(const Error &failed)
{
    if (m_attempt->hasAnswered()) {
        giveUp(failed);
        return;
    }
    const Error error = withKeyNamed(failed);
    m_error = error;
    m_attempt->keepAlive();
    if (tryOtherKey(error) || repeatLater(error)) {
        return;
    }
    if (mayFallBack(error)) {
        nextTarget(error);
        return;
    }
    giveUp(error);
}

// Who reads the log may know several providers, and several places of keys.
Error AttemptLoop::withKeyNamed(const Error &error) const
{
    if (keyOutcomeOf(error) != KeyOutcome::Refused) {
        return error;
    }
    if (m_attempt->key()) {
        const bool hasFile = !m_rooms.config->path.isEmpty();
        return nexus::withKeyNamed(error, m_provider->name, hasFile ? KeyPlace::File : KeyPlace::System);
    }
    const bool isOfClient
        = m_provider->isTokenForwarded && !m_ask.request->headers.value("X-Provider-API-Key").isEmpty();
    return isOfClient ? nexus::withKeyNamed(error, m_provider->name, KeyPlace::Client) : error;
}

bool AttemptLoop::tryOtherKey(const Error &error)
{
    const std::optional<int> key = m_attempt->key();
    if (!key || keyOutcomeOf(error) == KeyOutcome::Ok) {
        return false;
    }
    m_triedKeys.push_back(*key);
    if (m_triedKeys.size() >= m_provider->apiKeys.size()) {
        return false;
    }
    m_pause.start(0);
    return true;
}

bool AttemptLoop::repeatLater(const Error &error)
{
    ++m_tries;
    if (m_tries >= m_provider->retries.maxAttempts || !isRetryable(error, m_attempt->hasHead())) {
        return false;
    }
    const auto pause = pauseBefore(m_tries, m_provider->retries,
        retryAfterOf(error.retryAfter, QDateTime::currentDateTimeUtc()),
        m_rooms.shared.routing.randomSource());
    if (!pause) {
        return false;
    }
    const std::optional<milliseconds> left = timeLeft();
    if (left && *pause >= *left) {
        return false;
    }
    m_triedKeys.clear();
    m_pause.start(*pause);
    return true;
}

void AttemptLoop::nextTarget(const Error &error)
{
    m_failures.push_back({.provider = target().provider, .model = target().model, .error = error});
    if (m_index + 1 >= m_ask.plan.targets.size()) {
        // What a provider said matters more than why another one was not even asked.
        giveUp(withTargetsNamed(m_error.value_or(error), m_failures));
        return;
    }
    settleTokens();
    m_hold.release();
    ++m_index;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_isOver) {
                tryTarget();
            }
        },
        Qt::QueuedConnection);
}

void AttemptLoop::giveUp(const Error &error)
{
    fail(error);
    Q_EMIT failed(error);
}

void AttemptLoop::fail(const Error &error)
{
    // What the client is told next is no answer of the provider.
    settleTokens();
    if (m_attempt) {
        m_attempt->answer(error);
    } else if (m_sink && m_before.hasBegun) {
        const QByteArray event = errorEvent(error, m_ask.dialect, m_ask.request->id);
        m_record.status = 200;
        m_record.bytesOut = event.size();
        m_sink->finishFailed(event);
    } else if (m_sink) {
        ResponseHead head = errorHead(error);
        for (const auto &[name, value] : answerHeaders()) {
            head.headers.add(name, value);
        }
        head.headers.add("x-nexus-attempts", "0");
        const QByteArray body = errorBody(error, m_ask.dialect, m_ask.request->id);
        m_record.status = head.status;
        m_record.bytesOut = body.size();
        m_sink->send(head, body);
    }
    finish();
}

void AttemptLoop::abandon()
{
    if (m_attempt) {
        m_attempt->abort(std::nullopt);
    }
    finish();
}

// The gateway knows the answer itself, whatever became of the targets before.
void AttemptLoop::answerOwn(const QByteArray &body)
{
    m_attempt.reset();
    ResponseHead head {.status = 200, .headers = answerHeaders()};
    head.headers.add("Content-Type", "application/json");
    head.headers.add("x-nexus-attempts", QByteArray::number(static_cast<qint64>(m_record.attempts.size())));
    head.headers.add("x-nexus-token-count", "estimated");
    if (!m_record.dropped.isEmpty()) {
        head.headers.add("x-nexus-dropped", m_record.dropped);
    }
    m_record.status = head.status;
    m_record.bytesOut = body.size();
    if (m_sink) {
        m_sink->send(head, body);
    }
    finish();
    Q_EMIT completed();
}

void AttemptLoop::finish()
{
    m_isOver = true;
    m_pause.stop();
    settleTokens();
    if (m_attempt) {
        // A target behind it may have been looked at and not been asked.
        m_record.provider = m_record.attempts.back().provider;
        m_record.upstreamModel = m_record.attempts.back().model;
        m_attempt->noteAnswer();
    }
}

// What the provider counted is what counts. A call that came to nothing used nothing; one that was broken off
// keeps the estimate.
void AttemptLoop::settleTokens()
{
    const std::optional<TokenUsage> usage = m_attempt ? m_attempt->usage() : std::nullopt;
    if (usage) {
        m_permit.settle(usage->input);
    } else if (!m_attempt || !m_attempt->hasAnswered()) {
        m_permit.settle(0);
    }
    m_permit = {};
}

HeaderList AttemptLoop::answerHeaders() const
{
    HeaderList headers {{"x-nexus-provider", m_record.provider.toUtf8()},
        {"x-nexus-model", m_record.upstreamModel}, {"x-nexus-cache", cacheWord(m_record.cache)}};
    if (m_ask.dialect == Dialect::Anthropic) {
        headers.add("request-id", m_ask.request->id);
    }
    for (const auto &[name, value] : m_limitHeaders) {
        headers.add(name, value);
    }
    return headers;
}

// Of the time that the target gives all attempts together; nothing when it sets no limit.
std::optional<milliseconds> AttemptLoop::timeLeft() const
{
    const milliseconds total = m_provider->timeouts.total;
    if (total.count() == 0) {
        return std::nullopt;
    }
    return total - milliseconds(m_sinceStart.elapsed());
}

} // namespace nexus

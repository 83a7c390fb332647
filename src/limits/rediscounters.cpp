// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/rediscounters.h"

#include <algorithm>

namespace nexus {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds FIRST_RETRY = 100ms;
constexpr std::chrono::milliseconds LAST_RETRY = 5s;
constexpr qsizetype MOST_OF_A_REASON = 200;

tl::unexpected<Error> unavailable(const QString &reason)
{
    return failure({.kind = ErrorKind::Unavailable,
        .message = QStringLiteral(
            "The limits of this gateway cannot be checked at the moment. Try again in a few seconds."),
        .detail = QStringLiteral("store of the limits: ") + reason,
        .retryAfter = "1"});
}

// Runs the script for real, so that a server which knows us but lets us write nothing counts as lost.
QByteArray probe(const QByteArray &prefix)
{
    const LimitAsk ask {.key = "probe", .limit = 1, .amount = 0};
    return scriptCommand(takeCommand({&ask, 1}, prefix), ScriptForm::Whole);
}

} // namespace

RedisCounters::RedisCounters(const RedisStorage &storage, StoreWatch &watch, Logger log, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_watch(watch)
    , m_log(std::move(log))
    , m_retryDelay(FIRST_RETRY)
{
    m_wait.setSingleShot(true);
    m_retry.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &RedisCounters::expireWaiting);
    connect(&m_retry, &QTimer::timeout, this, &RedisCounters::retry);
    openOne();
    pump();
}

RedisCounters::~RedisCounters()
{
    if (m_isLost) {
        static_cast<void>(m_watch.regain());
    }
}

void RedisCounters::take(std::span<const LimitAsk> asks, QObject *context, const Done &done)
{
    auto job = std::make_shared<Job>();
    job->command = takeCommand(asks, m_storage.keyPrefix.toUtf8());
    job->context = context;
    job->done = [count = asks.size(), done](const Result<RedisReply> &reply) {
        if (!reply) {
            done(failure(reply.error()));
            return;
        }
        const Result<LimitVerdict> verdict = readVerdict(*reply, count);
        done(verdict ? verdict : Result<LimitVerdict>(unavailable(verdict.error().detail)));
    };
    enqueue(std::move(job));
}

void RedisCounters::adjust(const LimitReceipt &receipt, qint64 difference)
{
    auto job = std::make_shared<Job>();
    job->command = adjustCommand(receipt, difference, m_storage.keyPrefix.toUtf8());
    job->context = this;
    job->done = [](const Result<RedisReply> &) {};
    enqueue(std::move(job));
}

void RedisCounters::retire()
{
    m_isRetired = true;
    deleteIfDone();
}

int RedisCounters::connectionCount() const
{
    return static_cast<int>(countIf(&RedisConnection::isUp));
}

void RedisCounters::enqueue(JobPointer job)
{
    if (m_isLost && countIf(&RedisConnection::isUp) == 0) {
        end(job, unavailable(m_lostReason));
        return;
    }
    job->deadline = QDeadlineTimer(m_storage.pool.waitTimeout);
    m_waiting.push_back(std::move(job));
    pump();
}

// Gives waiting asks to idle connections and opens what is missing.
void RedisCounters::pump()
{
    while (!m_waiting.empty()) {
        const auto idle = std::ranges::find_if(m_connections, &RedisConnection::isIdle);
        if (idle == m_connections.end()) {
            break;
        }
        const JobPointer job = m_waiting.front();
        m_waiting.pop_front();
        start(job, **idle);
    }
    const auto wanted = std::max(static_cast<std::ptrdiff_t>(m_waiting.size()),
        m_storage.pool.minIdle - countIf(&RedisConnection::isIdle));
    // One by one, since each may fail at once.
    while (countIf(&RedisConnection::isOpening) < wanted && !m_retry.isActive()
        && m_connections.size() < static_cast<std::size_t>(m_storage.pool.maxSize)) {
        openOne();
    }
    if (m_isLost && m_connections.empty() && !m_retry.isActive()) {
        m_retry.start(m_retryDelay);
    }
    if (m_waiting.empty()) {
        m_wait.stop();
    } else if (!m_wait.isActive()) {
        m_wait.start(std::chrono::ceil<std::chrono::milliseconds>(
            m_waiting.front()->deadline.remainingTimeAsDuration()));
    }
}

void RedisCounters::start(const JobPointer &job, RedisConnection &connection)
{
    ++m_running;
    connection.send(scriptCommand(job->command, job->form),
        [self = QPointer<RedisCounters>(this), job, at = QPointer<RedisConnection>(&connection)](
            const Result<RedisReply> &reply) {
            if (self != nullptr) {
                self->takeReply(job, at, reply);
            }
        });
}

void RedisCounters::takeReply(
    const JobPointer &job, RedisConnection *connection, const Result<RedisReply> &reply)
{
    --m_running;
    if (!reply && reply.error().kind == ErrorKind::UpstreamUnreachable && !job->isRepeated) {
        // The server may have closed the connection before it saw the command. Counted twice is the lesser
        // evil.
        job->isRepeated = true;
        m_waiting.push_front(job);
    } else if (!reply) {
        fail(job, reply.error().detail);
    } else if (reply->errorCode() == "NOSCRIPT" && job->form == ScriptForm::Hash) {
        job->form = ScriptForm::Whole;
        m_waiting.push_front(job);
    } else if (reply->kind == RedisReply::Kind::Error) {
        // Another server may have taken over from this one, so what leads here is closed.
        drop(connection);
        fail(job, QString::fromUtf8(reply->text.left(MOST_OF_A_REASON)));
    } else {
        noteBack();
        end(job, reply);
    }
    pump();
    deleteIfDone();
}

void RedisCounters::end(const JobPointer &job, const Result<RedisReply> &reply)
{
    if (job->context != nullptr) {
        job->done(reply);
    }
}

void RedisCounters::fail(const JobPointer &job, const QString &reason)
{
    noteLost(reason);
    end(job, unavailable(reason));
}

void RedisCounters::failWaiting(const QString &reason)
{
    for (const JobPointer &job : std::exchange(m_waiting, {})) {
        end(job, unavailable(reason));
    }
    deleteIfDone();
}

void RedisCounters::expireWaiting()
{
    while (!m_waiting.empty() && m_waiting.front()->deadline.hasExpired()) {
        const JobPointer job = m_waiting.front();
        m_waiting.pop_front();
        fail(job, QStringLiteral("no connection became free within pool.timeout_wait"));
    }
    pump();
    deleteIfDone();
}

void RedisCounters::openOne()
{
    // Read each time: files of TLS may have been renewed.
    Result<RedisAccess> access = redisAccess(m_storage);
    if (!access) {
        dropped(nullptr, false, access.error().detail);
        return;
    }
    QList<QByteArray> greeting;
    for (const QList<QByteArray> &words : access->greeting()) {
        greeting.append(redisCommand(words));
    }
    greeting.append(probe(m_storage.keyPrefix.toUtf8()));
    auto *const connection = new RedisConnection(*std::move(access), m_storage, std::move(greeting), this);
    m_connections.push_back(connection);
    connect(connection, &RedisConnection::ready, this, &RedisCounters::greeted);
    connect(connection, &RedisConnection::unused, this, [this, connection] { dropIfSpare(connection); });
    connect(connection, &RedisConnection::closed, this,
        [this, connection](const QString &reason, bool wasUp) { dropped(connection, wasUp, reason); });
    connection->open();
}

void RedisCounters::greeted()
{
    noteBack();
    pump();
}

void RedisCounters::dropped(RedisConnection *connection, bool wasUp, const QString &reason)
{
    drop(connection);
    if (wasUp) {
        pump();
        return;
    }
    // Connections that were opened together fail together, and that is one attempt.
    if (!m_retry.isActive()) {
        m_retry.start(m_retryDelay);
        m_retryDelay = std::min(2 * m_retryDelay, LAST_RETRY);
    }
    if (countIf(&RedisConnection::isUp) == 0) {
        noteLost(reason);
        failWaiting(reason);
    }
}

void RedisCounters::drop(RedisConnection *connection)
{
    if (connection != nullptr && std::erase(m_connections, connection) > 0) {
        connection->close();
        connection->deleteLater();
    }
}

void RedisCounters::dropIfSpare(RedisConnection *connection)
{
    if (countIf(&RedisConnection::isIdle) > m_storage.pool.minIdle) {
        drop(connection);
    }
    pump();
}

void RedisCounters::retry()
{
    if (m_isLost && m_connections.empty()) {
        openOne();
    }
    pump();
}

void RedisCounters::noteLost(const QString &reason)
{
    m_lostReason = reason;
    if (std::exchange(m_isLost, true) || !m_watch.lose()) {
        return;
    }
    m_log.event(LogLevel::Warn, "limits_store_lost",
        {{"reason", reason}, {"on_failure", m_storage.isFailClosed ? "fail_closed" : "fail_open"}});
}

void RedisCounters::noteBack()
{
    m_retryDelay = FIRST_RETRY;
    if (std::exchange(m_isLost, false) && m_watch.regain()) {
        m_log.event(LogLevel::Info, "limits_store_back");
    }
}

void RedisCounters::deleteIfDone()
{
    if (m_isRetired && m_waiting.empty() && m_running == 0) {
        deleteLater();
    }
}

std::ptrdiff_t RedisCounters::countIf(bool (RedisConnection::*is)() const) const
{
    return std::ranges::count_if(m_connections, is);
}

} // namespace nexus

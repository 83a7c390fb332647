// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/keysetsource.h"

#include <algorithm>

namespace nexus {

namespace {

// Without what may be a key.
QString loggedUrl(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

Error unavailable(const QString &detail)
{
    return {.kind = ErrorKind::Unavailable,
        .message
        = QStringLiteral("The access token cannot be checked, because the key set of the authorization "
                         "server was never reached. Try again in a moment; if that does not help, "
                         "check 'server.oauth.url' of the gateway."),
        .detail = detail,
        .code = "key_set_unavailable"};
}

Result<KeySet> readAnswer(const Result<FetchedAnswer> &result)
{
    if (!result) {
        return failure(result.error());
    }
    if (result->head.status != 200) {
        return failure({.kind = ErrorKind::UpstreamInvalid,
            .message = QStringLiteral("it was answered with status %1").arg(result->head.status),
            .detail = {}});
    }
    return readKeySet(result->body);
}

} // namespace

KeySetSource::KeySetSource(HttpFetcher &fetcher, Logger log, TimeSource clock, QObject *parent)
    : QObject(parent)
    , m_fetcher(fetcher)
    , m_log(std::move(log))
    , m_clock(std::move(clock))
{ }

void KeySetSource::setConfig(const ConfigSnapshot &config)
{
    const std::optional<OAuthConfig> &oauth = config->server.oauth;
    const QUrl url = oauth ? oauth->url : QUrl();
    const auto interval = oauth ? oauth->pollInterval : std::nullopt;
    const bool isOtherInterval = std::exchange(m_pollInterval, interval) != interval;
    if (url == m_url) {
        if (isOtherInterval) {
            scheduleRefresh(m_pollInterval);
        }
        return;
    }
    m_url = url;
    delete std::exchange(m_flight, nullptr);
    m_failedAt.reset();
    m_forcedAt.reset();
    m_document.clear();
    m_isAnnounced = false;
    {
        const QMutexLocker lock(&m_mutex);
        m_keys.reset();
        m_refreshAt.reset();
    }
    if (m_url.isEmpty()) {
        answerWaiters();
    } else if (!m_waiters.empty()) {
        startFetch();
    }
}

KeySetPointer KeySetSource::current()
{
    const QMutexLocker lock(&m_mutex);
    if (m_keys && m_refreshAt && m_clock() >= *m_refreshAt) {
        m_refreshAt.reset();
        QMetaObject::invokeMethod(
            this, [this] { refresh(); }, Qt::QueuedConnection);
    }
    return m_keys;
}

quint64 KeySetSource::ask(KeySetPointer seen)
{
    const quint64 ticket = ++m_lastTicket;
    QMetaObject::invokeMethod(
        this, [this, ticket, seen = std::move(seen)] { handle(ticket, seen); }, Qt::QueuedConnection);
    return ticket;
}

void KeySetSource::handle(quint64 ticket, const KeySetPointer &seen)
{
    const KeySetPointer keys = held();
    const bool isNews = keys && keys != seen;
    if (m_url.isEmpty() || isNews || (!m_flight && isOnHold(keys))) {
        Q_EMIT answered(ticket, newest());
        return;
    }
    m_waiters.push_back(ticket);
    if (m_flight) {
        return;
    }
    if (keys) {
        m_forcedAt = m_clock();
    }
    startFetch();
}

// With keys it is about one that they lack, without keys about the first ones.
bool KeySetSource::isOnHold(const KeySetPointer &keys) const
{
    const std::optional<TimePoint> &last = keys ? m_forcedAt : m_failedAt;
    return last && m_clock() - *last < (keys ? unknownKeyHold : firstRetry);
}

void KeySetSource::refresh()
{
    if (!m_flight && held()) {
        startFetch();
    }
}

void KeySetSource::startFetch()
{
    FetchAsk ask;
    ask.url = m_url;
    ask.headers.add("Accept", "application/jwk-set+json, application/json");
    ask.timeout = fetchTimeout;
    ask.maxBody = KeySet::maxSize;
    m_flight = new QObject(this);
    m_fetcher.fetch(ask, m_flight, [this](const Result<FetchedAnswer> &result) { onFetched(result); });
}

void KeySetSource::onFetched(const Result<FetchedAnswer> &result)
{
    m_flight->deleteLater();
    m_flight = nullptr;
    Result<KeySet> set = readAnswer(result);
    if (set) {
        takeOver(std::move(*set), result->body);
    } else {
        noteFailure(set.error().detail.isEmpty()
                ? set.error().message
                : QStringLiteral("%1 (%2)").arg(set.error().message, set.error().detail));
    }
    answerWaiters();
}

void KeySetSource::takeOver(KeySet set, const QByteArray &document)
{
    const bool isNew = document != m_document || !held();
    const LogLevel level = isNew || !m_isAnnounced ? LogLevel::Info : LogLevel::Debug;
    m_log.event(set.keys.empty() ? LogLevel::Warn : level, "key_set_fetched",
        {{"url", loggedUrl(m_url)}, {"keys", static_cast<qint64>(set.keys.size())},
            {"skipped", static_cast<qint64>(set.skipped.size())}});
    m_failedAt.reset();
    m_isAnnounced = true;
    if (isNew) {
        for (const KeySet::Skipped &key : set.skipped) {
            m_log.event(LogLevel::Info, "key_skipped", {{"kid", key.id}, {"reason", key.reason}});
        }
        m_document = document;
        const QMutexLocker lock(&m_mutex);
        m_keys = std::make_shared<const KeySet>(std::move(set));
    }
    scheduleRefresh(m_pollInterval);
}

void KeySetSource::noteFailure(const QString &reason)
{
    const bool hasKeys = held() != nullptr;
    if (m_isAnnounced || !m_failedAt) {
        m_log.event(LogLevel::Warn, hasKeys ? "key_set_stale" : "key_set_failed",
            {{"url", loggedUrl(m_url)}, {"reason", reason}});
    }
    m_isAnnounced = false;
    m_failedAt = m_clock();
    if (m_pollInterval) {
        scheduleRefresh(std::min<std::chrono::milliseconds>(*m_pollInterval, staleRetry));
    }
}

void KeySetSource::answerWaiters()
{
    const KeySetAnswer answer = newest();
    for (const quint64 ticket : std::exchange(m_waiters, {})) {
        Q_EMIT answered(ticket, answer);
    }
}

void KeySetSource::scheduleRefresh(std::optional<std::chrono::milliseconds> in)
{
    const QMutexLocker lock(&m_mutex);
    m_refreshAt = in ? std::optional(m_clock() + *in) : std::nullopt;
}

KeySetPointer KeySetSource::held()
{
    const QMutexLocker lock(&m_mutex);
    return m_keys;
}

KeySetAnswer KeySetSource::newest()
{
    if (const KeySetPointer keys = held()) {
        return keys;
    }
    return failure(unavailable(m_url.isEmpty() ? QStringLiteral("server.oauth was just switched off")
                                               : QStringLiteral("no key set from %1").arg(loggedUrl(m_url))));
}

} // namespace nexus

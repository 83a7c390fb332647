// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/sharedanswer.h"

#include "pipeline/recalledanswer.h"
#include "wire/errorbody.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr qint64 readStep = 64 * 1024;

} // namespace

SharedAnswer::SharedAnswer(
    std::shared_ptr<const CachedAnswer> answer, std::chrono::seconds age, ResponseSink &sink, Options options)
    : m_answer(std::move(answer))
    , m_age(age)
    , m_sink(&sink)
    , m_options(std::move(options))
    , m_head(m_answer->head)
    , m_isComing(false)
{ }

SharedAnswer::SharedAnswer(std::unique_ptr<Follower> follower, ResponseSink &sink, Options options)
    : m_follower(std::move(follower))
    , m_sink(&sink)
    , m_options(std::move(options))
{
    connect(m_follower.get(), &Follower::headArrived, this, [this] { m_head = m_follower->head(); });
    connect(m_follower.get(), &Follower::advanced, this, &SharedAnswer::pump);
    connect(m_follower.get(), &Follower::completed, this, [this] {
        m_head = m_follower->head();
        m_isComing = false;
        pump();
    });
    connect(m_follower.get(), &Follower::failed, this, [this](const Error &error) {
        stop();
        Q_EMIT failed(error);
    });
    connect(m_follower.get(), &Follower::promoted, this, [this] {
        stop();
        Q_EMIT promoted();
    });
}

SharedAnswer::~SharedAnswer() = default;

void SharedAnswer::start()
{
    connect(m_sink, &ResponseSink::drained, this, &SharedAnswer::pump);
    m_sinceSent.start();
    if (m_answer) {
        // No signal may come from inside.
        QMetaObject::invokeMethod(this, &SharedAnswer::pump, Qt::QueuedConnection);
        return;
    }
    if (m_options.isStreamAsked && m_options.keepalive.count() > 0) {
        connect(&m_keepalive, &QTimer::timeout, this, &SharedAnswer::onKeepalive);
        m_keepalive.setSingleShot(true);
        m_keepalive.start(m_options.keepalive);
    }
}

// Moves what is there, until the client's side is full.
void SharedAnswer::pump()
{
    if (m_isOver || !m_head || !m_sink) {
        return;
    }
    const bool isStream = m_answer ? m_answer->isStream : m_follower->isStream();
    while (hasMore()) {
        if (m_hasBegun && m_sink->backlog() > ResponseSink::highWater) {
            return;
        }
        const QByteArray bytes = takeSome();
        if (!isStream) {
            m_collected += bytes;
            continue;
        }
        beginStream();
        m_firstByteAt = m_firstByteAt.value_or(std::chrono::steady_clock::now());
        m_bytesSent += bytes.size();
        m_sinceSent.start();
        m_sink->write(bytes);
    }
    if (m_isComing) {
        return;
    }
    if (!isStream && m_hasBegun) {
        stop();
        Q_EMIT failed({.kind = ErrorKind::UpstreamInvalid,
            .message = QStringLiteral("The provider sent a whole answer where a stream was asked for."),
            .detail = {}});
        return;
    }
    if (isStream) {
        beginStream();
        m_sink->finish();
    } else {
        sendWhole();
    }
    stop();
    Q_EMIT completed();
}

bool SharedAnswer::hasMore() const
{
    return m_answer ? m_nextPiece < m_answer->pieces.size() : m_follower->bytesAvailable() > 0;
}

QByteArray SharedAnswer::takeSome()
{
    return m_answer ? m_answer->pieces[m_nextPiece++] : m_follower->take(readStep);
}

void SharedAnswer::beginStream()
{
    if (std::exchange(m_hasBegun, true)) {
        return;
    }
    const ResponseHead head = recalledStreamHead(answerHeaders());
    m_statusSent = head.status;
    m_sink->begin(head);
}

void SharedAnswer::sendWhole()
{
    m_statusSent = m_head->status;
    m_firstByteAt = std::chrono::steady_clock::now();
    m_bytesSent = m_collected.size();
    m_sink->send({.status = m_statusSent, .headers = answerHeaders()}, m_collected);
}

HeaderList SharedAnswer::answerHeaders() const
{
    Recaller recaller {.dialect = m_options.dialect, .requestId = m_options.requestId};
    if (m_answer) {
        recaller.age = m_age;
    }
    CachedHead unknown {
        .headers = {}, .provider = m_options.provider, .model = m_options.model, .usage = std::nullopt};
    return recalledHeaders(m_head ? *m_head : unknown, recaller);
}

void SharedAnswer::onKeepalive()
{
    const std::chrono::milliseconds silent(m_sinceSent.elapsed());
    if (silent < m_options.keepalive) {
        m_keepalive.start(m_options.keepalive - silent);
        return;
    }
    // A client that has not taken all there is needs no comment, and half an event may have been sent to it.
    if (m_sink && !hasMore()) {
        beginStream();
        m_sink->writeComment(": keep-alive\n\n");
    }
    m_sinceSent.start();
    m_keepalive.start(m_options.keepalive);
}

void SharedAnswer::fail(const Error &error)
{
    stop();
    if (!m_sink) {
        return;
    }
    if (m_hasBegun) {
        const QByteArray event = errorEvent(error, m_options.dialect, m_options.requestId);
        m_bytesSent += event.size();
        m_sink->finishFailed(event);
        return;
    }
    ResponseHead head = errorHead(error);
    for (const auto &[name, value] : answerHeaders()) {
        if (!head.headers.contains(name)) {
            head.headers.add(name, value);
        }
    }
    const QByteArray body = errorBody(error, m_options.dialect, m_options.requestId);
    m_firstByteAt = std::chrono::steady_clock::now();
    m_statusSent = head.status;
    m_bytesSent = body.size();
    m_sink->send(head, body);
}

std::unique_ptr<Leader> SharedAnswer::takeLeader()
{
    return m_follower->takeLeader();
}

Attempt::Before SharedAnswer::left() const
{
    return {.triedKeys = {}, .silentSince = m_sinceSent, .hasBegun = m_hasBegun};
}

void SharedAnswer::stop()
{
    m_isOver = true;
    m_keepalive.stop();
}

} // namespace nexus

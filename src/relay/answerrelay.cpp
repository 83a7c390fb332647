// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "relay/answerrelay.h"

#include "wire/errorbody.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr qint64 readStep = 64 * 1024;
constexpr qsizetype maxWholeAnswer = 128 * 1024 * 1024;
constexpr qsizetype maxRefusal = 1024 * 1024;

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

// Server-sent events, or the frames of Amazon.
bool isEventStream(const ResponseHead &head)
{
    const QByteArray type = head.headers.value("Content-Type").trimmed().toLower();
    return type.startsWith("text/event-stream") || type.startsWith("application/vnd.amazon.eventstream");
}

} // namespace

AnswerRelay::AnswerRelay(
    UpstreamCall &call, ResponseSink &sink, std::unique_ptr<AnswerTranslator> translator, Options options)
    : m_call(&call)
    , m_sink(&sink)
    , m_translator(std::move(translator))
    , m_options(std::move(options))
{
    connect(&call, &UpstreamCall::headArrived, this, &AnswerRelay::onHeadArrived);
    connect(&call, &UpstreamCall::bodyArrived, this, &AnswerRelay::onBodyArrived);
    connect(&call, &UpstreamCall::ended, this, &AnswerRelay::onEnded);
    connect(&sink, &ResponseSink::drained, this, &AnswerRelay::onBodyArrived);
    m_hasBegun = m_options.hasBegun;
    m_statusSent = m_hasBegun ? 200 : 0;
    m_sinceSent = m_options.silentSince;
    if (!m_sinceSent.isValid()) {
        m_sinceSent.start();
    }
    if (m_options.isStreamAsked && m_options.keepalive.count() > 0) {
        connect(&m_keepalive, &QTimer::timeout, this, &AnswerRelay::onKeepalive);
        const std::chrono::milliseconds silent(m_sinceSent.elapsed());
        m_keepalive.setSingleShot(true);
        m_keepalive.start(std::max(m_options.keepalive - silent, std::chrono::milliseconds(0)));
    }
}

void AnswerRelay::onHeadArrived(const ResponseHead &head)
{
    m_upstreamHead = head;
    Q_EMIT headSeen(head.status);
    if (!isSuccess(head.status)) {
        m_mode = Mode::Refusal;
        return;
    }
    if (!isEventStream(head)) {
        m_mode = Mode::Whole;
        return;
    }
    m_mode = Mode::Stream;
}

void AnswerRelay::onBodyArrived()
{
    if (m_isOver) {
        return;
    }
    switch (m_mode) {
    case Mode::Undecided:
        return;
    case Mode::Refusal:
    case Mode::Whole:
        collect();
        return;
    case Mode::Stream:
        pump();
        return;
    }
}

// Moves what has arrived, until the client's side is full or the provider's is empty.
void AnswerRelay::pump()
{
    while (!m_isOver && m_sink && m_call && m_call->bytesAvailable() > 0) {
        if (m_sink->backlog() > ResponseSink::highWater) {
            return;
        }
        const Result<QByteArray> bytes = m_translator->chunk(m_call->read(readStep));
        if (!bytes) {
            stop();
            Q_EMIT failed(bytes.error());
            return;
        }
        if (const auto reported = m_translator->reportedError(); reported && !m_translator->hasAnswered()) {
            stop();
            Q_EMIT failed(*reported);
            return;
        }
        send(*bytes, m_translator->hasAnswered());
    }
    if (!m_isOver && m_upstreamEnd) {
        finishStream();
    }
}

void AnswerRelay::collect()
{
    const qsizetype limit = m_mode == Mode::Refusal ? maxRefusal : maxWholeAnswer;
    while (m_call && m_call->bytesAvailable() > 0) {
        m_collected += m_call->read(m_call->bytesAvailable());
        if (m_collected.size() <= limit) {
            continue;
        }
        if (m_mode == Mode::Refusal) {
            m_collected.truncate(maxRefusal);
            continue;
        }
        stop();
        Q_EMIT failed({.kind = ErrorKind::UpstreamInvalid,
            .message
            = QStringLiteral("The provider's answer is larger than %1 MiB. Ask for a stream instead.")
                  .arg(maxWholeAnswer / (1024 * 1024)),
            .detail = {}});
        return;
    }
}

void AnswerRelay::onEnded(const std::optional<Error> &error)
{
    if (m_isOver) {
        return;
    }
    m_upstreamEnd = error;
    switch (m_mode) {
    case Mode::Stream:
        pump();
        return;
    case Mode::Undecided:
        stop();
        Q_EMIT failed(error.value_or(Error {.kind = ErrorKind::UpstreamInvalid,
            .message = QStringLiteral("The provider sent no answer."),
            .detail = {}}));
        return;
    case Mode::Refusal:
        collect();
        stop();
        Q_EMIT refused(m_upstreamHead.status, m_upstreamHead.headers, m_collected);
        return;
    case Mode::Whole:
        break;
    }
    collect();
    if (m_isOver) {
        return;
    }
    if (error) {
        stop();
        Q_EMIT failed(*error);
        return;
    }
    const Result<QByteArray> body = m_translator->whole(m_collected);
    stop();
    if (!body) {
        Q_EMIT failed(body.error());
        return;
    }
    if (m_hasBegun) {
        Q_EMIT failed({.kind = ErrorKind::UpstreamInvalid,
            .message = QStringLiteral("The provider sent a whole answer where a stream was asked for."),
            .detail = {}});
        return;
    }
    ResponseHead head {.status = m_upstreamHead.status, .headers = m_options.headers};
    head.headers.set("Content-Type", "application/json");
    m_firstByteAt = std::chrono::steady_clock::now();
    m_bytesSent = body->size();
    m_statusSent = head.status;
    if (m_sink) {
        m_sink->send(head, *body);
    }
    Q_EMIT completed();
}

void AnswerRelay::finishStream()
{
    const std::optional<Error> callError = m_translator->isDone() ? std::nullopt : *m_upstreamEnd;
    const Result<QByteArray> rest = m_translator->end();
    stop();
    if (const std::optional<Error> reported = m_translator->reportedError()) {
        if (!m_translator->hasAnswered()) {
            Q_EMIT failed(*reported);
            return;
        }
        if (m_sink) {
            m_sink->finishFailed({});
        }
        Q_EMIT endedWithError(*reported);
        return;
    }
    if (callError || !rest) {
        Q_EMIT failed(callError ? *callError : rest.error());
        return;
    }
    beginStream();
    send(*rest, true);
    if (m_sink) {
        m_sink->finish();
    }
    Q_EMIT completed();
}

void AnswerRelay::beginStream()
{
    if (m_hasBegun || !m_sink) {
        return;
    }
    m_hasBegun = true;
    m_statusSent = 200;
    ResponseHead head {.status = 200, .headers = m_options.headers};
    head.headers.set("Content-Type", "text/event-stream; charset=utf-8");
    head.headers.set("Cache-Control", "no-cache");
    head.headers.set("X-Accel-Buffering", "no");
    m_sink->begin(head);
}

// A provider's own comments are no part of its answer.
void AnswerRelay::send(const QByteArray &bytes, bool isAnswer)
{
    if (bytes.isEmpty() || !m_sink) {
        return;
    }
    beginStream();
    m_bytesSent += bytes.size();
    m_sinceSent.start();
    if (!isAnswer) {
        m_sink->writeComment(bytes);
        return;
    }
    if (!m_firstByteAt) {
        m_firstByteAt = std::chrono::steady_clock::now();
    }
    m_sink->write(bytes);
}

// The timer is not restarted by every chunk; it looks how long ago the last one left.
void AnswerRelay::onKeepalive()
{
    const auto silent = std::chrono::milliseconds(m_sinceSent.elapsed());
    if (silent < m_options.keepalive) {
        m_keepalive.start(m_options.keepalive - silent);
        return;
    }
    if (m_mode != Mode::Refusal && m_sink) {
        beginStream();
        m_sink->writeComment(": keep-alive\n\n");
    }
    m_sinceSent.start();
    m_keepalive.start(m_options.keepalive);
}

void AnswerRelay::keepAlive()
{
    // The refusal is not going to be the answer.
    m_mode = Mode::Undecided;
    if (m_options.isStreamAsked && m_options.keepalive.count() > 0) {
        const std::chrono::milliseconds silent(m_sinceSent.elapsed());
        m_keepalive.start(std::max(m_options.keepalive - silent, std::chrono::milliseconds(0)));
    }
}

void AnswerRelay::fail(const Error &error)
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
    for (const auto &[name, value] : m_options.headers) {
        head.headers.add(name, value);
    }
    const QByteArray body = errorBody(error, m_options.dialect, m_options.requestId);
    m_firstByteAt = std::chrono::steady_clock::now();
    m_statusSent = head.status;
    m_bytesSent = body.size();
    m_sink->send(head, body);
}

void AnswerRelay::stop()
{
    m_isOver = true;
    m_keepalive.stop();
}

} // namespace nexus

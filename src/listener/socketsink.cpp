// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/socketsink.h"

#include "listener/dateclock.h"
#include "listener/responsehead.h"

#include <QScopedValueRollback>

#include <optional>
#include <utility>

namespace nexus {

namespace {

//! Up to this size head and body share one buffer and one segment; above, a copy costs more than a write.
constexpr qsizetype joinedSize = 32 * 1024;
constexpr qsizetype usualHeadSize = 512;

QByteArray chunkOf(const QByteArray &bytes)
{
    QByteArray chunk;
    chunk.reserve(bytes.size() + 20);
    return chunk.append(QByteArray::number(bytes.size(), 16)).append("\r\n").append(bytes).append("\r\n");
}

} // namespace

SocketSink::SocketSink(
    ClientSocket socket, DateClock &clock, Logger logger, AnswerTraits traits, QObject *parent)
    : ResponseSink(parent)
    , m_socket(socket)
    , m_clock(clock)
    , m_logger(std::move(logger))
    , m_traits(std::move(traits))
{ }

void SocketSink::send(const ResponseHead &head, const QByteArray &body)
{
    if (m_state != State::Fresh) {
        return;
    }
    const bool isBodyless = !hasBody(head.status);
    const bool isBodySent = !isBodyless && !m_traits.isHead;
    const auto length = isBodyless ? std::nullopt : std::optional<qint64>(body.size());
    const bool isJoined = isBodySent && body.size() <= joinedSize;
    QByteArray bytes = headBytes(head, length, false, isJoined ? body.size() : 0);
    if (isJoined) {
        bytes.append(body);
    }
    put(bytes);
    if (isBodySent && !isJoined) {
        put(body);
    }
    flush();
    end(m_traits.keepsAlive ? End::KeepAlive : End::Close);
}

void SocketSink::begin(const ResponseHead &head)
{
    if (m_state != State::Fresh) {
        return;
    }
    m_state = State::Streaming;
    const bool isBodyless = !hasBody(head.status);
    m_dropsBody = isBodyless || m_traits.isHead;
    m_isChunked = !isBodyless && !m_traits.isHttp10;
    if (m_traits.isHttp10 && !m_dropsBody) {
        closeAfterwards();
    }
    put(headBytes(head, std::nullopt, m_isChunked, 0));
    flush();
}

void SocketSink::write(const QByteArray &bytes)
{
    // An empty chunk would be the end of the body.
    if (m_state != State::Streaming || m_dropsBody || bytes.isEmpty()) {
        return;
    }
    put(m_isChunked ? chunkOf(bytes) : bytes);
    flush();
}

void SocketSink::finish()
{
    if (m_state != State::Streaming) {
        cut();
        return;
    }
    if (m_isChunked && !m_dropsBody) {
        put("0\r\n\r\n");
        flush();
    }
    end(m_traits.keepsAlive ? End::KeepAlive : End::Close);
}

void SocketSink::cut()
{
    if (m_state == State::Over) {
        return;
    }
    // A chunked body without its last chunk is visibly broken, and what was queued still arrives. A body that
    // ends with the connection looks broken only after a reset.
    const bool isVisible = m_state == State::Streaming && m_isChunked && !m_dropsBody;
    end(isVisible ? End::Close : End::Reset);
}

void SocketSink::reportGone()
{
    if (m_state == State::Over) {
        return;
    }
    if (m_isWriting) {
        QMetaObject::invokeMethod(this, &SocketSink::reportGone, Qt::QueuedConnection);
        return;
    }
    m_state = State::Over;
    Q_EMIT clientGone();
}

void SocketSink::onBytesWritten()
{
    if (!m_isAboveHighWater || m_isWriting || backlog() > highWater / 4) {
        return;
    }
    m_isAboveHighWater = false;
    if (m_state == State::Streaming) {
        Q_EMIT drained();
    }
}

QByteArray SocketSink::headBytes(
    const ResponseHead &head, std::optional<qint64> length, bool isChunked, qsizetype room)
{
    QByteArray bytes;
    bytes.reserve(usualHeadSize + room);
    ResponseHead whole;
    const bool hasExtra = extraHeaders().size() > 0;
    if (hasExtra) {
        whole = head;
        for (const auto &[name, value] : extraHeaders()) {
            whole.headers.add(name, value);
        }
    }
    const int unusable = appendResponseHead(bytes, hasExtra ? whole : head,
        {
            .contentLength = length,
            .isChunked = isChunked,
            .closes = !m_traits.keepsAlive,
            .saysKeepAlive = m_traits.isHttp10,
            .date = m_clock.now(),
            .requestId = m_traits.requestId,
        });
    if (unusable > 0) {
        m_logger.event(LogLevel::Warn, "response_field_dropped",
            {{"request_id", m_traits.requestId}, {"count", unusable}});
    }
    return bytes;
}

void SocketSink::put(const QByteArray &bytes)
{
    // QIODevice shares the array instead of copying it.
    if (m_socket->state() == QTcpSocket::ConnectedState) {
        m_socket->write(bytes);
    }
}

void SocketSink::flush()
{
    {
        // The socket may find out here that the client is gone or that its queue is empty. The writer learns
        // it after its own call.
        const QScopedValueRollback<bool> guard(m_isWriting, true);
        if (m_socket->state() == QTcpSocket::ConnectedState) {
            m_socket->flush();
        }
    }
    if (backlog() > highWater) {
        m_isAboveHighWater = true;
    } else if (m_isAboveHighWater && backlog() <= highWater / 4) {
        QMetaObject::invokeMethod(this, &SocketSink::onBytesWritten, Qt::QueuedConnection);
    }
}

void SocketSink::end(End end)
{
    m_state = State::Over;
    Q_EMIT ended(end);
}

} // namespace nexus

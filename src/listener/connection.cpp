// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/connection.h"

#include "listener/farewell.h"
#include "listener/listenercontext.h"
#include "listener/responsehead.h"
#include "wire/errorbody.h"

#include <QHostAddress>
#include <QScopedValueRollback>

namespace nexus {

namespace {

//! What a client may send ahead of its answers before the network makes it wait.
constexpr qint64 readAhead = 64 * 1024;

} // namespace

Connection::Connection(ListenerContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_guard(context.limits.maxHeaderSize, context.limits.maxBodySize)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, &Connection::pump);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &Connection::onBytesWritten);
    connect(&m_socket, &QTcpSocket::disconnected, this, &Connection::onDisconnected);
}

Connection::~Connection()
{
    m_socket.disconnect(this);
}

bool Connection::open(qintptr descriptor)
{
    if (!m_socket.setSocketDescriptor(descriptor)) {
        return false;
    }
    m_socket.setReadBufferSize(readAhead);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    enter(Phase::Idle);
    m_lastWritten = m_phaseStart;
    return true;
}

bool Connection::mayRead() const
{
    const bool isReading = m_phase == Phase::Idle || m_phase == Phase::Head || m_phase == Phase::Body;
    // A client that sends requests and reads no answers gets no further ones.
    return isReading && !m_isClosed && m_socket.bytesToWrite() <= ResponseSink::highWater;
}

void Connection::pump()
{
    if (m_isPumping) {
        return;
    }
    const QScopedValueRollback<bool> guard(m_isPumping, true);
    while (mayRead()) {
        if (!m_pending.isEmpty()) {
            const QByteArray bytes = std::exchange(m_pending, {});
            consume(bytes);
            continue;
        }
        // Reading until nothing is left is what makes QTcpSocket listen again after its buffer was full.
        auto &scratch = m_context.scratch;
        const qint64 size = m_socket.read(scratch.data(), scratch.size());
        if (size <= 0) {
            return;
        }
        consume(QByteArrayView(scratch.constData(), static_cast<qsizetype>(size)));
    }
}

void Connection::consume(QByteArrayView bytes)
{
    if (m_phase == Phase::Idle) {
        m_guard.setMaxBodySize(m_context.limits.maxBodySize);
    }
    while (true) {
        const FramingGuard::Step step = m_guard.feed(bytes);
        bytes = bytes.sliced(step.consumed);
        switch (step.event) {
        case FramingGuard::Event::NeedMore:
            if (m_phase == Phase::Idle && m_guard.hasStarted()) {
                enter(Phase::Head);
                m_received = m_phaseStart;
            }
            return;
        case FramingGuard::Event::HeadComplete:
            onHeadComplete(!bytes.isEmpty());
            break;
        case FramingGuard::Event::Complete:
            m_pending = bytes.toByteArray();
            dispatch();
            return;
        case FramingGuard::Event::Refused:
            refuse(m_guard.refusal());
            return;
        }
    }
}

void Connection::onHeadComplete(bool hasMore)
{
    const auto now = Clock::now();
    if (m_phase == Phase::Idle) {
        m_received = now;
    }
    enter(Phase::Body, now);
    if (m_guard.head().expectsContinue && !hasMore) {
        m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
        m_socket.flush();
    }
}

void Connection::dispatch()
{
    auto request = m_context.reader.read(m_guard.head());
    if (!request) {
        refuse({400, "parsers_disagree", "The request head is malformed."});
        return;
    }
    request->id = usableRequestId(request->headers);
    if (request->id.isEmpty()) {
        request->id = newRequestId();
    }
    request->body = m_guard.takeBody();
    request->peer = m_socket.peerAddress();
    request->peerPort = m_socket.peerPort();
    request->received = m_received;
    const RequestHead &head = m_guard.head();
    AnswerTraits traits {
        .requestId = request->id,
        .isHead = head.method == "HEAD",
        .isHttp10 = head.minorVersion == 0,
        .keepsAlive = head.keepsAlive && !m_isDraining,
    };
    m_guard.reset();
    m_sink = new SocketSink(m_socket, m_context.clock, m_context.logger, std::move(traits), this);
    connect(m_sink, &SocketSink::ended, this, &Connection::onAnswered);
    enter(Phase::Answering);
    m_context.handler.handle(std::make_shared<const RequestSnapshot>(*std::move(request)), *m_sink);
}

void Connection::refuse(const Refusal &refusal)
{
    const QByteArray id = newRequestId();
    m_context.logger.event(LogLevel::Info, "request_refused",
        {
            {"request_id", id},
            {"reason", refusal.reason},
            {"status", refusal.status},
            {"peer", peerText()},
        });
    ResponseHead head {.status = refusal.status, .headers = {{"content-type", "application/json"}}};
    if (refusal.status == 405) {
        head.headers.add("allow", "GET, HEAD, POST, OPTIONS");
    }
    const QByteArray body = errorBody(errorFor(refusal), Dialect::OpenAi, id);
    QByteArray bytes;
    appendResponseHead(bytes, head,
        {.contentLength = body.size(), .closes = true, .date = m_context.clock.now(), .requestId = id});
    m_socket.write(bytes + body);
    m_socket.flush();
    close();
}

void Connection::onAnswered(SocketSink::End end)
{
    m_sink->deleteLater();
    m_sink.clear();
    if (m_isClosed) {
        return;
    }
    switch (end) {
    case SocketSink::End::KeepAlive:
        enter(Phase::Idle);
        pumpLater();
        return;
    case SocketSink::End::Close:
        close();
        return;
    case SocketSink::End::Reset:
        enter(Phase::Closing);
        resetConnection(m_socket);
        return;
    }
}

void Connection::pumpLater()
{
    if (!m_isPumping && (!m_pending.isEmpty() || m_socket.bytesAvailable() > 0)) {
        QMetaObject::invokeMethod(this, &Connection::pump, Qt::QueuedConnection);
    }
}

void Connection::onBytesWritten()
{
    m_lastWritten = Clock::now();
    if (m_sink) {
        m_sink->onBytesWritten();
    } else if (m_phase == Phase::Idle) {
        pumpLater();
    }
}

void Connection::onDisconnected()
{
    if (m_isClosed) {
        return;
    }
    m_isClosed = true;
    m_phase = Phase::Closing;
    if (m_sink) {
        m_sink->reportGone();
    }
    Q_EMIT closed();
}

void Connection::checkDeadlines(Clock::time_point now)
{
    const ListenerLimits &limits = m_context.limits;
    if (isStalled(now)) {
        m_context.logger.event(
            LogLevel::Info, "connection_dropped", {{"reason", "write_stalled"}, {"peer", peerText()}});
        abort();
        return;
    }
    const auto spent = now - m_phaseStart;
    switch (m_phase) {
    case Phase::Idle:
        if (spent > limits.idleTimeout && m_socket.bytesToWrite() == 0) {
            close();
        }
        return;
    case Phase::Head:
        if (spent > limits.headTimeout) {
            refuse({408, "head_timeout", "The request head took too long."});
        }
        return;
    case Phase::Body: {
        const std::chrono::milliseconds earned(m_guard.body().size() * 1000 / limits.bodyPace);
        if (spent > limits.bodyGrace + earned) {
            refuse({408, "body_timeout", "The request body came too slowly."});
        }
        return;
    }
    case Phase::Answering:
    case Phase::Closing:
        return;
    }
}

bool Connection::isStalled(Clock::time_point now)
{
    if (m_socket.bytesToWrite() == 0) {
        m_lastWritten = now;
        return false;
    }
    return now - m_lastWritten > m_context.limits.writeStall;
}

void Connection::drain()
{
    m_isDraining = true;
    if (m_phase == Phase::Idle && m_pending.isEmpty() && m_socket.bytesAvailable() == 0) {
        closeIdle();
    } else if (m_sink) {
        m_sink->closeAfterwards();
    }
}

void Connection::abort()
{
    resetConnection(m_socket);
}

void Connection::enter(Phase phase, Clock::time_point now)
{
    m_phase = phase;
    m_phaseStart = now;
}

void Connection::close()
{
    enter(Phase::Closing);
    m_pending.clear();
    if (m_socket.state() != QTcpSocket::ConnectedState) {
        onDisconnected();
        return;
    }
    const ListenerLimits &limits = m_context.limits;
    auto *const farewell = new Farewell(m_socket, limits.lingerTimeout, limits.lingerBytes, this);
    farewell->start();
}

// Nobody waits for anything here, so there is nothing to linger for.
void Connection::closeIdle()
{
    if (m_socket.bytesToWrite() > 0 || m_socket.state() != QTcpSocket::ConnectedState) {
        close();
        return;
    }
    enter(Phase::Closing);
    m_socket.disconnectFromHost();
}

QByteArray Connection::newRequestId()
{
    const quint64 high = m_context.random.generate64();
    return madeRequestId(high, static_cast<quint32>(m_context.random.generate64()));
}

QByteArray Connection::peerText() const
{
    return m_socket.peerAddress().toString().toLatin1();
}

} // namespace nexus

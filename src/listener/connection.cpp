// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/connection.h"

#include "listener/farewell.h"
#include "listener/listenercontext.h"
#include "listener/responsehead.h"
#include "listener/tlsgreeting.h"

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
{ }

Connection::~Connection()
{
    if (m_owned) {
        m_owned->disconnect(this);
    }
}

bool Connection::open(qintptr descriptor)
{
    if (m_context.tls) {
        prepareTls();
    } else {
        preparePlain();
    }
    if (!m_socket->setSocketDescriptor(descriptor)) {
        return false;
    }
    m_peer = Peer::of(*m_socket, m_context.programs);
    connect(m_owned.get(), &QTcpSocket::disconnected, this, &Connection::onDisconnected);
    m_socket->setReadBufferSize(readAhead);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    enter(m_socket.tls() ? Phase::Greeting : Phase::Idle);
    m_lastWritten = m_phaseStart;
    return true;
}

void Connection::preparePlain()
{
    auto socket = std::make_unique<QTcpSocket>();
    m_socket = ClientSocket(*socket);
    connect(socket.get(), &QTcpSocket::readyRead, this, &Connection::pump);
    connect(socket.get(), &QTcpSocket::bytesWritten, this, &Connection::onBytesWritten);
    m_owned = std::move(socket);
}

void Connection::prepareTls()
{
    auto socket = std::make_unique<QSslSocket>();
    m_socket = ClientSocket(*socket);
    socket->setSslConfiguration(m_context.tls->configuration());
    auto *const greeting = new TlsGreeting(*socket, this);
    connect(greeting, &TlsGreeting::secured, this, &Connection::onSecured);
    connect(greeting, &TlsGreeting::plainText, this, [this] {
        refuse({400, "plain_text_to_tls", "This port speaks HTTPS. Begin the address with https://."});
    });
    connect(greeting, &TlsGreeting::failed, this, [this](const QString &reason) {
        m_context.logger.event(
            LogLevel::Info, "tls_handshake_failed", {{"reason", reason}, {"peer", m_peer.text()}});
    });
    // Bytes count as written when the system has them, and not when they are encrypted.
    connect(socket.get(), &QSslSocket::encryptedBytesWritten, this, &Connection::onBytesWritten);
    m_owned = std::move(socket);
}

void Connection::onSecured()
{
    if (m_phase != Phase::Greeting) {
        return;
    }
    // The socket is in the middle of reading: whatever ends it has to wait until it is done.
    connect(m_owned.get(), &QTcpSocket::errorOccurred, this, &Connection::onTlsError, Qt::QueuedConnection);
    connect(m_owned.get(), &QTcpSocket::readyRead, this, &Connection::pump);
    enter(Phase::Idle);
    if (m_isSurplus) {
        turnAway();
    }
}

// TLS can end while TCP goes on. Half a hang-up counts as a whole one.
void Connection::onTlsError()
{
    if (m_isClosed || m_phase == Phase::Closing) {
        return;
    }
    const bool isFarewell = !m_sink && m_socket->error() == QAbstractSocket::RemoteHostClosedError;
    isFarewell ? close() : abort();
}

bool Connection::mayRead() const
{
    const bool isReading = m_phase == Phase::Idle || m_phase == Phase::Head || m_phase == Phase::Body;
    // A client that sends requests and reads no answers gets no further ones.
    return isReading && !m_isClosed && m_socket.backlog() <= ResponseSink::highWater;
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
        const qint64 size = m_socket->read(scratch.data(), scratch.size());
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
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        m_socket->flush();
    }
}

void Connection::dispatch()
{
    auto request = m_context.reader.read(m_guard.head());
    if (!request) {
        refuse({400, "parsers_disagree", "The request head is malformed."});
        return;
    }
    if (request->id = usableRequestId(request->headers); request->id.isEmpty()) {
        request->id = newRequestId();
    }
    request->body = m_guard.takeBody();
    m_peer.sign(*request);
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
    const bool isRequest = m_guard.hasStarted();
    if (m_phase == Phase::Idle) {
        m_received = Clock::now();
    }
    // Writing to TLS may also read, and nothing that comes is a request any more.
    enter(Phase::Closing);
    const QByteArray id = newRequestId();
    m_context.logger.event(LogLevel::Info, "request_refused",
        {{"request_id", id}, {"reason", refusal.reason}, {"status", refusal.status},
            {"peer", m_peer.text()}});
    m_socket->write(answerFor(refusal, m_context.clock.now(), id));
    m_socket->flush();
    if (isRequest) {
        RequestSnapshot request = refusedRequest(m_guard.head(), id);
        m_peer.sign(request);
        request.received = m_received;
        m_context.handler.noteRefused(request, refusal.status, errorFor(refusal));
    }
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
        resetConnection(*m_socket);
        return;
    }
}

void Connection::pumpLater()
{
    if (!m_isPumping && (!m_pending.isEmpty() || m_socket.available() > 0)) {
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
        drop("write_stalled");
        return;
    }
    const auto spent = now - m_phaseStart;
    switch (m_phase) {
    case Phase::Greeting:
        if (spent > limits.headTimeout) {
            drop("handshake_timeout");
        }
        return;
    case Phase::Idle:
        if (spent > limits.idleTimeout && m_socket.backlog() == 0) {
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

void Connection::drop(const char *reason)
{
    m_context.logger.event(
        LogLevel::Info, "connection_dropped", {{"reason", reason}, {"peer", m_peer.text()}});
    abort();
}

bool Connection::isStalled(Clock::time_point now)
{
    if (m_socket.backlog() == 0) {
        m_lastWritten = now;
        return false;
    }
    return now - m_lastWritten > m_context.limits.writeStall;
}

void Connection::turnAway()
{
    m_isSurplus = true;
    if (m_phase == Phase::Idle) {
        refuse({503, "too_many_connections", "Too many connections are open. Try again later."});
    }
}

void Connection::drain()
{
    m_isDraining = true;
    if (m_phase == Phase::Greeting) {
        abort();
    } else if (m_phase == Phase::Idle && m_pending.isEmpty() && m_socket.available() == 0) {
        closeIdle();
    } else if (m_sink) {
        m_sink->closeAfterwards();
    }
}

void Connection::abort()
{
    if (m_farewell) {
        m_farewell->abort();
        return;
    }
    resetConnection(*m_socket);
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
    if (m_socket->state() != QTcpSocket::ConnectedState) {
        onDisconnected();
        return;
    }
    const ListenerLimits &limits = m_context.limits;
    m_farewell = new Farewell(m_socket, limits.lingerTimeout, limits.lingerBytes, this);
    disconnect(m_owned.get(), &QTcpSocket::disconnected, this, nullptr);
    connect(m_farewell, &Farewell::ended, this, &Connection::onDisconnected);
    m_farewell->start();
}

// Nobody waits for anything here, so there is nothing to linger for.
void Connection::closeIdle()
{
    if (m_socket.backlog() > 0 || m_socket->state() != QTcpSocket::ConnectedState) {
        close();
        return;
    }
    enter(Phase::Closing);
    m_socket->disconnectFromHost();
}

QByteArray Connection::newRequestId()
{
    const quint64 high = m_context.random.generate64();
    return madeRequestId(high, static_cast<quint32>(m_context.random.generate64()));
}

} // namespace nexus

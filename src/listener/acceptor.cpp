// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/acceptor.h"

#include "listener/farewell.h"
#include "listener/refusal.h"
#include "listener/responsehead.h"
#include "wire/errorbody.h"

namespace nexus {

namespace {

constexpr int queueSize = 4096;
//! More clients than this at a time are closed without a word.
constexpr int maxTurnedAway = 64;
constexpr std::chrono::milliseconds farewellTimeout {1000};
constexpr qint64 farewellBytes = 1024 * 1024;

} // namespace

Acceptor::Acceptor(std::shared_ptr<ConnectionCount> count, Logger logger, QObject *parent)
    : QTcpServer(parent)
    , m_count(std::move(count))
    , m_logger(std::move(logger))
{
    setListenBacklogSize(queueSize);
    setMaxPendingConnections(queueSize);
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryDelay);
    connect(this, &QTcpServer::acceptError, this, &Acceptor::onAcceptError);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (isListening()) {
            resumeAccepting();
        }
    });
}

Acceptor::~Acceptor() = default;

Result<void> Acceptor::open(const QHostAddress &address, quint16 port)
{
    if (listen(address, port)) {
        return {};
    }
    const QString place = QStringLiteral("%1:%2").arg(
        address.protocol() == QAbstractSocket::IPv6Protocol ? QStringLiteral("[%1]").arg(address.toString())
                                                            : address.toString(),
        QString::number(port));
    return failure({
        .kind = ErrorKind::Unavailable,
        .message = QStringLiteral("cannot listen on %1: %2").arg(place, errorString()),
        .detail = {},
    });
}

void Acceptor::incomingConnection(qintptr descriptor)
{
    if (m_workers.empty() || !m_count->tryTake(m_maxConnections)) {
        turnAway(descriptor);
        return;
    }
    m_next = (m_next + 1) % m_workers.size();
    m_workers[m_next](descriptor);
}

void Acceptor::onAcceptError(QAbstractSocket::SocketError error)
{
    // QTcpServer has paused itself. What the system is short of comes back when connections end.
    m_logger.event(LogLevel::Warn, "accept_failed",
        {{"error", static_cast<int>(error)}, {"message", errorString()}});
    m_retry.start();
}

void Acceptor::turnAway(qintptr descriptor)
{
    auto *const socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor) || m_turnedAway >= maxTurnedAway) {
        delete socket;
        return;
    }
    ++m_turnedAway;
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        --m_turnedAway;
        socket->deleteLater();
    });
    m_logger.event(LogLevel::Warn, "connection_refused",
        {{"reason", "too_many_connections"}, {"open", m_count->open()}});
    const Refusal refusal {503, "too_many_connections", "Too many connections are open. Try again later."};
    const QByteArray body = errorBody(errorFor(refusal), Dialect::OpenAi, {});
    QByteArray bytes;
    appendResponseHead(bytes,
        {.status = refusal.status, .headers = {{"content-type", "application/json"}, {"retry-after", "1"}}},
        {.contentLength = body.size(), .closes = true, .date = m_clock.now()});
    socket->write(bytes + body);
    socket->flush();
    auto *const farewell = new Farewell(*socket, farewellTimeout, farewellBytes, socket);
    farewell->start();
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/acceptor.h"

#include "base/listenaddress.h"
#include "listener/farewell.h"
#include "listener/refusal.h"

#include <QTcpSocket>

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nexus {

namespace {

constexpr int queueSize = 4096;
//! More clients than this at a time are closed without a word.
constexpr int maxTurnedAway = 64;
constexpr std::chrono::milliseconds farewellTimeout {1000};
constexpr qint64 farewellBytes = 1024 * 1024;

} // namespace

Acceptor::Acceptor(std::shared_ptr<ConnectionCount> count, Logger logger, QObject *parent)
    : QObject(parent)
    , m_count(std::move(count))
    , m_logger(std::move(logger))
    , m_server(std::make_unique<QTcpServer>())
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryDelay);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (m_notifier) {
            m_notifier->setEnabled(true);
        }
    });
}

Acceptor::~Acceptor() = default;

Result<void> Acceptor::open(const QHostAddress &address, quint16 port)
{
    auto server = std::make_unique<QTcpServer>();
    server->setListenBacklogSize(queueSize);
    if (server->listen(address, port)) {
        server->pauseAccepting();
        m_notifier.reset();
        m_server = std::move(server);
        m_notifier = std::make_unique<QSocketNotifier>(m_server->socketDescriptor(), QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &Acceptor::acceptAll);
        return {};
    }
    const bool isTaken = server->serverError() == QAbstractSocket::AddressInUseError;
    return failure({
        .kind = ErrorKind::Unavailable,
        .message = QStringLiteral("cannot listen on %1: %2")
                       .arg(formatListenAddress({.address = address, .port = port}), server->errorString()),
        .detail = {},
        .code = isTaken ? addressInUse : "",
    });
}

Result<void> Acceptor::move(const QHostAddress &address, quint16 port)
{
    const QHostAddress oldAddress = this->address();
    const quint16 oldPort = this->port();
    if (port != oldPort) {
        return open(address, port);
    }
    // All addresses and one of them cannot be had at a time.
    close();
    Result<void> moved = open(address, port);
    if (!moved) {
        if (const Result<void> back = open(oldAddress, oldPort); !back) {
            return back;
        }
    }
    return moved;
}

void Acceptor::close()
{
    m_notifier.reset();
    m_server->close();
}

void Acceptor::acceptAll()
{
    while (m_notifier) {
        const int descriptor = ::accept(static_cast<int>(m_server->socketDescriptor()), nullptr, nullptr);
        if (descriptor >= 0) {
            ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
            accepted(descriptor);
            continue;
        }
        const int error = errno;
        if (error == EAGAIN || error == EWOULDBLOCK) {
            return;
        }
        // These concern one client that went away while it waited.
        if (error != EINTR && error != ECONNABORTED && error != EPROTO) {
            onAcceptFailed(error);
            return;
        }
    }
}

void Acceptor::accepted(qintptr descriptor)
{
    if (m_workers.empty() || !m_count->tryTake(m_maxConnections)) {
        turnAway(descriptor);
        return;
    }
    m_next = (m_next + 1) % m_workers.size();
    m_workers[m_next](descriptor);
}

void Acceptor::onAcceptFailed(int systemError)
{
    // What the system is short of comes back when connections end; until then the clients wait in its queue.
    m_notifier->setEnabled(false);
    m_retry.start();
    m_logger.event(LogLevel::Warn, "accept_failed", {{"error", qt_error_string(systemError)}});
}

void Acceptor::turnAway(qintptr descriptor)
{
    if (m_surplusWorker) {
        handOver(descriptor);
        return;
    }
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
    logSurplus();
    const Refusal refusal {503, "too_many_connections", "Too many connections are open. Try again later."};
    socket->write(answerFor(refusal, m_clock.now()));
    socket->flush();
    auto *const farewell = new Farewell(ClientSocket(*socket), farewellTimeout, farewellBytes, socket);
    farewell->start();
}

void Acceptor::handOver(qintptr descriptor)
{
    if (!m_count->tryTake(m_maxConnections + maxTurnedAway)) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    logSurplus();
    m_surplusWorker(descriptor);
}

void Acceptor::logSurplus()
{
    m_logger.event(LogLevel::Warn, "connection_refused",
        {{"reason", "too_many_connections"}, {"open", m_count->open()}});
}

} // namespace nexus

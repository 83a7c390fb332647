// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/farewell.h"

#include <array>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nexus {

Farewell::Farewell(ClientSocket socket, std::chrono::milliseconds timeout, qint64 maxBytes, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_timeout(timeout)
    , m_bytesLeft(maxBytes)
    , m_isTls(socket.isEncrypted())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Farewell::giveUp);
}

Farewell::~Farewell()
{
    if (m_rest) {
        m_rest->disconnect(this);
    }
    closeDescriptor();
}

void Farewell::start()
{
    QTcpSocket *const socket = &*m_socket;
    connect(socket, &QTcpSocket::bytesWritten, this, &Farewell::onBytesWritten);
    if (m_isTls) {
        connect(m_socket.tls(), &QSslSocket::encryptedBytesWritten, this, &Farewell::onBytesWritten);
    }
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { drop(*socket); });
    connect(socket, &QTcpSocket::disconnected, this, &Farewell::onSocketClosed);
    onBytesWritten();
    if (!m_isEnded && !m_rest) {
        drop(*socket);
    }
}

void Farewell::onBytesWritten()
{
    if (m_isHalfClosed || m_socket.backlog() > 0 || m_socket->state() != QTcpSocket::ConnectedState) {
        return;
    }
    m_isHalfClosed = true;
    m_timer.start(m_timeout);
    if (m_isTls) {
        endTls();
        return;
    }
    // QTcpSocket can only close both directions at once.
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

// QSslSocket says goodbye only when it closes, so what the client still sends needs another descriptor.
void Farewell::endTls()
{
    m_descriptor = ::fcntl(static_cast<int>(m_socket->socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    m_socket->disconnectFromHost();
}

void Farewell::onSocketClosed()
{
    if (m_descriptor >= 0 && !m_hasGivenUp) {
        readOn();
        return;
    }
    end();
}

void Farewell::readOn()
{
    m_rest = std::make_unique<QTcpSocket>();
    if (!m_rest->setSocketDescriptor(m_descriptor)) {
        end();
        return;
    }
    ::shutdown(std::exchange(m_descriptor, -1), SHUT_WR);
    connect(m_rest.get(), &QTcpSocket::readyRead, this, [this] { drop(*m_rest); });
    connect(m_rest.get(), &QTcpSocket::disconnected, this, &Farewell::end);
}

void Farewell::drop(QTcpSocket &socket)
{
    std::array<char, 16 * 1024> dropped;
    qint64 size = 0;
    while ((size = socket.read(dropped.data(), dropped.size())) > 0) {
        m_bytesLeft -= size;
        if (m_bytesLeft < 0) {
            giveUp();
            return;
        }
    }
}

void Farewell::giveUp()
{
    m_hasGivenUp = true;
    (m_rest ? *m_rest : *m_socket).abort();
}

void Farewell::abort()
{
    m_hasGivenUp = true;
    resetConnection(m_rest ? *m_rest : *m_socket);
}

void Farewell::end()
{
    if (m_isEnded) {
        return;
    }
    m_isEnded = true;
    m_timer.stop();
    closeDescriptor();
    Q_EMIT ended();
}

void Farewell::closeDescriptor()
{
    if (m_descriptor >= 0) {
        ::close(std::exchange(m_descriptor, -1));
    }
}

void resetConnection(QTcpSocket &socket)
{
    if (socket.state() == QTcpSocket::ConnectedState) {
        const linger atOnce {.l_onoff = 1, .l_linger = 0};
        ::setsockopt(
            static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
    }
    socket.abort();
}

} // namespace nexus

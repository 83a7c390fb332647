// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/farewell.h"

#include <array>
#include <sys/socket.h>

namespace nexus {

Farewell::Farewell(QTcpSocket &socket, std::chrono::milliseconds timeout, qint64 maxBytes, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_timeout(timeout)
    , m_bytesLeft(maxBytes)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_socket.abort(); });
}

void Farewell::start()
{
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &Farewell::onBytesWritten);
    connect(&m_socket, &QTcpSocket::readyRead, this, &Farewell::onReadyRead);
    connect(&m_socket, &QTcpSocket::disconnected, &m_timer, &QTimer::stop);
    onBytesWritten();
    onReadyRead();
}

void Farewell::onBytesWritten()
{
    if (m_isHalfClosed || m_socket.bytesToWrite() > 0 || m_socket.state() != QTcpSocket::ConnectedState) {
        return;
    }
    // QTcpSocket can only close both directions at once.
    m_isHalfClosed = true;
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
    m_timer.start(m_timeout);
}

void Farewell::onReadyRead()
{
    std::array<char, 16 * 1024> dropped;
    qint64 size = 0;
    while ((size = m_socket.read(dropped.data(), dropped.size())) > 0) {
        m_bytesLeft -= size;
        if (m_bytesLeft < 0) {
            m_socket.abort();
            return;
        }
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

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/feedserver.h"

#include <sys/socket.h>

namespace nexus {

FeedServer::FeedServer(QObject *parent)
    : QTcpServer(parent)
{
    // QAbstractHttpServer::bind() wants a server that listens (a warning in Qt 6.4, a failure from 6.8 on).
    // A descriptor that was never bound satisfies it, opens no port and costs nothing: it is never polled.
    const auto descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (setSocketDescriptor(descriptor)) {
        pauseAccepting();
    }
}

FeedSocket *FeedServer::socket()
{
    if (m_socket && m_socket->isUsable()) {
        return m_socket;
    }
    // QAbstractHttpServer takes it, and makes itself its parent, before addPendingConnection() returns.
    m_socket = new FeedSocket(this);
    addPendingConnection(m_socket);
    return m_socket;
}

void FeedServer::dropSocket()
{
    if (m_socket) {
        m_socket->disconnectFromHost();
        m_socket.clear();
    }
}

QTcpSocket *FeedServer::nextPendingConnection()
{
    QTcpSocket *const socket = QTcpServer::nextPendingConnection();
    if (socket && isListening()) {
        // The base class has just resumed polling.
        pauseAccepting();
    }
    return socket;
}

} // namespace nexus

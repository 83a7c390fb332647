// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/feedsocket.h"

#include <QHostAddress>
#include <QPointer>

#include <algorithm>
#include <cstring>

namespace nexus {

FeedSocket::FeedSocket(QObject *parent)
    : QTcpSocket(parent)
{
    setOpenMode(QIODevice::ReadWrite);
    setPeerAddress(QHostAddress(QHostAddress::LocalHost));
    setSocketState(ConnectedState);
}

FeedSocket::~FeedSocket()
{
    // The base class would close a descriptor that never existed.
    setSocketState(UnconnectedState);
}

bool FeedSocket::feed(const QByteArray &bytes)
{
    const QPointer<FeedSocket> self(this);
    m_bytes = bytes;
    m_position = 0;
    Q_EMIT readyRead();
    if (!self) {
        return false;
    }
    m_bytes.clear();
    const bool isTaken = std::exchange(m_position, 0) == bytes.size();
    return isTaken && QTcpSocket::bytesAvailable() == 0 && isUsable();
}

qint64 FeedSocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_bytes.size() - m_position;
}

void FeedSocket::disconnectFromHost()
{
    if (!isUsable()) {
        return;
    }
    setSocketState(UnconnectedState);
    Q_EMIT disconnected();
}

qint64 FeedSocket::readData(char *data, qint64 maxSize)
{
    const auto size = std::min<qint64>(maxSize, m_bytes.size() - m_position);
    if (size > 0) {
        std::memcpy(data, m_bytes.constData() + m_position, static_cast<std::size_t>(size));
        m_position += static_cast<qsizetype>(size);
    }
    return size;
}

qint64 FeedSocket::skipData(qint64 maxSize)
{
    const auto size = std::min<qint64>(maxSize, m_bytes.size() - m_position);
    m_position += static_cast<qsizetype>(size);
    return size;
}

qint64 FeedSocket::writeData(const char *data, qint64 size)
{
    Q_UNUSED(data);
    return size;
}

} // namespace nexus

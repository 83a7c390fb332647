// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace nexus {

//! \brief Ends a connection so that the client can read the last answer.
//!
//! Closing a socket whose input was not read makes the system send a reset, which destroys an answer on its
//! way. So: send what is queued, say that nothing follows, read and drop what the client still sends, and
//! close when it closes, or when time or bytes run out (RFC 9112 section 9.6). The socket's own
//! disconnected() tells the end.
class Farewell final : public QObject {
    Q_OBJECT

public:
    //! \param socket outlives this object
    Farewell(
        QTcpSocket &socket, std::chrono::milliseconds timeout, qint64 maxBytes, QObject *parent = nullptr);

    //! \brief Begins; \a socket may be closed before this returns.
    void start();

private:
    void onBytesWritten();
    void onReadyRead();

    QTcpSocket &m_socket;
    std::chrono::milliseconds m_timeout;
    qint64 m_bytesLeft;
    bool m_isHalfClosed = false;
    QTimer m_timer;
};

//! \brief Closes \a socket with a reset: what was sent looks broken off, whatever its framing.
void resetConnection(QTcpSocket &socket);

} // namespace nexus

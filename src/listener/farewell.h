// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listener/clientsocket.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace nexus {

//! \brief Ends a connection so that the client can read the last answer.
//!
//! Closing a socket whose input was not read makes the system send a reset, which destroys an answer on its
//! way. So: send what is queued, say that nothing follows, read and drop what the client still sends, and
//! close when it closes, or when time or bytes run out (RFC 9112 section 9.6). Under TLS "nothing follows" is
//! said inside it too; the socket is closed by that, and its connection is read on here.
class Farewell final : public QObject {
    Q_OBJECT

public:
    //! \param socket outlives this object
    Farewell(
        ClientSocket socket, std::chrono::milliseconds timeout, qint64 maxBytes, QObject *parent = nullptr);
    ~Farewell() override;

    //! \brief Begins; the connection may be closed before this returns.
    void start();

    //! \brief Ends the connection now, with a reset.
    void abort();

Q_SIGNALS:
    //! The connection is closed. Sent once.
    void ended();

private:
    void onBytesWritten();
    void endTls();
    void onSocketClosed();
    void readOn();
    void drop(QTcpSocket &socket);
    void giveUp();
    void end();
    void closeDescriptor();

    ClientSocket m_socket;
    std::chrono::milliseconds m_timeout;
    qint64 m_bytesLeft;
    bool m_isTls = false;
    bool m_isHalfClosed = false;
    bool m_hasGivenUp = false;
    bool m_isEnded = false;
    int m_descriptor = -1; //!< a second one for the connection, while nobody else owns it
    std::unique_ptr<QTcpSocket> m_rest; //!< reads on after the end of TLS
    QTimer m_timer;
};

//! \brief Closes \a socket with a reset: what was sent looks broken off, whatever its framing.
void resetConnection(QTcpSocket &socket);

} // namespace nexus

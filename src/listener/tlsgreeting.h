// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSslSocket>
#include <QString>

namespace nexus {

//! \brief How a connection to a TLS port begins: the first byte tells TLS from plain text, then hands are
//! shaken.
//!
//! One of the signals is sent, once, unless the socket is closed before; it sets no deadline of its own.
class TlsGreeting final : public QObject {
    Q_OBJECT

public:
    //! \param socket is connected, not encrypted, has its configuration and outlives this object
    explicit TlsGreeting(QSslSocket &socket, QObject *parent = nullptr);

Q_SIGNALS:
    //! The handshake is done; what the client sends from now on can be read.
    void secured();
    //! The client speaks without TLS. Nothing was read, and what is written goes out as it is.
    void plainText();
    //! The handshake failed and the socket is about to close, or closed. The reason is for the log.
    void failed(const QString &reason);

private:
    void onFirstByte();
    void onEncrypted();
    void onError();

    QSslSocket &m_socket;
    bool m_isOver = false;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/tlsgreeting.h"

namespace nexus {

namespace {

//! The type of the record that a TLS client begins with (RFC 8446 section 5.1).
constexpr char handshakeRecord = 0x16;

} // namespace

TlsGreeting::TlsGreeting(QSslSocket &socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    connect(&m_socket, &QSslSocket::readyRead, this, &TlsGreeting::onFirstByte);
    connect(&m_socket, &QSslSocket::encrypted, this, &TlsGreeting::onEncrypted);
}

void TlsGreeting::onFirstByte()
{
    char first = 0;
    if (m_isOver || m_socket.mode() != QSslSocket::UnencryptedMode || m_socket.peek(&first, 1) != 1) {
        return;
    }
    if (first != handshakeRecord) {
        m_isOver = true;
        Q_EMIT plainText();
        return;
    }
    connect(&m_socket, &QSslSocket::errorOccurred, this, &TlsGreeting::onError);
    m_socket.startServerEncryption();
}

void TlsGreeting::onEncrypted()
{
    if (!m_isOver) {
        m_isOver = true;
        Q_EMIT secured();
    }
}

void TlsGreeting::onError()
{
    if (!m_isOver) {
        m_isOver = true;
        Q_EMIT failed(m_socket.errorString());
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslSocket>
#include <QTcpSocket>

namespace nexus {

//! \brief A handle on the socket of a client, plain or for TLS. Does not own it.
class ClientSocket final {
public:
    ClientSocket() = default;
    //! For plain sockets only.
    explicit ClientSocket(QTcpSocket &socket)
        : m_socket(&socket)
    { }
    explicit ClientSocket(QSslSocket &socket)
        : m_socket(&socket)
        , m_tls(&socket)
    { }

    [[nodiscard]] QTcpSocket *operator->() const { return m_socket; }
    [[nodiscard]] QTcpSocket &operator*() const { return *m_socket; }
    [[nodiscard]] explicit operator bool() const { return m_socket != nullptr; }

    //! \brief The same socket where it is one for TLS, encrypted or not yet; else nullptr.
    [[nodiscard]] QSslSocket *tls() const { return m_tls; }

    [[nodiscard]] bool isEncrypted() const { return m_tls && m_tls->isEncrypted(); }

    //! \brief Bytes that the operating system has not taken: those to be encrypted and those that are.
    [[nodiscard]] qint64 backlog() const
    {
        return m_socket->bytesToWrite() + (m_tls ? m_tls->encryptedBytesToWrite() : 0);
    }

    //! \brief Bytes that have come and were not read, decrypted or not.
    [[nodiscard]] qint64 available() const
    {
        return m_socket->bytesAvailable() + (m_tls ? m_tls->encryptedBytesAvailable() : 0);
    }

private:
    QTcpSocket *m_socket = nullptr;
    QSslSocket *m_tls = nullptr;
};

} // namespace nexus

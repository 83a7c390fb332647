// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QUrl>

#include <set>

namespace nexus {

//! \brief A provider on 127.0.0.1 that talks only to clients with a certificate of its authority, and answers
//! each request with the name in it.
class MutualTlsServer final : public QSslServer {
    Q_OBJECT

public:
    MutualTlsServer(const QSslCertificate &own, const QSslKey &key, const QSslCertificate &authority)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(own);
        configuration.setPrivateKey(key);
        configuration.setCaCertificates({authority});
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        setSslConfiguration(configuration);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, &MutualTlsServer::takeConnections);
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("https://127.0.0.1:%1/v1").arg(serverPort()));
    }

    [[nodiscard]] int connectionCount() const { return m_connectionCount; }
    [[nodiscard]] int requestCount() const { return m_requestCount; }

private:
    void takeConnections()
    {
        while (auto *socket = qobject_cast<QSslSocket *>(nextPendingConnection())) {
            ++m_connectionCount;
            connect(socket, &QSslSocket::readyRead, this, [this, socket] { answer(*socket); });
            connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
            answer(*socket);
        }
    }

    // Every request of these tests ends with the body `{}`.
    void answer(QSslSocket &socket)
    {
        if (!socket.peek(64 * 1024).endsWith("\r\n\r\n{}")) {
            return;
        }
        socket.readAll();
        ++m_requestCount;
        const QByteArray name
            = socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).join(u' ').toUtf8();
        socket.write(
            "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(name.size()) + "\r\n\r\n" + name);
    }

    int m_connectionCount = 0;
    int m_requestCount = 0;
};

} // namespace nexus

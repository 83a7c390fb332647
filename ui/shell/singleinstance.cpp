// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/singleinstance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace nexus {

namespace {

constexpr int patience = 1000;

QString socketName(const QString &name)
{
    const QByteArray digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("nexus-console-") + QString::fromLatin1(digest.toHex().left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &name, QObject *parent)
    : QObject(parent)
    , m_name(socketName(name))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *const socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            if (m_about) {
                socket->write(m_about().toUtf8());
            }
            socket->disconnectFromServer();
            Q_EMIT raised();
        }
    });
}

std::optional<QString> SingleInstance::raiseOther() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patience)) {
        return std::nullopt;
    }
    // The other one closes when it has heard.
    QByteArray about;
    while (socket.waitForReadyRead(patience)) {
        about += socket.readAll();
    }
    about += socket.readAll();
    if (socket.state() != QLocalSocket::UnconnectedState && !socket.waitForDisconnected(patience)) {
        return std::nullopt;
    }
    return QString::fromUtf8(about);
}

void SingleInstance::listen()
{
    if (!m_server.listen(m_name)) {
        QLocalServer::removeServer(m_name);
        m_server.listen(m_name);
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/redisconnection.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QSslSocket>
#include <QStringList>

namespace nexus {

namespace {

constexpr qsizetype MOST_OF_A_REASON = 200;

std::unique_ptr<QTcpSocket> newSocket(const RedisAccess &access)
{
    if (!access.tls) {
        return std::make_unique<QTcpSocket>();
    }
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(*access.tls);
    return socket;
}

} // namespace

RedisConnection::RedisConnection(
    RedisAccess access, const RedisStorage &storage, QList<QByteArray> greeting, QObject *parent)
    : QObject(parent)
    , m_access(std::move(access))
    , m_storage(storage)
    , m_greeting(std::move(greeting))
    , m_socket(newSocket(m_access))
{
    m_creation.setSingleShot(true);
    m_timer.setSingleShot(true);
    connect(&m_creation, &QTimer::timeout, this, [this] {
        breakOff(ErrorKind::UpstreamTimeout, QStringLiteral("no usable connection within timeout_create"));
    });
    connect(&m_timer, &QTimer::timeout, this, &RedisConnection::expire);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &RedisConnection::read);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this,
        [this] { breakOff(ErrorKind::UpstreamUnreachable, socketReason()); });
    if (auto *const secure = qobject_cast<QSslSocket *>(m_socket.get())) {
        connect(secure, &QSslSocket::encrypted, this, &RedisConnection::greet);
    } else {
        connect(m_socket.get(), &QTcpSocket::connected, this, &RedisConnection::greet);
    }
}

RedisConnection::~RedisConnection()
{
    close();
}

void RedisConnection::open()
{
    m_state = State::Connecting;
    m_creation.start(m_storage.pool.createTimeout);
    m_timer.start(m_storage.connectionTimeout);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    if (auto *const secure = qobject_cast<QSslSocket *>(m_socket.get())) {
        secure->connectToHostEncrypted(m_access.host, m_access.port);
    } else {
        m_socket->connectToHost(m_access.host, m_access.port);
    }
}

void RedisConnection::send(const QByteArray &command, Taken taken)
{
    m_state = State::Busy;
    m_taken = std::move(taken);
    m_timer.start(m_storage.responseTimeout);
    m_socket->write(command);
}

void RedisConnection::close()
{
    m_state = State::Closed;
    m_creation.stop();
    m_timer.stop();
    m_taken = nullptr;
    m_socket->disconnect(this);
    m_socket->abort();
}

void RedisConnection::greet()
{
    m_state = State::Greeting;
    m_timer.stop();
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    if (m_greeting.isEmpty()) {
        rest();
        Q_EMIT ready();
        return;
    }
    for (const QByteArray &command : std::as_const(m_greeting)) {
        m_socket->write(command);
    }
}

void RedisConnection::read()
{
    m_reader.feed(m_socket->readAll());
    // Who takes a reply may delete this.
    for (const QPointer<RedisConnection> self(this); self != nullptr && m_state != State::Closed;) {
        const Result<std::optional<RedisReply>> reply = m_reader.next();
        if (!reply) {
            breakOff(reply.error().kind, reply.error().detail);
            return;
        }
        if (!reply->has_value()) {
            return;
        }
        takeReply(**reply);
    }
}

void RedisConnection::takeReply(const RedisReply &reply)
{
    if (m_state == State::Greeting) {
        takeGreeting(reply);
        return;
    }
    if (m_state != State::Busy) {
        breakOff(ErrorKind::UpstreamInvalid, QStringLiteral("the server said something unasked"));
        return;
    }
    const Taken taken = std::exchange(m_taken, nullptr);
    rest();
    taken(reply);
}

void RedisConnection::takeGreeting(const RedisReply &reply)
{
    if (reply.kind == RedisReply::Kind::Error) {
        // Servers repeat the words of a command that they refuse, the password among them. Only the first
        // word is theirs alone.
        breakOff(ErrorKind::UpstreamUnreachable,
            QStringLiteral("the server refused the connection: %1")
                .arg(QString::fromUtf8(reply.errorCode().left(40))));
        return;
    }
    m_greeting.removeFirst();
    if (m_greeting.isEmpty()) {
        rest();
        Q_EMIT ready();
    }
}

void RedisConnection::rest()
{
    m_state = State::Idle;
    m_creation.stop();
    m_timer.start(m_storage.pool.recycleTimeout);
}

void RedisConnection::expire()
{
    switch (m_state) {
    case State::Connecting:
        breakOff(ErrorKind::UpstreamTimeout, QStringLiteral("no connection within connection_timeout"));
        break;
    case State::Busy:
        breakOff(ErrorKind::UpstreamTimeout, QStringLiteral("no answer within response_timeout"));
        break;
    case State::Idle:
        m_timer.start(m_storage.pool.recycleTimeout);
        Q_EMIT unused();
        break;
    case State::New:
    case State::Greeting:
    case State::Closed:
        break;
    }
}

void RedisConnection::breakOff(ErrorKind kind, const QString &reason)
{
    if (m_state == State::Closed) {
        return;
    }
    const Taken taken = std::exchange(m_taken, nullptr);
    const bool wasUp = isUp();
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): it may be of what close() deletes
    const QString told = reason;
    close();
    Q_EMIT closed(told, wasUp);
    // Who heard that may have deleted this.
    if (taken) {
        taken(failure({.kind = kind, .message = {}, .detail = told}));
    }
}

QString RedisConnection::socketReason() const
{
    QStringList reasons {m_socket->errorString()};
    if (const auto *const secure = qobject_cast<const QSslSocket *>(m_socket.get())) {
        for (const QSslError &error : secure->sslHandshakeErrors()) {
            reasons.append(error.errorString());
        }
    }
    reasons.removeDuplicates();
    return reasons.join(QLatin1String("; ")).left(MOST_OF_A_REASON);
}

} // namespace nexus

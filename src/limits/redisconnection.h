// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/trafficconfig.h"
#include "limits/redisaccess.h"
#include "limits/redisprotocol.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>

namespace nexus {

//! \brief One connection to a Redis server, with one command at a time.
//!
//! Emits ready() once it has said its greeting, and closed() once, as its last signal, whether it was ready
//! or not; after close() there is none. A command that runs when the connection breaks is answered with a
//! failure after closed(): UpstreamTimeout when the server was silent for too long, else UpstreamUnreachable.
//! A command is not answered after close(). Lives in one thread.
class RedisConnection final : public QObject {
    Q_OBJECT

public:
    using Taken = std::function<void(const Result<RedisReply> &reply)>;

    //! \param greeting commands to begin with, each of which must succeed
    RedisConnection(RedisAccess access, const RedisStorage &storage, QList<QByteArray> greeting,
        QObject *parent = nullptr);
    ~RedisConnection() override;

    //! \brief Begins to connect. Once.
    void open();

    [[nodiscard]] bool isOpening() const
    {
        return m_state == State::Connecting || m_state == State::Greeting;
    }
    [[nodiscard]] bool isIdle() const { return m_state == State::Idle; }
    [[nodiscard]] bool isUp() const { return m_state == State::Idle || m_state == State::Busy; }

    //! \brief Sends \a command while the connection is idle; \a taken is called once.
    void send(const QByteArray &command, Taken taken);

    //! \brief Hangs up without a signal.
    void close();

Q_SIGNALS:
    void ready();
    void closed(const QString &reason, bool wasUp);
    //! Was idle for the pool's recycle time; comes again after each such time.
    void unused();

private:
    enum class State { New, Connecting, Greeting, Idle, Busy, Closed };

    void greet();
    void read();
    void takeReply(const RedisReply &reply);
    void takeGreeting(const RedisReply &reply);
    void rest();
    void expire();
    void breakOff(ErrorKind kind, const QString &reason);
    [[nodiscard]] QString socketReason() const;

    const RedisAccess m_access;
    const RedisStorage m_storage; // for its times
    QList<QByteArray> m_greeting; // what is still to be answered
    std::unique_ptr<QTcpSocket> m_socket;
    RedisReplyReader m_reader;
    QTimer m_creation; // until it is ready
    QTimer m_timer; // of the present state
    State m_state = State::New;
    Taken m_taken;
};

} // namespace nexus

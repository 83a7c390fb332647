// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listener/clientsocket.h"
#include "listener/framingguard.h"
#include "listener/peer.h"
#include "listener/socketsink.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>

namespace nexus {

class Farewell;
struct ListenerContext;

//! \brief One client: its socket, the request it is sending and the answer it gets.
//!
//! One request is in flight at a time. What a client pipelines behind it waits in a bounded buffer and then
//! in the network. Half a hang-up counts as a whole one: a client that closes its sending side gets no
//! answer. Worker thread only.
class Connection final : public QObject {
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    explicit Connection(ListenerContext &context, QObject *parent = nullptr);
    ~Connection() override;

    //! \brief Takes over an accepted \a descriptor; it speaks TLS when the context has an identity.
    //! \return false when it is of no use; the descriptor is still the caller's then
    [[nodiscard]] bool open(qintptr descriptor);

    //! \brief Ends what took too long. To be called now and then.
    void checkDeadlines(Clock::time_point now);

    //! \brief Answers 503 as soon as the client can read it, and closes.
    void turnAway();

    //! \brief Closes now when idle, else after the answer to the running request, which says so.
    void drain();

    //! \brief Ends now, whatever is going on.
    void abort();

Q_SIGNALS:
    //! The socket is closed; sent once. The connection does nothing afterwards.
    void closed();

private:
    enum class Phase {
        Greeting, //!< TLS is not there yet
        Idle, //!< between requests
        Head, //!< part of a head has come
        Body, //!< the head is there, part of the body is missing
        Answering, //!< a sink is out
        Closing, //!< the last answer was given
    };

    void preparePlain();
    void prepareTls();
    void onSecured();
    void onTlsError();
    [[nodiscard]] bool mayRead() const;
    void pump();
    void consume(QByteArrayView bytes);
    void onHeadComplete(bool hasMore);
    void dispatch();
    void refuse(const Refusal &refusal);
    void onAnswered(SocketSink::End end);
    void onBytesWritten();
    void onDisconnected();
    void pumpLater();
    void enter(Phase phase, Clock::time_point now = Clock::now());
    void close();
    void closeIdle();
    void drop(const char *reason);
    [[nodiscard]] bool isStalled(Clock::time_point now);
    [[nodiscard]] QByteArray newRequestId();

    ListenerContext &m_context;
    std::unique_ptr<QTcpSocket> m_owned;
    ClientSocket m_socket; //!< what is owned
    FramingGuard m_guard;
    Phase m_phase = Phase::Idle;
    bool m_isPumping = false;
    bool m_isDraining = false;
    bool m_isSurplus = false;
    bool m_isClosed = false;
    Clock::time_point m_phaseStart;
    Clock::time_point m_received; //!< when the first byte of the running request was seen
    Clock::time_point m_lastWritten;
    QByteArray m_pending; //!< bytes behind the running request
    Peer m_peer; //!< known once open
    QPointer<SocketSink> m_sink;
    QPointer<Farewell> m_farewell;
};

} // namespace nexus

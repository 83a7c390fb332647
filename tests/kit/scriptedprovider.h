// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providerconnection.h"
#include "receivedrequest.h"
#include "reply.h"

#include <QMutex>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <deque>
#include <functional>
#include <vector>

namespace nexus::kit {

//! \brief A small real HTTP/1.1 server on 127.0.0.1 that answers by script and remembers what it was asked.
//!
//! Lives in the event loop of its thread: a test's own, or another one after moveToThread() under load.
//! All functions may be called from any thread. Answers come from the handler if one is set, else from the
//! queue of scripted replies, else from the default reply.
class ScriptedProvider final : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<Reply(const ReceivedRequest &)>;

    //! \brief Listens at once; \a port 0 takes a free one. isListening() tells whether it worked.
    explicit ScriptedProvider(quint16 port = 0, QObject *parent = nullptr);
    ~ScriptedProvider() override;
    Q_DISABLE_COPY_MOVE(ScriptedProvider)

    [[nodiscard]] bool isListening() const { return m_port != 0; }
    [[nodiscard]] quint16 port() const { return m_port; }
    //! \brief `http://127.0.0.1:PORT` followed by \a path.
    [[nodiscard]] QUrl baseUrl(const QString &path = QStringLiteral("/v1")) const;

    //! \brief Appends an answer to the queue.
    void script(const Reply &reply);
    //! \brief What is answered when the queue is empty; at first a 500 that says so.
    void setDefaultReply(const Reply &reply);
    //! \brief Chooses every answer by a function, called in the provider's thread.
    void setHandler(Handler handler);
    //! \brief How fast connections accepted from now on are read.
    void setReadPace(ReadPace pace);
    //! \brief Switched off, requests are counted but not kept, for load.
    void setRecording(bool isRecording);

    //! \brief From now on every answer waits before its head, until release().
    void hold();
    //! \brief Lets all waiting answers go on, and those after them.
    void release();
    //! \brief Lets the answer to request \a index go on.
    void release(int index);
    //! \brief Indices of the requests whose answers wait now.
    [[nodiscard]] std::vector<int> heldRequests() const;

    //! \brief Breaks all connections, idle ones too, and goes on listening.
    void closeConnections();
    //! \brief Refuses connections from now on; the open ones stay.
    void stopListening();

    [[nodiscard]] std::vector<ReceivedRequest> received() const;
    //! \brief Request number \a index; a default-constructed one when there is none.
    [[nodiscard]] ReceivedRequest received(int index) const;
    [[nodiscard]] int requestCount() const;
    //! \brief How many connections were ever accepted.
    [[nodiscard]] int connectionCount() const;
    [[nodiscard]] int openConnectionCount() const;

Q_SIGNALS:
    void requestReceived(int index);
    //! An answer stands at a hold.
    void held(int index);
    //! Everything of the answer was handed to the operating system.
    void answered(int index);
    //! The peer closed before its answer was complete.
    void clientClosed(int index);

private:
    void acceptConnections();
    [[nodiscard]] ProviderConnection::Callbacks callbacks();
    [[nodiscard]] int record(ReceivedRequest request);
    [[nodiscard]] Playback answer(int index);
    [[nodiscard]] Reply chooseReply(int index);
    void setHeld(int index, bool isHeld);

    QTcpServer m_server;
    quint16 m_port = 0;
    std::vector<ProviderConnection *> m_connections; //!< owned as children; used in the own thread alone

    mutable QMutex m_mutex; //!< guards what follows
    Handler m_handler;
    std::deque<Reply> m_script;
    Reply m_default;
    ReadPace m_pace;
    std::vector<ReceivedRequest> m_received;
    std::vector<int> m_held;
    int m_requestCount = 0;
    int m_connectionCount = 0;
    int m_openConnectionCount = 0;
    bool m_isRecording = true;
    bool m_isHolding = false;
};

} // namespace nexus::kit

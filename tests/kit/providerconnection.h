// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpparse.h"
#include "receivedrequest.h"
#include "replyplayer.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace nexus::kit {

//! \brief How fast a provider reads what it is sent.
struct ReadPace {
    qint64 bytes = 0; //!< at most this much each interval; 0 reads everything at once
    std::chrono::milliseconds interval {10};
};

//! \brief One accepted connection of a provider: reads requests, plays one answer after the other.
//!
//! Requests that arrive early wait until the answer before them is finished.
class ProviderConnection final : public QObject {
    Q_OBJECT

public:
    //! \brief What a connection asks of its provider.
    struct Callbacks {
        //! Files the request and returns its index.
        std::function<int(ReceivedRequest)> record;
        //! Chooses the answer for the request of that index.
        std::function<Playback(int)> answer;
        std::function<void(int)> answered;
        std::function<void(int, std::chrono::milliseconds)> abandoned;
        std::function<void(int)> held;
    };

    ProviderConnection(
        std::unique_ptr<QTcpSocket> socket, int number, ReadPace pace, Callbacks callbacks, QObject *parent);
    ~ProviderConnection() override;
    Q_DISABLE_COPY_MOVE(ProviderConnection)

    void release();
    [[nodiscard]] int requestIndex() const { return m_index; }
    [[nodiscard]] bool isHeld() const { return m_player && m_player->isHeld(); }
    //! \brief Ends the connection from the provider's side, whatever is going on.
    void close();

private:
    void onReadable();
    void onDisconnected();
    void onFinished(bool isClosed);
    void readRequests();
    [[nodiscard]] bool readHead();
    void takeRequest();

    std::unique_ptr<QTcpSocket> m_socket;
    const ReadPace m_pace;
    const Callbacks m_callbacks;
    QTimer m_readTimer;
    QElapsedTimer m_sinceRequest;
    QByteArray m_buffer;
    ReceivedRequest m_request;
    BodyReader m_body;
    std::unique_ptr<ReplyPlayer> m_player;
    int m_number = 0;
    int m_index = -1;
    bool m_hasHead = false;
    bool m_isClosing = false;
};

} // namespace nexus::kit

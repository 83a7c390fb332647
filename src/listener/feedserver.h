// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listener/feedsocket.h"

#include <QPointer>
#include <QTcpServer>

namespace nexus {

//! \brief What QAbstractHttpServer takes for a listening server. It has one client at a time, a FeedSocket.
class FeedServer final : public QTcpServer {
    Q_OBJECT

public:
    explicit FeedServer(QObject *parent = nullptr);

    //! \brief The socket to feed; a new one is announced to QAbstractHttpServer when the last one is gone.
    [[nodiscard]] FeedSocket *socket();

    //! \brief Parts with a socket whose reader is in an unknown state.
    void dropSocket();

    [[nodiscard]] QTcpSocket *nextPendingConnection() override;

private:
    QPointer<FeedSocket> m_socket;
};

} // namespace nexus

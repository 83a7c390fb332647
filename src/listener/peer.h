// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/programfinder.h"
#include "wire/httpmessage.h"

#include <QTcpSocket>

#include <memory>

namespace nexus {

//! \brief The other end of a connection.
struct Peer {
    QHostAddress address;
    quint16 port = 0;
    std::shared_ptr<const ProgramSlot> program; //!< that holds it

    //! \param programs where to ask for the program, nullptr for nowhere
    static Peer of(const QTcpSocket &socket, ProgramFinder *programs)
    {
        Peer peer {.address = socket.peerAddress(), .port = socket.peerPort(), .program = {}};
        if (programs != nullptr) {
            peer.program = programs->find(peer.address, peer.port);
        }
        return peer;
    }

    //! \brief Writes into \a request who sent it.
    void sign(RequestSnapshot &request) const
    {
        request.peer = address;
        request.peerPort = port;
        request.program = program;
    }

    //! \brief For the log.
    [[nodiscard]] QByteArray text() const { return address.toString().toLatin1(); }
};

} // namespace nexus

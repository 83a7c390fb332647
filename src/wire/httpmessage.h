// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clientprogram.h"
#include "wire/headerlist.h"

#include <QByteArray>
#include <QHostAddress>

#include <chrono>
#include <memory>

namespace nexus {

//! \brief One request as it came from a client, complete and independent of its connection.
struct RequestSnapshot {
    QByteArray id; //!< x-request-id: the client's when it is usable, else made here
    QByteArray method; //!< as sent, `GET`, `POST`, …
    QByteArray path; //!< percent-encoded path, starts with `/`, no query
    QByteArray query; //!< what followed `?`, may be empty
    HeaderList headers;
    QByteArray body; //!< whole, chunked framing removed
    QHostAddress peer;
    quint16 peerPort = 0;
    std::shared_ptr<const ProgramSlot> program = {}; //!< behind the peer, nullptr where none can be known
    std::chrono::steady_clock::time_point received; //!< when its first byte was seen
};

//! \brief Status and headers of an answer. Framing headers (Content-Length, Transfer-Encoding, Connection,
//! Date) belong to the listener and are not set here.
struct ResponseHead {
    int status = 200;
    HeaderList headers;
};

} // namespace nexus

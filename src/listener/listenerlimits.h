// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace nexus {

//! \brief What a client may cost: bytes and time.
struct ListenerLimits {
    qsizetype maxHeaderSize = 64 * 1024; //!< request line and header fields together
    qint64 maxBodySize = 32 * 1024 * 1024;
    std::chrono::milliseconds headTimeout {
        10'000}; //!< from the first byte of a request to the end of its head
    std::chrono::milliseconds idleTimeout {75'000}; //!< between two requests, and before the first one
    std::chrono::milliseconds bodyGrace {30'000}; //!< a body may take this long, plus its size at bodyPace
    qint64 bodyPace = 16 * 1024; //!< bytes a second a body has to come with in the long run
    std::chrono::milliseconds writeStall {60'000}; //!< a client that takes no byte for this long is dropped
    std::chrono::milliseconds lingerTimeout {5'000}; //!< how long a closing connection still reads
    qint64 lingerBytes = 64 * 1024 * 1024; //!< how much a closing connection still reads

    bool operator==(const ListenerLimits &) const = default;
};

} // namespace nexus

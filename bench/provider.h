// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench/socket.h"

#include <cstdint>
#include <functional>
#include <queue>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nexus::bench {

//! \brief A scripted provider that answers at once: whole answers, or a stream of time-stamped chunks.
//!
//! A request with `"stream":true` gets as many chunks as its `max_tokens` says (100 without one), one each
//! 20 ms. The content of a chunk is `t=` and the nanoseconds of now() at which it was written. One thread.
class Provider final {
public:
    explicit Provider(std::uint16_t port);

    [[nodiscard]] std::uint16_t port() const { return m_port; }

    //! \brief Serves until the process is ended.
    [[noreturn]] void run();

private:
    struct Connection {
        Descriptor socket;
        std::string in;
        std::string out;
        std::uint64_t serial = 0; //!< tells this connection from an earlier one on the same descriptor
        int chunksLeft = 0;
        bool isWriting = false; //!< whether EPOLLOUT is asked for
    };
    struct Due {
        std::int64_t time = 0;
        int fd = -1;
        std::uint64_t serial = 0;
        bool operator>(const Due &other) const { return time > other.time; }
    };

    void acceptAll();
    void onReady(int fd, std::uint32_t events);
    [[nodiscard]] bool takeRequests(Connection &connection);
    void answer(Connection &connection, std::string_view body);
    void sendDueChunks();
    [[nodiscard]] int untilNextDue() const;
    [[nodiscard]] bool flush(Connection &connection);

    std::uint16_t m_port;
    Descriptor m_listener;
    Descriptor m_poll;
    std::uint64_t m_serial = 0;
    std::unordered_map<int, Connection> m_connections;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
};

} // namespace nexus::bench

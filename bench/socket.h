// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace nexus::bench {

//! \brief Nanoseconds of the monotonic clock, which all processes of a machine share.
[[nodiscard]] inline std::int64_t now()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

//! \brief A file descriptor that is closed when it dies; -1 for none.
class Descriptor final {
public:
    Descriptor() = default;
    explicit Descriptor(int fd)
        : m_fd(fd)
    { }
    Descriptor(Descriptor &&other) noexcept
        : m_fd(other.m_fd)
    {
        other.m_fd = -1;
    }
    Descriptor &operator=(Descriptor &&other) noexcept;
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor();

    [[nodiscard]] int value() const { return m_fd; }

private:
    int m_fd = -1;
};

//! \brief Listens on a free port of 127.0.0.1, without blocking. Ends the program when it cannot.
[[nodiscard]] Descriptor listenOnLoopback(std::uint16_t &port);

//! \brief Accepts one waiting connection, without blocking and without Nagle's delay; none gives -1.
[[nodiscard]] Descriptor acceptFrom(const Descriptor &listener);

//! \brief Starts a connection to 127.0.0.1, without blocking and without Nagle's delay.
[[nodiscard]] Descriptor connectToLoopback(std::uint16_t port);

enum class ReadState { Open, Closed };

//! \brief Appends all that has arrived to \a buffer.
[[nodiscard]] ReadState readAll(int fd, std::string &buffer);

//! \brief Sends as much of \a text as the socket takes and removes it; false when the socket is broken.
[[nodiscard]] bool sendSome(int fd, std::string &text);

//! \brief The value of the header \a name (lower case) in an HTTP \a head, empty when there is none.
[[nodiscard]] std::string headerValue(std::string_view head, std::string_view name);

//! \brief Prints \a what with the reason of the last system call and ends the program.
[[noreturn]] void fail(const char *what);

} // namespace nexus::bench

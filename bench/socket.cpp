// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/socket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nexus::bench {

namespace {

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

sockaddr *generic(sockaddr_in &address)
{
    return reinterpret_cast<sockaddr *>(&address);
}

void sendWithoutDelay(int fd)
{
    const int on = 1;
    if (setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) != 0)
        fail("TCP_NODELAY");
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

void fail(const char *what)
{
    std::fprintf(stderr, "nexus-bench: %s: %s\n", what, std::strerror(errno));
    std::exit(1);
}

Descriptor &Descriptor::operator=(Descriptor &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

Descriptor::~Descriptor()
{
    if (m_fd >= 0)
        close(m_fd);
}

Descriptor listenOnLoopback(std::uint16_t &port)
{
    Descriptor listener(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    sockaddr_in address = loopback(port);
    if (bind(listener.value(), generic(address), sizeof address) != 0)
        fail("bind");
    if (listen(listener.value(), 4096) != 0)
        fail("listen");
    socklen_t size = sizeof address;
    if (getsockname(listener.value(), generic(address), &size) != 0)
        fail("getsockname");
    port = ntohs(address.sin_port);
    return listener;
}

Descriptor acceptFrom(const Descriptor &listener)
{
    Descriptor accepted(accept4(listener.value(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (accepted.value() >= 0)
        sendWithoutDelay(accepted.value());
    return accepted;
}

Descriptor connectToLoopback(std::uint16_t port)
{
    Descriptor client(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (client.value() < 0)
        fail("socket");
    sendWithoutDelay(client.value());
    sockaddr_in address = loopback(port);
    if (connect(client.value(), generic(address), sizeof address) != 0 && errno != EINPROGRESS)
        fail("connect");
    return client;
}

ReadState readAll(int fd, std::string &buffer)
{
    std::array<char, 65536> piece;
    for (;;) {
        const ssize_t count = recv(fd, piece.data(), piece.size(), 0);
        if (count > 0) {
            buffer.append(piece.data(), static_cast<std::size_t>(count));
            if (static_cast<std::size_t>(count) < piece.size())
                return ReadState::Open;
            continue;
        }
        const bool isWaiting = count < 0 && (errno == EAGAIN || errno == EINTR);
        return isWaiting ? ReadState::Open : ReadState::Closed;
    }
}

bool sendSome(int fd, std::string &text)
{
    while (!text.empty()) {
        const ssize_t count = send(fd, text.data(), text.size(), MSG_NOSIGNAL);
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        text.erase(0, static_cast<std::size_t>(count));
    }
    return true;
}

std::string headerValue(std::string_view head, std::string_view name)
{
    std::size_t line = head.find("\r\n");
    while (line != std::string_view::npos) {
        const std::size_t begin = line + 2;
        line = head.find("\r\n", begin);
        const std::string_view field
            = head.substr(begin, line == std::string_view::npos ? line : line - begin);
        const std::size_t colon = field.find(':');
        if (colon != name.size())
            continue;
        const auto isSame = [](char asked, char sent) { return asked == lower(sent); };
        if (!std::equal(name.begin(), name.end(), field.begin(), isSame))
            continue;
        const std::size_t first = field.find_first_not_of(" \t", colon + 1);
        return first == std::string_view::npos ? std::string() : std::string(field.substr(first));
    }
    return {};
}

} // namespace nexus::bench

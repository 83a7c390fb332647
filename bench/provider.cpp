// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/provider.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include <sys/epoll.h>

namespace nexus::bench {

namespace {

constexpr std::int64_t chunkInterval = 20'000'000;
constexpr int defaultChunks = 100;

const std::string &wholeAnswer()
{
    static const std::string text = [] {
        const std::string body
            = R"({"id":"chatcmpl-bench","object":"chat.completion","created":1700000000,"model":"gpt-bench",)"
              R"("choices":[{"index":0,"message":{"role":"assistant","content":")"
            + std::string(320, 'x')
            + R"("},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":12,"completion_tokens":80,)"
              R"("total_tokens":92},"system_fingerprint":"fp_bench"})";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + std::to_string(body.size()) + "\r\n\r\n" + body;
    }();
    return text;
}

std::string framed(const std::string &payload)
{
    std::array<char, 16> size;
    const int count = std::snprintf(size.data(), size.size(), "%zx\r\n", payload.size());
    return std::string(size.data(), static_cast<std::size_t>(count)) + payload + "\r\n";
}

std::string event(const std::string &delta, const char *finish)
{
    return R"(data: {"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1700000000,)"
           R"("model":"gpt-bench","choices":[{"index":0,"delta":)"
        + delta + R"(,"finish_reason":)" + finish + "}]}\n\n";
}

//! Where the value of a member starts, spaces skipped; the requests are ours, so no parser is needed.
std::string_view memberValue(std::string_view body, std::string_view quotedName)
{
    std::size_t at = body.find(quotedName);
    if (at == std::string_view::npos)
        return {};
    at = body.find_first_not_of(" :", at + quotedName.size());
    return at == std::string_view::npos ? std::string_view() : body.substr(at);
}

} // namespace

Provider::Provider(std::uint16_t port)
    : m_port(port)
    , m_listener(listenOnLoopback(m_port))
    , m_poll(epoll_create1(EPOLL_CLOEXEC))
{
    epoll_event interest {};
    interest.events = EPOLLIN;
    interest.data.fd = m_listener.value();
    if (epoll_ctl(m_poll.value(), EPOLL_CTL_ADD, m_listener.value(), &interest) != 0)
        fail("epoll_ctl");
}

void Provider::run()
{
    std::array<epoll_event, 256> events;
    for (;;) {
        const int count
            = epoll_wait(m_poll.value(), events.data(), static_cast<int>(events.size()), untilNextDue());
        for (int i = 0; i < count; ++i) {
            const epoll_event &ready = events.at(static_cast<std::size_t>(i));
            if (ready.data.fd == m_listener.value())
                acceptAll();
            else
                onReady(ready.data.fd, ready.events);
        }
        sendDueChunks();
    }
}

void Provider::acceptAll()
{
    for (;;) {
        Descriptor accepted = acceptFrom(m_listener);
        const int fd = accepted.value();
        if (fd < 0)
            return;
        epoll_event interest {};
        interest.events = EPOLLIN | EPOLLRDHUP;
        interest.data.fd = fd;
        if (epoll_ctl(m_poll.value(), EPOLL_CTL_ADD, fd, &interest) != 0)
            fail("epoll_ctl");
        Connection connection;
        connection.socket = std::move(accepted);
        connection.serial = ++m_serial;
        m_connections.insert_or_assign(fd, std::move(connection));
    }
}

void Provider::onReady(int fd, std::uint32_t events)
{
    const auto found = m_connections.find(fd);
    if (found == m_connections.end())
        return;
    Connection &connection = found->second;
    bool isOpen = (events & (EPOLLERR | EPOLLHUP)) == 0;
    if (isOpen && (events & (EPOLLIN | EPOLLRDHUP)) != 0)
        isOpen = readAll(fd, connection.in) == ReadState::Open && (events & EPOLLRDHUP) == 0
            && takeRequests(connection);
    if (!isOpen || !flush(connection))
        m_connections.erase(found);
}

//! False when what came is not a request.
bool Provider::takeRequests(Connection &connection)
{
    for (;;) {
        const std::size_t headEnd = connection.in.find("\r\n\r\n");
        if (headEnd == std::string::npos)
            return connection.in.size() < 65536;
        const std::string_view all(connection.in);
        const std::string length = headerValue(all.substr(0, headEnd), "content-length");
        const std::size_t bodySize = std::strtoul(length.c_str(), nullptr, 10);
        const std::size_t whole = headEnd + 4 + bodySize;
        if (connection.in.size() < whole)
            return true;
        answer(connection, all.substr(headEnd + 4, bodySize));
        connection.in.erase(0, whole);
    }
}

void Provider::answer(Connection &connection, std::string_view body)
{
    // A large body carries its filling last, so the members are in its beginning.
    const std::string_view start = body.substr(0, 1024);
    if (!memberValue(start, "\"stream\"").starts_with("true")) {
        connection.out += wholeAnswer();
        return;
    }
    const int asked = std::atoi(std::string(memberValue(start, "\"max_tokens\"").substr(0, 8)).c_str());
    connection.chunksLeft = asked > 0 ? asked : defaultChunks;
    connection.out
        += "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    m_due.push({now(), connection.socket.value(), connection.serial});
}

void Provider::sendDueChunks()
{
    const std::int64_t time = now();
    while (!m_due.empty() && m_due.top().time <= time) {
        const Due due = m_due.top();
        m_due.pop();
        const auto found = m_connections.find(due.fd);
        if (found == m_connections.end() || found->second.serial != due.serial)
            continue;
        Connection &connection = found->second;
        connection.out += framed(event(R"({"content":"t=)" + std::to_string(now()) + R"("})", "null"));
        if (--connection.chunksLeft > 0)
            m_due.push({due.time + chunkInterval, due.fd, due.serial});
        else
            connection.out += framed(event("{}", "\"stop\"")) + framed("data: [DONE]\n\n") + "0\r\n\r\n";
        if (!flush(connection))
            m_connections.erase(found);
    }
}

int Provider::untilNextDue() const
{
    if (m_due.empty())
        return -1;
    const std::int64_t left = m_due.top().time - now();
    return static_cast<int>(std::max<std::int64_t>(0, (left + 999'999) / 1'000'000));
}

bool Provider::flush(Connection &connection)
{
    if (!sendSome(connection.socket.value(), connection.out))
        return false;
    const bool isWaiting = !connection.out.empty();
    if (isWaiting == connection.isWriting)
        return true;
    connection.isWriting = isWaiting;
    epoll_event interest {};
    interest.events = EPOLLIN | EPOLLRDHUP | (isWaiting ? EPOLLOUT : 0U);
    interest.data.fd = connection.socket.value();
    return epoll_ctl(m_poll.value(), EPOLL_CTL_MOD, connection.socket.value(), &interest) == 0;
}

} // namespace nexus::bench

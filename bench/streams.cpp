// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/streams.h"

#include "bench/dechunker.h"
#include "bench/socket.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/epoll.h>

namespace nexus::bench {

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::string_view stampMark = "\"t=";

struct Stream {
    Descriptor socket;
    std::string out;
    std::string raw; //!< head, then framed bytes
    std::string body; //!< from the start of the event that is not complete yet
    Dechunker dechunker;
    std::int64_t started = 0;
    int stamps = 0;
    bool isHeadRead = false;
    bool isRefused = false;
    bool hasEnd = false;
};

//! \brief All streams of one job, in one thread.
class Run final {
public:
    explicit Run(const StreamsJob &job);

    void toTheEnd();
    void print() const;

private:
    void start(Stream &stream);
    void onReady(Stream &stream, std::uint32_t events);
    void take(Stream &stream, std::int64_t time);
    void finish(Stream &stream);

    StreamsJob m_job;
    Descriptor m_poll;
    std::vector<Stream> m_streams;
    std::vector<double> m_delays;
    std::vector<double> m_firsts;
    int m_open = 0;
    int m_failed = 0;
};

double milliseconds(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e6;
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const double position = std::ceil(share * static_cast<double>(values.size())) - 1;
    return values.at(static_cast<std::size_t>(std::max(0.0, position)));
}

std::string request(const StreamsJob &job)
{
    const std::string body = R"({"model":")" + job.model + R"(","stream":true,"max_tokens":)"
        + std::to_string(job.chunks) + R"(,"messages":[{"role":"user","content":"Count for me."}]})";
    return "POST " + job.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(job.port)
        + "\r\nContent-Type: application/json\r\nAuthorization: Bearer bench\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

Run::Run(const StreamsJob &job)
    : m_job(job)
    , m_poll(epoll_create1(EPOLL_CLOEXEC))
    , m_streams(static_cast<std::size_t>(job.streams))
{
    m_delays.reserve(static_cast<std::size_t>(job.streams) * static_cast<std::size_t>(job.chunks));
}

void Run::toTheEnd()
{
    const std::int64_t begin = now();
    const std::int64_t spacing = second / m_job.streams;
    // Twice the length of a stream and ten seconds: what is open then hangs.
    const std::int64_t limit = begin + 11 * second + 2 * m_job.chunks * (second / 50);
    std::array<epoll_event, 256> events;
    std::size_t next = 0;
    while (next < m_streams.size() || m_open > 0) {
        const std::int64_t time = now();
        if (time > limit)
            break;
        while (next < m_streams.size() && begin + static_cast<std::int64_t>(next) * spacing <= time)
            start(m_streams.at(next++));
        const int count = epoll_wait(m_poll.value(), events.data(), static_cast<int>(events.size()),
            next < m_streams.size() ? 1 : 1000);
        for (int i = 0; i < count; ++i) {
            const epoll_event &ready = events.at(static_cast<std::size_t>(i));
            onReady(*static_cast<Stream *>(ready.data.ptr), ready.events);
        }
    }
    m_failed += m_open;
}

void Run::start(Stream &stream)
{
    stream.socket = connectToLoopback(m_job.port);
    stream.out = request(m_job);
    stream.started = now();
    epoll_event interest {};
    interest.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP;
    interest.data.ptr = &stream;
    if (epoll_ctl(m_poll.value(), EPOLL_CTL_ADD, stream.socket.value(), &interest) != 0)
        fail("epoll_ctl");
    ++m_open;
}

void Run::onReady(Stream &stream, std::uint32_t events)
{
    const int fd = stream.socket.value();
    if ((events & EPOLLOUT) != 0) {
        if (!sendSome(fd, stream.out)) {
            finish(stream);
            return;
        }
        if (stream.out.empty()) {
            epoll_event interest {};
            interest.events = EPOLLIN | EPOLLRDHUP;
            interest.data.ptr = &stream;
            if (epoll_ctl(m_poll.value(), EPOLL_CTL_MOD, fd, &interest) != 0)
                fail("epoll_ctl");
        }
    }
    if ((events & ~static_cast<std::uint32_t>(EPOLLOUT)) == 0)
        return;
    const ReadState state = readAll(fd, stream.raw);
    take(stream, now());
    if (state == ReadState::Closed || stream.isRefused || stream.dechunker.isFinished())
        finish(stream);
}

void Run::take(Stream &stream, std::int64_t time)
{
    if (!stream.isHeadRead) {
        const std::size_t end = stream.raw.find("\r\n\r\n");
        if (end == std::string::npos)
            return;
        const std::string_view head = std::string_view(stream.raw).substr(0, end);
        stream.isRefused
            = !head.starts_with("HTTP/1.1 200") || headerValue(head, "transfer-encoding") != "chunked";
        stream.isHeadRead = true;
        stream.raw.erase(0, end + 4);
    }
    stream.dechunker.take(stream.raw, stream.body);
    std::size_t eventEnd = stream.body.find("\n\n");
    for (; eventEnd != std::string::npos; eventEnd = stream.body.find("\n\n")) {
        const std::size_t mark = stream.body.find(stampMark);
        if (mark < eventEnd) {
            const std::int64_t stamp
                = std::strtoll(stream.body.c_str() + mark + stampMark.size(), nullptr, 10);
            m_delays.push_back(milliseconds(time - stamp));
            if (stream.stamps++ == 0)
                m_firsts.push_back(milliseconds(time - stream.started));
        }
        stream.hasEnd = stream.hasEnd || stream.body.starts_with("data: [DONE]");
        stream.body.erase(0, eventEnd + 2);
    }
}

void Run::finish(Stream &stream)
{
    if (!stream.hasEnd || stream.stamps != m_job.chunks)
        ++m_failed;
    stream.socket = Descriptor();
    --m_open;
}

void Run::print() const
{
    std::printf("{\"streams\": %d, \"chunks\": %zu, \"failed\": %d, \"p50_ms\": %.3f, \"p99_ms\": %.3f, "
                "\"max_ms\": %.3f, \"first_p50_ms\": %.3f, \"first_p99_ms\": %.3f}\n",
        m_job.streams, m_delays.size(), m_failed, percentile(m_delays, 0.5), percentile(m_delays, 0.99),
        percentile(m_delays, 1.0), percentile(m_firsts, 0.5), percentile(m_firsts, 0.99));
}

} // namespace

int runStreams(const StreamsJob &job)
{
    Run run(job);
    run.toTheEnd();
    run.print();
    return 0;
}

} // namespace nexus::bench

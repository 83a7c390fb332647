// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/provider.h"
#include "bench/streams.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

constexpr const char *usage = "usage: nexus-bench provider [PORT]\n"
                              "       nexus-bench streams PORT PATH MODEL STREAMS CHUNKS\n";

int serve(const std::vector<std::string_view> &words)
{
    const auto port = static_cast<std::uint16_t>(words.size() > 1 ? std::atoi(words.at(1).data()) : 0);
    nexus::bench::Provider provider(port);
    std::printf("port %d\n", provider.port());
    std::fflush(stdout);
    provider.run();
}

int measure(const std::vector<std::string_view> &words)
{
    nexus::bench::StreamsJob job;
    job.port = static_cast<std::uint16_t>(std::atoi(words.at(1).data()));
    job.path = words.at(2);
    job.model = words.at(3);
    job.streams = std::atoi(words.at(4).data());
    job.chunks = std::atoi(words.at(5).data());
    if (job.port == 0 || job.streams < 1 || job.chunks < 1) {
        std::fputs(usage, stderr);
        return 2;
    }
    return nexus::bench::runStreams(job);
}

} // namespace

int main(int argc, char *argv[])
{
    const std::vector<std::string_view> words(argv + 1, argv + argc);
    if (!words.empty() && words.front() == "provider")
        return serve(words);
    if (words.size() == 6 && words.front() == "streams")
        return measure(words);
    std::fputs(usage, stderr);
    return 2;
}

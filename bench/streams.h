// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace nexus::bench {

//! \brief What to ask for: how many streams at once, where, and how long each is.
struct StreamsJob {
    std::uint16_t port = 0;
    std::string path; //!< of the chat endpoint
    std::string model;
    int streams = 1;
    int chunks = 100;
};

//! \brief Runs all streams of \a job and prints one line of JSON with delays in milliseconds.
//!
//! The delay of a chunk is the time from its stamp to its receipt. The starts are spread over a second, as
//! users are. \return the exit code: 0 also when streams failed, their number is in the output
int runStreams(const StreamsJob &job);

} // namespace nexus::bench

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/timesource.h"

#include <ctime>

namespace nexus {

TimePoint bootTime()
{
#ifdef CLOCK_BOOTTIME
    timespec now {};
    if (::clock_gettime(CLOCK_BOOTTIME, &now) == 0) {
        return TimePoint(std::chrono::duration_cast<TimePoint::duration>(
            std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec)));
    }
#endif
    return std::chrono::steady_clock::now();
}

} // namespace nexus

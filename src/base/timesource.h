// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>

namespace nexus {

//! \brief A point of time on a clock that never jumps and goes on while the machine sleeps.
using TimePoint = std::chrono::steady_clock::time_point;

//! \brief Tells the time; tests hand in one that they move by hand. Callable from every thread.
using TimeSource = std::function<TimePoint()>;

//! \brief The time of this machine: CLOCK_BOOTTIME where there is one, else the steady clock.
//!
//! Only differences between two of its points mean anything, and none to std::chrono::steady_clock::now().
[[nodiscard]] TimePoint bootTime();

} // namespace nexus

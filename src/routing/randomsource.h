// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

namespace nexus {

//! \brief A number from 0 up to but without 1; tests hand in one that they know beforehand.
using RandomSource = std::function<double()>;

//! \brief The generator of this process. Callable from every thread.
[[nodiscard]] double systemRandom();

} // namespace nexus

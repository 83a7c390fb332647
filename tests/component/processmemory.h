// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace nexus {

//! \brief How much more memory than usual may stay resident: sanitizers keep what was freed, or notes on it.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qint64 residentFactor = 10;
#else
constexpr qint64 residentFactor = 1;
#endif

//! \brief Memory of this process that is in RAM, in bytes (VmRSS); 0 where the system does not tell.
[[nodiscard]] qint64 residentBytes();

} // namespace nexus

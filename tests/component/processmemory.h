// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace nexus {

//! \brief Memory of this process that is in RAM, in bytes (VmRSS); 0 where the system does not tell.
[[nodiscard]] qint64 residentBytes();

} // namespace nexus

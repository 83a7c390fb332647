// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace nexus {

//! \brief How long something took, for a column: `0.4ms`, `12ms`, `1.25s`, and `-` where nobody knows.
//! \param micros microseconds; 0 for unknown
[[nodiscard]] QString durationText(qint64 micros);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/tablereader.h"
#include "config/telemetryconfig.h"

namespace nexus {

//! \brief Reads `[telemetry]` of \a root, if there is one.
void readTelemetry(TableReader &root, TelemetryConfig &out);

} // namespace nexus

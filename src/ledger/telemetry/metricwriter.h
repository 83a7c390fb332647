// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/telemetry/telemetrytable.h"
#include "wire/json.h"

namespace nexus {

//! \brief All of \a table as cumulative histograms in OTLP's JSON, by the names of the semantic conventions.
//! \param since when counting began
[[nodiscard]] Json metricsOf(const TelemetryTable &table, std::chrono::system_clock::time_point since,
    std::chrono::system_clock::time_point now);

} // namespace nexus

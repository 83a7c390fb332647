// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/tablereader.h"
#include "config/telemetryconfig.h"

namespace nexus {

// What OpenTelemetry's standard variables of the environment say where the file says nothing. They switch
// nothing on. A variable that cannot be read is reported at the table that would need it, without its value.

//! \brief `OTEL_EXPORTER_OTLP_ENDPOINT`; leaves \a endpoint alone without it.
void readOtelEndpoint(TableReader &exporter, QUrl &endpoint);

//! \brief `OTEL_EXPORTER_OTLP_HEADERS`.
void readOtelHeaders(TableReader &exporter, std::vector<ExporterHeader> &headers);

//! \brief `OTEL_SERVICE_NAME`, and of `OTEL_RESOURCE_ATTRIBUTES` those that \a config does not have.
void readOtelResource(TableReader &telemetry, TelemetryConfig &config);

} // namespace nexus

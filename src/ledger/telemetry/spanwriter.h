// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/telemetry/telemetryfacts.h"
#include "wire/json.h"

namespace nexus {

//! \brief How many spans addSpans() makes of \a record.
[[nodiscard]] inline int spanCount(const RequestRecord &record)
{
    return record.trace ? 1 + static_cast<int>(record.attempts.size()) : 0;
}

//! \brief Appends the spans of \a record to \a spans in OTLP's JSON: one of the kind SERVER for the request,
//! and below it one of the kind CLIENT for each attempt. Nothing without a trace.
//!
//! They hold names, numbers and words of the gateway; no key, no body, no text of an error.
void addSpans(
    Json &spans, const RequestRecord &record, const TelemetryFacts &facts, const SpanLimits &limits);

} // namespace nexus

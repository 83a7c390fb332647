// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/telemetryconfig.h"
#include "contract/tracecontext.h"
#include "routing/randomsource.h"
#include "wire/headerlist.h"

#include <optional>

namespace nexus {

//! \brief The place of a request in a trace: in its client's, else in one that begins here. Nothing while
//! traces go nowhere.
//!
//! \a random decides whether it is sampled; the client does where `parent_based_sampler` says so.
[[nodiscard]] std::optional<TraceContext> beginTrace(
    const HeaderList &client, const TelemetryConfig &config, const RandomSource &random);

//! \brief Tells a provider in \a headers of the trace, with a new span for this attempt as the parent.
//!
//! Without a trace here, what the \a client said of its own goes on as it came.
//! \return id of the attempt's span, empty without a trace
QByteArray addTraceHeaders(
    HeaderList &headers, const std::optional<TraceContext> &trace, const HeaderList &client);

} // namespace nexus

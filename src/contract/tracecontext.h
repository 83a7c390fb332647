// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace nexus {

//! \brief The place of a request in a trace (W3C Trace Context, section 3.2).
struct TraceContext {
    QByteArray traceId; //!< 32 lower-case hexadecimal digits
    QByteArray parentId; //!< span of the client, 16 digits; empty where the trace begins here
    QByteArray spanId; //!< span of this request, 16 digits
    QByteArray state; //!< `tracestate` as it came, may be empty
    bool isSampled = false; //!< whether spans are kept

    bool operator==(const TraceContext &) const = default;
};

} // namespace nexus

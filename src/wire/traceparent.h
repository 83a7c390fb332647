// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/headerlist.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace nexus {

//! \brief Where the sender of a request stands in a trace, as it says.
struct TraceParent {
    QByteArray traceId; //!< 32 lower-case hexadecimal digits, not all zero
    QByteArray spanId; //!< of the sender, 16 digits, not all zero; empty where it names none
    std::optional<bool> isSampled; //!< nothing where it leaves that open

    bool operator==(const TraceParent &) const = default;
};

//! \brief Reads the value of a `traceparent` header (W3C Trace Context, section 3.2).
//! \return nothing for what is not exactly of that form; of a later version only what version 00 knows
[[nodiscard]] std::optional<TraceParent> parseTraceparent(QByteArrayView text);

//! \brief Reads the value of an `X-Amzn-Trace-Id` header: `Root=1-…-…;Parent=…;Sampled=1`, of which only Root
//! is needed.
[[nodiscard]] std::optional<TraceParent> parseAmazonTrace(QByteArrayView text);

//! \brief Where the sender of \a headers stands: by `traceparent`, else by `X-Amzn-Trace-Id`, else nothing.
//! A header that comes twice is none.
[[nodiscard]] std::optional<TraceParent> traceParentOf(const HeaderList &headers);

//! \brief All `tracestate` headers as one value; empty where there is none or where they are not of that form
//! (W3C Trace Context, section 3.3).
[[nodiscard]] QByteArray tracestateOf(const HeaderList &headers);

//! \brief The value of a `traceparent` header for a request that the span \a spanId sends.
[[nodiscard]] QByteArray traceparentText(const QByteArray &traceId, const QByteArray &spanId, bool isSampled);

} // namespace nexus

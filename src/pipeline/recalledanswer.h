// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cache/cachedanswer.h"
#include "contract/responsesink.h"
#include "wire/dialect.h"

#include <chrono>
#include <optional>

namespace nexus {

//! \brief Whom an answer is for that another request got.
struct Recaller {
    Dialect dialect = Dialect::OpenAi;
    QByteArray requestId;
    std::optional<std::chrono::seconds> age = {}; //!< of an answer from memory
};

//! \brief Such an answer's headers: those of the answer itself, and those that every request has of its own.
[[nodiscard]] HeaderList recalledHeaders(const CachedHead &head, const Recaller &recaller);

//! \brief The head of such an answer that is a stream.
[[nodiscard]] ResponseHead recalledStreamHead(HeaderList headers);

//! \brief A longer stream is replayed as fast as its client takes it.
constexpr qint64 longestAtOnce = 64 * 1024;

//! \brief Whether nobody has to wait while \a answer is sent: it is a whole one, or a short stream.
[[nodiscard]] bool fitsAtOnce(const CachedAnswer &answer);

//! \brief Gives \a sink all of \a answer, of which fitsAtOnce() is true. \return the bytes of its body
[[nodiscard]] qint64 sendAtOnce(const CachedAnswer &answer, const Recaller &recaller, ResponseSink &sink);

} // namespace nexus

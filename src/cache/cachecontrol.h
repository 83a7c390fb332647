// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace nexus {

//! \brief What a client's `Cache-Control` asks of the cache (RFC 9111 section 5.2.1).
struct CacheControl {
    bool isFreshAsked = false; //!< `no-cache`: not from memory, but the new answer may be kept
    bool isUnstored = false; //!< `no-store`: the answer is not kept and not shared
    bool isOnlyFromCache = false; //!< `only-if-cached`: no call to a provider
    std::optional<std::chrono::seconds> maxAge; //!< `max-age`: nothing older from memory

    bool operator==(const CacheControl &) const = default;
};

//! \brief Reads the value of `Cache-Control`; several header lines are joined by commas first.
//!
//! Unknown directives are passed over. A `max-age` that is no number counts as 0, of several the least holds.
[[nodiscard]] CacheControl parseCacheControl(const QByteArray &value);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <algorithm>
#include <chrono>
#include <vector>

namespace nexus {

//! \brief One limit that a request is held against, and what the request would use of it.
struct LimitAsk {
    QByteArray key; //!< whose events are counted; those of one request differ
    qint64 limit = 0; //!< 0 blocks; at most LARGEST
    std::chrono::milliseconds interval {1'000}; //!< the window that ends now, above 0
    std::chrono::milliseconds kept {0}; //!< how long events count for any ask of this key, if longer
    qint64 amount = 1; //!< from 0 to LARGEST

    //! Sums of such amounts stay exact in the numbers of Redis' Lua.
    static constexpr qint64 LARGEST = 1LL << 50;
    //! Events this many parts of the interval apart may be counted as one, at the time of the later.
    static constexpr int PARTS = 10'000;

    [[nodiscard]] std::chrono::milliseconds memory() const { return std::max(kept, interval); }

    //! \brief The span in which events may become one when an interval has so many \a parts.
    [[nodiscard]] static std::chrono::nanoseconds step(std::chrono::milliseconds interval, int parts = PARTS)
    {
        using std::chrono::nanoseconds;
        return std::max<nanoseconds>(std::chrono::milliseconds(1), nanoseconds(interval) / parts);
    }
};

//! \brief How one limit stands after it was asked.
struct LimitState {
    bool canFit = true; //!< false when the amount is above the limit, or the limit is 0
    qint64 remaining = 0; //!< what is free now
    std::chrono::nanoseconds retryAfter {0}; //!< until the amount fits if nothing else comes, 0 where it did
    std::chrono::nanoseconds reset {0}; //!< until everything is free if nothing else comes
    qint64 at = 0; //!< the time that a granted amount is counted at, see LimitReceipt
};

//! \brief The answer to all limits of one request: all of them count it or none does.
struct LimitVerdict {
    bool isGranted = true;
    std::vector<LimitState> states; //!< one for each ask, in their order
};

//! \brief Names an amount that was counted, so that it can be corrected.
struct LimitReceipt {
    QByteArray key;
    qint64 at = 0; //!< on the clock of the counters that gave it
};

} // namespace nexus

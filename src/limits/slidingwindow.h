// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/timesource.h"
#include "limits/limitask.h"

#include <cstddef>
#include <vector>

namespace nexus {

//! \brief The events of one key, counted exactly over the interval that ends now.
//!
//! An event at t counts until just before t + interval. Events close to each other become one step at the
//! time of the later, so that a limit may free a moment too late and never too early. Not thread-safe.
class SlidingWindow final {
public:
    //! \brief Whether \a ask fits at \a now. Forgets what is older than its memory.
    [[nodiscard]] bool fits(const LimitAsk &ask, TimePoint now);

    //! \brief Counts the amount of \a ask at \a now, whether it fits or not.
    //! \param parts how fine the steps are, see LimitAsk::step()
    //! \return the time for adjust()
    qint64 count(const LimitAsk &ask, TimePoint now, int parts);

    //! \brief Adds \a difference to what was counted at \a at, not below 0. Nothing when that is forgotten.
    void adjust(qint64 at, qint64 difference);

    //! \brief How \a ask stands at \a now.
    [[nodiscard]] LimitState state(const LimitAsk &ask, TimePoint now) const;

    //! \brief Whether nothing counts any more.
    [[nodiscard]] bool isSpent(TimePoint now) const;

    //! \brief Steps in memory.
    [[nodiscard]] std::size_t size() const { return m_steps.size() - m_oldest; }

private:
    struct Step {
        TimePoint first;
        TimePoint last; // what its amount counts from
        qint64 before = 0; // all amounts of earlier steps, also of forgotten ones
        qint64 amount = 0;

        [[nodiscard]] qint64 end() const { return before + amount; }
    };
    using Steps = std::vector<Step>;

    [[nodiscard]] Steps::const_iterator oldest() const;
    [[nodiscard]] Steps::const_iterator firstSince(TimePoint now, std::chrono::milliseconds interval) const;
    [[nodiscard]] TimePoint latest(TimePoint now) const;
    [[nodiscard]] qint64 total() const { return m_steps.empty() ? 0 : m_steps.back().end(); }
    [[nodiscard]] qint64 usedSince(Steps::const_iterator first) const;
    void forget(TimePoint now, std::chrono::milliseconds memory);

    Steps m_steps; // in the order of time
    std::size_t m_oldest = 0; // those before it are forgotten and not yet removed
    std::chrono::milliseconds m_memory {0}; // of the latest ask
};

} // namespace nexus

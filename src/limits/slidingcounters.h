// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/timesource.h"
#include "limits/limitask.h"
#include "limits/slidingwindow.h"
#include "limits/storewatch.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>

#include <cstddef>
#include <list>
#include <span>
#include <unordered_map>

namespace nexus {

//! \brief Counts the events of all keys in memory. Thread-safe: all workers share one.
//!
//! Keys on which nothing counts any more are forgotten by and by. Above the greatest number of keys, the one
//! that was not asked for the longest time begins anew. Where many clients have many events, further events
//! are counted in coarser steps, so that a limit frees later and never earlier.
class SlidingCounters final {
public:
    struct Bounds {
        std::size_t keys = 100'000; //!< at least 16
        std::size_t steps = 2'000'000; //!< of all keys; above it, steps are a hundred times as long
    };

    SlidingCounters();
    explicit SlidingCounters(const Bounds &bounds);

    //! \brief Counts the amounts of all \a asks at \a now if every one fits, and else nothing.
    [[nodiscard]] LimitVerdict take(std::span<const LimitAsk> asks, TimePoint now);

    //! \brief Adds \a difference to an amount at its own time, also beyond the limit, but not below 0.
    void adjust(const LimitReceipt &receipt, qint64 difference);

    [[nodiscard]] std::size_t keyCount() const;
    [[nodiscard]] std::size_t stepCount() const;

    //! \brief What the workers know together about the store that counts in place of this memory.
    [[nodiscard]] StoreWatch &storeWatch() { return m_storeWatch; }

private:
    struct Counter {
        QByteArray key;
        SlidingWindow window;
    };
    using Counters = std::list<Counter>;

    Counter *find(const QByteArray &key);
    Counter &add(const QByteArray &key);
    bool fits(const LimitAsk &ask, TimePoint now);
    qint64 count(const LimitAsk &ask, TimePoint now);
    [[nodiscard]] LimitState state(const LimitAsk &ask, TimePoint now) const;
    void sweep(TimePoint now);
    Counters::iterator remove(Counters::iterator counter);

    const Bounds m_bounds;
    mutable QMutex m_mutex; // guards everything below
    Counters m_counters; // the one that was asked last is the last
    std::unordered_map<QByteArray, Counters::iterator> m_byKey;
    Counters::iterator m_hand; // where the sweep goes on
    std::size_t m_steps = 0;
    StoreWatch m_storeWatch;
};

} // namespace nexus

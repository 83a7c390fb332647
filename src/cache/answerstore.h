// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cache/cachedanswer.h"
#include "cache/cachekey.h"

#include <list>
#include <memory>
#include <unordered_map>
#include <vector>

namespace nexus {

//! \brief Answers by key, bounded in number and bytes; the ones that were not asked for longest go first.
//!
//! Not thread-safe. What goes is handed out, so that the caller can free it outside of its lock.
class AnswerStore final {
public:
    using Answer = std::shared_ptr<const CachedAnswer>;
    using Gone = std::vector<Answer>;

    struct Limits {
        qint64 entries = 0;
        qint64 bytes = 0;
    };

    //! \brief The answer to \a key unless it was stored before \a oldest, or nothing. It counts as used.
    [[nodiscard]] Answer find(const CacheKey &key, TimePoint oldest);

    //! \brief Keeps \a answer in the place of the one that \a key had.
    [[nodiscard]] Gone put(const CacheKey &key, Answer answer);

    //! \brief New limits hold at once.
    [[nodiscard]] Gone setLimits(const Limits &limits);
    [[nodiscard]] Gone clear();

    [[nodiscard]] qint64 entries() const { return static_cast<qint64>(m_byKey.size()); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qint64 evictions() const { return m_evictions; }

private:
    struct Entry {
        CacheKey key;
        Answer answer;
        qint64 cost = 0;
    };
    using Entries = std::list<Entry>;

    void remove(Entries::iterator entry, Gone &gone);
    void trim(Gone &gone);

    Limits m_limits;
    Entries m_entries; // the one used last in front
    std::unordered_map<CacheKey, Entries::iterator, CacheKeyHash> m_byKey;
    qint64 m_bytes = 0;
    qint64 m_evictions = 0;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/timesource.h"
#include "cache/answerstore.h"
#include "cache/cachecontrol.h"
#include "cache/cachekey.h"
#include "cache/follower.h"
#include "cache/leader.h"
#include "config/trafficconfig.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <variant>

namespace nexus {

//! \brief How the cache has fared since the start, and what it holds now.
struct CacheStats {
    qint64 hits = 0; //!< answered from memory
    qint64 misses = 0; //!< might have been answered from memory, and were not there
    qint64 shared = 0; //!< waited for the answer to an equal request
    qint64 evictions = 0; //!< answers that made room for others
    qint64 entries = 0;
    qint64 bytes = 0;

    bool operator==(const CacheStats &) const = default;
};

//! \brief Answers to requests that were asked before, and to equal ones that are asked at the same time.
//!
//! One for all workers; thread-safe. Outlives every Leader and Follower it gives out. While the cache is off,
//! every request leads and nothing is kept or shared.
class AnswerCache final {
public:
    //! \brief One request, and what its client allows.
    struct Ask {
        CacheKey key;
        bool mayRead = true; //!< an answer from memory, or one that is on its way already
        bool mayStore = true; //!< and others may share the answer
        std::optional<std::chrono::seconds> maxAge = {}; //!< an older answer is not taken from memory
    };

    //! \brief An answer; somebody to wait for; or the duty to ask the provider.
    using Found = std::variant<std::shared_ptr<const CachedAnswer>, std::unique_ptr<Follower>,
        std::unique_ptr<Leader>>;

    explicit AnswerCache(TimeSource time = bootTime);
    ~AnswerCache();
    Q_DISABLE_COPY_MOVE(AnswerCache)

    //! \brief New settings. Answers stay, but for those above smaller limits, or all when the cache is off.
    //! The time to live counts from when an answer was stored. Answers on their way end as they are.
    void setConfig(const CacheConfig &config);

    //! \brief What to do with a request. What it gives lives in the calling thread.
    [[nodiscard]] Found find(const Ask &ask);

    [[nodiscard]] TimePoint now() const { return m_time(); }
    [[nodiscard]] CacheStats stats() const;

private:
    friend Follower;
    friend Leader;

    [[nodiscard]] TimePoint oldestUsable(const Ask &ask, TimePoint now) const;
    [[nodiscard]] std::unique_ptr<Follower> follow(const CacheKey &key);
    [[nodiscard]] std::unique_ptr<Leader> lead(const CacheKey &key, bool isShared);

    //! The flight takes no more followers; its answer is stored, if there is one and no later flight took
    //! over.
    void settle(const Flight &flight, std::optional<CachedAnswer> answer);

    TimeSource m_time;
    std::atomic<qint64> m_flightBytes = 0;
    // Not a QMutex: ThreadSanitizer sees into this one also when threads wait for it. A flight's lock may be
    // taken inside of it, never the other way round.
    mutable std::mutex m_mutex; // guards everything below
    CacheConfig m_config;
    AnswerStore m_store;
    std::unordered_map<CacheKey, std::shared_ptr<Flight>, CacheKeyHash> m_flights;
    CacheStats m_stats; // entries, bytes and evictions are those of m_store
};

//! \brief What to ask for a request with this \a key whose client sent \a control.
[[nodiscard]] AnswerCache::Ask askOf(const CacheKey &key, const CacheControl &control);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/answercache.h"

#include <algorithm>

namespace nexus {

namespace {

// One answer takes no more than this part of the memory, or of a small memory up to so much.
constexpr qint64 shareOfOne = 8;
constexpr qint64 alwaysForOne = 1024 * 1024;

// A reader may be so far behind whatever the cache may hold.
constexpr qint64 leastLag = 16LL * 1024 * 1024;

constexpr std::chrono::hours longestTtl {24 * 3650};

qint64 longestAnswer(qint64 maxSize)
{
    return std::min(maxSize, std::max(maxSize / shareOfOne, alwaysForOne));
}

} // namespace

AnswerCache::AnswerCache(TimeSource time)
    : m_time(std::move(time))
{ }

AnswerCache::~AnswerCache() = default;

void AnswerCache::setConfig(const CacheConfig &config)
{
    AnswerStore::Gone gone; // freed outside of the lock
    const std::lock_guard lock(m_mutex);
    m_config = config;
    if (config.isEnabled) {
        gone = m_store.setLimits({.entries = config.maxEntries, .bytes = config.maxSize});
        return;
    }
    gone = m_store.clear();
    m_flights.clear();
}

AnswerCache::Found AnswerCache::find(const Ask &ask)
{
    const TimePoint now = m_time();
    const std::lock_guard lock(m_mutex);
    if (!m_config.isEnabled) {
        return lead(ask.key, false);
    }
    if (ask.mayRead) {
        if (AnswerStore::Answer answer = m_store.find(ask.key, oldestUsable(ask, now))) {
            ++m_stats.hits;
            return answer;
        }
        if (ask.mayStore) {
            if (std::unique_ptr<Follower> follower = follow(ask.key)) {
                ++m_stats.shared;
                return follower;
            }
        }
        ++m_stats.misses;
    }
    return lead(ask.key, ask.mayStore);
}

CacheStats AnswerCache::stats() const
{
    const std::lock_guard lock(m_mutex);
    CacheStats stats = m_stats;
    stats.evictions = m_store.evictions();
    stats.entries = m_store.entries();
    stats.bytes = m_store.bytes();
    return stats;
}

TimePoint AnswerCache::oldestUsable(const Ask &ask, TimePoint now) const
{
    // An answer is too old when its time to live has passed, and usable at the age that a client names.
    const TimePoint oldest
        = now - std::min<std::chrono::milliseconds>(m_config.ttl, longestTtl) + TimePoint::duration(1);
    return ask.maxAge ? std::max(oldest, now - *ask.maxAge) : oldest;
}

std::unique_ptr<Follower> AnswerCache::follow(const CacheKey &key)
{
    const auto running = m_flights.find(key);
    if (running == m_flights.end()) {
        return nullptr;
    }
    std::unique_ptr<Follower> follower(new Follower(*this, running->second));
    return follower->join() ? std::move(follower) : nullptr;
}

std::unique_ptr<Leader> AnswerCache::lead(const CacheKey &key, bool isShared)
{
    Flight::Limits limits {
        .kept = 0, .allKept = m_config.maxSize, .lag = std::max(m_config.maxSize, leastLag)};
    if (isShared) {
        limits.kept = longestAnswer(m_config.maxSize);
    }
    auto flight = std::make_shared<Flight>(key, limits, m_flightBytes);
    if (isShared) {
        m_flights.insert_or_assign(key, flight);
    }
    return std::unique_ptr<Leader>(new Leader(*this, std::move(flight)));
}

void AnswerCache::settle(const Flight &flight, std::optional<CachedAnswer> answer)
{
    std::shared_ptr<const CachedAnswer> kept;
    if (answer) {
        kept = std::make_shared<const CachedAnswer>(std::move(*answer));
    }
    AnswerStore::Gone gone; // freed outside of the lock
    const std::lock_guard lock(m_mutex);
    const auto running = m_flights.find(flight.key());
    if (running == m_flights.end() || running->second.get() != &flight) {
        return;
    }
    m_flights.erase(running);
    if (kept && m_config.isEnabled && kept->cost() <= longestAnswer(m_config.maxSize)) {
        gone = m_store.put(flight.key(), std::move(kept));
    }
}

AnswerCache::Ask askOf(const CacheKey &key, const CacheControl &control)
{
    return {.key = key,
        .mayRead = !control.isFreshAsked,
        .mayStore = !control.isUnstored,
        .maxAge = control.maxAge};
}

} // namespace nexus

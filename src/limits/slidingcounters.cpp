// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/slidingcounters.h"

#include <QMutexLocker>

#include <algorithm>

namespace nexus {

namespace {

constexpr std::size_t FEWEST_KEYS = 16;
constexpr int COARSE_PARTS = 100;
constexpr int SWEPT_AT_ONCE = 2;

} // namespace

SlidingCounters::SlidingCounters()
    : SlidingCounters(Bounds())
{ }

SlidingCounters::SlidingCounters(const Bounds &bounds)
    : m_bounds {.keys = std::max(bounds.keys, FEWEST_KEYS), .steps = bounds.steps}
    , m_hand(m_counters.end())
{ }

LimitVerdict SlidingCounters::take(std::span<const LimitAsk> asks, TimePoint now)
{
    LimitVerdict verdict;
    verdict.states.reserve(asks.size());
    const QMutexLocker lock(&m_mutex);
    sweep(now);
    for (const LimitAsk &ask : asks) {
        verdict.isGranted = fits(ask, now) && verdict.isGranted;
    }
    for (const LimitAsk &ask : asks) {
        const qint64 at = verdict.isGranted ? count(ask, now) : 0;
        verdict.states.push_back(state(ask, now));
        verdict.states.back().at = at;
        if (verdict.isGranted) {
            verdict.states.back().retryAfter = {};
        }
    }
    return verdict;
}

void SlidingCounters::adjust(const LimitReceipt &receipt, qint64 difference)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_byKey.find(receipt.key);
    if (found != m_byKey.end()) {
        found->second->window.adjust(receipt.at, difference);
    }
}

std::size_t SlidingCounters::keyCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_counters.size();
}

std::size_t SlidingCounters::stepCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_steps;
}

bool SlidingCounters::fits(const LimitAsk &ask, TimePoint now)
{
    Counter *const counter = find(ask.key);
    if (counter == nullptr) {
        return ask.limit > 0 && ask.amount <= ask.limit;
    }
    m_steps -= counter->window.size();
    const bool doesFit = counter->window.fits(ask, now);
    m_steps += counter->window.size();
    return doesFit;
}

qint64 SlidingCounters::count(const LimitAsk &ask, TimePoint now)
{
    const auto found = m_byKey.find(ask.key);
    SlidingWindow &window = found == m_byKey.end() ? add(ask.key).window : found->second->window;
    const int parts = m_steps < m_bounds.steps ? LimitAsk::PARTS : COARSE_PARTS;
    m_steps -= window.size();
    const qint64 at = window.count(ask, now, parts);
    m_steps += window.size();
    return at;
}

LimitState SlidingCounters::state(const LimitAsk &ask, TimePoint now) const
{
    const auto found = m_byKey.find(ask.key);
    return found == m_byKey.end() ? SlidingWindow().state(ask, now) : found->second->window.state(ask, now);
}

SlidingCounters::Counter *SlidingCounters::find(const QByteArray &key)
{
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end()) {
        return nullptr;
    }
    const Counters::iterator counter = found->second;
    if (counter == m_hand) {
        ++m_hand;
    }
    m_counters.splice(m_counters.end(), m_counters, counter);
    return &*counter;
}

SlidingCounters::Counter &SlidingCounters::add(const QByteArray &key)
{
    if (m_counters.size() >= m_bounds.keys) {
        remove(m_counters.begin());
    }
    m_counters.push_back({.key = key, .window = {}});
    m_byKey.emplace(key, std::prev(m_counters.end()));
    return m_counters.back();
}

void SlidingCounters::sweep(TimePoint now)
{
    for (int i = 0; i < SWEPT_AT_ONCE && !m_counters.empty(); ++i) {
        if (m_hand == m_counters.end()) {
            m_hand = m_counters.begin();
        }
        m_hand = m_hand->window.isSpent(now) ? remove(m_hand) : std::next(m_hand);
    }
}

SlidingCounters::Counters::iterator SlidingCounters::remove(Counters::iterator counter)
{
    if (counter == m_hand) {
        ++m_hand;
    }
    m_steps -= counter->window.size();
    m_byKey.erase(counter->key);
    return m_counters.erase(counter);
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/slidingwindow.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr std::size_t FEW_STEPS = 16;

std::chrono::nanoseconds untilFree(TimePoint counted, std::chrono::milliseconds interval, TimePoint now)
{
    return std::max(std::chrono::nanoseconds(0), std::chrono::nanoseconds(counted + interval - now));
}

} // namespace

bool SlidingWindow::fits(const LimitAsk &ask, TimePoint now)
{
    if (ask.limit <= 0 || ask.amount > ask.limit) {
        return false;
    }
    const TimePoint present = latest(now);
    forget(present, ask.memory());
    return usedSince(firstSince(present, ask.interval)) + ask.amount <= ask.limit;
}

qint64 SlidingWindow::count(const LimitAsk &ask, TimePoint now, int parts)
{
    const TimePoint present = latest(now);
    // Asks with intervals of their own may share a key: many steps as fine as the shortest wants are too many
    // for the longest.
    const bool isFull = size() > 2 * static_cast<std::size_t>(parts);
    const std::chrono::nanoseconds step = LimitAsk::step(isFull ? ask.memory() : ask.interval, parts);
    m_memory = ask.memory();
    if (size() > 0 && present - m_steps.back().first < step) {
        m_steps.back().last = present;
        m_steps.back().amount += ask.amount;
    } else {
        m_steps.push_back({.first = present, .last = present, .before = total(), .amount = ask.amount});
    }
    return present.time_since_epoch().count();
}

void SlidingWindow::adjust(qint64 at, qint64 difference)
{
    const TimePoint time {TimePoint::duration(at)};
    const auto from = m_steps.begin() + static_cast<Steps::difference_type>(m_oldest);
    const auto step
        = std::partition_point(from, m_steps.end(), [time](const Step &s) { return s.last < time; });
    if (step == m_steps.end() || step->first > time) {
        return;
    }
    const qint64 change = std::max(difference, -step->amount);
    step->amount += change;
    std::for_each(std::next(step), m_steps.end(), [change](Step &later) { later.before += change; });
}

LimitState SlidingWindow::state(const LimitAsk &ask, TimePoint now) const
{
    LimitState state {.canFit = ask.limit > 0 && ask.amount <= ask.limit};
    const TimePoint present = latest(now);
    const auto first = firstSince(present, ask.interval);
    const qint64 used = usedSince(first);
    state.remaining = std::max<qint64>(0, ask.limit - used);
    // The first step whose end leaves so much free that all earlier ones had to go.
    const auto reaching = [&](qint64 target) {
        return std::partition_point(
            first, m_steps.end(), [target](const Step &s) { return s.end() < target; });
    };
    if (used > 0) {
        state.reset = untilFree(reaching(total())->last, ask.interval, present);
    }
    if (state.canFit && used + ask.amount > ask.limit) {
        state.retryAfter = untilFree(reaching(total() + ask.amount - ask.limit)->last, ask.interval, present);
    }
    return state;
}

bool SlidingWindow::isSpent(TimePoint now) const
{
    return size() == 0 || m_steps.back().last + m_memory <= now;
}

SlidingWindow::Steps::const_iterator SlidingWindow::oldest() const
{
    return m_steps.begin() + static_cast<Steps::difference_type>(m_oldest);
}

SlidingWindow::Steps::const_iterator SlidingWindow::firstSince(
    TimePoint now, std::chrono::milliseconds interval) const
{
    const auto isOver = [=](const Step &step) { return step.last + interval <= now; };
    if (size() == 0 || !isOver(*oldest())) {
        return oldest();
    }
    return std::partition_point(oldest(), m_steps.end(), isOver);
}

TimePoint SlidingWindow::latest(TimePoint now) const
{
    return size() == 0 ? now : std::max(now, m_steps.back().last);
}

qint64 SlidingWindow::usedSince(Steps::const_iterator first) const
{
    return first == m_steps.end() ? 0 : total() - first->before;
}

void SlidingWindow::forget(TimePoint now, std::chrono::milliseconds memory)
{
    m_oldest = static_cast<std::size_t>(firstSince(now, memory) - m_steps.begin());
    if (m_oldest == m_steps.size()) {
        m_steps.clear();
        m_oldest = 0;
    } else if (m_oldest > FEW_STEPS && m_oldest > m_steps.size() / 2) {
        m_steps.erase(m_steps.begin(), oldest());
        m_oldest = 0;
    }
}

} // namespace nexus

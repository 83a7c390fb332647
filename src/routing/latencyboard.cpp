// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/latencyboard.h"

#include <QMutexLocker>

namespace nexus {

namespace {

using std::chrono::milliseconds;

// The share of the latest measurement: high enough to follow a provider that slows down within a few
// requests.
constexpr double shareOfLatest = 0.3;
constexpr milliseconds penalty {10'000};
constexpr std::chrono::seconds penaltyLasts {30};

} // namespace

LatencyBoard::LatencyBoard(TimeSource now)
    : m_now(std::move(now))
{ }

std::optional<milliseconds> LatencyBoard::estimate(const Target &target)
{
    const QMutexLocker lock(&m_mutex);
    const Entry &entry = m_entries[Key(target.provider, target.model)];
    const milliseconds average(static_cast<qint64>(entry.average.value_or(0)));
    if (entry.failedAt && m_now() - *entry.failedAt < penaltyLasts) {
        return average + penalty;
    }
    return entry.average ? std::optional(average) : std::nullopt;
}

LatencyBoard::Entry *LatencyBoard::find(const Target &target)
{
    const auto found = m_entries.find(Key(target.provider, target.model));
    return found == m_entries.end() ? nullptr : &found->second;
}

void LatencyBoard::record(const Target &target, milliseconds firstByte)
{
    const QMutexLocker lock(&m_mutex);
    Entry *entry = find(target);
    if (!entry) {
        return;
    }
    const auto latest = static_cast<double>(firstByte.count());
    const double before = entry->average.value_or(latest);
    entry->average = before + (latest - before) * shareOfLatest;
    entry->failedAt.reset();
}

void LatencyBoard::recordFailure(const Target &target)
{
    const QMutexLocker lock(&m_mutex);
    if (Entry *entry = find(target)) {
        entry->failedAt = m_now();
    }
}

void LatencyBoard::retain(const std::function<bool(const QString &provider)> &isKept)
{
    const QMutexLocker lock(&m_mutex);
    std::erase_if(m_entries, [&isKept](const auto &entry) { return !isKept(entry.first.first); });
}

} // namespace nexus

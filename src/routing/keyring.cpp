// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/keyring.h"

#include <QMutexLocker>

#include <algorithm>

namespace nexus {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds restOfRefused {5 * 60'000};
constexpr milliseconds restOfLimited {20'000};
constexpr milliseconds longestRest {5 * 60'000};

milliseconds restFor(KeyOutcome outcome, std::optional<milliseconds> retryAfter)
{
    switch (outcome) {
    case KeyOutcome::Ok:
        return {};
    case KeyOutcome::Refused:
        return restOfRefused;
    case KeyOutcome::Limited:
        return std::clamp(retryAfter.value_or(restOfLimited), milliseconds(0), longestRest);
    }
    return {};
}

} // namespace

KeyRing::KeyRing(Logger log, TimeSource now)
    : m_log(std::move(log))
    , m_now(std::move(now))
{ }

// With another list of keys the ring starts over.
KeyRing::Ring &KeyRing::ringOf(const ProviderConfig &provider)
{
    const auto [found, isNew] = m_rings.try_emplace(provider.name);
    Ring &ring = found->second;
    if (isNew || ring.keys != provider.apiKeys) {
        ring = {.keys = provider.apiKeys,
            .rests = std::vector<Rest>(provider.apiKeys.size()),
            .next = 0,
            .generation = ++m_lastGeneration};
    }
    return ring;
}

std::optional<KeyChoice> KeyRing::choose(const ProviderConfig &provider, const std::vector<int> &tried)
{
    const QMutexLocker lock(&m_mutex);
    Ring &ring = ringOf(provider);
    const TimePoint now = m_now();
    const std::size_t count = ring.keys.size();
    std::optional<std::size_t> best;
    for (std::size_t step = 0; step < count; ++step) {
        const std::size_t index = (ring.next + step) % count;
        if (std::ranges::find(tried, static_cast<int>(index)) != tried.end()) {
            continue;
        }
        if (ring.rests[index].until <= now) {
            best = index;
            break;
        }
        if (!best || ring.rests[index].until < ring.rests[*best].until) {
            best = index;
        }
    }
    if (!best) {
        return std::nullopt;
    }
    ring.next = (*best + 1) % count;
    return KeyChoice {.index = static_cast<int>(*best), .generation = ring.generation};
}

void KeyRing::report(const QString &provider, const KeyChoice &choice, KeyOutcome outcome,
    std::optional<milliseconds> retryAfter)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_rings.find(provider);
    if (found == m_rings.end() || found->second.generation != choice.generation) {
        return;
    }
    Ring &ring = found->second;
    const auto index = static_cast<std::size_t>(choice.index);
    const milliseconds rest = restFor(outcome, retryAfter);
    if (index >= ring.keys.size() || ring.keys.size() == 1 || rest.count() == 0) {
        return;
    }
    const TimePoint now = m_now();
    const bool wasResting = ring.rests[index].until > now;
    // The refusal of an older call does not shorten a rest.
    if (now + rest > ring.rests[index].until) {
        ring.rests[index] = {.until = now + rest, .reason = outcome};
    }
    if (!wasResting) {
        // As people count: the first one is 1.
        m_log.event(LogLevel::Warn, "key_resting",
            {{"provider", provider}, {"key", choice.index + 1},
                {"reason", outcome == KeyOutcome::Refused ? "refused" : "limited"},
                {"rest_ms", static_cast<qint64>(rest.count())}});
    }
}

std::vector<std::optional<KeyRest>> KeyRing::rests(const ProviderConfig &provider) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_rings.find(provider.name);
    if (found == m_rings.end() || found->second.keys != provider.apiKeys) {
        return {};
    }
    const TimePoint now = m_now();
    std::vector<std::optional<KeyRest>> out;
    for (const Rest &rest : found->second.rests) {
        const bool isResting = rest.until > now;
        out.push_back(isResting ? std::optional(KeyRest {.reason = rest.reason,
                          .left = std::chrono::duration_cast<milliseconds>(rest.until - now)})
                                : std::nullopt);
    }
    return out;
}

void KeyRing::retain(const std::function<bool(const QString &provider)> &isKept)
{
    const QMutexLocker lock(&m_mutex);
    std::erase_if(m_rings, [&isKept](const auto &entry) { return !isKept(entry.first); });
}

} // namespace nexus

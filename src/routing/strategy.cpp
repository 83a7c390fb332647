// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/strategy.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr double shareOfExploration = 0.05;

using Candidates = std::vector<Candidate>;

// A random number below \a count.
std::size_t anyBelow(std::size_t count, RoutingState &state)
{
    const auto index = static_cast<std::size_t>(state.random() * static_cast<double>(count));
    return std::min(index, count - 1);
}

// Brings the candidate at \a index to \a place, and the ones between them one further back.
void bringTo(Candidates &candidates, std::size_t place, std::size_t index)
{
    const auto begin = candidates.begin();
    const auto at = [begin](std::size_t i) { return begin + static_cast<std::ptrdiff_t>(i); };
    std::rotate(at(place), at(index), at(index + 1));
}

void turn(Candidates &candidates, const QString &alias, RoutingState &state)
{
    const std::size_t start = state.nextTurn(alias) % candidates.size();
    std::rotate(
        candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(start), candidates.end());
}

// The first candidate from \a place on whose weight and those before it are together above \a point.
std::size_t drawnAt(const Candidates &candidates, std::size_t place, double point)
{
    double sum = 0;
    std::size_t last = place;
    for (std::size_t i = place; i < candidates.size(); ++i) {
        if (candidates[i].weight == 0) {
            continue;
        }
        sum += candidates[i].weight;
        last = i;
        if (point < sum) {
            break;
        }
    }
    return last;
}

void draw(Candidates &candidates, RoutingState &state)
{
    double sum = 0;
    for (const Candidate &candidate : candidates) {
        sum += candidate.weight;
    }
    for (std::size_t place = 0; place < candidates.size() && sum > 0; ++place) {
        bringTo(candidates, place, drawnAt(candidates, place, state.random() * sum));
        sum -= candidates[place].weight;
    }
}

void sortByLatency(Candidates &candidates, RoutingState &state)
{
    using Rated = std::pair<std::chrono::milliseconds, Candidate>;
    std::vector<Rated> rated;
    for (Candidate &candidate : candidates) {
        constexpr std::chrono::milliseconds unknown {-1};
        const auto expected = state.latencies().estimate(candidate.target).value_or(unknown);
        rated.emplace_back(expected, std::move(candidate));
    }
    std::ranges::stable_sort(rated, std::less(), &Rated::first);
    std::ranges::transform(rated, candidates.begin(), [](Rated &entry) { return std::move(entry.second); });
    if (candidates.size() > 1 && state.random() < shareOfExploration) {
        bringTo(candidates, 0, 1 + anyBelow(candidates.size() - 1, state));
    }
}

} // namespace

std::vector<Target> inOrder(const AliasConfig &alias, std::vector<Candidate> candidates, RoutingState &state)
{
    if (candidates.size() > 1) {
        switch (alias.strategy) {
        case AliasConfig::Strategy::Fallback:
            break;
        case AliasConfig::Strategy::RoundRobin:
            turn(candidates, alias.name, state);
            break;
        case AliasConfig::Strategy::Weighted:
            draw(candidates, state);
            break;
        case AliasConfig::Strategy::LeastLatency:
            sortByLatency(candidates, state);
            break;
        }
    }
    std::vector<Target> targets;
    for (Candidate &candidate : candidates) {
        targets.push_back(std::move(candidate.target));
    }
    return targets;
}

} // namespace nexus

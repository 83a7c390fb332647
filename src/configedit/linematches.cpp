// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/linematches.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>

namespace nexus {

namespace {

constexpr int MAX_CHANGES = 1000;

using Ids = std::vector<int>;

// Equal lines get equal numbers, so that comparing them costs nothing.
class LineNumbers final {
public:
    Ids of(const std::vector<QByteArrayView> &lines)
    {
        Ids ids;
        ids.reserve(lines.size());
        for (const QByteArrayView line : lines) {
            const std::string_view text(line.data(), static_cast<std::size_t>(line.size()));
            ids.push_back(m_known.try_emplace(text, static_cast<int>(m_known.size())).first->second);
        }
        return ids;
    }

private:
    std::unordered_map<std::string_view, int> m_known;
};

struct Match {
    int oldLine = 0;
    int newLine = 0;
};

// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): the furthest points for each number of
// changes.
class ShortestWay final {
public:
    ShortestWay(std::span<const int> before, std::span<const int> after)
        : m_old(before)
        , m_new(after)
    { }

    // The equal lines in order; none when the texts have too little in common.
    std::vector<Match> matches()
    {
        const int limit = std::min(MAX_CHANGES, size(m_old) + size(m_new));
        for (int changes = 0; changes <= limit; ++changes) {
            if (advance(changes)) {
                return trackBack(changes);
            }
        }
        return {};
    }

private:
    static int size(std::span<const int> lines) { return static_cast<int>(lines.size()); }

    // Of the points after one change less, the one that leads to diagonal k.
    [[nodiscard]] int previousDiagonal(int changes, int k) const
    {
        if (changes == 0) {
            return k;
        }
        const bool isDown
            = k == -changes || (k != changes && reached(changes - 1, k - 1) < reached(changes - 1, k + 1));
        return isDown ? k + 1 : k - 1;
    }

    [[nodiscard]] int reached(int changes, int k) const
    {
        return std::abs(k) > changes ? -1 : m_reached[at(changes)][at(k + changes)];
    }

    [[nodiscard]] int start(int changes, int k) const
    {
        const int previous = previousDiagonal(changes, k);
        return changes == 0 ? 0 : reached(changes - 1, previous) + (previous < k ? 1 : 0);
    }

    bool advance(int changes)
    {
        std::vector<int> &row = m_reached.emplace_back(at(2 * changes + 1), -1);
        for (int k = -changes; k <= changes; k += 2) {
            int x = start(changes, k);
            while (x < size(m_old) && x - k < size(m_new) && m_old[at(x)] == m_new[at(x - k)]) {
                ++x;
            }
            row[at(k + changes)] = x;
            if (x >= size(m_old) && x - k >= size(m_new)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::vector<Match> trackBack(int changes) const
    {
        std::vector<Match> found;
        int x = size(m_old);
        int k = size(m_old) - size(m_new);
        for (; changes >= 0; --changes) {
            const int begin = start(changes, k);
            for (; x > begin; --x) {
                found.push_back({x - 1, x - k - 1});
            }
            k = previousDiagonal(changes, k);
            x = changes > 0 ? reached(changes - 1, k) : 0;
        }
        std::ranges::reverse(found);
        return found;
    }

    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    std::span<const int> m_old;
    std::span<const int> m_new;
    std::vector<std::vector<int>> m_reached; // by number of changes, then by diagonal
};

} // namespace

std::vector<QByteArrayView> splitLines(QByteArrayView text)
{
    std::vector<QByteArrayView> lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const qsizetype length = end < 0 ? text.size() : end + 1;
        lines.push_back(text.first(length));
        text = text.sliced(length);
    }
    return lines;
}

std::vector<LineChange> lineChanges(
    const std::vector<QByteArrayView> &before, const std::vector<QByteArrayView> &after)
{
    LineNumbers numbers;
    const Ids old = numbers.of(before);
    const Ids now = numbers.of(after);
    const auto head = static_cast<std::size_t>(std::ranges::mismatch(old, now).in1 - old.begin());
    std::size_t tail = 0;
    while (tail < std::min(old.size(), now.size()) - head
        && old[old.size() - 1 - tail] == now[now.size() - 1 - tail]) {
        ++tail;
    }
    const std::span<const int> oldMiddle = std::span(old).subspan(head, old.size() - tail - head);
    const std::span<const int> newMiddle = std::span(now).subspan(head, now.size() - tail - head);
    std::vector<Match> matches = ShortestWay(oldMiddle, newMiddle).matches();
    matches.push_back({static_cast<int>(oldMiddle.size()), static_cast<int>(newMiddle.size())});

    std::vector<LineChange> changes;
    LineChange change {head, head, head, head};
    for (const Match &match : matches) {
        change.oldEnd = head + static_cast<std::size_t>(match.oldLine);
        change.newEnd = head + static_cast<std::size_t>(match.newLine);
        if (change.oldEnd > change.oldBegin || change.newEnd > change.newBegin) {
            changes.push_back(change);
        }
        change = {change.oldEnd + 1, change.oldEnd + 1, change.newEnd + 1, change.newEnd + 1};
    }
    return changes;
}

} // namespace nexus

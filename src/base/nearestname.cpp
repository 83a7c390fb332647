// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/nearestname.h"

#include <algorithm>
#include <vector>

namespace nexus {

namespace {

// Comparing is quadratic in the length, and names come from clients too.
constexpr qsizetype MAX_LENGTH = 128;

struct Candidate {
    int distance;
    QString name;
};

} // namespace

int editDistance(QStringView a, QStringView b, int limit)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> beforeLast(width);
    std::vector<int> last(width);
    std::vector<int> current(width);
    for (std::size_t j = 0; j < width; ++j) {
        last[j] = static_cast<int>(j);
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        current[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int cost = a[i - 1] == b[j - 1] ? 0 : 1;
            current[at] = std::min({last[at] + 1, current[at - 1] + 1, last[at - 1] + cost});
            const bool isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (isSwap) {
                current[at] = std::min(current[at], beforeLast[at - 2] + 1);
            }
        }
        beforeLast.swap(last);
        last.swap(current);
        // No later row comes closer than the closest of two that follow each other.
        if (std::min(std::ranges::min(last), std::ranges::min(beforeLast)) > limit) {
            return std::ranges::min(last);
        }
    }
    return last.back();
}

QStringList nearestNames(QStringView name, const QStringList &known, int count)
{
    if (name.isEmpty() || name.size() > MAX_LENGTH) {
        return {};
    }
    const QString wanted = name.toString().toLower();
    std::vector<Candidate> near;
    for (const QString &candidate : known) {
        const qsizetype longer = std::max(wanted.size(), candidate.size());
        const qsizetype allowed = (longer + 2) / 3;
        if (longer > MAX_LENGTH || std::abs(wanted.size() - candidate.size()) > allowed) {
            continue;
        }
        const int distance = editDistance(wanted, candidate.toLower(), static_cast<int>(allowed));
        if (distance <= allowed && distance < longer) {
            near.push_back({distance, candidate});
        }
    }
    std::ranges::stable_sort(near, {}, &Candidate::distance);
    QStringList names;
    for (const Candidate &candidate : near) {
        if (names.size() == count) {
            break;
        }
        names.append(candidate.name);
    }
    return names;
}

QString nearestName(QStringView name, const QStringList &known)
{
    const QStringList names = nearestNames(name, known, 1);
    return names.isEmpty() ? QString() : names.first();
}

} // namespace nexus

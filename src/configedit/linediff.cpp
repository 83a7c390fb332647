// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/linediff.h"

#include "configedit/linematches.h"

#include <algorithm>

namespace nexus {

namespace {

using Lines = std::vector<QByteArrayView>;

QString withoutEnding(QByteArrayView line)
{
    if (line.endsWith('\n')) {
        line.chop(1);
    }
    if (line.endsWith('\r')) {
        line.chop(1);
    }
    return QString::fromUtf8(line);
}

int number(std::size_t index)
{
    return static_cast<int>(index) + 1;
}

// Two changes can both be made when neither knows of a line that the other replaces, or of the gap it fills.
bool collide(const LineChange &one, const LineChange &other)
{
    const bool isInsertion = one.oldBegin == one.oldEnd || other.oldBegin == other.oldEnd;
    const std::size_t begin = std::max(one.oldBegin, other.oldBegin);
    const std::size_t end = std::min(one.oldEnd, other.oldEnd);
    return isInsertion ? begin <= end : begin < end;
}

bool isSameChange(
    const LineChange &one, const Lines &oneLines, const LineChange &other, const Lines &otherLines)
{
    return one.oldBegin == other.oldBegin && one.oldEnd == other.oldEnd
        && std::equal(oneLines.begin() + static_cast<std::ptrdiff_t>(one.newBegin),
            oneLines.begin() + static_cast<std::ptrdiff_t>(one.newEnd),
            otherLines.begin() + static_cast<std::ptrdiff_t>(other.newBegin),
            otherLines.begin() + static_cast<std::ptrdiff_t>(other.newEnd));
}

// A change together with the text that its new lines come from.
struct SidedChange {
    LineChange change;
    const Lines *lines = nullptr;
};

std::vector<SidedChange> sided(const std::vector<LineChange> &changes, const Lines &lines)
{
    std::vector<SidedChange> result;
    for (const LineChange &change : changes) {
        result.push_back({change, &lines});
    }
    return result;
}

// Both sides' changes in the order of the base; nothing when two collide.
std::optional<std::vector<SidedChange>> united(
    const std::vector<SidedChange> &theirs, const std::vector<SidedChange> &ours)
{
    std::vector<SidedChange> all = theirs;
    for (const SidedChange &mine : ours) {
        bool isKnown = false;
        for (const SidedChange &their : theirs) {
            const bool isSame = isSameChange(mine.change, *mine.lines, their.change, *their.lines);
            if (!isSame && collide(mine.change, their.change)) {
                return std::nullopt;
            }
            isKnown = isKnown || isSame;
        }
        if (!isKnown) {
            all.push_back(mine);
        }
    }
    std::ranges::sort(all, {}, [](const SidedChange &side) { return side.change.oldBegin; });
    return all;
}

void appendLines(QByteArray &out, const Lines &lines, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i < end; ++i) {
        out += lines[i];
    }
}

} // namespace

std::vector<DiffLine> diffLines(QByteArrayView before, QByteArrayView after)
{
    const Lines old = splitLines(before);
    const Lines now = splitLines(after);
    std::vector<LineChange> changes = lineChanges(old, now);
    changes.push_back({old.size(), old.size(), now.size(), now.size()});
    std::vector<DiffLine> out;
    std::size_t oldAt = 0;
    std::size_t newAt = 0;
    for (const LineChange &change : changes) {
        for (; oldAt < change.oldBegin; ++oldAt, ++newAt) {
            out.push_back({DiffLine::Kind::Same, number(oldAt), number(newAt), withoutEnding(old[oldAt])});
        }
        for (; oldAt < change.oldEnd; ++oldAt) {
            out.push_back({DiffLine::Kind::Removed, number(oldAt), 0, withoutEnding(old[oldAt])});
        }
        for (; newAt < change.newEnd; ++newAt) {
            out.push_back({DiffLine::Kind::Added, 0, number(newAt), withoutEnding(now[newAt])});
        }
    }
    return out;
}

std::vector<DiffHunk> diffHunks(QByteArrayView before, QByteArrayView after, int context)
{
    const std::vector<DiffLine> lines = diffLines(before, after);
    const auto around = static_cast<std::size_t>(std::max(context, 0));
    std::vector<DiffHunk> hunks;
    std::size_t shown = 0; // the lines before this one are in a hunk, or are in none for good
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == DiffLine::Kind::Same) {
            continue;
        }
        const std::size_t begin = i > around ? i - around : 0;
        if (hunks.empty() || begin > shown) {
            hunks.emplace_back();
            shown = begin;
        }
        const std::size_t end = std::min(lines.size(), i + around + 1);
        for (; shown < end; ++shown) {
            hunks.back().push_back(lines[shown]);
        }
    }
    return hunks;
}

std::optional<QByteArray> mergeLines(QByteArrayView base, QByteArrayView theirs, QByteArrayView ours)
{
    const Lines baseLines = splitLines(base);
    const Lines theirLines = splitLines(theirs);
    const Lines ourLines = splitLines(ours);
    const auto changes = united(sided(lineChanges(baseLines, theirLines), theirLines),
        sided(lineChanges(baseLines, ourLines), ourLines));
    if (!changes) {
        return std::nullopt;
    }
    QByteArray out;
    std::size_t at = 0;
    for (const SidedChange &side : *changes) {
        appendLines(out, baseLines, at, side.change.oldBegin);
        appendLines(out, *side.lines, side.change.newBegin, side.change.newEnd);
        at = side.change.oldEnd;
    }
    appendLines(out, baseLines, at, baseLines.size());
    return out;
}

} // namespace nexus

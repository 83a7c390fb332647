// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/removal.h"

#include <algorithm>

namespace nexus {

namespace {

// Collects what is to go: whole lines, and parts of lines inside arrays and inline tables.
class Removal final {
public:
    Removal(const LayoutEdit &edit, const KeyPath &path, CommentAbove comment)
        : m_edit(edit)
        , m_path(path)
        , m_comment(comment)
    { }

    std::vector<Replacement> collect();

private:
    void collectFrom(const LayoutEntry &container);
    void removeLines(TextSpan lines);
    void removeMember(const std::vector<LayoutEntry> &members, std::size_t index, bool isFirst);
    void joinLines();
    [[nodiscard]] TextSpan withBlankLine(TextSpan lines) const;

    const LayoutEdit &m_edit;
    const KeyPath &m_path;
    CommentAbove m_comment;
    std::vector<TextSpan> m_lines;
    std::vector<Replacement> m_parts;
};

void Removal::removeLines(TextSpan lines)
{
    if (m_comment == CommentAbove::Remove) {
        lines.begin = m_edit.commentsBegin(lines.begin);
    }
    m_lines.push_back(lines);
}

void Removal::removeMember(const std::vector<LayoutEntry> &members, std::size_t index, bool isFirst)
{
    const TextSpan span = members[index].span;
    const std::optional<TextSpan> lines = m_edit.ownLines(span);
    const bool isLast = index + 1 == members.size();
    const bool hasComma
        = m_edit.text().mid(span.end, m_edit.lineEnd(span.end) - span.end).trimmed().startsWith(',');
    if (lines && (hasComma || isLast)) {
        m_parts.push_back({*lines, {}});
    } else if (!isFirst) {
        m_parts.push_back({{members[index - 1].span.end, span.end}, {}});
    } else {
        m_parts.push_back({{span.begin, members[index + 1].span.begin}, {}});
    }
}

// Inside a value, commas have to go along.
void Removal::collectFrom(const LayoutEntry &container)
{
    const auto isGone = [this](const LayoutEntry &member) { return isBelow(member.path, m_path); };
    if (std::ranges::none_of(container.members, isGone)) {
        for (const LayoutEntry &member : container.members) {
            collectFrom(member);
        }
        return;
    }
    if (std::ranges::all_of(container.members, isGone)) {
        m_parts.push_back({container.value, container.form == LayoutEntry::Form::Array ? "[]" : "{}"});
        return;
    }
    bool isFirst = true;
    for (std::size_t i = 0; i < container.members.size(); ++i) {
        if (isGone(container.members[i])) {
            removeMember(container.members, i, isFirst);
        } else {
            isFirst = false;
        }
    }
}

// Neighbours that only blank lines part become one.
void Removal::joinLines()
{
    std::vector<TextSpan> joined;
    for (const TextSpan &lines : m_lines) {
        if (!joined.empty() && m_edit.isBlank({joined.back().end, lines.begin})) {
            joined.back().end = lines.end;
        } else {
            joined.push_back(lines);
        }
    }
    m_lines = std::move(joined);
}

TextSpan Removal::withBlankLine(TextSpan lines) const
{
    if (!m_edit.isAfterBlankLine(lines.begin)) {
        return lines;
    }
    if (lines.end < m_edit.text().size()) {
        lines.end = m_edit.isBlankLine(lines.end) ? m_edit.lineEnd(lines.end) : lines.end;
        return lines;
    }
    while (lines.begin > m_edit.layout().begin && m_edit.isAfterBlankLine(lines.begin)) {
        lines.begin = m_edit.lineBegin(lines.begin - 1);
    }
    return lines;
}

std::vector<Replacement> Removal::collect()
{
    for (const LayoutSection &section : m_edit.layout().sections) {
        if (!section.keys.empty() && isBelow(section.path, m_path)) {
            removeLines({m_edit.lineBegin(section.header.begin), m_edit.bodyEnd(section)});
            continue;
        }
        for (const LayoutEntry &entry : section.entries) {
            if (isBelow(entry.path, m_path)) {
                removeLines({m_edit.lineBegin(entry.span.begin), m_edit.lineEnd(entry.span.end)});
            } else {
                collectFrom(entry);
            }
        }
    }
    joinLines();
    for (const TextSpan &lines : m_lines) {
        m_parts.push_back({withBlankLine(lines), {}});
    }
    return std::move(m_parts);
}

} // namespace

std::vector<Replacement> removal(const LayoutEdit &edit, const KeyPath &path, CommentAbove comment)
{
    return Removal(edit, path, comment).collect();
}

} // namespace nexus

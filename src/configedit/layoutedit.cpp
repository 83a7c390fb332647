// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/layoutedit.h"

#include <algorithm>

namespace nexus {

namespace {

const LayoutEntry *entryIn(const std::vector<LayoutEntry> &entries, const KeyPath &path)
{
    for (const LayoutEntry &entry : entries) {
        if (entry.path == path) {
            return &entry;
        }
        const LayoutEntry *found = isBelow(path, entry.path) ? entryIn(entry.members, path) : nullptr;
        if (found) {
            return found;
        }
    }
    return nullptr;
}

const LayoutEntry *containerIn(const std::vector<LayoutEntry> &entries, const KeyPath &path)
{
    for (const LayoutEntry &entry : entries) {
        const bool isHolder = std::ranges::any_of(
            entry.members, [&path](const LayoutEntry &member) { return member.path == path; });
        if (isHolder) {
            return &entry;
        }
        const LayoutEntry *found = isBelow(path, entry.path) ? containerIn(entry.members, path) : nullptr;
        if (found) {
            return found;
        }
    }
    return nullptr;
}

LayoutEdit::DottedKey dottedIn(
    const std::vector<LayoutEntry> &entries, const KeyPath &base, const KeyPath &path, bool isInline)
{
    LayoutEdit::DottedKey found;
    for (const LayoutEntry &entry : entries) {
        if (path.size() > base.size() && entry.path.size() > path.size() && isBelow(entry.path, path)) {
            found = {&entry, base, isInline};
        } else if (path.size() > entry.path.size() && isBelow(path, entry.path)) {
            const auto inner = dottedIn(entry.members, entry.path, path, true);
            found = inner.entry ? inner : found;
        }
    }
    return found;
}

} // namespace

bool isBelow(const KeyPath &path, const KeyPath &start)
{
    return path.size() >= start.size() && std::equal(start.begin(), start.end(), path.begin());
}

QByteArray replaced(const QByteArray &text, std::vector<Replacement> replacements)
{
    std::ranges::stable_sort(
        replacements, [](const Replacement &a, const Replacement &b) { return a.span.begin < b.span.begin; });
    QByteArray out;
    qsizetype at = 0;
    for (const Replacement &replacement : replacements) {
        out += QByteArrayView(text).sliced(at, replacement.span.begin - at);
        out += replacement.text;
        at = replacement.span.end;
    }
    return out + text.sliced(at);
}

LayoutEdit::LayoutEdit(const QByteArray &text, const TomlLayout &layout)
    : m_text(text)
    , m_layout(layout)
{ }

qsizetype LayoutEdit::lineBegin(qsizetype at) const
{
    const qsizetype end = at > 0 ? m_text.lastIndexOf('\n', at - 1) : -1;
    return std::max(end + 1, m_layout.begin);
}

qsizetype LayoutEdit::lineEnd(qsizetype at) const
{
    const qsizetype end = m_text.indexOf('\n', at);
    return end < 0 ? m_text.size() : end + 1;
}

bool LayoutEdit::isBlank(TextSpan span) const
{
    return QByteArrayView(m_text).sliced(span.begin, span.end - span.begin).trimmed().isEmpty();
}

bool LayoutEdit::isBlankLine(qsizetype begin) const
{
    return isBlank({begin, lineEnd(begin)});
}

bool LayoutEdit::isAfterBlankLine(qsizetype begin) const
{
    return begin <= m_layout.begin || isBlank({lineBegin(begin - 1), begin});
}

qsizetype LayoutEdit::commentsBegin(qsizetype begin) const
{
    while (begin > m_layout.begin) {
        const qsizetype above = lineBegin(begin - 1);
        if (!QByteArrayView(m_text).sliced(above, begin - above).trimmed().startsWith('#')) {
            break;
        }
        begin = above;
    }
    return begin;
}

QByteArray LayoutEdit::lineBreak() const
{
    const qsizetype first = m_text.indexOf('\n');
    return first > 0 && m_text.at(first - 1) == '\r' ? QByteArray("\r\n") : QByteArray("\n");
}

QByteArray LayoutEdit::indentation(qsizetype at) const
{
    const qsizetype begin = lineBegin(at);
    qsizetype end = begin;
    while (end < m_text.size() && (m_text.at(end) == ' ' || m_text.at(end) == '\t')) {
        ++end;
    }
    return m_text.mid(begin, end - begin);
}

std::optional<TextSpan> LayoutEdit::ownLines(TextSpan span) const
{
    const TextSpan lines {lineBegin(span.begin), lineEnd(span.end)};
    QByteArrayView behind = QByteArrayView(m_text).sliced(span.end, lines.end - span.end).trimmed();
    if (behind.startsWith(',')) {
        behind = behind.sliced(1).trimmed();
    }
    const bool isAlone = isBlank({lines.begin, span.begin}) && (behind.isEmpty() || behind.startsWith('#'));
    return isAlone ? std::optional(lines) : std::nullopt;
}

const LayoutEntry *LayoutEdit::entry(const KeyPath &path) const
{
    for (const LayoutSection &section : m_layout.sections) {
        if (const LayoutEntry *found = entryIn(section.entries, path)) {
            return found;
        }
    }
    return nullptr;
}

const LayoutEntry *LayoutEdit::containerOf(const KeyPath &path) const
{
    for (const LayoutSection &section : m_layout.sections) {
        if (const LayoutEntry *found = containerIn(section.entries, path)) {
            return found;
        }
    }
    return nullptr;
}

const LayoutSection *LayoutEdit::section(const KeyPath &path) const
{
    const auto found = std::ranges::find(m_layout.sections, path, &LayoutSection::path);
    return found == m_layout.sections.end() ? nullptr : &*found;
}

const LayoutSection *LayoutEdit::firstSection(const KeyPath &path) const
{
    const auto found = std::ranges::find_if(
        m_layout.sections, [&path](const LayoutSection &section) { return isBelow(section.path, path); });
    return found == m_layout.sections.end() ? nullptr : &*found;
}

const LayoutSection *LayoutEdit::lastSection(const KeyPath &path) const
{
    const auto found = std::find_if(m_layout.sections.rbegin(), m_layout.sections.rend(),
        [&path](const LayoutSection &section) { return isBelow(section.path, path); });
    return found == m_layout.sections.rend() ? nullptr : &*found;
}

LayoutEdit::DottedKey LayoutEdit::dottedKey(const KeyPath &path) const
{
    DottedKey last;
    for (const LayoutSection &section : m_layout.sections) {
        const DottedKey found = dottedIn(section.entries, section.path, path, false);
        last = found.entry ? found : last;
    }
    return last;
}

qsizetype LayoutEdit::bodyEnd(const LayoutSection &section) const
{
    const qsizetype last = section.entries.empty() ? section.header.end : section.entries.back().span.end;
    const qsizetype end = lineEnd(last);
    qsizetype comments = end;
    while (comments < m_text.size() && QByteArrayView(m_text).sliced(comments).trimmed().startsWith('#')
        && !isBlankLine(comments)) {
        comments = lineEnd(comments);
    }
    return isBlankLine(comments) ? comments : end;
}

} // namespace nexus

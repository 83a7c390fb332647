// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/arrayrevision.h"

#include <algorithm>

namespace nexus {

namespace {

// The lines of one item: comments above it, the item, and what is behind it.
struct Chunk {
    QByteArray before;
    QByteArray item;
    QByteArray behind; // from the comma, or from where it would stand
    bool isTaken = false;
};

class ArrayLines final {
public:
    ArrayLines(const LayoutEdit &edit, const LayoutEntry &array)
        : m_edit(edit)
        , m_array(array)
    { }

    // False when items share lines with others or with a bracket.
    bool read();
    Result<QByteArray> revised(const TomlValue &old, const TomlValue &now);

private:
    Result<Chunk> chunkFor(const TomlValue &item, const TomlValue &old);

    const LayoutEdit &m_edit;
    const LayoutEntry &m_array;
    std::vector<Chunk> m_chunks;
    QByteArray m_head;
    QByteArray m_tail;
    bool m_endsWithComma = false;
};

bool ArrayLines::read()
{
    const QByteArray &text = m_edit.text();
    qsizetype at = m_edit.lineEnd(m_array.value.begin);
    m_head = text.mid(m_array.value.begin, at - m_array.value.begin);
    for (const LayoutEntry &member : m_array.members) {
        const std::optional<TextSpan> lines = m_edit.ownLines(member.span);
        if (!lines || lines->begin < at) {
            return false;
        }
        QByteArray behind = text.mid(member.span.end, lines->end - member.span.end);
        m_endsWithComma = behind.trimmed().startsWith(',');
        if (!m_endsWithComma && &member != &m_array.members.back()) {
            return false;
        }
        if (m_endsWithComma) {
            behind = behind.sliced(behind.indexOf(',') + 1);
        }
        m_chunks.push_back({text.mid(at, member.span.begin - at),
            text.mid(member.span.begin, member.span.end - member.span.begin), behind});
        at = lines->end;
    }
    m_tail = text.mid(at, m_array.value.end - at);
    return !m_chunks.empty() && !m_tail.trimmed().startsWith(',');
}

Result<Chunk> ArrayLines::chunkFor(const TomlValue &item, const TomlValue &old)
{
    for (std::size_t i = 0; i < m_chunks.size() && i < old.items.size(); ++i) {
        if (!m_chunks[i].isTaken && sameValue(old.items[i], item)) {
            m_chunks[i].isTaken = true;
            return m_chunks[i];
        }
    }
    const Result<QByteArray> text = writeToml(item);
    if (!text) {
        return failure(text.error());
    }
    return Chunk {m_edit.indentation(m_array.members.front().span.begin), *text, m_edit.lineBreak()};
}

Result<QByteArray> ArrayLines::revised(const TomlValue &old, const TomlValue &now)
{
    QByteArray out = m_head;
    for (std::size_t i = 0; i < now.items.size(); ++i) {
        const Result<Chunk> chunk = chunkFor(now.items[i], old);
        if (!chunk) {
            return failure(chunk.error());
        }
        const bool hasComma = i + 1 < now.items.size() || m_endsWithComma;
        out += chunk->before + chunk->item + (hasComma ? "," : "") + chunk->behind;
    }
    return out + m_tail;
}

} // namespace

Result<QByteArray> revisedArray(
    const LayoutEdit &edit, const LayoutEntry &array, const TomlValue &old, const TomlValue &now)
{
    ArrayLines lines(edit, array);
    return now.items.empty() || !lines.read() ? writeToml(now) : lines.revised(old, now);
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/insertion.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr char NEW_FILE[] = "# The configuration of Nexus; docs/configuration.md describes every key.";

using Replacements = std::vector<Replacement>;

Error impossible(const QString &why)
{
    return {.kind = ErrorKind::InvalidRequest, .message = why, .detail = {}};
}

QByteArray dotted(const KeyPath &keys)
{
    QByteArray out;
    for (const QString &key : keys) {
        out += (out.isEmpty() ? "" : ".") + writeTomlKey(key);
    }
    return out;
}

// Finds the place for something new, from the nearest thing that is there.
class Insertion final {
public:
    Insertion(const LayoutEdit &edit, const KeyPath &path, const TomlValue &value, bool hasHeader)
        : m_edit(edit)
        , m_path(path)
        , m_value(value)
        , m_hasHeader(hasHeader)
    { }

    Result<Replacements> place() const;

private:
    using Found = std::optional<Result<Replacements>>;

    [[nodiscard]] KeyPath tablePath() const { return m_hasHeader ? m_path : m_path.first(m_path.size() - 1); }
    [[nodiscard]] Found placeIn(const KeyPath &ancestor) const;
    [[nodiscard]] Result<Replacements> intoValue(const LayoutEntry &holder) const;
    [[nodiscard]] Result<Replacements> intoArray(const LayoutEntry &array, const QByteArray &text) const;
    [[nodiscard]] Result<Replacements> intoInlineTable(
        const LayoutEntry &table, const QByteArray &text) const;
    [[nodiscard]] Result<Replacements> besideDotted(const LayoutEdit::DottedKey &dottedKey) const;
    [[nodiscard]] Result<Replacements> intoSection(const LayoutSection &section) const;
    [[nodiscard]] Result<Replacements> newSection(const KeyPath &ancestor) const;
    [[nodiscard]] Result<QByteArray> sectionText(const KeyPath &path, const TomlValue &table) const;
    [[nodiscard]] KeyPath headerKeys(const KeyPath &path) const;
    [[nodiscard]] qsizetype sectionPlace(const KeyPath &ancestor) const;
    [[nodiscard]] Replacement paragraph(qsizetype at, QByteArray body) const;
    [[nodiscard]] Replacement line(qsizetype at, const QByteArray &body) const;

    const LayoutEdit &m_edit;
    const KeyPath &m_path;
    const TomlValue &m_value;
    bool m_hasHeader;
};

// One line at the begin of the line `at`, or at the end of the text.
Replacement Insertion::line(qsizetype at, const QByteArray &body) const
{
    const bool isOpen = at > m_edit.layout().begin && m_edit.text().at(at - 1) != '\n';
    return {{at, at}, (isOpen ? m_edit.lineBreak() : QByteArray()) + body + m_edit.lineBreak()};
}

// Lines with a blank one before and behind.
Replacement Insertion::paragraph(qsizetype at, QByteArray body) const
{
    const QByteArray lineBreak = m_edit.lineBreak();
    if (at >= m_edit.text().size() && at <= m_edit.layout().begin) {
        body = NEW_FILE + lineBreak + lineBreak + body;
    }
    const bool isApart = m_edit.isAfterBlankLine(at);
    const bool isFollowed = at < m_edit.text().size() && !m_edit.isBlankLine(at);
    Replacement result = line(at, body + (isFollowed ? lineBreak : QByteArray()));
    if (!isApart) {
        result.text.prepend(lineBreak);
    }
    return result;
}

// The names of a header: without the numbers of items.
KeyPath Insertion::headerKeys(const KeyPath &path) const
{
    KeyPath keys;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (!m_edit.layout().arrays.contains(path.first(i))) {
            keys.append(path.at(i));
        }
    }
    return keys;
}

Result<QByteArray> Insertion::sectionText(const KeyPath &path, const TomlValue &table) const
{
    const bool isItem = m_edit.layout().arrays.contains(path.first(path.size() - 1));
    const QByteArray name = dotted(headerKeys(path));
    QByteArray text = isItem ? "[[" + name + "]]" : '[' + name + ']';
    for (const TomlMember &member : table.members) {
        if (member.value.kind != TomlValue::Kind::Table) {
            const Result<QByteArray> value = writeToml(member.value);
            if (!value) {
                return value;
            }
            text += m_edit.lineBreak() + writeTomlKey(member.key) + " = " + *value;
        }
    }
    for (const TomlMember &member : table.members) {
        if (member.value.kind == TomlValue::Kind::Table) {
            const Result<QByteArray> inner = sectionText(path + KeyPath(member.key), member.value);
            if (!inner) {
                return inner;
            }
            text += m_edit.lineBreak() + m_edit.lineBreak() + *inner;
        }
    }
    return text;
}

// Before the tables below it; else behind the last of its siblings; else at the end.
qsizetype Insertion::sectionPlace(const KeyPath &ancestor) const
{
    if (const LayoutSection *below = m_edit.firstSection(tablePath())) {
        return m_edit.commentsBegin(m_edit.lineBegin(below->header.begin));
    }
    const LayoutSection *sibling = ancestor.isEmpty() ? nullptr : m_edit.lastSection(ancestor);
    return sibling ? m_edit.bodyEnd(*sibling) : m_edit.text().size();
}

Result<Replacements> Insertion::newSection(const KeyPath &ancestor) const
{
    const TomlValue table = m_hasHeader ? m_value : tomlTable({tomlMember(m_path.last(), m_value)});
    const Result<QByteArray> text = sectionText(tablePath(), table);
    if (!text) {
        return failure(text.error());
    }
    return Replacements {paragraph(sectionPlace(ancestor), *text)};
}

Result<Replacements> Insertion::intoSection(const LayoutSection &section) const
{
    const Result<QByteArray> value = writeToml(m_value);
    if (!value) {
        return failure(value.error());
    }
    const QByteArray key = writeTomlKey(m_path.last());
    if (!section.entries.empty()) {
        const LayoutEntry &last = section.entries.back();
        const TextSpan assignment {last.keys.back().span.end, last.value.begin};
        const bool isTight = assignment.end == assignment.begin + 1;
        const QByteArray text = m_edit.indentation(last.span.begin) + key + (isTight ? "=" : " = ") + *value;
        return Replacements {line(m_edit.lineEnd(last.span.end), text)};
    }
    if (!section.keys.empty()) {
        const QByteArray text = m_edit.indentation(section.header.begin) + key + " = " + *value;
        return Replacements {line(m_edit.lineEnd(section.header.end), text)};
    }
    // What stands at the top belongs to no table, so it comes before the first header.
    const auto &sections = m_edit.layout().sections;
    const qsizetype at = sections.size() > 1
        ? m_edit.commentsBegin(m_edit.lineBegin(sections[1].header.begin))
        : m_edit.text().size();
    return Replacements {paragraph(at, key + " = " + *value)};
}

Result<Replacements> Insertion::besideDotted(const LayoutEdit::DottedKey &dottedKey) const
{
    const Result<QByteArray> value = writeToml(m_value);
    if (!value) {
        return failure(value.error());
    }
    const LayoutEntry &neighbour = *dottedKey.entry;
    const QByteArray text = dotted(m_path.sliced(dottedKey.base.size())) + " = " + *value;
    if (dottedKey.isInline) {
        return Replacements {{{neighbour.span.end, neighbour.span.end}, ", " + text}};
    }
    return Replacements {
        line(m_edit.lineEnd(neighbour.span.end), m_edit.indentation(neighbour.span.begin) + text)};
}

Result<Replacements> Insertion::intoArray(const LayoutEntry &array, const QByteArray &text) const
{
    const bool isNext
        = m_path.size() == array.path.size() + 1 && m_path.last() == QString::number(array.members.size());
    if (!isNext) {
        return failure(impossible(QStringLiteral("%1 has no such item.").arg(describePath(array.path))));
    }
    if (array.members.empty()) {
        return Replacements {{{array.value.begin + 1, array.value.begin + 1}, text}};
    }
    const TextSpan last = array.members.back().span;
    const std::optional<TextSpan> lines = m_edit.ownLines(last);
    if (!lines) {
        return Replacements {{{last.end, last.end}, ", " + text}};
    }
    const bool hasComma = m_edit.text().mid(last.end, lines->end - last.end).trimmed().startsWith(',');
    return Replacements {{{last.end, last.end}, hasComma ? "" : ","},
        line(lines->end, m_edit.indentation(last.begin) + text + ',')};
}

Result<Replacements> Insertion::intoInlineTable(const LayoutEntry &table, const QByteArray &text) const
{
    const QByteArray member = dotted(m_path.sliced(table.path.size())) + " = " + text;
    if (table.members.empty()) {
        return Replacements {{table.value, "{ " + member + " }"}};
    }
    const qsizetype at = table.members.back().span.end;
    return Replacements {{{at, at}, ", " + member}};
}

Result<Replacements> Insertion::intoValue(const LayoutEntry &holder) const
{
    const Result<QByteArray> text = writeToml(m_value);
    if (!text) {
        return failure(text.error());
    }
    switch (holder.form) {
    case LayoutEntry::Form::Array:
        return intoArray(holder, *text);
    case LayoutEntry::Form::Table:
        return intoInlineTable(holder, *text);
    case LayoutEntry::Form::Plain:
        break;
    }
    return failure(impossible(
        QStringLiteral("%1 is a value, so nothing can stand below it.").arg(describePath(holder.path))));
}

Insertion::Found Insertion::placeIn(const KeyPath &ancestor) const
{
    if (const LayoutEntry *holder = m_edit.entry(ancestor)) {
        return intoValue(*holder);
    }
    const LayoutEdit::DottedKey dottedKey = m_edit.dottedKey(ancestor);
    if (dottedKey.entry) {
        return besideDotted(dottedKey);
    }
    const LayoutSection *section = m_edit.section(ancestor);
    if (section && !m_hasHeader && ancestor.size() + 1 == m_path.size()) {
        return intoSection(*section);
    }
    const auto array = m_edit.layout().arrays.find(ancestor);
    if (array != m_edit.layout().arrays.end()
        && m_path.at(ancestor.size()) != QString::number(array->second)) {
        return failure(impossible(QStringLiteral("%1 has no such item.").arg(describePath(ancestor))));
    }
    if (section || m_edit.firstSection(ancestor)) {
        return newSection(ancestor);
    }
    return std::nullopt;
}

Result<Replacements> Insertion::place() const
{
    for (qsizetype size = m_path.size() - 1; size > 0; --size) {
        if (Found found = placeIn(m_path.first(size))) {
            return std::move(*found);
        }
    }
    return std::move(*placeIn({})); // the root is always there
}

} // namespace

Result<std::vector<Replacement>> valueInsertion(
    const LayoutEdit &edit, const KeyPath &path, const TomlValue &value)
{
    return Insertion(edit, path, value, false).place();
}

Result<std::vector<Replacement>> tableInsertion(
    const LayoutEdit &edit, const KeyPath &path, const TomlValue &table)
{
    return Insertion(edit, path, table, true).place();
}

} // namespace nexus

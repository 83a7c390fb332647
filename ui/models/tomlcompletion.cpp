// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/tomlcompletion.h"

#include <QRegularExpression>
#include <QSet>

namespace nexus {

namespace {

constexpr QLatin1String anyName("*");

// The parts of a dotted name, which may be in quotes.
KeyPath partsOf(const QString &dotted)
{
    KeyPath parts;
    QString part;
    QChar quote;
    for (const QChar c : dotted) {
        if (!quote.isNull()) {
            if (c == quote) {
                quote = {};
            } else {
                part += c;
            }
        } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            quote = c;
        } else if (c == QLatin1Char('.')) {
            parts.append(part);
            part.clear();
        } else if (!c.isSpace()) {
            part += c;
        }
    }
    parts.append(part);
    return parts;
}

QString joined(const KeyPath &path)
{
    QStringList parts;
    for (const QString &part : path) {
        parts.append(QString::fromUtf8(writeTomlKey(part)));
    }
    return parts.join(QLatin1Char('.'));
}

// The name of a table between its brackets, when \a line is a header.
std::optional<KeyPath> headerOf(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*\\[\\[?\\s*([^\\[\\]]+?)\\s*\\]"));
    const QRegularExpressionMatch match = pattern.match(line);
    return match.hasMatch() ? std::optional(partsOf(match.captured(1))) : std::nullopt;
}

// Where the `=` of \a line is, outside of quotes; -1 for none.
qsizetype equalsIn(const QString &line)
{
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (!quote.isNull()) {
            quote = c == quote ? QChar() : quote;
        } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            quote = c;
        } else if (c == QLatin1Char('=')) {
            return i;
        } else if (c == QLatin1Char('#')) {
            return -1;
        }
    }
    return -1;
}

// Whether \a path goes on from \a start, where names stand for `*`.
bool startsWith(const KeyPath &pattern, const KeyPath &start)
{
    if (pattern.size() < start.size()) {
        return false;
    }
    for (qsizetype i = 0; i < start.size(); ++i) {
        if (pattern.at(i) != anyName && pattern.at(i) != start.at(i)) {
            return false;
        }
    }
    return true;
}

// The table that line \a number is in, and the keys that stand there.
struct Section {
    KeyPath table;
    QStringList held;
};

Section sectionAt(const QStringList &lines, qsizetype number)
{
    Section out;
    qsizetype first = 0;
    for (qsizetype i = number - 1; i >= 0; --i) {
        if (const std::optional<KeyPath> header = headerOf(lines.at(i))) {
            out.table = *header;
            first = i + 1;
            break;
        }
    }
    for (qsizetype i = first; i < lines.size() && !headerOf(lines.at(i)); ++i) {
        const qsizetype equals = equalsIn(lines.at(i));
        if (i != number && equals > 0) {
            out.held.append(joined(partsOf(lines.at(i).left(equals))));
        }
    }
    return out;
}

} // namespace

TomlCompletion::TomlCompletion()
    : m_keys(tomlKeys())
{ }

TomlCompletions TomlCompletion::at(const QString &text, qsizetype cursor) const
{
    const qsizetype begin = cursor == 0 ? 0 : text.lastIndexOf(QLatin1Char('\n'), cursor - 1) + 1;
    const QString line = text.mid(begin, cursor - begin);
    const QString bare = line.trimmed();
    const qsizetype from = begin + (bare.isEmpty() ? line.size() : line.indexOf(bare.front()));
    if (bare.startsWith(QLatin1Char('#'))) {
        return {};
    }
    if (bare.startsWith(QLatin1Char('['))) {
        const qsizetype brackets = bare.startsWith(QLatin1String("[[")) ? 2 : 1;
        return bare.contains(QLatin1Char(']')) ? TomlCompletions {}
                                               : headers(text, bare.mid(brackets), from + brackets);
    }
    const QStringList lines = text.split(QLatin1Char('\n'));
    const Section section = sectionAt(lines, QStringView(text).left(begin).count(u'\n'));
    const qsizetype equals = equalsIn(line);
    if (equals < 0) {
        return keys(section.table, section.held, bare, from);
    }
    const QString after = line.mid(equals + 1);
    const qsizetype blanks
        = std::distance(after.begin(), std::ranges::find_if(after, [](QChar c) { return !c.isSpace(); }));
    return values(section.table + partsOf(line.left(equals)), after.mid(blanks), begin + equals + 1 + blanks);
}

TomlCompletions TomlCompletion::headers(const QString &text, const QString &begun, qsizetype from) const
{
    // Names that the file has already stand for `*`.
    std::vector<KeyPath> named;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (const std::optional<KeyPath> header = headerOf(line)) {
            named.push_back(*header);
        }
    }
    QSet<QString> tables;
    for (const TomlKey &key : m_keys) {
        const KeyPath table = key.path.first(key.path.size() - 1);
        if (!table.contains(anyName)) {
            tables.insert(joined(table));
            continue;
        }
        const qsizetype star = table.lastIndexOf(anyName);
        if (table.indexOf(anyName) == star) {
            tables.insert(joined(table.first(star)) + QLatin1Char('.'));
        }
        for (const KeyPath &name : named) {
            const KeyPath known = name.first(std::min(name.size(), table.size()));
            if (known.size() > star && startsWith(table, known)) {
                tables.insert(joined(known + table.sliced(known.size())));
            } else if (known.size() == star && startsWith(table, known)) {
                tables.insert(joined(known) + QLatin1Char('.'));
            }
        }
    }
    QStringList sorted(tables.begin(), tables.end());
    sorted.sort();
    TomlCompletions out {.from = from, .items = {}};
    for (const QString &table : sorted) {
        if (table.startsWith(begun, Qt::CaseInsensitive) && table != begun) {
            out.items.push_back({table, {}});
        }
    }
    return out;
}

TomlCompletions TomlCompletion::keys(
    const KeyPath &table, const QStringList &held, const QString &begun, qsizetype from) const
{
    const qsizetype depth = begun.count(QLatin1Char('.')) + 1;
    TomlCompletions out {.from = from, .items = {}};
    for (const TomlKey &key : m_keys) {
        if (!startsWith(key.path, table) || key.path.size() < table.size() + depth) {
            continue;
        }
        const KeyPath rest = key.path.sliced(table.size(), depth);
        const bool isLeaf = key.path.size() == table.size() + depth;
        const QString dotted = joined(rest);
        if (rest.contains(anyName) || (isLeaf && held.contains(dotted))
            || !dotted.startsWith(begun, Qt::CaseInsensitive)) {
            continue;
        }
        const TomlCompletions::Item item {
            dotted + (isLeaf ? QStringLiteral(" = ") : QStringLiteral(".")), isLeaf ? key.help : QString()};
        if (std::ranges::find(out.items, item.text, &TomlCompletions::Item::text) == out.items.end()) {
            out.items.push_back(item);
        }
    }
    // Keys before tables.
    std::stable_partition(out.items.begin(), out.items.end(),
        [](const TomlCompletions::Item &item) { return item.text.endsWith(QLatin1Char(' ')); });
    return out;
}

TomlCompletions TomlCompletion::values(const KeyPath &path, const QString &begun, qsizetype from) const
{
    TomlCompletions out {.from = from, .items = {}};
    for (const TomlKey &key : m_keys) {
        if (key.path.size() != path.size() || !startsWith(key.path, path)) {
            continue;
        }
        for (const QString &value : key.values) {
            if (value.startsWith(begun, Qt::CaseInsensitive) && value != begun) {
                out.items.push_back({value, key.help});
            }
        }
        break;
    }
    return out;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/tomllayout.h"

namespace nexus {

namespace {

constexpr int MAX_DEPTH = 64;

// Walks over a text once. After a step that fails the text is not followed any further.
class LayoutReader final {
public:
    explicit LayoutReader(const QByteArray &text)
        : m_text(text)
    { }

    std::optional<TomlLayout> read();

private:
    struct Keys {
        KeyPath names;
        std::vector<LayoutKey> keys;
    };

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char current() const { return isAtEnd() ? '\0' : m_text.at(m_at); }
    [[nodiscard]] bool isAt(const char *word) const
    {
        return QByteArrayView(m_text).sliced(m_at).startsWith(word);
    }

    bool take(char c);
    void skipBlanks();
    void skipLines();
    bool readHeader();
    bool readEntry(const KeyPath &parent, std::vector<LayoutEntry> &out);
    bool readKeys(Keys &out);
    bool readKey(QString &out);
    bool readValue(LayoutEntry &entry, int depth);
    bool readArray(LayoutEntry &entry, int depth);
    bool readInlineTable(LayoutEntry &entry, int depth);
    bool readString();
    bool readLongString(const QByteArray &quotes);
    void readBareValue();
    [[nodiscard]] KeyPath resolved(Keys &keys, bool isItem);

    const QByteArray &m_text;
    qsizetype m_at = 0;
    TomlLayout m_layout;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

void appendCodePoint(QString &out, const QByteArray &digits)
{
    const char32_t code = digits.toUInt(nullptr, 16);
    out += QString::fromUcs4(&code, 1);
}

// The text of a basic string without its quotes.
QString unescaped(const QByteArray &raw)
{
    QString out;
    QByteArray plain;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw.at(i) != '\\' || i + 1 >= raw.size()) {
            plain += raw.at(i);
            continue;
        }
        const char escape = raw.at(++i);
        const int digits = escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
        if (digits > 0) {
            out += QString::fromUtf8(plain);
            plain.clear();
            appendCodePoint(out, raw.mid(i + 1, digits));
            i += digits;
            continue;
        }
        static constexpr std::string_view NAMES = "btnfr";
        static constexpr std::string_view MEANT = "\b\t\n\f\r";
        const std::size_t known = NAMES.find(escape);
        plain += known == std::string_view::npos ? escape : MEANT[known];
    }
    return out + QString::fromUtf8(plain);
}

bool LayoutReader::take(char c)
{
    if (isAtEnd() || current() != c) {
        return false;
    }
    ++m_at;
    return true;
}

void LayoutReader::skipBlanks()
{
    while (isBlank(current())) {
        ++m_at;
    }
}

// Over white space, line ends and comments.
void LayoutReader::skipLines()
{
    while (!isAtEnd()) {
        const char c = current();
        if (c == '#') {
            const qsizetype end = m_text.indexOf('\n', m_at);
            m_at = end < 0 ? m_text.size() : end;
        } else if (isBlank(c) || c == '\n' || c == '\r') {
            ++m_at;
        } else {
            return;
        }
    }
}

bool LayoutReader::readKey(QString &out)
{
    const char quote = current();
    const qsizetype begin = m_at;
    if (quote == '"' || quote == '\'') {
        if (!readString()) {
            return false;
        }
        const QByteArray raw = m_text.mid(begin + 1, m_at - begin - 2);
        out = quote == '"' ? unescaped(raw) : QString::fromUtf8(raw);
        return true;
    }
    static constexpr std::string_view ENDS = " \t\r\n.=]\"'#";
    while (!isAtEnd() && ENDS.find(current()) == std::string_view::npos) {
        ++m_at;
    }
    out = QString::fromUtf8(m_text.mid(begin, m_at - begin));
    return m_at > begin;
}

bool LayoutReader::readKeys(Keys &out)
{
    do {
        skipBlanks();
        const qsizetype begin = m_at;
        QString name;
        if (!readKey(name)) {
            return false;
        }
        out.names.append(name);
        out.keys.push_back({{begin, m_at}, 0});
        skipBlanks();
    } while (take('.'));
    return true;
}

// The path of a header; a table below a list of tables belongs to the newest item.
KeyPath LayoutReader::resolved(Keys &keys, bool isItem)
{
    KeyPath path;
    for (qsizetype i = 0; i < keys.names.size(); ++i) {
        keys.keys[static_cast<std::size_t>(i)].depth = path.size();
        path.append(keys.names.at(i));
        const bool isLast = i + 1 == keys.names.size();
        if (isLast && isItem) {
            path.append(QString::number(m_layout.arrays[path]++));
        } else if (const auto array = m_layout.arrays.find(path); array != m_layout.arrays.end()) {
            path.append(QString::number(array->second - 1));
        }
    }
    return path;
}

bool LayoutReader::readHeader()
{
    LayoutSection section;
    section.header.begin = m_at;
    take('[');
    section.isItem = take('[');
    Keys keys;
    if (!readKeys(keys) || !take(']') || (section.isItem && !take(']'))) {
        return false;
    }
    section.header.end = m_at;
    section.path = resolved(keys, section.isItem);
    section.keys = std::move(keys.keys);
    m_layout.sections.push_back(std::move(section));
    return true;
}

bool LayoutReader::readEntry(const KeyPath &parent, std::vector<LayoutEntry> &out)
{
    LayoutEntry entry;
    Keys keys;
    if (!readKeys(keys) || !take('=')) {
        return false;
    }
    entry.path = parent + keys.names;
    for (std::size_t i = 0; i < keys.keys.size(); ++i) {
        keys.keys[i].depth = parent.size() + static_cast<qsizetype>(i);
    }
    entry.keys = std::move(keys.keys);
    skipBlanks();
    if (!readValue(entry, static_cast<int>(entry.path.size()))) {
        return false;
    }
    entry.span = {entry.keys.front().span.begin, entry.value.end};
    out.push_back(std::move(entry));
    return true;
}

bool LayoutReader::readValue(LayoutEntry &entry, int depth)
{
    if (depth > MAX_DEPTH) {
        return false;
    }
    entry.value.begin = m_at;
    bool isRead = true;
    switch (current()) {
    case '"':
    case '\'':
        isRead = readString();
        break;
    case '[':
        isRead = readArray(entry, depth);
        break;
    case '{':
        isRead = readInlineTable(entry, depth);
        break;
    default:
        readBareValue();
    }
    entry.value.end = m_at;
    entry.span = entry.value;
    return isRead && entry.value.end > entry.value.begin;
}

bool LayoutReader::readArray(LayoutEntry &entry, int depth)
{
    entry.form = LayoutEntry::Form::Array;
    take('[');
    skipLines();
    while (!take(']')) {
        LayoutEntry item;
        item.path = entry.path + KeyPath(QString::number(entry.members.size()));
        if (!readValue(item, depth + 1)) {
            return false;
        }
        entry.members.push_back(std::move(item));
        skipLines();
        const bool hasComma = take(',');
        skipLines();
        if (!hasComma && current() != ']') {
            return false;
        }
    }
    return true;
}

bool LayoutReader::readInlineTable(LayoutEntry &entry, int depth)
{
    Q_UNUSED(depth) // the path of a member grows with it
    entry.form = LayoutEntry::Form::Table;
    take('{');
    skipBlanks();
    while (!take('}')) {
        if (!readEntry(entry.path, entry.members)) {
            return false;
        }
        skipBlanks();
        const bool hasComma = take(',');
        skipBlanks();
        if (!hasComma && current() != '}') {
            return false;
        }
    }
    return true;
}

bool LayoutReader::readString()
{
    if (isAt("\"\"\"") || isAt("'''")) {
        return readLongString(m_text.mid(m_at, 3));
    }
    const char quote = current();
    for (++m_at; !isAtEnd() && current() != '\n'; ++m_at) {
        if (take(quote)) {
            return true;
        }
        if (quote == '"' && current() == '\\') {
            ++m_at;
        }
    }
    return false;
}

bool LayoutReader::readLongString(const QByteArray &quotes)
{
    for (m_at += 3; !isAtEnd(); ++m_at) {
        if (isAt(quotes.constData())) {
            m_at += 3;
            // Up to two quotes may stand directly before the closing ones.
            for (int i = 0; i < 2 && take(quotes.front()); ++i) { }
            return true;
        }
        if (quotes.front() == '"' && current() == '\\') {
            ++m_at;
        }
    }
    return false;
}

// Numbers, booleans, dates; a date and its time may have a space between them.
void LayoutReader::readBareValue()
{
    static constexpr std::string_view ENDS = ",]}#\r\n";
    const qsizetype begin = m_at;
    while (!isAtEnd() && ENDS.find(current()) == std::string_view::npos) {
        ++m_at;
    }
    while (m_at > begin && isBlank(m_text.at(m_at - 1))) {
        --m_at;
    }
}

std::optional<TomlLayout> LayoutReader::read()
{
    if (isAt("\xEF\xBB\xBF")) {
        m_at = 3;
    }
    m_layout.begin = m_at;
    m_layout.sections.push_back(
        {.path = {}, .isItem = false, .keys = {}, .header = {m_at, m_at}, .entries = {}});
    for (skipLines(); !isAtEnd(); skipLines()) {
        LayoutSection &section = m_layout.sections.back();
        const bool isRead = current() == '[' ? readHeader() : readEntry(section.path, section.entries);
        if (!isRead) {
            return std::nullopt;
        }
    }
    return std::move(m_layout);
}

} // namespace

std::optional<TomlLayout> readLayout(const QByteArray &text)
{
    return LayoutReader(text).read();
}

} // namespace nexus

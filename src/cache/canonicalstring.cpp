// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/canonicalstring.h"

#include <QByteArray>
#include <QChar>

#include <cstring>

namespace nexus {

namespace {

char32_t hexAt(const char *pos)
{
    char32_t value = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = pos[i];
        const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        value = value * 16 + static_cast<char32_t>(digit);
    }
    return value;
}

void appendUtf8(std::string &out, char32_t code)
{
    const auto byte = [&out](char32_t value) { out.push_back(static_cast<char>(value)); };
    const auto tail = [&byte, code](int shift) { byte(0x80 | ((code >> shift) & 0x3F)); };
    if (code < 0x80) {
        byte(code);
        return;
    }
    if (code < 0x800) {
        byte(0xC0 | (code >> 6));
    } else if (code < 0x10000) {
        byte(0xE0 | (code >> 12));
        tail(6);
    } else {
        byte(0xF0 | (code >> 18));
        tail(12);
        tail(6);
    }
    tail(0);
}

// Appends one character in the only way that the canonical form knows for it.
void appendCharacter(std::string &out, char32_t code)
{
    switch (code) {
    case '"':
    case '\\':
        out.push_back('\\');
        out.push_back(static_cast<char>(code));
        return;
    case '\b':
        out.append("\\b");
        return;
    case '\f':
        out.append("\\f");
        return;
    case '\n':
        out.append("\\n");
        return;
    case '\r':
        out.append("\\r");
        return;
    case '\t':
        out.append("\\t");
        return;
    default:
        break;
    }
    if (code < 0x20 || QChar::isSurrogate(code)) {
        const QByteArray hex = QByteArray::number(static_cast<uint>(code), 16).rightJustified(4, '0');
        out.append("\\u").append(hex.constData(), 4);
    } else {
        appendUtf8(out, code);
    }
}

// Appends the character whose escape begins at pos and returns what follows it.
const char *appendEscape(std::string &out, const char *pos, const char *end)
{
    if (pos[1] == '/') {
        out.push_back('/');
        return pos + 2;
    }
    const char32_t code = hexAt(pos + 2);
    const bool isPair = QChar::isHighSurrogate(code) && end - pos >= 12 && pos[6] == '\\' && pos[7] == 'u'
        && QChar::isLowSurrogate(hexAt(pos + 8));
    if (!isPair) {
        appendCharacter(out, code);
        return pos + 6;
    }
    appendCharacter(
        out, QChar::surrogateToUcs4(static_cast<char16_t>(code), static_cast<char16_t>(hexAt(pos + 8))));
    return pos + 12;
}

// The first escape that may be written otherwise; the short ones but for the slash are canonical.
const char *findLongEscape(const char *pos, const char *end)
{
    for (;;) {
        const void *const found = std::memchr(pos, '\\', static_cast<std::size_t>(end - pos));
        if (found == nullptr) {
            return end;
        }
        pos = static_cast<const char *>(found);
        if (pos[1] == 'u' || pos[1] == '/') {
            return pos;
        }
        pos += 2;
    }
}

} // namespace

void appendCanonicalString(std::string &out, QByteArrayView inner)
{
    const char *pos = inner.data();
    const char *const end = pos + inner.size();
    out.push_back('"');
    while (pos < end) {
        const char *const escape = findLongEscape(pos, end);
        out.append(pos, escape);
        pos = escape == end ? end : appendEscape(out, escape, end);
    }
    out.push_back('"');
}

} // namespace nexus

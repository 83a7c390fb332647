// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/jsonstring.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace nexus {

namespace {

constexpr quint64 ones = 0x0101010101010101;
constexpr quint64 highs = 0x8080808080808080;

constexpr quint64 zeroBytes(quint64 word)
{
    return (word - ones) & ~word & highs;
}

// Skips bytes that need no look: printable ASCII other than the quote and the backslash. Eight at a time; the
// lowest flagged byte of a word is exact, since a borrow only travels upwards.
const char *skipPlain(const char *pos, const char *end)
{
    while (end - pos >= 8) {
        const quint64 word = qFromLittleEndian<quint64>(pos);
        const quint64 controls = (word - ones * 0x20) & ~word & highs;
        const quint64 special
            = (word & highs) | controls | zeroBytes(word ^ (ones * '"')) | zeroBytes(word ^ (ones * '\\'));
        if (special != 0) {
            return pos + std::countr_zero(special) / 8;
        }
        pos += 8;
    }
    return pos;
}

bool isContinuation(const char *pos)
{
    return (static_cast<uchar>(*pos) & 0xC0) == 0x80;
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The length of the escape at pos, which stands on the backslash; 0 when it is wrong.
int escapeLength(const char *pos, const char *end)
{
    if (end - pos < 2) {
        return 0;
    }
    switch (pos[1]) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
        return 2;
    case 'u':
        return end - pos >= 6 && std::all_of(pos + 2, pos + 6, isHex) ? 6 : 0;
    default:
        return 0;
    }
}

// Of four digits.
char32_t hexValue(const char *pos)
{
    char32_t value = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = pos[i];
        const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        value = value * 16 + static_cast<char32_t>(digit);
    }
    return value;
}

// Decodes the \u escape that rest begins with; returns the bytes used.
qsizetype appendUnicodeEscape(QByteArray &out, QByteArrayView rest)
{
    const UnicodeEscape escape = readUnicodeEscape(rest);
    const bool isLone = QChar::isSurrogate(escape.code);
    const Utf8Character utf8 = utf8Of(isLone ? char32_t(QChar::ReplacementCharacter) : escape.code);
    out.append(utf8.bytes.data(), utf8.size);
    return escape.length;
}

char shortEscape(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

void appendEscaped(QByteArray &out, char c)
{
    switch (c) {
    case '"':
    case '\\':
        out.append('\\').append(c);
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
        out.append("\\u00").append(QByteArray(1, c).toHex());
        return;
    }
}

} // namespace

UnicodeEscape readUnicodeEscape(QByteArrayView rest)
{
    const char32_t first = hexValue(rest.data() + 2);
    const bool mayPair
        = QChar::isHighSurrogate(first) && rest.size() >= 12 && rest[6] == '\\' && rest[7] == 'u';
    const char32_t second = mayPair ? hexValue(rest.data() + 8) : 0;
    if (!QChar::isLowSurrogate(second)) {
        return {.code = first, .length = 6};
    }
    return {.code = QChar::surrogateToUcs4(static_cast<char16_t>(first), static_cast<char16_t>(second)),
        .length = 12};
}

Utf8Character utf8Of(char32_t code)
{
    const auto lead = [code](char32_t mark, int shift) { return static_cast<char>(mark | (code >> shift)); };
    const auto tail = [code](int shift) { return static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
    if (code < 0x80) {
        return {.bytes = {static_cast<char>(code)}, .size = 1};
    }
    if (code < 0x800) {
        return {.bytes = {lead(0xC0, 6), tail(0)}, .size = 2};
    }
    if (code < 0x10000) {
        return {.bytes = {lead(0xE0, 12), tail(6), tail(0)}, .size = 3};
    }
    return {.bytes = {lead(0xF0, 18), tail(12), tail(6), tail(0)}, .size = 4};
}

int utf8Length(const char *pos, const char *end)
{
    const auto lead = static_cast<uchar>(*pos);
    if (lead < 0x80) {
        return 1;
    }
    const auto second = end - pos >= 2 ? static_cast<uchar>(pos[1]) : uchar(0);
    if (lead >= 0xC2 && lead <= 0xDF) {
        return (second & 0xC0) == 0x80 ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const uchar low = lead == 0xE0 ? 0xA0 : 0x80;
        const uchar high = lead == 0xED ? 0x9F : 0xBF;
        return end - pos >= 3 && second >= low && second <= high && isContinuation(pos + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const uchar low = lead == 0xF0 ? 0x90 : 0x80;
        const uchar high = lead == 0xF4 ? 0x8F : 0xBF;
        const bool isValid = end - pos >= 4 && second >= low && second <= high && isContinuation(pos + 2)
            && isContinuation(pos + 3);
        return isValid ? 4 : 0;
    }
    return 0;
}

// Skips one plain character and all multi-byte ones behind it; stops at what is invalid.
static const char *skipCharacters(const char *pos, const char *end)
{
    if (static_cast<uchar>(*pos) < 0x80) {
        ++pos;
    }
    while (pos < end && static_cast<uchar>(*pos) >= 0x80) {
        const int length = utf8Length(pos, end);
        if (length == 0) {
            break;
        }
        pos += length;
    }
    return pos;
}

JsonStringEnd findJsonStringEnd(const char *pos, const char *end)
{
    for (;;) {
        pos = skipPlain(pos, end);
        if (pos == end) {
            return {.pos = pos, .problem = "expected the closing quote of a string"};
        }
        const auto byte = static_cast<uchar>(*pos);
        if (byte == '"') {
            return {.pos = pos + 1, .problem = nullptr};
        }
        if (byte < 0x20) {
            return {.pos = pos, .problem = "a control character in a string must be escaped"};
        }
        if (byte != '\\') {
            pos = skipCharacters(pos, end);
            if (pos < end && static_cast<uchar>(*pos) >= 0x80) {
                return {.pos = pos, .problem = "invalid UTF-8"};
            }
            continue;
        }
        const int length = escapeLength(pos, end);
        if (length == 0) {
            return {.pos = pos, .problem = "invalid escape"};
        }
        pos += length;
    }
}

QByteArray decodeJsonString(QByteArrayView inner)
{
    qsizetype escape = inner.indexOf('\\');
    if (escape < 0) {
        return inner.toByteArray();
    }
    QByteArray out;
    out.reserve(inner.size());
    qsizetype pos = 0;
    while (escape >= 0) {
        out.append(inner.data() + pos, escape - pos);
        if (inner[escape + 1] == 'u') {
            pos = escape + appendUnicodeEscape(out, inner.sliced(escape));
        } else {
            out.append(shortEscape(inner[escape + 1]));
            pos = escape + 2;
        }
        escape = inner.indexOf('\\', pos);
    }
    return out.append(inner.data() + pos, inner.size() - pos);
}

QByteArray jsonString(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size() + 2);
    out.append('"');
    const char *pos = text.data();
    const char *const end = pos + text.size();
    while (pos < end) {
        const char *const plain = skipPlain(pos, end);
        out.append(pos, plain - pos);
        pos = plain;
        if (pos == end) {
            break;
        }
        const auto byte = static_cast<uchar>(*pos);
        const int length = utf8Length(pos, end);
        if (byte < 0x20 || byte == '"' || byte == '\\') {
            appendEscaped(out, *pos);
        } else if (length > 0) {
            out.append(pos, length);
        } else {
            out.append("\xEF\xBF\xBD");
        }
        pos += std::max(length, 1);
    }
    return out.append('"');
}

} // namespace nexus

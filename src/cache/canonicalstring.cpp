// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/canonicalstring.h"

#include "wire/jsonstring.h"

#include <QByteArray>
#include <QChar>

#include <cstring>

namespace nexus {

namespace {

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
        const Utf8Character utf8 = utf8Of(code);
        out.append(utf8.bytes.data(), static_cast<std::size_t>(utf8.size));
    }
}

// Appends the character whose escape begins at pos and returns what follows it.
const char *appendEscape(std::string &out, const char *pos, const char *end)
{
    if (pos[1] == '/') {
        out.push_back('/');
        return pos + 2;
    }
    const UnicodeEscape escape = readUnicodeEscape(QByteArrayView(pos, end));
    appendCharacter(out, escape.code);
    return pos + escape.length;
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

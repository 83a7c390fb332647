// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/httpsyntax.h"

#include <algorithm>
#include <array>

namespace nexus {

namespace {

constexpr bool isAlphanumeric(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::array<bool, 256> alphanumericAnd(std::string_view others)
{
    std::array<bool, 256> table {};
    for (std::size_t c = 0; c < table.size(); ++c) {
        table[c] = isAlphanumeric(static_cast<unsigned char>(c));
    }
    for (const char c : others) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}

constexpr auto tokenCharacters = alphanumericAnd("!#$%&'*+-.^_`|~");
constexpr auto hostCharacters = alphanumericAnd("-._~!$&'()*+,;=:[]%");

bool consistsOf(QByteArrayView text, const std::array<bool, 256> &table)
{
    return std::all_of(
        text.begin(), text.end(), [&table](char c) { return table[static_cast<unsigned char>(c)]; });
}

} // namespace

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && consistsOf(text, tokenCharacters);
}

bool isFieldValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
    });
}

bool isHost(QByteArrayView text)
{
    return consistsOf(text, hostCharacters);
}

QByteArrayView trimmedBlanks(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front())) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && isBlank(text.back())) {
        text.chop(1);
    }
    return text;
}

bool isSameWord(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

bool hasListedWord(QByteArrayView list, QByteArrayView word)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        if (isSameWord(trimmedBlanks(comma < 0 ? list : list.first(comma)), word)) {
            return true;
        }
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/demotext.h"

#include <QChar>

#include <algorithm>

namespace nexus {

namespace {

enum class Sort { Space, Word, Single };

//! \brief One character of UTF-8 text and the bytes it takes.
struct Character {
    char32_t code;
    std::size_t length;
};

Character characterAt(std::string_view text)
{
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<char32_t>(static_cast<unsigned char>(text[i])) : U'\0';
    };
    const char32_t lead = byte(0);
    if (lead < 0xC0) {
        return {lead, 1};
    }
    if (lead < 0xE0) {
        return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    }
    if (lead < 0xF0) {
        return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    }
    return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

Sort sortOf(char32_t code)
{
    if (QChar::isSpace(code)) {
        return Sort::Space;
    }
    // From here on scripts are written without spaces between words.
    const bool isIdeograph = code >= 0x2E80 && code < 0xFB00;
    const bool isWord = QChar::isLetterOrNumber(code) || QChar::isMark(code) || code == '_';
    return isWord && !isIdeograph ? Sort::Word : Sort::Single;
}

} // namespace

std::vector<std::string_view> demoTokens(std::string_view text)
{
    std::vector<std::string_view> tokens;
    std::size_t begin = 0;
    std::size_t pos = 0;
    Sort current = Sort::Space;
    while (pos < text.size()) {
        const Character character = characterAt(text.substr(pos));
        const Sort sort = sortOf(character.code);
        const bool isEnd = current == Sort::Single || (current == Sort::Word && sort != Sort::Word);
        if (isEnd) {
            tokens.push_back(text.substr(begin, pos - begin));
            begin = pos;
        }
        current = sort;
        pos = std::min(pos + character.length, text.size());
    }
    const std::string_view rest = text.substr(begin);
    if (current == Sort::Space && !tokens.empty()) {
        const std::size_t last = static_cast<std::size_t>(tokens.back().data() - text.data());
        tokens.back() = text.substr(last);
    } else if (!rest.empty()) {
        tokens.push_back(rest);
    }
    return tokens;
}

} // namespace nexus

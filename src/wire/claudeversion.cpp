// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/claudeversion.h"

#include <algorithm>

namespace nexus {

namespace {

// A number of one or two digits; a date has eight.
std::optional<int> smallNumber(std::string_view word)
{
    const bool isNumber = !word.empty() && word.size() <= 2
        && std::ranges::all_of(word, [](char letter) { return letter >= '0' && letter <= '9'; });
    if (!isNumber) {
        return std::nullopt;
    }
    int number = 0;
    for (const char digit : word) {
        number = number * 10 + (digit - '0');
    }
    return number;
}

} // namespace

std::optional<int> claudeVersion(std::string_view id)
{
    const std::size_t start = id.find("claude");
    std::string_view rest = start == std::string_view::npos ? std::string_view() : id.substr(start);
    std::optional<int> major;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of("-.:@_["), rest.size());
        const std::optional<int> number = smallNumber(rest.substr(0, end));
        if (major) {
            return *major * 100 + number.value_or(0);
        }
        major = number;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return major ? std::optional(*major * 100) : std::nullopt;
}

} // namespace nexus

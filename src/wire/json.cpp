// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/json.h"

#include <array>

namespace nexus {

namespace {

// Behind the opening quote: one past the closing one, or the end.
const char *skipString(const char *pos, const char *end)
{
    while (pos < end && *pos != '"') {
        pos += *pos == '\\' ? 2 : 1;
    }
    return pos < end ? pos + 1 : end;
}

} // namespace

bool isTame(QByteArrayView text)
{
    std::array<int, maxJsonDepth + 1> colons {};
    std::size_t depth = 0;
    const char *const end = text.data() + text.size();
    for (const char *pos = text.data(); pos < end;) {
        const char letter = *pos;
        ++pos;
        if (letter == '"') {
            pos = skipString(pos, end);
        } else if (letter == '{' || letter == '[') {
            if (++depth > maxJsonDepth) {
                return false;
            }
            colons[depth] = 0;
        } else if (letter == '}' || letter == ']') {
            depth -= depth > 0 ? 1 : 0;
        } else if (letter == ':' && ++colons[depth] > maxJsonMembers) {
            return false;
        }
    }
    return true;
}

std::optional<Json> parseJson(QByteArrayView text)
{
    if (!isTame(text)) {
        return std::nullopt;
    }
    Json tree = Json::parse(text.begin(), text.end(), nullptr, false);
    return tree.is_discarded() ? std::nullopt : std::optional(std::move(tree));
}

} // namespace nexus

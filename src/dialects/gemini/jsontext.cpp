// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/jsontext.h"

#include <charconv>

namespace nexus::gemini {

std::optional<Json> parseBounded(QByteArrayView text)
{
    const QByteArrayView trimmed = text.trimmed();
    return trimmed.startsWith('[') || trimmed.startsWith('{') ? parseJson(trimmed) : std::nullopt;
}

const Json *objectOf(const Json &object, std::string_view key)
{
    const Json *member = memberOf(object, key);
    return member != nullptr && member->is_object() ? member : nullptr;
}

const Json *arrayOf(const Json &object, std::string_view key)
{
    const Json *member = memberOf(object, key);
    return member != nullptr && member->is_array() ? member : nullptr;
}

qint64 integerOf(const Json &object, std::string_view key)
{
    const Json *member = memberOf(object, key);
    if (member == nullptr) {
        return 0;
    }
    if (member->is_number_integer()) {
        return member->get<qint64>();
    }
    if (!member->is_string()) {
        return 0;
    }
    const auto &digits = member->get_ref<const std::string &>();
    qint64 value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return problem == std::errc() && end == digits.data() + digits.size() ? value : 0;
}

bool isTrue(const Json &object, std::string_view key)
{
    const Json *member = memberOf(object, key);
    return member != nullptr && member->is_boolean() && member->get<bool>();
}

} // namespace nexus::gemini

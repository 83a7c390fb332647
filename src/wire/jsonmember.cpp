// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/jsonmember.h"

#include "wire/jsonstring.h"

#include <algorithm>

namespace nexus {

const JsonMember *findMember(const std::vector<JsonMember> &members, QByteArrayView key)
{
    const auto found = std::find_if(
        members.rbegin(), members.rend(), [key](const JsonMember &member) { return member.key == key; });
    return found == members.rend() ? nullptr : &*found;
}

QByteArray stringValue(QByteArrayView text, const JsonSpan &span)
{
    if (span.type != JsonType::String) {
        return {};
    }
    return decodeJsonString(text.sliced(span.begin + 1, span.end - span.begin - 2));
}

QByteArray spliceMember(
    const QByteArray &text, const std::vector<JsonMember> &members, QByteArrayView key, QByteArrayView value)
{
    QByteArray result;
    qsizetype copied = 0;
    for (const JsonMember &member : members) {
        if (member.key != key) {
            continue;
        }
        if (result.isNull()) {
            result.reserve(text.size() + value.size());
        }
        result.append(text.constData() + copied, member.begin - copied);
        result.append(value.data(), value.size());
        copied = member.end;
    }
    if (copied == 0) {
        return text;
    }
    result.append(text.constData() + copied, text.size() - copied);
    return result;
}

QLatin1String describe(JsonType type)
{
    switch (type) {
    case JsonType::Object:
        return QLatin1String("an object");
    case JsonType::Array:
        return QLatin1String("an array");
    case JsonType::String:
        return QLatin1String("a string");
    case JsonType::Number:
        return QLatin1String("a number");
    case JsonType::True:
        return QLatin1String("true");
    case JsonType::False:
        return QLatin1String("false");
    case JsonType::Null:
        return QLatin1String("null");
    }
    return QLatin1String("a value");
}

} // namespace nexus

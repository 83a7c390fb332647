// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/usagesplice.h"

#include "wire/jsonscan.h"

namespace nexus {

namespace {

constexpr QByteArrayView optionsKey = "stream_options";
constexpr QByteArrayView usageKey = "include_usage";

bool isStream(const std::vector<JsonMember> &members)
{
    const JsonMember *const stream = findMember(members, "stream");
    return stream && stream->type == JsonType::True;
}

// The value of one `stream_options` with the usage asked for.
QByteArray withUsage(QByteArrayView options, JsonType type)
{
    if (type == JsonType::Null) {
        return QByteArrayLiteral("{\"include_usage\":true}");
    }
    QByteArray text = options.toByteArray();
    const auto members = type == JsonType::Object ? scanObject(text) : Result<std::vector<JsonMember>>();
    if (type != JsonType::Object || !members) {
        return text;
    }
    if (findMember(*members, usageKey)) {
        return spliceMember(text, *members, usageKey, "true");
    }
    return "{\"include_usage\":true" + QByteArray(members->empty() ? "" : ",") + text.sliced(1);
}

} // namespace

bool asksForStreamUsage(const QByteArray &body, const std::vector<JsonMember> &members)
{
    const JsonMember *const options = findMember(members, optionsKey);
    if (!options || options->type != JsonType::Object) {
        return false;
    }
    const auto inner = scanObject(options->in(body));
    const JsonMember *const usage = inner ? findMember(*inner, usageKey) : nullptr;
    return usage && usage->type == JsonType::True;
}

QByteArray withStreamUsage(const QByteArray &body, const std::vector<JsonMember> &members)
{
    if (!isStream(members) || asksForStreamUsage(body, members)) {
        return body;
    }
    if (!findMember(members, optionsKey)) {
        QByteArray asking = body;
        return asking.insert(body.lastIndexOf('}'), ",\"stream_options\":{\"include_usage\":true}");
    }
    QByteArray out;
    out.reserve(body.size() + 64);
    qsizetype copied = 0;
    // All of them, so that no two parsers disagree.
    for (const JsonMember &member : members) {
        if (member.key == optionsKey) {
            out.append(body.constData() + copied, member.begin - copied);
            out.append(withUsage(member.in(body), member.type));
            copied = member.end;
        }
    }
    return out.append(body.constData() + copied, body.size() - copied);
}

} // namespace nexus

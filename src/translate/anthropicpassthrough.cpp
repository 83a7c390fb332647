// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/anthropicpassthrough.h"

#include <utility>

namespace nexus {

AnthropicPassThrough::AnthropicPassThrough(const QByteArray &askedModel, QList<QByteArray> secrets)
    : PassThroughStream(askedModel, std::move(secrets))
{ }

void AnthropicPassThrough::noteAnswer(QByteArrayView body, const std::vector<JsonMember> &members)
{
    m_usage.note(body, members);
    setUsage(m_usage.usage());
}

PassThroughStream::Change AnthropicPassThrough::noteEvent(
    QByteArrayView data, const std::vector<JsonMember> &members)
{
    m_usage.noteEvent(data, members);
    setUsage(m_usage.usage());
    const JsonMember *const typeMember = findMember(members, "type");
    const QByteArray type = typeMember ? stringValue(data, *typeMember) : QByteArray();
    if (type == "message_stop") {
        return {.isEnd = true};
    }
    const JsonMember *const message = findMember(members, "message");
    if (type != "message_start" || !message || message->type != JsonType::Object) {
        return {};
    }
    const auto fields = scanObject(message->in(data));
    if (!fields) {
        return {};
    }
    noteModel(message->in(data), *fields);
    return {.edits = renamed(*fields, message->begin)};
}

} // namespace nexus

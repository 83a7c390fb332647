// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/events.h"

#include "wire/jsonstring.h"

#include <QUuid>

namespace nexus::anthropic {

Json messageFrame(const std::string &id, const std::string &model)
{
    Json message;
    message["id"]
        = id.starts_with("msg_") ? id : "msg_" + QUuid::createUuid().toByteArray(QUuid::Id128).toStdString();
    message["type"] = "message";
    message["role"] = "assistant";
    message["model"] = model;
    message["content"] = Json::array();
    message["stop_reason"] = nullptr;
    message["stop_sequence"] = nullptr;
    return message;
}

QByteArray event(QByteArrayView name, const Json &data)
{
    QByteArray text = "event: ";
    text += name;
    text += "\ndata: ";
    text += toText(data);
    text += "\n\n";
    return text;
}

QByteArray blockStart(int index, Json block)
{
    Json data {{"type", "content_block_start"}, {"index", index}};
    data["content_block"] = std::move(block);
    return event("content_block_start", data);
}

QByteArray blockDelta(int index, const char *type, const char *member, QByteArrayView text)
{
    QByteArray bytes = "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":";
    bytes += QByteArray::number(index);
    bytes += ",\"delta\":{\"type\":\"";
    bytes += type;
    bytes += "\",\"";
    bytes += member;
    bytes += "\":";
    bytes += jsonString(text);
    bytes += "}}\n\n";
    return bytes;
}

QByteArray blockStop(int index)
{
    return event("content_block_stop", Json {{"type", "content_block_stop"}, {"index", index}});
}

} // namespace nexus::anthropic

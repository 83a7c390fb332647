// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/anthropic/anthropic.h"
#include "wire/json.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <string>
#include <vector>

//! \brief What the tests of this folder share.
namespace nexus::anthropic {

inline Message message(Role role, std::vector<MessagePart> parts)
{
    return {.role = role, .name = {}, .parts = std::move(parts)};
}

inline Message said(Role role, const char *text)
{
    return message(role, {TextPart {.text = text}});
}

inline ToolCallPart call(const char *id, const char *name = "look", const char *arguments = "{}")
{
    return {.id = id, .name = name, .arguments = arguments, .signature = {}};
}

inline ToolResultPart result(const char *id, const char *text = "found")
{
    return {.id = id, .name = {}, .content = {TextPart {.text = text}}};
}

inline Tool tool(const char *name)
{
    return {.name = name,
        .description = "Looks.",
        .parameters
        = Json {{"type", "object"}, {"properties", Json::object()}, {"additionalProperties", false}},
        .isStrict = {}};
}

//! \brief A request of one question to \a model.
inline ChatRequest question(const char *model = "claude-sonnet-4-5")
{
    ChatRequest request;
    request.model = model;
    request.messages.push_back(said(Role::User, "hi"));
    return request;
}

inline ChatRequest conversation(std::vector<Message> messages, const char *model = "claude-sonnet-4-5")
{
    ChatRequest request;
    request.model = model;
    request.messages = std::move(messages);
    return request;
}

//! \brief The body for \a request; null when it was refused.
inline Json bodyOf(ChatRequest request)
{
    const auto written = writeRequest(std::move(request));
    return written ? parseJson(written->body).value_or(Json()) : Json();
}

inline std::vector<std::string> droppedOf(ChatRequest request)
{
    const auto written = writeRequest(std::move(request));
    return written ? written->dropped : std::vector<std::string> {"refused"};
}

//! \brief The member \a key of \a object as compact JSON, "absent" when there is none.
inline QByteArray textOf(const Json &object, const char *key)
{
    return object.is_object() && object.contains(key) ? toText(object[key]) : QByteArray("absent");
}

inline QByteArray joined(const std::vector<std::string> &names)
{
    QByteArray text;
    for (const std::string &name : names) {
        text += (text.isEmpty() ? "" : ",") + QByteArray::fromStdString(name);
    }
    return text;
}

} // namespace nexus::anthropic

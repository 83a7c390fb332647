// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/gemini/gemini.h"
#include "wire/json.h"

#include <QTest>

//! \file
//! What the tests of this folder share: short ways to build a request and to look into what was written.

namespace nexus::gemini {

inline Message user(std::vector<MessagePart> parts)
{
    return {.role = Role::User, .parts = std::move(parts)};
}

inline Message assistant(std::vector<MessagePart> parts)
{
    return {.role = Role::Assistant, .parts = std::move(parts)};
}

inline TextPart text(const char *what)
{
    return {.text = what};
}

inline ToolCallPart call(const char *id, const char *name, const char *arguments = "{}")
{
    return {.id = id, .name = name, .arguments = arguments};
}

inline ToolResultPart result(const char *id, const char *what)
{
    return {.id = id, .content = {TextPart {.text = what}}};
}

inline ChatRequest request(std::vector<Message> messages, const char *model = "gemini-2.5-flash")
{
    ChatRequest out;
    out.model = model;
    out.messages = std::move(messages);
    return out;
}

inline ChatRequest hello(const char *model = "gemini-2.5-flash")
{
    return request({user({text("hi")})}, model);
}

inline Json parsed(const char *json)
{
    return parseJson(json).value_or(Json());
}

//! \brief What writeRequest() sends, null when it refuses.
inline Json written(ChatRequest request)
{
    const auto out = writeRequest(std::move(request));
    return out ? parseJson(out->body).value_or(Json()) : Json();
}

//! \brief The member of \a body at \a pointer as text, empty when there is none.
inline QByteArray at(const Json &body, const char *pointer)
{
    const Json::json_pointer place(pointer);
    return body.contains(place) ? toText(body.at(place)) : QByteArray();
}

} // namespace nexus::gemini

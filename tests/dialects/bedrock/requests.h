// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/bedrock/bedrock.h"
#include "wire/json.h"

#include <QByteArrayList>
#include <string>
#include <vector>

//! \brief What the tests of the request writer share.
namespace nexus::requests {

inline constexpr const char *claude = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
inline constexpr const char *nova = "amazon.nova-lite-v1:0";
inline constexpr const char *llama = "us.meta.llama3-3-70b-instruct-v1:0";

[[nodiscard]] inline Message message(Role role, std::vector<MessagePart> parts)
{
    return {.role = role, .parts = std::move(parts)};
}

[[nodiscard]] inline Message says(Role role, std::string text)
{
    return message(role, {TextPart {std::move(text)}});
}

//! \brief A request of one message to \a model.
[[nodiscard]] inline ChatRequest hello(std::string model = claude)
{
    return {.model = std::move(model), .messages = {says(Role::User, "Hello")}};
}

[[nodiscard]] inline ChatRequest conversation(std::vector<Message> messages, std::string model = claude)
{
    return {.model = std::move(model), .messages = std::move(messages)};
}

[[nodiscard]] inline Message call(std::string id, std::string name, std::string arguments = "{}")
{
    return message(Role::Assistant,
        {ToolCallPart {.id = std::move(id), .name = std::move(name), .arguments = std::move(arguments)}});
}

[[nodiscard]] inline Message result(std::string id, std::string text)
{
    return message(
        Role::User, {ToolResultPart {.id = std::move(id), .content = {TextPart {std::move(text)}}}});
}

//! \brief The body as written; an object with `failed` when it was refused.
[[nodiscard]] inline Json body(ChatRequest request)
{
    const auto written = bedrock::writeRequest(std::move(request));
    return written ? parseJson(written->body).value_or(Json()) : Json {{"failed", true}};
}

//! \brief The member at \a pointer of the body as written, as compact text; empty when there is none.
[[nodiscard]] inline QByteArray at(const Json &tree, const char *pointer)
{
    const Json::json_pointer place(pointer);
    return tree.contains(place) ? toText(tree[place]) : QByteArray();
}

[[nodiscard]] inline QByteArray at(ChatRequest request, const char *pointer)
{
    return at(body(std::move(request)), pointer);
}

[[nodiscard]] inline QByteArray messagesOf(ChatRequest request)
{
    return at(std::move(request), "/messages");
}

//! \brief The names of the fields without effect, with commas.
[[nodiscard]] inline QByteArray droppedOf(ChatRequest request)
{
    QByteArrayList names;
    if (const auto written = bedrock::writeRequest(std::move(request))) {
        for (const std::string &name : written->dropped) {
            names.append(QByteArray::fromStdString(name));
        }
    }
    return names.join(',');
}

//! \brief The param of the refusal, empty when there is none.
[[nodiscard]] inline QByteArray refusedParam(ChatRequest request)
{
    const auto written = bedrock::writeRequest(std::move(request));
    const bool isRefused = !written && written.error().kind == ErrorKind::InvalidRequest;
    return isRefused ? written.error().param : QByteArray();
}

} // namespace nexus::requests

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/messagereader.h"

#include "dialects/openai/partreader.h"
#include "wire/jsonscan.h"

#include <utility>

namespace nexus::openai {

namespace {

// A mark on the message is one on its last part.
void markLast(std::vector<MessagePart> &parts, CacheMark mark)
{
    if (mark == CacheMark::None || parts.empty()) {
        return;
    }
    std::visit(
        [mark](auto &part) {
            if constexpr (requires { part.cache; }) {
                part.cache = mark;
            }
        },
        parts.back());
}

// What a model once wrote must not end the conversation: text that is no object goes on inside of one.
std::string asObject(std::string arguments)
{
    const QByteArrayView text = arguments;
    if (text.trimmed().isEmpty()) {
        return "{}";
    }
    if (scanObject(text)) {
        return arguments;
    }
    return toText(Json {{"arguments", std::move(arguments)}}).toStdString();
}

std::string requireArguments(const Field &arguments)
{
    // Some clients send the object where its text is asked for.
    return arguments.isObject() ? toText(arguments.takeTree()).toStdString()
                                : asObject(arguments.takeString());
}

void readReasoning(const Field &field, std::vector<MessagePart> &parts)
{
    const Field content = field.member("reasoning_content");
    const Field reasoning = content.isPresent() ? content : field.member("reasoning");
    std::string text = reasoning.isString() ? reasoning.takeString() : std::string();
    if (!text.empty()) {
        parts.emplace_back(ReasoningPart {.text = std::move(text)});
    }
}

Message plainMessage(const Field &field, Role role, ContentKind kind)
{
    Message message {.role = role, .name = field.member("name").takeString()};
    message.parts = readContent(field.member("content"), kind);
    markLast(message.parts, readCacheMark(field));
    return message;
}

std::vector<ToolResultPart::Content> resultContent(const Field &field)
{
    std::vector<ToolResultPart::Content> content;
    for (MessagePart &part : readContent(field.member("content"), ContentKind::Result)) {
        if (auto *const text = std::get_if<TextPart>(&part)) {
            content.emplace_back(std::move(*text));
        } else if (auto *const media = std::get_if<MediaPart>(&part)) {
            content.emplace_back(std::move(*media));
        }
    }
    return content;
}

} // namespace

std::vector<Message> MessageReader::read(const Field &messages)
{
    std::vector<Message> read;
    messages.forEach([&](const Field &field) { read.push_back(readMessage(field)); });
    if (read.empty()) {
        messages.refuse(QStringLiteral("must be an array with at least one message"));
    }
    return read;
}

Message MessageReader::readMessage(const Field &field)
{
    const Field roleField = field.member("role");
    const std::string role = roleField.requireString();
    if (role == "user") {
        return plainMessage(field, Role::User, ContentKind::Input);
    }
    if (role == "assistant") {
        return readAssistant(field);
    }
    if (role == "tool") {
        return readToolResult(field);
    }
    if (role == "system") {
        return plainMessage(field, Role::System, ContentKind::Text);
    }
    if (role == "developer") {
        return plainMessage(field, Role::Developer, ContentKind::Text);
    }
    if (role == "function") {
        return readFunctionResult(field);
    }
    roleField.refuse(QStringLiteral("must be `system`, `developer`, `user`, `assistant` or `tool`"));
    return {};
}

Message MessageReader::readAssistant(const Field &field)
{
    Message message {.role = Role::Assistant, .name = field.member("name").takeString()};
    readReasoning(field, message.parts);
    for (MessagePart &part : readContent(field.member("content"), ContentKind::Answer)) {
        message.parts.push_back(std::move(part));
    }
    if (std::string refusal = field.member("refusal").takeString(); !refusal.empty()) {
        message.parts.emplace_back(RefusalPart {.text = std::move(refusal)});
    }
    if (const Field audio = field.member("audio"); audio.isPresent()) {
        audio.refuseUntranslatable(QStringLiteral("it names a sound that only OpenAI holds"));
    }
    field.member("tool_calls").forEach([&](const Field &call) { readToolCall(call, message.parts); });
    readFunctionCall(field.member("function_call"), message.parts);
    markLast(message.parts, readCacheMark(field));
    return message;
}

void MessageReader::readToolCall(const Field &field, std::vector<MessagePart> &parts)
{
    const Field type = field.member("type");
    if (type.isPresent() && type.takeString() != "function") {
        type.refuseUntranslatable(QStringLiteral("only calls of type `function` can be"));
        return;
    }
    const Field function = field.member("function");
    ToolCallPart call {.id = field.member("id").requireString(),
        .name = function.member("name").requireString(),
        .arguments = requireArguments(function.member("arguments")),
        .cache = readCacheMark(field)};
    m_names[call.id] = call.name;
    parts.emplace_back(std::move(call));
}

void MessageReader::readFunctionCall(const Field &field, std::vector<MessagePart> &parts)
{
    if (!field.isPresent()) {
        return;
    }
    ToolCallPart call {.id = "call_function_" + std::to_string(m_names.size()),
        .name = field.member("name").requireString(),
        .arguments = requireArguments(field.member("arguments"))};
    m_names[call.id] = call.name;
    m_functionId = call.id;
    m_functionName = call.name;
    parts.emplace_back(std::move(call));
}

Message MessageReader::readToolResult(const Field &field)
{
    ToolResultPart result {.id = field.member("tool_call_id").requireString(),
        .name = field.member("name").takeString(),
        .content = resultContent(field),
        .cache = readCacheMark(field)};
    if (const auto call = m_names.find(result.id); result.name.empty() && call != m_names.end()) {
        result.name = call->second;
    }
    Message message {.role = Role::User};
    message.parts.emplace_back(std::move(result));
    return message;
}

Message MessageReader::readFunctionResult(const Field &field)
{
    ToolResultPart result {
        .id = std::exchange(m_functionId, {}), .name = field.member("name").requireString()};
    if (result.id.empty() || result.name != m_functionName) {
        field.member("role").refuse(QStringLiteral("must be `tool`, with the `tool_call_id` of its call: "
                                                   "a `function` message without its `function_call` "
                                                   "before it cannot be assigned"));
        return {};
    }
    result.content = resultContent(field);
    result.cache = readCacheMark(field);
    Message message {.role = Role::User};
    message.parts.emplace_back(std::move(result));
    return message;
}

} // namespace nexus::openai

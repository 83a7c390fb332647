// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/answerwords.h"

#include "dialects/openai/jsonaccess.h"

#include <QDateTime>
#include <QUuid>

namespace nexus::openai {

namespace {

QByteArray randomHex()
{
    return QUuid::createUuid().toByteArray(QUuid::Id128);
}

// Mistral nests a list of texts in its part of thinking.
std::string textOfThinking(Json &part)
{
    Json *const pieces = memberOf(part, "thinking");
    if (!pieces || !pieces->is_array()) {
        return takeText(part, "thinking");
    }
    std::string text;
    for (Json &piece : *pieces) {
        text += takeText(piece, "text");
    }
    return text;
}

template<typename Part>
void add(std::vector<MessagePart> &parts, std::string text)
{
    if (!text.empty()) {
        parts.emplace_back(Part {std::move(text)});
    }
}

void addContent(Json &content, std::vector<MessagePart> &parts)
{
    if (content.is_string()) {
        add<TextPart>(parts, std::move(content.get_ref<std::string &>()));
        return;
    }
    if (!content.is_array()) {
        return;
    }
    for (Json &part : content) {
        const std::string type = takeText(part, "type");
        if (type == "thinking") {
            add<ReasoningPart>(parts, textOfThinking(part));
        } else if (type == "refusal") {
            add<RefusalPart>(parts, takeText(part, "refusal"));
        } else {
            add<TextPart>(parts, takeText(part, "text"));
        }
    }
}

} // namespace

FinishReason readFinish(std::string_view word, bool hasCalls)
{
    if (word == "tool_calls" || word == "function_call") {
        return FinishReason::ToolCalls;
    }
    if (word == "length" || word == "max_tokens" || word == "model_length") {
        return FinishReason::Length;
    }
    if (word == "content_filter") {
        return FinishReason::ContentFilter;
    }
    return hasCalls ? FinishReason::ToolCalls : FinishReason::Stop;
}

QByteArray writeFinish(FinishReason reason)
{
    switch (reason) {
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::Pause:
        return QByteArrayLiteral("stop");
    case FinishReason::Length:
        return QByteArrayLiteral("length");
    case FinishReason::ToolCalls:
        return QByteArrayLiteral("tool_calls");
    case FinishReason::ContentFilter:
        return QByteArrayLiteral("content_filter");
    }
    return {};
}

std::string newCallId()
{
    constexpr qsizetype length = 24;
    return "call_" + randomHex().first(length).toStdString();
}

QByteArray answerId(const std::string &id)
{
    const QByteArray given = id.empty() ? randomHex() : QByteArray::fromStdString(id);
    return given.startsWith("chatcmpl-") ? given : "chatcmpl-" + given;
}

qint64 answerTime(qint64 created)
{
    return created > 0 ? created : QDateTime::currentSecsSinceEpoch();
}

std::string takeArguments(Json &function)
{
    Json *const arguments = memberOf(function, "arguments");
    if (arguments && arguments->is_object()) {
        return toText(*arguments).toStdString();
    }
    return takeText(function, "arguments");
}

int choiceIndex(Json &choice, int otherwise)
{
    constexpr qint64 maxIndex = 4096;
    const qint64 index = integerOf(choice, "index").value_or(-1);
    return index >= 0 && index < maxIndex ? int(index) : otherwise;
}

std::vector<MessagePart> takeSpeech(Json &message)
{
    std::vector<MessagePart> parts;
    std::string reasoning = takeText(message, "reasoning_content");
    add<ReasoningPart>(parts, reasoning.empty() ? takeText(message, "reasoning") : std::move(reasoning));
    if (Json *const content = memberOf(message, "content")) {
        addContent(*content, parts);
    }
    add<RefusalPart>(parts, takeText(message, "refusal"));
    return parts;
}

} // namespace nexus::openai

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/anthropic.h"

#include "dialects/anthropic/events.h"
#include "dialects/anthropic/words.h"

#include <algorithm>

namespace nexus::anthropic {

namespace {

Json contentBlock(MessagePart part)
{
    Json block;
    if (TextPart *const text = std::get_if<TextPart>(&part); text && !text->text.empty()) {
        block["type"] = "text";
        block["text"] = std::move(text->text);
    } else if (RefusalPart *const refusal = std::get_if<RefusalPart>(&part);
               refusal && !refusal->text.empty()) {
        block["type"] = "text";
        block["text"] = std::move(refusal->text);
    } else if (ReasoningPart *const thought = std::get_if<ReasoningPart>(&part)) {
        if (!thought->redacted.empty()) {
            block["type"] = "redacted_thinking";
            block["data"] = std::move(thought->redacted);
        } else {
            block["type"] = "thinking";
            block["thinking"] = std::move(thought->text);
            block["signature"] = std::move(thought->signature);
        }
    } else if (ToolCallPart *const call = std::get_if<ToolCallPart>(&part)) {
        block["type"] = "tool_use";
        block["id"] = std::move(call->id);
        block["name"] = std::move(call->name);
        block["input"] = inputOf(std::move(call->arguments));
    }
    return block;
}

} // namespace

QByteArray writeAnswer(ChatAnswer answer, const AnswerContext &context)
{
    AnswerChoice choice;
    const auto first = std::ranges::find(answer.choices, 0, &AnswerChoice::index);
    if (first != answer.choices.end()) {
        choice = std::move(*first);
    }
    bool hasCalls = false;
    bool hasRefusal = false;
    Json content = Json::array();
    for (MessagePart &part : choice.parts) {
        hasCalls = hasCalls || std::holds_alternative<ToolCallPart>(part);
        hasRefusal = hasRefusal || std::holds_alternative<RefusalPart>(part);
        if (Json block = contentBlock(std::move(part)); !block.is_null()) {
            content.push_back(std::move(block));
        }
    }
    Json message = messageFrame(answer.id, context.model);
    message["content"] = std::move(content);
    message["stop_reason"] = stopReasonOf(choice.finish, hasCalls, hasRefusal);
    if (!choice.stopSequence.empty()) {
        message["stop_sequence"] = std::move(choice.stopSequence);
    }
    message["usage"] = usageObject(answer.usage.value_or(TokenUsage {}));
    return toText(message);
}

} // namespace nexus::anthropic

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/answerwords.h"
#include "dialects/bedrock/bedrock.h"
#include "dialects/bedrock/jsonanswer.h"
#include "dialects/bedrock/refusal.h"
#include "wire/json.h"

#include <algorithm>

namespace nexus::bedrock {

namespace {

void takeText(std::vector<MessagePart> &parts, std::string text)
{
    if (!text.empty()) {
        parts.emplace_back(TextPart {std::move(text)});
    }
}

// With citations the text stands in pieces beside its sources.
std::string citedText(const Json &citations)
{
    std::string text;
    const Json *pieces = memberOf(&citations, "content");
    if (pieces != nullptr && pieces->is_array()) {
        for (const Json &piece : *pieces) {
            text += textOf(&piece, "text");
        }
    }
    return text;
}

ReasoningPart reasoningOf(const Json &reasoning)
{
    const Json *text = memberOf(&reasoning, "reasoningText");
    return {.text = textOf(text, "text"),
        .signature = textOf(text, "signature"),
        .redacted = textOf(&reasoning, "redactedContent")};
}

void takeCall(std::vector<MessagePart> &parts, const Json &use)
{
    // Tools of the provider's own run there, the client has nothing to do with them.
    if (textOf(&use, "type") == "server_tool_use") {
        return;
    }
    const Json *input = memberOf(&use, "input");
    ToolCallPart call {.id = textOf(&use, "toolUseId"),
        .name = textOf(&use, "name"),
        .arguments = input == nullptr || input->is_null() ? "{}" : toText(*input).toStdString()};
    if (call.id.empty()) {
        call.id = "tooluse_" + std::to_string(parts.size());
    }
    parts.emplace_back(std::move(call));
}

void takeBlock(std::vector<MessagePart> &parts, const Json &block)
{
    if (const Json *text = memberOf(&block, "text"); text != nullptr) {
        takeText(parts, textOf(&block, "text"));
    } else if (const Json *use = memberOf(&block, "toolUse")) {
        takeCall(parts, *use);
    } else if (const Json *reasoning = memberOf(&block, "reasoningContent")) {
        parts.emplace_back(reasoningOf(*reasoning));
    } else if (const Json *citations = memberOf(&block, "citationsContent")) {
        takeText(parts, citedText(*citations));
    }
}

bool isJsonAnswer(const MessagePart &part)
{
    const auto *call = std::get_if<ToolCallPart>(&part);
    return call != nullptr && call->name == jsonAnswerTool;
}

// What the model said before it gave its answer in JSON is no part of that answer.
void unwrapJsonAnswer(std::vector<MessagePart> &parts)
{
    const auto answer = std::ranges::find_if(parts, isJsonAnswer);
    if (answer == parts.end()) {
        return;
    }
    std::string text = std::move(std::get<ToolCallPart>(*answer).arguments);
    std::erase_if(parts,
        [](const MessagePart &part) { return std::holds_alternative<TextPart>(part) || isJsonAnswer(part); });
    const auto call = std::ranges::find_if(
        parts, [](const MessagePart &part) { return std::holds_alternative<ToolCallPart>(part); });
    parts.insert(call, TextPart {std::move(text)});
}

} // namespace

Result<ChatAnswer> readAnswer(const QByteArray &body)
{
    const auto tree = parseJson(body);
    if (!tree) {
        return failure(unreadable(QStringLiteral("the answer is no JSON")));
    }
    const Json *content = memberOf(memberOf(memberOf(&*tree, "output"), "message"), "content");
    if (content == nullptr || !content->is_array()) {
        return failure(unreadable(QStringLiteral("the answer has no output.message.content")));
    }
    AnswerChoice choice;
    for (const Json &block : *content) {
        takeBlock(choice.parts, block);
    }
    unwrapJsonAnswer(choice.parts);
    const bool hasCalls = std::ranges::any_of(
        choice.parts, [](const MessagePart &part) { return std::holds_alternative<ToolCallPart>(part); });
    choice.finish = finishReason(textOf(&*tree, "stopReason"), hasCalls);
    if (choice.finish == FinishReason::StopSequence) {
        choice.stopSequence = stopSequence(&*tree);
    }
    ChatAnswer answer;
    answer.choices.push_back(std::move(choice));
    answer.usage = tokenUsage(memberOf(&*tree, "usage"));
    return answer;
}

} // namespace nexus::bedrock

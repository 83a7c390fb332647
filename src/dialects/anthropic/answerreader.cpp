// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/anthropic.h"

#include "dialects/anthropic/access.h"
#include "dialects/anthropic/words.h"

namespace nexus::anthropic {

namespace {

void readCall(Json &block, AnswerChoice &choice)
{
    std::string name = takeText(block, "name");
    Json *const input = memberOf(block, "input");
    std::string arguments
        = input ? input->dump(-1, ' ', false, Json::error_handler_t::replace) : std::string("{}");
    if (name == jsonAnswerTool) {
        choice.parts.emplace_back(TextPart {.text = std::move(arguments)});
        return;
    }
    std::string id = takeText(block, "id");
    if (id.empty()) {
        id = "toolu_" + std::to_string(choice.parts.size());
    }
    choice.parts.emplace_back(ToolCallPart {
        .id = std::move(id), .name = std::move(name), .arguments = std::move(arguments), .signature = {}});
}

// What Anthropic's own tools did is passed over, as is every block that is not known yet.
void readBlock(Json &block, AnswerChoice &choice)
{
    const std::string type = takeText(block, "type");
    if (type == "text") {
        if (std::string text = takeText(block, "text"); !text.empty()) {
            choice.parts.emplace_back(TextPart {.text = std::move(text)});
        }
    } else if (type == "thinking") {
        ReasoningPart thought {
            .text = takeText(block, "thinking"), .signature = takeText(block, "signature"), .redacted = {}};
        if (!thought.text.empty() || !thought.signature.empty()) {
            choice.parts.emplace_back(std::move(thought));
        }
    } else if (type == "redacted_thinking") {
        choice.parts.emplace_back(
            ReasoningPart {.text = {}, .signature = {}, .redacted = takeText(block, "data")});
    } else if (type == "tool_use") {
        readCall(block, choice);
    }
}

void readEnding(Json &message, AnswerChoice &choice)
{
    bool hasCalls = false;
    for (const MessagePart &part : choice.parts) {
        hasCalls = hasCalls || std::holds_alternative<ToolCallPart>(part);
    }
    choice.finish = finishOf(takeText(message, "stop_reason"), hasCalls);
    choice.stopSequence = takeText(message, "stop_sequence");
    if (Json *const details = memberOf(message, "stop_details")) {
        if (std::string why = takeText(*details, "explanation"); !why.empty()) {
            choice.parts.emplace_back(RefusalPart {.text = std::move(why)});
        }
    }
}

} // namespace

Result<ChatAnswer> readAnswer(const QByteArray &body)
{
    auto tree = parseJson(body);
    if (!tree) {
        return failure(unreadable(QStringLiteral("the answer is not JSON")));
    }
    Json *const content = memberOf(*tree, "content");
    if (!content || !content->is_array()) {
        return failure(unreadable(QStringLiteral("the answer has no list `content`")));
    }
    ChatAnswer answer {.id = takeText(*tree, "id"), .model = takeText(*tree, "model")};
    AnswerChoice choice;
    for (Json &block : *content) {
        readBlock(block, choice);
    }
    readEnding(*tree, choice);
    answer.choices.push_back(std::move(choice));
    if (Json *const usage = memberOf(*tree, "usage"); usage && usage->is_object()) {
        UsageCounts counts;
        counts.merge(*usage);
        answer.usage = counts.total();
    }
    return answer;
}

} // namespace nexus::anthropic

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/answerwords.h"
#include "dialects/openai/jsonaccess.h"
#include "dialects/openai/openai.h"
#include "dialects/openai/signatures.h"
#include "dialects/openai/textreader.h"
#include "dialects/openai/usage.h"

namespace nexus::openai {

namespace {

tl::unexpected<Error> invalid(const QString &message)
{
    return failure(Error {.kind = ErrorKind::UpstreamInvalid, .message = message, .detail = {}});
}

ToolCallPart readCall(Json &function, std::string id)
{
    ToolCallPart call {.id = id.empty() ? newCallId() : std::move(id),
        .name = takeText(function, "name"),
        .arguments = takeArguments(function)};
    if (call.arguments.empty()) {
        call.arguments = "{}";
    }
    return call;
}

void readCalls(Json &message, std::vector<MessagePart> &parts)
{
    if (Json *const calls = memberOf(message, "tool_calls"); calls && calls->is_array()) {
        for (Json &call : *calls) {
            if (Json *const function = memberOf(call, "function")) {
                ToolCallPart part = readCall(*function, takeText(call, "id"));
                part.signature = takeSignature(call);
                parts.emplace_back(std::move(part));
            }
        }
    }
    if (Json *const function = memberOf(message, "function_call"); function && function->is_object()) {
        parts.emplace_back(readCall(*function, {}));
    }
}

AnswerChoice readChoice(Json &tree, int position)
{
    AnswerChoice choice;
    choice.index = choiceIndex(tree, position);
    if (Json *const message = memberOf(tree, "message")) {
        choice.parts = takeSpeech(*message);
        const std::size_t spoken = choice.parts.size();
        readCalls(*message, choice.parts);
        choice.finish = readFinish(takeText(tree, "finish_reason"), choice.parts.size() > spoken);
        return choice;
    }
    // The older completions say only a text.
    if (std::string text = takeText(tree, "text"); !text.empty()) {
        choice.parts.emplace_back(TextPart {.text = std::move(text)});
    }
    choice.finish = readFinish(takeText(tree, "finish_reason"), false);
    return choice;
}

} // namespace

Result<ChatAnswer> readAnswer(const QByteArray &body)
{
    auto tree = readObject(body);
    if (!tree) {
        return invalid(QStringLiteral("The provider's answer is not a JSON object."));
    }
    Json *const choices = memberOf(*tree, "choices");
    if (!choices || !choices->is_array() || choices->empty()) {
        return invalid(memberOf(*tree, "error")
                ? QStringLiteral("The provider's answer holds an error in place of choices.")
                : QStringLiteral("The provider's answer holds no choices."));
    }
    ChatAnswer answer;
    int position = 0;
    for (Json &choice : *choices) {
        if (!choice.is_object()) {
            return invalid(QStringLiteral("The provider's answer holds a choice that is no object."));
        }
        answer.choices.push_back(readChoice(choice, position));
        ++position;
    }
    answer.id = takeText(*tree, "id");
    answer.model = takeText(*tree, "model");
    answer.created = integerOf(*tree, "created").value_or(0);
    if (Json *const usage = memberOf(*tree, "usage")) {
        answer.usage = readUsage(*usage);
    }
    return answer;
}

} // namespace nexus::openai

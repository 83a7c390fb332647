// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/answerwords.h"
#include "dialects/openai/openai.h"
#include "dialects/openai/usage.h"
#include "wire/jsonstring.h"

namespace nexus::openai {

namespace {

//! \brief One message in the making.
struct Speech {
    std::string text;
    std::string reasoning;
    std::string refusal;
    Json calls = Json::array();
    bool hasText = false;
};

void add(Speech &speech, ToolCallPart &part)
{
    Json function {{"name", std::move(part.name)}, {"arguments", std::move(part.arguments)}};
    speech.calls.push_back(
        Json {{"id", std::move(part.id)}, {"type", "function"}, {"function", std::move(function)}});
}

Speech speechOf(std::vector<MessagePart> &parts)
{
    Speech speech;
    for (MessagePart &part : parts) {
        if (auto *const text = std::get_if<TextPart>(&part)) {
            speech.hasText = true;
            speech.text += text->text;
        } else if (auto *const reasoning = std::get_if<ReasoningPart>(&part)) {
            speech.reasoning += reasoning->text;
        } else if (auto *const refusal = std::get_if<RefusalPart>(&part)) {
            speech.refusal += refusal->text;
        } else if (auto *const call = std::get_if<ToolCallPart>(&part)) {
            add(speech, *call);
        }
    }
    return speech;
}

Json messageOf(Speech speech)
{
    const bool hasContent = speech.hasText || (speech.calls.empty() && speech.refusal.empty());
    Json message {{"role", "assistant"}};
    message["content"] = hasContent ? Json(std::move(speech.text)) : Json();
    message["refusal"] = speech.refusal.empty() ? Json() : Json(std::move(speech.refusal));
    if (!speech.reasoning.empty()) {
        message["reasoning_content"] = std::move(speech.reasoning);
    }
    if (!speech.calls.empty()) {
        message["tool_calls"] = std::move(speech.calls);
    }
    return message;
}

} // namespace

QByteArray writeAnswer(ChatAnswer answer, const AnswerContext &context)
{
    QByteArray choices;
    for (AnswerChoice &choice : answer.choices) {
        choices += choices.isEmpty() ? "" : ",";
        choices += "{\"index\":" + QByteArray::number(choice.index)
            + ",\"message\":" + toText(messageOf(speechOf(choice.parts)))
            + ",\"logprobs\":null,\"finish_reason\":\"" + writeFinish(choice.finish) + "\"}";
    }
    QByteArray out = "{\"id\":" + jsonString(answerId(answer.id))
        + ",\"object\":\"chat.completion\",\"created\":" + QByteArray::number(answerTime(answer.created))
        + ",\"model\":" + jsonString(context.model) + ",\"choices\":[" + choices + ']';
    if (answer.usage) {
        out += ",\"usage\":" + writeUsage(*answer.usage);
    }
    return out + '}';
}

} // namespace nexus::openai

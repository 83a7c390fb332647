// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/bedrock.h"
#include "dialects/bedrock/blocks.h"
#include "dialects/bedrock/content.h"
#include "dialects/bedrock/conversation.h"
#include "dialects/bedrock/inference.h"
#include "dialects/bedrock/jsonanswer.h"
#include "dialects/bedrock/media.h"
#include "dialects/bedrock/modelfamily.h"
#include "dialects/bedrock/refusal.h"
#include "dialects/bedrock/thinking.h"
#include "dialects/bedrock/toolconfig.h"

namespace nexus::bedrock {

namespace {

std::optional<Error> problemOf(const ChatRequest &request, const ModelTraits &traits)
{
    if (request.choiceCount.value_or(1) > 1) {
        return untranslatable(
            {"n"}, QStringLiteral("Converse gives one answer, send the request several times"));
    }
    if (auto refused = refusedChoice(request.toolChoice, traits)) {
        return refused;
    }
    return refusedMedia(request.messages);
}

void dropUnknown(ChatRequest &request)
{
    const auto dropIf = [&request](bool isSet, const char *name) {
        if (isSet) {
            request.dropped.emplace_back(name);
        }
    };
    dropIf(request.seed.has_value(), "seed");
    dropIf(request.presencePenalty.has_value(), "presence_penalty");
    dropIf(request.frequencyPenalty.has_value(), "frequency_penalty");
    dropIf(!request.user.empty(), "user");
    dropIf(request.allowsParallelTools == false, "parallel_tool_calls");
}

bool isForced(const ToolChoice &choice)
{
    return choice.kind == ToolChoice::Kind::Required || choice.kind == ToolChoice::Kind::Named;
}

void setUnlessEmpty(Json &object, const char *key, Json value)
{
    if (!value.empty()) {
        object[key] = std::move(value);
    }
}

// Claude tells which of the stop texts it met only when asked.
bool wantsStopSequence(const ChatRequest &request, const ModelTraits &traits)
{
    return traits.isClaude && !request.stop.empty();
}

void addTools(Json &body, ChatRequest &request, Conversation &conversation, const ModelTraits &traits,
    JsonAnswerForm jsonForm, ContentWriter &content)
{
    ToolWishes wishes {.tools = std::move(request.tools),
        .choice = std::move(request.toolChoice),
        .calledTools = std::move(conversation.calledTools)};
    if (jsonForm == JsonAnswerForm::Tool) {
        wishes.jsonTool = jsonTool(std::move(request.responseFormat));
    }
    ToolConfig tools = toolConfig(std::move(wishes), traits);
    setUnlessEmpty(body, "toolConfig", std::move(tools.config));
    if (tools.hasLostStrict) {
        request.dropped.emplace_back("strict");
    }
    if (tools.hasLostChoice) {
        request.dropped.emplace_back("tool_choice");
    }
    if (tools.hasLostCacheMark || content.hasLostCacheMark()) {
        request.dropped.emplace_back("cache_control");
    }
}

void addOutputConfig(Json &body, const ResponseFormat &format, JsonAnswerForm form, std::string effort)
{
    Json config = Json::object();
    if (form == JsonAnswerForm::Native) {
        config["textFormat"] = textFormat(format);
    }
    if (!effort.empty()) {
        config["effort"] = std::move(effort);
    }
    setUnlessEmpty(body, "outputConfig", std::move(config));
}

} // namespace

Result<ProviderRequest> writeRequest(ChatRequest request)
{
    const ModelTraits traits = traitsOf(request.model);
    if (auto problem = problemOf(request, traits)) {
        return failure(std::move(*problem));
    }
    Conversation conversation = shapeConversation(std::move(request.messages), traits);
    if (conversation.turns.empty()) {
        return failure(untranslatable({"messages"}, QStringLiteral("there must be a message with content")));
    }
    dropUnknown(request);
    Thinking thinking = planThinking(request, traits,
        {.hasForcedTool = isForced(request.toolChoice),
            .hasThoughtlessCall = conversation.hasThoughtlessCall()});
    const bool canForceTool = traits.forcing != ToolForcing::None && !isForced(request.toolChoice)
        && !(thinking.isOn && traits.forcingForbidsThinking);
    const JsonAnswerForm jsonForm = jsonAnswerForm(request.responseFormat, traits, canForceTool);
    if (jsonForm == JsonAnswerForm::Instruction) {
        conversation.system.push_back({jsonInstruction(request.responseFormat)});
    }

    Json body = Json::object();
    ContentWriter content(traits);
    setUnlessEmpty(body, "system", content.system(std::move(conversation.system)));
    body["messages"] = content.messages(std::move(conversation.turns));
    addOutputConfig(body, request.responseFormat, jsonForm, std::move(thinking.effort));
    addTools(body, request, conversation, traits, jsonForm, content);
    Json fields = std::move(thinking.fields);
    addTopK(fields, request, traits, thinking);
    if (wantsStopSequence(request, traits)) {
        body["additionalModelResponseFieldPaths"] = Json::array({"/stop_sequence"});
    }
    setUnlessEmpty(body, "inferenceConfig", inferenceConfig(request, traits, thinking));
    setUnlessEmpty(body, "additionalModelRequestFields", std::move(fields));
    for (std::string &name : thinking.dropped) {
        request.dropped.push_back(std::move(name));
    }
    return ProviderRequest {.body = toText(body), .headers = {}, .dropped = std::move(request.dropped)};
}

} // namespace nexus::bedrock

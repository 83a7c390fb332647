// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/messagewriter.h"
#include "dialects/openai/modeltraits.h"
#include "dialects/openai/openai.h"

#include <algorithm>

namespace nexus::openai {

namespace {

void setIfKnown(Json &body, const char *key, const auto &value)
{
    if (value) {
        body[key] = *value;
    }
}

bool writeTools(ChatRequest &request, Json &body)
{
    bool hasMarks = false;
    Json tools = Json::array();
    for (Tool &tool : request.tools) {
        hasMarks = hasMarks || tool.cache != CacheMark::None;
        Json function {{"name", std::move(tool.name)}};
        if (!tool.description.empty()) {
            function["description"] = std::move(tool.description);
        }
        if (!tool.parameters.is_null()) {
            function["parameters"] = std::move(tool.parameters);
        }
        setIfKnown(function, "strict", tool.isStrict);
        tools.push_back(Json {{"type", "function"}, {"function", std::move(function)}});
    }
    if (tools.empty()) {
        return hasMarks; // OpenAI refuses an empty list, and a choice without a list
    }
    body["tools"] = std::move(tools);
    switch (request.toolChoice.kind) {
    case ToolChoice::Kind::Unset:
        break;
    case ToolChoice::Kind::Auto:
        body["tool_choice"] = "auto";
        break;
    case ToolChoice::Kind::None:
        body["tool_choice"] = "none";
        break;
    case ToolChoice::Kind::Required:
        body["tool_choice"] = "required";
        break;
    case ToolChoice::Kind::Named:
        body["tool_choice"]
            = Json {{"type", "function"}, {"function", Json {{"name", request.toolChoice.name}}}};
        break;
    }
    setIfKnown(body, "parallel_tool_calls", request.allowsParallelTools);
    return hasMarks;
}

void writeFormat(ResponseFormat &format, Json &body)
{
    switch (format.kind) {
    case ResponseFormat::Kind::Unset:
        return;
    case ResponseFormat::Kind::Text:
        body["response_format"] = Json {{"type", "text"}};
        return;
    case ResponseFormat::Kind::JsonObject:
        body["response_format"] = Json {{"type", "json_object"}};
        return;
    case ResponseFormat::Kind::JsonSchema:
        break;
    }
    Json form {{"name", format.name.empty() ? std::string("answer") : std::move(format.name)}};
    if (!format.description.empty()) {
        form["description"] = std::move(format.description);
    }
    form["schema"] = std::move(format.schema);
    setIfKnown(form, "strict", format.isStrict);
    body["response_format"] = Json {{"type", "json_schema"}, {"json_schema", std::move(form)}};
}

// Named by what an Anthropic client wrote, for which this is made.
void writeReasoning(ChatRequest &request, const ModelTraits &traits, Json &body)
{
    const ReasoningOptions &reasoning = request.reasoning;
    const std::string effort = effortOf(reasoning, traits);
    if (traits.takesEffort && !effort.empty()) {
        body["reasoning_effort"] = effort;
        return;
    }
    const bool isTurnedOff = reasoning.mode == ReasoningOptions::Mode::Disabled;
    if (isTurnedOff ? traits.takesEffort
                    : !traits.takesEffort && reasoning.mode != ReasoningOptions::Mode::Unset) {
        request.dropped.emplace_back("thinking");
    }
    if (!reasoning.effort.empty()) {
        request.dropped.emplace_back("effort");
    }
}

void writeSampling(ChatRequest &request, const ModelTraits &traits, Json &body)
{
    setIfKnown(body, traits.isOpenAiReasoner ? "max_completion_tokens" : "max_tokens", request.maxTokens);
    setIfKnown(body, "temperature", request.temperature);
    setIfKnown(body, "top_p", request.topP);
    if (request.topK) {
        request.dropped.emplace_back("top_k");
    }
    setIfKnown(body, "presence_penalty", request.presencePenalty);
    setIfKnown(body, "frequency_penalty", request.frequencyPenalty);
    if (!request.stop.empty()) {
        body["stop"] = std::move(request.stop);
    }
    setIfKnown(body, "seed", request.seed);
    setIfKnown(body, "n", request.choiceCount);
    if (!request.user.empty()) {
        body["user"] = std::move(request.user);
    }
}

} // namespace

Result<ProviderRequest> writeRequest(ChatRequest request)
{
    const ModelTraits traits = traitsOf(request.model);
    MessageWriter messages(traits);
    for (Message &message : request.messages) {
        messages.write(std::move(message));
    }
    Json body {{"model", std::move(request.model)}, {"messages", messages.finish()}};
    if (messages.problem()) {
        return failure(*messages.problem());
    }
    const bool hasMarkedTools = writeTools(request, body);
    writeSampling(request, traits, body);
    writeFormat(request.responseFormat, body);
    writeReasoning(request, traits, body);
    if (hasMarkedTools || messages.hasDroppedCacheMarks()) {
        request.dropped.emplace_back("cache_control");
    }
    if (request.isStream) {
        body["stream"] = true;
        if (request.asksForUsage) {
            body["stream_options"] = Json {{"include_usage", true}};
        }
    }
    return ProviderRequest {.body = toText(body), .headers = {}, .dropped = std::move(request.dropped)};
}

} // namespace nexus::openai

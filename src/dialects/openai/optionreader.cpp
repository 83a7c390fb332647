// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/optionreader.h"

namespace nexus::openai {

namespace {

using Mode = ReasoningOptions::Mode;

std::vector<std::string> readStop(const Field &field)
{
    std::vector<std::string> stop;
    if (field.isString()) {
        stop.push_back(field.takeString());
    } else if (field.isPresent() && !field.isArray()) {
        field.refuse(QStringLiteral("must be a string or an array of strings"));
    } else {
        field.forEach([&stop](const Field &text) { stop.push_back(text.requireString()); });
    }
    std::erase(stop, std::string());
    return stop;
}

ResponseFormat readFormat(const Field &field)
{
    if (!field.isPresent()) {
        return {};
    }
    const Field typeField = field.member("type");
    const std::string type = typeField.requireString();
    if (type == "text") {
        return {.kind = ResponseFormat::Kind::Text};
    }
    if (type == "json_object") {
        return {.kind = ResponseFormat::Kind::JsonObject};
    }
    if (type != "json_schema") {
        typeField.refuse(QStringLiteral("must be `text`, `json_object` or `json_schema`"));
        return {};
    }
    const Field form = field.member("json_schema");
    const Field schema = form.member("schema");
    if (!schema.isObject()) {
        schema.refuse(QStringLiteral("must be an object: the JSON Schema of the answer"));
    }
    return {.kind = ResponseFormat::Kind::JsonSchema,
        .name = form.member("name").requireString(),
        .description = form.member("description").takeString(),
        .schema = schema.takeTree(),
        .isStrict = form.member("strict").boolean()};
}

void readEffort(const Field &field, ReasoningOptions &reasoning)
{
    if (!field.isPresent()) {
        return;
    }
    reasoning.effort = field.requireString();
    if (reasoning.effort == "none") {
        reasoning.mode = Mode::Disabled;
    }
}

void readBudget(const Field &field, ReasoningOptions &reasoning)
{
    if (const auto budget = field.integer()) {
        reasoning.budget = budget;
        reasoning.mode = Mode::Enabled;
    }
}

void readReasoning(const Field &field, ChatRequest &request)
{
    readEffort(field.member("effort"), request.reasoning);
    readBudget(field.member("max_tokens"), request.reasoning);
    if (const auto isEnabled = field.member("enabled").boolean()) {
        request.reasoning.mode = *isEnabled ? Mode::Enabled : Mode::Disabled;
    }
    if (field.member("exclude").boolean().value_or(false)) {
        request.dropped.emplace_back("reasoning.exclude");
    }
}

void readThinking(const Field &field, ReasoningOptions &reasoning)
{
    if (!field.isPresent()) {
        return;
    }
    const Field typeField = field.member("type");
    const std::string type = typeField.requireString();
    readBudget(field.member("budget_tokens"), reasoning);
    if (type == "enabled") {
        reasoning.mode = Mode::Enabled;
    } else if (type == "disabled") {
        reasoning.mode = Mode::Disabled;
        reasoning.budget.reset();
    } else if (type == "adaptive" || type == "auto") {
        reasoning.mode = Mode::Adaptive;
        reasoning.budget.reset();
    } else {
        typeField.refuse(QStringLiteral("must be `enabled`, `disabled` or `adaptive`"));
    }
}

void readStreaming(const Field &body, ChatRequest &request)
{
    request.isStream = body.member("stream").boolean().value_or(false);
    const Field options = body.member("stream_options");
    request.wantsStreamUsage = options.member("include_usage").boolean().value_or(false);
    options.forEachName([&request](const std::string &name) {
        if (name != "include_usage") {
            request.dropped.push_back("stream_options." + name);
        }
    });
}

} // namespace

void readOptions(const Field &body, ChatRequest &request)
{
    const std::optional<qint64> maxTokens = body.member("max_tokens").integer();
    const std::optional<qint64> maxCompletion = body.member("max_completion_tokens").integer();
    request.maxTokens = maxCompletion ? maxCompletion : maxTokens;
    request.temperature = body.member("temperature").number();
    request.topP = body.member("top_p").number();
    request.topK = body.member("top_k").integer();
    request.presencePenalty = body.member("presence_penalty").number();
    request.frequencyPenalty = body.member("frequency_penalty").number();
    request.stop = readStop(body.member("stop"));
    request.seed = body.member("seed").integer();
    request.choiceCount = body.member("n").integer();
    request.user = body.member("user").takeString();
    request.responseFormat = readFormat(body.member("response_format"));
    readEffort(body.member("reasoning_effort"), request.reasoning);
    readReasoning(body.member("reasoning"), request);
    readThinking(body.member("thinking"), request.reasoning);
    readStreaming(body, request);
}

} // namespace nexus::openai

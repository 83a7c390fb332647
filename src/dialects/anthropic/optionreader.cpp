// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/optionreader.h"

#include "dialects/anthropic/contentreader.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nexus::anthropic {

namespace {

using namespace std::string_view_literals;

constexpr std::array toolFields {"name"sv, "description"sv, "input_schema"sv, "type"sv, "cache_control"sv,
    "strict"sv,
    // Only how the arguments are streamed.
    "eager_input_streaming"sv};
constexpr std::array outputFields {"effort"sv, "format"sv};

template<std::size_t count>
void dropOthers(const Field &object, const std::array<std::string_view, count> &read, std::string_view prefix,
    std::vector<std::string> &dropped)
{
    object.forEachName([&](const std::string &name) {
        const std::string whole = std::string(prefix) + name;
        if (std::ranges::find(read, name) == read.end()
            && std::ranges::find(dropped, whole) == dropped.end()) {
            dropped.push_back(whole);
        }
    });
}

Tool readTool(const Field &field)
{
    const Field type = field.member("type");
    const std::string word = type.takeString();
    if (!word.empty() && word != "custom") {
        type.refuseUntranslatable(QStringLiteral("`%1` is a tool of Anthropic's own. Leave the tool out")
                                      .arg(QString::fromStdString(word).left(64)));
        return {};
    }
    Tool tool {.name = field.member("name").requireString(),
        .description = field.member("description").takeString(),
        .parameters = {},
        .isStrict = field.member("strict").boolean(),
        .cache = cacheOf(field)};
    const Field schema = field.member("input_schema");
    if (schema.isPresent() && !schema.isObject()) {
        schema.refuse(QStringLiteral("must be an object"));
    }
    tool.parameters = schema.takeTree();
    return tool;
}

void readToolChoice(const Field &field, ChatRequest &request)
{
    if (!field.isPresent()) {
        return;
    }
    const Field type = field.member("type");
    const std::string word = type.requireString();
    if (word == "auto") {
        request.toolChoice.kind = ToolChoice::Kind::Auto;
    } else if (word == "any") {
        request.toolChoice.kind = ToolChoice::Kind::Required;
    } else if (word == "none") {
        request.toolChoice.kind = ToolChoice::Kind::None;
    } else if (word == "tool") {
        request.toolChoice = {ToolChoice::Kind::Named, field.member("name").requireString()};
    } else {
        type.refuse(QStringLiteral("must be \"auto\", \"any\", \"tool\" or \"none\""));
    }
    if (const auto isDisabled = field.member("disable_parallel_tool_use").boolean()) {
        request.allowsParallelTools = !*isDisabled;
    }
}

void readThinking(const Field &field, ChatRequest &request)
{
    if (!field.isPresent()) {
        return;
    }
    const Field type = field.member("type");
    const std::string word = type.requireString();
    if (word == "enabled") {
        const Field budget = field.member("budget_tokens");
        request.reasoning.mode = ReasoningOptions::Mode::Enabled;
        request.reasoning.budget = budget.integer();
        if (!request.reasoning.budget || *request.reasoning.budget < 1) {
            budget.refuse(QStringLiteral("must be a whole number above 0"));
        }
    } else if (word == "adaptive") {
        request.reasoning.mode = ReasoningOptions::Mode::Adaptive;
    } else if (word == "disabled" || word == "between_tools") {
        request.reasoning.mode = ReasoningOptions::Mode::Disabled;
    } else {
        type.refuse(QStringLiteral("must be \"enabled\", \"adaptive\" or \"disabled\""));
    }
    if (field.member("display").takeString() == "omitted") {
        request.dropped.emplace_back("thinking.display");
    }
}

void readFormat(const Field &field, ChatRequest &request)
{
    if (!field.isPresent()) {
        return;
    }
    if (const Field type = field.member("type"); type.requireString() != "json_schema") {
        type.refuse(QStringLiteral("must be \"json_schema\""));
        return;
    }
    const Field schema = field.member("schema");
    if (!schema.isObject()) {
        schema.refuse(QStringLiteral("must be an object"));
    }
    request.responseFormat.kind = ResponseFormat::Kind::JsonSchema;
    request.responseFormat.schema = schema.takeTree();
}

} // namespace

void readTools(const Field &body, ChatRequest &request)
{
    body.member("tools").forEach([&request](const Field &field) {
        if (field.isObject()) {
            dropOthers(field, toolFields, "tools.", request.dropped);
        }
        request.tools.push_back(readTool(field));
    });
    readToolChoice(body.member("tool_choice"), request);
}

void readOutput(const Field &body, ChatRequest &request)
{
    readThinking(body.member("thinking"), request);
    readFormat(body.member("output_format"), request);
    const Field output = body.member("output_config");
    if (!output.isPresent()) {
        return;
    }
    request.reasoning.effort = output.member("effort").takeString();
    readFormat(output.member("format"), request);
    dropOthers(output, outputFields, "output_config.", request.dropped);
}

void readSettings(const Field &body, ChatRequest &request)
{
    request.temperature = body.member("temperature").number();
    request.topP = body.member("top_p").number();
    request.topK = body.member("top_k").integer();
    body.member("stop_sequences").forEach([&request](const Field &text) {
        if (!text.isString()) {
            text.refuse(QStringLiteral("must be a string"));
        }
        request.stop.push_back(text.takeString());
    });
    request.isStream = body.member("stream").boolean().value_or(false);
    request.wantsStreamUsage = true;
    if (const Field metadata = body.member("metadata"); metadata.isPresent()) {
        request.user = metadata.member("user_id").takeString();
    }
}

} // namespace nexus::anthropic

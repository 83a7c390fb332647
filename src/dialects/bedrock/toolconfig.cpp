// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/toolconfig.h"

#include "dialects/bedrock/blocks.h"
#include "dialects/bedrock/conversation.h"
#include "dialects/bedrock/refusal.h"
#include "dialects/bedrock/schemafit.h"

#include <algorithm>

namespace nexus::bedrock {

namespace {

// A model compiles a grammar for each strict tool, and takes no more than this many.
constexpr std::ptrdiff_t mostStrictTools = 20;

Json anySchema()
{
    Json schema = single("type", "object");
    schema["properties"] = Json::object();
    return schema;
}

// Converse wants an object with a type at the root.
Json inputSchema(Json parameters)
{
    if (!parameters.is_object() || parameters.empty()) {
        return anySchema();
    }
    if (!parameters.contains("type")) {
        parameters["type"] = "object";
    }
    return parameters;
}

bool isEnforceable(const Tool &tool, const ModelTraits &traits)
{
    return traits.hasJsonSchema && (!traits.wantsClosedSchema || isClosedSchema(tool.parameters));
}

Json toolSpec(Tool tool, bool isStrict)
{
    Json spec = single("name", std::move(tool.name));
    if (!isBlank(tool.description)) {
        spec["description"] = std::move(tool.description);
    }
    spec["inputSchema"] = single("json", inputSchema(std::move(tool.parameters)));
    if (isStrict) {
        spec["strict"] = true;
    }
    return single("toolSpec", std::move(spec));
}

void addTools(ToolConfig &result, std::vector<Tool> tools, const ModelTraits &traits)
{
    const auto isStrict = [](const Tool &tool) { return tool.isStrict.value_or(false); };
    const bool hasRoom = std::ranges::count_if(tools, isStrict) <= mostStrictTools;
    Json &specs = result.config["tools"] = Json::array();
    for (Tool &tool : tools) {
        const CacheMark mark = tool.cache;
        const bool isEnforced = isStrict(tool) && hasRoom && isEnforceable(tool, traits);
        result.hasLostStrict = result.hasLostStrict || (isStrict(tool) && !isEnforced);
        specs.push_back(toolSpec(std::move(tool), isEnforced));
        if (mark == CacheMark::None) {
            continue;
        }
        if (traits.hasToolCache) {
            specs.push_back(cachePoint(mark, traits.hasHourCache));
        } else {
            result.hasLostCacheMark = true;
        }
    }
}

Json named(const std::string &tool)
{
    return single("tool", single("name", tool));
}

// `auto` is what Converse does without being told, and some models do not know the word.
Json choiceOf(const ToolWishes &wishes, const ModelTraits &traits)
{
    const bool isAny = traits.forcing == ToolForcing::Any;
    switch (wishes.choice.kind) {
    case ToolChoice::Kind::Required:
        return single("any", Json::object());
    case ToolChoice::Kind::Named:
        return isAny ? single("any", Json::object()) : named(wishes.choice.name);
    case ToolChoice::Kind::Unset:
    case ToolChoice::Kind::Auto:
    case ToolChoice::Kind::None:
        break;
    }
    if (!wishes.jsonTool) {
        return {};
    }
    return isAny || wishes.tools.size() > 1 ? single("any", Json::object()) : named(wishes.jsonTool->name);
}

// What the model is offered, the tool for JSON answers last.
std::vector<Tool> offeredTools(ToolWishes &wishes, const ModelTraits &traits)
{
    std::vector<Tool> tools = std::move(wishes.tools);
    const bool mayCall = wishes.choice.kind != ToolChoice::Kind::None;
    if (!mayCall && (wishes.calledTools.empty() || wishes.jsonTool)) {
        tools.clear();
    }
    if (wishes.choice.kind == ToolChoice::Kind::Named && traits.forcing == ToolForcing::Any) {
        std::erase_if(tools, [&wishes](const Tool &tool) { return tool.name != wishes.choice.name; });
    }
    if (wishes.jsonTool) {
        tools.push_back(*wishes.jsonTool);
    }
    if (tools.empty()) {
        for (std::string &name : wishes.calledTools) {
            tools.push_back({.name = std::move(name)});
        }
    }
    return tools;
}

} // namespace

std::optional<Error> refusedChoice(const ToolChoice &choice, const ModelTraits &traits)
{
    const bool isForced = choice.kind == ToolChoice::Kind::Required || choice.kind == ToolChoice::Kind::Named;
    if (!isForced || traits.forcing != ToolForcing::None) {
        return std::nullopt;
    }
    return untranslatable({"tool_choice"},
        QStringLiteral("this model cannot be made to call a tool, send `auto` or choose another model"));
}

ToolConfig toolConfig(ToolWishes wishes, const ModelTraits &traits)
{
    ToolConfig result;
    wishes.tools = offeredTools(wishes, traits);
    if (wishes.tools.empty()) {
        return result;
    }
    Json choice = choiceOf(wishes, traits);
    result.hasLostChoice = wishes.choice.kind == ToolChoice::Kind::None && !wishes.jsonTool;
    result.config = Json::object();
    addTools(result, std::move(wishes.tools), traits);
    if (!choice.is_null()) {
        result.config["toolChoice"] = std::move(choice);
    }
    return result;
}

} // namespace nexus::bedrock

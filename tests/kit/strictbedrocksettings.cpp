// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictbedrockrules.h"
#include "strictclaude.h"

#include <algorithm>
#include <set>

namespace nexus::kit {

namespace {

using Words = std::optional<std::string>;

bool isOf(const std::string &model, std::initializer_list<const char *> families)
{
    return std::ranges::any_of(
        families, [&model](const char *family) { return model.find(family) != std::string::npos; });
}

std::string outOfRange(const std::string &value, const std::string &place, const std::string &bound)
{
    return "1 validation error detected: Value '" + value + "' at '" + place
        + "' failed to satisfy constraint: Member must have value " + bound;
}

Words checkInference(const Json &inference)
{
    const Json most = inference.value("maxTokens", Json());
    if (most.is_number() && most.get<std::int64_t>() < 1) {
        return outOfRange(most.dump(), "inferenceConfig.maxTokens", "greater than or equal to 1");
    }
    for (const char *name : {"temperature", "topP"}) {
        const Json value = inference.value(name, Json());
        const std::string place = "inferenceConfig." + std::string(name);
        if (value.is_number() && value.get<double>() < 0) {
            return outOfRange(value.dump(), place, "greater than or equal to 0");
        }
        if (value.is_number() && value.get<double>() > 1) {
            return outOfRange(value.dump(), place, "less than or equal to 1");
        }
    }
    const Json stops = inference.value("stopSequences", Json::array());
    const bool hasEmpty
        = std::any_of(stops.begin(), stops.end(), [](const Json &stop) { return stop == ""; });
    return hasEmpty
        ? Words("1 validation error detected: Value at 'inferenceConfig.stopSequences' failed to satisfy "
                "constraint: Member must have length greater than or equal to 1")
        : std::nullopt;
}

Words checkSpec(const Json &spec, const std::string &place)
{
    if (!isNameOf(spec["name"], "_-", 64)) {
        return "1 validation error detected: Value at '" + place
            + ".name' failed to satisfy constraint: Member must satisfy regular expression pattern: "
              "[a-zA-Z0-9_-]+";
    }
    if (spec.value("description", std::string("some")).empty()) {
        return "1 validation error detected: Value at '" + place
            + ".description' failed to satisfy constraint: Member must have length greater than or equal to "
              "1";
    }
    const Json schema = spec["inputSchema"]["json"];
    return schema.value("type", Json()) == "object"
        ? std::nullopt
        : Words("The value at " + place + ".inputSchema.json.type must be one of the following: object.");
}

Words checkTools(const Json &config, std::set<std::string> &names)
{
    const Json &tools = config["tools"];
    for (std::size_t i = 0; i < tools.size(); ++i) {
        if (!tools[i].contains("toolSpec")) {
            continue;
        }
        const Json &spec = tools[i]["toolSpec"];
        if (Words words = checkSpec(spec, "toolConfig.tools." + std::to_string(i) + ".toolSpec")) {
            return words;
        }
        if (!names.insert(spec["name"]).second) {
            return "The toolConfig.tools contains the tool name " + spec["name"].dump() + " more than once.";
        }
    }
    return names.empty() ? Words("1 validation error detected: Value at 'toolConfig.tools' failed to satisfy "
                                 "constraint: Member must have length greater than or equal to 1")
                         : std::nullopt;
}

Words checkChoice(const Json &choice, const std::string &model, const std::set<std::string> &names)
{
    if (choice.is_null() || choice.contains("auto")) {
        return std::nullopt;
    }
    const std::string kind = choice.contains("any") ? "any" : "tool";
    if (!isOf(model, {"claude", "nova", "mistral"})) {
        return "This model doesn't support the toolConfig.toolChoice." + kind
            + " field. Remove toolConfig.toolChoice." + kind + " and try again.";
    }
    if (kind == "tool" && !names.contains(choice["tool"]["name"].get<std::string>())) {
        return "The value at toolConfig.toolChoice.tool.name is not the name of a tool in toolConfig.tools.";
    }
    return std::nullopt;
}

Words checkToolConfig(const Json &body, const std::string &model, bool isStream)
{
    if (!body.contains("toolConfig")) {
        return std::nullopt;
    }
    if (isOf(model, {"titan", "llama2", "llama3-8b", "llama3-70b", "mistral-7b", "command-text"})) {
        return "This model doesn't support tool use.";
    }
    if (isStream && isOf(model, {"llama3-1", "llama3-2"})) {
        return "This model doesn't support tool use in streaming mode.";
    }
    std::set<std::string> names;
    if (Words words = checkTools(body["toolConfig"], names)) {
        return words;
    }
    return checkChoice(body["toolConfig"].value("toolChoice", Json()), model, names);
}

Words checkSystem(const Json &body, const std::string &model)
{
    const Json system = body.value("system", Json::array());
    if (!system.empty() && isOf(model, {"titan", "mistral-7b", "command-text"})) {
        return "This model doesn't support system messages. Try again without a system message or use a "
               "model that "
               "supports system messages.";
    }
    for (std::size_t i = 0; i < system.size(); ++i) {
        const std::string text = system[i].value("text", std::string("some"));
        if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
            return "The text field in the SystemContentBlock object at system." + std::to_string(i)
                + " is blank. Add text to the text field, and try again.";
        }
    }
    return std::nullopt;
}

bool hasCachePoint(const Json &value)
{
    return value.is_structured()
        && (value.contains("cachePoint") || std::any_of(value.begin(), value.end(), [](const Json &inner) {
               return hasCachePoint(inner);
           }));
}

// Claude judges what Converse only passes on.
Words checkClaude(const Json &body, const std::string &model)
{
    const Json inference = body.value("inferenceConfig", Json::object());
    const Json extra = body.value("additionalModelRequestFields", Json::object());
    const std::set<std::string> known {"thinking", "top_k", "anthropic_beta", "output_config"};
    for (const auto &[name, value] : extra.items()) {
        if (!known.contains(name)) {
            return name + ": Extra inputs are not permitted";
        }
    }
    ClaudeSettings settings;
    settings.model = model;
    if (inference.contains("maxTokens")) {
        settings.maxTokens = inference["maxTokens"].get<std::int64_t>();
    }
    settings.temperature = inference.value("temperature", Json());
    settings.topP = inference.value("topP", Json());
    settings.topK = extra.value("top_k", Json());
    settings.thinking = extra.value("thinking", Json());
    const Json choice = body.value("/toolConfig/toolChoice"_json_pointer, Json::object());
    settings.isToolForced = choice.contains("any") || choice.contains("tool");
    return claudeRefusal(settings);
}

Words checkOutput(const Json &body)
{
    const Json text = body.value("/outputConfig/textFormat/structure/jsonSchema/schema"_json_pointer, Json());
    if (!text.is_string()) {
        return std::nullopt;
    }
    const Json schema = Json::parse(text.get<std::string>(), nullptr, false);
    if (!schema.is_object()) {
        return "The value at outputConfig.textFormat.structure.jsonSchema.schema is not a JSON schema.";
    }
    return claudeSchemaRefusal(schema);
}

} // namespace

std::optional<std::string> converseSettingsRefusal(const Json &body, const std::string &model, bool isStream)
{
    if (Words words = checkInference(body.value("inferenceConfig", Json::object()))) {
        return words;
    }
    if (Words words = checkSystem(body, model)) {
        return words;
    }
    if (Words words = checkToolConfig(body, model, isStream)) {
        return words;
    }
    if (isOf(model, {"meta.", "mistral.", "cohere.", "titan"}) && hasCachePoint(body)) {
        return "You invoked an unsupported model or your request did not allow prompt caching.";
    }
    if (Words words = checkOutput(body)) {
        return words;
    }
    if (model.find("claude") == std::string::npos) {
        return std::nullopt;
    }
    const Words words = checkClaude(body, model);
    return words ? "The model returned the following errors: " + *words : words;
}

} // namespace nexus::kit

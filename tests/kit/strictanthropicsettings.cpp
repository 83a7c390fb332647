// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictanthropicrules.h"
#include "strictclaude.h"

#include <algorithm>
#include <set>

namespace nexus::kit {

namespace {

using Words = std::optional<std::string>;

bool isToolName(const std::string &name)
{
    constexpr std::size_t longest = 128;
    return !name.empty() && name.size() <= longest && std::ranges::all_of(name, [](unsigned char letter) {
        return std::isalnum(letter) != 0 || letter == '_' || letter == '-';
    });
}

Words checkTool(const Json &tool, const std::string &place)
{
    if (!isToolName(tool.value("name", std::string()))) {
        return place + ".name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'";
    }
    const Json schema = tool.value("input_schema", Json::object());
    if (!schema.contains("type")) {
        return place + ".input_schema.type: Field required";
    }
    if (schema["type"] != "object") {
        return place + ".input_schema.type: Input should be 'object'";
    }
    for (const char *keyword : {"oneOf", "allOf", "anyOf"}) {
        if (schema.contains(keyword)) {
            return place
                + ".input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level";
        }
    }
    if (tool.value("strict", false)) {
        if (const Words words = claudeSchemaRefusal(schema)) {
            return place + ".input_schema: " + *words;
        }
    }
    return std::nullopt;
}

Words checkTools(const Json &body)
{
    const Json tools = body.value("tools", Json::array());
    std::set<std::string> names;
    for (std::size_t i = 0; i < tools.size(); ++i) {
        if (tools[i].value("type", std::string("custom")) != "custom") {
            continue;
        }
        if (Words words = checkTool(tools[i], "tools." + std::to_string(i) + ".custom")) {
            return words;
        }
        if (!names.insert(tools[i]["name"]).second) {
            return "tools: Tool names must be unique.";
        }
    }
    const Json choice = body.value("tool_choice", Json::object());
    if (!choice.empty() && tools.empty()) {
        return "tool_choice: tool_choice may only be specified while providing tools.";
    }
    const std::string wanted = choice.value("name", std::string());
    if (!wanted.empty() && !names.contains(wanted)) {
        return "Tool '" + wanted + "' not found in provided tools";
    }
    return std::nullopt;
}

std::size_t cachePoints(const Json &value)
{
    if (!value.is_structured()) {
        return 0;
    }
    std::size_t count
        = value.is_object() && value.contains("cache_control") && !value["cache_control"].is_null();
    for (const auto &[name, member] : value.items()) {
        // What tools take and give is not the service's own.
        count += name == "input" || name == "input_schema" ? 0 : cachePoints(member);
    }
    return count;
}

Words checkOutput(const Json &body)
{
    const ClaudeModel model = ClaudeModel::named(body.value("model", std::string()));
    const Json output = body.value("output_config", Json::object());
    if (!output.value("effort", Json()).is_null() && !model.hasEffort()) {
        return "This model does not support the effort parameter.";
    }
    const Json format = output.value("format", Json());
    if (format.is_null()) {
        return std::nullopt;
    }
    if (!model.hasOutputFormat()) {
        return "This model does not support output format.";
    }
    const Words words = claudeSchemaRefusal(format["schema"]);
    return words ? "output_config.format.schema: " + *words : words;
}

Words checkStops(const Json &body)
{
    for (const Json &stop : body.value("stop_sequences", Json::array())) {
        if (stop.get<std::string>().find_first_not_of(" \t\r\n") == std::string::npos) {
            return "stop_sequences: each stop sequence must contain non-whitespace";
        }
    }
    return std::nullopt;
}

Words checkUser(const Json &body)
{
    const Json user = body.value("/metadata/user_id"_json_pointer, Json());
    if (!user.is_string()) {
        return std::nullopt;
    }
    const std::string id = user;
    if (id.size() > 256) {
        return "metadata.user_id: String should have at most 256 characters";
    }
    if (id.find('@') != std::string::npos) {
        return "metadata.user_id: user_id appears to contain an email address";
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> anthropicSettingsRefusal(const Json &body, bool isInterleaved)
{
    ClaudeSettings settings;
    settings.model = body.value("model", std::string());
    if (body.contains("max_tokens")) {
        settings.maxTokens = body["max_tokens"].get<std::int64_t>();
    }
    settings.temperature = body.value("temperature", Json());
    settings.topP = body.value("top_p", Json());
    settings.topK = body.value("top_k", Json());
    settings.thinking = body.value("thinking", Json());
    const std::string choice = body.value("/tool_choice/type"_json_pointer, std::string());
    settings.isToolForced = choice == "any" || choice == "tool";
    settings.isInterleaved = isInterleaved;
    if (Words words = claudeRefusal(settings)) {
        return words;
    }
    if (const std::size_t count = cachePoints(body); count > 4) {
        return "A maximum of 4 blocks with cache_control may be provided. Found " + std::to_string(count)
            + ".";
    }
    for (const auto check : {&checkTools, &checkOutput, &checkStops, &checkUser}) {
        if (Words words = check(body)) {
            return words;
        }
    }
    return std::nullopt;
}

} // namespace nexus::kit

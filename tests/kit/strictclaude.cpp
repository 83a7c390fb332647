// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictclaude.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace nexus::kit {

namespace {

using Words = std::optional<std::string>;

// A small number of at most two digits, as versions are; dates and words are not.
int versionPart(const std::string &text)
{
    int number = -1;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end && text.size() <= 2 ? number : -1;
}

Words checkRange(const char *name, const Json &value, double low, double high)
{
    if (!value.is_number()) {
        return std::nullopt;
    }
    std::ostringstream text;
    if (value.get<double>() > high) {
        text << name << ": Input should be less than or equal to " << high;
    } else if (value.get<double>() < low) {
        text << name << ": Input should be greater than or equal to " << low;
    }
    return text.str().empty() ? std::nullopt : Words(text.str());
}

Words checkSampling(const ClaudeSettings &settings, const ClaudeModel &model)
{
    if (Words words = checkRange("temperature", settings.temperature, 0, 1)) {
        return words;
    }
    if (Words words = checkRange("top_p", settings.topP, 0, 1)) {
        return words;
    }
    const std::array named {std::pair {"temperature", &settings.temperature},
        std::pair {"top_p", &settings.topP}, std::pair {"top_k", &settings.topK}};
    for (const auto &[name, value] : named) {
        if (model.isWithoutSampling() && !value->is_null()) {
            return '`' + std::string(name) + "` is deprecated for this model.";
        }
    }
    if (model.isSamplingExclusive() && !settings.temperature.is_null() && !settings.topP.is_null()) {
        return "`temperature` and `top_p` cannot both be specified for this model. Please use only one.";
    }
    return std::nullopt;
}

Words checkBudget(const ClaudeSettings &settings)
{
    const auto budget = settings.thinking.value("budget_tokens", std::int64_t(0));
    if (budget < 1024) {
        return "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024";
    }
    if (settings.maxTokens && budget >= *settings.maxTokens && !settings.isInterleaved) {
        return "`max_tokens` must be greater than `thinking.budget_tokens`.";
    }
    return std::nullopt;
}

Words checkBesideThinking(const ClaudeSettings &settings)
{
    if (settings.temperature.is_number() && settings.temperature.get<double>() != 1) {
        return "`temperature` may only be set to 1 when thinking is enabled or in adaptive mode.";
    }
    if (settings.topP.is_number() && settings.topP.get<double>() < 0.95) {
        return "`top_p` must be greater than or equal to 0.95 or unset when thinking is enabled.";
    }
    if (!settings.topK.is_null()) {
        return "`top_k` must be unset when thinking is enabled.";
    }
    if (settings.isToolForced) {
        return "Thinking may not be enabled when tool_choice forces tool use.";
    }
    return std::nullopt;
}

Words checkThinking(const ClaudeSettings &settings, const ClaudeModel &model)
{
    if (!asksForThinking(settings.thinking)) {
        return std::nullopt;
    }
    if (!model.hasThinking()) {
        return "'" + settings.model + "' does not support thinking.";
    }
    const bool isAdaptive = settings.thinking.value("type", std::string()) == "adaptive";
    if (isAdaptive && !model.hasAdaptiveThinking()) {
        return "adaptive thinking is not supported on this model";
    }
    if (!isAdaptive && !model.hasThinkingBudget()) {
        return "\"thinking.type.enabled\" is not supported for this model. Use \"thinking.type.adaptive\" "
               "and "
               "\"output_config.effort\" to control thinking behavior.";
    }
    if (Words words = isAdaptive ? std::nullopt : checkBudget(settings)) {
        return words;
    }
    return checkBesideThinking(settings);
}

Words checkKeywords(const Json &schema, const std::string &type)
{
    for (const char *keyword : {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
             "minLength", "maxLength", "maxItems", "uniqueItems", "minProperties", "maxProperties"}) {
        if (schema.contains(keyword)) {
            return "For '" + type + "' type, property '" + keyword + "' is not supported";
        }
    }
    const Json least = schema.value("minItems", Json(0));
    if (least != 0 && least != 1) {
        return "For 'array' type, 'minItems' values other than 0 or 1 are not supported";
    }
    if (type == "object" && schema.value("additionalProperties", Json()) != false) {
        return "For 'object' type, 'additionalProperties' must be explicitly set to false";
    }
    return std::nullopt;
}

} // namespace

ClaudeModel ClaudeModel::named(const std::string &name)
{
    const std::size_t begin = name.rfind("claude-");
    if (begin == std::string::npos) {
        return {};
    }
    ClaudeModel model;
    std::vector<int> numbers;
    std::istringstream stream(name.substr(begin + 7));
    for (std::string part; std::getline(stream, part, '-');) {
        const int number = versionPart(part);
        if (number >= 0 && numbers.size() < 2) {
            numbers.push_back(number);
        } else if (number < 0 && model.family.empty()) {
            model.family = part;
        } else if (!numbers.empty()) {
            break; // the date, or what a service puts behind it
        }
    }
    if (!numbers.empty()) {
        model.version = numbers.front() * 100 + (numbers.size() > 1 ? numbers[1] : 0);
    }
    return model;
}

int ClaudeModel::maxOutputTokens() const
{
    if (version < 305) {
        return 4096;
    }
    if (version < 307) {
        return 8192;
    }
    if (version >= 406 && family != "haiku") {
        return 128000;
    }
    return family == "opus" && version < 405 ? 32000 : 64000;
}

bool asksForThinking(const Json &thinking)
{
    const std::string type = thinking.is_object() ? thinking.value("type", std::string()) : "";
    return type == "enabled" || type == "adaptive";
}

std::optional<std::string> claudeRefusal(const ClaudeSettings &settings)
{
    const ClaudeModel model = ClaudeModel::named(settings.model);
    if (settings.maxTokens && *settings.maxTokens < 1) {
        return "max_tokens: must be greater than or equal to 1";
    }
    if (settings.maxTokens && *settings.maxTokens > model.maxOutputTokens()) {
        return "max_tokens: " + std::to_string(*settings.maxTokens) + " > "
            + std::to_string(model.maxOutputTokens())
            + ", which is the maximum allowed number of output tokens for " + settings.model;
    }
    if (Words words = checkSampling(settings, model)) {
        return words;
    }
    return checkThinking(settings, model);
}

std::optional<std::string> claudeSchemaRefusal(const Json &schema)
{
    if (!schema.is_object()) {
        return std::nullopt;
    }
    const Json type = schema.value("type", Json());
    if (Words words = checkKeywords(schema, type.is_string() ? type.get<std::string>() : "")) {
        return words;
    }
    for (const char *map : {"properties", "$defs", "definitions"}) {
        const Json members = schema.value(map, Json::object());
        for (const auto &[name, member] : members.items()) {
            if (Words words = claudeSchemaRefusal(member)) {
                return words;
            }
        }
    }
    for (const char *list : {"anyOf", "allOf"}) {
        for (const Json &member : schema.value(list, Json::array())) {
            if (Words words = claudeSchemaRefusal(member)) {
                return words;
            }
        }
    }
    return claudeSchemaRefusal(schema.value("items", Json()));
}

} // namespace nexus::kit

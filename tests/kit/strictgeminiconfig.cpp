// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictgeminirules.h"

#include <algorithm>
#include <set>

namespace nexus::kit {

namespace {

using Refusal = std::optional<GeminiRefusal>;

Refusal refuse(const std::string &place, const std::string &words)
{
    return GeminiRefusal {"* GenerateContentRequest." + place + ": " + words + "\n", place};
}

Refusal refuse(const std::string &words)
{
    return GeminiRefusal {words, {}};
}

bool isFunctionName(const std::string &name)
{
    if (name.empty() || name.size() > 64
        || (std::isalpha(static_cast<unsigned char>(name[0])) == 0 && name[0] != '_')) {
        return false;
    }
    return std::ranges::all_of(name, [](unsigned char letter) {
        return std::isalnum(letter) != 0
            || std::string("_.:-").find(static_cast<char>(letter)) != std::string::npos;
    });
}

Refusal checkDeclaration(const Json &declaration, const std::string &place)
{
    if (!isFunctionName(declaration.value("name", std::string()))) {
        return refuse(place + ".name",
            "Invalid function name. Must start with a letter or an underscore. Must be alphameric (a-z, A-Z, "
            "0-9), underscores (_), dots (.), colons (:), or dashes (-), with a maximum length of 64.");
    }
    if (declaration.contains("parameters") && declaration.contains("parametersJsonSchema")) {
        return refuse(place + ".parameters_json_schema", "is mutually exclusive with parameters");
    }
    return declaration.contains("parameters")
        ? geminiSchemaRefusal(declaration["parameters"], place + ".parameters")
        : std::nullopt;
}

Refusal checkTools(const Json &body, std::set<std::string> &names)
{
    const Json tools = body.value("tools", Json::array());
    for (std::size_t i = 0; i < tools.size(); ++i) {
        const Json declarations = tools[i].value("functionDeclarations", Json::array());
        for (std::size_t j = 0; j < declarations.size(); ++j) {
            const std::string place
                = "tools[" + std::to_string(i) + "].function_declarations[" + std::to_string(j) + ']';
            if (Refusal refusal = checkDeclaration(declarations[j], place)) {
                return refusal;
            }
            const std::string name = declarations[j]["name"];
            if (!names.insert(name).second) {
                return refuse("Duplicate function declaration found: " + name);
            }
        }
    }
    return std::nullopt;
}

Refusal checkCalling(const Json &body, const std::set<std::string> &names)
{
    const Json config = body.value("/toolConfig/functionCallingConfig"_json_pointer, Json::object());
    const std::string mode = config.value("mode", std::string());
    const Json allowed = config.value("allowedFunctionNames", Json::array());
    if (names.empty() && (mode == "ANY" || !allowed.empty())) {
        return refuse("Function calling config is set without function_declarations.");
    }
    if (!allowed.empty() && mode != "ANY" && mode != "VALIDATED") {
        return refuse("tool_config.function_calling_config.allowed_function_names",
            "should be set only when function calling mode is ANY.");
    }
    const bool isKnown = std::ranges::all_of(
        allowed, [&names](const Json &name) { return names.contains(name.get<std::string>()); });
    return isKnown ? std::nullopt
                   : refuse("tool_config.function_calling_config.allowed_function_names",
                       "should be a subset of the declared function names.");
}

struct BudgetRange {
    int least = 0;
    int most = 0;
    bool mayBeOff = false;
};

std::optional<BudgetRange> budgetRange(const std::string &model)
{
    if (isGemini3(model) || model.find("2.5-pro") != std::string::npos) {
        return BudgetRange {128, 32768, false};
    }
    if (model.find("2.5-flash-lite") != std::string::npos) {
        return BudgetRange {512, 24576, true};
    }
    if (model.find("2.5-flash") != std::string::npos) {
        return BudgetRange {0, 24576, true};
    }
    const bool isOld
        = model.find("gemini-1") != std::string::npos || model.find("gemini-2.0") != std::string::npos;
    return isOld ? std::nullopt : std::optional(BudgetRange {0, 32768, true});
}

Refusal checkBudget(const Json &thinking, const BudgetRange &range)
{
    const Json budget = thinking.value("thinkingBudget", Json());
    if (budget.is_null() || budget == -1) {
        return std::nullopt;
    }
    const auto value = budget.get<std::int64_t>();
    if (value == 0 && !range.mayBeOff) {
        return refuse("Budget 0 is invalid. This model only works in thinking mode.");
    }
    if (value == 0) {
        return thinking.value("includeThoughts", false)
            ? refuse("Unable to submit request because thinking_config.include_thoughts is only enabled when "
                     "thinking is enabled.")
            : std::nullopt;
    }
    if (value < range.least || value > range.most) {
        return refuse("The thinking budget " + std::to_string(value)
            + " is invalid. Please choose a value between " + std::to_string(range.least) + " and "
            + std::to_string(range.most) + '.');
    }
    return std::nullopt;
}

Refusal checkThinking(const Json &config, const std::string &model)
{
    const Json thinking = config.value("thinkingConfig", Json::object());
    if (thinking.empty()) {
        return std::nullopt;
    }
    const auto range = budgetRange(model);
    if (!range) {
        return refuse("Unable to submit request because thinking is not supported by this model.");
    }
    if (thinking.contains("thinkingLevel") && thinking.contains("thinkingBudget")) {
        return refuse("You can only set only one of thinking budget and thinking level.");
    }
    if (thinking.contains("thinkingLevel") && model.find("gemini-2") != std::string::npos) {
        return refuse("Thinking level is not supported for this model.");
    }
    return checkBudget(thinking, *range);
}

Refusal checkRange(const Json &config, const char *member, const char *name, double least, double most)
{
    const Json value = config.value(member, Json());
    if (value.is_null() || (value.get<double>() >= least && value.get<double>() <= most)) {
        return std::nullopt;
    }
    const auto text = [](double number) { return Json(number).dump(); };
    return refuse("generation_config." + std::string(name),
        std::string(name) + " must be in the range [" + text(least) + ", " + text(most) + "].");
}

Refusal checkNumbers(const Json &config)
{
    constexpr double any = 2147483647;
    if (Refusal refusal = checkRange(config, "temperature", "temperature", 0, 2)) {
        return refusal;
    }
    if (Refusal refusal = checkRange(config, "topP", "top_p", 0, 1)) {
        return refusal;
    }
    if (Refusal refusal = checkRange(config, "topK", "top_k", 1, any)) {
        return refusal;
    }
    if (Refusal refusal = checkRange(config, "candidateCount", "candidate_count", 1, 8)) {
        return refusal;
    }
    if (Refusal refusal = checkRange(config, "maxOutputTokens", "max_output_tokens", 1, any)) {
        return refusal;
    }
    if (Refusal refusal = checkRange(config, "seed", "seed", -any, any)) {
        return refusal;
    }
    if (Refusal refusal = checkRange(config, "presencePenalty", "presence_penalty", -2, 2)) {
        return refusal;
    }
    return checkRange(config, "frequencyPenalty", "frequency_penalty", -2, 2);
}

Refusal checkFormat(const Json &body, const Json &config, const std::string &model)
{
    const std::string place = "generation_config.response_mime_type";
    const std::string type = config.value("responseMimeType", std::string("text/plain"));
    const std::set<std::string> known {"text/plain", "application/json", "text/x.enum"};
    if (!known.contains(type)) {
        return refuse(place, "allowed mimetypes are `text/plain`, `application/json` and `text/x.enum`.");
    }
    const bool hasSchema = config.contains("responseSchema");
    const bool hasJsonSchema = config.contains("responseJsonSchema");
    if (hasSchema && hasJsonSchema) {
        return refuse("generation_config.response_json_schema", "must be unset when response_schema is set.");
    }
    if ((hasSchema || hasJsonSchema) && type == "text/plain") {
        return refuse(place, "must be `application/json` when a response schema is set.");
    }
    if (type == "application/json" && body.contains("tools") && !isGemini3(model)) {
        return refuse("Function calling with a response mime type: 'application/json' is unsupported");
    }
    return hasSchema ? geminiSchemaRefusal(config["responseSchema"], "generation_config.response_schema")
                     : std::nullopt;
}

Refusal checkStops(const Json &config)
{
    const Json stops = config.value("stopSequences", Json::array());
    const std::string place = "generation_config.stop_sequences";
    if (stops.size() > 5) {
        return refuse(place, "the number of stop sequences must not exceed 5.");
    }
    return std::ranges::any_of(stops, [](const Json &stop) { return stop == ""; })
        ? refuse(place, "stop sequences must not be empty.")
        : std::nullopt;
}

} // namespace

std::optional<GeminiRefusal> geminiConfigRefusal(const Json &body, const std::string &model)
{
    std::set<std::string> names;
    if (Refusal refusal = checkTools(body, names)) {
        return refusal;
    }
    if (Refusal refusal = checkCalling(body, names)) {
        return refusal;
    }
    const Json config = body.value("generationConfig", Json::object());
    if (Refusal refusal = checkNumbers(config)) {
        return refusal;
    }
    if (Refusal refusal = checkStops(config)) {
        return refusal;
    }
    if (Refusal refusal = checkFormat(body, config, model)) {
        return refusal;
    }
    return checkThinking(config, model);
}

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/toolwriter.h"

#include "dialects/anthropic/blockwriter.h"
#include "dialects/anthropic/words.h"

#include <algorithm>

namespace nexus::anthropic {

namespace {

constexpr int mostStrictTools = 20;

Json toolObject(Tool tool)
{
    Json object;
    object["name"] = std::move(tool.name);
    if (!tool.description.empty()) {
        object["description"] = std::move(tool.description);
    }
    object["input_schema"] = inputSchema(std::move(tool.parameters));
    mark(object, tool.cache);
    return object;
}

// Whether the schema still fits beside those before it.
bool fits(const Json &schema, GrammarLoad &load)
{
    GrammarLoad together = load;
    if (!isNarrow(schema, together) || !together.fits()) {
        return false;
    }
    load = together;
    return true;
}

std::string instruction(const ResponseFormat &format)
{
    std::string text = "Answer with one JSON object and nothing else: no words around it and no code fence.";
    if (format.kind == ResponseFormat::Kind::JsonSchema && !format.schema.is_null()) {
        text += " It must follow this JSON Schema:\n";
        text += format.schema.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return text;
}

AnswerForm schemaForm(ChatRequest &request, const ModelTraits &traits, GrammarLoad &load)
{
    ResponseFormat &format = request.responseFormat;
    if (traits.hasJsonFormat) {
        GrammarLoad together = load;
        if (auto schema = narrowed(format.schema, together); schema && together.fits()) {
            return {AnswerForm::Kind::Native, std::move(*schema), {}};
        }
    }
    if (!traits.canForceTools) {
        request.dropped.emplace_back("response_format");
        return {AnswerForm::Kind::Instruction, {}, instruction(format)};
    }
    std::string text = "Gives the answer. Call it once, with the whole answer as its input.";
    if (!format.description.empty()) {
        text += '\n' + format.description;
    }
    return {AnswerForm::Kind::Tool, std::move(format.schema), std::move(text)};
}

} // namespace

Json writeTools(ChatRequest &request, const ModelTraits &traits, const std::vector<std::string> &calledTools,
    GrammarLoad &load)
{
    Json tools = Json::array();
    std::vector<std::string> known;
    int strictTools = 0;
    bool losesStrict = false;
    for (Tool &tool : request.tools) {
        const bool wantsStrict = tool.isStrict.value_or(false);
        known.push_back(tool.name);
        Json object = toolObject(std::move(tool));
        if (wantsStrict) {
            const bool isStrict
                = traits.hasJsonFormat && strictTools < mostStrictTools && fits(object["input_schema"], load);
            if (isStrict) {
                object["strict"] = true;
                ++strictTools;
            }
            losesStrict = losesStrict || !isStrict;
        }
        tools.push_back(std::move(object));
    }
    if (losesStrict) {
        request.dropped.emplace_back("strict");
    }
    if (!request.tools.empty()) {
        return tools;
    }
    for (const std::string &name : calledTools) {
        tools.push_back(toolObject({.name = name, .description = {}, .parameters = {}, .isStrict = {}}));
    }
    return tools;
}

AnswerForm planAnswer(ChatRequest &request, const ModelTraits &traits, GrammarLoad &load)
{
    switch (request.responseFormat.kind) {
    case ResponseFormat::Kind::Unset:
    case ResponseFormat::Kind::Text:
        return {};
    case ResponseFormat::Kind::JsonObject:
        return {AnswerForm::Kind::Instruction, {}, instruction(request.responseFormat)};
    case ResponseFormat::Kind::JsonSchema:
        break;
    }
    if (!request.responseFormat.schema.is_object()) {
        return {AnswerForm::Kind::Instruction, {}, instruction(request.responseFormat)};
    }
    AnswerForm form = schemaForm(request, traits, load);
    const ToolChoice::Kind choice = request.toolChoice.kind;
    const bool callsOthers = choice == ToolChoice::Kind::Required || choice == ToolChoice::Kind::Named;
    if (form.kind == AnswerForm::Kind::Tool && callsOthers && !request.tools.empty()) {
        // The answer is a call of the client's own tool, not a text that would need a form.
        return {};
    }
    return form;
}

Json answerTool(AnswerForm &form)
{
    return toolObject({.name = std::string(jsonAnswerTool),
        .description = std::move(form.text),
        .parameters = std::move(form.schema),
        .isStrict = {}});
}

ToolChoice settleChoice(const ChatRequest &request, const AnswerForm &form, bool hasOwnTools)
{
    if (form.kind != AnswerForm::Kind::Tool) {
        return hasOwnTools ? request.toolChoice : ToolChoice {};
    }
    if (hasOwnTools && request.toolChoice.kind != ToolChoice::Kind::None) {
        return {ToolChoice::Kind::Required, {}};
    }
    return {ToolChoice::Kind::Named, std::string(jsonAnswerTool)};
}

Json toolChoiceObject(const ToolChoice &choice, bool allowsParallel)
{
    Json object;
    switch (choice.kind) {
    case ToolChoice::Kind::Unset:
        if (allowsParallel) {
            return {};
        }
        object["type"] = "auto";
        break;
    case ToolChoice::Kind::Auto:
        object["type"] = "auto";
        break;
    case ToolChoice::Kind::None:
        object["type"] = "none";
        return object;
    case ToolChoice::Kind::Required:
        object["type"] = "any";
        break;
    case ToolChoice::Kind::Named:
        object["type"] = "tool";
        object["name"] = choice.name;
        break;
    }
    if (!allowsParallel) {
        object["disable_parallel_tool_use"] = true;
    }
    return object;
}

} // namespace nexus::anthropic

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/toolreader.h"

#include "dialects/openai/partreader.h"

#include <algorithm>

namespace nexus::openai {

namespace {

Tool readTool(const Field &field)
{
    const Field type = field.member("type");
    if (type.requireString() != "function") {
        type.refuseUntranslatable(QStringLiteral("only tools of type `function` can be"));
        return {};
    }
    const Field function = field.member("function");
    const Field parameters = function.member("parameters");
    if (parameters.isPresent() && !parameters.isObject()) {
        parameters.refuse(QStringLiteral("must be an object: the JSON Schema of the arguments"));
    }
    const CacheMark mark = readCacheMark(field);
    return {.name = function.member("name").requireString(),
        .description = function.member("description").takeString(),
        .parameters = parameters.takeTree(),
        .isStrict = function.member("strict").boolean(),
        .cache = mark == CacheMark::None ? readCacheMark(function) : mark};
}

void refuseOldFields(const Field &body)
{
    if (const Field functions = body.member("functions"); functions.isPresent()) {
        functions.refuseUntranslatable(QStringLiteral("use `tools`, which took its place"));
    }
    if (const Field call = body.member("function_call"); call.isPresent()) {
        call.refuseUntranslatable(QStringLiteral("use `tool_choice`, which took its place"));
    }
}

ToolChoice readWord(const Field &field, const std::string &word)
{
    if (word == "auto") {
        return {.kind = ToolChoice::Kind::Auto};
    }
    if (word == "none") {
        return {.kind = ToolChoice::Kind::None};
    }
    if (word == "required" || word == "any") {
        return {.kind = ToolChoice::Kind::Required};
    }
    field.refuse(QStringLiteral("must be `auto`, `none`, `required` or an object that names a function"));
    return {};
}

// The model may use only some of the tools: it gets only those.
ToolChoice readAllowedTools(const Field &field, std::vector<Tool> &tools)
{
    std::vector<std::string> names;
    field.member("tools").forEach([&names](const Field &tool) {
        names.push_back(tool.member("function").member("name").requireString());
    });
    const auto isForbidden
        = [&names](const Tool &tool) { return std::ranges::find(names, tool.name) == names.end(); };
    std::erase_if(tools, isForbidden);
    const Field mode = field.member("mode");
    return readWord(mode, mode.requireString());
}

ToolChoice readChoice(const Field &field, std::vector<Tool> &tools)
{
    if (!field.isPresent()) {
        return {};
    }
    if (field.isString()) {
        return readWord(field, field.takeString());
    }
    const Field type = field.member("type");
    const std::string word = type.requireString();
    if (word == "function") {
        return {
            .kind = ToolChoice::Kind::Named, .name = field.member("function").member("name").requireString()};
    }
    if (word == "allowed_tools") {
        return readAllowedTools(field.member("allowed_tools"), tools);
    }
    if (word == "custom") {
        type.refuseUntranslatable(QStringLiteral("only tools of type `function` can be"));
        return {};
    }
    return readWord(type, word);
}

} // namespace

void readTools(const Field &body, ChatRequest &request)
{
    refuseOldFields(body);
    body.member("tools").forEach([&](const Field &tool) { request.tools.push_back(readTool(tool)); });
    request.toolChoice = readChoice(body.member("tool_choice"), request.tools);
    request.allowsParallelTools = body.member("parallel_tool_calls").boolean();
}

} // namespace nexus::openai

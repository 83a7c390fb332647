// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/tools.h"

#include "dialects/gemini/refusal.h"
#include "dialects/gemini/schema.h"

#include <algorithm>
#include <string_view>

namespace nexus::gemini {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isAcceptable(std::string_view name)
{
    constexpr std::size_t maxLength = 128;
    const auto fits
        = [](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == ':' || c == '-'; };
    return !name.empty() && name.size() <= maxLength && isLetter(name.front())
        && std::ranges::all_of(name, fits);
}

Json functionDeclaration(const Tool &tool)
{
    Json declaration = Json::object({{"name", tool.name}});
    if (!tool.description.empty()) {
        declaration["description"] = tool.description;
    }
    ProviderSchema schema = parametersSchema(tool.parameters);
    if (!schema.tree.is_null()) {
        declaration[schema.isJsonSchema ? "parametersJsonSchema" : "parameters"] = std::move(schema.tree);
    }
    return declaration;
}

} // namespace

Result<Json> writtenTools(const std::vector<Tool> &tools)
{
    if (tools.empty()) {
        return Json();
    }
    Json declarations = Json::array();
    for (std::size_t index = 0; index < tools.size(); ++index) {
        if (!isAcceptable(tools[index].name)) {
            return failure(refusal("tools[" + QByteArray::number(qulonglong(index)) + ']',
                QStringLiteral("has a name that Gemini does not take: it must begin with a letter or '_' and "
                               "hold only letters, digits, '_', '.', ':' and '-', at most 128")));
        }
        declarations.push_back(functionDeclaration(tools[index]));
    }
    return Json::array({Json::object({{"functionDeclarations", std::move(declarations)}})});
}

Json toolConfig(const ToolChoice &choice)
{
    Json config = Json::object();
    switch (choice.kind) {
    case ToolChoice::Kind::Unset:
        return {};
    case ToolChoice::Kind::Auto:
        config["mode"] = "AUTO";
        break;
    case ToolChoice::Kind::None:
        config["mode"] = "NONE";
        break;
    case ToolChoice::Kind::Required:
        config["mode"] = "ANY";
        break;
    case ToolChoice::Kind::Named:
        config["mode"] = "ANY";
        config["allowedFunctionNames"] = Json::array({choice.name});
        break;
    }
    return Json::object({{"functionCallingConfig", std::move(config)}});
}

} // namespace nexus::gemini

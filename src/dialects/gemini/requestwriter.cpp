// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/content.h"
#include "dialects/gemini/gemini.h"
#include "dialects/gemini/generationconfig.h"
#include "dialects/gemini/jsontext.h"
#include "dialects/gemini/refusal.h"
#include "dialects/gemini/tools.h"

#include <algorithm>

namespace nexus::gemini {

namespace {

void noteDropped(ChatRequest &request, bool hasCacheMarks)
{
    if (!request.user.empty()) {
        request.dropped.emplace_back("user");
    }
    if (request.allowsParallelTools == false) {
        request.dropped.emplace_back("parallel_tool_calls");
    }
    const bool hasMarkedTool
        = std::ranges::any_of(request.tools, [](const Tool &tool) { return tool.cache != CacheMark::None; });
    if (hasCacheMarks || hasMarkedTool) {
        request.dropped.emplace_back("cache_control");
    }
}

Result<Json> writtenBody(ChatRequest &request)
{
    const ModelFamily family = familyOf(request.model);
    ContentWriter writer(family);
    for (std::size_t index = 0; index < request.messages.size(); ++index) {
        writer.add(std::move(request.messages[index]), index);
    }
    auto conversation = writer.finish();
    if (!conversation) {
        return failure(conversation.error());
    }
    auto tools = writtenTools(request.tools);
    if (!tools) {
        return tools;
    }
    auto config = generationConfig(request, family);
    if (!config) {
        return config;
    }
    noteDropped(request, conversation->hasCacheMarks);
    Json body = Json::object();
    if (!conversation->systemInstruction.is_null()) {
        body["systemInstruction"] = std::move(conversation->systemInstruction);
    }
    body["contents"] = std::move(conversation->contents);
    if (!tools->is_null()) {
        body["tools"] = std::move(*tools);
        if (Json choice = toolConfig(request.toolChoice); !choice.is_null()) {
            body["toolConfig"] = std::move(choice);
        }
    }
    if (!config->empty()) {
        body["generationConfig"] = std::move(*config);
    }
    return body;
}

} // namespace

Result<ProviderRequest> writeRequest(ChatRequest request)
{
    auto body = writtenBody(request);
    if (!body) {
        return failure(body.error());
    }
    return ProviderRequest {.body = toText(*body), .headers = {}, .dropped = std::move(request.dropped)};
}

Result<ProviderRequest> writeCountRequest(ChatRequest request)
{
    const std::string model = resourceName(request.model);
    auto body = writtenBody(request);
    if (!body) {
        return failure(body.error());
    }
    Json counted = Json::object({{"model", model}});
    for (auto &[key, value] : body->items()) {
        counted[key] = std::move(value);
    }
    const Json wrapped = Json::object({{"generateContentRequest", std::move(counted)}});
    return ProviderRequest {.body = toText(wrapped), .headers = {}, .dropped = std::move(request.dropped)};
}

Result<qint64> readCount(const QByteArray &body)
{
    const auto tree = parseBounded(body);
    if (!tree || memberOf(*tree, "totalTokens") == nullptr) {
        return failure(
            unreadable(QStringLiteral("The provider answered a count of tokens with something else.")));
    }
    return integerOf(*tree, "totalTokens");
}

} // namespace nexus::gemini

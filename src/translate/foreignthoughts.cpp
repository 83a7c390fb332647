// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/foreignthoughts.h"

#include "wire/json.h"

#include <algorithm>
#include <string_view>

namespace nexus {

namespace {

constexpr std::string_view markBegin = "nexus:";
constexpr std::string_view geminiMark = "nexus:gemini:";
constexpr std::string_view openAiMark = "nexus:openai:";

std::string_view markOf(ProviderDialect provider)
{
    switch (provider) {
    case ProviderDialect::Gemini:
        return geminiMark;
    case ProviderDialect::OpenAi:
        return openAiMark;
    case ProviderDialect::Anthropic:
    case ProviderDialect::Bedrock:
        return {};
    }
    return {};
}

// Whether the thought goes on to the provider with that mark.
bool isWelcome(const MessagePart &part, std::string_view mark)
{
    const auto *const thought = std::get_if<ReasoningPart>(&part);
    return thought == nullptr || !thought->signature.starts_with(markBegin)
        || (!mark.empty() && thought->signature.starts_with(mark));
}

// What is left is the provider's own with its mark, or comes without one from Anthropic or from nowhere.
void unmark(MessagePart &part, std::string_view mark)
{
    auto *const thought = std::get_if<ReasoningPart>(&part);
    if (thought == nullptr || mark.empty()) {
        return;
    }
    if (thought->signature.starts_with(mark)) {
        thought->signature.erase(0, mark.size());
        return;
    }
    thought->signature.clear();
    thought->redacted.clear();
}

bool isForeignBlock(const Json &block)
{
    if (!block.is_object()) {
        return false;
    }
    const auto signature = block.find("signature");
    return signature != block.end() && signature->is_string()
        && signature->get_ref<const std::string &>().starts_with(markBegin);
}

bool isCall(const Json &block)
{
    const auto type = block.is_object() ? block.find("type") : block.end();
    return type != block.end() && *type == "tool_use";
}

// The blocks of a message, or nullptr when its content is plain text.
Json::array_t *blocksOf(Json &message)
{
    const auto content = message.is_object() ? message.find("content") : message.end();
    return content != message.end() && content->is_array() ? content->get_ptr<Json::array_t *>() : nullptr;
}

} // namespace

std::string markedSignature(ProviderDialect origin, const std::string &signature)
{
    return std::string(markOf(origin)) + signature;
}

void sortOutThoughts(ProviderDialect provider, ChatRequest &request)
{
    const std::string_view mark = markOf(provider);
    for (Message &message : request.messages) {
        std::erase_if(message.parts, [mark](const MessagePart &part) { return !isWelcome(part, mark); });
        for (MessagePart &part : message.parts) {
            unmark(part, mark);
        }
    }
}

OwnThoughts withoutForeignThoughts(const QByteArray &body)
{
    if (!body.contains(QByteArrayView(markBegin.data(), qsizetype(markBegin.size())))) {
        return {.body = body};
    }
    std::optional<Json> tree = parseJson(body);
    if (!tree || !tree->is_object() || !tree->contains("messages") || !(*tree)["messages"].is_array()) {
        return {.body = body};
    }
    std::size_t removed = 0;
    bool isLastCallBare = false; // the newest turn with calls lost its thought
    auto &messages = (*tree)["messages"].get_ref<Json::array_t &>();
    for (auto message = messages.begin(); message != messages.end();) {
        Json::array_t *const blocks = blocksOf(*message);
        const std::size_t foreign = blocks ? std::erase_if(*blocks, isForeignBlock) : 0;
        removed += foreign;
        if (blocks && std::ranges::any_of(*blocks, isCall)) {
            isLastCallBare = foreign > 0;
        }
        // A turn that said nothing else would be refused.
        message = foreign > 0 && blocks->empty() ? messages.erase(message) : std::next(message);
    }
    if (removed == 0) {
        return {.body = body};
    }
    const bool isThinkingDropped = isLastCallBare && tree->erase("thinking") > 0;
    return {.body = toText(*tree), .isThinkingDropped = isThinkingDropped};
}

} // namespace nexus

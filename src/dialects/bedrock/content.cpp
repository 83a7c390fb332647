// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/content.h"

#include "dialects/bedrock/blocks.h"
#include "dialects/bedrock/media.h"
#include "wire/json.h"

#include <algorithm>

namespace nexus::bedrock {

namespace {

CacheMark stronger(CacheMark left, CacheMark right)
{
    return std::max(left, right);
}

struct CacheMarkOf {
    CacheMark operator()(const ReasoningPart &) const { return CacheMark::None; }
    CacheMark operator()(const RefusalPart &) const { return CacheMark::None; }
    CacheMark operator()(const ToolResultPart &result) const
    {
        CacheMark mark = result.cache;
        for (const ToolResultPart::Content &content : result.content) {
            mark = stronger(mark, std::visit([](const auto &part) { return part.cache; }, content));
        }
        return mark;
    }
    template<typename Part>
    CacheMark operator()(const Part &part) const
    {
        return part.cache;
    }
};

bool isDocument(const MessagePart &part)
{
    const auto *media = std::get_if<MediaPart>(&part);
    return media != nullptr && media->kind == MediaPart::Kind::Document;
}

bool lacksTextForDocument(const std::vector<MessagePart> &parts)
{
    return std::ranges::any_of(parts, isDocument) && std::ranges::none_of(parts, [](const MessagePart &part) {
        return std::holds_alternative<TextPart>(part);
    });
}

} // namespace

Json ContentWriter::messages(std::vector<Turn> turns)
{
    Json messages = Json::array();
    for (Turn &turn : turns) {
        Json message = single("role", turn.isAssistant ? "assistant" : "user");
        message["content"] = content(std::move(turn.parts));
        messages.push_back(std::move(message));
    }
    return messages;
}

Json ContentWriter::system(std::vector<TextPart> texts)
{
    Json blocks = Json::array();
    for (TextPart &text : texts) {
        const CacheMark wanted = text.cache;
        blocks.push_back(block(std::move(text)));
        mark(blocks, wanted);
    }
    return blocks;
}

Json ContentWriter::content(std::vector<MessagePart> parts)
{
    Json blocks = Json::array();
    const bool lacksText = lacksTextForDocument(parts);
    for (MessagePart &part : parts) {
        const CacheMark wanted = std::visit(CacheMarkOf {}, part);
        blocks.push_back(std::visit([this](auto &concrete) { return block(std::move(concrete)); }, part));
        mark(blocks, wanted);
    }
    if (lacksText) {
        blocks.push_back(single("text", "See the document."));
    }
    return blocks;
}

Json ContentWriter::block(TextPart text)
{
    return single("text", std::move(text.text));
}

Json ContentWriter::block(MediaPart media)
{
    return media.kind == MediaPart::Kind::Document ? documentBlock(std::move(media), m_documentNames)
                                                   : imageBlock(std::move(media));
}

Json ContentWriter::block(ReasoningPart reasoning)
{
    if (!reasoning.redacted.empty()) {
        return single("reasoningContent", single("redactedContent", std::move(reasoning.redacted)));
    }
    Json text = single("text", std::move(reasoning.text));
    text["signature"] = std::move(reasoning.signature);
    return single("reasoningContent", single("reasoningText", std::move(text)));
}

Json ContentWriter::block(RefusalPart refusal)
{
    return single("text", std::move(refusal.text));
}

Json ContentWriter::block(ToolCallPart call)
{
    Json use = single("toolUseId", std::move(call.id));
    use["name"] = std::move(call.name);
    use["input"] = argumentsObject(call.arguments);
    return single("toolUse", std::move(use));
}

Json ContentWriter::block(ToolResultPart result)
{
    Json blocks = Json::array();
    if (result.isError && !m_traits.hasResultStatus) {
        blocks.push_back(single("text", "The tool failed."));
    }
    for (ToolResultPart::Content &content : result.content) {
        auto *text = std::get_if<TextPart>(&content);
        if (text == nullptr || !isBlank(text->text)) {
            blocks.push_back(std::visit([this](auto &part) { return block(std::move(part)); }, content));
        }
    }
    if (blocks.empty()) {
        blocks.push_back(single("text", "(no output)"));
    }
    Json answer = single("toolUseId", std::move(result.id));
    answer["content"] = std::move(blocks);
    if (result.isError && m_traits.hasResultStatus) {
        answer["status"] = "error";
    }
    return single("toolResult", std::move(answer));
}

void ContentWriter::mark(Json &blocks, CacheMark mark)
{
    if (mark == CacheMark::None) {
        return;
    }
    if (!m_traits.hasPromptCache) {
        m_hasLostCacheMark = true;
        return;
    }
    blocks.push_back(cachePoint(mark, m_traits.hasHourCache));
}

Json argumentsObject(const std::string &arguments)
{
    if (isBlank(arguments)) {
        return Json::object();
    }
    auto tree = parseJson(QByteArrayView(arguments.data(), qsizetype(arguments.size())));
    return tree && tree->is_object() ? std::move(*tree) : single("arguments", arguments);
}

} // namespace nexus::bedrock

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/contentreader.h"

#include <algorithm>
#include <iterator>

namespace nexus::anthropic {

namespace {

void refuseType(const Field &type, const std::string &word)
{
    const QString name = QString::fromStdString(word).left(64);
    const bool isServerBlock
        = word.starts_with("server_tool") || word.starts_with("mcp_") || word.ends_with("_tool_result");
    if (isServerBlock) {
        type.refuseUntranslatable(
            QStringLiteral("`%1` belongs to a tool that only Anthropic runs. Leave the block out").arg(name));
    } else {
        type.refuse(QStringLiteral("names the unknown block type `%1`").arg(name));
    }
}

void refuseSource(const Field &type, const std::string &word)
{
    if (word == "file") {
        type.refuseUntranslatable(
            QStringLiteral("it cannot read Anthropic's Files API. Send the content itself"));
    } else {
        type.refuse(
            QStringLiteral("names the unknown source type `%1`").arg(QString::fromStdString(word).left(64)));
    }
}

std::string joined(std::string first, const std::string &second)
{
    if (!first.empty() && !second.empty()) {
        first += '\n';
    }
    first += second;
    return first;
}

// The text of a list of text blocks, or of a plain string.
std::string plainText(const Field &content)
{
    if (!content.isArray()) {
        return content.takeString();
    }
    std::string text;
    content.forEach([&text](const Field &block) {
        const Field type = block.member("type");
        if (type.requireString() != "text") {
            type.refuseUntranslatable(QStringLiteral("only text can stand here"));
        }
        text = joined(std::move(text), block.member("text").takeString());
    });
    return text;
}

TextPart readText(const Field &block)
{
    const Field text = block.member("text");
    if (!text.isPresent()) {
        text.refuse(QStringLiteral("is missing"));
    }
    return {.text = text.takeString(), .cache = cacheOf(block)};
}

TextPart readSearchResult(const Field &block)
{
    const std::string heading
        = joined(block.member("title").takeString(), block.member("source").takeString());
    return {.text = joined(heading, plainText(block.member("content"))), .cache = cacheOf(block)};
}

ToolCallPart readCall(const Field &block)
{
    ToolCallPart call {.id = block.member("id").requireString(),
        .name = block.member("name").requireString(),
        .arguments = "{}",
        .signature = {},
        .cache = cacheOf(block)};
    const Field input = block.member("input");
    if (input.isPresent() && !input.isObject()) {
        input.refuse(QStringLiteral("must be an object"));
    } else if (input.isPresent()) {
        call.arguments = input.takeTree().dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return call;
}

} // namespace

CacheMark cacheOf(const Field &block)
{
    const Field control = block.member("cache_control");
    if (!control.isPresent()) {
        return CacheMark::None;
    }
    if (const Field type = control.member("type"); type.requireString() != "ephemeral") {
        type.refuse(QStringLiteral("must be \"ephemeral\""));
    }
    const Field ttl = control.member("ttl");
    const std::string word = ttl.takeString();
    if (word == "1h") {
        return CacheMark::OneHour;
    }
    if (!word.empty() && word != "5m") {
        ttl.refuse(QStringLiteral("must be \"5m\" or \"1h\""));
    }
    return CacheMark::FiveMinutes;
}

std::vector<MessagePart> ContentReader::read(const Field &content, Role role)
{
    std::vector<MessagePart> parts;
    if (content.isString()) {
        parts.emplace_back(TextPart {.text = content.takeString()});
    } else if (content.isPresent()) {
        content.forEach([&](const Field &block) { readBlock(block, role, parts); });
    } else {
        content.refuse(QStringLiteral("is missing"));
    }
    return parts;
}

void ContentReader::readBlock(const Field &block, Role role, std::vector<MessagePart> &parts)
{
    const Field type = block.member("type");
    const std::string word = type.requireString();
    const bool isUser = role == Role::User;
    const bool isAssistant = role == Role::Assistant;
    if (word == "text") {
        parts.emplace_back(readText(block));
        noteCitations(block);
    } else if (word == "image" && isUser) {
        parts.emplace_back(readImage(block));
    } else if (word == "document" && isUser) {
        readDocument(block, parts);
    } else if (word == "search_result" && isUser) {
        parts.emplace_back(readSearchResult(block));
        noteCitations(block);
    } else if (word == "tool_result" && isUser) {
        parts.emplace_back(readResult(block));
    } else if (word == "tool_use" && isAssistant) {
        parts.emplace_back(readCall(block));
    } else if (word == "thinking" && isAssistant) {
        parts.emplace_back(ReasoningPart {.text = block.member("thinking").takeString(),
            .signature = block.member("signature").takeString(),
            .redacted = {}});
    } else if (word == "redacted_thinking" && isAssistant) {
        parts.emplace_back(
            ReasoningPart {.text = {}, .signature = {}, .redacted = block.member("data").requireString()});
    } else {
        refuseType(type, word);
    }
}

MediaPart ContentReader::readImage(const Field &block)
{
    MediaPart image {.kind = MediaPart::Kind::Image, .cache = cacheOf(block)};
    const Field source = block.member("source");
    const Field type = source.member("type");
    const std::string word = type.requireString();
    if (word == "base64") {
        image.mediaType = source.member("media_type").requireString();
        image.data = source.member("data").requireString();
    } else if (word == "url") {
        image.url = source.member("url").requireString();
    } else {
        refuseSource(type, word);
    }
    return image;
}

void ContentReader::readDocument(const Field &block, std::vector<MessagePart> &parts)
{
    if (std::string context = block.member("context").takeString(); !context.empty()) {
        parts.emplace_back(TextPart {.text = std::move(context)});
    }
    MediaPart document = readDocumentSource(block.member("source"));
    document.name = block.member("title").takeString();
    document.cache = cacheOf(block);
    noteCitations(block);
    parts.emplace_back(std::move(document));
}

MediaPart ContentReader::readDocumentSource(const Field &source)
{
    MediaPart document {.kind = MediaPart::Kind::Document};
    const Field type = source.member("type");
    const std::string word = type.requireString();
    if (word == "base64") {
        document.mediaType = source.member("media_type").requireString();
        document.data = source.member("data").requireString();
    } else if (word == "text") {
        document.mediaType = source.member("media_type").takeString();
        document.data = source.member("data").requireString();
    } else if (word == "content") {
        document.data = plainText(source.member("content"));
    } else if (word == "url") {
        document.mediaType = "application/pdf";
        document.url = source.member("url").requireString();
    } else {
        refuseSource(type, word);
    }
    if (document.mediaType.empty()) {
        document.mediaType = "text/plain";
    }
    return document;
}

ToolResultPart ContentReader::readResult(const Field &block)
{
    ToolResultPart result {.id = block.member("tool_use_id").requireString(),
        .name = {},
        .content = {},
        .isError = block.member("is_error").boolean().value_or(false),
        .cache = cacheOf(block)};
    const Field content = block.member("content");
    if (content.isString()) {
        result.content.emplace_back(TextPart {.text = content.takeString()});
    } else {
        content.forEach([&](const Field &part) { readResultBlock(part, result.content); });
    }
    return result;
}

void ContentReader::readResultBlock(const Field &block, std::vector<ToolResultPart::Content> &content)
{
    const Field type = block.member("type");
    const std::string word = type.requireString();
    if (word == "text") {
        content.emplace_back(readText(block));
    } else if (word == "image") {
        content.emplace_back(readImage(block));
    } else if (word == "search_result") {
        content.emplace_back(readSearchResult(block));
        noteCitations(block);
    } else if (word == "document") {
        std::vector<MessagePart> parts;
        readDocument(block, parts);
        for (MessagePart &part : parts) {
            if (TextPart *const text = std::get_if<TextPart>(&part)) {
                content.emplace_back(std::move(*text));
            } else if (MediaPart *const media = std::get_if<MediaPart>(&part)) {
                content.emplace_back(std::move(*media));
            }
        }
    } else {
        refuseType(type, word);
    }
}

void ContentReader::noteCitations(const Field &block)
{
    // A text of the assistant carries the citations it was given; they say nothing to the model.
    const Field citations = block.member("citations");
    if (citations.isObject() && citations.member("enabled").boolean().value_or(false)) {
        drop("citations");
    }
}

void ContentReader::drop(const char *name)
{
    if (std::ranges::find(m_dropped, name) == m_dropped.end()) {
        m_dropped.emplace_back(name);
    }
}

} // namespace nexus::anthropic

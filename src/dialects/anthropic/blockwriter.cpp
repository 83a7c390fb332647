// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/blockwriter.h"

#include "dialects/anthropic/access.h"
#include "dialects/anthropic/words.h"

#include <array>
#include <utility>

namespace nexus::anthropic {

namespace {

// The API refuses an image whose bytes are not of the type it was announced with, so the bytes decide.
std::string imageType(const std::string &data, const std::string &announced)
{
    using Sign = std::pair<std::string_view, std::string_view>;
    constexpr std::array signs {Sign {"iVBORw0KGgo", "image/png"}, Sign {"/9j/", "image/jpeg"},
        Sign {"R0lGOD", "image/gif"}, Sign {"UklGR", "image/webp"}};
    for (const auto &[beginning, type] : signs) {
        if (std::string_view(data).starts_with(beginning)) {
            return std::string(type);
        }
    }
    return announced == "image/jpg" ? "image/jpeg" : announced;
}

Json base64Source(std::string mediaType, std::string data)
{
    Json source {{"type", "base64"}};
    source["media_type"] = std::move(mediaType);
    source["data"] = std::move(data);
    return source;
}

Json urlSource(std::string url)
{
    Json source {{"type", "url"}};
    source["url"] = std::move(url);
    return source;
}

Error refusal(std::size_t message, const QString &advice)
{
    return untranslatable({"messages", std::to_string(message), "content"}, advice);
}

Result<Json> documentSource(MediaPart &document, std::size_t message)
{
    if (!document.url.empty()) {
        return urlSource(std::move(document.url));
    }
    if (document.mediaType == "application/pdf") {
        return base64Source(std::move(document.mediaType), std::move(document.data));
    }
    if (document.mediaType.starts_with("text/")) {
        Json source {{"type", "text"}, {"media_type", "text/plain"}};
        source["data"] = std::move(document.data);
        return source;
    }
    return failure(refusal(message,
        QStringLiteral("it reads documents of the types application/pdf and text/plain only, not `%1`")
            .arg(QString::fromStdString(document.mediaType).left(64))));
}

} // namespace

void mark(Json &block, CacheMark cache)
{
    switch (cache) {
    case CacheMark::None:
        return;
    case CacheMark::FiveMinutes:
        block["cache_control"] = Json {{"type", "ephemeral"}};
        return;
    case CacheMark::OneHour:
        block["cache_control"] = Json {{"type", "ephemeral"}, {"ttl", "1h"}};
        return;
    }
}

Json textBlock(std::string text, CacheMark cache)
{
    Json block {{"type", "text"}};
    block["text"] = std::move(text);
    mark(block, cache);
    return block;
}

Result<Json> mediaBlock(MediaPart media, std::size_t message)
{
    Json block;
    switch (media.kind) {
    case MediaPart::Kind::Image: {
        block["type"] = "image";
        std::string type = imageType(media.data, std::move(media.mediaType));
        block["source"] = media.url.empty() ? base64Source(std::move(type), std::move(media.data))
                                            : urlSource(std::move(media.url));
        break;
    }
    case MediaPart::Kind::Document: {
        auto source = documentSource(media, message);
        if (!source) {
            return source;
        }
        block["type"] = "document";
        block["source"] = std::move(*source);
        if (!media.name.empty()) {
            block["title"] = std::move(media.name);
        }
        break;
    }
    case MediaPart::Kind::Audio:
        return failure(refusal(message, QStringLiteral("Claude does not listen. Send a transcript")));
    }
    mark(block, media.cache);
    return block;
}

Json callBlock(ToolCallPart call, std::string id)
{
    Json block {{"type", "tool_use"}};
    block["id"] = std::move(id);
    block["name"] = std::move(call.name);
    block["input"] = inputOf(std::move(call.arguments));
    mark(block, call.cache);
    return block;
}

Result<Json> resultBlock(ToolResultPart result, std::string id, std::size_t message)
{
    Json content = Json::array();
    for (ToolResultPart::Content &part : result.content) {
        if (TextPart *const text = std::get_if<TextPart>(&part)) {
            if (!isBlank(text->text)) {
                content.push_back(textBlock(std::move(text->text), text->cache));
            }
            continue;
        }
        auto media = mediaBlock(std::move(std::get<MediaPart>(part)), message);
        if (!media) {
            return media;
        }
        content.push_back(std::move(*media));
    }
    if (content.empty() && result.isError) {
        // An error without content is refused.
        content.push_back(textBlock("error"));
    }
    Json block {{"type", "tool_result"}};
    block["tool_use_id"] = std::move(id);
    if (content.size() == 1 && content[0].contains("text") && !content[0].contains("cache_control")) {
        block["content"] = std::move(content[0]["text"]);
    } else if (!content.empty()) {
        block["content"] = std::move(content);
    }
    if (result.isError) {
        block["is_error"] = true;
    }
    mark(block, result.cache);
    return block;
}

Json missingResult(std::string id)
{
    Json block {{"type", "tool_result"}};
    block["tool_use_id"] = std::move(id);
    block["content"] = "no result was given";
    block["is_error"] = true;
    return block;
}

Json thoughtBlock(ReasoningPart thought)
{
    Json block;
    if (!thought.redacted.empty()) {
        block["type"] = "redacted_thinking";
        block["data"] = std::move(thought.redacted);
    } else if (!thought.signature.empty()) {
        block["type"] = "thinking";
        block["thinking"] = std::move(thought.text);
        block["signature"] = std::move(thought.signature);
    }
    return block;
}

} // namespace nexus::anthropic

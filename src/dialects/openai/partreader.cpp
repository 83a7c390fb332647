// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/partreader.h"

#include "dialects/openai/dataurl.h"

#include <QByteArray>
#include <QString>

namespace nexus::openai {

namespace {

bool isTextType(const std::string &mediaType)
{
    return mediaType.starts_with("text/");
}

MediaPart readImage(const Field &part)
{
    const Field image = part.member("image_url");
    // Some clients leave the object out.
    const Field address = image.isString() ? image : image.member("url");
    MediaPart media {.kind = MediaPart::Kind::Image, .cache = readCacheMark(part)};
    std::string url = address.requireString();
    if (!image.isString()) {
        media.detail = image.member("detail").takeString();
    }
    if (isWebAddress(url)) {
        media.url = std::move(url);
        return media;
    }
    auto data = readDataUrl(std::move(url));
    if (!data) {
        address.refuse(QStringLiteral("must be an http(s) address or a data: URL with its media type"));
        return media;
    }
    media.mediaType = std::move(data->mediaType);
    media.data = std::move(data->base64);
    return media;
}

MediaPart readAudio(const Field &part)
{
    const Field audio = part.member("input_audio");
    const Field format = audio.member("format");
    MediaPart media {.kind = MediaPart::Kind::Audio, .cache = readCacheMark(part)};
    media.data = audio.member("data").requireString();
    const std::string name = format.requireString();
    if (name == "wav") {
        media.mediaType = "audio/wav";
    } else if (name == "mp3") {
        media.mediaType = "audio/mpeg";
    } else {
        format.refuse(QStringLiteral("must be `wav` or `mp3`"));
    }
    return media;
}

MediaPart readFile(const Field &part)
{
    const Field file = part.member("file");
    const Field data = file.member("file_data");
    MediaPart media {.kind = MediaPart::Kind::Document, .cache = readCacheMark(part)};
    media.name = file.member("filename").takeString();
    if (file.member("file_id").isPresent()) {
        file.member("file_id").refuseUntranslatable(
            QStringLiteral("it names a file that only OpenAI holds. Send the file as `file_data`"));
        return media;
    }
    std::string url = data.requireString();
    if (isWebAddress(url)) {
        media.url = std::move(url);
        return media;
    }
    auto read = readDataUrl(std::move(url));
    if (!read) {
        data.refuse(QStringLiteral(
            "must be a data: URL with its media type, for example `data:application/pdf;base64,…`"));
        return media;
    }
    media.mediaType = std::move(read->mediaType);
    if (media.mediaType.starts_with("image/")) {
        media.kind = MediaPart::Kind::Image;
    }
    media.data = isTextType(media.mediaType)
        ? QByteArray::fromBase64(QByteArray::fromStdString(read->base64)).toStdString()
        : std::move(read->base64);
    if (isTextType(media.mediaType)
        && !QUtf8StringView(media.data.data(), qsizetype(media.data.size())).isValidUtf8()) {
        data.refuse(QStringLiteral("must hold text as UTF-8"));
    }
    return media;
}

bool takesMedia(ContentKind kind)
{
    switch (kind) {
    case ContentKind::Input:
    case ContentKind::Result:
        return true;
    case ContentKind::Text:
    case ContentKind::Answer:
        return false;
    }
    return false;
}

void readMedia(const Field &part, const std::string &type, ContentKind kind, std::vector<MessagePart> &parts)
{
    const bool isKnown = type == "image_url" || type == "input_audio" || type == "file";
    if (!isKnown) {
        part.member("type").refuse(QStringLiteral(
            "must be `text`, `image_url`, `input_audio`, `file` or, from the assistant, `refusal`"));
        return;
    }
    if (!takesMedia(kind)) {
        part.member("type").refuse(QStringLiteral("must be `text` in a message of this role"));
        return;
    }
    if (type == "image_url") {
        parts.emplace_back(readImage(part));
    } else if (type == "input_audio") {
        parts.emplace_back(readAudio(part));
    } else {
        parts.emplace_back(readFile(part));
    }
}

void readPart(const Field &part, ContentKind kind, std::vector<MessagePart> &parts)
{
    const std::string type = part.member("type").requireString();
    if (type == "text") {
        const Field text = part.member("text");
        if (!text.isString()) {
            text.refuse(QStringLiteral("must be a string"));
            return;
        }
        TextPart read {.text = text.takeString(), .cache = readCacheMark(part)};
        if (!read.text.empty()) {
            parts.emplace_back(std::move(read));
        }
        return;
    }
    if (type == "refusal" && kind == ContentKind::Answer) {
        parts.emplace_back(RefusalPart {.text = part.member("refusal").requireString()});
        return;
    }
    readMedia(part, type, kind, parts);
}

} // namespace

CacheMark readCacheMark(const Field &owner)
{
    const Field mark = owner.member("cache_control");
    if (!mark.isPresent()) {
        return CacheMark::None;
    }
    return mark.member("ttl").takeString() == "1h" ? CacheMark::OneHour : CacheMark::FiveMinutes;
}

std::vector<MessagePart> readContent(const Field &content, ContentKind kind)
{
    std::vector<MessagePart> parts;
    if (content.isArray()) {
        content.forEach([&](const Field &part) { readPart(part, kind, parts); });
        return parts;
    }
    if (!content.isString()) {
        // The assistant may have called tools and said nothing.
        if (content.isPresent() || kind != ContentKind::Answer) {
            content.refuse(QStringLiteral("must be a string or an array of parts"));
        }
        return parts;
    }
    std::string text = content.takeString();
    if (!text.empty()) {
        parts.emplace_back(TextPart {.text = std::move(text)});
    }
    return parts;
}

} // namespace nexus::openai

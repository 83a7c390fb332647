// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/partwriter.h"

#include "dialects/openai/dataurl.h"

#include <QString>

#include <algorithm>

namespace nexus::openai {

namespace {

Json imagePart(MediaPart &media)
{
    Json image {
        {"url", media.url.empty() ? writeDataUrl(media.mediaType, media.data) : std::move(media.url)}};
    if (!media.detail.empty()) {
        image["detail"] = std::move(media.detail);
    }
    return Json {{"type", "image_url"}, {"image_url", std::move(image)}};
}

Json audioPart(MediaPart &media, std::optional<QString> &problem)
{
    const bool isWav = media.mediaType == "audio/wav" || media.mediaType == "audio/x-wav";
    const bool isMp3 = media.mediaType == "audio/mpeg" || media.mediaType == "audio/mp3";
    if (!media.url.empty() || (!isWav && !isMp3)) {
        problem = QStringLiteral("a sound can go to this provider only as WAV or MP3 data");
        return {};
    }
    Json audio {{"data", std::move(media.data)}, {"format", isWav ? "wav" : "mp3"}};
    return Json {{"type", "input_audio"}, {"input_audio", std::move(audio)}};
}

Json documentPart(MediaPart &media, std::optional<QString> &problem)
{
    if (!media.url.empty()) {
        problem = QStringLiteral("a document can go to this provider only as data, not as an address");
        return {};
    }
    if (isTextDocument(media)) {
        return textPart(documentText(media));
    }
    const bool isPdf = media.mediaType.empty() || media.mediaType == "application/pdf";
    std::string name = media.name;
    if (name.empty()) {
        name = isPdf ? "document.pdf" : "document";
    }
    Json file {{"filename", std::move(name)},
        {"file_data", writeDataUrl(isPdf ? "application/pdf" : media.mediaType, media.data)}};
    return Json {{"type", "file"}, {"file", std::move(file)}};
}

bool isText(const Json &part)
{
    return part.is_object() && part.value("type", "") == "text";
}

} // namespace

Json textPart(std::string text)
{
    return Json {{"type", "text"}, {"text", std::move(text)}};
}

bool isTextDocument(const MediaPart &media)
{
    return media.kind == MediaPart::Kind::Document && media.url.empty()
        && media.mediaType.starts_with("text/");
}

std::string documentText(MediaPart &document)
{
    if (document.name.empty()) {
        return std::move(document.data);
    }
    return "Document \"" + document.name + "\":\n\n" + document.data;
}

Json mediaPart(MediaPart media, std::optional<QString> &problem)
{
    switch (media.kind) {
    case MediaPart::Kind::Image:
        return imagePart(media);
    case MediaPart::Kind::Audio:
        return audioPart(media, problem);
    case MediaPart::Kind::Document:
        return documentPart(media, problem);
    }
    return {};
}

Json contentOf(std::vector<Json> parts)
{
    if (!std::ranges::all_of(parts, isText)) {
        Json list = Json::array();
        for (Json &part : parts) {
            list.push_back(std::move(part));
        }
        return list;
    }
    std::string text;
    for (Json &part : parts) {
        std::string &piece = part["text"].get_ref<std::string &>();
        if (text.empty()) {
            text = std::move(piece);
        } else {
            text.append("\n\n").append(piece);
        }
    }
    return text;
}

} // namespace nexus::openai

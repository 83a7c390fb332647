// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/media.h"

#include "dialects/gemini/refusal.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace nexus::gemini {

namespace {

struct Extension {
    std::string_view name;
    std::string_view mediaType;
};

constexpr std::array extensions {
    Extension {"png", "image/png"},
    Extension {"jpg", "image/jpeg"},
    Extension {"jpeg", "image/jpeg"},
    Extension {"webp", "image/webp"},
    Extension {"heic", "image/heic"},
    Extension {"heif", "image/heif"},
    Extension {"gif", "image/gif"},
    Extension {"bmp", "image/bmp"},
    Extension {"pdf", "application/pdf"},
    Extension {"txt", "text/plain"},
    Extension {"md", "text/markdown"},
    Extension {"html", "text/html"},
    Extension {"css", "text/css"},
    Extension {"csv", "text/csv"},
    Extension {"xml", "text/xml"},
    Extension {"rtf", "text/rtf"},
    Extension {"js", "text/javascript"},
    Extension {"json", "application/json"},
    Extension {"wav", "audio/wav"},
    Extension {"mp3", "audio/mp3"},
    Extension {"aiff", "audio/aiff"},
    Extension {"aac", "audio/aac"},
    Extension {"ogg", "audio/ogg"},
    Extension {"flac", "audio/flac"},
};

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return out;
}

std::string_view usualType(MediaPart::Kind kind)
{
    switch (kind) {
    case MediaPart::Kind::Image:
        return "image/jpeg";
    case MediaPart::Kind::Document:
        return "application/pdf";
    case MediaPart::Kind::Audio:
        return "audio/mp3";
    }
    return {};
}

std::string typeOfUrl(std::string_view url, MediaPart::Kind kind)
{
    const std::string_view path = url.substr(0, url.find_first_of("?#"));
    const auto dot = path.find_last_of("./");
    if (dot != std::string_view::npos && path[dot] == '.') {
        const std::string name = lowered(path.substr(dot + 1));
        const auto found = std::ranges::find(extensions, name, &Extension::name);
        if (found != extensions.end()) {
            return std::string(found->mediaType);
        }
    }
    return std::string(usualType(kind));
}

bool isFetchable(std::string_view url)
{
    const std::string scheme = lowered(url.substr(0, url.find(':')));
    return scheme == "https" || scheme == "http" || scheme == "gs";
}

Json textPart(MediaPart media)
{
    if (!media.name.empty()) {
        media.data.insert(0, media.name + "\n\n");
    }
    return Json::object({{"text", std::move(media.data)}});
}

} // namespace

Result<Json> mediaPart(MediaPart media, const QByteArray &param)
{
    if (media.data.empty()) {
        if (!isFetchable(media.url)) {
            return failure(refusal(param,
                QStringLiteral("holds an address that this provider cannot fetch: use https://, or send the "
                               "content itself as a data: URL")));
        }
        std::string type
            = media.mediaType.empty() ? typeOfUrl(media.url, media.kind) : std::move(media.mediaType);
        return Json::object(
            {{"fileData", Json::object({{"mimeType", std::move(type)}, {"fileUri", std::move(media.url)}})}});
    }
    if (media.kind == MediaPart::Kind::Document && media.mediaType.starts_with("text/")) {
        return textPart(std::move(media));
    }
    if (media.mediaType.empty()) {
        return failure(refusal(param, QStringLiteral("holds data without a media type")));
    }
    Json data = Json::object({{"mimeType", std::move(media.mediaType)}, {"data", std::move(media.data)}});
    return Json::object({{"inlineData", std::move(data)}});
}

bool fitsInFunctionResponse(const MediaPart &media)
{
    constexpr std::array<std::string_view, 4> types {
        "image/png", "image/jpeg", "image/webp", "application/pdf"};
    return !media.data.empty() && std::ranges::find(types, media.mediaType) != types.end();
}

} // namespace nexus::gemini

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/media.h"

#include "dialects/bedrock/blocks.h"
#include "dialects/bedrock/refusal.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace nexus::bedrock {

namespace {

using Names = std::pair<std::string_view, std::string_view>;

constexpr std::array imageFormats {Names {"image/png", "png"}, Names {"image/jpeg", "jpeg"},
    Names {"image/jpg", "jpeg"}, Names {"image/gif", "gif"}, Names {"image/webp", "webp"}};

// How the base64 text of a file of each format begins.
constexpr std::array imageBeginnings {
    Names {"iVBORw0KGgo", "png"}, Names {"/9j/", "jpeg"}, Names {"R0lGOD", "gif"}, Names {"UklGR", "webp"}};

constexpr std::array documentFormats {Names {"application/pdf", "pdf"}, Names {"text/csv", "csv"},
    Names {"application/msword", "doc"},
    Names {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    Names {"application/vnd.ms-excel", "xls"},
    Names {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    Names {"text/html", "html"}, Names {"text/plain", "txt"}, Names {"text/markdown", "md"}};

template<std::size_t size>
std::string_view found(const std::array<Names, size> &names, std::string_view key)
{
    const auto entry = std::ranges::find(names, key, &Names::first);
    return entry == names.end() ? std::string_view() : entry->second;
}

std::string_view imageFormat(const MediaPart &image)
{
    if (!image.mediaType.empty()) {
        return found(imageFormats, image.mediaType);
    }
    const auto entry = std::ranges::find_if(
        imageBeginnings, [&image](const Names &names) { return image.data.starts_with(names.first); });
    return entry == imageBeginnings.end() ? std::string_view() : entry->second;
}

bool isText(const MediaPart &document)
{
    return document.mediaType.starts_with("text/");
}

std::string_view documentFormat(const MediaPart &document)
{
    const std::string_view format = found(documentFormats, document.mediaType);
    return format.empty() && isText(document) ? "txt" : format;
}

QString adviceFor(const MediaPart &media)
{
    switch (media.kind) {
    case MediaPart::Kind::Audio:
        return QStringLiteral("Converse takes no audio, send a transcript");
    case MediaPart::Kind::Image:
        if (media.data.empty()) {
            return QStringLiteral("send the image itself as base64 instead of its address");
        }
        return imageFormat(media).empty() ? QStringLiteral("send the image as PNG, JPEG, GIF or WebP")
                                          : QString();
    case MediaPart::Kind::Document:
        if (media.data.empty()) {
            return QStringLiteral("send the document itself as base64 instead of its address");
        }
        return documentFormat(media).empty()
            ? QStringLiteral("send the document as PDF, CSV, DOC, DOCX, XLS, XLSX, HTML, TXT or Markdown")
            : QString();
    }
    return {};
}

QString adviceFor(const MessagePart &part, Role role)
{
    if (const auto *media = std::get_if<MediaPart>(&part)) {
        return role == Role::User ? adviceFor(*media)
                                  : QStringLiteral("only messages of the user can hold images and documents");
    }
    if (const auto *result = std::get_if<ToolResultPart>(&part)) {
        for (const ToolResultPart::Content &content : result->content) {
            const auto *media = std::get_if<MediaPart>(&content);
            if (QString advice = media == nullptr ? QString() : adviceFor(*media); !advice.isEmpty()) {
                return advice;
            }
        }
    }
    return {};
}

bool isNameLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9') || letter == '-' || letter == '(' || letter == ')'
        || letter == '[' || letter == ']';
}

// Letters, digits, hyphens, brackets and single spaces are all that a document's name may have.
std::string plainName(std::string_view name, std::string_view format)
{
    constexpr std::size_t longest = 150;
    if (name.size() > format.size() && name.ends_with(format)
        && name[name.size() - format.size() - 1] == '.') {
        name.remove_suffix(format.size() + 1);
    }
    std::string plain;
    for (const char letter : name.substr(0, longest)) {
        const char usable = isNameLetter(letter) ? letter : (letter == ' ' ? ' ' : '-');
        const bool repeats = usable != letter || letter == ' ';
        if (!repeats || (!plain.empty() && plain.back() != usable)) {
            plain += usable;
        }
    }
    plain.erase(plain.find_last_not_of(" -") + 1);
    return plain.empty() ? "document" : plain;
}

std::string ownName(const std::string &name, std::vector<std::string> &takenNames)
{
    std::string own = name;
    for (int number = 2; std::ranges::find(takenNames, own) != takenNames.end(); ++number) {
        own = name + " (" + std::to_string(number) + ')';
    }
    takenNames.push_back(own);
    return own;
}

Json sourceOf(std::string base64)
{
    return single("bytes", std::move(base64));
}

} // namespace

std::optional<Error> refusedMedia(const std::vector<Message> &messages)
{
    for (std::size_t number = 0; number < messages.size(); ++number) {
        const std::vector<MessagePart> &parts = messages[number].parts;
        for (std::size_t index = 0; index < parts.size(); ++index) {
            if (const QString advice = adviceFor(parts[index], messages[number].role); !advice.isEmpty()) {
                return untranslatable(
                    {"messages", std::to_string(number), "content", std::to_string(index)}, advice);
            }
        }
    }
    return std::nullopt;
}

Json imageBlock(MediaPart image)
{
    Json block = single("format", std::string(imageFormat(image)));
    block["source"] = sourceOf(std::move(image.data));
    return single("image", std::move(block));
}

Json documentBlock(MediaPart document, std::vector<std::string> &takenNames)
{
    const std::string_view format = documentFormat(document);
    Json block = single("format", std::string(format));
    block["name"] = ownName(plainName(document.name, format), takenNames);
    block["source"] = sourceOf(isText(document)
            ? QByteArray::fromRawData(document.data.data(), qsizetype(document.data.size()))
                  .toBase64()
                  .toStdString()
            : std::move(document.data));
    return single("document", std::move(block));
}

} // namespace nexus::bedrock

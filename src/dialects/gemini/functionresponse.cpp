// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/functionresponse.h"

#include "dialects/gemini/jsontext.h"
#include "dialects/gemini/media.h"

#include <algorithm>
#include <optional>

namespace nexus::gemini {

namespace {

// Google's JSON reader stops at 100 levels, of which a request takes some itself.
constexpr int maxLevels = 64;

// Whether the tree fits the service: not too deep, and without references.
bool isAcceptable(const Json &tree, int levels, bool allowsRef)
{
    if (!tree.is_structured()) {
        return true;
    }
    if (levels == 0 || (!allowsRef && tree.is_object() && tree.contains("$ref"))) {
        return false;
    }
    return std::ranges::all_of(
        tree, [=](const Json &child) { return isAcceptable(child, levels - 1, allowsRef); });
}

std::optional<Json> objectIn(const std::string &text, bool allowsRef)
{
    auto tree = parseBounded(QByteArrayView(text.data(), qsizetype(text.size())));
    if (!tree || !tree->is_object() || !isAcceptable(*tree, maxLevels, allowsRef)) {
        return std::nullopt;
    }
    return tree;
}

std::string takeText(ToolResultPart &result)
{
    std::string text;
    for (ToolResultPart::Content &content : result.content) {
        if (auto *part = std::get_if<TextPart>(&content); part != nullptr && !part->text.empty()) {
            if (text.empty()) {
                text = std::move(part->text);
            } else {
                text += '\n';
                text += part->text;
            }
        }
    }
    return text;
}

Json responseOf(std::string text, bool isError)
{
    std::optional<Json> object = objectIn(text, false);
    if (isError) {
        return Json::object({{"error", object ? std::move(*object) : Json(std::move(text))}});
    }
    return object ? std::move(*object) : Json::object({{"result", std::move(text)}});
}

} // namespace

Result<FunctionResponse> functionResponse(
    ToolResultPart result, const std::string &name, const ModelFamily &family, const QByteArray &param)
{
    FunctionResponse out;
    Json response = Json::object({{"name", name}});
    if (!result.id.empty()) {
        response["id"] = result.id;
    }
    response["response"] = responseOf(takeText(result), result.isError);
    Json inside = Json::array();
    for (ToolResultPart::Content &content : result.content) {
        auto *media = std::get_if<MediaPart>(&content);
        if (media == nullptr) {
            continue;
        }
        const bool isInside = family.takesMediaInResults() && fitsInFunctionResponse(*media);
        auto part = mediaPart(std::move(*media), param);
        if (!part) {
            return failure(part.error());
        }
        (isInside ? inside : out.after).push_back(std::move(*part));
    }
    if (!inside.empty()) {
        response["parts"] = std::move(inside);
    }
    out.part = Json::object({{"functionResponse", std::move(response)}});
    return out;
}

Result<Json> orphanParts(ToolResultPart result, const QByteArray &param)
{
    Json parts = Json::array();
    if (std::string text = takeText(result); !text.empty()) {
        parts.push_back(Json::object({{"text", std::move(text)}}));
    }
    for (ToolResultPart::Content &content : result.content) {
        auto *media = std::get_if<MediaPart>(&content);
        if (media == nullptr) {
            continue;
        }
        auto part = mediaPart(std::move(*media), param);
        if (!part) {
            return failure(part.error());
        }
        parts.push_back(std::move(*part));
    }
    return parts;
}

Json functionArguments(std::string arguments)
{
    if (arguments.find_first_not_of(" \t\r\n") == std::string::npos) {
        return Json::object();
    }
    auto object = objectIn(arguments, true);
    return object ? std::move(*object) : Json::object({{"arguments", std::move(arguments)}});
}

} // namespace nexus::gemini

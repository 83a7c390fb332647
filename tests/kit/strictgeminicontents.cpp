// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictgeminirules.h"
#include "strictsignature.h"

#include <algorithm>
#include <array>
#include <set>

namespace nexus::kit {

namespace {

using Refusal = std::optional<GeminiRefusal>;

Refusal refuse(const std::string &place, const std::string &words)
{
    return GeminiRefusal {"* GenerateContentRequest." + place + ": " + words + "\n", place};
}

std::string placeOf(std::size_t content, std::size_t part)
{
    return "contents[" + std::to_string(content) + "].parts[" + std::to_string(part) + ']';
}

std::size_t count(const Json &content, const char *member)
{
    const Json &parts = content["parts"];
    return static_cast<std::size_t>(std::count_if(
        parts.begin(), parts.end(), [member](const Json &part) { return part.contains(member); }));
}

Refusal checkData(const Json &part, const std::string &place)
{
    constexpr std::array kinds {"text", "inlineData", "fileData", "functionCall", "functionResponse",
        "executableCode", "codeExecutionResult", "toolCall", "toolResponse"};
    const auto there
        = std::ranges::count_if(kinds, [&part](const char *kind) { return part.contains(kind); });
    if (there > 1) {
        return GeminiRefusal {"Invalid value at '" + place
                + "' (oneof), oneof field 'data' is already set. Cannot set a second one.",
            place};
    }
    const bool isEmptyText = part.value("text", Json()) == "" && !part.contains("thoughtSignature");
    if (there == 0 || isEmptyText) {
        return refuse(place + ".data", "required oneof field 'data' must have one initialized field");
    }
    return std::nullopt;
}

Refusal checkSignature(const Json &part, const std::string &place)
{
    const std::string signature = part.value("thoughtSignature", std::string());
    if (signature.empty() || signature == "context_engineering_is_the_way_to_go"
        || signature == "skip_thought_signature_validator") {
        return std::nullopt;
    }
    if (!isBase64(standardBase64(signature))) {
        return GeminiRefusal {"Invalid value at '" + place
                + ".thought_signature' (TYPE_BYTES), Base64 decoding failed for \"" + signature + '"',
            place + ".thought_signature"};
    }
    return standardBase64(signature) == geminiSignature(part)
        ? std::nullopt
        : Refusal(GeminiRefusal {"Corrupted thought signature.", {}});
}

Refusal checkPart(const Json &part, const std::string &role, const std::string &place)
{
    if (Refusal refusal = checkData(part, place)) {
        return refusal;
    }
    if (part.contains("functionCall") && role != "model") {
        return refuse(place + ".function_call", "is only allowed in a turn of the role model");
    }
    if (part.contains("functionResponse") && role == "model") {
        return refuse(place + ".function_response", "is not allowed in a turn of the role model");
    }
    for (const char *kind : {"functionCall", "functionResponse"}) {
        if (part.contains(kind) && part[kind].value("name", std::string()).empty()) {
            const std::string member
                = std::string(kind) == "functionCall" ? "function_call" : "function_response";
            return refuse(place + '.' + member + ".name", "Name cannot be empty.");
        }
    }
    if (part.contains("functionResponse") && !part["functionResponse"].contains("response")) {
        return refuse(place + ".function_response.response", "required field is not set");
    }
    if (part.contains("inlineData") && part["inlineData"].value("mimeType", std::string()).empty()) {
        return refuse(place + ".inline_data.mime_type", "must be specified");
    }
    return checkSignature(part, place);
}

Refusal checkContent(const Json &content, std::size_t index)
{
    const std::string role = content.value("role", std::string("user"));
    if (role != "user" && role != "model" && role != "function") {
        return GeminiRefusal {"Please use a valid role: user, model.", {}};
    }
    const Json parts = content.value("parts", Json::array());
    if (parts.empty()) {
        return refuse("contents[" + std::to_string(index) + "].parts", "contents.parts must not be empty.");
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (Refusal refusal = checkPart(parts[i], role, placeOf(index, i))) {
            return refusal;
        }
    }
    return std::nullopt;
}

std::multiset<std::string> namesIn(const Json &content, const char *member)
{
    std::multiset<std::string> names;
    for (const Json &part : content["parts"]) {
        if (part.contains(member)) {
            names.insert(part[member].value("name", std::string()));
        }
    }
    return names;
}

bool isSamePairing(const Json &calls, const Json &responses)
{
    return namesIn(calls, "functionCall") == namesIn(responses, "functionResponse");
}

Refusal checkPairs(const Json &contents)
{
    const Json nothing {{"parts", Json::array()}};
    for (std::size_t i = 0; i < contents.size(); ++i) {
        const Json &before = i == 0 ? nothing : contents[i - 1];
        const Json &next = i + 1 < contents.size() ? contents[i + 1] : nothing;
        const std::size_t responses = count(contents[i], "functionResponse");
        const std::size_t calls = count(contents[i], "functionCall");
        if (responses > 0 && count(before, "functionCall") == 0) {
            return GeminiRefusal {
                "Please ensure that function response turn comes immediately after a function call turn.",
                {}};
        }
        if (calls > 0 && (i == 0 || before.value("role", std::string("user")) == "model")) {
            return GeminiRefusal {
                "Please ensure that function call turn comes immediately after a user turn or "
                "after a function response turn.",
                {}};
        }
        if (calls != 0 && calls != count(next, "functionResponse")) {
            return GeminiRefusal {
                "Please ensure that the number of function response parts is equal to the number "
                "of function call parts of the function call turn.",
                {}};
        }
        if (calls != 0 && !isSamePairing(contents[i], next)) {
            return GeminiRefusal {
                "Please ensure that every function response has the name of a function call of "
                "the function call turn.",
                {}};
        }
    }
    return std::nullopt;
}

// In the current turn, the first call of every step must bring its signature back.
Refusal checkCurrentTurn(const Json &contents)
{
    std::size_t begin = contents.size();
    while (begin > 0) {
        const Json &content = contents[--begin];
        if (content.value("role", std::string("user")) != "model"
            && count(content, "functionResponse") == 0) {
            break;
        }
    }
    for (std::size_t i = begin; i < contents.size(); ++i) {
        for (const Json &part : contents[i]["parts"]) {
            if (!part.contains("functionCall")) {
                continue;
            }
            if (part.value("thoughtSignature", std::string()).empty()) {
                return GeminiRefusal {
                    "Function call is missing a thought_signature in functionCall parts. This is required "
                    "for "
                    "tools to work correctly, and missing thought_signature may lead to degraded model "
                    "performance. Additional data, function call `default_api:"
                        + part["functionCall"].value("name", std::string()) + "` , position "
                        + std::to_string(i + 1) + ".",
                    {}};
            }
            break;
        }
    }
    return std::nullopt;
}

} // namespace

std::string geminiSignature(const Json &part)
{
    if (!part.contains("functionCall")) {
        return issueSignature("gemini", "any part");
    }
    const Json &call = part["functionCall"];
    // Members of the arguments may come back in another order.
    const nlohmann::json arguments = nlohmann::json::parse(call.value("args", Json::object()).dump());
    return issueSignature("gemini", call.value("name", std::string()) + arguments.dump());
}

bool isGemini3(const std::string &model)
{
    const std::size_t at = model.find("gemini-");
    return at != std::string::npos && at + 7 < model.size() && model[at + 7] >= '3' && model[at + 7] <= '9';
}

std::optional<GeminiRefusal> geminiContentsRefusal(const Json &body, const std::string &model)
{
    const Json contents = body.value("contents", Json::array());
    if (contents.empty()) {
        return refuse("contents", "contents is not specified");
    }
    for (std::size_t i = 0; i < contents.size(); ++i) {
        if (Refusal refusal = checkContent(contents[i], i)) {
            return refusal;
        }
    }
    if (body.contains("systemInstruction")
        && body["systemInstruction"].value("parts", Json::array()).empty()) {
        return refuse("system_instruction.parts", "must not be empty.");
    }
    if (Refusal refusal = checkPairs(contents)) {
        return refusal;
    }
    if (contents.back().value("role", std::string("user")) == "model") {
        return GeminiRefusal {
            "Please ensure that multiturn requests end with a user role or a function response.", {}};
    }
    return isGemini3(model) ? checkCurrentTurn(contents) : std::nullopt;
}

} // namespace nexus::kit

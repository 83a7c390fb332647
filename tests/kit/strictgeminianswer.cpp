// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictgeminianswer.h"

#include "strictgeminirules.h"

namespace nexus::kit {

namespace {

using Ending = ChatAnswer::Ending;

QByteArray bytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump());
}

Json usage(const ChatAnswer &answer, bool isEnd)
{
    const int prompt = Usage::plain + Usage::cached;
    const bool thinks = !answer.thinking.empty();
    Json usage {{"promptTokenCount", prompt}};
    int total = prompt;
    if (answer.ending != Ending::Blocked) {
        usage["candidatesTokenCount"] = isEnd ? Usage::said : 1;
        total += isEnd ? Usage::said : 1;
    }
    total += thinks ? Usage::thought : 0;
    usage["totalTokenCount"] = total;
    usage["cachedContentTokenCount"] = Usage::cached;
    usage["promptTokensDetails"] = {{{"modality", "TEXT"}, {"tokenCount", prompt}}};
    if (thinks) {
        usage["thoughtsTokenCount"] = Usage::thought;
    }
    return usage;
}

Json finishReason(const ChatAnswer &answer)
{
    if (answer.ending == Ending::Length) {
        return "MAX_TOKENS";
    }
    return answer.ending == Ending::Refusal ? "SAFETY" : "STOP";
}

Json thoughtPart(const std::string &text)
{
    return {{"text", text}, {"thought", true}};
}

Json callParts(const ChatAnswer &answer, bool signs)
{
    Json parts = Json::array();
    for (const ChatAnswer::ToolCall &call : answer.toolCalls) {
        Json part {{"functionCall", {{"name", call.name}, {"args", Json::parse(call.arguments)}}}};
        if (signs && parts.empty()) {
            part["thoughtSignature"] = geminiSignature(part);
        }
        parts.push_back(part);
    }
    return parts;
}

Json candidate(const Json &parts, int index)
{
    Json content {{"parts", parts}, {"role", "model"}};
    if (parts.empty()) {
        content.erase("parts");
    }
    return {{"content", content}, {"index", index}};
}

Json response(const ChatRequest &request, const Json &candidates, const Json &usage)
{
    Json json = Json::object();
    if (!candidates.empty()) {
        json["candidates"] = candidates;
    }
    json["usageMetadata"] = usage;
    json["modelVersion"] = request.shortName();
    json["responseId"] = "scripted0response";
    return json;
}

Json blockedResponse(const ChatRequest &request, const ChatAnswer &answer)
{
    Json json {{"promptFeedback", {{"blockReason", "PROHIBITED_CONTENT"}}}};
    json.update(response(request, Json::array(), usage(answer, true)));
    return json;
}

Json wholeCandidate(const ChatAnswer &answer, int index, bool signs)
{
    Json parts = Json::array();
    if (!answer.thinking.empty()) {
        parts.push_back(thoughtPart(answer.thinking));
    }
    if (!answer.text.empty()) {
        parts.push_back({{"text", answer.text}});
        if (signs) {
            parts.back()["thoughtSignature"] = geminiSignature(parts.back());
        }
    }
    for (const Json &part : callParts(answer, signs)) {
        parts.push_back(part);
    }
    Json json = candidate(parts, index);
    if (answer.ending == Ending::Refusal) {
        json.erase("content");
        json["safetyRatings"]
            = {{{"category", "HARM_CATEGORY_DANGEROUS_CONTENT"}, {"probability", "HIGH"}, {"blocked", true}}};
    }
    json["finishReason"] = finishReason(answer);
    return json;
}

// The parts of a streamed answer, one event each but for the end.
std::vector<Json> streamedParts(const ChatAnswer &answer, bool signs)
{
    std::vector<Json> events;
    for (const std::string &text : words(answer.thinking)) {
        events.push_back(Json::array({thoughtPart(text)}));
    }
    for (const std::string &text : words(answer.text)) {
        events.push_back(Json::array({Json {{"text", text}}}));
    }
    if (!answer.toolCalls.empty()) {
        events.push_back(callParts(answer, signs));
    }
    return events;
}

std::vector<Json> streamedEvents(
    const ChatRequest &request, const ChatAnswer &answer, const GeminiFraming &framing)
{
    if (answer.ending == Ending::Blocked) {
        return {blockedResponse(request, answer)};
    }
    std::vector<Json> events;
    for (int index = 0; index < framing.candidates; ++index) {
        for (const Json &parts : streamedParts(answer, framing.signs)) {
            events.push_back(response(request, Json::array({candidate(parts, index)}), usage(answer, false)));
        }
        Json last = wholeCandidate({}, index, false);
        if (answer.ending == Ending::Refusal) {
            last = wholeCandidate(answer, index, false);
        } else if (answer.ending != Ending::Empty) {
            // The signature of a streamed text comes behind it, on a part without text.
            last["content"]["parts"] = Json::array({Json {{"text", ""}}});
            if (framing.signs && answer.toolCalls.empty()) {
                Json &part = last["content"]["parts"].front();
                part["thoughtSignature"] = geminiSignature(part);
            }
        }
        last["finishReason"] = finishReason(answer);
        events.push_back(response(request, Json::array({last}), usage(answer, true)));
    }
    return events;
}

std::string statusName(int code)
{
    switch (code) {
    case 400:
        return "INVALID_ARGUMENT";
    case 401:
        return "UNAUTHENTICATED";
    case 403:
        return "PERMISSION_DENIED";
    case 404:
        return "NOT_FOUND";
    case 429:
        return "RESOURCE_EXHAUSTED";
    case 499:
        return "CANCELLED";
    case 500:
        return "INTERNAL";
    case 503:
        return "UNAVAILABLE";
    case 504:
        return "DEADLINE_EXCEEDED";
    default:
        return "UNKNOWN";
    }
}

} // namespace

QByteArray geminiAnswer(const ChatRequest &request, const ChatAnswer &answer, const GeminiFraming &framing)
{
    if (answer.ending == Ending::Blocked) {
        return bytes(blockedResponse(request, answer));
    }
    Json candidates = Json::array();
    for (int index = 0; index < framing.candidates; ++index) {
        candidates.push_back(wholeCandidate(answer, index, framing.signs));
    }
    return bytes(response(request, candidates, usage(answer, true)));
}

StreamScript geminiStream(const ChatRequest &request, const ChatAnswer &answer, const GeminiFraming &framing)
{
    const QByteArray error = geminiError(503, "The model is overloaded. Please try again later.", {});
    StreamScript script;
    for (const Json &event : streamedEvents(request, answer, framing)) {
        const QByteArray separator = script.pieces.isEmpty() ? "[" : ",\r\n";
        script.pieces.append(framing.isSse ? "data: " + bytes(event) + "\r\n\r\n" : separator + bytes(event));
    }
    if (!framing.isSse) {
        script.contentType = "application/json; charset=UTF-8";
        script.pieces.last() += "]";
        script.errorPiece = ",\r\n" + error + "]";
        return script;
    }
    script.contentType = "text/event-stream";
    script.errorPiece = "data: " + error + "\r\n\r\n";
    return script;
}

QByteArray geminiError(int code, const std::string &message, const Json &details)
{
    Json error {{"code", code}, {"message", message}, {"status", statusName(code)}};
    if (!details.empty()) {
        error["details"] = details;
    }
    return bytes({{"error", error}});
}

} // namespace nexus::kit

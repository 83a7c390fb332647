// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modelanswers.h"

#include <algorithm>

namespace nexus::kit {

namespace {

constexpr std::int64_t s_created = 1700000000;
constexpr int s_promptTokens = 9;
constexpr int s_completionTokens = 12;

std::string textOf(const Json &content)
{
    if (content.is_string()) {
        return content.get<std::string>();
    }
    std::string text;
    if (content.is_array()) {
        for (const Json &part : content) {
            text += part.value("text", std::string());
        }
    }
    return text;
}

Json usage()
{
    return {{"prompt_tokens", s_promptTokens}, {"completion_tokens", s_completionTokens},
        {"total_tokens", s_promptTokens + s_completionTokens},
        {"prompt_tokens_details", {{"cached_tokens", 0}, {"audio_tokens", 0}}},
        {"completion_tokens_details", {{"reasoning_tokens", 0}}}};
}

// Providers answer with the exact version of the model that was asked for.
std::string versionOf(const ChatRequest &request)
{
    return request.shortName() + "-0613";
}

QByteArray bytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump());
}

Json wholeMessage(const ChatAnswer &answer)
{
    Json message {{"role", "assistant"}};
    message["content"] = answer.toolCalls.empty() ? Json(answer.text) : Json(nullptr);
    message["refusal"] = nullptr;
    for (const ChatAnswer::ToolCall &call : answer.toolCalls) {
        message["tool_calls"].push_back({{"id", call.id}, {"type", "function"},
            {"function", {{"name", call.name}, {"arguments", call.arguments}}}});
    }
    return message;
}

class ChunkWriter final {
public:
    explicit ChunkWriter(const ChatRequest &request)
        : m_request(request)
    { }

    void delta(const Json &delta, const Json &finishReason = nullptr)
    {
        Json chunk = empty();
        chunk["choices"].push_back(
            {{"index", 0}, {"delta", delta}, {"logprobs", nullptr}, {"finish_reason", finishReason}});
        if (m_request.includesUsage) {
            chunk["usage"] = nullptr;
        }
        m_events.append(bytes(chunk));
    }

    void toolCall(int index, const ChatAnswer::ToolCall &call)
    {
        constexpr std::size_t partSize = 5;
        delta({{"tool_calls",
            {{{"index", index}, {"id", call.id}, {"type", "function"},
                {"function", {{"name", call.name}, {"arguments", ""}}}}}}});
        for (std::size_t at = 0; at < call.arguments.size(); at += partSize) {
            delta({{"tool_calls",
                {{{"index", index}, {"function", {{"arguments", call.arguments.substr(at, partSize)}}}}}}});
        }
    }

    [[nodiscard]] QByteArrayList finish()
    {
        if (m_request.includesUsage) {
            Json chunk = empty();
            chunk["usage"] = usage();
            m_events.append(bytes(chunk));
        }
        m_events.append("[DONE]");
        return m_events;
    }

private:
    [[nodiscard]] Json empty() const
    {
        return {{"id", "chatcmpl-scripted"}, {"object", "chat.completion.chunk"}, {"created", s_created},
            {"model", versionOf(m_request)}, {"service_tier", "default"},
            {"system_fingerprint", "fp_scripted"}, {"choices", Json::array()}};
    }

    const ChatRequest &m_request;
    QByteArrayList m_events;
};

std::vector<ChatAnswer::ToolCall> composeToolCalls(const ChatRequest &request)
{
    if (request.lastRole != "user" || request.toolChoice == "none") {
        return {};
    }
    std::string wanted;
    if (request.toolChoice.is_object()) {
        wanted = request.toolChoice.value("/function/name"_json_pointer, std::string());
    }
    const bool isForAll = request.lastText.find("both") != std::string::npos && !request.isSingleCall;
    std::vector<ChatAnswer::ToolCall> calls;
    for (const Json &tool : request.tools) {
        const Json function = tool.value("function", Json::object());
        const std::string name = function.value("name", std::string());
        if (!wanted.empty() && name != wanted) {
            continue;
        }
        const Json schema = function.value("parameters", Json::object());
        calls.push_back(
            {request.idPrefix + std::to_string(calls.size()), name, exampleOf(schema, schema).dump()});
        if (!isForAll) {
            break;
        }
    }
    return calls;
}

std::string composeText(const ChatRequest &request)
{
    const std::string format
        = request.responseFormat.is_object() ? request.responseFormat.value("type", std::string()) : "";
    if (format == "json_schema") {
        const Json schema = request.responseFormat.value("/json_schema/schema"_json_pointer, Json::object());
        return exampleOf(schema, schema).dump();
    }
    if (format == "json_object") {
        return Json {{"answer", request.lastText}}.dump();
    }
    return "You said: " + request.lastText + " – grüße 🙂";
}

// Ends the answer before the first stop sequence in it.
void applyStops(ChatAnswer &answer, const std::vector<std::string> &stops)
{
    for (const std::string &stop : stops) {
        if (const std::size_t at = answer.text.find(stop); at != std::string::npos) {
            answer.text.resize(at);
            answer.ending = ChatAnswer::Ending::StopSequence;
            answer.stoppedBy = stop;
        }
    }
}

ChatAnswer slowAnswer()
{
    constexpr int count = 20;
    ChatAnswer answer;
    for (int i = 0; i < count; ++i) {
        answer.text += "part" + std::to_string(i) + ' ';
    }
    return answer;
}

} // namespace

std::string ChatAnswer::finishReason() const
{
    switch (ending) {
    case Ending::ToolCalls:
        return "tool_calls";
    case Ending::Length:
        return "length";
    case Ending::Refusal:
    case Ending::Blocked:
        return "content_filter";
    case Ending::Done:
    case Ending::StopSequence:
    case Ending::Empty:
        break;
    }
    return "stop";
}

std::optional<ChatRequest> readChatRequest(const QByteArray &body)
{
    const Json json = Json::parse(body.begin(), body.end(), nullptr, false);
    if (!json.is_object() || !json.contains("model") || !json["model"].is_string()
        || !json.contains("messages") || !json["messages"].is_array()) {
        return std::nullopt;
    }
    ChatRequest request;
    request.model = json["model"].get<std::string>();
    if (!json["messages"].empty() && json["messages"].back().is_object()) {
        const Json &last = json["messages"].back();
        request.lastRole = last.value("role", std::string());
        request.lastText = textOf(last.value("content", Json()));
    }
    request.isStream = json.value("stream", Json(false)) == true;
    request.includesUsage = json.value("/stream_options/include_usage"_json_pointer, false);
    request.tools = json.value("tools", Json::array());
    request.toolChoice = json.value("tool_choice", Json());
    request.responseFormat = json.value("response_format", Json());
    request.isSingleCall = json.value("parallel_tool_calls", Json(true)) == false;
    return request;
}

ChatAnswer composeAnswer(const ChatRequest &request)
{
    const Behaviour::Kind kind = request.behaviour().kind;
    if (kind == Behaviour::Kind::Slow) {
        return slowAnswer();
    }
    ChatAnswer answer;
    if (kind == Behaviour::Kind::Refusal || kind == Behaviour::Kind::Blocked) {
        answer.ending
            = kind == Behaviour::Kind::Refusal ? ChatAnswer::Ending::Refusal : ChatAnswer::Ending::Blocked;
        return answer;
    }
    if (kind == Behaviour::Kind::Empty) {
        answer.ending = ChatAnswer::Ending::Empty;
        return answer;
    }
    if (request.thinks && request.lastRole == "user") {
        answer.thinking = "The user wrote: " + request.lastText;
    }
    if (kind == Behaviour::Kind::Length) {
        answer.text = "You said";
        answer.ending = ChatAnswer::Ending::Length;
        return answer;
    }
    answer.toolCalls = composeToolCalls(request);
    if (!answer.toolCalls.empty()) {
        answer.ending = ChatAnswer::Ending::ToolCalls;
        return answer;
    }
    answer.text = composeText(request);
    applyStops(answer, request.stops);
    return answer;
}

QByteArray wholeAnswer(const ChatRequest &request, const ChatAnswer &answer)
{
    const Json json {{"id", "chatcmpl-scripted"}, {"object", "chat.completion"}, {"created", s_created},
        {"model", versionOf(request)},
        {"choices",
            {{{"index", 0}, {"message", wholeMessage(answer)}, {"logprobs", nullptr},
                {"finish_reason", answer.finishReason()}}}},
        {"usage", usage()}, {"system_fingerprint", "fp_scripted"}};
    QByteArray body = bytes(json);
    // Written as text, since no JSON library keeps these numbers.
    body.chop(1);
    return body + R"(, "x_vendor": {"z": 1, "a": 123456789012345678901234567890, "half": 1.50}})";
}

QByteArrayList streamedAnswer(const ChatRequest &request, const ChatAnswer &answer)
{
    ChunkWriter writer(request);
    writer.delta({{"role", "assistant"}, {"content", answer.toolCalls.empty() ? Json("") : Json(nullptr)},
        {"refusal", nullptr}});
    for (const std::string &word : words(answer.text)) {
        writer.delta({{"content", word}});
    }
    int index = 0;
    for (const ChatAnswer::ToolCall &call : answer.toolCalls) {
        writer.toolCall(index++, call);
    }
    writer.delta(Json::object(), answer.finishReason());
    return writer.finish();
}

std::vector<std::string> words(const std::string &text)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t space = text.find(' ', begin);
        const std::size_t end = space == std::string::npos ? text.size() : space + 1;
        parts.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return parts;
}

Json exampleOf(const Json &schema, const Json &root)
{
    if (!schema.is_object()) {
        return "text";
    }
    if (const std::string reference = schema.value("$ref", std::string()); reference.starts_with("#")) {
        return exampleOf(root.value(Json::json_pointer(reference.substr(1)), Json()), root);
    }
    for (const char *member : {"enum", "anyOf", "oneOf"}) {
        const Json choices = schema.value(member, Json());
        if (choices.is_array() && !choices.empty()) {
            return std::string_view(member) == "enum" ? choices.front() : exampleOf(choices.front(), root);
        }
    }
    if (schema.contains("const")) {
        return schema["const"];
    }
    Json type = schema.value("type", Json("object"));
    if (type.is_array()) {
        type = type.empty() ? Json("null") : type.front();
    }
    if (type.is_string()) {
        type = QByteArray::fromStdString(type.get<std::string>()).toLower().toStdString(); // Gemini's OBJECT
    }
    if (type == "object") {
        Json object = Json::object();
        const Json properties = schema.value("properties", Json::object());
        for (const auto &[name, property] : properties.items()) {
            object[name] = exampleOf(property, root);
        }
        return object;
    }
    if (type == "array") {
        return Json::array({exampleOf(schema.value("items", Json()), root)});
    }
    if (type == "integer") {
        return 7;
    }
    if (type == "number") {
        return 1.5;
    }
    if (type == "boolean") {
        return true;
    }
    return type == "null" ? Json() : Json("text");
}

QByteArray errorBody(const std::string &message, const std::string &type,
    const std::optional<std::string> &code, const std::optional<std::string> &param)
{
    const auto orNull = [](const std::optional<std::string> &text) { return text ? Json(*text) : Json(); };
    return bytes({{"error",
        {{"message", message}, {"type", type}, {"param", orNull(param)}, {"code", orNull(code)}}}});
}

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictanthropic.h"

#include "strictanthropicanswer.h"
#include "strictanthropicrules.h"
#include "strictanthropicshape.h"
#include "strictclaude.h"

#include <QDate>

namespace nexus::kit {

namespace {

Reply error(int status, const std::string &type, const std::string &message)
{
    return Reply::json(status, anthropicError(type, message)).withHeader("request-id", "req_011Scripted");
}

Reply badRequest(const std::string &message)
{
    return error(400, "invalid_request_error", message);
}

Reply statusReply(int status)
{
    const std::string words = "The provider answers " + std::to_string(status) + ".";
    switch (status) {
    case 400:
        return badRequest(words);
    case 401:
        return error(status, "authentication_error", "invalid x-api-key");
    case 402:
        return error(status, "billing_error", words);
    case 403:
        return error(status, "permission_error", words);
    case 404:
        return error(status, "not_found_error", "model: status-404");
    case 413:
        return error(status, "request_too_large", "Request exceeds the maximum size");
    case 429:
        return error(status, "rate_limit_error", "This request would exceed your rate limit.")
            .withHeader("retry-after", "7");
    case 504:
        return error(status, "timeout_error", words);
    case 529:
        return error(status, "overloaded_error", "Overloaded");
    default:
        return error(status, "api_error", status == 500 ? "Internal server error" : words);
    }
}

std::optional<Reply> checkHead(const ReceivedRequest &request)
{
    const QByteArray key = request.header("x-api-key");
    if (key.isEmpty()) {
        return error(401, "authentication_error",
            hasHeader(request.headers, "authorization") ? "Invalid bearer token"
                                                        : "x-api-key header is required");
    }
    if (key.contains("wrong")) {
        return error(401, "authentication_error", "invalid x-api-key");
    }
    const QByteArray version = request.header("anthropic-version");
    if (version.isEmpty()) {
        return badRequest("anthropic-version: header is required");
    }
    if (!QDate::fromString(QString::fromLatin1(version), Qt::ISODate).isValid()) {
        return badRequest("anthropic-version: \"" + version.toStdString() + "\" is not a valid version");
    }
    if (request.method == "POST" && !request.header("content-type").startsWith("application/json")) {
        return badRequest("content-type: must be application/json");
    }
    return std::nullopt;
}

// Members that a beta header opens; without one they are extra inputs.
Json withoutBeta(Json body, const ReceivedRequest &request)
{
    if (!request.header("anthropic-beta").isEmpty()) {
        for (const char *name : {"context_management", "mcp_servers", "output_format", "speed"}) {
            body.erase(name);
        }
    }
    return body;
}

std::optional<Reply> checkBody(const Json &body, const ReceivedRequest &request, bool isCount)
{
    std::optional<std::string> words = anthropicShapeRefusal(body, isCount);
    if (!words) {
        words = anthropicMessagesRefusal(body);
    }
    if (!words) {
        const Json thinking = body.value("thinking", Json());
        const bool isInterleaved = request.header("anthropic-beta").contains("interleaved-thinking");
        words = anthropicSettingsRefusal(body, isInterleaved && asksForThinking(thinking));
    }
    return words ? std::optional(badRequest(*words)) : std::nullopt;
}

std::string textOf(const Json &content)
{
    if (content.is_string()) {
        return content;
    }
    std::string text;
    for (const Json &block : content.is_array() ? content : Json::array()) {
        text += block.value("type", std::string()) == "tool_result" ? textOf(block.value("content", Json()))
                                                                    : block.value("text", std::string());
    }
    return text;
}

bool hasResults(const Json &content)
{
    return content.is_array() && !content.empty() && content.front().value("type", Json()) == "tool_result";
}

void readTools(const Json &body, ChatRequest &request)
{
    for (const Json &tool : body.value("tools", Json::array())) {
        request.tools.push_back({{"type", "function"},
            {"function",
                {{"name", tool.value("name", std::string())},
                    {"parameters", tool.value("input_schema", Json::object())}}}});
    }
    const Json choice = body.value("tool_choice", Json::object());
    const std::string type = choice.value("type", std::string());
    if (type == "tool") {
        request.toolChoice = {{"type", "function"}, {"function", {{"name", choice["name"]}}}};
    } else if (!type.empty()) {
        request.toolChoice = type == "any" ? "required" : type;
    }
    request.isSingleCall = choice.value("disable_parallel_tool_use", false);
}

ChatRequest readRequest(const Json &body)
{
    const Json &last = body["messages"].back();
    ChatRequest request;
    request.model = body["model"];
    request.lastText = textOf(last["content"]);
    request.lastRole = hasResults(last["content"]) ? "tool" : last["role"].get<std::string>();
    request.isStream = body.value("stream", false);
    request.thinks = asksForThinking(body.value("thinking", Json()));
    request.stops = body.value("stop_sequences", std::vector<std::string>());
    request.idPrefix = "toolu_01Scripted" + std::to_string(body["messages"].size()) + "_";
    const Json format = body.value("output_config", Json::object()).value("format", Json());
    if (format.is_object()) {
        request.responseFormat = {{"type", "json_schema"}, {"json_schema", {{"schema", format["schema"]}}}};
    }
    readTools(body, request);
    return request;
}

Reply messagesReply(const ReceivedRequest &received, bool isCount)
{
    if (const auto refusal = checkHead(received)) {
        return *refusal;
    }
    const Json parsed = Json::parse(received.body.begin(), received.body.end(), nullptr, false);
    if (!parsed.is_object()) {
        return badRequest("The request body is not valid JSON");
    }
    const Json model = parsed.value("model", Json());
    const Behaviour behaviour = behaviourOf(model.is_string() ? model.get<std::string>() : "");
    if (behaviour.kind == Behaviour::Kind::Status) {
        return statusReply(behaviour.status);
    }
    if (behaviour.kind == Behaviour::Kind::Html) {
        return Reply::html(200, "<html><body>Welcome to the captive portal</body></html>");
    }
    if (behaviour.kind == Behaviour::Kind::Hang) {
        return Reply::hang();
    }
    const Json body = withoutBeta(parsed, received);
    if (const auto refusal = checkBody(body, received, isCount)) {
        return *refusal;
    }
    if (isCount) {
        return Reply::json(200, R"({"input_tokens":14})");
    }
    const ChatRequest request = readRequest(body);
    const ChatAnswer answer = composeAnswer(request);
    const Reply reply = request.isStream ? playStream(behaviour, anthropicStream(request, answer))
                                         : Reply::json(200, anthropicMessage(request, answer));
    return reply.withHeader("request-id", "req_011Scripted");
}

Reply modelsReply(const ReceivedRequest &request)
{
    if (const auto refusal = checkHead(request)) {
        return *refusal;
    }
    Json data = Json::array();
    for (const char *id : {"claude-opus-4-5-20251101", "claude-sonnet-4-5-20250929",
             "claude-haiku-4-5-20251001", "claude-3-5-sonnet-20241022"}) {
        data.push_back({{"type", "model"}, {"id", id}, {"display_name", std::string("Scripted ") + id},
            {"created_at", "2025-09-29T00:00:00Z"}});
    }
    const Json list {{"data", data}, {"has_more", false}, {"first_id", data.front()["id"]},
        {"last_id", data.back()["id"]}};
    return Reply::json(200, QByteArray::fromStdString(list.dump()));
}

} // namespace

std::optional<Reply> strictAnthropicReply(const ReceivedRequest &request)
{
    const QByteArray path = request.path();
    const bool isCount = path.endsWith("/messages/count_tokens");
    if (request.method == "POST" && (isCount || path.endsWith("/messages"))) {
        return messagesReply(request, isCount);
    }
    const bool isOurs
        = hasHeader(request.headers, "anthropic-version") || hasHeader(request.headers, "x-api-key");
    if (request.method == "GET" && path.endsWith("/models") && isOurs) {
        return modelsReply(request);
    }
    return std::nullopt;
}

} // namespace nexus::kit

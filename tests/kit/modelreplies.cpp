// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modelreplies.h"

#include "modelanswers.h"
#include "strictanthropic.h"
#include "strictbedrock.h"
#include "strictgemini.h"
#include "strictopenai.h"

namespace nexus::kit {

namespace {

QByteArray bytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump());
}

Reply badRequest(const std::string &message)
{
    return Reply::json(400, errorBody(message, "invalid_request_error", std::nullopt));
}

Reply statusReply(int status)
{
    switch (status) {
    case 401:
        return Reply::json(401,
            errorBody("Incorrect API key provided: sk-ab***cd.", "invalid_request_error", "invalid_api_key"));
    case 404:
        return Reply::json(404,
            errorBody("The model `status-404` does not exist.", "invalid_request_error", "model_not_found"));
    case 429:
        return Reply::json(
            429, errorBody("Rate limit reached for requests.", "requests", "rate_limit_exceeded"))
            .withHeader("Retry-After", "7");
    default:
        return Reply::json(status,
            errorBody("The provider answers " + std::to_string(status) + ".", "server_error", std::nullopt));
    }
}

Reply chatReply(const ReceivedRequest &received)
{
    const auto request = readChatRequest(received.body);
    if (!request) {
        return badRequest("The body is no chat request.");
    }
    const Behaviour behaviour = request->behaviour();
    if (behaviour.kind == Behaviour::Kind::Status) {
        return statusReply(behaviour.status);
    }
    if (behaviour.kind == Behaviour::Kind::Html) {
        return Reply::html(200, "<html><body>Welcome to the captive portal</body></html>");
    }
    if (behaviour.kind == Behaviour::Kind::Hang) {
        return Reply::hang();
    }
    if (const auto refusal = openAiRefusal(received.body)) {
        return *refusal;
    }
    const ChatAnswer answer = composeAnswer(*request);
    if (!request->isStream) {
        return Reply::json(200, wholeAnswer(*request, answer));
    }
    StreamScript script {"text/event-stream; charset=utf-8", {}, {}};
    for (const QByteArray &event : streamedAnswer(*request, answer)) {
        script.pieces.append("data: " + event + "\n\n");
    }
    script.errorPiece
        = "data: " + errorBody("The model is overloaded.", "server_error", "overloaded") + "\n\n";
    return playStream(behaviour, script);
}

Reply embeddingsReply(const ReceivedRequest &received)
{
    const Json request = Json::parse(received.body.begin(), received.body.end(), nullptr, false);
    if (!request.is_object() || !request.contains("input")) {
        return badRequest("The body is no embeddings request.");
    }
    const std::size_t count = request["input"].is_array() ? request["input"].size() : 1;
    const bool isBase64 = request.value("encoding_format", std::string()) == "base64";
    Json data = Json::array();
    for (std::size_t i = 0; i < count; ++i) {
        Json vector = Json::array({0.5, -0.25, 1.0});
        if (isBase64) {
            vector = "AAAAPwAAgL4AAIA/"; // the same three numbers as little-endian floats
        }
        data.push_back({{"object", "embedding"}, {"index", i}, {"embedding", vector}});
    }
    return Reply::json(200,
        bytes({{"object", "list"}, {"data", data}, {"model", request.value("model", std::string())},
            {"usage", {{"prompt_tokens", 5}, {"total_tokens", 5}}}}));
}

Reply completionsReply(const ReceivedRequest &received)
{
    const Json request = Json::parse(received.body.begin(), received.body.end(), nullptr, false);
    if (!request.is_object() || !request.contains("prompt")) {
        return badRequest("The body is no completions request.");
    }
    const auto chunk = [&request](const std::string &text, const Json &finishReason) {
        return Json {{"id", "cmpl-scripted"}, {"object", "text_completion"}, {"created", 1700000000},
            {"model", request.value("model", std::string())},
            {"choices",
                {{{"text", text}, {"index", 0}, {"logprobs", nullptr}, {"finish_reason", finishReason}}}}};
    };
    if (request.value("stream", false)) {
        return Reply::sse({bytes(chunk("Once upon ", nullptr)), bytes(chunk("a time", nullptr)),
            bytes(chunk("", "stop")), "[DONE]"});
    }
    Json answer = chunk("Once upon a time", "stop");
    answer["usage"] = {{"prompt_tokens", 3}, {"completion_tokens", 4}, {"total_tokens", 7}};
    return Reply::json(200, bytes(answer));
}

// One program stands in for several providers, told apart by the first part of the path.
std::vector<std::string> modelsOf(const QByteArray &path)
{
    if (path.startsWith("/anthropic/")) {
        return {"claude-3-5-sonnet-20241022"};
    }
    if (path.startsWith("/google/")) {
        return {"gemini-1.5-pro"};
    }
    if (path.startsWith("/bedrock/")) {
        return {"anthropic.claude-3-sonnet-20240229-v1:0"};
    }
    return {"gpt-4", "gpt-3.5-turbo", "gpt-4o-mini", "text-embedding-3-small", "meta/llama-3"};
}

Reply modelsReply(const ReceivedRequest &received)
{
    Json data = Json::array();
    for (const std::string &id : modelsOf(received.path())) {
        data.push_back({{"id", id}, {"object", "model"}, {"created", 1687882411}, {"owned_by", "scripted"}});
    }
    return Reply::json(200, bytes({{"object", "list"}, {"data", data}}));
}

Reply serviceReply(const ReceivedRequest &request)
{
    for (const auto reply : {&strictAnthropicReply, &strictGeminiReply, &strictBedrockReply}) {
        if (const auto answer = reply(request)) {
            return *answer;
        }
    }
    const QByteArray path = request.path();
    if (path.endsWith("/chat/completions")) {
        return chatReply(request);
    }
    if (path.endsWith("/embeddings")) {
        return embeddingsReply(request);
    }
    if (path.endsWith("/completions")) {
        return completionsReply(request);
    }
    if (path.endsWith("/models")) {
        return modelsReply(request);
    }
    return Reply::json(404, errorBody("Unknown path.", "invalid_request_error", "unknown_url"));
}

} // namespace

Reply modelReply(const ReceivedRequest &request)
{
    try {
        return serviceReply(request);
    } catch (const Json::exception &) {
        return badRequest("A member of the body has a type that nobody expects there.");
    }
}

QByteArray requestsAsJson(const std::vector<ReceivedRequest> &requests)
{
    Json list = Json::array();
    for (const ReceivedRequest &request : requests) {
        if (request.target.startsWith("/_")) {
            continue;
        }
        Json headers = Json::array();
        for (const auto &[name, value] : request.headers) {
            headers.push_back({name.toStdString(), value.toStdString()});
        }
        list.push_back({{"index", request.index}, {"connection", request.connection},
            {"method", request.method.toStdString()}, {"target", request.target.toStdString()},
            {"headers", headers}, {"body_base64", request.body.toBase64().toStdString()},
            {"complete", request.isComplete}, {"answered", request.isAnswered},
            {"closed_after_ms", request.closedAfter ? Json(request.closedAfter->count()) : Json()}});
    }
    return QByteArray::fromStdString(list.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace nexus::kit

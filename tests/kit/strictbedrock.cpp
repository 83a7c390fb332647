// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictbedrock.h"

#include "strictbedrockanswer.h"
#include "strictbedrockrules.h"
#include "strictclaude.h"
#include "strictsigv4.h"

namespace nexus::kit {

namespace {

Reply error(int status, const std::string &type, const std::string &message)
{
    return Reply::json(status, QByteArray::fromStdString(Json {{"message", message}}.dump()))
        .withHeader("x-amzn-RequestId", "0a1b2c3d-scripted")
        .withHeader("x-amzn-ErrorType",
            QByteArray::fromStdString(type) + ":http://internal.amazon.com/coral/com.amazon.bedrock/");
}

Reply badRequest(const std::string &message)
{
    return error(400, "ValidationException", message);
}

Reply statusReply(int status)
{
    const std::string words = "The provider answers " + std::to_string(status) + ".";
    switch (status) {
    case 400:
        return badRequest(words);
    case 401:
        // AWS says it with 403; the exception tells that the credentials are the trouble.
        return error(403, "UnrecognizedClientException", words);
    case 403:
        return error(status, "AccessDeniedException", words);
    case 404:
        return error(status, "ResourceNotFoundException", words);
    case 408:
        return error(status, "ModelTimeoutException", words);
    case 424:
        return error(status, "ModelErrorException", words);
    case 429:
        return error(status, "ThrottlingException", "Too many requests, please wait before trying again.");
    case 503:
        return error(status, "ServiceUnavailableException", words);
    default:
        return error(status, "InternalServerException", words);
    }
}

std::optional<Reply> checkHead(const ReceivedRequest &request)
{
    const QByteArray authorization = request.header("authorization");
    if (authorization.startsWith("Bearer ")) {
        const QByteArray key = authorization.mid(7).trimmed();
        return key.isEmpty() || key.contains("wrong") ? std::optional(
                   error(403, "AccessDeniedException", "Authentication failed: the API key is not valid."))
                                                      : std::nullopt;
    }
    const auto refusal = signatureRefusal(request);
    return refusal ? std::optional(error(403, refusal->type, refusal->message)) : std::nullopt;
}

// `/model/ID/OPERATION` behind any prefix; the id is one encoded segment.
struct Target {
    std::string model;
    QByteArray operation;
};

std::optional<Target> targetOf(const QByteArray &path)
{
    const QByteArrayList segments = path.split('/');
    if (segments.size() < 4 || segments[segments.size() - 3] != "model") {
        return std::nullopt;
    }
    const QByteArray operation = segments.last();
    const QByteArray id = QByteArray::fromPercentEncoding(segments[segments.size() - 2]);
    const bool isKnown = operation == "converse" || operation == "converse-stream" || operation == "invoke";
    return isKnown ? std::optional(Target {id.toStdString(), operation}) : std::nullopt;
}

std::string textOf(const Json &content)
{
    std::string text;
    for (const Json &block : content) {
        if (block.contains("toolResult")) {
            text += textOf(block["toolResult"]["content"]);
        } else if (block.contains("json")) {
            text += block["json"].dump();
        } else {
            text += block.value("text", std::string());
        }
    }
    return text;
}

void readTools(const Json &body, ChatRequest &request)
{
    const Json config = body.value("toolConfig", Json::object());
    for (const Json &tool : config.value("tools", Json::array())) {
        if (tool.contains("toolSpec")) {
            request.tools.push_back({{"type", "function"},
                {"function",
                    {{"name", tool["toolSpec"]["name"]},
                        {"parameters", tool["toolSpec"]["inputSchema"]["json"]}}}});
        }
    }
    const Json choice = config.value("toolChoice", Json::object());
    if (choice.contains("tool")) {
        request.toolChoice = {{"type", "function"}, {"function", {{"name", choice["tool"]["name"]}}}};
    } else if (choice.contains("any")) {
        request.toolChoice = "required";
    }
}

ChatRequest readRequest(const Json &body, const std::string &model)
{
    const Json &last = body["messages"].back();
    ChatRequest request;
    request.model = model;
    request.lastText = textOf(last["content"]);
    request.lastRole
        = last["content"].front().contains("toolResult") ? "tool" : last["role"].get<std::string>();
    request.thinks
        = asksForThinking(body.value("/additionalModelRequestFields/thinking"_json_pointer, Json()));
    request.stops
        = body.value("inferenceConfig", Json::object()).value("stopSequences", std::vector<std::string>());
    request.idPrefix = "tooluse_Scripted" + std::to_string(body["messages"].size()) + "_";
    const Json schema
        = body.value("/outputConfig/textFormat/structure/jsonSchema/schema"_json_pointer, Json());
    if (schema.is_string()) {
        request.responseFormat = {
            {"type", "json_schema"}, {"json_schema", {{"schema", Json::parse(schema.get<std::string>())}}}};
    }
    readTools(body, request);
    return request;
}

Reply converseReply(const Json &body, const std::string &model, bool isStream)
{
    std::optional<std::string> words = converseShapeRefusal(body);
    if (!words) {
        words = converseMessagesRefusal(body, model);
    }
    if (!words) {
        words = converseSettingsRefusal(body, model, isStream);
    }
    if (words) {
        return badRequest(*words);
    }
    const ChatAnswer answer = composeAnswer(readRequest(body, model));
    const Reply reply = isStream ? playStream(behaviourOf(model), converseStream(answer))
                                 : Reply::json(200, converseAnswer(answer));
    return reply.withHeader("x-amzn-RequestId", "0a1b2c3d-scripted");
}

Reply invokeReply(const Json &body, const std::string &model)
{
    const InvokeAnswer answer = invokeAnswer(model, body);
    return answer.refusal.empty() ? Reply::json(200, answer.body) : badRequest(answer.refusal);
}

Reply modelReply(const ReceivedRequest &received, const Target &target)
{
    if (const auto refusal = checkHead(received)) {
        return *refusal;
    }
    if (!isNameOf(target.model, "_-:./", 2048)) {
        return badRequest("The provided model identifier is invalid.");
    }
    const Behaviour behaviour = behaviourOf(target.model);
    if (behaviour.kind == Behaviour::Kind::Status) {
        return statusReply(behaviour.status);
    }
    if (behaviour.kind == Behaviour::Kind::Html) {
        return Reply::html(200, "<html><body>Welcome to the captive portal</body></html>");
    }
    if (behaviour.kind == Behaviour::Kind::Hang) {
        return Reply::hang();
    }
    const Json body = Json::parse(received.body.begin(), received.body.end(), nullptr, false);
    if (!body.is_object()) {
        return error(400, "SerializationException", "Unexpected token in the request body.");
    }
    return target.operation == "invoke"
        ? invokeReply(body, target.model)
        : converseReply(body, target.model, target.operation == "converse-stream");
}

Reply modelsReply(const ReceivedRequest &request, bool isProfiles)
{
    if (const auto refusal = checkHead(request)) {
        return *refusal;
    }
    const std::string arn = "arn:aws:bedrock:us-east-1:";
    Json list = Json::array();
    for (const char *name : {"anthropic.claude-sonnet-4-5-20250929-v1:0",
             "anthropic.claude-3-sonnet-20240229-v1:0", "meta.llama3-3-70b-instruct-v1:0"}) {
        const std::string id = name;
        if (isProfiles) {
            list.push_back({{"inferenceProfileId", "us." + id}, {"inferenceProfileName", "Scripted " + id},
                {"inferenceProfileArn", arn + "123456789012:inference-profile/us." + id},
                {"status", "ACTIVE"}, {"type", "SYSTEM_DEFINED"},
                {"models", {{{"modelArn", arn + ":foundation-model/" + id}}}}});
            continue;
        }
        list.push_back({{"modelArn", arn + ":foundation-model/" + id}, {"modelId", id},
            {"modelName", "Scripted " + id}, {"providerName", "Scripted"}, {"inputModalities", {"TEXT"}},
            {"outputModalities", {"TEXT"}}, {"responseStreamingSupported", true},
            {"inferenceTypesSupported", {"ON_DEMAND"}}, {"modelLifecycle", {{"status", "ACTIVE"}}}});
    }
    const Json json {{isProfiles ? "inferenceProfileSummaries" : "modelSummaries", list}};
    return Reply::json(200, QByteArray::fromStdString(json.dump()));
}

} // namespace

std::optional<Reply> strictBedrockReply(const ReceivedRequest &request)
{
    const QByteArray path = request.path();
    if (request.method == "GET"
        && (path.endsWith("/foundation-models") || path.endsWith("/inference-profiles"))) {
        return modelsReply(request, path.endsWith("/inference-profiles"));
    }
    const auto target = request.method == "POST" ? targetOf(path) : std::nullopt;
    return target ? std::optional(modelReply(request, *target)) : std::nullopt;
}

} // namespace nexus::kit

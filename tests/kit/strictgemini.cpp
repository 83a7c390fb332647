// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictgemini.h"

#include "strictgeminianswer.h"
#include "strictgeminirules.h"

#include <QUrlQuery>

#include <cctype>

namespace nexus::kit {

namespace {

Reply error(int status, const std::string &message, const Json &details = {})
{
    return Reply::json(status, geminiError(status, message, details));
}

Reply refusalReply(const GeminiRefusal &refusal)
{
    if (refusal.field.empty()) {
        return error(400, refusal.message);
    }
    return error(400, refusal.message,
        Json::array({Json {{"@type", "type.googleapis.com/google.rpc.BadRequest"},
            {"fieldViolations", {{{"field", refusal.field}, {"description", refusal.message}}}}}}));
}

Reply statusReply(int status)
{
    if (status == 429) {
        return error(429, "You exceeded your current quota. Please retry in 7s.",
            Json::array({Json {{"@type", "type.googleapis.com/google.rpc.QuotaFailure"},
                             {"violations", {{{"quotaId", "GenerateRequestsPerMinutePerProjectPerModel"}}}}},
                Json {{"@type", "type.googleapis.com/google.rpc.RetryInfo"}, {"retryDelay", "7s"}}}));
    }
    return error(status, "The provider answers " + std::to_string(status) + ".");
}

QUrlQuery queryOf(const ReceivedRequest &request)
{
    const qsizetype at = request.target.indexOf('?');
    return QUrlQuery(at < 0 ? QString() : QString::fromUtf8(request.target.mid(at + 1)));
}

std::optional<Reply> checkHead(const ReceivedRequest &request)
{
    if (queryOf(request).hasQueryItem(QStringLiteral("key"))) {
        return error(400, "The key stands in the query, where it would be logged; send x-goog-api-key.");
    }
    const QByteArray key = request.header("x-goog-api-key");
    if (key.isEmpty()) {
        return error(403,
            "Method doesn't allow unregistered callers (callers without established identity). "
            "Please use API Key or other form of API consumer identity to call this API.");
    }
    if (key.contains("wrong")) {
        return error(400, "API key not valid. Please pass a valid API key.",
            Json::array({Json {{"@type", "type.googleapis.com/google.rpc.ErrorInfo"},
                {"reason", "API_KEY_INVALID"}, {"domain", "googleapis.com"}}}));
    }
    return std::nullopt;
}

std::string camelCase(const std::string &name)
{
    std::string camel;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool isJoint = name[i] == '_' && i > 0 && i + 1 < name.size();
        camel += isJoint ? static_cast<char>(std::toupper(static_cast<unsigned char>(name[++i]))) : name[i];
    }
    return camel;
}

// Names in camel case and no null members, as the service reads them; free JSON stays as it is.
Json plainForm(const Json &value, bool isMap = false)
{
    if (value.is_array()) {
        Json list = Json::array();
        for (const Json &member : value) {
            list.push_back(plainForm(member));
        }
        return list;
    }
    if (!value.is_object()) {
        return value;
    }
    Json object = Json::object();
    for (const auto &[key, member] : value.items()) {
        const std::string name = isMap ? key : camelCase(key);
        const bool isFree = !isMap
            && (name == "args" || name == "response" || name.ends_with("JsonSchema") || name == "example"
                || name == "default");
        if (!member.is_null()) {
            object[name] = isFree ? member : plainForm(member, !isMap && name == "properties");
        }
    }
    return object;
}

std::string textOf(const Json &content)
{
    std::string text;
    for (const Json &part : content.value("parts", Json::array())) {
        text += part.contains("functionResponse") ? part["functionResponse"]["response"].dump()
                                                  : part.value("text", std::string());
    }
    return text;
}

void readTools(const Json &body, ChatRequest &request)
{
    const Json calling = body.value("/toolConfig/functionCallingConfig"_json_pointer, Json::object());
    const auto allowed = calling.value("allowedFunctionNames", std::vector<std::string>());
    for (const Json &tool : body.value("tools", Json::array())) {
        for (const Json &declaration : tool.value("functionDeclarations", Json::array())) {
            const char *schema = declaration.contains("parameters") ? "parameters" : "parametersJsonSchema";
            request.tools.push_back({{"type", "function"},
                {"function",
                    {{"name", declaration["name"]},
                        {"parameters", declaration.value(schema, Json::object())}}}});
        }
    }
    const std::string mode = calling.value("mode", std::string());
    if (mode == "NONE") {
        request.toolChoice = "none";
    } else if (allowed.size() == 1) {
        request.toolChoice = {{"type", "function"}, {"function", {{"name", allowed.front()}}}};
    } else if (mode == "ANY") {
        request.toolChoice = "required";
    }
}

ChatRequest readRequest(const Json &body, const std::string &model)
{
    const Json &last = body["contents"].back();
    const Json config = body.value("generationConfig", Json::object());
    ChatRequest request;
    request.model = model;
    request.lastText = textOf(last);
    request.lastRole = last["parts"].front().contains("functionResponse") ? "tool" : "user";
    request.thinks = config.value("/thinkingConfig/includeThoughts"_json_pointer, false);
    request.stops = config.value("stopSequences", std::vector<std::string>());
    const char *member = config.contains("responseSchema") ? "responseSchema" : "responseJsonSchema";
    if (config.contains(member)) {
        request.responseFormat = {{"type", "json_schema"}, {"json_schema", {{"schema", config[member]}}}};
    } else if (config.value("responseMimeType", std::string()) == "application/json") {
        request.responseFormat = {{"type", "json_object"}};
    }
    readTools(body, request);
    return request;
}

std::optional<GeminiRefusal> judge(const Json &body, const std::string &model)
{
    if (auto refusal = geminiShapeRefusal(body, "Generate")) {
        return refusal;
    }
    if (auto refusal = geminiContentsRefusal(body, model)) {
        return refusal;
    }
    return geminiConfigRefusal(body, model);
}

Reply generateReply(
    const ReceivedRequest &received, const Json &body, const std::string &model, bool isStream)
{
    if (const auto refusal = judge(body, model)) {
        return refusalReply(*refusal);
    }
    const ChatRequest request = readRequest(body, model);
    const ChatAnswer answer = composeAnswer(request);
    GeminiFraming framing;
    framing.candidates = body.value("/generationConfig/candidateCount"_json_pointer, 1);
    framing.signs = isGemini3(model) || request.thinks;
    framing.isSse = queryOf(received).queryItemValue(QStringLiteral("alt")) == QLatin1String("sse");
    return isStream ? playStream(behaviourOf(model), geminiStream(request, answer, framing))
                    : Reply::json(200, geminiAnswer(request, answer, framing));
}

Reply countReply(const Json &body, const std::string &model)
{
    if (const auto refusal = geminiShapeRefusal(body, "Count")) {
        return refusalReply(*refusal);
    }
    if (const auto refusal = geminiContentsRefusal(body.value("generateContentRequest", body), model)) {
        return refusalReply(*refusal);
    }
    return Reply::json(
        200, R"({"totalTokens":14,"promptTokensDetails":[{"modality":"TEXT","tokenCount":14}]})");
}

Reply embedReply(const Json &body, const std::string &model)
{
    if (const auto refusal = geminiShapeRefusal(body, "Embed")) {
        return refusalReply(*refusal);
    }
    const Json requests = body.value("requests", Json::array());
    if (requests.empty()) {
        return error(400, "* BatchEmbedContentsRequest.requests: requests is not specified\n");
    }
    Json embeddings = Json::array();
    for (const Json &request : requests) {
        if (request.value("model", std::string()) != "models/" + model) {
            return error(
                400, "* BatchEmbedContentsRequest.requests[0].model: unexpected model name format\n");
        }
        if (textOf(request.value("content", Json::object())).empty()) {
            return error(400, "* BatchEmbedContentsRequest.requests[0].content: contents is not specified\n");
        }
        embeddings.push_back({{"values", {0.5, -0.25, 1.0}}});
    }
    return Reply::json(200, QByteArray::fromStdString(Json {{"embeddings", embeddings}}.dump()));
}

Reply methodReply(const ReceivedRequest &received, const std::string &model, const QByteArray &method)
{
    if (const auto refusal = checkHead(received)) {
        return *refusal;
    }
    const Behaviour behaviour = behaviourOf(model);
    if (behaviour.kind == Behaviour::Kind::Status) {
        return statusReply(behaviour.status);
    }
    if (behaviour.kind == Behaviour::Kind::Html) {
        return Reply::html(200, "<html><body>Welcome to the captive portal</body></html>");
    }
    if (behaviour.kind == Behaviour::Kind::Hang) {
        return Reply::hang();
    }
    const Json json = Json::parse(received.body.begin(), received.body.end(), nullptr, false);
    if (!json.is_object()) {
        return error(400, "Invalid JSON payload received. Expected an object.");
    }
    const Json body = plainForm(json);
    if (method == "countTokens") {
        return countReply(body, model);
    }
    return method == "batchEmbedContents" ? embedReply(body, model)
                                          : generateReply(received, body, model, method != "generateContent");
}

Reply modelsReply(const ReceivedRequest &request)
{
    if (const auto refusal = checkHead(request)) {
        return *refusal;
    }
    Json models = Json::array();
    for (const char *name : {"gemini-2.5-pro", "gemini-2.5-flash", "gemini-3-pro-preview"}) {
        models.push_back({{"name", std::string("models/") + name}, {"version", "001"},
            {"displayName", std::string("Scripted ") + name}, {"inputTokenLimit", 1048576},
            {"outputTokenLimit", 65536}, {"supportedGenerationMethods", {"generateContent", "countTokens"}}});
    }
    models.push_back({{"name", "models/gemini-embedding-001"}, {"version", "001"},
        {"displayName", "Scripted embedding"}, {"inputTokenLimit", 2048}, {"outputTokenLimit", 1},
        {"supportedGenerationMethods", {"embedContent", "batchEmbedContents"}}});
    return Reply::json(200, QByteArray::fromStdString(Json {{"models", models}}.dump()));
}

} // namespace

std::optional<Reply> strictGeminiReply(const ReceivedRequest &request)
{
    const QByteArray path = request.path();
    const bool isOurs = hasHeader(request.headers, "x-goog-api-key") || path.contains("/v1beta/");
    if (request.method == "GET" && path.endsWith("/models") && isOurs) {
        return modelsReply(request);
    }
    constexpr std::string_view before = "/models/";
    const qsizetype begin
        = path.indexOf(QByteArrayView(before.data(), static_cast<qsizetype>(before.size())));
    const qsizetype colon = path.lastIndexOf(':');
    if (request.method != "POST" || begin < 0 || colon < begin) {
        return std::nullopt;
    }
    const QByteArray method = path.mid(colon + 1);
    const QByteArrayList known {
        "generateContent", "streamGenerateContent", "countTokens", "batchEmbedContents"};
    if (!known.contains(method)) {
        return std::nullopt;
    }
    const qsizetype name = begin + static_cast<qsizetype>(before.size());
    return methodReply(
        request, QByteArray::fromPercentEncoding(path.mid(name, colon - name)).toStdString(), method);
}

} // namespace nexus::kit

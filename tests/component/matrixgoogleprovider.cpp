// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayfixture.h"
#include "matrixprovider.h"

#include <algorithm>

namespace nexus::matrix {

namespace {

bool isPicture(const Json &part)
{
    const Json data = part.value("inlineData", Json::object());
    return data.value("mimeType", std::string()) == "image/png"
        && data.value("data", std::string()) == picture;
}

// An error stands under its own name, a text under `result`.
void readResult(const Json &response, ProviderView &view)
{
    const Json &answer = response.at("response");
    const bool isError = answer.contains("error");
    view.results.push_back({response.value("id", std::string()),
        answer.at(isError ? "error" : "result").get<std::string>(), isError});
    for (const Json &part : response.value("parts", Json::array())) {
        view.pictures += isPicture(part);
    }
}

void readPart(const Json &part, ProviderView &view)
{
    view.pictures += isPicture(part);
    if (part.contains("functionCall")) {
        const Json &call = part["functionCall"];
        view.calls.push_back({{"id", call.value("id", std::string())}, {"name", call.at("name")},
            {"arguments", call.value("args", Json::object())}});
    }
    if (part.contains("functionResponse")) {
        readResult(part["functionResponse"], view);
    }
    if (part.value("thought", false)) {
        view.thought += part.at("text").get<std::string>();
    }
    view.signature += part.value("thoughtSignature", std::string());
}

void readContent(const Json &content, ProviderView &view)
{
    const Json &parts = content.at("parts");
    const bool hasResults = parts.at(0).contains("functionResponse");
    const std::string role = content.at("role") == "model" ? "assistant" : "user";
    view.turns.push_back(hasResults ? "results" : role);
    for (const Json &part : parts) {
        readPart(part, view);
    }
}

// Types are written in capitals where the schema is Google's own.
Json plainSchema(const Json &holder, const char *own, const char *standard)
{
    if (holder.contains(standard)) {
        return holder[standard];
    }
    return holder.value(own, Json());
}

void readTools(const Json &body, ProviderView &view)
{
    for (const Json &tool : body.value("tools", Json::array())) {
        for (const Json &declaration : tool.at("functionDeclarations")) {
            view.tools.push_back({{"name", declaration.at("name")},
                {"schema", plainSchema(declaration, "parameters", "parametersJsonSchema")}});
        }
    }
    const Json calling = body.value("/toolConfig/functionCallingConfig"_json_pointer, Json::object());
    const std::string mode = calling.value("mode", std::string());
    const Json allowed = calling.value("allowedFunctionNames", Json::array());
    view.toolChoice = QByteArray::fromStdString(mode).toLower().toStdString();
    if (mode == "ANY") {
        view.toolChoice = allowed.size() == 1 ? allowed.at(0).get<std::string>() : "required";
    }
}

void readConfig(const Json &config, ProviderView &view)
{
    const Json thinking = config.value("thinkingConfig", Json::object());
    view.maxTokens = config.value("maxOutputTokens", 0);
    view.budget = thinking.value("thinkingBudget", 0);
    view.effort = thinking.value("thinkingLevel", std::string());
    view.answerSchema = plainSchema(config, "responseSchema", "responseJsonSchema");
    view.temperature = config.value("temperature", Json());
    view.stops = config.value("stopSequences", Json());
    if (!thinking.empty() && !thinking.value("includeThoughts", false)) {
        view.problems.append("thoughts that nobody shows");
    }
}

class GoogleProvider final : public ProviderSide {
public:
    [[nodiscard]] std::string name() const override { return "google"; }
    [[nodiscard]] std::string modelFor(const Scenario & /*scenario*/) const override
    {
        return "gemini-2.5-pro";
    }
    [[nodiscard]] bool keepsSchemas() const override { return false; }
    // Those before Gemini 3.
    [[nodiscard]] bool hasPictureResults() const override { return false; }
    [[nodiscard]] bool takesThoughts() const override { return false; }
    [[nodiscard]] bool hasCallIds() const override { return false; }
    [[nodiscard]] ExpectedUsage usage(const Scenario &scenario) const override
    {
        return {.prompt = 14,
            .cached = 5,
            .completion = scenario.thinks ? 19 : 12,
            .reasoning = scenario.thinks ? 7 : 0};
    }

    [[nodiscard]] ProviderView read(
        const kit::ReceivedRequest &request, const std::string &model) const override
    {
        ProviderView view;
        Findings findings;
        view.isStream = request.path().endsWith(":streamGenerateContent");
        const std::string method = view.isStream ? ":streamGenerateContent?alt=sse" : ":generateContent";
        findings.same("path", request.target.toStdString(), "/v1beta/models/" + model + method);
        findings.same("key", request.header("x-goog-api-key").toStdString(), GatewayFixture::key);
        findings.holds("no other credentials", request.header("authorization").isEmpty());
        const Json body = Json::parse(request.body.toStdString());
        for (const Json &part : body.value("/systemInstruction/parts"_json_pointer, Json::array())) {
            view.system += part.at("text").get<std::string>();
        }
        for (const Json &content : body.at("contents")) {
            readContent(content, view);
        }
        readTools(body, view);
        readConfig(body.value("generationConfig", Json::object()), view);
        view.problems += findings.all();
        return view;
    }
};

} // namespace

const ProviderSide &googleProvider()
{
    static const GoogleProvider provider;
    return provider;
}

} // namespace nexus::matrix

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayfixture.h"
#include "matrixprovider.h"

namespace nexus::matrix {

namespace {

bool isPicture(const Json &block)
{
    const Json image = block.value("image", Json::object());
    return image.value("format", std::string()) == "png"
        && image.value("/source/bytes"_json_pointer, std::string()) == picture;
}

void readResult(const Json &result, ProviderView &view)
{
    std::string text;
    for (const Json &inner : result.at("content")) {
        text += inner.value("text", std::string());
        view.pictures += isPicture(inner);
    }
    view.results.push_back({result.at("toolUseId"), text, result.value("status", std::string()) == "error"});
}

void readBlock(const Json &block, ProviderView &view)
{
    view.pictures += isPicture(block);
    if (block.contains("toolUse")) {
        const Json &use = block["toolUse"];
        view.calls.push_back(
            {{"id", use.at("toolUseId")}, {"name", use.at("name")}, {"arguments", use.at("input")}});
    }
    if (block.contains("toolResult")) {
        readResult(block["toolResult"], view);
    }
    if (block.contains("reasoningContent")) {
        const Json &thought = block["reasoningContent"].at("reasoningText");
        view.thought += thought.at("text").get<std::string>();
        view.signature += thought.at("signature").get<std::string>();
    }
}

void readMessage(const Json &message, ProviderView &view)
{
    const Json &content = message.at("content");
    const bool hasResults = content.at(0).contains("toolResult");
    view.turns.push_back(hasResults ? "results" : message.at("role").get<std::string>());
    for (const Json &block : content) {
        readBlock(block, view);
    }
}

void readTools(const Json &config, ProviderView &view)
{
    for (const Json &tool : config.value("tools", Json::array())) {
        const Json &spec = tool.at("toolSpec");
        view.tools.push_back({{"name", spec.at("name")}, {"schema", spec.at("inputSchema").at("json")}});
    }
    const Json choice = config.value("toolChoice", Json::object());
    if (choice.contains("tool")) {
        view.toolChoice = choice["tool"].at("name");
    } else if (!choice.empty()) {
        view.toolChoice = choice.contains("any") ? "required" : "auto";
    }
}

class BedrockProvider final : public ProviderSide {
public:
    [[nodiscard]] std::string name() const override { return "bedrock"; }
    [[nodiscard]] std::string modelFor(const Scenario & /*scenario*/) const override
    {
        return "anthropic.claude-sonnet-4-5-20250929-v1:0";
    }
    [[nodiscard]] int wrongKeyStatus() const override { return 403; }
    [[nodiscard]] QByteArray retryAfter() const override { return {}; }
    // Converse counts thoughts as output and does not tell them apart.
    [[nodiscard]] ExpectedUsage usage(const Scenario &scenario) const override
    {
        return {.prompt = 17, .cached = 5, .completion = scenario.thinks ? 19 : 12, .reasoning = 0};
    }

    [[nodiscard]] ProviderView read(
        const kit::ReceivedRequest &request, const std::string &model) const override
    {
        ProviderView view;
        Findings findings;
        view.isStream = request.path().endsWith("/converse-stream");
        const QByteArray id = QByteArray::fromStdString(model).toPercentEncoding();
        findings.same("path", request.target.toStdString(),
            ("/v1/model/" + id + (view.isStream ? "/converse-stream" : "/converse")).toStdString());
        findings.same("key", request.header("authorization").toStdString(),
            std::string("Bearer ") + GatewayFixture::key);
        const Json body = Json::parse(request.body.toStdString());
        for (const Json &block : body.value("system", Json::array())) {
            view.system += block.at("text").get<std::string>();
        }
        for (const Json &message : body.at("messages")) {
            readMessage(message, view);
        }
        readTools(body.value("toolConfig", Json::object()), view);
        const Json inference = body.value("inferenceConfig", Json::object());
        view.maxTokens = inference.value("maxTokens", 0);
        view.temperature = inference.value("temperature", Json());
        view.stops = inference.value("stopSequences", Json());
        view.budget = body.value("/additionalModelRequestFields/thinking/budget_tokens"_json_pointer, 0);
        const std::string schema
            = body.value("/outputConfig/textFormat/structure/jsonSchema/schema"_json_pointer, std::string());
        view.answerSchema = schema.empty() ? Json() : Json::parse(schema);
        view.problems = findings.all();
        return view;
    }
};

} // namespace

const ProviderSide &bedrockProvider()
{
    static const BedrockProvider provider;
    return provider;
}

} // namespace nexus::matrix

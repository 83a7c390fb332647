// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayfixture.h"
#include "matrixprovider.h"

namespace nexus::matrix {

namespace {

std::string textOf(const Json &content)
{
    if (content.is_string()) {
        return content;
    }
    std::string text;
    for (const Json &block : content.is_array() ? content : Json::array()) {
        text += block.value("text", std::string());
    }
    return text;
}

bool isPicture(const Json &block)
{
    return block.at("type") == "image" && block.at("source").at("type") == "base64"
        && block["source"].at("media_type") == "image/png" && block["source"].at("data") == picture;
}

void readBlock(const Json &block, ProviderView &view)
{
    const std::string type = block.at("type");
    view.pictures += isPicture(block);
    if (type == "tool_use") {
        view.calls.push_back(
            {{"id", block.at("id")}, {"name", block.at("name")}, {"arguments", block.at("input")}});
    } else if (type == "tool_result") {
        const Json content = block.value("content", Json());
        view.results.push_back({block.at("tool_use_id"), textOf(content), block.value("is_error", false)});
        for (const Json &inner : content.is_array() ? content : Json::array()) {
            view.pictures += isPicture(inner);
        }
    } else if (type == "thinking") {
        view.thought += block.at("thinking").get<std::string>();
        view.signature += block.at("signature").get<std::string>();
    }
}

void readMessage(const Json &message, ProviderView &view)
{
    const Json &content = message.at("content");
    const bool hasResults = content.is_array() && content.at(0).at("type") == "tool_result";
    view.turns.push_back(hasResults ? "results" : message.at("role").get<std::string>());
    for (const Json &block : content.is_array() ? content : Json::array()) {
        readBlock(block, view);
    }
}

void readChoice(const Json &choice, ProviderView &view)
{
    if (choice.is_object()) {
        const std::string type = choice.at("type");
        view.toolChoice = type == "tool" ? choice.at("name").get<std::string>()
                                         : std::string(type == "any" ? "required" : type);
    }
}

class AnthropicProvider final : public ProviderSide {
public:
    [[nodiscard]] std::string name() const override { return "anthropic"; }
    [[nodiscard]] std::string modelFor(const Scenario & /*scenario*/) const override
    {
        return "claude-sonnet-4-5";
    }
    [[nodiscard]] int overloadedStatus() const override { return 529; }
    [[nodiscard]] bool needsMaxTokens() const override { return true; }
    [[nodiscard]] ExpectedUsage usage(const Scenario &scenario) const override
    {
        return {.prompt = 17,
            .cached = 5,
            .completion = scenario.thinks ? 19 : 12,
            .reasoning = scenario.thinks ? 7 : 0};
    }

    [[nodiscard]] ProviderView read(
        const kit::ReceivedRequest &request, const std::string &model) const override
    {
        ProviderView view;
        Findings findings;
        findings.same("path", request.target.toStdString(), "/v1/messages");
        findings.same("key", request.header("x-api-key").toStdString(), GatewayFixture::key);
        findings.same("version", request.header("anthropic-version").toStdString(), "2023-06-01");
        findings.holds("no other credentials", request.header("authorization").isEmpty());
        const Json body = Json::parse(request.body.toStdString());
        findings.same("model", body.at("model"), model);
        view.system = textOf(body.value("system", Json()));
        for (const Json &message : body.at("messages")) {
            readMessage(message, view);
        }
        for (const Json &tool : body.value("tools", Json::array())) {
            view.tools.push_back({{"name", tool.at("name")}, {"schema", tool.at("input_schema")}});
        }
        readChoice(body.value("tool_choice", Json()), view);
        view.isStream = body.value("stream", false);
        view.maxTokens = body.at("max_tokens");
        const Json thinking = body.value("thinking", Json::object());
        findings.same("thinking", thinking.value("type", std::string("enabled")), "enabled");
        view.budget = thinking.value("budget_tokens", 0);
        view.answerSchema = body.value("/output_config/format/schema"_json_pointer, Json());
        view.temperature = body.value("temperature", Json());
        view.stops = body.value("stop_sequences", Json());
        view.problems = findings.all();
        return view;
    }
};

} // namespace

const ProviderSide &anthropicProvider()
{
    static const AnthropicProvider provider;
    return provider;
}

} // namespace nexus::matrix

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
    for (const Json &part : content.is_array() ? content : Json::array()) {
        text += part.value("text", std::string());
    }
    return text;
}

int picturesIn(const Json &content)
{
    int count = 0;
    for (const Json &part : content.is_array() ? content : Json::array()) {
        const std::string url = part.value("/image_url/url"_json_pointer, std::string());
        count += url == std::string("data:image/png;base64,") + picture;
    }
    return count;
}

void readMessage(const Json &message, ProviderView &view)
{
    const std::string role = message.at("role");
    const Json content = message.value("content", Json());
    view.pictures += picturesIn(content);
    if (role == "system") {
        view.system += textOf(content);
        return;
    }
    if (role != "tool") {
        view.turns.push_back(role);
    } else {
        if (view.turns.back() != "results") {
            view.turns.emplace_back("results");
        }
        view.results.push_back({message.at("tool_call_id"), textOf(content)});
    }
    for (const Json &call : message.value("tool_calls", Json::array())) {
        const Json &function = call.at("function");
        view.calls.push_back({{"id", call.at("id")}, {"name", function.at("name")},
            {"arguments", Json::parse(function.at("arguments").get<std::string>())}});
    }
}

void readChoice(const Json &choice, ProviderView &view)
{
    if (choice.is_string()) {
        view.toolChoice = choice;
    } else if (choice.is_object()) {
        view.toolChoice = choice.at("function").at("name");
    }
}

class OpenAiProvider final : public ProviderSide {
public:
    [[nodiscard]] std::string name() const override { return "openai"; }
    [[nodiscard]] std::string modelFor(const Scenario &scenario) const override
    {
        return scenario.thinks ? "gpt-5-mini" : "gpt-4o";
    }
    [[nodiscard]] bool showsThoughts() const override { return false; }
    [[nodiscard]] bool hasErrorResults() const override { return false; }
    [[nodiscard]] bool hasPictureResults() const override { return false; }
    [[nodiscard]] ExpectedUsage usage(const Scenario & /*scenario*/) const override
    {
        return {.prompt = 9, .cached = 0, .completion = 12, .reasoning = 0};
    }

    [[nodiscard]] ProviderView read(
        const kit::ReceivedRequest &request, const std::string &model) const override
    {
        ProviderView view;
        Findings findings;
        findings.same("path", request.target.toStdString(), "/v1/chat/completions");
        findings.same("key", request.header("authorization").toStdString(),
            std::string("Bearer ") + GatewayFixture::key);
        const Json body = Json::parse(request.body.toStdString());
        findings.same("model", body.at("model"), model);
        for (const Json &message : body.at("messages")) {
            readMessage(message, view);
        }
        for (const Json &tool : body.value("tools", Json::array())) {
            const Json &function = tool.at("function");
            view.tools.push_back({{"name", function.at("name")}, {"schema", function.at("parameters")}});
        }
        readChoice(body.value("tool_choice", Json()), view);
        view.isStream = body.value("stream", false);
        // The counts of a stream come only when asked for.
        findings.holds("stream_options of a stream",
            !view.isStream || body.value("/stream_options/include_usage"_json_pointer, false));
        view.maxTokens = body.value("max_tokens", body.value("max_completion_tokens", 0));
        view.effort = body.value("reasoning_effort", std::string());
        view.answerSchema = body.value("/response_format/json_schema/schema"_json_pointer, Json());
        view.temperature = body.value("temperature", Json());
        view.stops = body.value("stop", Json());
        view.problems = findings.all();
        return view;
    }
};

} // namespace

const ProviderSide &openAiProvider()
{
    static const OpenAiProvider provider;
    return provider;
}

std::array<const ProviderSide *, 4> allProviders()
{
    return {&openAiProvider(), &anthropicProvider(), &googleProvider(), &bedrockProvider()};
}

std::string ProviderSide::model(const Scenario &scenario) const
{
    using Refusal = Scenario::Refusal;
    switch (scenario.refusal) {
    case Refusal::None:
        break;
    case Refusal::WrongKey:
        return modelFor(scenario) + "-status-" + std::to_string(wrongKeyStatus());
    case Refusal::NoModel:
        return modelFor(scenario) + "-status-404";
    case Refusal::TooMany:
        return modelFor(scenario) + "-status-429";
    case Refusal::Overloaded:
        return modelFor(scenario) + "-status-" + std::to_string(overloadedStatus());
    case Refusal::WebPage:
        return modelFor(scenario) + "-html";
    }
    return modelFor(scenario) + scenario.suffix;
}

int ProviderSide::clientStatus(const Scenario &scenario) const
{
    using Refusal = Scenario::Refusal;
    switch (scenario.refusal) {
    case Refusal::None:
        break;
    case Refusal::WrongKey:
        return wrongKeyStatus();
    case Refusal::NoModel:
        return 404;
    case Refusal::TooMany:
        return 429;
    case Refusal::Overloaded:
        return 503;
    case Refusal::WebPage:
        return 502;
    }
    return 200;
}

} // namespace nexus::matrix

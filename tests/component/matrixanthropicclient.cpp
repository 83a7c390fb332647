// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixclient.h"

namespace nexus::matrix {

namespace {

constexpr int s_maxTokens = 8000;
constexpr int s_budget = 2048;

Json textBlock(const std::string &text)
{
    return {{"type", "text"}, {"text", text}};
}

Json pictureBlock()
{
    return {
        {"type", "image"}, {"source", {{"type", "base64"}, {"media_type", "image/png"}, {"data", picture}}}};
}

Json callBlock(const std::string &id, const std::string &name, const Json &input)
{
    return {{"type", "tool_use"}, {"id", id}, {"name", name}, {"input", input}};
}

Json agentMessages()
{
    Json said = Json::array({textBlock("I look.")});
    Json results = Json::array();
    for (const PastCall &call : pastCalls()) {
        said.push_back(callBlock(call.id, call.name, call.arguments));
        Json result {{"type", "tool_result"}, {"tool_use_id", call.id}};
        result["content"] = Json::array({textBlock(call.result)});
        if (call.hasPicture) {
            result["content"].push_back(pictureBlock());
        }
        if (call.isError) {
            result["is_error"] = true;
        }
        results.push_back(result);
    }
    Json messages = Json::array();
    messages.push_back(
        {{"role", "user"}, {"content", Json::array({textBlock("Look at this."), pictureBlock()})}});
    messages.push_back({{"role", "assistant"}, {"content", said}});
    messages.push_back({{"role", "user"}, {"content", results}});
    return messages;
}

Json messagesOf(const Scenario &scenario)
{
    if (scenario.talk == Scenario::Talk::Agent) {
        return agentMessages();
    }
    Json messages = Json::array();
    messages.push_back({{"role", "user"}, {"content", "Hello."}});
    messages.push_back({{"role", "assistant"}, {"content", Json::array({textBlock("Hello to you.")})}});
    messages.push_back({{"role", "user"}, {"content", Json::array({textBlock(scenario.words())})}});
    return messages;
}

void addTools(const Scenario &scenario, Json &body)
{
    if (!scenario.hasTools) {
        return;
    }
    for (const OfferedTool &tool : offeredTools()) {
        body["tools"].push_back(
            {{"name", tool.name}, {"description", tool.description}, {"input_schema", tool.schema}});
    }
    if (scenario.forcesTool) {
        body["tool_choice"] = {{"type", "tool"}, {"name", "clock"}};
    }
}

void readBlock(const Json &block, ClientView &view)
{
    const std::string type = block.at("type");
    if (type == "text") {
        view.text += block.at("text").get<std::string>();
    } else if (type == "thinking") {
        view.thinking += block.at("thinking").get<std::string>();
        view.signature += block.at("signature").get<std::string>();
    } else if (type == "tool_use") {
        view.calls.push_back({block.at("id"), block.at("name"), block.at("input").dump()});
    } else {
        view.problems.append("an unknown block: " + QByteArray::fromStdString(type));
    }
}

void readWhole(const Json &answer, ClientView &view)
{
    view.model = answer.at("model");
    for (const Json &block : answer.at("content")) {
        readBlock(block, view);
    }
    view.finish = answer.at("stop_reason");
    view.usage = anthropicUsage(answer.at("usage"));
    view.isComplete = true;
    const bool isWhole = answer.at("type") == "message" && answer.at("role") == "assistant"
        && answer.at("id").get<std::string>().starts_with("msg_") && answer.contains("stop_sequence");
    if (!isWhole) {
        view.problems.append("the frame of the answer is wrong");
    }
}

class AnthropicClient final : public ClientSide {
public:
    [[nodiscard]] std::string name() const override { return "anthropic"; }
    [[nodiscard]] QByteArray path() const override { return "/llm/anthropic/v1/messages"; }
    [[nodiscard]] kit::Headers headers() const override
    {
        return {{"x-api-key", "not-used"}, {"anthropic-version", "2023-06-01"}};
    }
    [[nodiscard]] FinishWords finishWords() const override
    {
        return {"end_turn", "tool_use", "max_tokens", "refusal"};
    }
    [[nodiscard]] int maxTokens() const override { return s_maxTokens; }
    [[nodiscard]] bool hasRichResults() const override { return true; }

    [[nodiscard]] std::string errorType(int status) const override
    {
        switch (status) {
        case 401:
            return "authentication_error";
        case 404:
            return "not_found_error";
        case 403:
            return "permission_error";
        case 429:
            return "rate_limit_error";
        case 502:
            return "api_error";
        default:
            return status == 503 ? "overloaded_error" : "invalid_request_error";
        }
    }

    [[nodiscard]] Json body(const Scenario &scenario, const std::string &model) const override
    {
        Json body {{"model", model}, {"max_tokens", s_maxTokens}, {"system", systemWords},
            {"messages", messagesOf(scenario)}};
        addTools(scenario, body);
        if (scenario.thinks) {
            body["thinking"] = {{"type", "enabled"}, {"budget_tokens", s_budget}};
        } else {
            body["temperature"] = temperature;
            body["stop_sequences"] = Json::array({stopWords});
        }
        if (scenario.wantsSchema) {
            body["output_config"] = {{"format", {{"type", "json_schema"}, {"schema", answerSchema()}}}};
        }
        if (scenario.isStream) {
            body["stream"] = true;
        }
        return body;
    }

    [[nodiscard]] Json continued(
        const Json &body, const ClientView &answer, const std::string &result) const override
    {
        Json said = Json::array();
        Json results = Json::array();
        if (!answer.thinking.empty()) {
            said.push_back(
                {{"type", "thinking"}, {"thinking", answer.thinking}, {"signature", answer.signature}});
        }
        for (const ClientView::Call &call : answer.calls) {
            said.push_back(callBlock(call.id, call.name, Json::parse(call.arguments)));
            results.push_back({{"type", "tool_result"}, {"tool_use_id", call.id}, {"content", result}});
        }
        Json next = body;
        next["messages"].push_back({{"role", "assistant"}, {"content", said}});
        next["messages"].push_back({{"role", "user"}, {"content", results}});
        return next;
    }

    [[nodiscard]] ClientView read(const kit::Answer &answer) const override
    {
        ClientView view {.status = answer.status};
        try {
            if (answer.header("content-type").startsWith("text/event-stream")) {
                readAnthropicStream(answer, view);
                return view;
            }
            const Json json = Json::parse(answer.body.toStdString());
            if (json.at("type") != "error") {
                readWhole(json, view);
                return view;
            }
            view.error = anthropicError(json);
            if (json.at("request_id") != answer.header("x-request-id").toStdString()) {
                view.problems.append("the error has another request id than the head");
            }
        } catch (const std::exception &problem) {
            view.problems.append(QByteArray(problem.what()) + " in " + answer.body.right(500));
        }
        return view;
    }
};

} // namespace

const ClientSide &anthropicClient()
{
    static const AnthropicClient client;
    return client;
}

std::array<const ClientSide *, 2> allClients()
{
    return {&openAiClient(), &anthropicClient()};
}

Json ClientView::callsAsJson() const
{
    Json list = Json::array();
    for (const Call &call : calls) {
        list.push_back({{"name", call.name}, {"arguments", Json::parse(call.arguments, nullptr, false)}});
    }
    return list;
}

ClientView::Usage anthropicUsage(const Json &usage)
{
    const int read = usage.at("cache_read_input_tokens");
    const int written = usage.at("cache_creation_input_tokens");
    const Json details = usage.value("output_tokens_details", Json::object());
    return {.prompt = usage.at("input_tokens").get<int>() + read + written,
        .cached = read,
        .completion = usage.at("output_tokens"),
        .reasoning = details.value("thinking_tokens", 0)};
}

ClientView::Error anthropicError(const Json &body)
{
    const Json &error = body.at("error");
    static_cast<void>(body.at("request_id"));
    return {.type = error.at("type"), .code = {}, .message = error.at("message")};
}

} // namespace nexus::matrix

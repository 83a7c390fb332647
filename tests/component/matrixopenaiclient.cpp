// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixclient.h"

namespace nexus::matrix {

namespace {

Json functionCall(const std::string &id, const std::string &name, const std::string &arguments)
{
    return {{"id", id}, {"type", "function"}, {"function", {{"name", name}, {"arguments", arguments}}}};
}

Json pictureUrl()
{
    return {{"type", "image_url"}, {"image_url", {{"url", std::string("data:image/png;base64,") + picture}}}};
}

Json agentMessages()
{
    Json calls = Json::array();
    Json results = Json::array();
    for (const PastCall &call : pastCalls()) {
        calls.push_back(functionCall(call.id, call.name, call.arguments.dump()));
        results.push_back({{"role", "tool"}, {"tool_call_id", call.id}, {"content", call.result}});
    }
    Json messages = Json::array({Json {{"role", "user"},
        {"content", Json::array({Json {{"type", "text"}, {"text", "Look at this."}}, pictureUrl()})}}});
    messages.push_back({{"role", "assistant"}, {"content", "I look."}, {"tool_calls", calls}});
    messages.insert(messages.end(), results.begin(), results.end());
    return messages;
}

Json messagesOf(const Scenario &scenario)
{
    Json messages = Json::array({Json {{"role", "system"}, {"content", systemWords}}});
    if (scenario.talk == Scenario::Talk::Agent) {
        const Json agent = agentMessages();
        messages.insert(messages.end(), agent.begin(), agent.end());
        return messages;
    }
    messages.push_back({{"role", "user"}, {"content", "Hello."}});
    messages.push_back({{"role", "assistant"}, {"content", "Hello to you."}});
    messages.push_back({{"role", "user"}, {"content", scenario.words()}});
    return messages;
}

void addTools(const Scenario &scenario, Json &body)
{
    if (!scenario.hasTools) {
        return;
    }
    for (const OfferedTool &tool : offeredTools()) {
        body["tools"].push_back({{"type", "function"},
            {"function",
                {{"name", tool.name}, {"description", tool.description}, {"parameters", tool.schema}}}});
    }
    if (scenario.forcesTool) {
        body["tool_choice"] = {{"type", "function"}, {"function", {{"name", "clock"}}}};
    }
}

void readCalls(const Json &message, ClientView &view)
{
    for (const Json &call : message.value("tool_calls", Json::array())) {
        const Json &function = call.at("function");
        view.calls.push_back({call.at("id"), function.at("name"), function.at("arguments")});
    }
}

void readWhole(const Json &answer, ClientView &view)
{
    const Json &choice = answer.at("choices").at(0);
    const Json &message = choice.at("message");
    view.model = answer.at("model");
    view.thinking = message.value("reasoning_content", std::string());
    view.text = message.at("content").is_string() ? message["content"].get<std::string>() : "";
    view.finish = choice.at("finish_reason");
    view.usage = openAiUsage(answer.at("usage"));
    view.isComplete = true;
    readCalls(message, view);
    const bool isWhole = answer.at("object") == "chat.completion" && answer.at("choices").size() == 1
        && choice.at("index") == 0 && message.at("role") == "assistant"
        && answer.at("id").get<std::string>().starts_with("chatcmpl-")
        && answer.at("created").get<std::int64_t>() > 0;
    if (!isWhole) {
        view.problems.append("the frame of the answer is wrong");
    }
}

class OpenAiClient final : public ClientSide {
public:
    [[nodiscard]] std::string name() const override { return "openai"; }
    [[nodiscard]] QByteArray path() const override { return "/llm/v1/chat/completions"; }
    [[nodiscard]] kit::Headers headers() const override { return {{"Authorization", "Bearer not-used"}}; }
    [[nodiscard]] FinishWords finishWords() const override
    {
        return {"stop", "tool_calls", "length", "content_filter"};
    }
    [[nodiscard]] int maxTokens() const override { return 0; }
    [[nodiscard]] bool hasRichResults() const override { return false; }

    [[nodiscard]] std::string errorType(int status) const override
    {
        switch (status) {
        case 401:
            return "authentication_error";
        case 403:
            return "permission_error";
        case 429:
            return "rate_limit_error";
        case 503:
            return "overloaded_error";
        case 502:
            return "api_error";
        default:
            return "invalid_request_error";
        }
    }

    [[nodiscard]] Json body(const Scenario &scenario, const std::string &model) const override
    {
        Json body {{"model", model}, {"messages", messagesOf(scenario)}};
        addTools(scenario, body);
        if (scenario.thinks) {
            body["reasoning_effort"] = "low";
        } else {
            body["temperature"] = temperature;
            body["stop"] = Json::array({stopWords});
        }
        if (scenario.wantsSchema) {
            body["response_format"] = {{"type", "json_schema"},
                {"json_schema", {{"name", "form"}, {"strict", true}, {"schema", answerSchema()}}}};
        }
        if (scenario.isStream) {
            body["stream"] = true;
            if (scenario.wantsUsage) {
                body["stream_options"] = {{"include_usage", true}};
            }
        }
        return body;
    }

    // As clients do that know the dialect and no more: the thoughts do not come back.
    [[nodiscard]] Json continued(
        const Json &body, const ClientView &answer, const std::string &result) const override
    {
        Json next = body;
        Json calls = Json::array();
        for (const ClientView::Call &call : answer.calls) {
            calls.push_back(functionCall(call.id, call.name, call.arguments));
        }
        next["messages"].push_back({{"role", "assistant"}, {"content", nullptr}, {"tool_calls", calls}});
        for (const ClientView::Call &call : answer.calls) {
            next["messages"].push_back({{"role", "tool"}, {"tool_call_id", call.id}, {"content", result}});
        }
        return next;
    }

    [[nodiscard]] ClientView read(const kit::Answer &answer) const override
    {
        ClientView view {.status = answer.status};
        try {
            if (answer.header("content-type").startsWith("text/event-stream")) {
                readOpenAiStream(answer, view);
                return view;
            }
            const Json json = Json::parse(answer.body.toStdString());
            if (json.contains("error")) {
                view.error = openAiError(json);
            } else {
                readWhole(json, view);
            }
        } catch (const std::exception &problem) {
            view.problems.append(QByteArray(problem.what()) + " in " + answer.body.right(500));
        }
        return view;
    }
};

} // namespace

const ClientSide &openAiClient()
{
    static const OpenAiClient client;
    return client;
}

ClientView::Usage openAiUsage(const Json &usage)
{
    const ClientView::Usage counts {.prompt = usage.at("prompt_tokens"),
        .cached = usage.at("prompt_tokens_details").at("cached_tokens"),
        .completion = usage.at("completion_tokens"),
        .reasoning = usage.at("completion_tokens_details").at("reasoning_tokens")};
    const bool isSum = usage.at("total_tokens") == counts.prompt + counts.completion;
    return isSum ? counts : ClientView::Usage {-1, -1, -1, -1};
}

ClientView::Error openAiError(const Json &body)
{
    const Json &error = body.at("error");
    static_cast<void>(error.at("param"));
    const Json &code = error.at("code");
    return {.type = error.at("type"),
        .code = code.is_null() ? std::string() : code.get<std::string>(),
        .message = error.at("message")};
}

} // namespace nexus::matrix

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/anthropic.h"

#include "dialects/anthropic/access.h"
#include "dialects/anthropic/blockwriter.h"
#include "dialects/anthropic/conversation.h"
#include "dialects/anthropic/sampling.h"
#include "dialects/anthropic/thinking.h"
#include "dialects/anthropic/toolwriter.h"
#include "dialects/anthropic/words.h"

namespace nexus::anthropic {

namespace {

bool isForcing(const ToolChoice &choice)
{
    return choice.kind == ToolChoice::Kind::Required || choice.kind == ToolChoice::Kind::Named;
}

void addInstruction(Json &system, std::string text)
{
    if (system.is_null()) {
        system = std::move(text);
        return;
    }
    if (system.is_string()) {
        Json block = textBlock(std::move(system.get_ref<std::string &>()));
        system = Json::array();
        system.push_back(std::move(block));
    }
    system.push_back(textBlock(std::move(text)));
}

class RequestWriter final {
public:
    explicit RequestWriter(ChatRequest request)
        : m_request(std::move(request))
        , m_traits(traitsOf(m_request.model))
    { }

    Result<ProviderRequest> write()
    {
        if (m_request.choiceCount.value_or(1) > 1) {
            return failure(untranslatable({"n"}, QStringLiteral("it gives one answer. Ask several times")));
        }
        auto conversation
            = ConversationWriter(m_traits, m_request.dropped).write(std::move(m_request.messages));
        if (!conversation) {
            return failure(std::move(conversation.error()));
        }
        GrammarLoad load;
        const bool hasOwnTools = !m_request.tools.empty();
        Json tools = writeTools(m_request, m_traits, conversation->calledTools, load);
        AnswerForm form = planAnswer(m_request, m_traits, load);
        ToolChoice choice = settleChoice(m_request, form, hasOwnTools);
        if (isForcing(m_request.toolChoice) && !hasOwnTools) {
            drop("tool_choice");
        }
        const ThinkingPlan plan = planThinking(m_request, m_traits,
            {.forcesTool = isForcing(choice),
                .mustForce = form.kind == AnswerForm::Kind::Tool,
                .lacksThoughts = conversation->lacksThoughts});
        if (isForcing(choice) && (plan.unforcesTool || !m_traits.canForceTools)) {
            choice.kind = ToolChoice::Kind::Auto;
            drop("tool_choice");
        }
        m_body["model"] = std::move(m_request.model);
        m_body["max_tokens"] = plan.maxTokens;
        writePrompt(*conversation, form);
        writeTooling(std::move(tools), form, choice, hasOwnTools);
        writeThinking(plan, form);
        settleSampling(m_request, m_traits, plan.isThinking);
        writeSampling();
        writeRest();
        return ProviderRequest {
            .body = toText(m_body), .headers = {}, .dropped = std::move(m_request.dropped)};
    }

private:
    void drop(const char *name) { m_request.dropped.emplace_back(name); }

    void writePrompt(Conversation &conversation, AnswerForm &form)
    {
        if (form.kind == AnswerForm::Kind::Instruction) {
            addInstruction(conversation.system, std::move(form.text));
        }
        if (!conversation.system.is_null()) {
            m_body["system"] = std::move(conversation.system);
        }
        m_body["messages"] = std::move(conversation.messages);
    }

    void writeTooling(Json tools, AnswerForm &form, ToolChoice &choice, bool hasOwnTools)
    {
        if (form.kind == AnswerForm::Kind::Tool) {
            tools.push_back(answerTool(form));
        } else if (!hasOwnTools) {
            // Tools that only the history knows must not be called again.
            choice.kind = ToolChoice::Kind::None;
        }
        if (tools.empty()) {
            return;
        }
        m_body["tools"] = std::move(tools);
        const bool isAnswerForced = choice.kind == ToolChoice::Kind::Named && choice.name == jsonAnswerTool;
        const bool allowsParallel = m_request.allowsParallelTools.value_or(true) && !isAnswerForced;
        if (Json object = toolChoiceObject(choice, allowsParallel); !object.is_null()) {
            m_body["tool_choice"] = std::move(object);
        }
    }

    void writeThinking(const ThinkingPlan &plan, AnswerForm &form)
    {
        if (!plan.thinking.is_null()) {
            m_body["thinking"] = plan.thinking;
        }
        Json output;
        if (!plan.effort.empty()) {
            output["effort"] = plan.effort;
        }
        if (form.kind == AnswerForm::Kind::Native) {
            Json format {{"type", "json_schema"}};
            format["schema"] = std::move(form.schema);
            output["format"] = std::move(format);
        }
        if (!output.is_null()) {
            m_body["output_config"] = std::move(output);
        }
    }

    void writeSampling()
    {
        if (m_request.temperature) {
            m_body["temperature"] = *m_request.temperature;
        }
        if (m_request.topP) {
            m_body["top_p"] = *m_request.topP;
        }
        if (m_request.topK) {
            m_body["top_k"] = *m_request.topK;
        }
    }

    void writeRest()
    {
        Json stop = Json::array();
        bool losesStop = false;
        for (std::string &text : m_request.stop) {
            if (isBlank(text)) {
                losesStop = true;
            } else {
                stop.push_back(std::move(text));
            }
        }
        if (losesStop) {
            drop("stop");
        }
        if (!stop.empty()) {
            m_body["stop_sequences"] = std::move(stop);
        }
        constexpr std::size_t longestUser = 256;
        if (m_request.user.size() > longestUser) {
            drop("user");
        } else if (!m_request.user.empty()) {
            m_body["metadata"]["user_id"] = std::move(m_request.user);
        }
        if (m_request.isStream) {
            m_body["stream"] = true;
        }
        if (m_request.seed) {
            drop("seed");
        }
        if (m_request.presencePenalty.value_or(0) != 0) {
            drop("presence_penalty");
        }
        if (m_request.frequencyPenalty.value_or(0) != 0) {
            drop("frequency_penalty");
        }
    }

    ChatRequest m_request;
    ModelTraits m_traits;
    Json m_body;
};

} // namespace

Result<ProviderRequest> writeRequest(ChatRequest request)
{
    return RequestWriter(std::move(request)).write();
}

} // namespace nexus::anthropic

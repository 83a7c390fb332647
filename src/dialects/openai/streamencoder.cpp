// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/streamencoder.h"

#include "dialects/openai/answerwords.h"
#include "dialects/openai/openai.h"
#include "dialects/openai/usage.h"
#include "wire/jsonstring.h"

namespace nexus::openai {

std::unique_ptr<StreamEncoder> streamEncoder(const AnswerContext &context)
{
    return std::make_unique<OpenAiStreamEncoder>(context);
}

OpenAiStreamEncoder::OpenAiStreamEncoder(const AnswerContext &context)
    : m_model(jsonString(context.model))
    , m_wantsUsage(context.wantsUsage)
{ }

QByteArray OpenAiStreamEncoder::encode(const ChatDelta &delta)
{
    return std::visit([this](const auto &step) { return write(step); }, delta);
}

QByteArray OpenAiStreamEncoder::end()
{
    return (m_wantsUsage && m_usage ? usageChunk() : QByteArray()) + "data: [DONE]\n\n";
}

QByteArray OpenAiStreamEncoder::chunk(int choice, const QByteArray &delta, const QByteArray &reason) const
{
    QByteArray out;
    out.reserve(m_head.size() + delta.size() + 128);
    out.append(m_head).append("[{\"index\":").append(QByteArray::number(choice));
    out.append(",\"delta\":{").append(delta).append("},\"logprobs\":null,\"finish_reason\":");
    if (reason.isEmpty()) {
        out.append("null}]");
    } else {
        out.append('"').append(reason).append("\"}]");
    }
    return out.append(m_wantsUsage ? ",\"usage\":null}\n\n" : "}\n\n");
}

QByteArray OpenAiStreamEncoder::usageChunk() const
{
    return m_head + "[],\"usage\":" + writeUsage(*m_usage) + "}\n\n";
}

// Every choice begins with the name of its role.
OpenAiStreamEncoder::Choice &OpenAiStreamEncoder::choiceAt(int index, QByteArray &out)
{
    const auto [choice, isNew] = m_choices.try_emplace(index);
    if (isNew) {
        out.append(chunk(index, R"("role":"assistant","content":"","refusal":null)"));
    }
    return choice->second;
}

QByteArray OpenAiStreamEncoder::write(const AnswerBegun &step)
{
    m_head = "data: {\"id\":" + jsonString(answerId(step.id))
        + ",\"object\":\"chat.completion.chunk\",\"created\":" + QByteArray::number(answerTime(step.created))
        + ",\"model\":" + m_model + ",\"choices\":";
    QByteArray out;
    static_cast<void>(choiceAt(0, out));
    return out;
}

QByteArray OpenAiStreamEncoder::write(const TextGrew &step)
{
    QByteArray out;
    static_cast<void>(choiceAt(step.choice, out));
    return out.append(chunk(step.choice, "\"content\":" + jsonString(step.text)));
}

QByteArray OpenAiStreamEncoder::write(const RefusalGrew &step)
{
    QByteArray out;
    static_cast<void>(choiceAt(step.choice, out));
    return out.append(chunk(step.choice, "\"refusal\":" + jsonString(step.text)));
}

QByteArray OpenAiStreamEncoder::write(const ReasoningGrew &step)
{
    QByteArray out;
    static_cast<void>(choiceAt(step.choice, out));
    return out.append(chunk(step.choice, "\"reasoning_content\":" + jsonString(step.text)));
}

// This dialect has no place for the proof of origin.
QByteArray OpenAiStreamEncoder::write(const ReasoningSigned &)
{
    return {};
}

QByteArray OpenAiStreamEncoder::write(const ToolCallBegun &step)
{
    QByteArray out;
    Choice &choice = choiceAt(step.choice, out);
    if (step.index >= 0 && choice.hasArguments.size() <= std::size_t(step.index)) {
        choice.hasArguments.resize(std::size_t(step.index) + 1);
    }
    const QByteArray call = "\"tool_calls\":[{\"index\":" + QByteArray::number(step.index)
        + ",\"id\":" + jsonString(step.id)
        + ",\"type\":\"function\",\"function\":{\"name\":" + jsonString(step.name) + ",\"arguments\":\"\"}}]";
    return out.append(chunk(step.choice, call));
}

QByteArray OpenAiStreamEncoder::argumentsChunk(int choice, int index, QByteArrayView text) const
{
    return chunk(choice,
        "\"tool_calls\":[{\"index\":" + QByteArray::number(index)
            + ",\"function\":{\"arguments\":" + jsonString(text) + "}}]");
}

QByteArray OpenAiStreamEncoder::write(const ArgumentsGrew &step)
{
    QByteArray out;
    Choice &choice = choiceAt(step.choice, out);
    if (step.index >= 0 && std::size_t(step.index) < choice.hasArguments.size()) {
        choice.hasArguments[std::size_t(step.index)] = true;
    }
    return out.append(argumentsChunk(step.choice, step.index, step.text));
}

// A call without arguments gets an empty object: clients parse the text, and nothing is no JSON.
QByteArray OpenAiStreamEncoder::write(const ChoiceFinished &step)
{
    QByteArray out;
    const Choice &choice = choiceAt(step.choice, out);
    for (std::size_t index = 0; index < choice.hasArguments.size(); ++index) {
        if (!choice.hasArguments[index]) {
            out.append(argumentsChunk(step.choice, int(index), "{}"));
        }
    }
    return out.append(chunk(step.choice, {}, writeFinish(step.reason)));
}

QByteArray OpenAiStreamEncoder::write(const UsageKnown &step)
{
    m_usage = step.usage;
    return {};
}

} // namespace nexus::openai

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/streamdecoder.h"

#include "dialects/openai/answerwords.h"
#include "dialects/openai/jsonaccess.h"
#include "dialects/openai/openai.h"
#include "dialects/openai/textreader.h"
#include "dialects/openai/usage.h"

#include <algorithm>
#include <utility>

namespace nexus::openai {

std::unique_ptr<StreamDecoder> streamDecoder()
{
    return std::make_unique<OpenAiStreamDecoder>();
}

Result<std::vector<ChatDelta>> OpenAiStreamDecoder::decode(const QByteArray &bytes)
{
    if (m_failure) {
        return failure(*m_failure);
    }
    if (m_isDone || m_reported) {
        return std::vector<ChatDelta>();
    }
    const auto events = m_reader.feed(bytes);
    if (!events) {
        m_failure = events.error();
        return failure(*m_failure);
    }
    for (const SseEvent &event : *events) {
        if (m_isDone || m_reported || m_failure) {
            break;
        }
        readEvent(event);
    }
    if (m_failure && m_steps.empty()) {
        return failure(*m_failure);
    }
    return std::exchange(m_steps, {});
}

Result<std::vector<ChatDelta>> OpenAiStreamDecoder::end()
{
    if (!m_isDone && !m_reported && !m_failure && !m_reader.rest().trimmed().isEmpty()) {
        // The last event may lack its blank line; one that is cut is no JSON.
        if (const auto events = m_reader.feed("\n\n")) {
            for (const SseEvent &event : *events) {
                readEvent(event);
            }
        }
    }
    if (m_failure) {
        return failure(*m_failure);
    }
    if (m_reported || !hasEnded()) {
        fail(QStringLiteral("The provider's stream was cut before its end."));
        return failure(*m_failure);
    }
    return std::exchange(m_steps, {});
}

bool OpenAiStreamDecoder::hasEnded() const
{
    const bool areFinished = !m_choices.empty()
        && std::ranges::all_of(m_choices, [](const auto &choice) { return choice.second.isFinished; });
    return m_isDone || areFinished;
}

void OpenAiStreamDecoder::fail(const QString &message)
{
    m_failure = Error {.kind = ErrorKind::UpstreamInvalid, .message = message, .detail = {}};
}

void OpenAiStreamDecoder::readEvent(const SseEvent &event)
{
    const QByteArray data = event.data.trimmed();
    if (data == "[DONE]") {
        finishAll();
        m_isDone = true;
        return;
    }
    if (event.name == "error") {
        report(data);
        return;
    }
    if (data.isEmpty()) {
        return;
    }
    auto chunk = readObject(data);
    if (!chunk) {
        fail(QStringLiteral("The provider sent a stream event that is not a JSON object."));
        return;
    }
    if (memberOf(*chunk, "error")) {
        report(data);
        return;
    }
    readChunk(*chunk);
}

void OpenAiStreamDecoder::report(const QByteArray &data)
{
    m_reported = readError(0, {}, data).value_or(ProviderError());
}

void OpenAiStreamDecoder::readChunk(Json &chunk)
{
    Json *const choices = memberOf(chunk, "choices");
    if (choices && choices->is_array() && !choices->empty()) {
        begin(chunk);
        int position = 0;
        for (Json &choice : *choices) {
            readChoice(choice, position);
            ++position;
        }
    }
    Json *const usage = memberOf(chunk, "usage");
    if (const auto counts = usage ? readUsage(*usage) : std::nullopt) {
        begin(chunk);
        m_steps.emplace_back(UsageKnown {.usage = *counts});
    }
}

// Not with the first chunk of all: Azure sends one ahead that has neither choices nor a name.
void OpenAiStreamDecoder::begin(Json &chunk)
{
    if (m_hasBegun) {
        return;
    }
    m_hasBegun = true;
    m_steps.emplace_back(AnswerBegun {.id = takeText(chunk, "id"),
        .model = takeText(chunk, "model"),
        .created = integerOf(chunk, "created").value_or(0)});
}

void OpenAiStreamDecoder::readChoice(Json &choice, int position)
{
    const int index = choiceIndex(choice, position);
    Choice &state = m_choices.try_emplace(index, index).first->second;
    if (state.isFinished) {
        return;
    }
    Json *const delta = memberOf(choice, "delta");
    if (Json *const message = delta ? delta : memberOf(choice, "message")) {
        readMessage(index, state, *message);
    }
    // The older completions say only a text.
    if (std::string text = takeText(choice, "text"); !text.empty()) {
        m_steps.emplace_back(TextGrew {.choice = index, .text = std::move(text)});
    }
    const std::string reason = takeText(choice, "finish_reason");
    if (reason == "error") {
        m_reported = ProviderError {.message = "The provider ended its answer with an error."};
    } else if (!reason.empty()) {
        finish(index, state, reason);
    }
}

void OpenAiStreamDecoder::readMessage(int index, Choice &state, Json &message)
{
    for (MessagePart &part : takeSpeech(message)) {
        if (auto *const text = std::get_if<TextPart>(&part)) {
            m_steps.emplace_back(TextGrew {.choice = index, .text = std::move(text->text)});
        } else if (auto *const reasoning = std::get_if<ReasoningPart>(&part)) {
            m_steps.emplace_back(ReasoningGrew {.choice = index, .text = std::move(reasoning->text)});
        } else if (auto *const refusal = std::get_if<RefusalPart>(&part)) {
            m_steps.emplace_back(RefusalGrew {.choice = index, .text = std::move(refusal->text)});
        }
    }
    if (Json *const calls = memberOf(message, "tool_calls"); calls && calls->is_array()) {
        for (Json &call : *calls) {
            state.calls.read(call, m_steps);
        }
    }
    if (Json *const function = memberOf(message, "function_call")) {
        state.calls.readFunction(*function, m_steps);
    }
}

void OpenAiStreamDecoder::finish(int index, Choice &state, std::string_view word)
{
    state.isFinished = true;
    m_steps.emplace_back(
        ChoiceFinished {.choice = index, .reason = readFinish(word, state.calls.hasCalls())});
}

// [DONE] finishes what no reason finished; an answer of nothing is one too.
void OpenAiStreamDecoder::finishAll()
{
    Json none;
    begin(none);
    if (m_choices.empty()) {
        m_choices.try_emplace(0, 0);
    }
    for (auto &[index, state] : m_choices) {
        if (!state.isFinished) {
            finish(index, state, {});
        }
    }
}

} // namespace nexus::openai

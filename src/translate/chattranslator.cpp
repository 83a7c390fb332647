// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/chattranslator.h"

#include "translate/dialecttable.h"
#include "translate/foreignthoughts.h"
#include "translate/upstreamerror.h"
#include "wire/errorbody.h"

namespace nexus {

ChatTranslator::ChatTranslator(Options options, ReasoningMemory &memory)
    : m_options(std::move(options))
    , m_memory(memory)
    , m_decoder(makeDecoder(m_options.provider))
    , m_encoder(makeEncoder(m_options.client, m_options.context))
{ }

ChatTranslator::~ChatTranslator() = default;

Result<QByteArray> ChatTranslator::whole(const QByteArray &body)
{
    Result<ChatAnswer> answer = readChatAnswer(m_options.provider, body);
    if (!answer) {
        return failure(answer.error());
    }
    m_usage = answer->usage;
    m_model = QByteArray::fromStdString(answer->model);
    for (AnswerChoice &choice : answer->choices) {
        m_memory.remember(m_options.provider, choice.parts);
        if (m_options.client == Dialect::Anthropic) {
            prepareForAnthropic(choice.parts);
        }
    }
    return writeChatAnswer(m_options.client, std::move(*answer), m_options.context);
}

Result<QByteArray> ChatTranslator::chunk(const QByteArray &bytes)
{
    if (m_reported) {
        return QByteArray();
    }
    Result<std::vector<ChatDelta>> deltas = m_decoder->decode(bytes);
    if (!deltas) {
        return failure(deltas.error());
    }
    QByteArray out = encoded(std::move(*deltas));
    m_hasAnswered = m_hasAnswered || !out.isEmpty();
    if (const std::optional<ProviderError> announced = m_decoder->reportedError()) {
        m_reported = streamError(*announced, m_options.secrets);
        out += errorEvent(*m_reported, m_options.client, m_options.requestId);
    }
    return out;
}

Result<QByteArray> ChatTranslator::end()
{
    if (m_reported) {
        return failure(*m_reported);
    }
    Result<std::vector<ChatDelta>> deltas = m_decoder->end();
    if (!deltas) {
        return failure(deltas.error());
    }
    QByteArray out = encoded(std::move(*deltas));
    for (const auto &[choice, heard] : m_heard) {
        m_memory.remember(m_options.provider, heard.parts);
    }
    return out + m_encoder->end();
}

bool ChatTranslator::isDone() const
{
    return m_decoder->isDone();
}

QByteArray ChatTranslator::encoded(std::vector<ChatDelta> deltas)
{
    QByteArray out;
    for (ChatDelta &delta : deltas) {
        const bool isLone = isLoneSignature(delta);
        listen(delta);
        out += closeThought(delta);
        if (!isLone) {
            markSignature(delta);
            out += m_encoder->encode(delta);
        }
    }
    return out;
}

// Google signs texts too. An Anthropic message has no place for that but an empty thought, and the reasoning
// memory keeps what is worth keeping.
bool ChatTranslator::isLoneSignature(const ChatDelta &delta) const
{
    const auto *const isSigned = std::get_if<ReasoningSigned>(&delta);
    if (isSigned == nullptr || m_options.client != Dialect::Anthropic || !isSigned->redacted.empty()) {
        return false;
    }
    const auto heard = m_heard.find(isSigned->choice);
    return heard == m_heard.end() || !heard->second.isThinking;
}

void ChatTranslator::prepareForAnthropic(std::vector<MessagePart> &parts) const
{
    std::erase_if(parts, [](const MessagePart &part) {
        const auto *const thought = std::get_if<ReasoningPart>(&part);
        return thought != nullptr && thought->text.empty() && thought->redacted.empty();
    });
    for (MessagePart &part : parts) {
        if (auto *const thought = std::get_if<ReasoningPart>(&part)) {
            thought->signature = markedSignature(m_options.provider, thought->signature);
        }
    }
}

void ChatTranslator::listen(const ChatDelta &delta)
{
    if (const auto *const known = std::get_if<UsageKnown>(&delta)) {
        m_usage = known->usage;
    } else if (const auto *const grew = std::get_if<ReasoningGrew>(&delta)) {
        growThought(grew->choice, grew->text);
    } else if (const auto *const isSigned = std::get_if<ReasoningSigned>(&delta)) {
        growThought(isSigned->choice, {});
        Heard &heard = m_heard[isSigned->choice];
        auto &thought = std::get<ReasoningPart>(heard.parts.back());
        thought.signature = isSigned->signature;
        thought.redacted = isSigned->redacted;
        heard.isThinking = false;
    } else if (const auto *const call = std::get_if<ToolCallBegun>(&delta)) {
        m_heard[call->choice].parts.emplace_back(
            ToolCallPart {.id = call->id, .name = call->name, .arguments = {}, .signature = call->signature});
    } else if (const auto *const begun = std::get_if<AnswerBegun>(&delta)) {
        m_model = QByteArray::fromStdString(begun->model);
    }
}

void ChatTranslator::growThought(int choice, const std::string &text)
{
    Heard &heard = m_heard[choice];
    if (!heard.isThinking) {
        heard.parts.emplace_back(ReasoningPart());
        heard.isThinking = true;
    }
    std::get<ReasoningPart>(heard.parts.back()).text += text;
}

// A thought that its provider does not sign ends where something else begins. An Anthropic client must be
// able to tell where it came from.
QByteArray ChatTranslator::closeThought(const ChatDelta &next)
{
    if (std::holds_alternative<ReasoningGrew>(next) || std::holds_alternative<ReasoningSigned>(next)
        || std::holds_alternative<UsageKnown>(next)) {
        return {};
    }
    QByteArray out;
    for (auto &[choice, heard] : m_heard) {
        if (!heard.isThinking) {
            continue;
        }
        heard.isThinking = false;
        const std::string signature = markedSignature(m_options.provider, {});
        if (m_options.client == Dialect::Anthropic && !signature.empty()) {
            out += m_encoder->encode(
                ReasoningSigned {.choice = choice, .signature = signature, .redacted = {}});
        }
    }
    return out;
}

void ChatTranslator::markSignature(ChatDelta &delta) const
{
    auto *const isSigned = std::get_if<ReasoningSigned>(&delta);
    if (isSigned != nullptr && m_options.client == Dialect::Anthropic) {
        isSigned->signature = markedSignature(m_options.provider, isSigned->signature);
    }
}

} // namespace nexus

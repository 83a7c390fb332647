// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/streamencoder.h"

#include "dialects/anthropic/anthropic.h"
#include "dialects/anthropic/events.h"
#include "dialects/anthropic/words.h"

#include <algorithm>
#include <utility>

namespace nexus::anthropic {

namespace {

QByteArrayView viewOf(const std::string &text)
{
    return {text.data(), qsizetype(text.size())};
}

} // namespace

QByteArray MessageEncoder::encode(const ChatDelta &delta)
{
    const bool isOfOtherChoice = std::visit(
        [](const auto &step) {
            if constexpr (requires { step.choice; }) {
                return step.choice != 0;
            } else {
                return false;
            }
        },
        delta);
    if (!isOfOtherChoice && !m_hasEnded) {
        std::visit([this](const auto &step) { take(step); }, delta);
        send();
    }
    return std::exchange(m_out, {});
}

QByteArray MessageEncoder::end()
{
    if (m_hasEnded) {
        return {};
    }
    m_hasEnded = true;
    start({});
    for (Block &block : m_blocks) {
        block.isComplete = true;
    }
    send();
    Json delta;
    delta["stop_reason"] = stopReasonOf(m_finish, m_hasCalls, m_hasRefusal);
    delta["stop_sequence"] = m_stopSequence.empty() ? Json() : Json(m_stopSequence);
    Json data {{"type", "message_delta"}};
    data["delta"] = std::move(delta);
    data["usage"] = usageObject(m_usage);
    m_out += event("message_delta", data);
    m_out += event("message_stop", Json {{"type", "message_stop"}});
    return std::exchange(m_out, {});
}

void MessageEncoder::take(const AnswerBegun &step)
{
    start(step.id);
}

void MessageEncoder::take(const TextGrew &step)
{
    grow(BlockKind::Text, step.text);
}

void MessageEncoder::take(const RefusalGrew &step)
{
    m_hasRefusal = true;
    grow(BlockKind::Text, step.text);
}

void MessageEncoder::take(const ReasoningGrew &step)
{
    grow(BlockKind::Thinking, step.text);
}

void MessageEncoder::take(const ReasoningSigned &step)
{
    if (!step.redacted.empty()) {
        Block &block = newBlock(BlockKind::Redacted);
        block.waiting = step.redacted;
        block.isComplete = true;
        return;
    }
    const bool isOfLast
        = !m_blocks.empty() && m_blocks.back().kind == BlockKind::Thinking && !m_blocks.back().isComplete;
    if (!isOfLast && step.signature.empty()) {
        return;
    }
    Block &block = isOfLast ? m_blocks.back() : newBlock(BlockKind::Thinking);
    block.signature = step.signature;
    block.isComplete = true;
}

void MessageEncoder::take(const ToolCallBegun &step)
{
    m_hasCalls = true;
    Block &block = newBlock(BlockKind::Call);
    block.call = step.index;
    block.id = step.id;
    block.name = step.name;
}

void MessageEncoder::take(const ArgumentsGrew &step)
{
    const auto found = std::ranges::find_if(m_blocks,
        [&step](const Block &block) { return block.kind == BlockKind::Call && block.call == step.index; });
    // White space behind whole arguments may come when the block is closed.
    if (found != m_blocks.end() && !found->isComplete) {
        watchArguments(*found, step.text);
        found->waiting += step.text;
    }
}

void MessageEncoder::take(const ChoiceFinished &step)
{
    start({});
    m_finish = step.reason;
    m_stopSequence = step.stopSequence;
    for (Block &block : m_blocks) {
        block.isComplete = true;
    }
}

void MessageEncoder::take(const UsageKnown &step)
{
    m_usage = step.usage;
}

void MessageEncoder::start(const std::string &id)
{
    if (m_hasStarted) {
        return;
    }
    m_hasStarted = true;
    Json message = messageFrame(id, m_context.model);
    message["usage"] = usageObject(m_usage);
    Json data {{"type", "message_start"}};
    data["message"] = std::move(message);
    m_out += event("message_start", data);
    m_out += event("ping", Json {{"type", "ping"}});
}

void MessageEncoder::grow(BlockKind kind, const std::string &text)
{
    if (text.empty()) {
        return;
    }
    const bool isOfLast = !m_blocks.empty() && m_blocks.back().kind == kind && !m_blocks.back().isComplete;
    Block &block = isOfLast ? m_blocks.back() : newBlock(kind);
    block.waiting += text;
}

MessageEncoder::Block &MessageEncoder::newBlock(BlockKind kind)
{
    start({});
    if (!m_blocks.empty() && m_blocks.back().kind != BlockKind::Call) {
        m_blocks.back().isComplete = true;
    }
    m_blocks.push_back({.kind = kind});
    return m_blocks.back();
}

void MessageEncoder::send()
{
    while (!m_blocks.empty()) {
        Block &block = m_blocks.front();
        open(block);
        sendWaiting(block);
        if (!block.isComplete) {
            return;
        }
        close(block);
        m_blocks.pop_front();
    }
}

void MessageEncoder::open(Block &block)
{
    if (block.isOpen) {
        return;
    }
    block.isOpen = true;
    Json start;
    switch (block.kind) {
    case BlockKind::Text:
        start = Json {{"type", "text"}, {"text", ""}};
        break;
    case BlockKind::Thinking:
        start = Json {{"type", "thinking"}, {"thinking", ""}, {"signature", ""}};
        break;
    case BlockKind::Redacted:
        start = Json {{"type", "redacted_thinking"}};
        start["data"] = std::exchange(block.waiting, {});
        break;
    case BlockKind::Call:
        start = Json {{"type", "tool_use"}};
        start["id"] = block.id;
        start["name"] = block.name;
        start["input"] = Json::object();
        break;
    }
    m_out += blockStart(m_index, std::move(start));
}

void MessageEncoder::sendWaiting(Block &block)
{
    if (block.waiting.empty()) {
        return;
    }
    switch (block.kind) {
    case BlockKind::Text:
        m_out += blockDelta(m_index, "text_delta", "text", viewOf(block.waiting));
        break;
    case BlockKind::Thinking:
        m_out += blockDelta(m_index, "thinking_delta", "thinking", viewOf(block.waiting));
        break;
    case BlockKind::Redacted:
        break;
    case BlockKind::Call:
        m_out += blockDelta(m_index, "input_json_delta", "partial_json", viewOf(block.waiting));
        break;
    }
    block.waiting.clear();
}

void MessageEncoder::close(Block &block)
{
    if (!block.signature.empty()) {
        m_out += blockDelta(m_index, "signature_delta", "signature", viewOf(block.signature));
    }
    m_out += blockStop(m_index);
    ++m_index;
}

void MessageEncoder::watchArguments(Block &block, const std::string &text)
{
    for (const char letter : text) {
        if (block.isInString) {
            block.isInString = block.isEscaped || letter != '"';
            block.isEscaped = !block.isEscaped && letter == '\\';
        } else if (letter == '"') {
            block.isInString = true;
        } else if (letter == '{' || letter == '[') {
            ++block.depth;
        } else if ((letter == '}' || letter == ']') && --block.depth == 0) {
            block.isComplete = true;
        }
    }
}

std::unique_ptr<StreamEncoder> streamEncoder(const AnswerContext &context)
{
    return std::make_unique<MessageEncoder>(context);
}

} // namespace nexus::anthropic

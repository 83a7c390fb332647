// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/streamdecoder.h"

#include "dialects/anthropic/access.h"
#include "dialects/anthropic/anthropic.h"
#include "dialects/anthropic/errorwords.h"

#include <string_view>
#include <utility>

namespace nexus::anthropic {

namespace {

qint64 indexOf(Json &data)
{
    return countOf(data, "index").value_or(0);
}

} // namespace

Result<std::vector<ChatDelta>> MessageDecoder::decode(const QByteArray &bytes)
{
    m_steps.clear();
    if (m_isDone || m_error) {
        return std::vector<ChatDelta> {};
    }
    const auto events = m_reader.feed(bytes);
    if (!events) {
        return failure(events.error());
    }
    for (const SseEvent &event : *events) {
        if (m_isDone || m_error) {
            break;
        }
        if (auto problem = readEvent(event)) {
            return failure(std::move(*problem));
        }
    }
    return std::exchange(m_steps, {});
}

Result<std::vector<ChatDelta>> MessageDecoder::end()
{
    if (!m_isDone && !m_error) {
        return failure(unreadable(QStringLiteral("the stream was cut before message_stop")));
    }
    return std::vector<ChatDelta> {};
}

std::optional<Error> MessageDecoder::readEvent(const SseEvent &event)
{
    if (!event.hasData) {
        return std::nullopt;
    }
    auto tree = parseJson(event.data);
    if (!tree || !tree->is_object()) {
        return unreadable(QStringLiteral("an event is not a JSON object"));
    }
    std::string type = takeText(*tree, "type");
    if (type.empty()) {
        type = event.name.toStdString();
    }
    if (type == "content_block_delta") {
        growBlock(*tree);
    } else if (type == "content_block_start") {
        startBlock(*tree);
    } else if (type == "content_block_stop") {
        stopBlock(*tree);
    } else if (type == "message_start") {
        begin(*tree);
    } else if (type == "message_delta") {
        takeMessageDelta(*tree);
    } else if (type == "message_stop") {
        finish({}, {});
        m_isDone = true;
    } else if (type == "error") {
        m_error = errorIn(*tree, true);
        if (!m_error) {
            return unreadable(QStringLiteral("an error event says nothing"));
        }
    }
    return std::nullopt;
}

void MessageDecoder::begin(Json &data)
{
    Json *const message = memberOf(data, "message");
    if (m_hasBegun || !message) {
        return;
    }
    m_hasBegun = true;
    m_steps.emplace_back(AnswerBegun {.id = takeText(*message, "id"), .model = takeText(*message, "model")});
    takeUsage(*message);
}

void MessageDecoder::startBlock(Json &data)
{
    Json *const block = memberOf(data, "content_block");
    if (!block) {
        return;
    }
    const std::string type = takeText(*block, "type");
    Block opened;
    if (type == "text") {
        opened.kind = BlockKind::Text;
        if (std::string text = takeText(*block, "text"); !text.empty()) {
            give(TextGrew {.text = std::move(text)});
        }
    } else if (type == "thinking") {
        opened.kind = BlockKind::Thinking;
        opened.signature = takeText(*block, "signature");
        if (std::string text = takeText(*block, "thinking"); !text.empty()) {
            give(ReasoningGrew {.text = std::move(text)});
        }
    } else if (type == "redacted_thinking") {
        give(ReasoningSigned {.signature = {}, .redacted = takeText(*block, "data")});
    } else if (type == "tool_use") {
        startCall(opened, *block);
    }
    m_blocks.insert_or_assign(indexOf(data), std::move(opened));
}

void MessageDecoder::startCall(Block &opened, Json &block)
{
    std::string name = takeText(block, "name");
    if (Json *const input = memberOf(block, "input"); input && input->is_object() && !input->empty()) {
        opened.wholeInput = input->dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    if (name == jsonAnswerTool) {
        opened.kind = BlockKind::JsonAnswer;
        return;
    }
    opened.kind = BlockKind::Call;
    opened.call = m_calls++;
    std::string id = takeText(block, "id");
    if (id.empty()) {
        id = "toolu_" + std::to_string(opened.call);
    }
    give(ToolCallBegun {.index = opened.call, .id = std::move(id), .name = std::move(name), .signature = {}});
}

void MessageDecoder::growBlock(Json &data)
{
    const auto found = m_blocks.find(indexOf(data));
    Json *const delta = memberOf(data, "delta");
    if (found == m_blocks.end() || !delta) {
        return;
    }
    Block &block = found->second;
    switch (block.kind) {
    case BlockKind::Text:
        if (std::string text = takeText(*delta, "text"); !text.empty()) {
            give(TextGrew {.text = std::move(text)});
        }
        return;
    case BlockKind::Thinking:
        if (std::string text = takeText(*delta, "thinking"); !text.empty()) {
            give(ReasoningGrew {.text = std::move(text)});
        }
        if (std::string signature = takeText(*delta, "signature"); !signature.empty()) {
            block.signature = std::move(signature);
        }
        return;
    case BlockKind::Call:
    case BlockKind::JsonAnswer:
        growInput(block, takeText(*delta, "partial_json"));
        return;
    case BlockKind::Other:
        return;
    }
}

void MessageDecoder::growInput(Block &block, std::string text)
{
    if (text.empty()) {
        return;
    }
    block.hasArguments = true;
    if (block.kind == BlockKind::JsonAnswer) {
        give(TextGrew {.text = std::move(text)});
    } else {
        give(ArgumentsGrew {.index = block.call, .text = std::move(text)});
    }
}

void MessageDecoder::stopBlock(Json &data)
{
    const auto found = m_blocks.find(indexOf(data));
    if (found == m_blocks.end()) {
        return;
    }
    Block block = std::move(found->second);
    m_blocks.erase(found);
    const bool isCall = block.kind == BlockKind::Call || block.kind == BlockKind::JsonAnswer;
    if (isCall && !block.hasArguments) {
        growInput(block, block.wholeInput.empty() ? std::string("{}") : std::move(block.wholeInput));
    } else if (block.kind == BlockKind::Thinking && !block.signature.empty()) {
        give(ReasoningSigned {.signature = std::move(block.signature), .redacted = {}});
    }
}

void MessageDecoder::takeMessageDelta(Json &data)
{
    takeUsage(data);
    Json *const delta = memberOf(data, "delta");
    if (!delta) {
        return;
    }
    if (Json *const details = memberOf(*delta, "stop_details")) {
        if (std::string why = takeText(*details, "explanation"); !why.empty() && !m_hasFinished) {
            give(RefusalGrew {.text = std::move(why)});
        }
    }
    if (const std::string reason = takeText(*delta, "stop_reason"); !reason.empty()) {
        finish(reason, takeText(*delta, "stop_sequence"));
    }
}

void MessageDecoder::takeUsage(Json &holder)
{
    if (Json *const usage = memberOf(holder, "usage"); usage && usage->is_object()) {
        m_usage.merge(*usage);
        give(UsageKnown {m_usage.total()});
    }
}

void MessageDecoder::finish(const std::string &stopReason, std::string stopSequence)
{
    if (m_hasFinished) {
        return;
    }
    m_hasFinished = true;
    give(ChoiceFinished {
        .reason = finishOf(stopReason, m_calls > 0), .stopSequence = std::move(stopSequence)});
}

void MessageDecoder::give(ChatDelta delta)
{
    if (!m_hasBegun) {
        m_hasBegun = true;
        m_steps.emplace_back(AnswerBegun {});
    }
    m_steps.push_back(std::move(delta));
}

std::unique_ptr<StreamDecoder> streamDecoder()
{
    return std::make_unique<MessageDecoder>();
}

} // namespace nexus::anthropic

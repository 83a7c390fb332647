// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/streamdecoder.h"

#include "dialects/bedrock/answerwords.h"
#include "dialects/bedrock/bedrock.h"
#include "dialects/bedrock/exceptions.h"
#include "dialects/bedrock/jsonanswer.h"
#include "dialects/bedrock/refusal.h"
#include "wire/json.h"

namespace nexus::bedrock {

Result<std::vector<ChatDelta>> ConverseDecoder::decode(const QByteArray &bytes)
{
    Deltas deltas;
    if (isDone() || m_reportedError) {
        return deltas;
    }
    m_reader.append(bytes);
    while (!isDone() && !m_reportedError) {
        const auto message = m_reader.next();
        if (!message) {
            return failure(message.error());
        }
        if (!*message) {
            break;
        }
        if (auto problem = take(**message, deltas)) {
            return failure(std::move(*problem));
        }
    }
    return deltas;
}

Result<std::vector<ChatDelta>> ConverseDecoder::end()
{
    if (isDone() || m_reportedError) {
        return Deltas {};
    }
    if (m_reader.hasRest()) {
        return failure(unreadable(QStringLiteral("the stream was cut inside an event")));
    }
    if (!m_hasStopped) {
        return failure(unreadable(QStringLiteral("the stream was cut before messageStop")));
    }
    return Deltas {};
}

std::optional<Error> ConverseDecoder::take(const EventMessage &message, Deltas &deltas)
{
    const QByteArray messageType = message.text(":message-type");
    if (messageType == "exception" || messageType == "error") {
        takeException(message);
        return std::nullopt;
    }
    const QByteArray type = message.text(":event-type");
    if (type.isEmpty()) {
        return std::nullopt;
    }
    const auto event = parseJson(message.payload);
    if (!event || !event->is_object()) {
        return unreadable(
            QStringLiteral("an event is no JSON object: %1").arg(QString::fromUtf8(type.left(64))));
    }
    return takeEvent(type, *event, deltas);
}

std::optional<Error> ConverseDecoder::takeEvent(const QByteArray &type, const Json &event, Deltas &deltas)
{
    if (m_hasStopped && type != "metadata") {
        return std::nullopt;
    }
    if (type == "messageStart") {
        begin(deltas);
    } else if (type == "contentBlockStart") {
        beginBlock(event, deltas);
    } else if (type == "contentBlockDelta") {
        return growBlock(event, deltas);
    } else if (type == "contentBlockStop") {
        if (const auto block = m_blocks.extract(countOf(&event, "contentBlockIndex"))) {
            endBlock(block.mapped(), deltas);
        }
    } else if (type == "messageStop") {
        finish(event, deltas);
    } else if (type == "metadata") {
        begin(deltas);
        m_hasMetadata = true;
        if (const auto usage = tokenUsage(memberOf(&event, "usage"))) {
            deltas.emplace_back(UsageKnown {*usage});
        }
    }
    return std::nullopt;
}

void ConverseDecoder::takeException(const EventMessage &message)
{
    const auto tree = parseJson(message.payload);
    const Json *payload = tree ? &*tree : nullptr;
    QByteArray name = message.text(":exception-type");
    QByteArray text = message.text(":error-message");
    if (name.isEmpty()) {
        name = message.text(":error-code");
    }
    for (const char *key : {"message", "Message", "originalMessage"}) {
        if (text.isEmpty()) {
            text = QByteArray::fromStdString(textOf(payload, key));
        }
    }
    m_reportedError = exceptionError(exceptionName(name), text);
    if (m_reportedError->message.isEmpty()) {
        m_reportedError->message = "Amazon Bedrock ended the stream with an error.";
    }
    if (m_reportedError->status == 0) {
        m_reportedError->status = 502;
    }
}

void ConverseDecoder::begin(Deltas &deltas)
{
    if (!m_hasBegun) {
        m_hasBegun = true;
        deltas.emplace_back(AnswerBegun {});
    }
}

void ConverseDecoder::beginBlock(const Json &event, Deltas &deltas)
{
    begin(deltas);
    Block block;
    const Json *start = memberOf(&event, "start");
    const Json *use = memberOf(start, "toolUse");
    std::string name = textOf(use, "name");
    if (memberOf(start, "toolResult") != nullptr || textOf(use, "type") == "server_tool_use") {
        block.kind = Block::Kind::Foreign; // a tool of the provider's own
    } else if (use != nullptr && name == jsonAnswerTool) {
        block.kind = Block::Kind::JsonAnswer;
    } else if (use != nullptr) {
        block.kind = Block::Kind::Call;
        block.call = m_calls++;
        std::string id = textOf(use, "toolUseId");
        if (id.empty()) {
            id = "tooluse_" + std::to_string(block.call);
        }
        deltas.emplace_back(
            ToolCallBegun {.index = block.call, .id = std::move(id), .name = std::move(name)});
    }
    m_blocks.insert_or_assign(countOf(&event, "contentBlockIndex"), std::move(block));
}

std::optional<Error> ConverseDecoder::growBlock(const Json &event, Deltas &deltas)
{
    begin(deltas);
    // Blocks of text and of thoughts come without contentBlockStart.
    Block &block = m_blocks[countOf(&event, "contentBlockIndex")];
    const Json *delta = memberOf(&event, "delta");
    if (block.kind == Block::Kind::Foreign) {
        return std::nullopt;
    }
    if (std::string text = textOf(delta, "text"); !text.empty()) {
        deltas.emplace_back(TextGrew {.text = std::move(text)});
    }
    if (const Json *reasoning = memberOf(delta, "reasoningContent")) {
        growReasoning(block, *reasoning, deltas);
    }
    if (const Json *use = memberOf(delta, "toolUse")) {
        return growInput(block, textOf(use, "input"), deltas);
    }
    return std::nullopt;
}

std::optional<Error> ConverseDecoder::growInput(Block &block, std::string text, Deltas &deltas)
{
    if (text.empty()) {
        return std::nullopt;
    }
    block.hasInput = true;
    switch (block.kind) {
    case Block::Kind::Call:
        deltas.emplace_back(ArgumentsGrew {.index = block.call, .text = std::move(text)});
        return std::nullopt;
    case Block::Kind::JsonAnswer:
        deltas.emplace_back(TextGrew {.text = std::move(text)});
        return std::nullopt;
    case Block::Kind::Foreign:
        return std::nullopt;
    case Block::Kind::Plain:
        break;
    }
    return unreadable(QStringLiteral("a tool's input grows in a block that is no call"));
}

void ConverseDecoder::growReasoning(Block &block, const Json &reasoning, Deltas &deltas)
{
    if (std::string text = textOf(&reasoning, "text"); !text.empty()) {
        deltas.emplace_back(ReasoningGrew {.text = std::move(text)});
    }
    block.signature += textOf(&reasoning, "signature");
    if (std::string redacted = textOf(&reasoning, "redactedContent"); !redacted.empty()) {
        deltas.emplace_back(ReasoningSigned {.redacted = std::move(redacted)});
    }
}

void ConverseDecoder::endBlock(const Block &block, Deltas &deltas)
{
    if (!block.signature.empty()) {
        deltas.emplace_back(ReasoningSigned {.signature = block.signature});
    }
    if (block.hasInput) {
        return;
    }
    if (block.kind == Block::Kind::Call) {
        deltas.emplace_back(ArgumentsGrew {.index = block.call, .text = "{}"});
    } else if (block.kind == Block::Kind::JsonAnswer) {
        deltas.emplace_back(TextGrew {.text = "{}"});
    }
}

void ConverseDecoder::finish(const Json &event, Deltas &deltas)
{
    begin(deltas);
    for (const auto &[index, block] : m_blocks) {
        endBlock(block, deltas);
    }
    m_blocks.clear();
    m_hasStopped = true;
    ChoiceFinished finished {.reason = finishReason(textOf(&event, "stopReason"), m_calls > 0)};
    if (finished.reason == FinishReason::StopSequence) {
        finished.stopSequence = stopSequence(&event);
    }
    deltas.emplace_back(std::move(finished));
}

std::unique_ptr<StreamDecoder> streamDecoder()
{
    return std::make_unique<ConverseDecoder>();
}

} // namespace nexus::bedrock

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictanthropicanswer.h"

#include "strictsignature.h"

namespace nexus::kit {

namespace {

// Anthropic's documented word for tests of redacted thinking begins like this.
constexpr std::string_view s_redactedTrigger = "ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING";

QByteArray bytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump());
}

Json usage(int outputTokens, bool thinks)
{
    Json usage {{"input_tokens", Usage::plain}, {"cache_creation_input_tokens", Usage::written},
        {"cache_read_input_tokens", Usage::cached},
        {"cache_creation", {{"ephemeral_5m_input_tokens", Usage::written}, {"ephemeral_1h_input_tokens", 0}}},
        {"output_tokens", outputTokens}, {"service_tier", "standard"}};
    if (thinks) {
        usage["output_tokens_details"] = {{"thinking_tokens", Usage::thought}};
    }
    return usage;
}

int saidTokens(const ChatAnswer &answer)
{
    return Usage::said + (answer.thinking.empty() ? 0 : Usage::thought);
}

std::string stopReason(const ChatAnswer &answer)
{
    using Ending = ChatAnswer::Ending;
    switch (answer.ending) {
    case Ending::ToolCalls:
        return "tool_use";
    case Ending::StopSequence:
        return "stop_sequence";
    case Ending::Length:
        return "max_tokens";
    case Ending::Refusal:
    case Ending::Blocked:
        return "refusal";
    case Ending::Done:
    case Ending::Empty:
        break;
    }
    return "end_turn";
}

Json stopSequence(const ChatAnswer &answer)
{
    return answer.ending == ChatAnswer::Ending::StopSequence ? Json(answer.stoppedBy) : Json();
}

Json content(const ChatAnswer &answer)
{
    Json blocks = Json::array();
    if (answer.thinking.find(s_redactedTrigger) != std::string::npos) {
        blocks.push_back({{"type", "redacted_thinking"}, {"data", redactedThinking()}});
    } else if (!answer.thinking.empty()) {
        blocks.push_back({{"type", "thinking"}, {"thinking", answer.thinking},
            {"signature", issueSignature("anthropic", answer.thinking)}});
    }
    if (!answer.text.empty()) {
        blocks.push_back({{"type", "text"}, {"text", answer.text}});
    }
    for (const ChatAnswer::ToolCall &call : answer.toolCalls) {
        blocks.push_back({{"type", "tool_use"}, {"id", call.id}, {"name", call.name},
            {"input", Json::parse(call.arguments)}});
    }
    return blocks;
}

Json message(const ChatRequest &request, const Json &blocks)
{
    return {{"id", "msg_01Scripted"}, {"type", "message"}, {"role", "assistant"},
        {"model", request.shortName()}, {"content", blocks}};
}

class EventWriter final {
public:
    void add(const std::string &type, Json data)
    {
        Json event {{"type", type}};
        event.update(data);
        m_pieces.append("event: " + QByteArray::fromStdString(type) + "\ndata: " + bytes(event) + "\n\n");
    }

    void block(const Json &block)
    {
        const std::string type = block["type"];
        if (type == "thinking") {
            start({{"type", type}, {"thinking", ""}, {"signature", ""}});
            deltas("thinking_delta", "thinking", words(block["thinking"]));
            deltas("signature_delta", "signature", {block["signature"]});
        } else if (type == "text") {
            start({{"type", type}, {"text", ""}});
            deltas("text_delta", "text", words(block["text"]));
        } else if (type == "tool_use") {
            start({{"type", type}, {"id", block["id"]}, {"name", block["name"]}, {"input", Json::object()}});
            deltas("input_json_delta", "partial_json", parts(block["input"].dump()));
        } else {
            start(block);
        }
        add("content_block_stop", {{"index", m_index}});
        ++m_index;
    }

    [[nodiscard]] QByteArrayList pieces() const { return m_pieces; }

private:
    void start(const Json &block)
    {
        add("content_block_start", {{"index", m_index}, {"content_block", block}});
        if (m_index == 0) {
            add("ping", Json::object());
        }
    }

    void deltas(const char *type, const char *member, const std::vector<std::string> &texts)
    {
        for (const std::string &text : texts) {
            add("content_block_delta", {{"index", m_index}, {"delta", {{"type", type}, {member, text}}}});
        }
    }

    // The first part is empty, as the service sends it; others fall anywhere in the JSON text.
    static std::vector<std::string> parts(const std::string &json)
    {
        constexpr std::size_t size = 5;
        std::vector<std::string> parts {""};
        for (std::size_t at = 0; at < json.size(); at += size) {
            parts.push_back(json.substr(at, size));
        }
        return parts;
    }

    QByteArrayList m_pieces;
    int m_index = 0;
};

} // namespace

QByteArray anthropicMessage(const ChatRequest &request, const ChatAnswer &answer)
{
    Json json = message(request, content(answer));
    json["stop_reason"] = stopReason(answer);
    json["stop_sequence"] = stopSequence(answer);
    json["usage"] = usage(saidTokens(answer), !answer.thinking.empty());
    return bytes(json);
}

StreamScript anthropicStream(const ChatRequest &request, const ChatAnswer &answer)
{
    EventWriter writer;
    Json begin = message(request, Json::array());
    begin["stop_reason"] = nullptr;
    begin["stop_sequence"] = nullptr;
    begin["usage"] = usage(1, false);
    writer.add("message_start", {{"message", begin}});
    for (const Json &block : content(answer)) {
        writer.block(block);
    }
    Json total = usage(saidTokens(answer), !answer.thinking.empty());
    total.erase("cache_creation");
    total.erase("service_tier");
    writer.add("message_delta",
        {{"delta", {{"stop_reason", stopReason(answer)}, {"stop_sequence", stopSequence(answer)}}},
            {"usage", total}});
    writer.add("message_stop", Json::object());

    return {"text/event-stream; charset=utf-8", writer.pieces(),
        "event: error\ndata: " + anthropicError("overloaded_error", "Overloaded") + "\n\n"};
}

QByteArray anthropicError(const std::string &type, const std::string &message)
{
    return bytes({{"type", "error"}, {"error", {{"type", type}, {"message", message}}},
        {"request_id", "req_011Scripted"}});
}

std::string redactedThinking()
{
    return issueSignature("anthropic", "redacted");
}

} // namespace nexus::kit

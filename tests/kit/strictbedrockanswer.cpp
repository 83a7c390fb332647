// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictbedrockanswer.h"

#include "stricteventstream.h"
#include "strictsignature.h"

#include <set>

namespace nexus::kit {

namespace {

QByteArray bytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump());
}

Json usage(const ChatAnswer &answer)
{
    const int output = Usage::said + (answer.thinking.empty() ? 0 : Usage::thought);
    return {{"inputTokens", Usage::plain}, {"outputTokens", output},
        {"totalTokens", Usage::plain + Usage::cached + Usage::written + output},
        {"cacheReadInputTokens", Usage::cached}, {"cacheWriteInputTokens", Usage::written}};
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
        return "guardrail_intervened";
    case Ending::Done:
    case Ending::Empty:
        break;
    }
    return "end_turn";
}

Json content(const ChatAnswer &answer)
{
    Json blocks = Json::array();
    if (!answer.thinking.empty()) {
        blocks.push_back({{"reasoningContent",
            {{"reasoningText",
                {{"text", answer.thinking}, {"signature", issueSignature("anthropic", answer.thinking)}}}}}});
    }
    if (!answer.text.empty()) {
        blocks.push_back({{"text", answer.text}});
    }
    for (const ChatAnswer::ToolCall &call : answer.toolCalls) {
        blocks.push_back({{"toolUse",
            {{"toolUseId", call.id}, {"name", call.name}, {"input", Json::parse(call.arguments)}}}});
    }
    return blocks;
}

class FrameWriter final {
public:
    // The padding hides from an observer how long the text is.
    void add(const char *type, Json json)
    {
        constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGH";
        json["p"] = letters.substr(0, 1 + static_cast<std::size_t>(m_pieces.size() * 7) % letters.size());
        m_pieces.append(eventStreamEvent(type, bytes(json)));
    }

    void delta(const Json &delta)
    {
        add("contentBlockDelta", {{"contentBlockIndex", m_index}, {"delta", delta}});
    }

    void block(const Json &block)
    {
        if (block.contains("text")) {
            for (const std::string &text : words(block["text"])) {
                delta({{"text", text}});
            }
        } else if (block.contains("toolUse")) {
            toolUse(block["toolUse"]);
        } else {
            const Json &reasoning = block["reasoningContent"]["reasoningText"];
            for (const std::string &text : words(reasoning["text"])) {
                delta({{"reasoningContent", {{"text", text}}}});
            }
            delta({{"reasoningContent", {{"signature", reasoning["signature"]}}}});
        }
        add("contentBlockStop", {{"contentBlockIndex", m_index}});
        ++m_index;
    }

    [[nodiscard]] QByteArrayList pieces() const { return m_pieces; }

private:
    void toolUse(const Json &use)
    {
        constexpr std::size_t size = 5;
        add("contentBlockStart",
            {{"contentBlockIndex", m_index},
                {"start", {{"toolUse", {{"toolUseId", use["toolUseId"]}, {"name", use["name"]}}}}}});
        const std::string input = use["input"].dump();
        for (std::size_t at = 0; at < input.size(); at += size) {
            delta({{"toolUse", {{"input", input.substr(at, size)}}}});
        }
    }

    QByteArrayList m_pieces;
    int m_index = 0;
};

std::string extraneous(const Json &body, const std::set<std::string> &known)
{
    for (const auto &[name, value] : body.items()) {
        if (!known.contains(name)) {
            return "Malformed input request: #: extraneous key [" + name
                + "] is not permitted, please reformat your input and try again.";
        }
    }
    return {};
}

InvokeAnswer titanAnswer(const std::string &model, const Json &body)
{
    const bool isSecond = model.find("v2") != std::string::npos;
    const std::set<std::string> known = isSecond
        ? std::set<std::string> {"inputText", "dimensions", "normalize", "embeddingTypes"}
        : std::set<std::string> {"inputText"};
    if (std::string words = extraneous(body, known); !words.empty()) {
        return {{}, words};
    }
    const Json text = body.value("inputText", Json());
    if (!text.is_string() || text == "") {
        return {{},
            "Malformed input request: #: required key [inputText] not found, please reformat your input "
            "and try again."};
    }
    const Json dimensions = body.value("dimensions", Json(1024));
    if (dimensions != 256 && dimensions != 512 && dimensions != 1024) {
        return {{},
            "Malformed input request: #/dimensions: " + dimensions.dump()
                + " is not a valid enum value, please reformat your input and try again."};
    }
    Json answer {{"embedding", {0.5, -0.25, 1.0}}, {"inputTextTokenCount", 5}};
    if (isSecond) {
        answer["embeddingsByType"] = {{"float", {0.5, -0.25, 1.0}}};
    }
    return {bytes(answer), {}};
}

InvokeAnswer cohereAnswer(const Json &body)
{
    if (std::string words = extraneous(body,
            {"texts", "images", "input_type", "truncate", "embedding_types", "output_dimension",
                "max_tokens"});
        !words.empty()) {
        return {{}, words};
    }
    const Json texts = body.value("texts", Json());
    const bool isList = texts.is_array() && !texts.empty() && texts.size() <= 96;
    if (!isList || !body.value("input_type", Json()).is_string()) {
        return {{},
            "Malformed input request: #: required keys [texts, input_type] must hold 1 to 96 texts and "
            "their use, please reformat your input and try again."};
    }
    Json vectors = Json::array();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        vectors.push_back({0.5, -0.25, 1.0});
    }
    const bool isTyped = body.contains("embedding_types");
    return {bytes({{"id", "scripted"}, {"texts", texts},
                {"response_type", isTyped ? "embeddings_by_type" : "embeddings_floats"},
                {"embeddings", isTyped ? Json {{"float", vectors}} : vectors}}),
        {}};
}

} // namespace

QByteArray converseAnswer(const ChatAnswer &answer)
{
    return bytes({{"metrics", {{"latencyMs", 42}}},
        {"output", {{"message", {{"content", content(answer)}, {"role", "assistant"}}}}},
        {"stopReason", stopReason(answer)}, {"usage", usage(answer)}});
}

StreamScript converseStream(const ChatAnswer &answer)
{
    FrameWriter writer;
    writer.add("messageStart", {{"role", "assistant"}});
    for (const Json &block : content(answer)) {
        writer.block(block);
    }
    writer.add("messageStop", {{"stopReason", stopReason(answer)}});
    writer.add("metadata", {{"metrics", {{"latencyMs", 42}}}, {"usage", usage(answer)}});
    return {"application/vnd.amazon.eventstream", writer.pieces(),
        eventStreamException("modelStreamErrorException",
            R"({"message":"The model is overloaded.","originalStatusCode":503,"originalMessage":"overloaded"})")};
}

InvokeAnswer invokeAnswer(const std::string &model, const Json &body)
{
    if (model.find("titan-embed") != std::string::npos) {
        return titanAnswer(model, body);
    }
    if (model.find("cohere.embed") != std::string::npos) {
        return cohereAnswer(body);
    }
    return {{}, "The scripted service invokes models of embeddings only."};
}

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace nexus::kit {

using Json = nlohmann::ordered_json;

//! \brief What the answers below look at in an OpenAI chat request.
struct ChatRequest {
    std::string model;
    std::string lastRole;
    std::string lastText;
    bool isStream = false;
    bool includesUsage = false; //!< `stream_options.include_usage`
    Json tools = Json::array();
    Json toolChoice;
    Json responseFormat;

    //! \brief The model name behind its last slash.
    [[nodiscard]] std::string behaviour() const { return model.substr(model.rfind('/') + 1); }
};

//! \brief Reads a chat request; nothing when it is not JSON or lacks a model or messages.
[[nodiscard]] std::optional<ChatRequest> readChatRequest(const QByteArray &body);

//! \brief What the model says: the same for the same request.
struct ChatAnswer {
    struct ToolCall {
        std::string id;
        std::string name;
        std::string arguments; //!< JSON text
    };
    std::string text;
    std::vector<ToolCall> toolCalls;

    [[nodiscard]] std::string finishReason() const { return toolCalls.empty() ? "stop" : "tool_calls"; }
};

//! \brief Repeats the last message; calls a tool when one is offered to a user; fills a wanted JSON schema.
//!
//! A message with the word "both" calls every tool that is offered.
[[nodiscard]] ChatAnswer composeAnswer(const ChatRequest &request);

//! \brief The answer as one `chat.completion`. It carries members and numbers that no client knows.
[[nodiscard]] QByteArray wholeAnswer(const ChatRequest &request, const ChatAnswer &answer);

//! \brief The answer as `chat.completion.chunk` events and `[DONE]`.
[[nodiscard]] QByteArrayList streamedAnswer(const ChatRequest &request, const ChatAnswer &answer);

//! \brief The smallest value that a JSON schema (inside \a root, for its references) accepts.
[[nodiscard]] Json exampleOf(const Json &schema, const Json &root);

//! \brief An error object in OpenAI's form.
[[nodiscard]] QByteArray errorBody(
    const std::string &message, const std::string &type, const std::optional<std::string> &code);

} // namespace nexus::kit

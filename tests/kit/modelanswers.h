// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "strictbehaviour.h"

#include <QByteArray>
#include <QByteArrayList>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace nexus::kit {

using Json = nlohmann::ordered_json;

//! \brief What the answers below look at in a chat request, in OpenAI's words whatever the service is.
struct ChatRequest {
    std::string model;
    std::string lastRole;
    std::string lastText;
    bool isStream = false;
    bool includesUsage = false; //!< `stream_options.include_usage`
    Json tools = Json::array();
    Json toolChoice;
    Json responseFormat;
    bool thinks = false; //!< whether the answer begins with its thinking
    bool isSingleCall = false; //!< no parallel tool calls
    std::vector<std::string> stops;
    std::string idPrefix = "call_"; //!< of the ids of tool calls

    [[nodiscard]] Behaviour behaviour() const { return behaviourOf(model); }
    //! \brief The model name behind its last slash.
    [[nodiscard]] std::string shortName() const { return model.substr(model.rfind('/') + 1); }
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
    enum class Ending { Done, ToolCalls, StopSequence, Length, Refusal, Blocked, Empty };

    std::string thinking;
    std::string text;
    std::vector<ToolCall> toolCalls;
    Ending ending = Ending::Done;
    std::string stoppedBy; //!< of Ending::StopSequence

    //! \brief The ending in OpenAI's words.
    [[nodiscard]] std::string finishReason() const;
};

//! \brief What every answer of the strict services is said to have used.
struct Usage {
    static constexpr int plain = 9; //!< read anew
    static constexpr int cached = 5; //!< read from the cache
    static constexpr int written = 3; //!< read and put into the cache
    static constexpr int said = 12; //!< without thinking
    static constexpr int thought = 7;
};

//! \brief Repeats the last message; calls a tool when one is offered to a user; fills a wanted JSON schema.
//!
//! A message with the word "both" calls every tool that is offered. The behaviour in the model's name may end
//! the answer early, let it decline, or leave it empty.
[[nodiscard]] ChatAnswer composeAnswer(const ChatRequest &request);

//! \brief The answer as one `chat.completion`. It carries members and numbers that no client knows.
[[nodiscard]] QByteArray wholeAnswer(const ChatRequest &request, const ChatAnswer &answer);

//! \brief The answer as `chat.completion.chunk` events and `[DONE]`.
[[nodiscard]] QByteArrayList streamedAnswer(const ChatRequest &request, const ChatAnswer &answer);

//! \brief The parts in which \a text is streamed; each is valid UTF-8.
[[nodiscard]] std::vector<std::string> words(const std::string &text);

//! \brief The smallest value that a JSON schema (inside \a root, for its references) accepts.
[[nodiscard]] Json exampleOf(const Json &schema, const Json &root);

//! \brief An error object in OpenAI's form.
[[nodiscard]] QByteArray errorBody(const std::string &message, const std::string &type,
    const std::optional<std::string> &code, const std::optional<std::string> &param = std::nullopt);

} // namespace nexus::kit

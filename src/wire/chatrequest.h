// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatmessage.h"
#include "wire/json.h"

#include <QtGlobal>

#include <optional>
#include <string>
#include <vector>

namespace nexus {

//! \brief A function the model may call.
struct Tool {
    std::string name;
    std::string description; //!< may be empty
    Json parameters; //!< JSON Schema of the arguments, null when none was given; order and keywords as they
                     //!< came
    std::optional<bool> isStrict;
    CacheMark cache = CacheMark::None;

    bool operator==(const Tool &) const = default;
};

//! \brief Which tools the model may or must call.
struct ToolChoice {
    enum class Kind { Unset, Auto, None, Required, Named };

    Kind kind = Kind::Unset;
    std::string name; //!< of the one tool, with Named

    bool operator==(const ToolChoice &) const = default;
};

//! \brief The form the answer must have.
struct ResponseFormat {
    enum class Kind { Unset, Text, JsonObject, JsonSchema };

    Kind kind = Kind::Unset;
    std::string name; //!< with JsonSchema
    std::string description; //!< with JsonSchema, may be empty
    Json schema; //!< with JsonSchema
    std::optional<bool> isStrict;

    bool operator==(const ResponseFormat &) const = default;
};

//! \brief How long the model may think. All unset leaves it to the provider.
struct ReasoningOptions {
    enum class Mode { Unset, Disabled, Enabled, Adaptive };

    Mode mode = Mode::Unset;
    std::string effort; //!< OpenAI `none`, `minimal`, `low`, `medium`, `high`, `xhigh`; Anthropic also `max`
    std::optional<qint64> budget; //!< in tokens, with Enabled

    bool operator==(const ReasoningOptions &) const = default;
};

//! \brief A request for a chat answer, in no provider's words.
//!
//! What a dialect's reader meets and cannot hold here, and what a dialect's writer cannot say, is either an
//! InvalidRequest that names the field, or, where the answer stays right without it, added to dropped.
struct ChatRequest {
    std::string model; //!< as the provider knows it
    std::vector<Message> messages; //!< system messages stand where the client put them
    std::vector<Tool> tools;
    ToolChoice toolChoice;
    std::optional<bool> allowsParallelTools;
    std::optional<qint64> maxTokens; //!< of the answer, reasoning included
    std::optional<double> temperature; //!< 0 to 2
    std::optional<double> topP;
    std::optional<qint64> topK;
    std::optional<double> presencePenalty;
    std::optional<double> frequencyPenalty;
    std::vector<std::string> stop;
    std::optional<qint64> seed;
    std::optional<qint64> choiceCount; //!< OpenAI `n`
    std::string user; //!< opaque id of the end user
    ResponseFormat responseFormat;
    ReasoningOptions reasoning;
    bool isStream = false;
    bool wantsStreamUsage
        = false; //!< OpenAI `stream_options.include_usage`; always true from Anthropic clients

    bool asksForUsage = true; //!< whether a stream asks a provider that tells its usage only then

    std::vector<std::string> dropped; //!< names of fields, as the client wrote them, that had no effect

    bool operator==(const ChatRequest &) const = default;
};

} // namespace nexus

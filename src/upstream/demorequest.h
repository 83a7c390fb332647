// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "wire/json.h"

#include <optional>
#include <string>

namespace nexus {

//! \brief The tool that the demo is going to call.
struct DemoTool {
    std::string name;
    Json parameters; //!< JSON schema, an empty object when the client gave none
};

//! \brief What the demo understands of a chat request.
struct DemoRequest {
    std::string model;
    std::string userText; //!< of the last user message; images are mentioned as `[image]`
    std::string promptText; //!< of all messages, for counting
    std::optional<std::string> toolResult; //!< the text of the last message when that is a tool's result
    std::optional<DemoTool> tool; //!< to be called; nothing when none is offered, wanted or left to call
    std::optional<Json> schema; //!< of `response_format`, when the answer must follow one
    bool isJsonObject = false; //!< `response_format` asks for any JSON object
    std::size_t maxTokens = SIZE_MAX;
    std::size_t choiceCount = 1; //!< `n`
    bool includeUsage = false; //!< whether a stream ends with a usage chunk
};

//! \brief Reads a chat request, or says what is wrong with it: InvalidRequest, or ModelNotFound for every
//! model but `echo`.
[[nodiscard]] Result<DemoRequest> readDemoRequest(const QByteArray &body);

} // namespace nexus

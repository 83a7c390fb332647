// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/bedrock/modelfamily.h"
#include "wire/chatrequest.h"
#include "wire/json.h"

#include <optional>
#include <string>
#include <vector>

namespace nexus::bedrock {

//! \brief What is said to a model about its thinking, and what follows from that for the rest of the request.
struct Thinking {
    Json fields = Json::object(); //!< members of `additionalModelRequestFields`
    std::string effort; //!< `outputConfig.effort`, empty for none
    bool isOn = false; //!< the model was asked to think
    bool forbidsSampling = false; //!< temperature, top_p and top_k must be absent
    bool forbidsMaxTokens = false; //!< so must max_tokens
    std::optional<qint64> maxTokens; //!< must be sent, since the budget is below it
    std::vector<std::string> dropped; //!< names of fields that had no effect
};

//! \brief Why a model that could think must not.
struct ThinkingObstacles {
    bool hasForcedTool = false;
    bool hasThoughtlessCall = false; //!< see Conversation::hasThoughtlessCall()
};

[[nodiscard]] Thinking planThinking(
    const ChatRequest &request, const ModelTraits &traits, const ThinkingObstacles &obstacles);

} // namespace nexus::bedrock

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "dialects/bedrock/modelfamily.h"
#include "wire/chatrequest.h"
#include "wire/json.h"

#include <optional>
#include <string>
#include <vector>

namespace nexus::bedrock {

//! \brief A `toolConfig` and what of the client's wishes it could not hold.
struct ToolConfig {
    Json config; //!< null when the request must have none
    bool hasLostStrict = false;
    bool hasLostChoice = false;
    bool hasLostCacheMark = false;
};

//! \brief What toolConfig() goes by.
struct ToolWishes {
    std::vector<Tool> tools;
    ToolChoice choice;
    std::vector<std::string> calledTools; //!< in the history; Converse wants tools where there are calls
    std::optional<Tool> jsonTool; //!< with which the model must answer if it calls no other
};

//! \brief Refuses a choice that a model of \a traits cannot be held to, as an InvalidRequest.
[[nodiscard]] std::optional<Error> refusedChoice(const ToolChoice &choice, const ModelTraits &traits);

//! \brief The `toolConfig` for \a wishes, whose choice refusedChoice() let pass.
[[nodiscard]] ToolConfig toolConfig(ToolWishes wishes, const ModelTraits &traits);

} // namespace nexus::bedrock

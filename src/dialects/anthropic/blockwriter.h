// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "wire/chatmessage.h"
#include "wire/json.h"

#include <string>

namespace nexus::anthropic {

//! \brief Adds the `cache_control` for \a cache, if any, to \a block.
void mark(Json &block, CacheMark cache);

//! \brief A `text` block.
[[nodiscard]] Json textBlock(std::string text, CacheMark cache = CacheMark::None);

//! \brief An `image` or `document` block.
//! \param message index of the message among all messages, for the error
//! \return InvalidRequest for sound, and for documents that are neither PDF nor text
[[nodiscard]] Result<Json> mediaBlock(MediaPart media, std::size_t message);

//! \brief A `tool_use` block with the id \a id.
[[nodiscard]] Json callBlock(ToolCallPart call, std::string id);

//! \brief A `tool_result` block for the call \a id.
//! \return InvalidRequest as of mediaBlock()
[[nodiscard]] Result<Json> resultBlock(ToolResultPart result, std::string id, std::size_t message);

//! \brief The `tool_result` for a call that nobody answered.
[[nodiscard]] Json missingResult(std::string id);

//! \brief A `thinking` or `redacted_thinking` block; null for a thought without a signature, which the API
//! would refuse.
[[nodiscard]] Json thoughtBlock(ReasoningPart thought);

} // namespace nexus::anthropic

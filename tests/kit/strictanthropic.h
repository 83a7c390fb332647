// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "receivedrequest.h"
#include "reply.h"

#include <optional>

namespace nexus::kit {

//! \brief Answers as Anthropic's API does, and refuses what it refuses; nothing for another service's
//! request.
//!
//! Takes `…/messages`, `…/messages/count_tokens` and a GET of `…/models` that has Anthropic's headers. Any
//! `x-api-key` passes but one that holds the word "wrong".
[[nodiscard]] std::optional<Reply> strictAnthropicReply(const ReceivedRequest &request);

} // namespace nexus::kit

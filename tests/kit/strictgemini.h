// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "receivedrequest.h"
#include "reply.h"

#include <optional>

namespace nexus::kit {

//! \brief Answers as the Gemini API does, and refuses what it refuses; nothing for another service's request.
//!
//! Takes `…/models/NAME:METHOD` and a GET of `…/v1beta/models`. Any `x-goog-api-key` passes but one that
//! holds the word "wrong"; a key in the query is refused, though the service takes it, since queries are
//! logged. Names of members are taken in camel case only.
[[nodiscard]] std::optional<Reply> strictGeminiReply(const ReceivedRequest &request);

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "receivedrequest.h"
#include "reply.h"

#include <optional>

namespace nexus::kit {

//! \brief Answers as Amazon Bedrock does, and refuses what it refuses; nothing for another service's request.
//!
//! Takes `/model/ID/converse`, `/converse-stream` and `/invoke` (embeddings of Titan and Cohere), and a GET
//! of
//! `/foundation-models` and `/inference-profiles`. A request is signed with AwsCredentials or has any
//! `Authorization: Bearer` without the word "wrong".
[[nodiscard]] std::optional<Reply> strictBedrockReply(const ReceivedRequest &request);

} // namespace nexus::kit

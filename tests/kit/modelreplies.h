// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "receivedrequest.h"
#include "reply.h"

#include <QByteArray>

#include <vector>

namespace nexus::kit {

//! \brief Answers like the service whose path is asked: OpenAI, Anthropic, Gemini or Bedrock.
//!
//! What the service refuses is refused here as well, in its words. The end of the model's name chooses how a
//! correct request is answered, see Behaviour.
[[nodiscard]] Reply modelReply(const ReceivedRequest &request);

//! \brief \a requests as a JSON array for a test in another process; those to `/_…` are left out.
[[nodiscard]] QByteArray requestsAsJson(const std::vector<ReceivedRequest> &requests);

} // namespace nexus::kit

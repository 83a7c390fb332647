// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "receivedrequest.h"
#include "reply.h"

#include <QByteArray>

#include <vector>

namespace nexus::kit {

//! \brief Answers like an OpenAI-compatible provider; the last part of the model's name chooses how it fails.
//!
//! `status-NNN` answers that status with an error object (429 with `Retry-After: 7`), `html` a web page with
//! status 200, `cut` ends a stream inside an event, `error-event` says an error in mid-stream, `hang` never
//! answers, `hang-mid` falls silent after the first event, `slow` sends 20 events 50 ms apart.
//! Any other model answers as it should.
[[nodiscard]] Reply modelReply(const ReceivedRequest &request);

//! \brief \a requests as a JSON array for a test in another process; those to `/_…` are left out.
[[nodiscard]] QByteArray requestsAsJson(const std::vector<ReceivedRequest> &requests);

} // namespace nexus::kit

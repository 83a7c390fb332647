// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reply.h"

#include <optional>

namespace nexus::kit {

//! \brief What OpenAI's chat completions refuse in the messages of \a body; nothing for a correct body.
//!
//! Unknown members are let through, since many providers that speak this protocol have their own.
[[nodiscard]] std::optional<Reply> openAiRefusal(const QByteArray &body);

} // namespace nexus::kit

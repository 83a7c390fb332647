// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelanswers.h"
#include "strictbehaviour.h"

namespace nexus::kit {

//! \brief The answer as one Anthropic message.
[[nodiscard]] QByteArray anthropicMessage(const ChatRequest &request, const ChatAnswer &answer);

//! \brief The answer as Anthropic's events, each with its `event:` line.
[[nodiscard]] StreamScript anthropicStream(const ChatRequest &request, const ChatAnswer &answer);

//! \brief Anthropic's error object.
[[nodiscard]] QByteArray anthropicError(const std::string &type, const std::string &message);

//! \brief The text of `redacted_thinking` that was issued by the kit.
[[nodiscard]] std::string redactedThinking();

} // namespace nexus::kit

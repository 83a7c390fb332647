// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelanswers.h"

#include <optional>
#include <string>

namespace nexus::kit {

//! \brief What Anthropic refuses in the conversation of a body whose shape is right, in the service's words.
[[nodiscard]] std::optional<std::string> anthropicMessagesRefusal(const Json &body);

//! \brief What Anthropic refuses in the settings and tools of such a body.
[[nodiscard]] std::optional<std::string> anthropicSettingsRefusal(const Json &body, bool isInterleaved);

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string_view>

namespace nexus {

//! \brief The version in the name of a Claude model, whoever offers it, as hundreds and ones: 305 for
//! claude-3-5-haiku-20241022, 406 for claude-opus-4-6, 400 for anthropic.claude-sonnet-4-20250514-v1:0.
//! \return nothing for a name without `claude` or without a number
[[nodiscard]] std::optional<int> claudeVersion(std::string_view id);

} // namespace nexus

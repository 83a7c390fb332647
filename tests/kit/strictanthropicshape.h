// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "strictshape.h"

namespace nexus::kit {

//! \brief The first thing in \a body that has no place in an Anthropic request, in the service's words.
//!
//! \a isCount judges a body for `count_tokens`.
[[nodiscard]] std::optional<std::string> anthropicShapeRefusal(const Json &body, bool isCount);

} // namespace nexus::kit

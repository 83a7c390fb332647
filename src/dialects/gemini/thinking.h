// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/gemini/modelfamily.h"
#include "wire/chatrequest.h"
#include "wire/json.h"

#include <string>
#include <vector>

namespace nexus::gemini {

//! \brief The `thinkingConfig` for what the client asked of \a family, null when there is nothing to say.
//!
//! Gemini 2.5 counts tokens (`thinkingBudget`: 0 is off, -1 leaves it to the model; Pro cannot be switched
//! off and gets its least, 128). Gemini 3 and later have levels instead, take no number beside one, and
//! cannot be switched off either: the lowest level is the nearest. The numbers for OpenAI's efforts are those
//! of Google's own OpenAI endpoint. Thoughts come back as soon as thinking was asked for.
//! \param dropped takes the names of fields that have no effect on a model that does not think
[[nodiscard]] Json thinkingConfig(
    const ModelFamily &family, const ReasoningOptions &options, std::vector<std::string> &dropped);

} // namespace nexus::gemini

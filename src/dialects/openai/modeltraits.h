// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatrequest.h"

#include <string>
#include <string_view>

namespace nexus::openai {

//! \brief What a model takes, as far as its name tells. Servers of all kinds speak this dialect, and none
//! says what it understands.
struct ModelTraits {
    //! OpenAI's reasoning models (`o1`, `o3`, `o4-mini`, `gpt-5` and later): they refuse `max_tokens` in
    //! favour of `max_completion_tokens`, which other servers do not know, and have a `developer` role.
    bool isOpenAiReasoner = false;
    //! Takes `reasoning_effort`; others refuse it or pass over it.
    bool takesEffort = false;
    //! Takes the effort `xhigh`.
    bool takesHighestEffort = false;
    //! DeepSeek and Kimi: in a tool loop they refuse an assistant message that lacks `reasoning_content`,
    //! outside of one they ignore it. Other servers refuse the field everywhere.
    bool needsReasoningBack = false;
};

//! \param model as the provider knows it, with or without a vendor before a slash
[[nodiscard]] ModelTraits traitsOf(std::string_view model);

//! \brief What `reasoning_effort` says of \a reasoning; empty leaves it to the provider. A budget up to 4,096
//! tokens is `low`, up to 16,384 `medium`, and more is `high`.
[[nodiscard]] std::string effortOf(const ReasoningOptions &reasoning, const ModelTraits &traits);

} // namespace nexus::openai

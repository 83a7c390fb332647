// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatanswer.h"
#include "wire/json.h"
#include "wire/tokenusage.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace nexus::gemini {

//! \brief What Gemini's `finishReason` means.
//!
//! Everything that a safety or copyright system stopped is ContentFilter, `RECITATION`, `LANGUAGE` and the
//! image reasons included. What went wrong in the model itself (`MALFORMED_FUNCTION_CALL`,
//! `UNEXPECTED_TOOL_CALL`, `TOO_MANY_TOOL_CALLS`, `OTHER`, and words yet unknown) is Stop: the answer is
//! over, and what it said stands. Gemini has no word of its own for function calls: they make a Stop
//! ToolCalls.
[[nodiscard]] FinishReason finishReasonOf(std::string_view word, bool hasCalls);

//! \brief The counts in the `usageMetadata` of \a answer, nothing when there are none. Gemini counts thoughts
//! beside the answer, and what tools brought beside the prompt.
[[nodiscard]] std::optional<TokenUsage> usageOf(const Json &answer);

//! \brief Why the prompt was not answered at all (`promptFeedback`), empty when it was.
[[nodiscard]] std::string blockReasonOf(const Json &answer);

//! \brief Gives every function call of one answer an id of its own: the model's, or one made here.
class CallIds final {
public:
    [[nodiscard]] std::string take(std::string given);

private:
    std::set<std::string> m_taken;
};

//! \brief The arguments of \a call as compact JSON text, `{}` when there are none.
[[nodiscard]] std::string argumentsOf(const Json &call);

} // namespace nexus::gemini

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatanswer.h"
#include "wire/json.h"
#include "wire/tokenusage.h"

#include <string>
#include <string_view>

namespace nexus::anthropic {

//! \brief The tool that a model without a JSON form of its own is made to answer with. Its input is the
//! answer: readers turn a call of this name into text.
constexpr std::string_view jsonAnswerTool = "nexus_json_answer";

//! \brief What a `stop_reason` means. \a hasCalls tells whether the client has tools to run.
[[nodiscard]] FinishReason finishOf(std::string_view stopReason, bool hasCalls);

//! \brief The `stop_reason` for \a finish. A provider that says "stop" beside tool calls waits for their
//! results all the same.
[[nodiscard]] std::string_view stopReasonOf(FinishReason finish, bool hasCalls, bool hasRefusal);

//! \brief The counts of a `usage` object. Anthropic's `input_tokens` leaves out what went through the prompt
//! cache.
class UsageCounts final {
public:
    //! \brief Takes what \a usage tells; what it does not tell stays as it was. The counts of a stream are
    //! totals.
    void merge(Json &usage);
    [[nodiscard]] TokenUsage total() const;

private:
    qint64 m_input = 0;
    qint64 m_cacheRead = 0;
    qint64 m_cacheWrite = 0;
    qint64 m_output = 0;
    qint64 m_reasoning = 0;
};

//! \brief \a usage as a `usage` object.
[[nodiscard]] Json usageObject(const TokenUsage &usage);

//! \brief The `input` of a tool call from the JSON text of its arguments: an object in any case. A text that
//! is none, as models sometimes leave one behind, stands in its member `arguments`.
[[nodiscard]] Json inputOf(std::string arguments);

//! \brief Whether \a text has nothing but white space; the API refuses such texts.
[[nodiscard]] bool isBlank(std::string_view text);

} // namespace nexus::anthropic

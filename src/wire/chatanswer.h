// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatmessage.h"
#include "wire/tokenusage.h"

#include <QtGlobal>

#include <optional>
#include <string>
#include <vector>

namespace nexus {

//! \brief Why the model stopped.
enum class FinishReason {
    Stop, //!< it had said what it wanted
    StopSequence, //!< it met one of the request's stop texts
    Length, //!< max_tokens or the context window was reached
    ToolCalls, //!< it waits for the results of tools
    ContentFilter, //!< the provider's safety system, or the model refused (Anthropic `refusal`)
    Pause, //!< the provider interrupted a long turn (Anthropic `pause_turn`)
};

//! \brief One of the answers to a request; most requests ask for one.
struct AnswerChoice {
    int index = 0;
    std::vector<MessagePart> parts; //!< Text, Reasoning, Refusal and ToolCall parts, in order
    FinishReason finish = FinishReason::Stop;
    std::string stopSequence; //!< the text met, with StopSequence, where the provider tells

    bool operator==(const AnswerChoice &) const = default;
};

//! \brief A whole answer, in no provider's words.
struct ChatAnswer {
    std::string id; //!< the provider's, empty when it gave none
    std::string model; //!< as the provider named it
    qint64 created = 0; //!< Unix time in seconds, 0 when the provider gave none
    std::vector<AnswerChoice> choices; //!< never empty
    std::optional<TokenUsage> usage;

    bool operator==(const ChatAnswer &) const = default;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatanswer.h"
#include "wire/tokenusage.h"

#include <QtGlobal>

#include <string>
#include <variant>

namespace nexus {

//! \file
//! The steps of a streamed answer, in no provider's words. Order, for each choice: AnswerBegun first and once
//! for the whole answer, then any mix of the middle steps, a ToolCallBegun before the ArgumentsGrew of its
//! index, then one ChoiceFinished; UsageKnown at any time, the latest counts.

//! \brief The provider has begun to answer.
struct AnswerBegun {
    std::string id; //!< empty when the provider gave none
    std::string model; //!< as the provider named it
    qint64 created = 0; //!< Unix time in seconds, 0 when the provider gave none

    bool operator==(const AnswerBegun &) const = default;
};

struct TextGrew {
    int choice = 0;
    std::string text; //!< whole UTF-8 characters, never empty

    bool operator==(const TextGrew &) const = default;
};

struct RefusalGrew {
    int choice = 0;
    std::string text;

    bool operator==(const RefusalGrew &) const = default;
};

struct ReasoningGrew {
    int choice = 0;
    std::string text;

    bool operator==(const ReasoningGrew &) const = default;
};

//! \brief The block of reasoning that grew so far is complete; what comes next is another one.
struct ReasoningSigned {
    int choice = 0;
    std::string signature; //!< see ReasoningPart
    std::string redacted; //!< see ReasoningPart; then no ReasoningGrew came before

    bool operator==(const ReasoningSigned &) const = default;
};

struct ToolCallBegun {
    int choice = 0;
    int index = 0; //!< of this call among the calls of the choice, from 0 without gaps
    std::string id; //!< never empty
    std::string name;
    std::string signature; //!< see ToolCallPart

    bool operator==(const ToolCallBegun &) const = default;
};

struct ArgumentsGrew {
    int choice = 0;
    int index = 0; //!< of the call
    std::string text; //!< a piece of the JSON text of the arguments, never empty

    bool operator==(const ArgumentsGrew &) const = default;
};

struct ChoiceFinished {
    int choice = 0;
    FinishReason reason = FinishReason::Stop;
    std::string stopSequence;

    bool operator==(const ChoiceFinished &) const = default;
};

//! \brief What is known of the usage now; replaces what was known before.
struct UsageKnown {
    TokenUsage usage;

    bool operator==(const UsageKnown &) const = default;
};

using ChatDelta = std::variant<AnswerBegun, TextGrew, RefusalGrew, ReasoningGrew, ReasoningSigned,
    ToolCallBegun, ArgumentsGrew, ChoiceFinished, UsageKnown>;

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/bedrock/modelfamily.h"
#include "wire/chatmessage.h"

#include <string>
#include <string_view>
#include <vector>

namespace nexus::bedrock {

//! \brief What one side says before the other speaks.
struct Turn {
    bool isAssistant = false;
    std::vector<MessagePart> parts; //!< never empty
};

//! \brief A conversation in the order Converse insists on.
//!
//! User and assistant take turns and the user begins. The turn after tool calls begins with exactly one
//! result for each of them; what belongs to no call became text, and a call nobody answered got an error as
//! its result. There are no blank texts. The ids of calls fit Converse.
struct Conversation {
    std::vector<TextPart> system;
    std::vector<Turn> turns; //!< empty when nothing was said
    std::vector<std::string> calledTools; //!< names of the tools that were called, each once

    //! \brief Whether the last turn of the assistant called tools and does not say what it thought.
    [[nodiscard]] bool hasThoughtlessCall() const;
};

//! \brief \a messages in that order, with the thoughts that a model of \a traits takes back.
[[nodiscard]] Conversation shapeConversation(std::vector<Message> messages, const ModelTraits &traits);

//! \brief An id that Converse and the models behind it take: letters, digits, `_` and `-`, 64 at most. The
//! same for the same \a id, and \a id itself when it fits.
[[nodiscard]] std::string usableCallId(std::string_view id);

//! \brief Whether there is nothing in \a text but white space, which Converse refuses.
[[nodiscard]] bool isBlank(std::string_view text);

} // namespace nexus::bedrock

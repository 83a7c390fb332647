// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "dialects/anthropic/modeltraits.h"
#include "wire/chatmessage.h"
#include "wire/json.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace nexus::anthropic {

//! \brief A conversation in the order the Messages API insists on.
struct Conversation {
    Json system; //!< a text, a list of text blocks, or null
    Json messages; //!< never empty
    std::vector<std::string> calledTools; //!< names of the tools that were called, each once
    bool lacksThoughts = false; //!< with a budget the model refuses to think, see ThinkingSurroundings
};

//! \brief Brings messages in that order.
//!
//! System and developer messages go to `system`. User and assistant take turns and the user begins. The turn
//! after tool calls begins with exactly one result for each of them: a result that belongs to no call becomes
//! text, and a call that nobody answered gets an error as its result. There are no blank texts and no empty
//! turns. Ids of calls are unique and of the letters the API takes. A last turn of the assistant has no white
//! space at its end, and is followed by a short word of the user where the model does not go on with it.
class ConversationWriter final {
public:
    //! \param dropped takes the names of what was left out; must outlive the writer
    ConversationWriter(const ModelTraits &traits, std::vector<std::string> &dropped)
        : m_traits(traits)
        , m_dropped(dropped)
    { }

    //! \return InvalidRequest when nothing was said, or for what Claude cannot read
    [[nodiscard]] Result<Conversation> write(std::vector<Message> messages);

private:
    struct Call {
        std::string id; //!< as the client knows it
        std::string sentId;
        bool isAnswered = false;
    };

    struct Turn {
        bool isAssistant = false;
        std::vector<Json> results; //!< of the calls of the turn before
        std::vector<Json> blocks;
        std::vector<Json> thoughts; //!< wait for what they led to, since a turn must not end with them
        std::vector<Call> calls;
    };

    void takeSystem(Message message);
    void takePart(bool isAssistant, MessagePart part);
    void takeCall(ToolCallPart call);
    void takeResult(ToolResultPart result);
    void takeStrayResult(ToolResultPart result);
    void takeMedia(bool isAssistant, MediaPart media);
    void takeThought(ReasoningPart thought);
    void add(bool isAssistant, Json block);
    [[nodiscard]] Turn &turn(bool isAssistant);
    [[nodiscard]] std::string freshId(const std::string &id);
    void answerCalls();
    void finishEnds();
    void drop(const char *name);
    [[nodiscard]] Json systemField();
    [[nodiscard]] bool lacksThoughts() const;

    const ModelTraits &m_traits;
    std::vector<std::string> &m_dropped;
    std::vector<Json> m_system;
    std::vector<Turn> m_turns;
    std::unordered_map<std::string, int> m_usedIds; // with the number that the next of the same gets
    std::unordered_map<std::string, std::string> m_toolNames; // of the latest call with each id
    std::vector<std::string> m_calledTools;
    std::size_t m_message = 0; // under way, for errors
    std::optional<Error> m_problem;
};

} // namespace nexus::anthropic

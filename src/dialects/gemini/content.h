// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "dialects/gemini/modelfamily.h"
#include "wire/chatmessage.h"
#include "wire/json.h"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nexus::gemini {

//! \brief A conversation in Gemini's words.
struct Conversation {
    Json systemInstruction; //!< null when there is none
    Json contents;
    bool hasCacheMarks = false; //!< Gemini caches by itself, marks have no effect
};

//! \brief Writes messages as `contents`.
//!
//! Adjacent messages of one role become one content. Only the results of tools stand in a content of their
//! own, in the order of the calls they answer and right behind them: Gemini 3.6 and later refuse a content
//! that has text behind a functionResponse. A result without its call, and what comes with results, follows
//! as a second content of the user.
//!
//! Thoughts do not go back, their signatures do: on the text or image they came with, else on an empty
//! text, as the model wrote them. A call without a signature, which Gemini 3 refuses, gets the documented
//! word for calls that another model made.
class ContentWriter final {
public:
    explicit ContentWriter(const ModelFamily &family)
        : m_family(family)
    { }

    //! \param index of the message in the request, for errors
    void add(Message message, std::size_t index);

    //! \brief The whole conversation; the writer is of no use after it.
    //! \return the first error of a message, or InvalidRequest when nothing was said at all
    [[nodiscard]] Result<Conversation> finish();

private:
    enum class Turn { None, User, Model };

    struct Call {
        std::string name;
        std::size_t place = 0; // among the calls of its turn
    };

    void addSystem(Message &message, std::size_t index);
    void addUser(Message &message, std::size_t index);
    void addModel(Message &message, std::size_t index);
    void addMedia(Turn turn, MediaPart &media, std::size_t index);
    void addCall(ToolCallPart &call);
    void addResult(ToolResultPart &result, std::size_t index);
    void addText(Turn turn, std::string &text);
    void addPart(Turn turn, Json part);
    void passSignature();
    void beginTurn(Turn turn);
    void endTurn();
    void noteCache(CacheMark mark);
    void note(const Error &problem);

    ModelFamily m_family;
    Json m_system = Json::array();
    Json m_contents = Json::array();
    Turn m_turn = Turn::None;
    Json m_parts = Json::array(); // of the turn under way
    std::vector<std::pair<std::size_t, Json>> m_results; // of the turn under way, each with its call's place
    std::unordered_multimap<std::string, Call> m_openCalls; // by id, of the last turn of the model
    std::size_t m_callCount = 0; // in the last turn of the model
    bool m_hasSignedCall = false; // in the message under way
    std::string m_signature; // of a thought, waiting for the part it belongs to
    bool m_hasCacheMarks = false;
    std::optional<Error> m_problem;
};

} // namespace nexus::gemini

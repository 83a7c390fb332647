// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "dialects/openai/modeltraits.h"
#include "wire/chatmessage.h"
#include "wire/json.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace nexus::openai {

//! \brief Writes the messages of one request.
//!
//! Results of tools become `tool` messages right behind the assistant message that called, and what else the
//! user said comes after them; a result that no call asked for is said as text. Pictures in a result, which a
//! `tool` message cannot hold, follow in the user's message.
class MessageWriter final {
public:
    explicit MessageWriter(const ModelTraits &traits)
        : m_traits(traits)
    { }

    void write(Message message);

    //! \brief All of `messages`.
    [[nodiscard]] Json finish();

    //! \brief InvalidRequest, when there was something that this dialect cannot say.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    [[nodiscard]] bool hasDroppedCacheMarks() const { return m_hasCacheMarks; }

private:
    void writeSystem(Message &message);
    void writeUser(Message &message);
    void writeAssistant(Message &message);
    void writeResult(ToolResultPart &result, std::vector<Json> &aside);
    void writeOrphan(ToolResultPart &result, std::vector<Json> &parts);
    [[nodiscard]] Json media(MediaPart part);
    void note(CacheMark mark) { m_hasCacheMarks = m_hasCacheMarks || mark != CacheMark::None; }
    void refuse(const QString &what);
    void releaseDeferred();

    const ModelTraits &m_traits;
    Json m_messages = Json::array();
    std::vector<Json> m_deferred; // of the user, behind the results of tools that still may come
    std::multiset<std::string> m_openCalls; // of the last assistant message, without a result so far
    std::optional<Error> m_problem;
    bool m_hasCacheMarks = false;
};

} // namespace nexus::openai

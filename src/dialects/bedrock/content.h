// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/bedrock/conversation.h"
#include "dialects/bedrock/modelfamily.h"
#include "wire/json.h"

#include <string>
#include <vector>

namespace nexus::bedrock {

//! \brief Writes what is said in a conversation as Converse's content blocks, for one request.
class ContentWriter final {
public:
    explicit ContentWriter(const ModelTraits &traits)
        : m_traits(traits)
    { }

    //! \brief The `messages` of \a turns, which shapeConversation() made.
    [[nodiscard]] Json messages(std::vector<Turn> turns);

    //! \brief The `system` blocks; empty for no texts.
    [[nodiscard]] Json system(std::vector<TextPart> texts);

    //! \brief Whether a mark for the prompt cache had no effect.
    [[nodiscard]] bool hasLostCacheMark() const { return m_hasLostCacheMark; }

private:
    [[nodiscard]] Json content(std::vector<MessagePart> parts);
    [[nodiscard]] Json block(TextPart text);
    [[nodiscard]] Json block(MediaPart media);
    [[nodiscard]] Json block(ReasoningPart reasoning);
    [[nodiscard]] Json block(RefusalPart refusal);
    [[nodiscard]] Json block(ToolCallPart call);
    [[nodiscard]] Json block(ToolResultPart result);
    void mark(Json &blocks, CacheMark mark);

    ModelTraits m_traits;
    std::vector<std::string> m_documentNames;
    bool m_hasLostCacheMark = false;
};

//! \brief The text of a call's arguments as the object that Converse wants. A model may have written
//! something else; that stands in `arguments` then.
[[nodiscard]] Json argumentsObject(const std::string &arguments);

} // namespace nexus::bedrock

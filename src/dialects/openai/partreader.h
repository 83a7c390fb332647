// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatmessage.h"
#include "wire/fieldreader.h"

#include <vector>

namespace nexus::openai {

//! \brief What `content` may hold in the place where it stands.
enum class ContentKind {
    Text, //!< system and developer messages
    Input, //!< of the user: images, sounds and files too
    Answer, //!< of the assistant: refusals too
    Result, //!< of a tool: images and files too, as many servers take them
};

//! \brief The parts of a message's \a content: a string, nothing, or a list of parts. An empty text gives no
//! part.
[[nodiscard]] std::vector<MessagePart> readContent(const Field &content, ContentKind kind);

//! \brief What `cache_control` of \a owner asks for: the extension that OpenRouter and LiteLLM take over from
//! Anthropic.
[[nodiscard]] CacheMark readCacheMark(const Field &owner);

} // namespace nexus::openai

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatmessage.h"
#include "wire/json.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace nexus::openai {

//! \brief One `text` part.
[[nodiscard]] Json textPart(std::string text);

//! \brief One part for an image, a sound or a document.
//! \param problem takes what keeps \a media from being said, for the client
[[nodiscard]] Json mediaPart(MediaPart media, std::optional<QString> &problem);

//! \brief What a document that is text says, under its name.
[[nodiscard]] std::string documentText(MediaPart &document);

//! \brief Whether \a media is a document that goes as text.
[[nodiscard]] bool isTextDocument(const MediaPart &media);

//! \brief \a parts as `content`: the texts as one string, with an empty line between two, where there is
//! nothing else. Many servers take only that.
[[nodiscard]] Json contentOf(std::vector<Json> parts);

} // namespace nexus::openai

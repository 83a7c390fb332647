// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "wire/chatmessage.h"
#include "wire/json.h"

#include <optional>
#include <string>
#include <vector>

namespace nexus::bedrock {

//! \brief The first part of \a messages that Converse has no words for, as an InvalidRequest that names it.
[[nodiscard]] std::optional<Error> refusedMedia(const std::vector<Message> &messages);

//! \brief An `image` block of an image that refusedMedia() let pass.
[[nodiscard]] Json imageBlock(MediaPart image);

//! \brief A `document` block of a document that refusedMedia() let pass.
//! \param takenNames the names of the documents before it, for each must have its own
[[nodiscard]] Json documentBlock(MediaPart document, std::vector<std::string> &takenNames);

} // namespace nexus::bedrock

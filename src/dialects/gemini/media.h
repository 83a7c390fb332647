// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "wire/chatmessage.h"
#include "wire/json.h"

#include <QByteArray>

namespace nexus::gemini {

//! \brief \a media as a part: `inlineData`, `fileData`, or the text of a text document.
//!
//! An address becomes `fileData`, which the service fetches itself; its media type, where nobody named it, is
//! guessed from the extension, and else the usual one of its kind.
//! \param param names the field in an error
//! \return InvalidRequest for an address that the service cannot fetch, or data without a media type
[[nodiscard]] Result<Json> mediaPart(MediaPart media, const QByteArray &param);

//! \brief Whether \a media may stand inside a functionResponse (ai.google.dev, "Multimodal function
//! responses").
[[nodiscard]] bool fitsInFunctionResponse(const MediaPart &media);

} // namespace nexus::gemini

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelanswers.h"
#include "strictbehaviour.h"

namespace nexus::kit {

//! \brief What of a Gemini request shapes the framing of its answer.
struct GeminiFraming {
    int candidates = 1;
    bool signs = false; //!< thought signatures on calls and at the end of texts
    bool isSse = true; //!< else a stream is one JSON array in pieces
};

//! \brief The answer as one GenerateContentResponse.
[[nodiscard]] QByteArray geminiAnswer(
    const ChatRequest &request, const ChatAnswer &answer, const GeminiFraming &framing);

//! \brief The answer as a stream of them; all calls come in one event, and every event has the usage so far.
[[nodiscard]] StreamScript geminiStream(
    const ChatRequest &request, const ChatAnswer &answer, const GeminiFraming &framing);

//! \brief Google's error object for \a code; \a details may be empty.
[[nodiscard]] QByteArray geminiError(int code, const std::string &message, const Json &details);

} // namespace nexus::kit

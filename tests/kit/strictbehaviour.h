// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reply.h"

#include <string_view>

namespace nexus::kit {

//! \brief How a scripted model answers, said by the end of its name.
//!
//! The words stand alone or behind a slash, a dot, a colon or a hyphen: `openai/cut`,
//! `claude-opus-4-5-length`, `anthropic.claude-sonnet-4-5-20250929-v1:0-status-429`.
struct Behaviour {
    enum class Kind {
        Normal,
        Status, //!< `status-NNN`: an error with that status
        Html, //!< `html`: a web page with status 200
        Cut, //!< `cut`: the stream ends inside an event
        ErrorEvent, //!< `error-event`: the stream ends with the service's error event
        Hang, //!< `hang`: no answer
        HangMid, //!< `hang-mid`: silence after the first events
        Slow, //!< `slow`: many events, 50 ms apart
        Length, //!< `length`: stops at the limit of tokens
        Refusal, //!< `refusal`: the model or its filter declines
        Blocked, //!< `blocked`: the prompt itself is declined (Gemini); elsewhere like a refusal
        Empty, //!< `empty`: an answer without content
    };
    Kind kind = Kind::Normal;
    int status = 200; //!< of Kind::Status
};

//! \brief What the end of \a model's name asks for.
[[nodiscard]] Behaviour behaviourOf(std::string_view model);

//! \brief A streamed answer in pieces of one event each.
struct StreamScript {
    QByteArray contentType;
    QByteArrayList pieces;
    QByteArray errorPiece; //!< how this service says an error in mid-stream
};

//! \brief The stream as \a behaviour wants it: whole, cut, silent, slow or ended by an error.
[[nodiscard]] Reply playStream(const Behaviour &behaviour, const StreamScript &script);

} // namespace nexus::kit

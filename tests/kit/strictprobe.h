// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelanswers.h"
#include "receivedrequest.h"
#include "reply.h"

#include <string_view>

namespace nexus::kit {

//! \brief A reply as a client sees it when it waits for its end.
struct SeenReply {
    int status = 0;
    Headers headers;
    QByteArray body; //!< without chunk framing, up to the first stop
    bool isStopped = false; //!< cut or silent before its end

    [[nodiscard]] Json json() const;
    [[nodiscard]] std::string text() const { return body.toStdString(); }
};

[[nodiscard]] SeenReply seen(const Reply &reply);

//! \brief A POST of JSON with these header fields besides its content type.
[[nodiscard]] ReceivedRequest posted(const QByteArray &target, const Headers &headers, const Json &body);

//! \brief The value of a JSON text.
[[nodiscard]] Json parsed(std::string_view text);

//! \brief \a base with the members that \a edits, an object of pointers and values, puts into it.
//!
//! The value `"<gone>"` takes a member away.
[[nodiscard]] Json edited(Json base, std::string_view edits);

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/httpmessage.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace nexus {

//! \brief What the listener adds to the head of an answer.
struct ResponseFraming {
    std::optional<qint64> contentLength = {};
    bool isChunked = false;
    bool closes = false; //!< the connection ends with this answer
    bool saysKeepAlive = false; //!< HTTP/1.0 has to be told that the connection stays
    QByteArrayView date = {};
    QByteArrayView requestId = {}; //!< added unless the answer has an x-request-id
};

//! \brief Appends status line, header fields and the empty line to \a out.
//!
//! Fields that belong to the listener and fields with a CR, LF or NUL in them are left out.
//! \return how many fields were unusable
int appendResponseHead(QByteArray &out, const ResponseHead &head, const ResponseFraming &framing);

//! \brief Whether an answer with \a status has a body at all (RFC 9110 section 6.4.1).
[[nodiscard]] bool hasBody(int status);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "wire/dialect.h"
#include "wire/httpmessage.h"
#include "wire/jsonstring.h"

#include <QByteArray>

namespace nexus {

//! \brief \a error as the JSON body of an answer in \a dialect.
//!
//! OpenAI: `{"error":{"message","type","param","code"}}`. Anthropic:
//! `{"type":"error","error":{"type","message"},"request_id"}`.
[[nodiscard]] QByteArray errorBody(const Error &error, Dialect dialect, const QByteArray &requestId);

//! \brief The head that goes with errorBody(): status, content type, Retry-After and WWW-Authenticate,
//! and where repeating it is in vain `x-should-retry: false`.
[[nodiscard]] ResponseHead errorHead(const Error &error);

//! \brief \a error as one SSE event that ends a running stream in \a dialect, blank line included.
[[nodiscard]] QByteArray errorEvent(const Error &error, Dialect dialect, const QByteArray &requestId);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/serverconfig.h"
#include "wire/headerlist.h"

namespace nexus {

//! \brief What of a client's headers goes on where a request is handed through unread.
//!
//! Everything does, the client's own key above all, but not: framing and what concerns one connection only
//! (RFC 9110 section 7.6.1), codings the answer may come in, what a browser adds by itself (Cookie, Origin),
//! what proxies told of the client's address, and what was meant for the gateway: X-Provider-API-Key, the
//! headers that \a server names for CSRF and identity, and whatever holds the token that opened it. Fields of
//! one name become one, in their order (RFC 9110 section 5.3).
[[nodiscard]] HeaderList proxiedRequestHeaders(const HeaderList &client, const ServerConfig &server);

//! \brief What of an answer's headers goes to the client where the answer is handed through unread.
//!
//! Everything but framing, what concerns one connection only, what the gateway says itself (x-request-id,
//! x-nexus-*, Date), and what a browser would take for the gateway's own policy: cookies, CORS, HSTS,
//! Alt-Svc.
[[nodiscard]] HeaderList proxiedAnswerHeaders(const HeaderList &upstream);

} // namespace nexus

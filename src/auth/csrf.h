// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "config/accessconfig.h"
#include "wire/httpmessage.h"

#include <optional>

namespace nexus {

//! \brief The refusal of \a request where `[server.csrf]` is enabled and its header is missing, else nothing.
//!
//! The header's value does not matter, an empty one will do: a page of another origin cannot set the header
//! without a preflight. Only OPTIONS goes without it, and the document of `/.well-known/` that tells a client
//! where to get a token, since it is read before the client knows anything else.
[[nodiscard]] std::optional<Error> csrfRefusal(const CsrfConfig &config, const RequestSnapshot &request);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "wire/dialect.h"
#include "wire/headerlist.h"

#include <QByteArray>

namespace nexus {

//! \brief The header that holds the gateway's token, so that it can be kept from providers.
//!
//! It is `Authorization`. Where Anthropic's protocol is spoken `Proxy-Authorization` goes first, which leaves
//! `Authorization` to the provider; and `x-api-key` stands in when there is neither, since Anthropic's
//! clients send their key there.
[[nodiscard]] QByteArray bearerHeader(const HeaderList &headers, Dialect dialect);

//! \brief The token in bearerHeader(): what follows `Bearer`, in any case, or the whole of `x-api-key`.
//! \return Unauthenticated with code `missing_token` when there is none, `invalid_token` when there are two
[[nodiscard]] Result<QByteArray> bearerToken(const HeaderList &headers, Dialect dialect);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/jwtclaims.h"
#include "base/result.h"
#include "config/accessconfig.h"
#include "wire/httpmessage.h"

#include <QByteArray>

namespace nexus {

//! \brief Who a caller is, for limits and for the log.
struct Identity {
    QByteArray clientId; //!< empty while `server.client_identification` is off
    QByteArray group; //!< empty for none

    bool operator==(const Identity &) const = default;
};

//! \brief The longest client id or group, in bytes.
constexpr qsizetype maxIdentityLength = 256;

//! \brief Reads the caller's identity as \a config says.
//!
//! From a header, which must not stand twice, or from a claim: strings, numbers and booleans become text. Of
//! an `aud` that is a list the first entry counts, of a list of groups the first one that is a known group.
//! Blank counts as missing. \param claims nullptr when there is no token, then every claim is missing \return
//! InvalidRequest with code `missing_client_id`, `invalid_client_id` (too long, control characters, not
//! UTF-8, sent twice) or `invalid_group` (the same, or none of group_values)
[[nodiscard]] Result<Identity> identify(
    const ClientIdentification &config, const RequestSnapshot &request, const Claims *claims);

//! \brief Issuer and subject of a token with a blank between them, for Principal::subject.
[[nodiscard]] QByteArray subjectOf(const Claims &claims);

} // namespace nexus

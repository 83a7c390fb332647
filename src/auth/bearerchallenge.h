// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "config/accessconfig.h"

#include <QByteArray>
#include <QUrl>

namespace nexus {

//! \brief Where clients learn which authorization server gives out tokens (RFC 9728): at the origin of
//! \a resource, whatever its path.
[[nodiscard]] QByteArray resourceMetadataUrl(const QUrl &resource);

//! \brief The value of WWW-Authenticate for \a error (RFC 6750 section 3). Says what is wrong only to who
//! sent a token.
[[nodiscard]] QByteArray bearerChallenge(const QByteArray &metadataUrl, const Error &error);

//! \brief The JSON body of `GET /.well-known/oauth-protected-resource` (RFC 9728 section 3.2).
[[nodiscard]] QByteArray protectedResourceMetadata(const OAuthConfig &config);

} // namespace nexus

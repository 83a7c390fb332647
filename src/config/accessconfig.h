// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace nexus {

//! \brief `[server.csrf]`: a header that a foreign web page cannot send without asking first.
struct CsrfConfig {
    bool isEnabled = false;
    QByteArray headerName = "X-Nexus-CSRF-Protection";

    bool operator==(const CsrfConfig &) const = default;
};

//! \brief One of `"*"`, a list, or nothing said.
struct CorsList {
    bool isAny = false;
    QStringList entries;

    bool operator==(const CorsList &) const = default;
};

//! \brief `[server.cors]`: what web pages of other origins may do. An aspect that is absent sends no header.
struct CorsConfig {
    std::optional<CorsList> allowOrigins; //!< scheme, host and port, or a glob
    std::optional<CorsList> allowMethods;
    std::optional<CorsList> allowHeaders;
    std::optional<CorsList> exposeHeaders;
    std::optional<std::chrono::seconds> maxAge;
    bool isCredentialsAllowed = false; //!< never together with a wildcard
    bool isPrivateNetworkAllowed = false;

    bool operator==(const CorsConfig &) const = default;
};

//! \brief `[server.oauth]`: bearer tokens that callers must present.
struct OAuthConfig {
    QUrl url; //!< of the key set (JWKS)
    std::optional<std::chrono::milliseconds> pollInterval; //!< nothing keeps the key set for good
    QString expectedIssuer; //!< empty is not checked
    QString expectedAudience; //!< empty is not checked
    QUrl resource;
    QList<QUrl> authorizationServers; //!< at least one

    bool operator==(const OAuthConfig &) const = default;
};

//! \brief Where an identity is read from: exactly one of the two is not empty.
struct IdentitySource {
    QString jwtClaim; //!< dotted path into the claims
    QByteArray httpHeader;

    bool operator==(const IdentitySource &) const = default;
};

//! \brief `[server.client_identification]`: who a caller is, for limits and for the log.
struct ClientIdentification {
    bool isEnabled = false;
    IdentitySource clientId {QStringLiteral("sub"), {}};
    std::optional<IdentitySource> groupId;
    QStringList groupValues; //!< the groups there are, empty allows any

    bool operator==(const ClientIdentification &) const = default;
};

//! \brief `[server.client_ip]`: which headers of a proxy in front of the gateway are believed.
struct ClientIpConfig {
    bool isRealIpTrusted = false; //!< X-Real-IP
    std::optional<int> trustedHops; //!< entry of X-Forwarded-For, counted from the right, from 0

    bool operator==(const ClientIpConfig &) const = default;
};

} // namespace nexus

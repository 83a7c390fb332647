// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "secrets/environment.h"

#include <QString>
#include <QUrl>

namespace nexus::aws {

//! \brief A service of AWS by the first part of its host and by what names it in `AWS_ENDPOINT_URL_…`.
struct ServiceName {
    const char *host = nullptr;
    const char *variable = nullptr;
};

inline constexpr ServiceName bedrockControl {"bedrock", "BEDROCK"};
inline constexpr ServiceName bedrockRuntime {"bedrock-runtime", "BEDROCK_RUNTIME"};
inline constexpr ServiceName singleSignOn {"portal.sso", "SSO"};
inline constexpr ServiceName securityTokens {"sts", "STS"};

//! \brief Whether \a region can be a part of a host: letters, digits and hyphens.
[[nodiscard]] bool isRegionName(QStringView region);

//! \brief Where \a service of \a region is, without a slash at its end: as `AWS_ENDPOINT_URL_…` says, else
//! the public address. InvalidRequest for a region or an address that cannot be used.
[[nodiscard]] Result<QUrl> serviceUrl(
    const ServiceName &service, const QString &region, const Environment &environment);

} // namespace nexus::aws

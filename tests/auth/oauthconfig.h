// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"

#include <memory>

namespace nexus {

//! \brief A configuration with OAuth on, which the test may change before it hands it on.
[[nodiscard]] inline std::shared_ptr<GatewayConfig> withOAuth(
    const QString &url = QStringLiteral("https://issuer.example/jwks"),
    std::optional<std::chrono::milliseconds> pollInterval = std::nullopt)
{
    auto config = std::make_shared<GatewayConfig>();
    OAuthConfig oauth;
    oauth.url = QUrl(url);
    oauth.pollInterval = pollInterval;
    oauth.resource = QUrl(QStringLiteral("https://nexus.example:8443/llm"));
    oauth.authorizationServers = {QUrl(QStringLiteral("https://issuer.example"))};
    config->server.oauth = std::move(oauth);
    return config;
}

} // namespace nexus

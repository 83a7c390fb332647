// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/listenaddress.h"
#include "config/accessconfig.h"
#include "config/trafficconfig.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace nexus {

//! \brief `[server.tls]`: PEM files of the listener.
struct TlsFiles {
    QString certificate;
    QString key;

    bool operator==(const TlsFiles &) const = default;
};

//! \brief `[server]`: how clients reach the gateway.
struct ServerConfig {
    QHostAddress address {QHostAddress::LocalHost};
    quint16 port = 8000;
    int workers = 0; //!< 0 stands for "auto"
    qint64 maxBodySize = 32 * 1024 * 1024;
    int maxConnections = 1024;
    std::chrono::milliseconds shutdownGrace {10'000};
    std::optional<QStringList> allowedHosts; //!< nothing is the built-in list, `*` alone allows any
    std::optional<TlsFiles> tls;
    bool isHealthEnabled = true;
    QByteArray healthPath = "/health";
    std::optional<ListenAddress> healthListen; //!< set moves health to a listener of its own
    CsrfConfig csrf;
    std::optional<CorsConfig> cors;
    std::optional<OAuthConfig> oauth;
    RateLimits rateLimits;
    ClientIdentification clientIdentification;
    ClientIpConfig clientIp;

    bool operator==(const ServerConfig &) const = default;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <vector>

namespace nexus {

//! \brief `[server]`: how clients reach the gateway.
struct ServerConfig {
    QHostAddress address {QHostAddress::LocalHost};
    quint16 port = 8000;
    int workers = 0; //!< 0 stands for "auto"
    qint64 maxBodySize = 32 * 1024 * 1024;
    int maxConnections = 1024;
    std::chrono::milliseconds shutdownGrace {10'000};
    bool isHealthEnabled = true;
    QByteArray healthPath = "/health";

    bool operator==(const ServerConfig &) const = default;
};

//! \brief `[llm.aliases]`: another name for a provider's model.
struct AliasConfig {
    QString name;
    QStringList targets; //!< `provider/model`, at least one

    bool operator==(const AliasConfig &) const = default;
};

//! \brief `[llm]`: providers and names.
struct LlmConfig {
    bool isOpenAiEnabled = true;
    QByteArray openAiPath = "/llm"; //!< the `/v1` behind it is fixed
    std::chrono::milliseconds keepalive {15'000}; //!< 0 stands for "off"
    std::vector<ProviderConfig> providers; //!< in file order
    std::vector<AliasConfig> aliases; //!< in file order

    bool operator==(const LlmConfig &) const = default;
};

//! \brief Everything the gateway was told, validated and complete. Immutable once built.
struct GatewayConfig {
    QString path; //!< the file it was read from, empty for zero configuration
    ServerConfig server;
    LlmConfig llm;
    QStringList warnings; //!< what the user should know at start, whole sentences

    //! \brief The provider of that name, or nullptr.
    [[nodiscard]] const ProviderConfig *provider(const QString &name) const;

    bool operator==(const GatewayConfig &) const = default;
};

//! \brief How the running parts hold a configuration: a snapshot, swapped whole.
using ConfigSnapshot = std::shared_ptr<const GatewayConfig>;

} // namespace nexus

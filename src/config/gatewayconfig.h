// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/ledgerconfig.h"
#include "config/providerconfig.h"
#include "config/serverconfig.h"
#include "config/telemetryconfig.h"
#include "config/trafficconfig.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace nexus {

//! \brief `[llm.aliases]`: another name for one or several models of providers.
struct AliasConfig {
    enum class Strategy { Fallback, RoundRobin, Weighted, LeastLatency };

    QString name;
    QStringList targets; //!< `provider/model`, at least one
    Strategy strategy = Strategy::Fallback;
    std::vector<int> weights; //!< one for each target when weighted, else empty
    std::optional<double> temperature; //!< for requests that say none
    std::optional<int> maxTokens; //!< for requests that say none
    std::optional<QString> system; //!< for requests that say none

    bool operator==(const AliasConfig &) const = default;
};

//! \brief `[llm]`: providers and names.
struct LlmConfig {
    bool isEnabled = true;
    bool isOpenAiEnabled = true;
    QByteArray openAiPath = "/llm"; //!< the `/v1` behind it is fixed
    bool isAnthropicEnabled = true;
    QByteArray anthropicPath = "/llm/anthropic"; //!< the `/v1` behind it is fixed
    bool isAnthropicProxyEnabled = false;
    //! What the ledger calls the provider behind the proxy.
    static constexpr const char *anthropicProxyName = "anthropic-proxy";

    QByteArray anthropicProxyPath = "/proxy/anthropic"; //!< the `/v1` behind it is fixed
    QUrl anthropicProxyUrl {QStringLiteral("https://api.anthropic.com")}; //!< without `/v1`
    std::chrono::milliseconds keepalive {15'000}; //!< 0 stands for "off"
    Timeouts timeouts; //!< already part of each provider
    Retries retries; //!< already part of each provider
    CacheConfig cache;
    CircuitBreakerConfig circuitBreaker;
    std::vector<ProviderConfig> providers; //!< in file order, the built-in demo last
    std::vector<AliasConfig> aliases; //!< in file order

    bool operator==(const LlmConfig &) const = default;
};

//! \brief Everything the gateway was told, validated and complete. Immutable once built.
struct GatewayConfig {
    QString path; //!< the file it was read from, empty for zero configuration
    ServerConfig server;
    LlmConfig llm;
    LedgerConfig ledger;
    std::vector<BudgetConfig> budgets; //!< in file order
    TelemetryConfig telemetry;
    QStringList warnings; //!< what the user should know at start, whole sentences

    //! \brief The provider of that name, or nullptr.
    [[nodiscard]] const ProviderConfig *provider(const QString &name) const;

    bool operator==(const GatewayConfig &) const = default;
};

//! \brief How the running parts hold a configuration: a snapshot, swapped whole.
using ConfigSnapshot = std::shared_ptr<const GatewayConfig>;

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/headerrule.h"
#include "config/trafficconfig.h"
#include "secrets/secret.h"
#include "wire/dialect.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace nexus {

enum class ProviderType { OpenAi, Anthropic, Google, Bedrock, Ollama, Azure, Demo };

//! \brief The `type` of a provider as the configuration writes it, for example `openai`.
[[nodiscard]] QString providerTypeName(ProviderType type);

//! \brief The type of that name, or nothing.
[[nodiscard]] std::optional<ProviderType> providerTypeFromName(QStringView name);

//! \brief What a provider of \a type speaks.
[[nodiscard]] ProviderDialect dialectOf(ProviderType type);

//! \brief Where a provider of \a type is found unless the configuration says otherwise; empty for azure (each
//! customer has an own address), bedrock (it follows from the region) and demo.
[[nodiscard]] QUrl defaultBaseUrl(ProviderType type);

//! \brief What the models of a provider cost, in millionths of a US dollar per million tokens.
struct ModelPrice {
    std::optional<qint64> input;
    std::optional<qint64> output;
    std::optional<qint64> cacheRead;
    std::optional<qint64> cacheWrite;

    bool operator==(const ModelPrice &) const = default;
};

//! \brief `[llm.providers.N.models.M]`: a model named by hand.
struct ModelConfig {
    QByteArray name; //!< public name, the table key
    QByteArray rename; //!< upstream id, empty when it is the same
    std::optional<PerUserLimits> perUser; //!< in place of the provider's
    std::vector<HeaderRule> headers; //!< after the provider's
    std::optional<ModelPrice> price; //!< in place of the built-in table

    bool operator==(const ModelConfig &) const = default;
};

//! \brief What a bedrock provider signs its requests with.
struct BedrockAccess {
    QString region;
    Secret accessKeyId; //!< together with secretAccessKey or not at all
    Secret secretAccessKey;
    Secret sessionToken;
    QString profile; //!< of the AWS configuration files

    bool operator==(const BedrockAccess &) const = default;
};

//! \brief `[llm.providers.N.tls]`: PEM files for the connection to a provider.
struct UpstreamTls {
    QString caCertificate; //!< trusted beside the system's, empty for none
    QString certificate; //!< that the gateway shows, together with key or not at all
    QString key;

    bool operator==(const UpstreamTls &) const = default;
};

//! \brief `[llm.providers.N]`: one provider.
struct ProviderConfig {
    QString name;
    ProviderType type = ProviderType::OpenAi;
    QUrl baseUrl; //!< without a slash at its end; may be empty for demo and bedrock only
    std::vector<Secret> apiKeys; //!< api_key or api_keys, in order; empty when there is none
    QString keyProblem; //!< why a key that stands in the file is not here; whole sentences, for clients too
    bool isTokenForwarded = false; //!< a client's X-Provider-API-Key wins over apiKeys
    QByteArray apiVersion; //!< azure only
    BedrockAccess bedrock; //!< bedrock only
    std::optional<UpstreamTls> tls; //!< for an https base_url
    QString modelFilter; //!< regular expression, case-insensitive and unanchored; empty for none
    Timeouts timeouts;
    Retries retries;
    std::optional<PerUserLimits> perUser;
    std::vector<HeaderRule> headers; //!< in file order
    std::vector<ModelConfig> models; //!< in file order
    bool isListed = true; //!< false keeps its models out of the list, though they answer

    //! \brief Whether it was given keys and none of them is to be had: then it is not asked without one.
    [[nodiscard]] bool lacksKey() const;
    //! \brief The model named by hand under that public name, or nullptr.
    [[nodiscard]] const ModelConfig *model(QByteArrayView publicName) const;

    bool operator==(const ProviderConfig &) const = default;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kit/scriptedprovider.h"
#include "kit/strictsigv4.h"
#include "upstream/modellister.h"
#include "upstream/webfetcher.h"

#include <QTemporaryDir>

#include <optional>

namespace nexus {

//! \brief One listing and what came of it.
class Listed final {
public:
    Listed(ModelLister &lister, const QString &provider)
    {
        lister.list(provider, &m_context, [this](const Result<std::vector<DiscoveredModel>> &models) {
            ++count;
            result = models;
        });
    }

    [[nodiscard]] QByteArrayList ids() const
    {
        QByteArrayList ids;
        if (result && *result) {
            for (const DiscoveredModel &model : **result) {
                ids.append(model.id);
            }
        }
        return ids;
    }
    [[nodiscard]] Error error() const { return result && !*result ? result->error() : Error(); }
    [[nodiscard]] QString message() const { return error().message; }

    int count = 0;
    std::optional<Result<std::vector<DiscoveredModel>>> result;

private:
    QObject m_context;
};

//! \brief A list of OpenAI's form with \a count models called `PREFIX-0` and so on; \a more follows the list.
inline QByteArray manyModels(const QByteArray &prefix, int count, const QByteArray &more = {})
{
    QByteArrayList items;
    for (int i = 0; i < count; ++i) {
        items.append(R"({"id":")" + prefix + '-' + QByteArray::number(i) + R"("})");
    }
    return R"({"data":[)" + items.join(',') + ']' + more + '}';
}

//! \brief A lister with one scripted provider `p`; nothing of this machine's environment is looked at.
class ListerFixture final {
public:
    ListerFixture() { restart(); }

    void use(const std::vector<ProviderConfig> &providers)
    {
        auto config = std::make_shared<GatewayConfig>();
        config->llm.providers = providers;
        lister->setConfig(config);
    }
    [[nodiscard]] ProviderConfig provider(ProviderType type, const QByteArrayList &keys = {"sk-secret"}) const
    {
        ProviderConfig config;
        config.name = QStringLiteral("p");
        config.type = type;
        config.baseUrl = server.baseUrl();
        for (const QByteArray &key : keys) {
            config.apiKeys.emplace_back(key);
        }
        return config;
    }
    [[nodiscard]] ProviderConfig bedrock() const
    {
        ProviderConfig config = provider(ProviderType::Bedrock, {});
        config.bedrock = {.region = QStringLiteral("eu-central-1"),
            .accessKeyId = Secret(kit::AwsCredentials::accessKey),
            .secretAccessKey = Secret(kit::AwsCredentials::secretKey)};
        return config;
    }
    void restart(const QHash<QString, QString> &more = {},
        std::chrono::milliseconds pageTimeout = ModelLister::defaultPageTimeout)
    {
        QHash<QString, QString> variables {{QStringLiteral("HOME"), home.path()},
            {QStringLiteral("AWS_EC2_METADATA_DISABLED"), QStringLiteral("true")}};
        variables.insert(more);
        lister = std::make_unique<ModelLister>(fetcher, Environment(variables), pageTimeout);
    }

    QTemporaryDir home;
    kit::ScriptedProvider server;
    WebFetcher fetcher;
    std::unique_ptr<ModelLister> lister;
};

} // namespace nexus

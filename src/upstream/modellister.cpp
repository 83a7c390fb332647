// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/modellister.h"

#include "upstream/aws/awsendpoint.h"
#include "upstream/aws/bedrockaccess.h"
#include "upstream/aws/credentialchain.h"
#include "upstream/modelquery.h"
#include "upstream/modelwalk.h"
#include "upstream/tlssettings.h"
#include "upstream/webfetcher.h"

namespace nexus {

namespace {

void answerLater(QObject *context, ModelSource::Done done, Result<std::vector<DiscoveredModel>> result)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), result = std::move(result)] { done(result); },
        Qt::QueuedConnection);
}

} // namespace

// The credentials of one provider, kept as long as its configuration does not change.
struct ModelLister::AwsAccess {
    AwsAccess(const ProviderConfig &provider, const Environment &environment)
        : access(provider.bedrock)
        , chain({.provider = provider.name, .access = provider.bedrock, .environment = environment})
    { }

    BedrockAccess access;
    aws::CredentialChain chain;
};

// A provider with all that the environment adds to it.
struct ModelLister::Prepared {
    ProviderConfig provider;
    aws::CredentialChain *chain = nullptr;
    QByteArray region;
    std::unique_ptr<WebFetcher> fetcher; // one of its own for a provider with TLS files
};

ModelLister::ModelLister(HttpFetcher &fetcher, Environment environment, std::chrono::milliseconds pageTimeout)
    : m_fetcher(fetcher)
    , m_environment(std::move(environment))
    , m_pageTimeout(pageTimeout)
    , m_walks(std::make_unique<QObject>())
{ }

ModelLister::~ModelLister() = default;

void ModelLister::setConfig(const ConfigSnapshot &config)
{
    m_config = config;
    std::erase_if(m_aws, [&config](const auto &entry) {
        const ProviderConfig *const provider = config->provider(entry.first);
        return provider == nullptr || provider->bedrock != entry.second->access;
    });
}

void ModelLister::list(const QString &provider, QObject *context, Done done)
{
    const ProviderConfig *const config = m_config ? m_config->provider(provider) : nullptr;
    if (config == nullptr || !isListable(*config)) {
        answerLater(context, std::move(done), std::vector<DiscoveredModel>());
        return;
    }
    Result<Prepared> prepared = prepare(*config);
    if (!prepared) {
        answerLater(context, std::move(done), failure(prepared.error()));
        return;
    }
    HttpFetcher &fetcher = prepared->fetcher ? *prepared->fetcher : m_fetcher;
    auto *walk = new ModelWalk(fetcher, prepared->chain, prepared->region, std::move(prepared->provider),
        m_pageTimeout, m_walks.get());
    walk->keep(std::move(prepared->fetcher));
    QObject::connect(walk, &ModelWalk::finished, context,
        [walk, done = std::move(done)](const ModelWalk::Outcome &outcome) {
            walk->deleteLater();
            done(outcome);
        });
    QObject::connect(context, &QObject::destroyed, walk, &QObject::deleteLater);
    walk->start();
}

Result<ModelLister::Prepared> ModelLister::prepare(const ProviderConfig &provider)
{
    Prepared prepared {.provider = provider};
    if (provider.tls) {
        // The files may be other ones each time.
        const auto settings = readTlsSettings(*provider.tls, provider.name);
        if (!settings) {
            return failure(settings.error());
        }
        prepared.fetcher = std::make_unique<WebFetcher>((*settings)->configuration);
    }
    if (provider.type != ProviderType::Bedrock) {
        return prepared;
    }
    AwsAccess &access = awsAccess(provider);
    prepared.chain = &access.chain;
    prepared.region = access.chain.region().toUtf8();
    if (provider.apiKeys.empty()) {
        Secret token = aws::bearerTokenOf(provider, m_environment);
        if (!token.isEmpty()) {
            prepared.provider.apiKeys.push_back(std::move(token));
        }
    }
    if (!provider.baseUrl.isEmpty()) {
        return prepared;
    }
    Result<QUrl> base = aws::serviceUrl(aws::bedrockControl, access.chain.region(), m_environment);
    if (!base) {
        Error error = base.error();
        error.message = QStringLiteral("Provider '%1' could not be asked for its models: %2")
                            .arg(provider.name, error.message);
        return failure(error);
    }
    prepared.provider.baseUrl = *base;
    return prepared;
}

ModelLister::AwsAccess &ModelLister::awsAccess(const ProviderConfig &provider)
{
    std::unique_ptr<AwsAccess> &known = m_aws[provider.name];
    if (!known || known->access != provider.bedrock) {
        known = std::make_unique<AwsAccess>(provider, m_environment);
    }
    return *known;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/upstreams.h"

#include "upstream/aws/awsendpoint.h"
#include "upstream/aws/bedrockaccess.h"
#include "upstream/aws/credentialchain.h"
#include "upstream/aws/signedcall.h"
#include "upstream/batchcall.h"
#include "upstream/democall.h"
#include "upstream/networkcall.h"

namespace nexus {

// The credentials of one provider, kept as long as its configuration does not change.
struct Upstreams::AwsProvider {
    AwsProvider(const ProviderConfig &provider, const Environment &environment)
        : access(provider.bedrock)
        , chain({.provider = provider.name, .access = provider.bedrock, .environment = environment})
    { }

    BedrockAccess access;
    aws::CredentialChain chain;
};

Upstreams::Upstreams(Environment environment, ActiveCount &calls)
    : m_environment(std::move(environment))
    , m_pool(&calls)
{ }

Upstreams::~Upstreams() = default;

void Upstreams::setConfig(const ConfigSnapshot &config)
{
    m_tls.clear();
    m_rules.clear();
    for (const ProviderConfig &provider : config->llm.providers) {
        HeaderRules rules(provider);
        if (!rules.isEmpty()) {
            m_rules.emplace(provider.name, std::move(rules));
        }
    }
}

HeaderList Upstreams::ruledHeaders(
    const ProviderConfig &provider, const QByteArray &publicModel, const HeaderList &client) const
{
    const auto rules = m_rules.find(provider.name);
    return rules == m_rules.end() ? HeaderList() : rules->second.apply(publicModel, client);
}

Result<std::unique_ptr<UpstreamCall>> Upstreams::start(
    const ProviderConfig &provider, const UpstreamRequest &request)
{
    if (provider.type == ProviderType::Demo) {
        return std::make_unique<DemoCall>(request.bodies.front(), request.operation, request.isStream);
    }
    if (request.key == nullptr && provider.lacksKey()) {
        return failure({.kind = ErrorKind::Unauthenticated, .message = provider.keyProblem, .detail = {}});
    }
    Result<ProviderEndpoint> endpoint = endpointOf(provider, request);
    if (!endpoint) {
        return failure(endpoint.error());
    }
    if (request.clientHeaders != nullptr) {
        for (const auto &[name, value] :
            ruledHeaders(provider, request.publicModel, *request.clientHeaders)) {
            endpoint->headers.set(name, value);
        }
    }
    Result<std::shared_ptr<const TlsSettings>> tls = tlsOf(provider);
    if (!tls) {
        return failure(tls.error());
    }
    endpoint->tls = std::move(*tls);
    for (const auto &[name, value] : request.headers) {
        endpoint->headers.set(name, value);
    }
    Timeouts timeouts = provider.timeouts;
    timeouts.total = request.total.value_or(timeouts.total);
    if (request.bodies.size() == 1) {
        return startOne(provider, *endpoint, request.bodies.front(), timeouts);
    }
    return std::make_unique<BatchCall>(request.bodies.size(),
        [this, provider, timeouts, target = std::move(*endpoint), bodies = request.bodies](
            std::size_t index) { return startOne(provider, target, bodies[index], timeouts); });
}

std::unique_ptr<UpstreamCall> Upstreams::startProxy(const ProxyRequest &request)
{
    QUrl url(request.base);
    url.setPath(url.path(QUrl::FullyEncoded) + QString::fromLatin1(request.path), QUrl::TolerantMode);
    if (!request.query.isEmpty()) {
        url.setQuery(QString::fromLatin1(request.query), QUrl::TolerantMode);
    }
    const ProviderEndpoint endpoint {.url = url, .headers = request.headers, .method = request.method};
    return std::make_unique<NetworkCall>(m_pool, endpoint, request.body, request.timeouts, request.name);
}

Result<ProviderEndpoint> Upstreams::endpointOf(const ProviderConfig &provider, const UpstreamRequest &request)
{
    const EndpointAsk ask {.operation = request.operation,
        .model = request.model,
        .isStream = request.isStream,
        .key = request.key};
    if (provider.type != ProviderType::Bedrock) {
        return providerEndpoint(provider, ask);
    }
    // What the file leaves open, the environment or the profile may say.
    ProviderConfig complete = provider;
    complete.bedrock.region = awsProvider(provider).chain.region();
    complete.apiKeys.clear();
    if (request.key != nullptr) {
        complete.apiKeys.push_back(*request.key);
    } else if (Secret token = aws::bearerTokenOf(provider, m_environment); !token.isEmpty()) {
        complete.apiKeys.push_back(std::move(token));
    }
    if (!provider.baseUrl.isEmpty()) {
        return providerEndpoint(complete, ask);
    }
    if (complete.bedrock.region.isEmpty()) {
        return failure({.kind = ErrorKind::InvalidRequest,
            .message
            = QStringLiteral("Provider '%1' has no AWS region. Set region under [llm.providers.%1], or "
                             "AWS_REGION in the environment.")
                  .arg(provider.name),
            .detail = {}});
    }
    Result<QUrl> base = aws::serviceUrl(aws::bedrockRuntime, complete.bedrock.region, m_environment);
    if (!base) {
        return failure(base.error());
    }
    complete.baseUrl = *base;
    return providerEndpoint(complete, ask);
}

std::unique_ptr<UpstreamCall> Upstreams::startOne(const ProviderConfig &provider,
    const ProviderEndpoint &endpoint, const QByteArray &body, const Timeouts &timeouts)
{
    if (!endpoint.isSigned) {
        return std::make_unique<NetworkCall>(m_pool, endpoint, body, timeouts, provider.name);
    }
    AwsProvider &access = awsProvider(provider);
    return std::make_unique<aws::SignedCall>(m_pool, access.chain,
        aws::SignedTarget {.endpoint = endpoint, .region = access.chain.region().toUtf8()}, body, timeouts,
        provider.name);
}

Result<std::shared_ptr<const TlsSettings>> Upstreams::tlsOf(const ProviderConfig &provider)
{
    if (!provider.tls) {
        return std::shared_ptr<const TlsSettings>();
    }
    const auto known = m_tls.find(provider.name);
    if (known != m_tls.end() && known->second.files == *provider.tls) {
        return known->second.settings;
    }
    KnownTls read {*provider.tls, readTlsSettings(*provider.tls, provider.name)};
    return m_tls.insert_or_assign(provider.name, std::move(read)).first->second.settings;
}

Upstreams::AwsProvider &Upstreams::awsProvider(const ProviderConfig &provider)
{
    std::unique_ptr<AwsProvider> &known = m_aws[provider.name];
    if (!known || known->access != provider.bedrock) {
        known = std::make_unique<AwsProvider>(provider, m_environment);
    }
    return *known;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/providerendpoint.h"

#include <QUrlQuery>

namespace nexus {

namespace {

// The only one that Anthropic has published since 2023; a client may name another.
constexpr const char *defaultAnthropicVersion = "2023-06-01";

QString pathOf(Operation operation)
{
    switch (operation) {
    case Operation::Chat:
        return QStringLiteral("/chat/completions");
    case Operation::Completions:
        return QStringLiteral("/completions");
    case Operation::Embeddings:
        return QStringLiteral("/embeddings");
    case Operation::CountTokens:
        break;
    }
    return {};
}

QString encoded(const QByteArray &model)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(model)));
}

Error missingKey(const ProviderConfig &provider)
{
    return {.kind = ErrorKind::Unauthenticated,
        .message
        = QStringLiteral("Provider '%1' has no API key. Set api_key under [llm.providers.%1]%2.")
              .arg(provider.name,
                  provider.isTokenForwarded ? QStringLiteral(", or send X-Provider-API-Key") : QString()),
        .detail = {}};
}

// The key that opens the provider, or nullptr when there is none.
const Secret *keyOf(const ProviderConfig &provider, const EndpointAsk &ask)
{
    if (ask.key != nullptr) {
        return ask.key;
    }
    return provider.apiKeys.empty() ? nullptr : &provider.apiKeys.front();
}

QUrl withPath(const QUrl &base, const QString &encodedPath)
{
    QUrl url(base);
    url.setPath(base.path(QUrl::FullyEncoded) + encodedPath, QUrl::TolerantMode);
    return url;
}

Result<ProviderEndpoint> openAiEndpoint(const ProviderConfig &provider, const EndpointAsk &ask)
{
    const Secret *const key = keyOf(provider, ask);
    // A server of one's own may do without.
    const bool needsKey
        = provider.isTokenForwarded || provider.baseUrl.host() == QLatin1String("api.openai.com");
    if (key == nullptr && needsKey) {
        return failure(missingKey(provider));
    }
    ProviderEndpoint endpoint {.url = withPath(provider.baseUrl, pathOf(ask.operation)), .headers = {}};
    if (key != nullptr) {
        endpoint.headers.add("Authorization", "Bearer " + key->reveal());
    }
    return endpoint;
}

Result<ProviderEndpoint> azureEndpoint(const ProviderConfig &provider, const EndpointAsk &ask)
{
    const Secret *const key = keyOf(provider, ask);
    if (key == nullptr) {
        return failure(missingKey(provider));
    }
    const bool hasPrefix = provider.baseUrl.path().endsWith(QLatin1String("/openai"));
    ProviderEndpoint endpoint {
        .url = withPath(provider.baseUrl,
            (hasPrefix ? QString() : QStringLiteral("/openai")) + QStringLiteral("/deployments/")
                + encoded(ask.model) + pathOf(ask.operation)),
        .headers = {{"api-key", key->reveal()}}};
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("api-version"), QString::fromUtf8(provider.apiVersion));
    endpoint.url.setQuery(query);
    return endpoint;
}

Result<ProviderEndpoint> anthropicEndpoint(const ProviderConfig &provider, const EndpointAsk &ask)
{
    const Secret *const key = keyOf(provider, ask);
    if (key == nullptr) {
        return failure(missingKey(provider));
    }
    const bool isCount = ask.operation == Operation::CountTokens;
    return ProviderEndpoint {
        .url = withPath(provider.baseUrl,
            isCount ? QStringLiteral("/messages/count_tokens") : QStringLiteral("/messages")),
        .headers = {{"x-api-key", key->reveal()}, {"anthropic-version", defaultAnthropicVersion}}};
}

QString googleMethod(const EndpointAsk &ask)
{
    switch (ask.operation) {
    case Operation::Embeddings:
        return QStringLiteral(":batchEmbedContents");
    case Operation::CountTokens:
        return QStringLiteral(":countTokens");
    case Operation::Chat:
    case Operation::Completions:
        break;
    }
    return ask.isStream ? QStringLiteral(":streamGenerateContent") : QStringLiteral(":generateContent");
}

Result<ProviderEndpoint> googleEndpoint(const ProviderConfig &provider, const EndpointAsk &ask)
{
    const Secret *const key = keyOf(provider, ask);
    if (key == nullptr) {
        return failure(missingKey(provider));
    }
    // Tuned models and the like bring their collection along.
    const QString collection = ask.model.contains('/') ? QString() : QStringLiteral("models/");
    QString model = encoded(ask.model);
    model.replace(QLatin1String("%2F"), QLatin1String("/"));
    ProviderEndpoint endpoint {
        .url = withPath(provider.baseUrl, u'/' + collection + model + googleMethod(ask)),
        .headers = {{"x-goog-api-key", key->reveal()}}};
    if (ask.isStream) {
        endpoint.url.setQuery(QStringLiteral("alt=sse"));
    }
    return endpoint;
}

QString bedrockMethod(const EndpointAsk &ask)
{
    if (ask.operation == Operation::Embeddings) {
        return QStringLiteral("/invoke");
    }
    return ask.isStream ? QStringLiteral("/converse-stream") : QStringLiteral("/converse");
}

ProviderEndpoint bedrockEndpoint(const ProviderConfig &provider, const EndpointAsk &ask)
{
    const Secret *const key = keyOf(provider, ask);
    ProviderEndpoint endpoint {.url
        = withPath(provider.baseUrl, QStringLiteral("/model/") + encoded(ask.model) + bedrockMethod(ask)),
        .headers = {},
        .isSigned = key == nullptr};
    if (!endpoint.isSigned) {
        endpoint.headers.add("Authorization", "Bearer " + key->reveal());
    }
    return endpoint;
}

} // namespace

Result<ProviderEndpoint> providerEndpoint(const ProviderConfig &provider, const EndpointAsk &ask)
{
    switch (provider.type) {
    case ProviderType::OpenAi:
    case ProviderType::Ollama:
        return openAiEndpoint(provider, ask);
    case ProviderType::Azure:
        return azureEndpoint(provider, ask);
    case ProviderType::Anthropic:
        return anthropicEndpoint(provider, ask);
    case ProviderType::Google:
        return googleEndpoint(provider, ask);
    case ProviderType::Bedrock:
        return bedrockEndpoint(provider, ask);
    case ProviderType::Demo:
        break;
    }
    return failure({.kind = ErrorKind::Internal,
        .message = QStringLiteral("Provider '%1' has no address.").arg(provider.name),
        .detail = {}});
}

} // namespace nexus

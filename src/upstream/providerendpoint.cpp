// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/providerendpoint.h"

#include <QUrlQuery>

namespace nexus {

namespace {

QString pathOf(Operation operation)
{
    switch (operation) {
    case Operation::Chat:
        return QStringLiteral("/chat/completions");
    case Operation::Completions:
        return QStringLiteral("/completions");
    case Operation::Embeddings:
        return QStringLiteral("/embeddings");
    }
    return {};
}

Error missingKey(const ProviderConfig &provider)
{
    return {.kind = ErrorKind::Unauthenticated,
        .message = QStringLiteral("Provider '%1' has no API key. Set api_key under [llm.providers.%1].")
                       .arg(provider.name),
        .detail = {}};
}

QUrl withPath(const QUrl &base, const QString &encodedPath)
{
    QUrl url(base);
    url.setPath(base.path(QUrl::FullyEncoded) + encodedPath, QUrl::TolerantMode);
    return url;
}

Result<ProviderEndpoint> openAiEndpoint(const ProviderConfig &provider, Operation operation)
{
    const bool needsKey = provider.baseUrl.host() == QLatin1String("api.openai.com");
    if (provider.apiKeys.empty() && needsKey) {
        return failure(missingKey(provider));
    }
    ProviderEndpoint endpoint {.url = withPath(provider.baseUrl, pathOf(operation)), .headers = {}};
    if (!provider.apiKeys.empty()) {
        endpoint.headers.add("Authorization", "Bearer " + provider.apiKeys.front().reveal());
    }
    return endpoint;
}

Result<ProviderEndpoint> azureEndpoint(
    const ProviderConfig &provider, Operation operation, const QByteArray &model)
{
    if (provider.apiKeys.empty()) {
        return failure(missingKey(provider));
    }
    const bool hasPrefix = provider.baseUrl.path().endsWith(QLatin1String("/openai"));
    const QString deployment = QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(model)));
    ProviderEndpoint endpoint {.url = withPath(provider.baseUrl,
                                   (hasPrefix ? QString() : QStringLiteral("/openai"))
                                       + QStringLiteral("/deployments/") + deployment + pathOf(operation)),
        .headers = {{"api-key", provider.apiKeys.front().reveal()}}};
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("api-version"), QString::fromUtf8(provider.apiVersion));
    endpoint.url.setQuery(query);
    return endpoint;
}

} // namespace

Result<ProviderEndpoint> providerEndpoint(
    const ProviderConfig &provider, Operation operation, const QByteArray &model)
{
    switch (provider.type) {
    case ProviderType::OpenAi:
    case ProviderType::Ollama:
        return openAiEndpoint(provider, operation);
    case ProviderType::Azure:
        return azureEndpoint(provider, operation, model);
    case ProviderType::Anthropic:
    case ProviderType::Google:
    case ProviderType::Bedrock:
    case ProviderType::Demo:
        break;
    }
    return failure({.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("Provider '%1' is of type '%2', which this version cannot reach yet.")
                       .arg(provider.name, providerTypeName(provider.type)),
        .detail = {}});
}

} // namespace nexus

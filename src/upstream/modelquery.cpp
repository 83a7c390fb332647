// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/modelquery.h"

namespace nexus {

namespace {

constexpr const char *anthropicVersion = "2023-06-01";

QUrl listUrl(const QUrl &base, QLatin1String path, QLatin1String query = {})
{
    QUrl url(base);
    url.setPath(base.path(QUrl::FullyEncoded) + path, QUrl::TolerantMode);
    if (!query.isEmpty()) {
        url.setQuery(query);
    }
    return url;
}

HeaderList bearer(const Secret &key)
{
    return key.isEmpty() ? HeaderList() : HeaderList {{"Authorization", "Bearer " + key.reveal()}};
}

QLatin1String tokenName(ModelListKind kind)
{
    switch (kind) {
    case ModelListKind::OpenAi:
        return QLatin1String("after");
    case ModelListKind::Anthropic:
        return QLatin1String("after_id");
    case ModelListKind::Google:
        return QLatin1String("pageToken");
    case ModelListKind::FoundationModels:
    case ModelListKind::InferenceProfiles:
        return QLatin1String("nextToken");
    }
    return {};
}

} // namespace

bool isListable(const ProviderConfig &provider)
{
    if (provider.lacksKey()) {
        return false;
    }
    const bool hasKey = !provider.apiKeys.empty();
    switch (provider.type) {
    case ProviderType::OpenAi:
    case ProviderType::Ollama: {
        const bool needsKey
            = provider.isTokenForwarded || provider.baseUrl.host() == QLatin1String("api.openai.com");
        return hasKey || !needsKey;
    }
    case ProviderType::Anthropic:
    case ProviderType::Google:
        return hasKey;
    case ProviderType::Bedrock:
        return true;
    case ProviderType::Azure:
    case ProviderType::Demo:
        return false;
    }
    return false;
}

std::vector<ModelQuery> modelQueries(const ProviderConfig &provider, const Secret &key)
{
    const QUrl &base = provider.baseUrl;
    switch (provider.type) {
    case ProviderType::OpenAi:
    case ProviderType::Ollama:
        return {{.kind = ModelListKind::OpenAi,
            .url = listUrl(base, QLatin1String("/models")),
            .headers = bearer(key)}};
    case ProviderType::Anthropic:
        return {{.kind = ModelListKind::Anthropic,
            .url = listUrl(base, QLatin1String("/models"), QLatin1String("limit=1000")),
            .headers = {{"x-api-key", key.reveal()}, {"anthropic-version", anthropicVersion}}}};
    case ProviderType::Google:
        return {{.kind = ModelListKind::Google,
            .url = listUrl(base, QLatin1String("/models"), QLatin1String("pageSize=1000")),
            .headers = {{"x-goog-api-key", key.reveal()}}}};
    case ProviderType::Bedrock:
        return {{.kind = ModelListKind::FoundationModels,
                    .url = listUrl(base, QLatin1String("/foundation-models")),
                    .headers = bearer(key),
                    .isSigned = key.isEmpty()},
            {.kind = ModelListKind::InferenceProfiles,
                .url = listUrl(base, QLatin1String("/inference-profiles"), QLatin1String("maxResults=1000")),
                .headers = bearer(key),
                .isSigned = key.isEmpty()}};
    case ProviderType::Azure:
    case ProviderType::Demo:
        break;
    }
    return {};
}

QUrl pageUrl(const ModelQuery &query, const QByteArray &next)
{
    if (next.isEmpty()) {
        return query.url;
    }
    QUrl url(query.url);
    const QString rest = url.query(QUrl::FullyEncoded);
    const QString token
        = tokenName(query.kind) + QLatin1Char('=') + QString::fromLatin1(next.toPercentEncoding());
    url.setQuery(rest.isEmpty() ? token : rest + QLatin1Char('&') + token, QUrl::StrictMode);
    return url;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/telemetry/telemetryfacts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nexus {

namespace {

// Well-known names of vendors, by the end of their hosts.
constexpr std::array<std::pair<const char *, const char *>, 11> vendorsByHost {
    {{".openai.azure.com", "azure.ai.openai"}, {".ai.azure.com", "azure.ai.inference"},
        {".aiplatform.googleapis.com", "gcp.vertex_ai"}, {"-aiplatform.googleapis.com", "gcp.vertex_ai"},
        {".groq.com", "groq"}, {".deepseek.com", "deepseek"}, {".mistral.ai", "mistral_ai"},
        {".x.ai", "x_ai"}, {".perplexity.ai", "perplexity"}, {".cohere.com", "cohere"},
        {".cohere.ai", "cohere"}}};

QByteArray vendorOf(ProviderType type)
{
    switch (type) {
    case ProviderType::OpenAi:
        return "openai";
    case ProviderType::Anthropic:
        return "anthropic";
    case ProviderType::Google:
        return "gcp.gemini";
    case ProviderType::Bedrock:
        return "aws.bedrock";
    case ProviderType::Azure:
        return "azure.ai.openai";
    case ProviderType::Ollama:
    case ProviderType::Demo:
        break;
    }
    return providerTypeName(type).toUtf8();
}

ProviderFacts factsOf(const QUrl &url, const QByteArray &vendor)
{
    ProviderFacts facts {.vendor = vendor, .host = url.host(QUrl::FullyEncoded).toLatin1()};
    if (!facts.host.isEmpty()) {
        facts.port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    }
    for (const auto &[end, name] : vendorsByHost) {
        if (facts.host.endsWith(end)) {
            facts.vendor = name;
        }
    }
    return facts;
}

} // namespace

TelemetryFacts::TelemetryFacts(const GatewayConfig &config)
    : m_unknown {.vendor = "_OTHER", .host = {}}
    , m_routes {config.server.healthPath, config.llm.openAiPath + "/v1/models",
          config.llm.anthropicPath + "/v1/models"}
    , m_proxyPath(config.llm.anthropicProxyPath + "/v1/")
    , m_isTls(config.server.tls.has_value())
{
    for (const ProviderConfig &provider : config.llm.providers) {
        m_providers.insert(provider.name, factsOf(provider.baseUrl, vendorOf(provider.type)));
    }
    m_providers.insert(
        QLatin1String(LlmConfig::anthropicProxyName), factsOf(config.llm.anthropicProxyUrl, "anthropic"));
}

const ProviderFacts &TelemetryFacts::provider(const QString &name) const
{
    const auto found = m_providers.constFind(name);
    return found == m_providers.constEnd() ? m_unknown : *found;
}

QByteArray TelemetryFacts::route(const RequestRecord &record) const
{
    if (record.path.startsWith(m_proxyPath)) {
        return m_proxyPath + '*';
    }
    return record.operation || m_routes.contains(record.path) ? record.path : QByteArray();
}

QByteArray operationName(const RequestRecord &record)
{
    if (!record.operation) {
        return {};
    }
    switch (*record.operation) {
    case Operation::Chat:
        return "chat";
    case Operation::Completions:
        return "text_completion";
    case Operation::Embeddings:
        return "embeddings";
    case Operation::CountTokens:
        return "count_tokens";
    }
    return {};
}

QByteArray methodName(const QByteArray &method)
{
    constexpr std::array known {
        "GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT", "TRACE"};
    const bool isKnown = std::ranges::any_of(known, [&method](const char *name) { return method == name; });
    return isKnown ? method : "_OTHER";
}

// Never a provider's own words, which may be many.
QByteArray errorName(const Error &error)
{
    const Error kind {
        .kind = error.kind, .message = {}, .detail = {}, .upstreamStatus = error.upstreamStatus};
    const QByteArray code = errorCode(kind);
    return code.isEmpty() ? errorType(kind) : code;
}

QByteArray attemptErrorName(const AttemptRecord &attempt)
{
    if (attempt.error) {
        return errorName(*attempt.error);
    }
    return attempt.status >= 400 ? QByteArray::number(attempt.status) : QByteArray();
}

QByteArray requestErrorName(const RequestRecord &record)
{
    if (record.outcome == Outcome::ClientGone
        || (record.status > 0 && record.status < 500 && !record.error)) {
        return {};
    }
    if (record.error && (record.status >= 500 || record.outcome != Outcome::Refused)) {
        return errorName(*record.error);
    }
    return record.status >= 500 ? QByteArray::number(record.status) : QByteArray();
}

bool isFromProvider(const RequestRecord &record)
{
    return !record.attempts.empty() && record.cache != CacheUse::Hit && record.cache != CacheUse::Shared;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/providerconfig.h"

#include <algorithm>
#include <array>

namespace nexus {

QString providerTypeName(ProviderType type)
{
    switch (type) {
    case ProviderType::OpenAi:
        return QStringLiteral("openai");
    case ProviderType::Anthropic:
        return QStringLiteral("anthropic");
    case ProviderType::Google:
        return QStringLiteral("google");
    case ProviderType::Bedrock:
        return QStringLiteral("bedrock");
    case ProviderType::Ollama:
        return QStringLiteral("ollama");
    case ProviderType::Azure:
        return QStringLiteral("azure");
    case ProviderType::Demo:
        return QStringLiteral("demo");
    }
    return {};
}

std::optional<ProviderType> providerTypeFromName(QStringView name)
{
    constexpr std::array TYPES {ProviderType::OpenAi, ProviderType::Anthropic, ProviderType::Google,
        ProviderType::Bedrock, ProviderType::Ollama, ProviderType::Azure, ProviderType::Demo};
    const auto found
        = std::ranges::find_if(TYPES, [name](ProviderType type) { return name == providerTypeName(type); });
    return found == TYPES.end() ? std::nullopt : std::optional(*found);
}

ProviderDialect dialectOf(ProviderType type)
{
    switch (type) {
    case ProviderType::OpenAi:
    case ProviderType::Ollama:
    case ProviderType::Azure:
    case ProviderType::Demo:
        return ProviderDialect::OpenAi;
    case ProviderType::Anthropic:
        return ProviderDialect::Anthropic;
    case ProviderType::Google:
        return ProviderDialect::Gemini;
    case ProviderType::Bedrock:
        return ProviderDialect::Bedrock;
    }
    return ProviderDialect::OpenAi;
}

QUrl defaultBaseUrl(ProviderType type)
{
    switch (type) {
    case ProviderType::OpenAi:
        return QUrl(QStringLiteral("https://api.openai.com/v1"));
    case ProviderType::Anthropic:
        return QUrl(QStringLiteral("https://api.anthropic.com/v1"));
    case ProviderType::Google:
        return QUrl(QStringLiteral("https://generativelanguage.googleapis.com/v1beta"));
    case ProviderType::Ollama:
        return QUrl(QStringLiteral("http://127.0.0.1:11434/v1"));
    case ProviderType::Bedrock:
    case ProviderType::Azure:
    case ProviderType::Demo:
        return {};
    }
    return {};
}

bool ProviderConfig::lacksKey() const
{
    const bool isSigning = !bedrock.accessKeyId.isEmpty() && !bedrock.secretAccessKey.isEmpty();
    return !keyProblem.isEmpty() && apiKeys.empty() && !isSigning;
}

const ModelConfig *ProviderConfig::model(QByteArrayView publicName) const
{
    const auto found = std::ranges::find_if(
        models, [publicName](const ModelConfig &model) { return publicName == model.name; });
    return found == models.end() ? nullptr : &*found;
}

} // namespace nexus

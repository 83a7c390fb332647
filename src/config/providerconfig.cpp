// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/providerconfig.h"

#include <algorithm>

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

const ModelConfig *ProviderConfig::model(QByteArrayView publicName) const
{
    const auto found = std::ranges::find_if(
        models, [publicName](const ModelConfig &model) { return publicName == model.name; });
    return found == models.end() ? nullptr : &*found;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/pricevendor.h"

#include <algorithm>
#include <array>

namespace nexus {

namespace {

struct VendorHost {
    QLatin1String host; //!< with a dot in front: every name that ends so
    const char *vendor;
};

constexpr std::array VENDOR_HOSTS {
    VendorHost {QLatin1String("api.openai.com"), "openai"},
    VendorHost {QLatin1String(".openai.azure.com"), "openai"},
    VendorHost {QLatin1String(".cognitiveservices.azure.com"), "openai"},
    VendorHost {QLatin1String(".services.ai.azure.com"), "openai"},
    VendorHost {QLatin1String("api.anthropic.com"), "anthropic"},
    VendorHost {QLatin1String("generativelanguage.googleapis.com"), "google"},
    VendorHost {QLatin1String("aiplatform.googleapis.com"), "google"},
    VendorHost {QLatin1String("-aiplatform.googleapis.com"), "google"},
    VendorHost {QLatin1String(".amazonaws.com"), "bedrock"},
    VendorHost {QLatin1String("api.mistral.ai"), "mistral"},
    VendorHost {QLatin1String("codestral.mistral.ai"), "mistral"},
    VendorHost {QLatin1String("api.deepseek.com"), "deepseek"},
    VendorHost {QLatin1String("api.groq.com"), "groq"},
    VendorHost {QLatin1String("api.x.ai"), "xai"},
    VendorHost {QLatin1String(".api.x.ai"), "xai"},
    VendorHost {QLatin1String("api.cohere.com"), "cohere"},
    VendorHost {QLatin1String("api.cohere.ai"), "cohere"},
    VendorHost {QLatin1String("openrouter.ai"), "openrouter"},
    VendorHost {QLatin1String("api.together.xyz"), "together_ai"},
    VendorHost {QLatin1String("api.together.ai"), "together_ai"},
    VendorHost {QLatin1String("api.fireworks.ai"), "fireworks_ai"},
    VendorHost {QLatin1String("api.perplexity.ai"), "perplexity"},
    VendorHost {QLatin1String("api.cerebras.ai"), "cerebras"},
    VendorHost {QLatin1String("api.deepinfra.com"), "deepinfra"},
    VendorHost {QLatin1String("api.sambanova.ai"), "sambanova"},
    VendorHost {QLatin1String("api.moonshot.ai"), "moonshot"},
    VendorHost {QLatin1String("api.novita.ai"), "novita"},
};

bool isAt(const QString &host, const VendorHost &entry)
{
    const bool isSuffix = entry.host.startsWith(QLatin1Char('.')) || entry.host.startsWith(QLatin1Char('-'));
    return isSuffix ? host.endsWith(entry.host) : host == entry.host;
}

} // namespace

QByteArray priceVendor(ProviderType type, const QUrl &baseUrl)
{
    if (type == ProviderType::Ollama || type == ProviderType::Demo) {
        return {};
    }
    if (type == ProviderType::Bedrock && baseUrl.isEmpty()) {
        return QByteArrayLiteral("bedrock");
    }
    const QString host = baseUrl.host().toLower();
    const auto found
        = std::ranges::find_if(VENDOR_HOSTS, [&host](const VendorHost &entry) { return isAt(host, entry); });
    return found == VENDOR_HOSTS.end() ? QByteArray() : QByteArray(found->vendor);
}

} // namespace nexus

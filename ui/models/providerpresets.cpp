// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/providerpresets.h"

#include <QCoreApplication>

#include <algorithm>

namespace nexus {

namespace {

using Key = ProviderPreset::Key;

QString say(const char *text)
{
    return QCoreApplication::translate("nexus::ProviderPresets", text);
}

// A service in the net that speaks OpenAI's protocol and wants a key.
struct Hosted {
    const char *id;
    const char *title;
    const char *baseUrl;
    const char *variable;
    const char *keyPage;
    const char *model;
};

constexpr Hosted HOSTED[] = {
    {"openrouter", "OpenRouter", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY",
        "https://openrouter.ai/settings/keys", "openrouter/auto"},
    {"groq", "Groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY", "https://console.groq.com/keys",
        "llama-3.1-8b"},
    {"mistral", "Mistral", "https://api.mistral.ai/v1", "MISTRAL_API_KEY",
        "https://console.mistral.ai/api-keys", "mistral-small-latest"},
    {"deepseek", "DeepSeek", "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY",
        "https://platform.deepseek.com/api_keys", "deepseek-chat"},
    {"xai", "xAI", "https://api.x.ai/v1", "XAI_API_KEY", "https://console.x.ai", "grok-3-mini"},
    {"together", "Together", "https://api.together.xyz/v1", "TOGETHER_API_KEY",
        "https://api.together.ai/settings/api-keys", "meta-llama/"},
    {"fireworks", "Fireworks", "https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY",
        "https://app.fireworks.ai/settings/users/api-keys", "accounts/fireworks/models/llama"},
    {"cerebras", "Cerebras", "https://api.cerebras.ai/v1", "CEREBRAS_API_KEY", "https://cloud.cerebras.ai",
        "llama"},
};

struct Local {
    const char *id;
    const char *title;
    ProviderType type;
    const char *baseUrl;
};

constexpr Local LOCAL[] = {
    {"ollama", "Ollama", ProviderType::Ollama, "http://127.0.0.1:11434"},
    {"lmstudio", "LM Studio", ProviderType::OpenAi, "http://127.0.0.1:1234/v1"},
    {"vllm", "vLLM", ProviderType::OpenAi, "http://127.0.0.1:8001/v1"},
    {"llamacpp", "llama.cpp", ProviderType::OpenAi, "http://127.0.0.1:8080/v1"},
};

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

void addOwnTypes(std::vector<ProviderPreset> &out)
{
    out.push_back({.id = latin("openai"),
        .title = latin("OpenAI"),
        .type = ProviderType::OpenAi,
        .keyVariable = latin("OPENAI_API_KEY"),
        .keyPage = latin("https://platform.openai.com/api-keys"),
        .models = {latin("gpt-5-mini"), latin("gpt-4.1-mini"), latin("gpt-4o-mini"), latin("gpt-")}});
    out.push_back({.id = latin("anthropic"),
        .title = latin("Anthropic"),
        .type = ProviderType::Anthropic,
        .keyVariable = latin("ANTHROPIC_API_KEY"),
        .keyPage = latin("https://console.anthropic.com/settings/keys"),
        .models
        = {latin("claude-haiku"), latin("claude-3-5-haiku"), latin("claude-sonnet"), latin("claude-")}});
    out.push_back({.id = latin("google"),
        .title = latin("Google"),
        .type = ProviderType::Google,
        .keyVariable = latin("GEMINI_API_KEY"),
        .keyPage = latin("https://aistudio.google.com/apikey"),
        .models = {latin("gemini-2.5-flash"), latin("gemini-2.0-flash"), latin("gemini-")}});
    out.push_back({.id = latin("bedrock"),
        .title = latin("AWS Bedrock"),
        .type = ProviderType::Bedrock,
        .key = Key::Optional,
        .keyVariable = latin("AWS_BEARER_TOKEN_BEDROCK"),
        .models = {latin("amazon.nova"), latin("anthropic.claude")}});
    out.push_back({.id = latin("azure"),
        .title = latin("Azure"),
        .type = ProviderType::Azure,
        .keyVariable = latin("AZURE_OPENAI_API_KEY"),
        .isAddressNeeded = true,
        .isListless = true});
}

} // namespace

std::vector<ProviderPreset> providerPresets()
{
    std::vector<ProviderPreset> out;
    addOwnTypes(out);
    for (const Hosted &one : HOSTED) {
        out.push_back({.id = latin(one.id),
            .title = latin(one.title),
            .baseUrl = latin(one.baseUrl),
            .keyVariable = latin(one.variable),
            .keyPage = latin(one.keyPage),
            .models = {latin(one.model)}});
    }
    for (const Local &one : LOCAL) {
        out.push_back({.id = latin(one.id),
            .title = latin(one.title),
            .type = one.type,
            .baseUrl = latin(one.baseUrl),
            .key = one.type == ProviderType::Ollama ? Key::None : Key::Optional,
            .isLocal = true});
    }
    out.push_back({.id = latin("custom"),
        .title = say(QT_TRANSLATE_NOOP("nexus::ProviderPresets", "Custom")),
        .key = Key::Optional,
        .isAddressNeeded = true,
        .isListless = true});
    return out;
}

ProviderPreset presetOf(const ProviderConfig &provider)
{
    const std::vector<ProviderPreset> presets = providerPresets();
    const auto fits = [&provider](const ProviderPreset &preset) {
        if (preset.type != provider.type || preset.id == QLatin1String("custom")) {
            return false;
        }
        if (provider.type != ProviderType::OpenAi) {
            return true;
        }
        const QUrl url = preset.baseUrl.isEmpty() ? defaultBaseUrl(preset.type) : QUrl(preset.baseUrl);
        return url.host() == provider.baseUrl.host() && url.port() == provider.baseUrl.port();
    };
    const auto found = std::ranges::find_if(presets, fits);
    return found == presets.end() ? presets.back() : *found;
}

QString presetNote(const ProviderPreset &preset)
{
    if (preset.id == QLatin1String("vllm")) {
        return say(QT_TRANSLATE_NOOP("nexus::ProviderPresets",
            "vLLM listens on port 8000 unless told otherwise, as Nexus does. Start it with --port 8001, or "
            "give "
            "the port it has."));
    }
    if (preset.id == QLatin1String("lmstudio")) {
        return say(QT_TRANSLATE_NOOP("nexus::ProviderPresets",
            "Start the server in LM Studio's Developer tab first. It needs no key."));
    }
    if (preset.id == QLatin1String("ollama")) {
        return say(QT_TRANSLATE_NOOP("nexus::ProviderPresets", "Ollama needs no key."));
    }
    if (preset.id == QLatin1String("llamacpp")) {
        return say(QT_TRANSLATE_NOOP("nexus::ProviderPresets",
            "Start llama-server first. It needs a key only when it was given one."));
    }
    if (preset.type == ProviderType::Bedrock) {
        return say(QT_TRANSLATE_NOOP("nexus::ProviderPresets",
            "Requests are signed with what you choose below. Without a region that of the environment or of "
            "the profile holds."));
    }
    if (preset.type == ProviderType::Azure) {
        return say(QT_TRANSLATE_NOOP("nexus::ProviderPresets",
            "The endpoint and the key stand in the Azure portal under Keys and Endpoint. Models are called "
            "by "
            "the names of your deployments."));
    }
    if (preset.id == QLatin1String("custom")) {
        return say(QT_TRANSLATE_NOOP("nexus::ProviderPresets",
            "Any server that speaks OpenAI's protocol. The address usually ends in /v1."));
    }
    return {};
}

QString providerTypeTitle(ProviderType type)
{
    switch (type) {
    case ProviderType::OpenAi:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderPresets", "OpenAI compatible"));
    case ProviderType::Anthropic:
        return QStringLiteral("Anthropic");
    case ProviderType::Google:
        return QStringLiteral("Google Gemini");
    case ProviderType::Bedrock:
        return QStringLiteral("AWS Bedrock");
    case ProviderType::Ollama:
        return QStringLiteral("Ollama");
    case ProviderType::Azure:
        return QStringLiteral("Azure OpenAI");
    case ProviderType::Demo:
        return say(QT_TRANSLATE_NOOP("nexus::ProviderPresets", "Built-in demo"));
    }
    return {};
}

} // namespace nexus

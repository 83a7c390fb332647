// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/zeroconfig.h"

#include "config/providerreader.h"
#include "config/textforms.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace nexus {

namespace {

constexpr int OLLAMA_PORT = 11434;

// Collects providers in the order in which they are offered.
class Collector final {
public:
    Collector(const Environment &environment, const StoredKeys &keys, GatewayConfig &config)
        : m_environment(environment)
        , m_keys(keys)
        , m_config(config)
    { }

    [[nodiscard]] QString text(const char *variable) const
    {
        return m_environment.text(QLatin1String(variable));
    }

    void warn(const QString &sentence) { m_config.warnings.append(sentence); }

    void add(ProviderConfig provider) { m_config.llm.providers.push_back(std::move(provider)); }

    // True when the variable holds something that can be sent as a key.
    bool readKey(const char *variable, Secret &out)
    {
        const QString raw = text(variable);
        Result<Secret> key = toHeaderValue(raw);
        if (!key) {
            warn(QStringLiteral("%1 %2, so it is not used.")
                     .arg(QLatin1String(variable), key.error().message));
            return false;
        }
        out = std::move(*key);
        return !out.isEmpty();
    }

    // True when the keychain has a key of that name that can be sent.
    bool readStored(const char *name, Secret &out)
    {
        const Result<Secret> stored = m_keys.find(QLatin1String(name));
        if (!stored) {
            return false;
        }
        Result<Secret> key = toHeaderValue(QString::fromUtf8(stored->reveal()));
        if (!key) {
            warn(QStringLiteral("The key '%1' of the keychain %2, so it is not used.")
                     .arg(QLatin1String(name), key.error().message));
            return false;
        }
        out = std::move(*key);
        return !out.isEmpty();
    }

private:
    const Environment &m_environment;
    const StoredKeys &m_keys;
    GatewayConfig &m_config;
};

ProviderConfig makeProvider(ProviderType type)
{
    ProviderConfig provider;
    provider.name = providerTypeName(type);
    provider.type = type;
    provider.baseUrl = defaultBaseUrl(type);
    return provider;
}

void addOpenAi(Collector &collector)
{
    ProviderConfig provider = makeProvider(ProviderType::OpenAi);
    Secret &key = provider.apiKeys.emplace_back();
    if (!collector.readKey("OPENAI_API_KEY", key) && !collector.readStored("openai", key)) {
        return;
    }
    const QString base = collector.text("OPENAI_BASE_URL");
    if (!base.isEmpty()) {
        const Result<QUrl> url = toBaseUrl(base);
        if (!url) {
            // The key must not go anywhere the user did not mean.
            collector.warn(QStringLiteral("OPENAI_BASE_URL %1, so no openai provider is set up.")
                               .arg(url.error().message));
            return;
        }
        provider.baseUrl = *url;
    }
    collector.add(std::move(provider));
}

void addByKey(Collector &collector, ProviderType type, std::initializer_list<const char *> variables,
    std::initializer_list<const char *> names)
{
    ProviderConfig provider = makeProvider(type);
    Secret &key = provider.apiKeys.emplace_back();
    const bool hasKey
        = std::ranges::any_of(variables, [&](const char *name) { return collector.readKey(name, key); })
        || std::ranges::any_of(names, [&](const char *name) { return collector.readStored(name, key); });
    if (hasKey) {
        collector.add(std::move(provider));
    }
}

bool isFile(const QString &path)
{
    return !path.isEmpty() && QFileInfo(path).isFile();
}

// Whether there is a trace of AWS credentials; where they are in the end is found out when they are needed.
bool hasAwsTrace(const Collector &collector)
{
    constexpr std::array SIGNS {"AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_BEARER_TOKEN_BEDROCK",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "AWS_WEB_IDENTITY_TOKEN_FILE"};
    if (std::ranges::any_of(SIGNS, [&](const char *name) { return !collector.text(name).isEmpty(); })) {
        return true;
    }
    const QString home = collector.text("HOME");
    return isFile(collector.text("AWS_SHARED_CREDENTIALS_FILE")) || isFile(collector.text("AWS_CONFIG_FILE"))
        || (!home.isEmpty()
            && (isFile(home + QStringLiteral("/.aws/credentials"))
                || isFile(home + QStringLiteral("/.aws/config"))));
}

// Everything else about it stands in the environment too, and is read when the first request comes.
void addBedrock(Collector &collector)
{
    if (hasAwsTrace(collector)) {
        collector.add(makeProvider(ProviderType::Bedrock));
    } else {
        addByKey(collector, ProviderType::Bedrock, {}, {"bedrock"});
    }
}

void addOllama(Collector &collector)
{
    const QString host = collector.text("OLLAMA_HOST");
    if (host.isEmpty()) {
        return;
    }
    const std::optional<QUrl> url = ollamaBaseUrl(host);
    if (!url) {
        collector.warn(QStringLiteral("OLLAMA_HOST is not an address, so no ollama provider is set up."));
        return;
    }
    ProviderConfig provider = makeProvider(ProviderType::Ollama);
    provider.baseUrl = *url;
    collector.add(std::move(provider));
}

// Somebody whose keys are behind a lock would wonder where the providers are.
void warnOfKeyring(Collector &collector, const StoredKeys &keys)
{
    for (const QString &name : zeroConfigKeyNames()) {
        const Result<Secret> key = keys.find(name);
        const QByteArray code = key ? QByteArray() : key.error().code;
        if (code == keychain::keyringLocked || code == keychain::keyringSilent) {
            collector.warn(key.error().message);
            return;
        }
    }
}

} // namespace

std::optional<QUrl> ollamaBaseUrl(const QString &host)
{
    const QString trimmed = host.trimmed();
    const bool hasScheme = trimmed.contains(QLatin1String("://"));
    QString text = trimmed;
    if (!hasScheme) {
        text = QLatin1String("http://")
            + (trimmed.startsWith(u':') ? QLatin1String("127.0.0.1") : QLatin1String()) + trimmed;
    }
    const Result<QUrl> parsed = toBaseUrl(text);
    if (!parsed) {
        return std::nullopt;
    }
    QUrl url = *parsed;
    // With a scheme its own port is meant, as Ollama's client reads it.
    if (!hasScheme && url.port() < 0) {
        url.setPort(OLLAMA_PORT);
    }
    const QHostAddress address(url.host());
    if (address == QHostAddress::AnyIPv4) {
        url.setHost(QStringLiteral("127.0.0.1"));
    } else if (address == QHostAddress::AnyIPv6) {
        url.setHost(QStringLiteral("::1"));
    }
    url.setPath(url.path() + QLatin1String("/v1"));
    return url;
}

QStringList zeroConfigKeyNames()
{
    return {QStringLiteral("openai"), QStringLiteral("anthropic"), QStringLiteral("google"),
        QStringLiteral("gemini"), QStringLiteral("bedrock")};
}

GatewayConfig zeroConfig(const Environment &environment, const StoredKeys &keys)
{
    GatewayConfig config;
    Collector collector(environment, keys, config);
    addOpenAi(collector);
    addByKey(collector, ProviderType::Anthropic, {"ANTHROPIC_API_KEY"}, {"anthropic"});
    addByKey(collector, ProviderType::Google, {"GEMINI_API_KEY", "GOOGLE_API_KEY"}, {"google", "gemini"});
    addBedrock(collector);
    addOllama(collector);
    if (config.llm.providers.empty()) {
        warnOfKeyring(collector, keys);
    }
    addBuiltInDemo(config.llm);
    return config;
}

} // namespace nexus

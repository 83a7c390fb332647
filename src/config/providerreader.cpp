// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/providerreader.h"

#include "config/providerkeys.h"
#include "config/textforms.h"

#include <cmath>

namespace nexus {

namespace {

constexpr auto DEFAULT_API_VERSION = "2024-10-21";
constexpr double MAX_PRICE = 1'000'000;

bool isOf(ProviderType type, std::initializer_list<ProviderType> types)
{
    return std::ranges::find(types, type) != types.end();
}

void refuseForType(TableReader &table, std::initializer_list<const char *> keys, ProviderType type)
{
    for (const char *key : keys) {
        if (table.has(key)) {
            table.refuse(
                key, QStringLiteral("does not apply to a provider of type %1").arg(providerTypeName(type)));
        }
    }
}

// Keys of other types are refused: they would be a setting that looks effective and is not.
void refuseForeignKeys(TableReader &table, ProviderType type)
{
    if (type != ProviderType::Azure) {
        refuseForType(table, {"api_version"}, type);
    }
    if (type != ProviderType::Bedrock) {
        refuseForType(
            table, {"region", "access_key_id", "secret_access_key", "session_token", "profile"}, type);
    }
    if (isOf(type, {ProviderType::Bedrock, ProviderType::Demo})) {
        refuseForType(table, {"forward_token", "headers"}, type);
    }
    if (type == ProviderType::Demo) {
        refuseForType(table, {"base_url", "api_key", "api_keys", "tls"}, type);
    }
}

void readBaseUrl(TableReader &table, ProviderConfig &out)
{
    out.baseUrl = defaultBaseUrl(out.type);
    if (out.type == ProviderType::Azure) {
        table.require("base_url");
    }
    const bool isOwn = table.readAs("base_url", out.baseUrl, toBaseUrl);
    if (isOwn && out.type == ProviderType::Ollama && out.baseUrl.path().isEmpty()) {
        out.baseUrl.setPath(QStringLiteral("/v1"));
    }
}

void readTls(TableReader &provider, std::optional<UpstreamTls> &out)
{
    provider.readTable("tls", [&out](TableReader &table) {
        UpstreamTls files;
        table.readAs("ca_certificate", files.caCertificate, toWord);
        table.readAs("certificate", files.certificate, toWord);
        table.readAs("key", files.key, toWord);
        if (table.has("certificate") || table.has("key")) {
            table.require("certificate");
            table.require("key");
        }
        if (files != UpstreamTls()) {
            out = std::move(files);
        }
    });
}

// A bedrock provider without a base_url is found at an https address.
void checkTls(TableReader &table, const ProviderConfig &provider)
{
    if (table.has("tls") && !provider.baseUrl.isEmpty()
        && provider.baseUrl.scheme() != QLatin1String("https")) {
        table.refuse("tls", QStringLiteral("needs a base_url that starts with https://"));
    }
}

void readBedrock(TableReader &table, BedrockAccess &out)
{
    table.readAs("region", out.region, toWord);
    table.readAs("profile", out.profile, toWord);
}

// A region that does not stand here may stand in the environment or in the profile.
void checkBedrock(TableReader &table)
{
    if (table.has("access_key_id") || table.has("secret_access_key")) {
        table.require("access_key_id");
        table.require("secret_access_key");
    }
}

void readPriceOf(TableReader &table, const char *key, std::optional<qint64> &out)
{
    double dollars = 0;
    if (table.readNumber(key, dollars, 0, MAX_PRICE)) {
        out = std::llround(dollars * 1e6);
    }
}

ModelConfig readModel(ReadContext &context, const TomlMember &member, const QString &path, ProviderType type,
    std::vector<LimitUse> &uses)
{
    ModelConfig model;
    model.name = member.key.toUtf8();
    const bool hasControl
        = std::ranges::any_of(member.key, [](QChar c) { return c < u' ' || c == QChar(0x7f); });
    if (member.key.trimmed().isEmpty() || hasControl) {
        context.report(member.at, QStringLiteral("a model needs a name without control characters"));
    }
    readTableAt(context, member, path, [&](TableReader &table) {
        QString rename;
        if (table.readAs("rename", rename, toWord)) {
            model.rename = rename.toUtf8();
        }
        readPerUserLimits(table, model.perUser, uses);
        readHeaderRules(table, model.headers);
        if (type == ProviderType::Bedrock) {
            refuseForType(table, {"headers"}, type);
        }
        table.readTable("price", [&model](TableReader &price) {
            ModelPrice &out = model.price.emplace();
            readPriceOf(price, "input", out.input);
            readPriceOf(price, "output", out.output);
            readPriceOf(price, "cache_read", out.cacheRead);
            readPriceOf(price, "cache_write", out.cacheWrite);
        });
    });
    return model;
}

// The name is the first part of provider/model and a header value.
void checkName(ReadContext &context, const TomlMember &member)
{
    const bool isPlain
        = std::ranges::none_of(member.key, [](QChar c) { return c == u'/' || c <= u' ' || c > u'~'; });
    if (member.key.isEmpty()) {
        context.report(member.at, QStringLiteral("a provider needs a name"));
    } else if (!isPlain) {
        context.report(member.at,
            QStringLiteral(
                "the provider name %1 may hold ASCII letters, digits and signs, but no '/' and no spaces")
                .arg(quoted(member.key)));
    }
}

void readTable(TableReader &table, ProviderConfig &out, std::vector<LimitUse> &uses)
{
    using Type = ProviderType;
    table.require("type");
    const bool hasType = table.readChoice("type", out.type,
        {{"openai", Type::OpenAi}, {"anthropic", Type::Anthropic}, {"google", Type::Google},
            {"bedrock", Type::Bedrock}, {"ollama", Type::Ollama}, {"azure", Type::Azure},
            {"demo", Type::Demo}});
    readProviderKeys(table, out);
    readBedrock(table, out.bedrock);
    table.read("forward_token", out.isTokenForwarded);
    table.readAs("api_version", out.apiVersion, toToken);
    table.readAs("model_filter", out.modelFilter, toPattern);
    readTimeouts(table, out.timeouts);
    readRetries(table, out.retries);
    readPerUserLimits(table, out.perUser, uses);
    readHeaderRules(table, out.headers);
    table.readNamed("models", [&](const TomlMember &model, const QString &path) {
        out.models.push_back(readModel(table.context(), model, path, out.type, uses));
    });
    readBaseUrl(table, out);
    readTls(table, out.tls);
    if (!hasType) {
        return;
    }
    refuseForeignKeys(table, out.type);
    checkTls(table, out);
    if (out.type == Type::Azure) {
        out.apiVersion = out.apiVersion.isEmpty() ? QByteArray(DEFAULT_API_VERSION) : out.apiVersion;
    } else if (out.type == Type::Bedrock) {
        checkBedrock(table);
    } else if (out.type == Type::Demo && out.models.empty()) {
        out.models = builtInDemo().models;
    }
}

} // namespace

ProviderConfig readProvider(ReadContext &context, const TomlMember &member, const QString &path,
    const LlmConfig &defaults, std::vector<LimitUse> &uses)
{
    ProviderConfig provider;
    provider.name = member.key;
    provider.timeouts = defaults.timeouts;
    provider.retries = defaults.retries;
    checkName(context, member);
    readTableAt(context, member, path, [&](TableReader &table) { readTable(table, provider, uses); });
    return provider;
}

ProviderConfig builtInDemo()
{
    ProviderConfig demo;
    demo.name = QStringLiteral("demo");
    demo.type = ProviderType::Demo;
    demo.models.push_back({.name = "echo", .rename = {}, .perUser = {}, .headers = {}, .price = {}});
    return demo;
}

void addBuiltInDemo(LlmConfig &llm)
{
    ProviderConfig demo = builtInDemo();
    if (std::ranges::find(llm.providers, demo.name, &ProviderConfig::name) != llm.providers.end()) {
        return;
    }
    demo.timeouts = llm.timeouts;
    demo.retries = llm.retries;
    demo.isListed = llm.providers.empty();
    llm.providers.push_back(std::move(demo));
}

} // namespace nexus

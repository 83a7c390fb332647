// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"
#include "config/tomldocument.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

Environment environment()
{
    return Environment({{QStringLiteral("WORK_KEY"), QStringLiteral("work-key")},
        {QStringLiteral("TEAM"), QStringLiteral("red")},
        {QStringLiteral("REDIS_PASSWORD"), QStringLiteral("hush")},
        {QStringLiteral("OPENAI_API_KEY"), QStringLiteral("openai-key")}});
}

GatewayConfig parsed(QByteArrayView text)
{
    Result<GatewayConfig> config = parseConfig(text, QStringLiteral("nexus.toml"), environment());
    if (!config) {
        qFatal("%s", qPrintable(config.error().message));
    }
    return std::move(*config);
}

QStringList names(const std::vector<ProviderConfig> &providers)
{
    QStringList out;
    for (const ProviderConfig &provider : providers) {
        out.append(provider.name);
    }
    return out;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(path));
    }
    return file.readAll();
}

// Whether \a page names \a key as code or as part of a dotted name.
bool mentions(const QString &page, const QString &key)
{
    for (const QChar before : QStringView(u"`.[")) {
        for (const QChar after : QStringView(u"`.] ")) {
            if (page.contains(before + key + after)) {
                return true;
            }
        }
    }
    return false;
}

// The keys of a table and of all inside it, except names that the user chooses.
void collectKeys(const TomlValue &value, const QString &parent, QStringList &out)
{
    const QStringList parentsOfNames {QStringLiteral("providers"), QStringLiteral("models"),
        QStringLiteral("groups"), QStringLiteral("aliases"), QStringLiteral("budgets"),
        QStringLiteral("resource_attributes"), QStringLiteral("mcp")};
    const bool isHeaderTable = parent == QLatin1String("headers") && value.kind == TomlValue::Kind::Table;
    for (const TomlMember &member : value.members) {
        if (!parentsOfNames.contains(parent) && !isHeaderTable) {
            out.append(member.key);
        }
        if (member.key != QLatin1String("mcp")) {
            collectKeys(member.value, member.key, out);
        }
    }
    for (const TomlValue &item : value.items) {
        collectKeys(item, {}, out);
    }
}

} // namespace

class TestConfigReader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<GatewayConfig> config = readConfig(
            QStringLiteral(NEXUS_SOURCE_DIR "/tests/config/data/everything.toml"), environment());
        QVERIFY2(config.has_value(), config ? "" : qPrintable(config.error().message));
        m_all = *config;
    }

    void server()
    {
        const ServerConfig &server = m_all.server;
        QCOMPARE(server.address, QHostAddress(QStringLiteral("127.0.0.1")));
        QCOMPARE(server.port, 9100);
        QCOMPARE(server.workers, 3);
        QCOMPARE(server.maxBodySize, 8 * 1024 * 1024);
        QCOMPARE(server.maxConnections, 77);
        QCOMPARE(server.shutdownGrace, 3s);
        QCOMPARE(server.allowedHosts->last(), QStringLiteral("gateway.example.com"));
        QCOMPARE(server.tls->key, QStringLiteral("/etc/nexus/key.pem"));
        QVERIFY(!server.isHealthEnabled);
        QCOMPARE(server.healthPath, QByteArray("/alive"));
        QCOMPARE(server.healthListen, (ListenAddress {QHostAddress(QHostAddress::LocalHostIPv6), 9101}));
    }

    void access()
    {
        const ServerConfig &server = m_all.server;
        QCOMPARE(server.csrf, (CsrfConfig {true, "X-My-Check"}));
        QCOMPARE(server.cors->allowOrigins->entries.size(), 2);
        QCOMPARE(server.cors->maxAge, 600s);
        QVERIFY(server.cors->isCredentialsAllowed && server.cors->isPrivateNetworkAllowed);
        QCOMPARE(server.oauth->pollInterval, 5min);
        QCOMPARE(server.oauth->authorizationServers.size(), 1);
        QCOMPARE(server.clientIdentification.clientId.httpHeader, QByteArray("X-Client-Id"));
        QVERIFY(server.clientIdentification.clientId.jwtClaim.isEmpty());
        QCOMPARE(server.clientIdentification.groupId->jwtClaim, QStringLiteral("plan.tier"));
        QCOMPARE(server.clientIp, (ClientIpConfig {true, 1}));
    }

    void rateLimits()
    {
        const RateLimits &limits = m_all.server.rateLimits;
        QVERIFY(limits.isEnabled);
        QCOMPARE(limits.global, (RequestLimit {1000, 60s}));
        QCOMPARE(limits.perIp, (RequestLimit {10, 1s}));
        QCOMPARE(limits.redis->url.reveal(), QByteArray("rediss://:hush@cache.example.com:6380/2"));
        QCOMPARE(limits.redis->pool, (RedisPool {20, 2, 1s, 2s, 3s}));
        QCOMPARE(limits.redis->tls->clientKeyPath, QStringLiteral("/etc/client.key"));
        QVERIFY(limits.redis->isFailClosed);
    }

    void aLostStoreMayCloseTheGateway()
    {
        const auto isClosed = [](const QByteArray &word) {
            return parsed(
                "[server.rate_limits]\nenabled = true\n[server.rate_limits.storage]\ntype = 'redis'\n"
                "url = 'redis://cache'\non_failure = '"
                + word + "'\n")
                .server.rateLimits.redis->isFailClosed;
        };
        QVERIFY(isClosed("fail_closed"));
        QVERIFY(!isClosed("fail_open"));
    }

    void llm()
    {
        const LlmConfig &llm = m_all.llm;
        QCOMPARE(llm.openAiPath, QByteArray("/ai"));
        QCOMPARE(llm.anthropicPath, QByteArray("/claude"));
        QVERIFY(!llm.isAnthropicEnabled && llm.isAnthropicProxyEnabled);
        QCOMPARE(llm.anthropicProxyPath, QByteArray("/proxy"));
        QCOMPARE(llm.keepalive, 20s);
        QCOMPARE(llm.cache, (CacheConfig {true, 10min, 99, 1024 * 1024}));
        QCOMPARE(llm.circuitBreaker, (CircuitBreakerConfig {2, 10s, 20s}));
        QCOMPARE(names(llm.providers),
            (QStringList {QStringLiteral("work"), QStringLiteral("claude"), QStringLiteral("azure"),
                QStringLiteral("aws"), QStringLiteral("gemini"), QStringLiteral("local"),
                QStringLiteral("demo")}));
        QVERIFY(!llm.providers.back().isListed);
    }

    void providers()
    {
        const ProviderConfig &work = *m_all.provider(QStringLiteral("work"));
        QCOMPARE(work.baseUrl, QUrl(QStringLiteral("https://llm.example.com/v1")));
        QCOMPARE(work.apiKeys.front().reveal(), QByteArray("work-key"));
        QCOMPARE(work.timeouts, (Timeouts {5s, 0s, 3s, 10min}));
        QCOMPARE(work.retries, (Retries {1, 100ms, 1s}));
        QCOMPARE(work.perUser->everyone, (TokenLimit {1000, 1min}));
        QCOMPARE(work.perUser->groups.front().limit.inputTokens, 5000U);
        QCOMPARE(work.headers.size(), 5U);
        QCOMPARE(work.headers.at(2).value.reveal(), QByteArray("red"));
        QCOMPARE(work.headers.at(4).kind, HeaderRule::Kind::RenameDuplicate);
        const ProviderConfig &claude = *m_all.provider(QStringLiteral("claude"));
        QCOMPARE(claude.apiKeys.size(), 2U);
        QCOMPARE(claude.apiKeys.back().reveal(), QByteArray("work-key-2"));
        QCOMPARE(claude.baseUrl, QUrl(QStringLiteral("https://api.anthropic.com/v1")));
        QCOMPARE(m_all.provider(QStringLiteral("azure"))->apiVersion, QByteArray("2025-01-01"));
        QCOMPARE(m_all.provider(QStringLiteral("aws"))->bedrock.profile, QStringLiteral("work"));
        QCOMPARE(m_all.provider(QStringLiteral("local"))->baseUrl,
            QUrl(QStringLiteral("http://192.168.1.5:11434/v1")));
    }

    void models()
    {
        const ProviderConfig &work = *m_all.provider(QStringLiteral("work"));
        QCOMPARE(work.models.front().name, QByteArray("zeta"));
        QCOMPARE(work.models.back().name, QByteArray("alpha 1.0"));
        QCOMPARE(work.models.front().rename, QByteArray("gpt-4o-2024-11-20"));
        QCOMPARE(work.models.front().price, (ModelPrice {2'500'000, 10'000'000, 1'250'000, 0}));
        QCOMPARE(work.models.front().perUser->everyone->inputTokens, 7U);
    }

    void aliases()
    {
        QCOMPARE(m_all.llm.aliases.front().targets, QStringList {QStringLiteral("local/llama3.2")});
        const AliasConfig &smart = m_all.llm.aliases.back();
        QCOMPARE(smart.strategy, AliasConfig::Strategy::Weighted);
        QCOMPARE(smart.weights, (std::vector<int> {3, 1}));
        QCOMPARE(smart.temperature, 0.5);
        QCOMPARE(smart.system, QStringLiteral("Be brief."));
    }

    void ledgerAndTelemetry()
    {
        QCOMPARE(m_all.ledger,
            (LedgerConfig {30 * 24h, LedgerConfig::Bodies::Errors, 65536, 1LL << 30, false,
                QStringLiteral("prices.json")}));
        QCOMPARE(m_all.budgets.front().limitMicroUsd, 12'500'000);
        QCOMPARE(m_all.budgets.front().action, BudgetConfig::Action::Block);
        const TelemetryConfig &telemetry = m_all.telemetry;
        QCOMPARE(telemetry.resourceAttributes.front().name, QStringLiteral("stage"));
        QCOMPARE(telemetry.otlp->httpHeaders.front().value.reveal(), QByteArray("Bearer work-key"));
        QCOMPARE(telemetry.logsOtlp->grpcTls->authority, QStringLiteral("/ca.pem"));
        QCOMPARE(telemetry.tracing.sampling, 0.5);
        QCOMPARE(telemetry.tracing.limits.maxAttributesPerLink, 5);
        QVERIFY(telemetry.tracing.otlp->isEnabled);
    }

    void anEmptyFileHasTheDefaults()
    {
        GatewayConfig expected;
        expected.path = QStringLiteral("nexus.toml");
        const GatewayConfig config = parsed("");
        QCOMPARE(names(config.llm.providers), QStringList {QStringLiteral("demo")});
        QVERIFY(config.llm.providers.front().isListed);
        expected.llm.providers = config.llm.providers;
        QVERIFY(config == expected);
    }

    void timeoutsDoNotDependOnTheOrderOfTheFile()
    {
        const GatewayConfig config
            = parsed("[llm.providers.a]\ntype = 'openai'\n[llm.timeouts]\nidle = '7s'\n");
        QCOMPARE(config.llm.providers.front().timeouts.idle, 7s);
        QCOMPARE(config.llm.providers.back().timeouts.idle, 7s);
    }

    void theOrderOfProvidersIsThatOfTheFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("headers") << QByteArray("[llm.providers.c]\ntype='openai'\n[llm.providers.a]\ntype='"
                                               "openai'\n[llm.providers.b]\ntype='openai'\n");
        QTest::newRow("dotted") << QByteArray(
            "llm.providers.c.type='openai'\nllm.providers.a.type='openai'\nllm.providers.b.type='openai'\n");
        QTest::newRow("inline") << QByteArray(
            "llm.providers = {c = {type='openai'}, a = {type='openai'}, b = {type='openai'}}\n");
        QTest::newRow("through models") << QByteArray(
            "[llm.providers.c.models.x]\n[llm.providers.a]\ntype='openai'\n[llm.providers.b]\ntype='openai'\n"
            "[llm.providers.c]\ntype='openai'\n");
    }

    void theOrderOfProvidersIsThatOfTheFile()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(names(parsed(text).llm.providers),
            (QStringList {
                QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("demo")}));
    }

    void theDemoCanBeNamed()
    {
        const GatewayConfig config
            = parsed("[llm.providers.a]\ntype='openai'\n[llm.providers.demo]\ntype='demo'\n");
        QCOMPARE(config.llm.providers.size(), 2U);
        QVERIFY(config.llm.providers.back().isListed);
        QVERIFY(config.llm.providers.back().model("echo"));
    }

    void aTakenDemoNameStaysTaken()
    {
        const GatewayConfig config = parsed("[llm.providers.demo]\ntype='openai'\n");
        QCOMPARE(config.llm.providers.size(), 1U);
        QCOMPARE(config.llm.providers.front().type, ProviderType::OpenAi);
    }

    void anAliasMayPointToTheDemo()
    {
        QCOMPARE(parsed("llm.aliases.x = 'demo/echo'").llm.aliases.front().targets,
            QStringList {QStringLiteral("demo/echo")});
    }

    void anEmptyKeyIsNoKey()
    {
        QVERIFY(
            parsed("[llm.providers.a]\ntype='openai'\napi_key=''\n").llm.providers.front().apiKeys.empty());
    }

    void azureHasADefaultVersion()
    {
        const GatewayConfig config
            = parsed("[llm.providers.a]\ntype='azure'\nbase_url='https://x.openai.azure.com'\n");
        QCOMPARE(config.llm.providers.front().apiVersion, QByteArray("2024-10-21"));
    }

    void aProviderMayHaveTlsFiles()
    {
        const GatewayConfig config
            = parsed("[llm.providers.a]\ntype='openai'\ntls = { ca_certificate = 'ca.pem', certificate = "
                     "'c.pem', key = 'k.pem' }\n[llm.providers.b]\ntype='bedrock'\ntls = { ca_certificate = "
                     "'/ca.pem' }\n[llm.providers.c]\ntype='openai'\ntls = {}\n");
        const std::vector<ProviderConfig> &providers = config.llm.providers;
        QCOMPARE(providers.at(0).tls,
            (UpstreamTls {QStringLiteral("ca.pem"), QStringLiteral("c.pem"), QStringLiteral("k.pem")}));
        QCOMPARE(providers.at(1).tls->caCertificate, QStringLiteral("/ca.pem"));
        QVERIFY(!providers.at(2).tls);
    }

    void ollamaKeepsAPathOfItsOwn()
    {
        const GatewayConfig config = parsed("[llm.providers.a]\ntype='ollama'\nbase_url='http://x/api/'\n");
        QCOMPARE(config.llm.providers.front().baseUrl, QUrl(QStringLiteral("http://x/api")));
    }

    void theExampleParses()
    {
        const Result<GatewayConfig> config
            = readConfig(QStringLiteral(NEXUS_SOURCE_DIR "/docs/nexus.example.toml"), environment());
        QVERIFY2(config.has_value(), config ? "" : qPrintable(config.error().message));
        QCOMPARE(config->warnings, QStringList());
    }

    // The file with everything is the list of keys, so the documentation cannot fall behind unnoticed.
    void everyKeyIsDocumented()
    {
        const QByteArray page = contents(QStringLiteral(NEXUS_SOURCE_DIR "/docs/configuration.md"));
        const auto everything
            = parseToml(contents(QStringLiteral(NEXUS_SOURCE_DIR "/tests/config/data/everything.toml")));
        QVERIFY(everything.has_value());
        QStringList keys;
        collectKeys(*everything, {}, keys);
        QVERIFY(keys.size() > 150);
        for (const QString &key : std::as_const(keys)) {
            QVERIFY2(mentions(QString::fromUtf8(page), key), qPrintable(key));
        }
    }

    void aFileThatCannotBeRead()
    {
        const QTemporaryDir folder;
        const Result<GatewayConfig> config = readConfig(folder.path(), Environment());
        QVERIFY(!config.has_value());
        QVERIFY(config.error().message.startsWith(folder.path() + QStringLiteral(": cannot be read: ")));
    }

private:
    GatewayConfig m_all;
};

QTEST_GUILESS_MAIN(TestConfigReader)
#include "tst_configreader.moc"

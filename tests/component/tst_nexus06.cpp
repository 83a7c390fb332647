// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "clientcalls.h"

#include "auth/tokenmaker.h"
#include "config/configreader.h"
#include "limits/redisserver.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

namespace {

constexpr auto path = NEXUS_SOURCE_DIR "/tests/component/data/nexus06.toml";

Environment environment()
{
    return Environment({{QStringLiteral("REDIS_PASSWORD"), QStringLiteral("hush-hush")},
        {QStringLiteral("WEST_KEY"), QString::fromLatin1(GatewayFixture::key)},
        {QStringLiteral("CLAUDE_KEY"), QStringLiteral("sk-ant-of-the-test")},
        {QStringLiteral("GEMINI_KEY"), QStringLiteral("AIza-of-the-test")},
        {QStringLiteral("STAGE"), QStringLiteral("staging")},
        {QStringLiteral("AWS_ID"), QStringLiteral("id")},
        {QStringLiteral("AWS_SECRET"), QStringLiteral("aws-secret-of-the-test")},
        {QStringLiteral("AWS_TOKEN"), QStringLiteral("aws-token")}});
}

} // namespace

//! A configuration of Nexus 0.6 with all its options, served.
class Nexus06Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void everyOptionIsRead();
    void nothingIsWarnedOfButWhatHasNoEffect();
    void itsMountsAreServed();
    void theTableKeyIsThePublicName();
    void theFilterKeepsModelsOut();
    void theFirstProviderInTheFileGoesFirst();
    void headerRulesReachTheProvider();
    void aForwardedKeyWinsWhereItIsOn();
    void healthIsOnItsOwnListener();
    void theCsrfHeaderIsWanted();
    void corsFollowsTheFile();
    void aTokenAndANameAreWanted();
    void groupsChooseTheirLimit();
    void eachAddressHasFiveRequestsAnHour();
    void claudeAndGeminiAreAskedInTheirWords();

private:
    // What every good request brings along.
    [[nodiscard]] kit::Headers good(
        const kit::Headers &more = {}, const QByteArray &client = "ann", const QByteArray &group = {}) const
    {
        Json claims {{"iss", "https://login.example.com"}, {"aud", {"nexus", "other"}}, {"sub", "u"},
            {"exp", QDateTime::currentSecsSinceEpoch() + 600}};
        if (!group.isEmpty()) {
            claims["plan"] = group.toStdString();
        }
        kit::Headers headers {{"X-Team-CSRF", "1"}, {"X-Client-Id", client},
            {"Authorization", "Bearer " + m_key.token("RS256", claims)}};
        headers.insert(headers.end(), more.begin(), more.end());
        return headers;
    }
    [[nodiscard]] kit::Answer chat(const QByteArray &model, const kit::Headers &headers) const
    {
        return askChat(*m_fixture, headers, model);
    }

    QByteArray m_file;
    const TokenMaker m_key {JwkKind::Rsa, "rsa"};
    std::unique_ptr<RedisServer> m_redis;
    std::unique_ptr<kit::ScriptedProvider> m_keyServer;
    std::unique_ptr<GatewayFixture> m_fixture;
};

void Nexus06Test::initTestCase()
{
    QFile file(QString::fromLatin1(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_file = file.readAll();
}

// The file with the addresses of this machine in it, and without the certificate, which is another test's.
void Nexus06Test::init()
{
    m_redis = std::make_unique<RedisServer>();
    const QString problem = m_redis->start({QStringLiteral("--requirepass"), QStringLiteral("hush-hush")});
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_keyServer = std::make_unique<kit::ScriptedProvider>();
    m_keyServer->setDefaultReply(Reply::json(200, keySetDocument({m_key.jwk()})));
    m_fixture = std::make_unique<GatewayFixture>();
    m_fixture->environment = environment();
    m_fixture->provider.setHandler([](const kit::ReceivedRequest &request) {
        return request.method == "GET" ? modelListOf({"gpt-4o", "gpt-4.1", "gpt-3.5-turbo"}) : completion();
    });
    QByteArray toml = m_file;
    const qsizetype tls = toml.indexOf("[server.tls]");
    toml.remove(tls, toml.indexOf("[server.health]") - tls);
    toml.replace("127.0.0.1:8000", "127.0.0.1:0").replace("127.0.0.1:8081", "127.0.0.1:0");
    toml.replace("127.0.0.1:6379", "127.0.0.1:" + QByteArray::number(m_redis->port()));
    toml.replace("https://login.example.com/.well-known/jwks.json", m_keyServer->baseUrl().toEncoded());
    for (const char *name : {"west", "claude", "gemini", "bedrock"}) {
        toml.replace("https://" + QByteArray(name) + ".example.com",
            m_fixture->provider.baseUrl(QString()).toEncoded());
    }
    m_fixture->startWith(toml);
}

void Nexus06Test::cleanup()
{
    const QByteArray log = m_fixture->logLines().join();
    for (const char *secret :
        {GatewayFixture::key, "sk-ant-of-the-test", "AIza-of-the-test", "aws-secret", "hush-hush", "eyJ"}) {
        QVERIFY2(!log.contains(secret), secret);
    }
    m_fixture.reset();
    m_keyServer.reset();
    m_redis.reset();
}

void Nexus06Test::everyOptionIsRead()
{
    const Result<GatewayConfig> config = readConfig(QString::fromLatin1(path), environment());
    QVERIFY2(config.has_value(), config ? "" : qPrintable(config.error().message));
    const ServerConfig &server = config->server;
    QCOMPARE(server.port, 8000);
    QCOMPARE(server.tls->key, QStringLiteral("/etc/nexus/tls/privkey.pem"));
    QCOMPARE(server.healthListen->port, 8081);
    QCOMPARE(server.cors->maxAge, 3600s);
    QCOMPARE(server.oauth->pollInterval, 5min);
    QCOMPARE(server.rateLimits.global, (RequestLimit {500, 60s}));
    const RedisStorage &redis = *server.rateLimits.redis;
    QCOMPARE(redis.url.reveal(), QByteArray("redis://:hush-hush@127.0.0.1:6379/2"));
    QCOMPARE(redis.pool, (RedisPool {16, 1, 5s, 5s, 300s}));
    QVERIFY(redis.tls && !redis.tls->isEnabled);
    QCOMPARE(redis.tls->clientKeyPath, QStringLiteral("/etc/nexus/redis/client.key"));
    const ProviderConfig &aws = *config->provider(QStringLiteral("aws"));
    QCOMPARE(aws.bedrock.region, QStringLiteral("eu-central-1"));
    QCOMPARE(aws.bedrock.secretAccessKey.reveal(), QByteArray("aws-secret-of-the-test"));
    QCOMPARE(aws.model("nova")->rename, QByteArray("amazon.nova-lite-v1:0"));
    QCOMPARE(aws.model("nova")->perUser->everyone, (TokenLimit {500, 1min}));
    QStringList names;
    for (const ProviderConfig &provider : config->llm.providers) {
        names.append(provider.name);
    }
    QCOMPARE(names.first(4), QString(QStringLiteral("west claude gemini aws")).split(u' '));
}

void Nexus06Test::nothingIsWarnedOfButWhatHasNoEffect()
{
    const Result<GatewayConfig> config = readConfig(QString::fromLatin1(path), environment());
    QVERIFY(config.has_value());
    const qsizetype ofMcp = config->warnings.filter(QStringLiteral("[mcp]")).size();
    QCOMPARE(ofMcp, 1);
    for (const QString &warning : config->warnings) {
        QVERIFY2(!warning.contains(QLatin1String("server.")) && !warning.contains(QLatin1String("llm.")),
            qPrintable(warning));
    }
}

void Nexus06Test::itsMountsAreServed()
{
    for (const char *target : {"/llm/v1/chat/completions", "/llm/openai/v1/chat/completions"}) {
        QCOMPARE(post(*m_fixture, target, chatFor("west/quick"), good()).status, 200);
    }
    for (const char *target : {"/claude/v1/messages", "/anthropic/v1/messages"}) {
        QCOMPARE(post(*m_fixture, target, messagesFor("west/quick"), good()).status, 200);
    }
    QCOMPARE(post(*m_fixture, "/proxy/anthropic/v1/messages", messagesFor("m"), good()).status, 404);
}

void Nexus06Test::theTableKeyIsThePublicName()
{
    const kit::Answer answer = chat("west/quick", good());
    QCOMPARE(answer.status, 200);
    QVERIFY(m_fixture->provider.received(0).body.contains(R"("model":"gpt-4o-mini-2024-07-18")"));
    // The filter fits this one, which does not undo the rename.
    QCOMPARE(chat("west/gpt-4-legacy", good()).header("x-nexus-model"), QByteArray("gpt-4-0613"));
    QCOMPARE(chat("west/gpt-4o-mini-2024-07-18", good()).status, 200);
}

void Nexus06Test::theFilterKeepsModelsOut()
{
    const QByteArrayList ids = modelIds(get(*m_fixture, "/llm/v1/models", good()).body);
    QVERIFY(ids.contains("west/quick") && ids.contains("west/gpt-4-legacy") && ids.contains("west/gpt-4o"));
    QVERIFY(!ids.contains("west/gpt-3.5-turbo"));
    QVERIFY(ids.contains("claude/claude-sonnet") && ids.contains("gemini/flash") && ids.contains("aws/nova"));
    QVERIFY(!ids.join().contains("demo/"));
    QCOMPARE(chat("west/gpt-3.5-turbo", good()).status, 404);
    QCOMPARE(chat("west/GPT-4o", good()).status, 200);
}

void Nexus06Test::theFirstProviderInTheFileGoesFirst()
{
    QCOMPARE(chat("gpt-4o", good()).header("x-nexus-provider"), QByteArray("west"));
}

void Nexus06Test::headerRulesReachTheProvider()
{
    const kit::Headers sent {{"X-Correlation-Id", "c-1"}, {"x-meta-run", "7"}, {"x-meta-internal", "no"},
        {"X-Session", "s-1"}, {"Cookie", "a=b"}};
    QCOMPARE(chat("west/quick", good(sent)).status, 200);
    QCOMPARE(chat("west/gpt-4o", good()).status, 200);
    const kit::ReceivedRequest first = m_fixture->provider.received(0);
    QCOMPARE(first.header("x-trace-id"), QByteArray("c-1"));
    QCOMPARE(first.header("x-meta-run"), QByteArray("7"));
    QCOMPARE(first.header("x-stage"), QByteArray("staging"));
    QCOMPARE(first.header("x-session"), QByteArray("s-1"));
    QCOMPARE(first.header("x-conversation"), QByteArray("s-1"));
    QCOMPARE(first.header("x-model-tier"), QByteArray("quick"));
    for (const char *name : {"x-correlation-id", "x-meta-internal", "cookie", "x-team-csrf", "x-client-id"}) {
        QVERIFY2(!kit::hasHeader(first.headers, name), name);
    }
    const kit::ReceivedRequest second = m_fixture->provider.received(1);
    QCOMPARE(second.header("x-trace-id"), QByteArray("staging-unknown"));
    QCOMPARE(second.header("x-conversation"), QByteArray("none"));
    QVERIFY(!kit::hasHeader(second.headers, "x-model-tier"));
    QCOMPARE(second.header("authorization"), QByteArray("Bearer ") + GatewayFixture::key);
}

void Nexus06Test::aForwardedKeyWinsWhereItIsOn()
{
    const kit::Headers own = good({{"X-Provider-API-Key", "sk-theirs"}});
    QCOMPARE(chat("west/quick", own).status, 200);
    QCOMPARE(m_fixture->provider.received(0).header("authorization"), QByteArray("Bearer sk-theirs"));
    (void)chat("claude/claude-sonnet", own);
    QCOMPARE(m_fixture->provider.received(1).header("x-api-key"), QByteArray("sk-ant-of-the-test"));
    QVERIFY(!m_fixture->logLines().join().contains("sk-theirs"));
}

void Nexus06Test::healthIsOnItsOwnListener()
{
    QVERIFY(m_fixture->gateway->healthAddress().has_value());
    kit::RawClient probe;
    probe.connectTo(m_fixture->gateway->healthAddress()->port);
    probe.request("GET", "/healthz");
    probe.request("GET", "/health");
    QVERIFY(probe.waitForAnswers(2));
    QCOMPARE(probe.answer(0).status, 200);
    QVERIFY(probe.answer(0).body.contains("\"status\":\"healthy\""));
    QCOMPARE(probe.answer(1).status, 404);
    QCOMPARE(get(*m_fixture, "/healthz", {{"X-Team-CSRF", "1"}}).status, 404);
}

void Nexus06Test::theCsrfHeaderIsWanted()
{
    kit::Headers headers = good();
    headers.erase(headers.begin());
    const kit::Answer answer = chat("west/quick", headers);
    QCOMPARE(answer.status, 403);
    QVERIFY(errorShape(answer.body).message.contains("X-Team-CSRF"));
    QCOMPARE(m_fixture->provider.requestCount(), 0);
    // Whoever looks for the way to a token has none of this.
    QCOMPARE(get(*m_fixture, "/.well-known/oauth-protected-resource").status, 200);
}

void Nexus06Test::corsFollowsTheFile()
{
    const auto from = [this](const QByteArray &origin) {
        return chat("west/quick", good({{"Origin", origin}}));
    };
    const kit::Answer answer = from("https://chat.example.com");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("access-control-allow-origin"), QByteArray("https://chat.example.com"));
    QCOMPARE(answer.header("access-control-allow-credentials"), QByteArray("true"));
    QCOMPARE(answer.header("access-control-expose-headers"), QByteArray("x-request-id"));
    QCOMPARE(from("https://pr-1.preview.example.com").status, 200);
    QCOMPARE(from("https://evil.example").status, 403);
    const kit::Answer preflight = ask(*m_fixture, "OPTIONS", "/llm/v1/chat/completions",
        {{"Origin", "https://chat.example.com"}, {"Access-Control-Request-Method", "POST"},
            {"Access-Control-Request-Private-Network", "true"}});
    QCOMPARE(preflight.status, 204);
    QCOMPARE(preflight.header("access-control-allow-methods"), QByteArray("GET, POST, OPTIONS"));
    QCOMPARE(preflight.header("access-control-allow-headers"),
        QByteArray("authorization, content-type, x-team-csrf, x-client-id"));
    QCOMPARE(preflight.header("access-control-max-age"), QByteArray("3600"));
    QCOMPARE(preflight.header("access-control-allow-private-network"), QByteArray("true"));
}

void Nexus06Test::aTokenAndANameAreWanted()
{
    const kit::Headers none {{"X-Team-CSRF", "1"}, {"X-Client-Id", "ann"}};
    const kit::Answer noToken = chat("west/quick", none);
    QCOMPARE(noToken.status, 401);
    QVERIFY(noToken.header("www-authenticate").contains("https://nexus.example.com/.well-known/"));
    const kit::Answer noName = chat("west/quick", good({}, " "));
    QCOMPARE(noName.status, 400);
    QCOMPARE(errorShape(noName.body).code, QByteArray("missing_client_id"));
    const kit::Answer noGroup = chat("west/quick", good({}, "ann", "gold"));
    QCOMPARE(noGroup.status, 400);
    QCOMPARE(errorShape(noGroup.body).code, QByteArray("invalid_group"));
    QCOMPARE(chat("west/quick", good({}, "ann", "pro")).status, 200);
    QVERIFY(m_fixture->requestLine(3).contains(" client=ann "));
    QCOMPARE(m_fixture->modelRequestCount(), 1);
}

void Nexus06Test::groupsChooseTheirLimit()
{
    const auto limitOf = [this](const QByteArray &model, const QByteArray &group) {
        return chat(model, good({}, "ann", group)).header("x-ratelimit-limit-tokens");
    };
    QCOMPARE(limitOf("west/gpt-4o", {}), QByteArray("100000"));
    QCOMPARE(limitOf("west/gpt-4o", "pro"), QByteArray("1000000"));
    // The model's own table hides the groups of the provider.
    QCOMPARE(limitOf("west/quick", "pro"), QByteArray("40"));
    QCOMPARE(limitOf("west/quick", "basic"), QByteArray("6"));
    const kit::Answer refused = chat("west/quick", good({{"X-Real-IP", "1.2.3.4"}}, "ann", "basic"));
    QCOMPARE(refused.status, 429);
    QVERIFY(errorShape(refused.body).message.contains("'west/quick'"));
}

void Nexus06Test::eachAddressHasFiveRequestsAnHour()
{
    const auto statusFrom
        = [this](const kit::Headers &headers) { return chat("west/gpt-4o", good(headers)).status; };
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(statusFrom({{"X-Real-IP", "1.2.3.4"}}), 200);
    }
    const kit::Answer refused = chat("west/gpt-4o", good({{"X-Real-IP", "1.2.3.4"}}));
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("x-ratelimit-limit-requests"), QByteArray("5"));
    QVERIFY(refused.header("retry-after").toInt() > 3000);
    QCOMPARE(statusFrom({{"X-Forwarded-For", "1.2.3.4"}}), 429);
    QCOMPARE(statusFrom({{"X-Forwarded-For", "1.2.3.4, 1.2.3.5"}}), 200);
    QCOMPARE(statusFrom({}), 200);
    const QByteArray keys = m_redis->ask("AUTH hush-hush\r\nSELECT 2\r\nEXISTS team:limits:ip:1.2.3.4");
    QVERIFY2(keys.endsWith(":1"), keys.constData());
}

void Nexus06Test::claudeAndGeminiAreAskedInTheirWords()
{
    (void)chat("claude/claude-sonnet", good());
    const kit::ReceivedRequest claude = m_fixture->provider.received().back();
    QCOMPARE(claude.target, QByteArray("/v1/messages"));
    QCOMPARE(claude.header("x-api-key"), QByteArray("sk-ant-of-the-test"));
    QVERIFY(claude.body.contains("claude-sonnet-4-20250514"));
    (void)chat("gemini/flash", good());
    const kit::ReceivedRequest gemini = m_fixture->provider.received().back();
    QCOMPARE(gemini.path(), QByteArray("/v1beta/models/gemini-2.5-flash:generateContent"));
    QCOMPARE(gemini.header("x-goog-api-key"), QByteArray("AIza-of-the-test"));
}

QTEST_GUILESS_MAIN(Nexus06Test)
#include "tst_nexus06.moc"

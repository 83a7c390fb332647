// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "clientcalls.h"

#include "auth/tokenmaker.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

QByteArray up(const QByteArray &more = {})
{
    return "[llm.providers.up]\ntype = \"openai\"\nbase_url = \"@BASE@\"\napi_key = \""
        + QByteArray(GatewayFixture::key) + "\"\nretries.max_attempts = 1\n" + more
        + "\n[llm.providers.up.models.renamed]\nrename = \"real-name\"\n";
}

QByteArray global(int count)
{
    return "[server.rate_limits]\nenabled = true\nglobal = { limit = " + QByteArray::number(count)
        + ", interval = \"1h\" }\n";
}

QByteArray perUser(int tokens)
{
    return "[server.client_identification]\nenabled = true\nclient_id = { http_header = \"X-Client\" }\n"
           "[llm.providers.up.rate_limits.per_user]\ninput_token_limit = "
        + QByteArray::number(tokens) + "\ninterval = \"1h\"\n";
}

constexpr auto cacheOn = "[llm.cache]\nenabled = true\n";
constexpr auto breaker = "[llm.circuit_breaker]\nfailures = 2\ncooldown = \"1h\"\n";

} // namespace

//! What stays and what changes when the gateway takes another configuration.
class TrafficReloadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void requestCountsStay();
    void tokenCountsStay();
    void cachedAnswersStay();
    void anOpenCircuitStays();
    void aRunningStreamGoesOnUnderItsOldRules();
    void newRulesHoldForTheNextRequest();
    void discoveredModelsStay();
    void oauthIsSwitchedOnAndOff();
    void whoWaitsForKeysIsAnsweredWhenOAuthGoes();
    void aHundredReloadsUnderLoadFailNoRequest();

private:
    [[nodiscard]] int chatStatus(const kit::Headers &headers = {}) const
    {
        return askChat(*m_fixture, headers).status;
    }
    [[nodiscard]] QByteArray oauth() const
    {
        return "[server.oauth]\nurl = \"" + m_keyServer->baseUrl(QStringLiteral("/jwks")).toEncoded()
            + "\"\n[server.oauth.protected_resource]\nresource = \"https://nexus.example\"\n"
              "authorization_servers = [\"https://issuer.example\"]\n";
    }
    [[nodiscard]] kit::Headers bearer() const
    {
        const Json claims {{"exp", QDateTime::currentSecsSinceEpoch() + 600}};
        return {{"Authorization", "Bearer " + m_key.token("ES256", claims)}};
    }

    const TokenMaker m_key {JwkKind::P256, "one"};
    std::unique_ptr<kit::ScriptedProvider> m_keyServer;
    std::unique_ptr<GatewayFixture> m_fixture;
};

void TrafficReloadTest::init()
{
    m_keyServer = std::make_unique<kit::ScriptedProvider>();
    m_keyServer->setDefaultReply(Reply::json(200, keySetDocument({m_key.jwk()})));
    m_fixture = std::make_unique<GatewayFixture>();
    m_fixture->provider.setDefaultReply(completion());
}

void TrafficReloadTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
    m_keyServer.reset();
}

void TrafficReloadTest::requestCountsStay()
{
    m_fixture->startWith(up() + global(3));
    QCOMPARE(chatStatus(), 200);
    QCOMPARE(chatStatus(), 200);
    m_fixture->reload(up() + global(3));
    QCOMPARE(chatStatus(), 200);
    QCOMPARE(chatStatus(), 429);
    m_fixture->reload(up() + global(4));
    const kit::Answer fourth = askChat(*m_fixture);
    QCOMPARE(fourth.status, 200);
    QCOMPARE(fourth.header("x-ratelimit-limit-requests"), QByteArray("4"));
    QCOMPARE(chatStatus(), 429);
    m_fixture->reload(up());
    QCOMPARE(chatStatus(), 200);
    m_fixture->reload(up() + global(4));
    QCOMPARE(chatStatus(), 429);
}

void TrafficReloadTest::tokenCountsStay()
{
    const kit::Headers ann {{"X-Client", "ann"}};
    m_fixture->startWith(up() + perUser(100));
    QCOMPARE(askChat(*m_fixture, ann).header("x-ratelimit-remaining-tokens"), QByteArray("95"));
    m_fixture->reload(up() + perUser(12));
    QCOMPARE(askChat(*m_fixture, ann).header("x-ratelimit-remaining-tokens"), QByteArray("2"));
    QCOMPARE(chatStatus(ann), 429);
    QCOMPARE(chatStatus({{"X-Client", "bob"}}), 200);
}

void TrafficReloadTest::cachedAnswersStay()
{
    const auto use = [this] { return askChat(*m_fixture).header("x-nexus-cache"); };
    m_fixture->startWith(up() + cacheOn);
    QCOMPARE(use(), QByteArray("miss"));
    m_fixture->reload(up("timeouts.idle = \"50s\"\n") + cacheOn + global(100));
    QCOMPARE(use(), QByteArray("hit"));
    QCOMPARE(m_fixture->modelRequestCount(), 1);
}

void TrafficReloadTest::anOpenCircuitStays()
{
    m_fixture->provider.setDefaultReply(Reply::json(500, "{}"));
    m_fixture->startWith(up() + breaker);
    QCOMPARE(chatStatus(), 502);
    QCOMPARE(chatStatus(), 502);
    QCOMPARE(chatStatus(), 503);
    m_fixture->provider.setDefaultReply(completion());
    m_fixture->reload(up() + breaker + global(100));
    const kit::Answer resting = askChat(*m_fixture);
    QCOMPARE(resting.status, 503);
    QCOMPARE(errorShape(resting.body).code, QByteArray("provider_resting"));
    QCOMPARE(m_fixture->modelRequestCount(), 2);
}

void TrafficReloadTest::aRunningStreamGoesOnUnderItsOldRules()
{
    const QByteArray first = chunkOf("real-name", "one");
    m_fixture->startWith(up());
    m_fixture->provider.script(
        Reply::sse({first, chunkOf("real-name", "two", "stop"), "[DONE]"}).holdAfter(eventOf(first).size()));
    const auto running = m_fixture->connect();
    running->post("/v1/chat/completions", GatewayFixture::chat(true), {{"Origin", "http://localhost:3"}});
    QVERIFY(running->waitForBody("one"));
    m_fixture->reload(up() + global(0) + oauth() + "[server.cors]\nallow_origins = [\"https://x.example\"]\n"
        + "[server.csrf]\nenabled = true\n");
    m_fixture->provider.release();
    QVERIFY(running->waitForAnswers());
    QCOMPARE(running->answer().status, 200);
    QVERIFY(running->answer().body.endsWith("data: [DONE]\n\n"));
    // The next one on the same connection follows the new ones.
    running->post("/v1/chat/completions", GatewayFixture::chat(false));
    QVERIFY(running->waitForAnswers(2));
    QCOMPARE(running->answer(1).status, 403);
}

void TrafficReloadTest::newRulesHoldForTheNextRequest()
{
    m_fixture->startWith(up());
    const kit::Headers page {{"Origin", "https://app.example.com"}};
    const kit::Headers host {{"Host", "gw.example.com"}};
    QCOMPARE(chatStatus(page), 403);
    m_fixture->reload(up() + "[server.cors]\nallow_origins = [\"https://app.example.com\"]\n");
    QCOMPARE(chatStatus(page), 200);
    m_fixture->reload(up());
    QCOMPARE(chatStatus(page), 403);

    QCOMPARE(chatStatus(host), 403);
    m_fixture->reload("server.allowed_hosts = [\"gw.example.com\"]\n" + up());
    QCOMPARE(chatStatus(host), 200);

    m_fixture->reload(up("headers = [{ rule = \"insert\", name = \"X-Team\", value = \"red\" }]\n"));
    QCOMPARE(chatStatus(), 200);
    QCOMPARE(m_fixture->provider.received().back().header("x-team"), QByteArray("red"));
    m_fixture->reload(up());
    QCOMPARE(chatStatus(), 200);
    QCOMPARE(m_fixture->provider.received().back().header("x-team"), QByteArray());

    m_fixture->reload(up() + perUser(1000));
    QCOMPARE(chatStatus(), 400);
    m_fixture->reload(up("forward_token = true\n"));
    QCOMPARE(chatStatus({{"X-Provider-API-Key", "theirs"}}), 200);
    QCOMPARE(m_fixture->provider.received().back().header("authorization"), QByteArray("Bearer theirs"));
}

void TrafficReloadTest::discoveredModelsStay()
{
    m_fixture->provider.setHandler([](const kit::ReceivedRequest &request) {
        return request.method == "GET" ? modelListOf({"found"}) : completion();
    });
    m_fixture->startWith(up());
    QVERIFY(modelIds(get(*m_fixture, "/v1/models").body).contains("up/found"));
    m_fixture->reload(up("timeouts.idle = \"50s\"\n") + global(100));
    QVERIFY(modelIds(get(*m_fixture, "/v1/models").body).contains("up/found"));
    QCOMPARE(m_fixture->provider.requestCount(), 1);
}

void TrafficReloadTest::oauthIsSwitchedOnAndOff()
{
    m_fixture->startWith(up());
    QCOMPARE(chatStatus(), 200);
    for (int i = 0; i < 2; ++i) {
        m_fixture->reload(up() + oauth());
        QCOMPARE(chatStatus(), 401);
        QCOMPARE(chatStatus(bearer()), 200);
        QCOMPARE(get(*m_fixture, "/.well-known/oauth-protected-resource").status, 200);
        m_fixture->reload(up());
        QCOMPARE(chatStatus(), 200);
        QCOMPARE(get(*m_fixture, "/.well-known/oauth-protected-resource").status, 404);
    }
    // Another reload does not ask for the keys again.
    m_fixture->reload(up() + oauth());
    QCOMPARE(chatStatus(bearer()), 200);
    const int fetches = m_keyServer->requestCount();
    m_fixture->reload(up() + oauth() + global(100));
    QCOMPARE(chatStatus(bearer()), 200);
    QCOMPARE(m_keyServer->requestCount(), fetches);
}

void TrafficReloadTest::whoWaitsForKeysIsAnsweredWhenOAuthGoes()
{
    m_fixture->startWith(up() + oauth());
    m_keyServer->hold();
    const auto waiting = startChats(*m_fixture, 1, bearer());
    QTRY_COMPARE(m_keyServer->heldRequests().size(), std::size_t(1));
    m_fixture->reload(up());
    QVERIFY(waiting.front()->waitForAnswers());
    QCOMPARE(waiting.front()->answer().status, 503);
    QCOMPARE(chatStatus(), 200);
}

void TrafficReloadTest::aHundredReloadsUnderLoadFailNoRequest()
{
    const QByteArrayList variants {up() + global(1'000'000), up() + cacheOn,
        up("headers = [{ rule = \"forward\", pattern = \"^x-\" }]\n") + breaker,
        up() + "[server.cors]\nallow_origins = \"*\"\n" + global(2'000'000),
        "llm.keepalive = \"1s\"\n" + up()};
    m_fixture->provider.setHandler([](const kit::ReceivedRequest &request) {
        return request.body.contains("\"stream\":true")
            ? Reply::sse({chunkOf("real-name", "one", "stop"), "[DONE]"})
            : completion();
    });
    m_fixture->startWith("server.workers = 2\n" + up());
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < 16; ++i) {
        clients.push_back(m_fixture->connect());
        kit::RawClient *const client = clients.back().get();
        const auto again = [client, isStream = i % 4 == 0] {
            client->post("/v1/chat/completions", GatewayFixture::chat(isStream));
        };
        QObject::connect(client, &kit::RawClient::answerCompleted, client, again);
        again();
    }
    for (int i = 0; i < 100; ++i) {
        m_fixture->reload("server.workers = 2\n" + variants.at(i % variants.size()));
    }
    int answers = 0;
    for (const auto &client : clients) {
        QObject::disconnect(client.get(), &kit::RawClient::answerCompleted, client.get(), nullptr);
        const int asked = client->completeCount() + 1;
        QVERIFY(client->waitForAnswers(asked));
        for (int i = 0; i < asked; ++i) {
            QCOMPARE(client->answer(i).status, 200);
        }
        answers += asked;
    }
    QVERIFY2(answers >= 32, QByteArray::number(answers).constData());
    QTRY_COMPARE(m_fixture->events("request").join().count("status=200 outcome=answered"), answers);
}

QTEST_GUILESS_MAIN(TrafficReloadTest)
#include "tst_trafficreload.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "clientcalls.h"

#include "auth/tokenmaker.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

namespace {

constexpr auto metadataPath = "/.well-known/oauth-protected-resource";

Json claims()
{
    return {{"iss", "https://issuer.example"}, {"aud", "nexus"}, {"sub", "ann"},
        {"exp", QDateTime::currentSecsSinceEpoch() + 600}};
}

} // namespace

//! Tokens, over real sockets, with a key server of the test.
class OAuthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aGoodTokenIsLetInAndStaysHere_data();
    void aGoodTokenIsLetInAndStaysHere();
    void aBadTokenIsRefused_data();
    void aBadTokenIsRefused();
    void whatSpendsNothingIsOpen_data();
    void whatSpendsNothingIsOpen();
    void theMetadataPageSaysWhereTokensComeFrom();
    void withoutOAuthThereIsNoMetadataPage();
    void oneFetchServesAllWorkers();
    void aStallingKeyServerHoldsUpNobodyElse();
    void aBrokenKeyServerLeavesTheOldKeys();
    void anUnknownKeyIsLookedForOnce();
    void aClientThatLeavesWhileKeysComeIsForgotten();
    void aDrainAnswersWhoWaitsForKeys();

private:
    void start(const QByteArray &inOAuth = {}, const QByteArray &atTop = {});
    [[nodiscard]] QByteArray token(const Json &claims) const { return m_first.token("ES256", claims); }
    [[nodiscard]] static kit::Headers bearer(const QByteArray &token)
    {
        return {{"Authorization", "Bearer " + token}};
    }
    [[nodiscard]] static Reply keys(const TokenMaker &maker)
    {
        return Reply::json(200, keySetDocument({maker.jwk()}));
    }

    const TokenMaker m_first {JwkKind::P256, "first"};
    const TokenMaker m_second {JwkKind::P256, "second"};
    std::unique_ptr<kit::ScriptedProvider> m_keyServer;
    std::unique_ptr<GatewayFixture> m_fixture;
};

void OAuthTest::init()
{
    m_keyServer = std::make_unique<kit::ScriptedProvider>();
    m_keyServer->setDefaultReply(keys(m_first));
    m_fixture = std::make_unique<GatewayFixture>();
    m_fixture->provider.setDefaultReply(completion());
}

// No log line holds a token: each begins like this.
void OAuthTest::cleanup()
{
    QVERIFY(!m_fixture->logLines().join().contains("eyJ"));
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
    m_keyServer.reset();
}

void OAuthTest::start(const QByteArray &inOAuth, const QByteArray &atTop)
{
    m_fixture->start("[server.oauth]\nurl = \""
            + m_keyServer->baseUrl(QStringLiteral("/jwks.json")).toEncoded()
            + "\"\nexpected_issuer = \"https://issuer.example\"\nexpected_audience = \"nexus\"\n" + inOAuth
            + "[server.oauth.protected_resource]\nresource = \"https://nexus.example/llm\"\n"
              "authorization_servers = [\"https://issuer.example\"]\n",
        {}, atTop);
}

void OAuthTest::aGoodTokenIsLetInAndStaysHere_data()
{
    QTest::addColumn<bool>("isAnthropic");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("OpenAI") << false << QByteArray("Authorization") << QByteArray("Bearer ") << QByteArray();
    QTest::newRow("OpenAI, scheme in small letters")
        << false << QByteArray("authorization") << QByteArray("bearer ") << QByteArray();
    QTest::newRow("Anthropic") << true << QByteArray("Authorization") << QByteArray("Bearer ")
                               << QByteArray();
    QTest::newRow("Anthropic, as its libraries send a key")
        << true << QByteArray("x-api-key") << QByteArray() << QByteArray();
    QTest::newRow("Anthropic, for the proxy only")
        << true << QByteArray("Proxy-Authorization") << QByteArray("Bearer ")
        << QByteArray("Bearer of-somebody-else");
}

void OAuthTest::aGoodTokenIsLetInAndStaysHere()
{
    QFETCH(bool, isAnthropic);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, prefix);
    QFETCH(QByteArray, other);
    start();
    const QByteArray token = this->token(claims());
    kit::Headers headers {{header, prefix + token}};
    if (!other.isEmpty()) {
        headers.emplace_back("Authorization", other);
    }
    const kit::Answer answer = isAnthropic ? askMessages(*m_fixture, headers) : askChat(*m_fixture, headers);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("hello"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("up"));
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=answered"));
    QCOMPARE(m_keyServer->requestCount(), 1);
    QCOMPARE(m_fixture->modelRequestCount(), 1);
    const kit::ReceivedRequest received = m_fixture->provider.received(0);
    QCOMPARE(received.header("authorization"), QByteArray("Bearer ") + GatewayFixture::key);
    for (const auto &[name, value] : received.headers) {
        QVERIFY2(!value.contains("eyJ") && !value.contains("somebody"), name.constData());
    }
    QVERIFY(!received.body.contains("eyJ"));
}

void OAuthTest::aBadTokenIsRefused_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("missing") << QByteArray() << QByteArray("missing_token");
    QTest::newRow("no token behind the scheme") << QByteArray("Bearer") << QByteArray("missing_token");
    QTest::newRow("another scheme") << QByteArray("Basic YTpi") << QByteArray("missing_token");
    QTest::newRow("what clients send without OAuth")
        << QByteArray("Bearer not-used") << QByteArray("invalid_token");
    const auto row = [](const char *name, const QByteArray &token) {
        QTest::newRow(name) << QByteArray("Bearer " + token) << QByteArray("invalid_token");
    };
    const auto with = [](const char *name, const Json &value) {
        Json changed = claims();
        changed[name] = value;
        return changed;
    };
    row("expired", token(with("exp", QDateTime::currentSecsSinceEpoch() - 120)));
    row("not yet valid", token(with("nbf", QDateTime::currentSecsSinceEpoch() + 300)));
    row("of another issuer", token(with("iss", "https://issuer.example.evil")));
    row("for another audience", token(with("aud", "Nexus")));
    Json endless = claims();
    endless.erase("exp");
    row("that never expires", token(endless));
    row("signed by a stranger with the same key id",
        TokenMaker(JwkKind::P256, "first").token("ES256", claims()));
    row("without a signature", m_first.raw("ES256", R"({"alg":"none"})", toText(claims())).chopped(86));
    row("with its claims changed", [this] {
        QByteArrayList parts = token(claims()).split('.');
        parts[1] = token({{"sub", "root"}, {"exp", 4'000'000'000}}).split('.').at(1);
        return parts.join('.');
    }());
}

void OAuthTest::aBadTokenIsRefused()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QByteArray, code);
    start();
    const kit::Headers headers
        = authorization.isEmpty() ? kit::Headers() : kit::Headers {{"Authorization", authorization}};
    const QByteArrayList targets {"/llm/v1/chat/completions", "/llm/v1/embeddings", "/llm/v1/models",
        "/llm/v1/models/up/renamed", "/llm/anthropic/v1/messages", "/llm/anthropic/v1/messages/count_tokens",
        "/llm/anthropic/v1/models"};
    for (const QByteArray &target : targets) {
        const bool isRead = target.contains("/models");
        const bool isAnthropic = target.contains("anthropic");
        const kit::Answer answer = isRead ? get(*m_fixture, target, headers)
                                          : post(*m_fixture, target, messagesFor("up/renamed"), headers);
        QVERIFY2(answer.status == 401, target.constData());
        if (isAnthropic) {
            QCOMPARE(anthropicErrorType(answer.body), QByteArray("authentication_error"));
        } else {
            const ErrorShape error = errorShape(answer.body);
            QVERIFY(error.isWellFormed);
            QCOMPARE(error.type, QByteArray("authentication_error"));
            QCOMPARE(error.code, code);
        }
        const QByteArray challenge = answer.header("www-authenticate");
        QVERIFY(challenge.startsWith(
            QByteArray("Bearer resource_metadata=\"https://nexus.example") + metadataPath + '"'));
        QCOMPARE(challenge.contains("error=\"invalid_token\""), code == "invalid_token");
        QVERIFY(!answer.body.contains("eyJ") && !challenge.contains("eyJ"));
        QCOMPARE(answer.header("access-control-allow-origin"), QByteArray());
    }
    QTRY_COMPARE(m_fixture->events("request").size(), targets.size());
    QCOMPARE(m_fixture->events("request").join().count("status=401 outcome=refused"), targets.size());
    QCOMPARE(m_fixture->provider.requestCount(), 0);
}

void OAuthTest::whatSpendsNothingIsOpen_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("health") << QByteArray("GET") << QByteArray("/health");
    QTest::newRow("metadata") << QByteArray("GET") << QByteArray(metadataPath);
    QTest::newRow("metadata of the resource's path")
        << QByteArray("GET") << QByteArray(metadataPath) + "/llm";
    QTest::newRow("probe") << QByteArray("HEAD") << QByteArray("/");
}

void OAuthTest::whatSpendsNothingIsOpen()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    start();
    QCOMPARE(ask(*m_fixture, method, target).status, 200);
    QCOMPARE(m_keyServer->requestCount(), 0);
}

void OAuthTest::theMetadataPageSaysWhereTokensComeFrom()
{
    start();
    // Whoever asks has no token yet and may come from a page anywhere.
    const kit::Answer answer = get(*m_fixture, metadataPath);
    QCOMPARE(answer.header("content-type"), QByteArray("application/json"));
    const QJsonObject page = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(page.value(QLatin1String("resource")).toString(), QStringLiteral("https://nexus.example/llm"));
    QCOMPARE(page.value(QLatin1String("authorization_servers")).toArray(),
        QJsonArray {QStringLiteral("https://issuer.example")});
    const kit::Answer wrong = ask(*m_fixture, "DELETE", metadataPath);
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.header("allow"), QByteArray("GET, HEAD"));
}

void OAuthTest::withoutOAuthThereIsNoMetadataPage()
{
    m_fixture->start();
    QCOMPARE(get(*m_fixture, metadataPath).status, 404);
    QCOMPARE(askChat(*m_fixture, bearer("not-used")).status, 200);
    QCOMPARE(m_keyServer->requestCount(), 0);
}

void OAuthTest::oneFetchServesAllWorkers()
{
    start({}, "server.workers = 4\n");
    m_keyServer->hold();
    const auto clients = startChats(*m_fixture, 40, bearer(token(claims())));
    QTRY_COMPARE(m_keyServer->heldRequests().size(), std::size_t(1));
    QCOMPARE(m_fixture->provider.requestCount(), 0);
    m_keyServer->release();
    QCOMPARE(countStatus(clients, 200), 40);
    QCOMPARE(m_keyServer->requestCount(), 1);
    QCOMPARE(m_fixture->modelRequestCount(), 40);
}

void OAuthTest::aStallingKeyServerHoldsUpNobodyElse()
{
    start({}, "server.workers = 1\n");
    m_keyServer->setDefaultReply(Reply::hang());
    const auto openAi = startChats(*m_fixture, 1, bearer(token(claims())));
    const auto anthropic = m_fixture->connect();
    anthropic->post("/llm/anthropic/v1/messages", messagesFor("up/renamed"), bearer(token(claims())));
    QTRY_COMPARE(m_keyServer->requestCount(), 1);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(get(*m_fixture, "/health").status, 200);
    QCOMPARE(askChat(*m_fixture).status, 401);
    QVERIFY(timer.elapsed() < 3'000);
    QCOMPARE(openAi.front()->answer().status, 0);

    QVERIFY(openAi.front()->waitForAnswers() && anthropic->waitForAnswers());
    QCOMPARE(openAi.front()->answer().status, 503);
    QCOMPARE(errorShape(openAi.front()->answer().body).code, QByteArray("key_set_unavailable"));
    QCOMPARE(anthropic->answer().status, 503);
    QCOMPARE(anthropicErrorType(anthropic->answer().body), QByteArray("overloaded_error"));
    QCOMPARE(m_fixture->events("key_set_failed").size(), 1);
    QCOMPARE(m_fixture->provider.requestCount(), 0);
    QVERIFY(m_fixture->requestLine(2).contains("status=503"));
}

void OAuthTest::aBrokenKeyServerLeavesTheOldKeys()
{
    start("poll_interval = \"20ms\"\n");
    QCOMPARE(askChat(*m_fixture, bearer(token(claims()))).status, 200);
    m_keyServer->setDefaultReply(Reply::html(503, "<html>Back soon</html>"));
    const auto isStale = [this] {
        return askChat(*m_fixture, bearer(token(claims()))).status == 200
            && m_fixture->events("key_set_stale").size() == 1;
    };
    QTRY_VERIFY(isStale());
    const int failures = m_keyServer->requestCount();
    QTRY_VERIFY(isStale() && m_keyServer->requestCount() > failures);
    QCOMPARE(askChat(*m_fixture, bearer(m_second.token("ES256", claims()))).status, 401);

    m_keyServer->setDefaultReply(keys(m_second));
    QTRY_COMPARE(askChat(*m_fixture, bearer(m_second.token("ES256", claims()))).status, 200);
    QCOMPARE(m_fixture->events("key_set_fetched").join().count(" info "), 2); // the first ones and these
    QCOMPARE(m_fixture->events("key_set_stale").size(), 1);
    QCOMPARE(askChat(*m_fixture, bearer(token(claims()))).status, 401);
}

void OAuthTest::anUnknownKeyIsLookedForOnce()
{
    start();
    QCOMPARE(askChat(*m_fixture, bearer(token(claims()))).status, 200);
    m_keyServer->setDefaultReply(keys(m_second));
    QCOMPARE(askChat(*m_fixture, bearer(m_second.token("ES256", claims()))).status, 200);
    QCOMPARE(m_keyServer->requestCount(), 2);
    const TokenMaker stranger(JwkKind::P256, "third");
    const auto strangers = startChats(*m_fixture, 10, bearer(stranger.token("ES256", claims())));
    QCOMPARE(countStatus(strangers, 401), 10);
    QCOMPARE(m_keyServer->requestCount(), 2);
    QCOMPARE(m_fixture->modelRequestCount(), 2);
}

void OAuthTest::aClientThatLeavesWhileKeysComeIsForgotten()
{
    start();
    m_keyServer->hold();
    const auto clients = startChats(*m_fixture, 1, bearer(token(claims())));
    const auto reader = m_fixture->connect();
    reader->request("GET", "/llm/v1/models", bearer(token(claims())));
    QTRY_COMPARE(m_keyServer->heldRequests().size(), std::size_t(1));
    clients.front()->reset();
    reader->reset();
    QVERIFY(m_fixture->requestLine(1).contains("outcome=client_gone"));
    m_keyServer->release();
    QCOMPARE(askChat(*m_fixture, bearer(token(claims()))).status, 200);
    QCOMPARE(m_fixture->modelRequestCount(), 1);
    QTRY_COMPARE(m_fixture->events("request").size(), 3);
}

void OAuthTest::aDrainAnswersWhoWaitsForKeys()
{
    start({}, "server.shutdown_grace = \"0s\"\n");
    m_keyServer->hold();
    const auto clients = startChats(*m_fixture, 1, bearer(token(claims())));
    QTRY_COMPARE(m_keyServer->heldRequests().size(), std::size_t(1));
    QSignalSpy finished(m_fixture->gateway.get(), &Gateway::finished);
    m_fixture->gateway->drain();
    QVERIFY(clients.front()->waitForAnswers());
    QCOMPARE(clients.front()->answer().status, 503);
    QVERIFY(m_fixture->requestLine().contains("outcome=shut_down"));
    QVERIFY(finished.count() == 1 || finished.wait());
}

QTEST_GUILESS_MAIN(OAuthTest)
#include "tst_oauth.moc"

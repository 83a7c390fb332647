// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxyfixture.h"

#include "auth/tokenmaker.h"

#include <QDateTime>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

namespace {

constexpr auto messagesPath = "/proxy/anthropic/v1/messages";

// The names of headers, in small letters.
QByteArrayList namesOf(const kit::Headers &headers)
{
    QByteArrayList names;
    for (const auto &[name, value] : headers) {
        names.append(name.toLower());
    }
    return names;
}

} // namespace

//! Who may use the proxy to Anthropic, and what of the headers stays at the gateway.
class ProxyAccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ProxyFixture>(); }
    void cleanup();

    void whatIsMeantForTheGatewayStaysHere();
    void identityHeadersAreTheClientsWhereNobodyReadsThem();
    void aBearerKeyGoesUpstream();
    void answerHeadersGoBack();
    void theTokenOfTheGatewayStaysHere_data();
    void theTokenOfTheGatewayStaysHere();
    void withoutATokenNothingGoesUpstream_data();
    void withoutATokenNothingGoesUpstream();
    void limitsOnRequestsHold();
    void limitsOnTokensDoNotApply();
    void pagesOfOtherOriginsStayOut();
    void allowedPagesGetTheGatewaysOwnHeaders();
    void theHeaderAgainstForgedRequestsIsWanted();
    void aReloadSwitchesItOff();
    void withoutItsSwitchThereIsNothing_data();
    void withoutItsSwitchThereIsNothing();
    void whatIsNotBelowItIsNotThere_data();
    void whatIsNotBelowItIsNotThere();
    void otherMethodsAreRefused();

private:
    void startWithOAuth();
    [[nodiscard]] QByteArray token() const;

    const TokenMaker m_maker {JwkKind::P256, "first"};
    std::unique_ptr<kit::ScriptedProvider> m_keyServer;
    std::unique_ptr<ProxyFixture> m_fixture;
};

// No log line holds a token: each begins like this.
void ProxyAccessTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    QVERIFY(!m_fixture->gateway.logLines().join().contains("eyJ"));
    m_fixture.reset();
    m_keyServer.reset();
}

void ProxyAccessTest::startWithOAuth()
{
    m_keyServer = std::make_unique<kit::ScriptedProvider>();
    m_keyServer->setDefaultReply(Reply::json(200, keySetDocument({m_maker.jwk()})));
    m_fixture->provider().setDefaultReply(Reply::json(200, "{}"));
    m_fixture->start("[server.oauth]\nurl = \"" + m_keyServer->baseUrl().toEncoded()
        + "\"\nexpected_issuer = \"https://issuer.example\"\n[server.oauth.protected_resource]\n"
          "resource = \"https://nexus.example/llm\"\n"
          "authorization_servers = [\"https://issuer.example\"]\n");
}

QByteArray ProxyAccessTest::token() const
{
    return m_maker.token("ES256",
        {{"iss", "https://issuer.example"}, {"sub", "ann"},
            {"exp", QDateTime::currentSecsSinceEpoch() + 600}});
}

void ProxyAccessTest::whatIsMeantForTheGatewayStaysHere()
{
    m_fixture->start("[server.csrf]\nenabled = true\nheader_name = \"X-Guard\"\n"
                     "[server.client_identification]\nenabled = true\n"
                     "client_id = { http_header = \"X-Who\" }\ngroup_id = { http_header = \"X-Plan\" }\n");
    m_fixture->provider().script(Reply::json(200, "{}"));
    const kit::Answer answer = m_fixture->ask("POST", "/proxy/anthropic/v1/messages",
        {{"Content-Type", "application/json"}, {"x-guard", "1"}, {"x-who", "ann"}, {"x-plan", "free"},
            {"Cookie", "a=b"}, {"Origin", "http://localhost:3000"}, {"X-Provider-API-Key", "sk-other"},
            {"Proxy-Authorization", "Basic abc"}, {"Connection", "keep-alive, X-Hop"}, {"X-Hop", "1"},
            {"Keep-Alive", "timeout=5"}, {"TE", "trailers"}, {"X-Forwarded-For", "10.1.2.3"},
            {"X-Real-IP", "10.1.2.3"}, {"Forwarded", "for=10.1.2.3"}, {"Accept-Encoding", "gzip, br"},
            {"User-Agent", "claude-cli/1"}, {"Accept", "application/x-odd"},
            {"anthropic-version", "2023-06-01"}, {"anthropic-beta", "one"}, {"anthropic-beta", "two,three"},
            {"X-Stainless-Lang", "python"}, {"x-request-id", "mine-1"}, {"X-Other", "caf\xc3\xa9"}},
        "{}");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-request-id"), QByteArray("mine-1"));
    const kit::ReceivedRequest received = m_fixture->provider().received(0);
    const QByteArrayList names = namesOf(received.headers);
    for (const char *name :
        {"x-guard", "x-who", "x-plan", "cookie", "origin", "x-provider-api-key", "proxy-authorization",
            "x-hop", "keep-alive", "te", "x-forwarded-for", "x-real-ip", "forwarded", "transfer-encoding"}) {
        QVERIFY2(!names.contains(name), name);
    }
    QCOMPARE(received.header("host"), "127.0.0.1:" + QByteArray::number(m_fixture->provider().port()));
    QCOMPARE(received.header("accept-encoding"), QByteArray("identity"));
    QCOMPARE(received.header("user-agent"), QByteArray("claude-cli/1"));
    QCOMPARE(received.header("accept"), QByteArray("application/x-odd"));
    QCOMPARE(received.header("anthropic-version"), QByteArray("2023-06-01"));
    QCOMPARE(received.header("anthropic-beta"), QByteArray("one, two,three"));
    QCOMPARE(names.count("anthropic-beta"), 1);
    QCOMPARE(received.header("x-stainless-lang"), QByteArray("python"));
    QCOMPARE(received.header("x-request-id"), QByteArray("mine-1"));
    QCOMPARE(received.header("x-other"), QByteArray("caf\xc3\xa9"));
    QCOMPARE(received.header("x-api-key"), QByteArray(ProxyFixture::clientKey));
    QVERIFY(m_fixture->requestLine().contains("client=ann"));
}

void ProxyAccessTest::aBearerKeyGoesUpstream()
{
    m_fixture->start();
    m_fixture->provider().script(Reply::json(200, "{}"));
    const auto client = m_fixture->connect();
    client->post("/proxy/anthropic/v1/messages", "{}",
        {{"Authorization", QByteArray("Bearer ") + ProxyFixture::clientKey}});
    QVERIFY(client->waitForAnswers());
    const kit::ReceivedRequest received = m_fixture->provider().received(0);
    QCOMPARE(received.header("authorization"), QByteArray("Bearer ") + ProxyFixture::clientKey);
    QVERIFY(!kit::hasHeader(received.headers, "x-api-key"));
}

void ProxyAccessTest::answerHeadersGoBack()
{
    m_fixture->start();
    Reply reply = Reply::json(200, "{}");
    const kit::Headers kept {{"request-id", "req_upstream"}, {"anthropic-ratelimit-requests-limit", "50"},
        {"retry-after", "7"}, {"cf-ray", "abc-FRA"}, {"anthropic-organization-id", "org"},
        {"x-should-retry", "false"}, {"Vary", "Accept"}, {"WWW-Authenticate", "Bearer realm=\"x\""}};
    const kit::Headers dropped {{"Set-Cookie", "__cf_bm=1; Path=/"}, {"Access-Control-Allow-Origin", "*"},
        {"Access-Control-Allow-Credentials", "true"}, {"Strict-Transport-Security", "max-age=9"},
        {"Alt-Svc", "h3=\":443\""}, {"x-nexus-provider", "another"}, {"x-request-id", "theirs"},
        {"Keep-Alive", "timeout=5"}, {"Proxy-Authenticate", "Basic"}, {"X-Hop", "1"}};
    for (const auto &[name, value] : kept) {
        reply = reply.withHeader(name, value);
    }
    for (const auto &[name, value] : dropped) {
        reply = reply.withHeader(name, value);
    }
    m_fixture->provider().script(reply.withHeader("Connection", "keep-alive, x-hop"));
    const kit::Answer answer = m_fixture->ask("GET", "/proxy/anthropic/v1/models");
    QCOMPARE(answer.status, 200);
    for (const auto &[name, value] : kept) {
        QVERIFY2(answer.header(name) == value, name.constData());
    }
    for (const auto &[name, value] : dropped) {
        QVERIFY2(answer.header(name) != value, name.constData());
    }
    const QByteArrayList names = namesOf(answer.headers);
    for (const char *name : {"date", "x-request-id", "x-nexus-provider", "content-type"}) {
        QVERIFY2(names.count(name) == 1, name);
    }
}

void ProxyAccessTest::identityHeadersAreTheClientsWhereNobodyReadsThem()
{
    m_fixture->start("[server.client_identification]\nenabled = false\n"
                     "client_id = { http_header = \"X-Who\" }\n");
    m_fixture->provider().script(Reply::json(200, "{}"));
    QCOMPARE(m_fixture->ask("GET", "/proxy/anthropic/v1/models", {{"X-Who", "ann"}}).status, 200);
    QCOMPARE(m_fixture->provider().received(0).header("x-who"), QByteArray("ann"));
}

void ProxyAccessTest::theTokenOfTheGatewayStaysHere_data()
{
    QTest::addColumn<kit::Headers>("headers");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("apiKey");
    const QByteArray key(ProxyFixture::clientKey);
    const QByteArray bearer = "Bearer " + token();
    QTest::newRow("for the proxy, and the key as an API key")
        << kit::Headers {{"Proxy-Authorization", bearer}, {"x-api-key", key}} << QByteArray() << key;
    QTest::newRow("for the proxy, and the key as a bearer")
        << kit::Headers {{"Proxy-Authorization", bearer}, {"Authorization", "Bearer " + key}}
        << "Bearer " + key << QByteArray();
    QTest::newRow("as a bearer, and the key as an API key")
        << kit::Headers {{"Authorization", bearer}, {"x-api-key", key}} << QByteArray() << key;
    QTest::newRow("as an API key, and no key")
        << kit::Headers {{"x-api-key", bearer.sliced(7)}} << QByteArray() << QByteArray();
    QTest::newRow("everywhere") << kit::Headers {{"Proxy-Authorization", bearer}, {"Authorization", bearer},
        {"x-api-key", bearer.sliced(7)}, {"X-Copy", bearer.sliced(7)}}
                                << QByteArray() << QByteArray();
}

void ProxyAccessTest::theTokenOfTheGatewayStaysHere()
{
    QFETCH(kit::Headers, headers);
    QFETCH(QByteArray, authorization);
    QFETCH(QByteArray, apiKey);
    startWithOAuth();
    const auto client = m_fixture->connect();
    client->post(messagesPath, "{}", headers);
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
    const kit::ReceivedRequest received = m_fixture->provider().received(0);
    QCOMPARE(received.header("authorization"), authorization);
    QCOMPARE(received.header("x-api-key"), apiKey);
    for (const auto &[name, value] : received.headers) {
        QVERIFY2(!value.contains("eyJ") && name.toLower() != "proxy-authorization", name.constData());
    }
    QVERIFY(m_fixture->requestLine().contains("outcome=answered"));
}

void ProxyAccessTest::withoutATokenNothingGoesUpstream_data()
{
    QTest::addColumn<kit::Headers>("headers");
    const QByteArray key(ProxyFixture::clientKey);
    QTest::newRow("none") << kit::Headers();
    QTest::newRow("a key alone") << kit::Headers {{"x-api-key", key}};
    QTest::newRow("a key as a bearer") << kit::Headers {{"Authorization", "Bearer " + key}};
    QTest::newRow("a token of a stranger") << kit::Headers {{"x-api-key", key},
        {"Authorization",
            "Bearer " + TokenMaker(JwkKind::P256, "first").token("ES256", {{"exp", 4'000'000'000}})}};
}

void ProxyAccessTest::withoutATokenNothingGoesUpstream()
{
    QFETCH(kit::Headers, headers);
    startWithOAuth();
    const auto client = m_fixture->connect();
    client->post(messagesPath, "{}", headers);
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = client->answer();
    QCOMPARE(answer.status, 401);
    QCOMPARE(proxyErrorType(answer), QByteArray("authentication_error"));
    QVERIFY(answer.header("www-authenticate").startsWith("Bearer "));
    QCOMPARE(answer.header("request-id"), answer.header("x-request-id"));
    QVERIFY(!kit::hasHeader(answer.headers, "x-nexus-provider"));
    QCOMPARE(m_fixture->requestCount(), 0);
    QVERIFY(m_fixture->requestLine().contains("status=401 outcome=refused"));
}

void ProxyAccessTest::limitsOnRequestsHold()
{
    m_fixture->start("[server.rate_limits]\nenabled = true\n"
                     "[server.rate_limits.per_ip]\nlimit = 1\ninterval = \"1h\"\n");
    m_fixture->provider().setDefaultReply(Reply::json(200, "{}"));
    QCOMPARE(m_fixture->ask("POST", messagesPath, {}, "{}").status, 200);
    const kit::Answer answer = m_fixture->ask("POST", messagesPath, {}, "{}");
    QCOMPARE(answer.status, 429);
    QCOMPARE(proxyErrorType(answer), QByteArray("rate_limit_error"));
    QVERIFY(answer.header("retry-after").toInt() > 0);
    QCOMPARE(m_fixture->requestCount(), 1);
    QVERIFY(m_fixture->requestLine(1).contains("status=429 outcome=refused"));
}

void ProxyAccessTest::limitsOnTokensDoNotApply()
{
    m_fixture->start("[server.client_identification]\nenabled = true\n"
                     "client_id = { http_header = \"X-Who\" }\n"
                     "[llm.providers.demo]\ntype = \"demo\"\n[llm.providers.demo.rate_limits.per_user]\n"
                     "input_token_limit = 0\ninterval = \"1h\"\n");
    m_fixture->provider().setDefaultReply(Reply::json(200, "{}"));
    QCOMPARE(
        m_fixture->ask("POST", messagesPath, {{"X-Who", "ann"}}, "{\"model\":\"demo/echo\"}").status, 200);
    const kit::Answer nameless = m_fixture->ask("POST", messagesPath, {}, "{}");
    QCOMPARE(nameless.status, 400);
    QCOMPARE(proxyErrorType(nameless), QByteArray("invalid_request_error"));
    QCOMPARE(m_fixture->requestCount(), 1);
}

void ProxyAccessTest::pagesOfOtherOriginsStayOut()
{
    m_fixture->start();
    const kit::Answer answer
        = m_fixture->ask("POST", messagesPath, {{"Origin", "https://evil.example"}}, "{}");
    QCOMPARE(answer.status, 403);
    QCOMPARE(proxyErrorType(answer), QByteArray("permission_error"));
    QCOMPARE(m_fixture->requestCount(), 0);
}

void ProxyAccessTest::allowedPagesGetTheGatewaysOwnHeaders()
{
    m_fixture->start("[server.cors]\nallow_origins = [\"https://good.example\"]\n");
    m_fixture->provider().script(Reply::json(200, "{}")
                                     .withHeader("Access-Control-Allow-Origin", "*")
                                     .withHeader("Access-Control-Expose-Headers", "x-secret"));
    const kit::Answer answer
        = m_fixture->ask("POST", messagesPath, {{"Origin", "https://good.example"}}, "{}");
    QCOMPARE(answer.status, 200);
    QCOMPARE(namesOf(answer.headers).count("access-control-allow-origin"), 1);
    QCOMPARE(answer.header("access-control-allow-origin"), QByteArray("https://good.example"));
    QVERIFY(!kit::hasHeader(answer.headers, "access-control-expose-headers"));
    QVERIFY(!kit::hasHeader(m_fixture->provider().received(0).headers, "origin"));
}

void ProxyAccessTest::theHeaderAgainstForgedRequestsIsWanted()
{
    m_fixture->start("[server.csrf]\nenabled = true\n");
    const kit::Answer answer = m_fixture->ask("POST", messagesPath, {}, "{}");
    QCOMPARE(answer.status, 403);
    QCOMPARE(proxyErrorType(answer), QByteArray("permission_error"));
    QCOMPARE(m_fixture->requestCount(), 0);
}

void ProxyAccessTest::withoutItsSwitchThereIsNothing_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::newRow("not named") << QByteArray("[llm.providers.demo]\ntype = \"demo\"\n");
    QTest::newRow("without its switch")
        << QByteArray("[llm.proxy.anthropic]\nbase_url = \"http://127.0.0.1:1\"\n");
    QTest::newRow("nothing of llm") << QByteArray(
        "[llm]\nenabled = false\n[llm.proxy.anthropic]\nenabled = true\nbase_url = \"http://127.0.0.1:1\"\n");
}

void ProxyAccessTest::withoutItsSwitchThereIsNothing()
{
    QFETCH(QByteArray, toml);
    m_fixture->gateway.startWith(toml);
    const kit::Answer answer = m_fixture->ask("POST", "/proxy/anthropic/v1/messages", {}, "{}");
    QCOMPARE(answer.status, 404);
    QVERIFY(m_fixture->requestLine().contains("status=404 outcome=refused"));
}

void ProxyAccessTest::whatIsNotBelowItIsNotThere_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *rest : {"/v1", "/v2/messages", "/messages", "/", "/v1/../v1/messages", "/v1/..",
             "/v1/%2e%2e/admin", "/v1/.%2E/admin", "/v1/x%2F..%2F..%2Fadmin", "/v1/./messages",
             "/v1/x%5c..%5C..%5cadmin", "/v1/..\\admin"}) {
        QTest::newRow(rest) << "/proxy/anthropic" + QByteArray(rest);
    }
}

void ProxyAccessTest::whatIsNotBelowItIsNotThere()
{
    QFETCH(QByteArray, target);
    m_fixture->start();
    const kit::Answer answer = m_fixture->ask("POST", target, {}, "{}");
    QCOMPARE(answer.status, 404);
    QCOMPARE(proxyErrorType(answer), QByteArray("not_found_error"));
    QVERIFY(answer.body.contains("POST /proxy/anthropic/v1/messages"));
    QCOMPARE(m_fixture->requestCount(), 0);
}

void ProxyAccessTest::otherMethodsAreRefused()
{
    m_fixture->start();
    for (const char *method : {"OPTIONS", "TRACE"}) {
        const kit::Answer answer = m_fixture->ask(method, "/proxy/anthropic/v1/messages");
        QCOMPARE(answer.status, 405);
        QCOMPARE(answer.header("allow"), QByteArray("GET, HEAD, POST, PUT, PATCH, DELETE"));
        QVERIFY(!proxyErrorType(answer).isEmpty());
    }
    QCOMPARE(m_fixture->requestCount(), 0);
}

void ProxyAccessTest::aReloadSwitchesItOff()
{
    m_fixture->start();
    m_fixture->provider().setDefaultReply(Reply::json(200, "{}"));
    QCOMPARE(m_fixture->ask("GET", "/proxy/anthropic/v1/models").status, 200);
    m_fixture->gateway.reload("[llm.providers.demo]\ntype = \"demo\"\n");
    QCOMPARE(m_fixture->ask("GET", "/proxy/anthropic/v1/models").status, 404);
    QCOMPARE(m_fixture->requestCount(), 1);
}

QTEST_GUILESS_MAIN(ProxyAccessTest)
#include "tst_proxyaccess.moc"

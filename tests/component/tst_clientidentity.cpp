// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "clientcalls.h"

#include "auth/tokenmaker.h"

#include <QDateTime>
#include <QTest>

using namespace nexus;
using kit::Reply;

//! Who a client is: named by a header, by its token or by itself.
class ClientIdentityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aHeaderNamesTheClient();
    void whoHasNoNameIsRefused_data();
    void whoHasNoNameIsRefused();
    void aGroupHasToBeKnown();
    void whatSpendsNothingNeedsNoName();
    void theTokenNamesTheClient();
    void aTokenWithoutTheClaimIsRefused();
    void aPlainNameLabelsTheClientInTheLog_data();
    void aPlainNameLabelsTheClientInTheLog();

private:
    void startByHeader()
    {
        m_fixture->start("[server.client_identification]\nenabled = true\n"
                         "client_id = { http_header = \"X-Client-Id\" }\n"
                         "group_id = { http_header = \"X-Group\" }\n"
                         "[server.client_identification.validation]\ngroup_values = [\"free\", \"paid\"]\n");
    }
    void startByToken(const QByteArray &identification)
    {
        m_fixture->start("[server.client_identification]\nenabled = true\n" + identification
            + "[server.oauth]\nurl = \"" + m_keyServer->baseUrl(QStringLiteral("/jwks")).toEncoded()
            + "\"\n[server.oauth.protected_resource]\nresource = \"https://nexus.example\"\n"
              "authorization_servers = [\"https://issuer.example\"]\n");
    }
    [[nodiscard]] kit::Headers bearer(Json claims) const
    {
        claims["exp"] = QDateTime::currentSecsSinceEpoch() + 600;
        return {{"Authorization", "Bearer " + m_key.token("EdDSA", claims)}};
    }

    const TokenMaker m_key {JwkKind::Ed25519, "one"};
    std::unique_ptr<kit::ScriptedProvider> m_keyServer;
    std::unique_ptr<GatewayFixture> m_fixture;
};

void ClientIdentityTest::init()
{
    m_keyServer = std::make_unique<kit::ScriptedProvider>();
    m_keyServer->setDefaultReply(Reply::json(200, keySetDocument({m_key.jwk()})));
    m_fixture = std::make_unique<GatewayFixture>();
    m_fixture->provider.setDefaultReply(completion());
}

void ClientIdentityTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
    m_keyServer.reset();
}

void ClientIdentityTest::aHeaderNamesTheClient()
{
    startByHeader();
    QCOMPARE(askChat(*m_fixture, {{"x-client-id", " ann "}, {"X-Group", "paid"}}).status, 200);
    QVERIFY(m_fixture->requestLine(0).contains(" client=ann "));
    QCOMPARE(askMessages(*m_fixture, {{"X-Client-Id", "b\xc3\xb6"}}).status, 200);
    QVERIFY(m_fixture->requestLine(1).contains("b\xc3\xb6"));
    for (const kit::ReceivedRequest &request : m_fixture->provider.received()) {
        QVERIFY(!kit::hasHeader(request.headers, "x-client-id"));
        QVERIFY(!kit::hasHeader(request.headers, "x-group"));
    }
}

void ClientIdentityTest::whoHasNoNameIsRefused_data()
{
    QTest::addColumn<kit::Headers>("headers");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("none") << kit::Headers() << QByteArray("missing_client_id");
    QTest::newRow("blank") << kit::Headers {{"X-Client-Id", "  "}} << QByteArray("missing_client_id");
    QTest::newRow("two") << kit::Headers {{"X-Client-Id", "ann"}, {"x-client-id", "bob"}}
                         << QByteArray("invalid_client_id");
    QTest::newRow("too long") << kit::Headers {{"X-Client-Id", QByteArray(257, 'a')}}
                              << QByteArray("invalid_client_id");
}

void ClientIdentityTest::whoHasNoNameIsRefused()
{
    QFETCH(kit::Headers, headers);
    QFETCH(QByteArray, code);
    startByHeader();
    const kit::Answer answer = askChat(*m_fixture, headers);
    QCOMPARE(answer.status, 400);
    QCOMPARE(errorShape(answer.body).code, code);
    QCOMPARE(errorShape(answer.body).type, QByteArray("invalid_request_error"));
    QCOMPARE(get(*m_fixture, "/llm/v1/models", headers).status, 400);
    const kit::Answer anthropic = askMessages(*m_fixture, headers);
    QCOMPARE(anthropic.status, 400);
    QCOMPARE(anthropicErrorType(anthropic.body), QByteArray("invalid_request_error"));
    QCOMPARE(m_fixture->provider.requestCount(), 0);
    QVERIFY(m_fixture->requestLine(2).contains("status=400 outcome=refused"));
}

void ClientIdentityTest::aGroupHasToBeKnown()
{
    startByHeader();
    const kit::Headers none {{"X-Client-Id", "ann"}};
    QCOMPARE(askChat(*m_fixture, none).status, 200);
    const kit::Headers unknown {{"X-Client-Id", "ann"}, {"X-Group", "Paid"}};
    const kit::Answer refused = askChat(*m_fixture, unknown);
    QCOMPARE(refused.status, 400);
    QCOMPARE(errorShape(refused.body).code, QByteArray("invalid_group"));
    QCOMPARE(askMessages(*m_fixture, unknown).status, 400);
    QCOMPARE(m_fixture->modelRequestCount(), 1);
}

void ClientIdentityTest::whatSpendsNothingNeedsNoName()
{
    startByHeader();
    QCOMPARE(get(*m_fixture, "/health").status, 200);
    QCOMPARE(ask(*m_fixture, "HEAD", "/").status, 200);
    const kit::Answer preflight = ask(*m_fixture, "OPTIONS", "/llm/v1/chat/completions",
        {{"Origin", "http://localhost:1"}, {"Access-Control-Request-Method", "POST"}});
    QCOMPARE(preflight.status, 204);
}

void ClientIdentityTest::theTokenNamesTheClient()
{
    startByToken("group_id = { jwt_claim = \"plan.tiers\" }\n"
                 "[server.client_identification.validation]\ngroup_values = [\"free\", \"paid\"]\n");
    QCOMPARE(askChat(*m_fixture, bearer({{"sub", "ann"}})).status, 200);
    QVERIFY(m_fixture->requestLine(0).contains(" client=ann "));
    const Json listed {{"sub", "bob"}, {"plan", {{"tiers", {"beta", "paid"}}}}};
    QCOMPARE(askMessages(*m_fixture, bearer(listed)).status, 200);
    QVERIFY(m_fixture->requestLine(1).contains(" client=bob "));
    const Json unknown {{"sub", "bob"}, {"plan", {{"tiers", "gold"}}}};
    QCOMPARE(errorShape(askChat(*m_fixture, bearer(unknown)).body).code, QByteArray("invalid_group"));
    // What a client says of itself does not matter then.
    kit::Headers claimed = bearer({{"sub", "eve"}});
    claimed.emplace_back("X-Client-Id", "ann");
    QCOMPARE(askChat(*m_fixture, claimed).status, 200);
    QVERIFY(m_fixture->requestLine(3).contains(" client=eve "));
    QVERIFY(!m_fixture->logLines().join().contains("eyJ"));
}

void ClientIdentityTest::aTokenWithoutTheClaimIsRefused()
{
    startByToken("client_id = { jwt_claim = \"org.id\" }\n");
    QCOMPARE(askChat(*m_fixture, bearer({{"sub", "ann"}, {"org", {{"id", 42}}}})).status, 200);
    QVERIFY(m_fixture->requestLine(0).contains(" client=42 "));
    const kit::Answer answer = askChat(*m_fixture, bearer({{"sub", "ann"}}));
    QCOMPARE(answer.status, 400);
    QCOMPARE(errorShape(answer.body).code, QByteArray("missing_client_id"));
    // A bad token is told before a missing name.
    QCOMPARE(askChat(*m_fixture).status, 401);
    QCOMPARE(m_fixture->modelRequestCount(), 1);
}

void ClientIdentityTest::aPlainNameLabelsTheClientInTheLog_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("label");
    QTest::newRow("a name") << QByteArray("Bearer my-editor") << QByteArray("my-editor");
    QTest::newRow("a key") << QByteArray("Bearer sk-abcdef") << QByteArray();
    QTest::newRow("what may be a key") << QByteArray("Bearer 0123456789abcdefABCD") << QByteArray();
    QTest::newRow("none") << QByteArray() << QByteArray();
}

void ClientIdentityTest::aPlainNameLabelsTheClientInTheLog()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QByteArray, label);
    m_fixture->start();
    QCOMPARE(askChat(*m_fixture, {{"Authorization", authorization}}).status, 200);
    const QByteArray line = m_fixture->requestLine();
    QCOMPARE(line.contains(" client="), !label.isEmpty());
    QVERIFY(label.isEmpty() || line.contains(" client=" + label + ' '));
    const QByteArray word = authorization.sliced(authorization.indexOf(' ') + 1);
    QVERIFY(!label.isEmpty() || word.isEmpty() || !m_fixture->logLines().join().contains(word));
    QCOMPARE(
        m_fixture->provider.received(0).header("authorization"), QByteArray("Bearer ") + GatewayFixture::key);
}

QTEST_GUILESS_MAIN(ClientIdentityTest)
#include "tst_clientidentity.moc"

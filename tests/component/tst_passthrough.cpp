// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayfixture.h"

#include <QTest>

using namespace nexus;
using kit::Reply;

class PassThroughTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aWholeAnswerChangesOnlyTheModel();
    void everyChunkOfAStreamCarriesTheAskedName();
    void theAnswerSaysWhereItCameFrom();
    void theClientsRequestIdIsKept();
    void everyMountServes_data();
    void everyMountServes();
    void embeddingsAndCompletionsPassToo();
    void theKeyShowsNowhere();

private:
    std::unique_ptr<GatewayFixture> m_fixture;
};

void PassThroughTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
}

void PassThroughTest::cleanup()
{
    m_fixture.reset();
}

void PassThroughTest::aWholeAnswerChangesOnlyTheModel()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::json(200,
        R"({"zeta":1, "model" :"real-name-2024","big":12345678901234567890123,"f":1.10,"choices":[{"message":{"content":"caf\u00e9 )"
        "\xf0\x9f\x98\x80"
        R"(","model":"inner"}}],"alpha":null})"));
    const auto client = m_fixture->connect();
    client->post("/llm/v1/chat/completions",
        R"({"z":1e400,"messages":[{"role":"user","content":"hi","model":"not this"}],  "model":"up/renamed","a":{"y":1,"b":2},"seed":98765432109876543210})");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
    QCOMPARE(client->answer().body,
        QByteArray(
            R"({"zeta":1, "model" :"up/renamed","big":12345678901234567890123,"f":1.10,"choices":[{"message":{"content":"caf\u00e9 )"
            "\xf0\x9f\x98\x80"
            R"(","model":"inner"}}],"alpha":null})"));
    QCOMPARE(m_fixture->provider.received(0).path(), QByteArray("/v1/chat/completions"));
    QCOMPARE(m_fixture->provider.received(0).body,
        QByteArray(
            R"({"z":1e400,"messages":[{"role":"user","content":"hi","model":"not this"}],  "model":"real-name","a":{"y":1,"b":2},"seed":98765432109876543210})"));
    QTRY_COMPARE(m_fixture->events("request").size(), 1);
    QVERIFY(m_fixture->events("request").first().contains("status=200 outcome=answered"));
    QVERIFY(m_fixture->events("attempt").first().contains("provider=up model=real-name status=200"));
}

void PassThroughTest::everyChunkOfAStreamCarriesTheAskedName()
{
    m_fixture->start();
    m_fixture->provider.script(
        Reply::sse({R"({"model":"real-name","choices":[{"delta":{"content":"a"}}],"x":1})",
            R"({"choices":[{"delta":{},"finish_reason":"stop"}],"model":"real-name"})", "[DONE]"}));
    const auto client = m_fixture->connect();
    client->post("/llm/v1/chat/completions", R"({"model":"up/renamed","stream":true,"messages":[]})");
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = client->answer();
    QVERIFY(answer.isChunked && answer.hasTerminator);
    QVERIFY(answer.header("content-type").startsWith("text/event-stream"));
    QCOMPARE(answer.events(),
        QByteArrayList({R"({"model":"up/renamed","choices":[{"delta":{"content":"a"}}],"x":1})",
            R"({"choices":[{"delta":{},"finish_reason":"stop"}],"model":"up/renamed"})", "[DONE]"}));
    QTRY_COMPARE(m_fixture->events("request").size(), 1);
    QVERIFY(m_fixture->events("request").first().contains("stream=true status=200 outcome=answered"));
}

void PassThroughTest::theAnswerSaysWhereItCameFrom()
{
    m_fixture->start();
    m_fixture->provider.script(
        Reply::json(200, "{}").withHeader("Set-Cookie", "a=b").withHeader("X-Request-Id", "up"));
    const auto client = m_fixture->connect();
    client->post("/llm/v1/chat/completions", R"({"model":"up/renamed","messages":[]})");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().header("x-nexus-provider"), QByteArray("up"));
    QCOMPARE(client->answer().header("x-nexus-model"), QByteArray("real-name"));
    QCOMPARE(client->answer().header("x-nexus-attempts"), QByteArray("1"));
    QCOMPARE(client->answer().header("x-nexus-cache"), QByteArray("off"));
    QCOMPARE(client->answer().header("content-type"), QByteArray("application/json"));
    QVERIFY(client->answer().header("x-request-id").startsWith("req_"));
    QVERIFY(client->answer().header("set-cookie").isEmpty());
}

void PassThroughTest::theClientsRequestIdIsKept()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::json(200, "{}"));
    const auto client = m_fixture->connect();
    client->post(
        "/llm/v1/chat/completions", R"({"model":"up/renamed","messages":[]})", {{"X-Request-Id", "mine-1"}});
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().header("x-request-id"), QByteArray("mine-1"));
    QTRY_COMPARE(m_fixture->events("request").size(), 1);
    QVERIFY(m_fixture->events("request").first().contains("id=mine-1 "));
}

void PassThroughTest::everyMountServes_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/llm/v1/", "/llm/openai/v1/", "/v1/", "/my/own/v1/", "/my/own/"}) {
        QTest::newRow(path) << QByteArray(path);
    }
}

void PassThroughTest::everyMountServes()
{
    QFETCH(QByteArray, path);
    m_fixture->start(path.startsWith("/my") ? "[llm.protocols.openai]\npath = \"/my/own\"\n" : "");
    m_fixture->provider.setDefaultReply(Reply::json(200, "{}"));
    const auto client = m_fixture->connect();
    client->post(path + "chat/completions/?beta=true", R"({"model":"up/x","messages":[]})");
    client->request("GET", path + "models");
    client->request("GET", path + "models/up/renamed");
    QVERIFY(client->waitForAnswers(3));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(client->answer(i).status, 200);
    }
    QVERIFY(client->answer(1).body.contains(R"("id":"up/renamed","object":"model")"));
    QVERIFY(client->answer(2).body.startsWith(R"({"id":"up/renamed","object":"model")"));
}

void PassThroughTest::embeddingsAndCompletionsPassToo()
{
    m_fixture->start();
    m_fixture->provider.setDefaultReply(Reply::json(200, R"({"model":"m"})"));
    const auto client = m_fixture->connect();
    client->post("/llm/v1/embeddings", R"({"model":"up/e","input":"text"})");
    client->post("/llm/v1/completions", R"({"model":"up/c","prompt":"text"})");
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->answer(0).body, QByteArray(R"({"model":"up/e"})"));
    QCOMPARE(client->answer(1).body, QByteArray(R"({"model":"up/c"})"));
    QCOMPARE(m_fixture->provider.received(0).path(), QByteArray("/v1/embeddings"));
    QCOMPARE(m_fixture->provider.received(1).path(), QByteArray("/v1/completions"));
}

void PassThroughTest::theKeyShowsNowhere()
{
    m_fixture->start();
    const QByteArray key(GatewayFixture::key);
    m_fixture->provider.script(Reply::json(401,
        R"({"error":{"message":"Incorrect API key provided: )" + key + R"(","code":"invalid_api_key"}})"));
    const auto client = m_fixture->connect();
    client->post("/llm/v1/chat/completions", R"({"model":"up/x","messages":[]})",
        {{"Authorization", "Bearer sk-the-clients-own-key-12345"}});
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 401);
    QCOMPARE(m_fixture->provider.received(0).header("authorization"), "Bearer " + key);
    client->request("GET", "/health");
    QVERIFY(client->waitForAnswers(2));
    QVERIFY(client->answer(1).body.contains("Incorrect API key provided"));
    QVERIFY(!client->rawBytes().contains(key));
    QVERIFY(!m_fixture->logLines().join('\n').contains(key));
    QVERIFY(!m_fixture->logLines().join('\n').contains("sk-the-clients"));
}

QTEST_GUILESS_MAIN(PassThroughTest)
#include "tst_passthrough.moc"

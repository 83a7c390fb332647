// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "gatewayfixture.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

class KeepaliveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aSilentProviderGivesHeadAndCommentsThenTheEvents();
    void aRefusalAfterACommentIsAnErrorEvent_data();
    void aRefusalAfterACommentIsAnErrorEvent();
    void insideAStreamCommentsStandBetweenEvents_data();
    void insideAStreamCommentsStandBetweenEvents();
    void aLivelyStreamHasNoComments();
    void offSendsNothing();
    void aWholeAnswerIsNeverKeptAlive();
    void aClientThatLeavesASilentProviderEndsTheCall();

private:
    void start(const QByteArray &keepalive, const QByteArray &inProvider = "retries.max_attempts = 1\n");
    [[nodiscard]] bool waitForComments(const kit::RawClient &client, int count) const;

    const QByteArray m_comment = ": keep-alive\n\n";
    const QByteArray m_first = chunkOf("up/renamed", "one");
    const QByteArray m_last = chunkOf("up/renamed", "two", "stop");
    const QByteArrayList m_whole {m_first, m_last, "[DONE]"};
    const QByteArray m_wholeBody = eventOf(m_first) + eventOf(m_last) + eventOf("[DONE]");
    std::unique_ptr<GatewayFixture> m_fixture;
};

void KeepaliveTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
}

void KeepaliveTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void KeepaliveTest::start(const QByteArray &keepalive, const QByteArray &inProvider)
{
    m_fixture->start("[llm]\nkeepalive = \"" + keepalive + "\"\n", inProvider);
}

bool KeepaliveTest::waitForComments(const kit::RawClient &client, int count) const
{
    return client.waitUntil([&client, count] { return client.answer().comments().size() >= count; });
}

void KeepaliveTest::aSilentProviderGivesHeadAndCommentsThenTheEvents()
{
    start("200ms");
    m_fixture->provider.script(Reply::sse(m_whole).held());
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(waitForComments(*client, 3));
    QCOMPARE(client->answer().status, 200);
    QVERIFY(client->answer().header("content-type").startsWith("text/event-stream"));
    QCOMPARE(client->answer().header("x-nexus-provider"), QByteArray("up"));
    QVERIFY(client->answer().events().isEmpty());
    m_fixture->provider.release(0);
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = client->answer();
    QVERIFY(answer.hasTerminator);
    QVERIFY(answer.body.startsWith(m_comment));
    QVERIFY(answer.body.endsWith(m_wholeBody));
    QCOMPARE(answer.events(), m_whole);
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=answered"));
    QCOMPARE(m_fixture->provider.requestCount(), 1);
}

void KeepaliveTest::aRefusalAfterACommentIsAnErrorEvent_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("logged");
    QTest::newRow("429") << Reply::json(429,
        R"({"error":{"message":"Slow down.","type":"requests","param":null,"code":"rate_limit_exceeded"}})")
                         << QByteArray("requests") << QByteArray("rate_limit_exceeded")
                         << QByteArray("status=429");
    QTest::newRow("500") << Reply::json(500, R"({"error":{"message":"Boom."}})") << QByteArray("api_error")
                         << QByteArray() << QByteArray("status=500");
    QTest::newRow("closed") << Reply::closeAtOnce() << QByteArray("api_error")
                            << QByteArray("upstream_invalid") << QByteArray("status=0");
    QTest::newRow("a whole answer") << Reply::json(200, R"({"model":"real-name"})") << QByteArray("api_error")
                                    << QByteArray("upstream_invalid") << QByteArray("status=200");
}

void KeepaliveTest::aRefusalAfterACommentIsAnErrorEvent()
{
    QFETCH(Reply, reply);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, logged);
    start("200ms");
    m_fixture->provider.script(reply.held());
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(waitForComments(*client, 1));
    m_fixture->provider.release(0);
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = client->answer();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.hasTerminator);
    QVERIFY(!answer.body.contains("[DONE]"));
    QCOMPARE(answer.events().size(), 1);
    const ErrorShape error = errorShape(answer.events().constFirst());
    QVERIFY2(error.isWellFormed, answer.body.constData());
    QCOMPARE(error.type, type);
    QCOMPARE(error.code, code);
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=failed"));
    QVERIFY2(m_fixture->attemptLine().contains(logged), m_fixture->attemptLine().constData());
}

void KeepaliveTest::insideAStreamCommentsStandBetweenEvents_data()
{
    QTest::addColumn<qsizetype>("silentAfter");
    const qsizetype size = eventOf(m_first).size();
    QTest::newRow("between two events") << size;
    QTest::newRow("inside the first event") << size / 2;
    QTest::newRow("inside the second event") << size + 11;
    QTest::newRow("before an event's blank line") << size - 1;
}

void KeepaliveTest::insideAStreamCommentsStandBetweenEvents()
{
    QFETCH(qsizetype, silentAfter);
    start("200ms");
    m_fixture->provider.script(Reply::sse(m_whole).holdAfter(silentAfter));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(waitForComments(*client, 2));
    m_fixture->provider.release(0);
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().events(), m_whole);
    // Without its comments it is the provider's stream, so none of them broke an event.
    QCOMPARE(client->answer().body.replace(m_comment, ""), m_wholeBody);
    const QByteArray silence = client->answer().body.left(client->answer().body.indexOf(m_comment));
    QVERIFY(silence.isEmpty() || silence.endsWith("\n\n"));
    QVERIFY(m_fixture->requestLine().contains("outcome=answered"));
}

void KeepaliveTest::aLivelyStreamHasNoComments()
{
    start("2s");
    QByteArrayList data(28, m_first);
    data += {m_last, "[DONE]"};
    m_fixture->provider.script(Reply::sse(data).pausing(100ms));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().events(), data);
    QVERIFY(client->answer().comments().isEmpty());
}

void KeepaliveTest::offSendsNothing()
{
    start("off");
    m_fixture->provider.script(Reply::sse(m_whole).held());
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(!client->waitForHead(0, 700ms));
    m_fixture->provider.release(0);
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().body, m_wholeBody);
}

void KeepaliveTest::aWholeAnswerIsNeverKeptAlive()
{
    start("50ms");
    m_fixture->provider.script(Reply::json(200, "{}").held());
    const auto client = m_fixture->post(GatewayFixture::chat(false));
    QVERIFY(!client->waitForHead(0, 500ms));
    m_fixture->provider.release(0);
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().body, QByteArray("{}"));
}

void KeepaliveTest::aClientThatLeavesASilentProviderEndsTheCall()
{
    start("100ms");
    m_fixture->provider.script(Reply::hang());
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(waitForComments(*client, 2));
    client->reset();
    QTRY_VERIFY(m_fixture->provider.received(0).closedAfter.has_value());
    QVERIFY(m_fixture->requestLine().contains("outcome=client_gone"));
}

QTEST_GUILESS_MAIN(KeepaliveTest)
#include "tst_keepalive.moc"

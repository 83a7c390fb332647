// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "trafficfixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace nexus;
using kit::Reply;

//! What becomes of a call that is shared when somebody leaves, the provider fails or the gateway stops.
class SharedEndingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aWaitingClientThatLeavesDisturbsNobody();
    void theFirstClientLeavesBeforeTheAnswer_data();
    void theFirstClientLeavesBeforeTheAnswer();
    void theFirstClientLeavesInTheMiddle();
    void whenAllHaveLeftTheCallEnds_data();
    void whenAllHaveLeftTheCallEnds();
    void aFailureIsEverybodysInTheirDialect_data();
    void aFailureIsEverybodysInTheirDialect();
    void aBrokenStreamLooksCompleteToNobody();
    void whenTheGatewayStopsEverybodyHearsIt();

private:
    void start(const QByteArray &top = {}, const QByteArray &more = {});

    std::unique_ptr<TrafficFixture> m_fixture;
};

void SharedEndingsTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
}

void SharedEndingsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void SharedEndingsTest::start(const QByteArray &top, const QByteArray &more)
{
    m_fixture->start(top + TrafficFixture::provider("a", more.isEmpty() ? "retries.max_attempts = 1\n" : more)
        + "[llm]\nkeepalive = \"50ms\"\n[llm.cache]\nenabled = true\n");
}

void SharedEndingsTest::aWaitingClientThatLeavesDisturbsNobody()
{
    start("server.workers = 2\n");
    m_fixture->a.setDefaultReply(streamReply().held());
    const Clients first = m_fixture->sendEqual(1, true);
    QTRY_COMPARE(m_fixture->a.requestCount(), 1);
    const Clients leaving = m_fixture->sendEqual(2, true);
    const Clients staying = m_fixture->sendEqual(2, true);
    QVERIFY(haveComments(leaving) && haveComments(staying));
    leaving[0]->reset();
    leaving[1]->hangUp();
    QTRY_COMPARE(m_fixture->recordsWith("outcome=client_gone cache=hit attempts=0"), 2);
    m_fixture->a.release();
    QVERIFY(haveAnswers(first) && haveAnswers(staying));
    QCOMPARE(first[0]->answer().events(), streamSeen("a/m"));
    QCOMPARE(staying[0]->answer().events(), streamSeen("a/m"));
    QCOMPARE(staying[1]->answer().events(), streamSeen("a/m"));
    QCOMPARE(m_fixture->a.requestCount(), 1);
}

void SharedEndingsTest::theFirstClientLeavesBeforeTheAnswer_data()
{
    QTest::addColumn<int>("workers");
    QTest::addColumn<bool>("isStream");
    for (const int workers : {1, 4}) {
        QTest::addRow("%d workers, whole", workers) << workers << false;
        QTest::addRow("%d workers, stream", workers) << workers << true;
    }
}

void SharedEndingsTest::theFirstClientLeavesBeforeTheAnswer()
{
    QFETCH(int, workers);
    QFETCH(bool, isStream);
    start("server.workers = " + QByteArray::number(workers) + '\n');
    m_fixture->a.setDefaultReply(isStream ? streamReply().held() : wholeReply().held());
    const Clients first = m_fixture->sendEqual(1, isStream);
    QTRY_COMPARE(m_fixture->a.heldRequests().size(), std::size_t(1));
    const Clients others = m_fixture->sendEqual(8, isStream);
    m_fixture->letWorkersTurn(workers);
    QVERIFY(!isStream || haveComments(others));
    first[0]->reset();
    m_fixture->letWorkersTurn(workers);
    m_fixture->a.release();
    QVERIFY(haveAnswers(others));
    for (const auto &client : others) {
        QCOMPARE(client->answer().status, 200);
        QVERIFY(client->answer().body.contains("hello"));
        QCOMPARE(client->answer().events(), isStream ? streamSeen("a/m") : QByteArrayList());
        QCOMPARE(client->answer().header("x-nexus-cache"), QByteArray("hit"));
    }
    QCOMPARE(m_fixture->a.requestCount(), 1);
    QTRY_COMPARE(m_fixture->recordsWith("outcome=client_gone cache=miss attempts=1"), 1);
    // It is kept although the one who asked did not wait for it.
    QCOMPARE(m_fixture->ask(chatOf("a/m", isStream)).header("x-nexus-cache"), QByteArray("hit"));
}

void SharedEndingsTest::theFirstClientLeavesInTheMiddle()
{
    start("server.workers = 2\n");
    m_fixture->a.setDefaultReply(streamReply().holdAfter(eventOf(streamData()[0]).size()));
    const Clients first = m_fixture->sendEqual(1, true);
    QVERIFY(first[0]->waitForBody("hello"));
    const Clients others = m_fixture->sendEqual(5, true);
    for (const auto &client : others) {
        QVERIFY(client->waitForBody("hello"));
    }
    first[0]->reset();
    m_fixture->letWorkersTurn(2);
    QVERIFY(!m_fixture->a.received(0).closedAfter);
    m_fixture->a.release();
    QVERIFY(haveAnswers(others));
    for (const auto &client : others) {
        QCOMPARE(client->answer().events(), streamSeen("a/m"));
        QVERIFY(client->answer().hasTerminator);
    }
    QCOMPARE(m_fixture->a.requestCount(), 1);
    // What was used is counted all the same.
    QTRY_COMPARE(
        m_fixture->recordsWith("status=200 outcome=client_gone cache=miss attempts=1 tokens_in=5"), 1);
    QTRY_COMPARE(m_fixture->recordsWith("outcome=answered cache=hit"), 5);
}

void SharedEndingsTest::whenAllHaveLeftTheCallEnds_data()
{
    QTest::addColumn<bool>("isFirstFirst");
    QTest::addColumn<bool>("hasBegun");
    QTest::newRow("the first one first, before the answer") << true << false;
    QTest::newRow("the first one last, before the answer") << false << false;
    QTest::newRow("the first one first, in the middle") << true << true;
    QTest::newRow("the first one last, in the middle") << false << true;
}

void SharedEndingsTest::whenAllHaveLeftTheCallEnds()
{
    QFETCH(bool, isFirstFirst);
    QFETCH(bool, hasBegun);
    start("server.workers = 2\n");
    const Reply reply = streamReply();
    m_fixture->a.script(hasBegun ? reply.hangAfter(eventOf(streamData()[0]).size()) : Reply::hang());
    const Clients first = m_fixture->sendEqual(1, true);
    QTRY_COMPARE(m_fixture->a.requestCount(), 1);
    const Clients others = m_fixture->sendEqual(3, true);
    QVERIFY(haveComments(first) && haveComments(others));
    if (isFirstFirst) {
        first[0]->reset();
    }
    for (const auto &client : others) {
        QVERIFY(!m_fixture->a.received(0).closedAfter);
        client->reset();
        m_fixture->letWorkersTurn(2);
    }
    first[0]->reset();
    QTRY_VERIFY(m_fixture->a.received(0).closedAfter);
    QTRY_COMPARE(m_fixture->recordsWith("outcome=client_gone cache=hit attempts=0"), 3);
    QTRY_COMPARE(m_fixture->recordsWith("outcome=client_gone cache=miss attempts=1"), 1);
    // Nothing of it is left for the next.
    m_fixture->a.setDefaultReply(streamReply("anew"));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m", true));
    QCOMPARE(answer.header("x-nexus-cache"), QByteArray("miss"));
    QCOMPARE(answer.events(), streamSeen("a/m", "anew"));
}

void SharedEndingsTest::aFailureIsEverybodysInTheirDialect_data()
{
    QTest::addColumn<bool>("isAnthropic");
    QTest::newRow("OpenAI") << false;
    QTest::newRow("Anthropic") << true;
}

void SharedEndingsTest::aFailureIsEverybodysInTheirDialect()
{
    QFETCH(bool, isAnthropic);
    start("server.workers = 2\n");
    m_fixture->a.setDefaultReply(errorReply(429).withHeader("Retry-After", "9").held());
    const Clients clients = m_fixture->sendEqual(6, false, isAnthropic);
    QTRY_COMPARE(m_fixture->a.heldRequests().size(), std::size_t(1));
    m_fixture->letWorkersTurn(2);
    m_fixture->a.release();
    QVERIFY(haveAnswers(clients));
    for (const auto &client : clients) {
        const kit::Answer answer = client->answer();
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.header("retry-after"), QByteArray("9"));
        QCOMPARE(answer.header("content-type"), QByteArray("application/json"));
        QCOMPARE(answer.header("x-nexus-provider"), QByteArray("a"));
        QCOMPARE(answer.header("x-nexus-model"), QByteArray("m"));
        QCOMPARE(answer.body.startsWith(R"({"type":"error")"), isAnthropic);
        QCOMPARE(errorTypeOf(answer.body), QByteArray(isAnthropic ? "rate_limit_error" : "their_type"));
        QVERIFY(answer.body.contains("It answers 429."));
    }
    QCOMPARE(m_fixture->a.requestCount(), 1);
    QTRY_COMPARE(m_fixture->recordsWith("status=429 outcome=failed cache=hit attempts=0"), 5);
    QTRY_COMPARE(m_fixture->recordsWith("status=429 outcome=failed cache=miss attempts=1"), 1);
}

void SharedEndingsTest::aBrokenStreamLooksCompleteToNobody()
{
    start("server.workers = 2\n");
    const qsizetype size = eventOf(streamData()[0]).size();
    m_fixture->a.setDefaultReply(streamReply().holdAfter(size).cutAfter(size + 3));
    const Clients clients = m_fixture->sendEqual(5, true);
    for (const auto &client : clients) {
        QVERIFY(client->waitForBody("hello"));
    }
    m_fixture->a.release();
    QVERIFY(haveAnswers(clients));
    for (const auto &client : clients) {
        const kit::Answer answer = client->answer();
        QVERIFY(answer.hasTerminator && !answer.body.contains("[DONE]"));
        QCOMPARE(answer.events().size(), 2);
        QCOMPARE(errorShape(answer.events().constLast()).code, QByteArray("upstream_invalid"));
    }
    QTRY_COMPARE(m_fixture->recordsWith("status=200 outcome=failed"), 5);
    QCOMPARE(m_fixture->a.requestCount(), 1);
}

void SharedEndingsTest::whenTheGatewayStopsEverybodyHearsIt()
{
    start("server.workers = 2\nserver.shutdown_grace = \"100ms\"\n");
    m_fixture->a.setDefaultReply(wholeReply().held());
    const Clients clients = m_fixture->sendEqual(6, false);
    QTRY_COMPARE(m_fixture->a.requestCount(), 1);
    m_fixture->letWorkersTurn(2);
    QSignalSpy finished(m_fixture->gateway.gateway.get(), &Gateway::finished);
    m_fixture->gateway.gateway->drain();
    QVERIFY(haveAnswers(clients));
    for (const auto &client : clients) {
        QCOMPARE(client->answer().status, 503);
        QVERIFY(errorShape(client->answer().body).message.contains("shutting down"));
    }
    QVERIFY(!finished.isEmpty() || finished.wait());
    QTRY_COMPARE(m_fixture->recordsWith("outcome=shut_down"), 6);
}

QTEST_GUILESS_MAIN(SharedEndingsTest)
#include "tst_sharedendings.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "trafficfixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace nexus;
using kit::Reply;

//! Equal requests at the same time are one call, and everybody gets all of its answer.
class SharedAnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void twentyClientsShareOneCall_data();
    void twentyClientsShareOneCall();
    void whoComesInTheMiddleGetsAllOfIt();
    void aRepetitionIsOneStreamForAll();
    void aSlowClientHoldsNobodyUp_data();
    void aSlowClientHoldsNobodyUp();
    void anySuccessIsShared();
    void whoWantsNothingStoredAsksAlone();
    void withoutTheCacheEverybodyAsks();

private:
    void start(const QByteArray &top = {}, const QByteArray &more = {});

    std::unique_ptr<TrafficFixture> m_fixture;
};

void SharedAnswersTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
}

void SharedAnswersTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void SharedAnswersTest::start(const QByteArray &top, const QByteArray &more)
{
    m_fixture->start(top + TrafficFixture::provider("a", more.isEmpty() ? "retries.max_attempts = 1\n" : more)
        + "[llm]\nkeepalive = \"50ms\"\n[llm.cache]\nenabled = true\n");
}

void SharedAnswersTest::twentyClientsShareOneCall_data()
{
    QTest::addColumn<int>("workers");
    QTest::addColumn<bool>("isStream");
    QTest::addColumn<bool>("isAnthropic");
    for (const int workers : {1, 4}) {
        for (const bool isStream : {false, true}) {
            for (const bool isAnthropic : {false, true}) {
                QTest::addRow("%d workers, %s, %s", workers, isStream ? "stream" : "whole",
                    isAnthropic ? "Anthropic" : "OpenAI")
                    << workers << isStream << isAnthropic;
            }
        }
    }
}

void SharedAnswersTest::twentyClientsShareOneCall()
{
    QFETCH(int, workers);
    QFETCH(bool, isStream);
    QFETCH(bool, isAnthropic);
    start("server.workers = " + QByteArray::number(workers) + '\n');
    m_fixture->a.setDefaultReply(isStream ? streamReply().held() : wholeReply().held());
    const Clients clients = m_fixture->sendEqual(20, isStream, isAnthropic);
    QTRY_COMPARE(m_fixture->a.heldRequests().size(), std::size_t(1));
    m_fixture->letWorkersTurn(workers);
    QVERIFY(!isStream || haveComments(clients));
    m_fixture->a.release();
    QVERIFY(haveAnswers(clients));
    int hits = 0;
    int fromMemory = 0;
    for (const auto &client : clients) {
        const kit::Answer answer = client->answer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(headCount(client->rawBytes()), 1);
        QVERIFY(
            answer.header("content-type").startsWith(isStream ? "text/event-stream" : "application/json"));
        if (isStream) {
            QVERIFY(answer.hasTerminator && !answer.isBroken);
            QCOMPARE(answer.events(), clients.front()->answer().events());
            QVERIFY(answer.body.contains(isAnthropic ? "message_stop" : "[DONE]"));
        } else {
            QCOMPARE(answer.body, clients.front()->answer().body);
        }
        QVERIFY(answer.body.contains("hello"));
        QCOMPARE(answer.header("x-nexus-provider"), QByteArray("a"));
        QCOMPARE(answer.header("x-nexus-model"), QByteArray("m"));
        const bool isHit = answer.header("x-nexus-cache") == "hit";
        QCOMPARE(answer.header("x-nexus-attempts"), QByteArray(isHit ? "0" : "1"));
        QCOMPARE(answer.header("request-id"), isAnthropic ? answer.header("x-request-id") : QByteArray());
        hits += isHit ? 1 : 0;
        fromMemory += answer.header("age").isEmpty() ? 0 : 1;
    }
    QCOMPARE(hits, 19);
    QCOMPARE(fromMemory, 0);
    QCOMPARE(m_fixture->a.requestCount(), 1);
    QTRY_COMPARE(m_fixture->recordsWith("status=200 outcome=answered cache=hit attempts=0 tokens_in=5"), 19);
    QTRY_COMPARE(m_fixture->recordsWith("status=200 outcome=answered cache=miss attempts=1 tokens_in=5"), 1);
    QCOMPARE(m_fixture->gateway.events("attempt").size(), 1);
}

void SharedAnswersTest::whoComesInTheMiddleGetsAllOfIt()
{
    start();
    m_fixture->a.setDefaultReply(streamReply().holdAfter(eventOf(streamData()[0]).size()));
    const Clients first = m_fixture->sendEqual(1, true);
    QVERIFY(first[0]->waitForBody("hello"));
    const Clients later = m_fixture->sendEqual(3, true);
    for (const auto &client : later) {
        QVERIFY(client->waitForBody("hello"));
        QVERIFY(!client->answer().isComplete);
    }
    m_fixture->a.release();
    QVERIFY(haveAnswers(first) && haveAnswers(later));
    for (const auto &client : later) {
        QCOMPARE(client->answer().events(), streamSeen("a/m"));
    }
    QCOMPARE(m_fixture->a.requestCount(), 1);
}

void SharedAnswersTest::aRepetitionIsOneStreamForAll()
{
    start("server.workers = 2\n", "retries.max_attempts = 2\n");
    m_fixture->a.script(errorReply(503).held());
    m_fixture->a.script(streamReply("again").held());
    const Clients clients = m_fixture->sendEqual(5, true);
    QTRY_COMPARE(m_fixture->a.heldRequests().size(), std::size_t(1));
    QVERIFY(haveComments(clients));
    m_fixture->a.release(0);
    QTRY_COMPARE(m_fixture->a.requestCount(), 2);
    m_fixture->a.release(1);
    QVERIFY(haveAnswers(clients));
    for (const auto &client : clients) {
        QCOMPARE(headCount(client->rawBytes()), 1);
        QCOMPARE(client->answer().events(), streamSeen("a/m", "again"));
    }
    QCOMPARE(m_fixture->a.requestCount(), 2);
}

void SharedAnswersTest::aSlowClientHoldsNobodyUp_data()
{
    QTest::addColumn<std::size_t>("slow");
    QTest::newRow("the first one") << std::size_t(0);
    QTest::newRow("another one") << std::size_t(1);
}

void SharedAnswersTest::aSlowClientHoldsNobodyUp()
{
    QFETCH(std::size_t, slow);
    start("server.workers = 2\n");
    // More than the operating system takes for a client that does not read.
    QByteArrayList data(112, chunkOf("m", QByteArray(64 * 1024, 'x')));
    data += streamData();
    m_fixture->a.setDefaultReply(Reply::sse(data).held());
    Clients clients = m_fixture->sendEqual(1, true);
    QTRY_COMPARE(m_fixture->a.requestCount(), 1);
    for (auto &client : m_fixture->sendEqual(2, true)) {
        clients.push_back(std::move(client));
    }
    QVERIFY(haveComments(clients));
    clients[slow]->stopReading();
    m_fixture->a.release();
    QVERIFY(clients[slow == 0 ? 1 : 0]->waitForAnswers());
    QVERIFY(clients[2]->waitForAnswers());
    QVERIFY(!clients[slow]->answer().isComplete);
    clients[slow]->resumeReading();
    QVERIFY(clients[slow]->waitForAnswers());
    QCOMPARE(clients[0]->answer().events().size(), data.size() - 1);
    QCOMPARE(clients[1]->answer().events(), clients[0]->answer().events());
    QCOMPARE(clients[2]->answer().events(), clients[0]->answer().events());
    QCOMPARE(m_fixture->a.requestCount(), 1);
}

void SharedAnswersTest::anySuccessIsShared()
{
    start();
    m_fixture->a.setDefaultReply(wholeReply().withStatus(201).held());
    const Clients clients = m_fixture->sendEqual(4, false);
    QTRY_COMPARE(m_fixture->a.requestCount(), 1);
    m_fixture->letWorkersTurn(2);
    m_fixture->a.release();
    QVERIFY(haveAnswers(clients));
    for (const auto &client : clients) {
        QCOMPARE(client->answer().status, 201);
        QVERIFY(client->answer().body.contains("hello"));
    }
    QCOMPARE(m_fixture->a.requestCount(), 1);
    // And only 200 is kept.
    m_fixture->a.setDefaultReply(wholeReply());
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
}

void SharedAnswersTest::whoWantsNothingStoredAsksAlone()
{
    start();
    m_fixture->a.setDefaultReply(wholeReply().held());
    const Clients first = m_fixture->sendEqual(1, false);
    QTRY_COMPARE(m_fixture->a.requestCount(), 1);
    const auto alone = m_fixture->send(chatOf("a/m"), {{"Cache-Control", "no-store"}});
    QTRY_COMPARE(m_fixture->a.requestCount(), 2);
    const auto fresh = m_fixture->send(chatOf("a/m"), {{"Cache-Control", "no-cache"}});
    QTRY_COMPARE(m_fixture->a.requestCount(), 3);
    m_fixture->a.release();
    QVERIFY(haveAnswers(first) && alone->waitForAnswers() && fresh->waitForAnswers());
    QCOMPARE(alone->answer().header("x-nexus-cache"), QByteArray("bypass"));
}

void SharedAnswersTest::withoutTheCacheEverybodyAsks()
{
    m_fixture->start(TrafficFixture::provider("a"));
    m_fixture->a.setDefaultReply(wholeReply().held());
    const Clients clients = m_fixture->sendEqual(3, false);
    QTRY_COMPARE(m_fixture->a.requestCount(), 3);
    m_fixture->a.release();
    QVERIFY(haveAnswers(clients));
}

QTEST_GUILESS_MAIN(SharedAnswersTest)
#include "tst_sharedanswers.moc"

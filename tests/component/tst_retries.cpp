// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "trafficfixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

//! When the same provider is asked again, how soon, and what ends it.
class RetriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aPassingFailureIsRepeated_data();
    void aPassingFailureIsRepeated();
    void aRefusedConnectionIsTriedAgain();
    void anythingElseIsNotRepeated_data();
    void anythingElseIsNotRepeated();
    void maxAttemptsCountsTheFirstOne_data();
    void maxAttemptsCountsTheFirstOne();
    void retryAfterIsObeyed();
    void aLongRetryAfterGoesToTheClient();
    void nothingIsRepeatedBehindTheFirstByte();
    void aStreamThatBeginsWithAnErrorIsRepeated_data();
    void aStreamThatBeginsWithAnErrorIsRepeated();
    void anAttemptBehindCommentsGoesOnOnTheSameStream();
    void commentsGoOnBetweenTwoAttempts();
    void allAttemptsShareTheTotalTime();
    void aPauseThatOutlastsTheTotalTimeIsNotBegun();
    void aClientThatLeavesInThePauseEndsIt();
    void whenTheGatewayStopsInThePauseTheClientHearsIt();
    void aRefusalOfUsageIsNoRepetition();

private:
    [[nodiscard]] bool waitForComments(const kit::RawClient &client, qsizetype count) const;

    std::unique_ptr<TrafficFixture> m_fixture;
};

void RetriesTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
}

void RetriesTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

bool RetriesTest::waitForComments(const kit::RawClient &client, qsizetype count) const
{
    return client.waitUntil([&client, count] { return client.answer().comments().size() >= count; });
}

void RetriesTest::aPassingFailureIsRepeated_data()
{
    QTest::addColumn<Reply>("failure");
    QTest::addColumn<int>("status");
    for (const int status : {408, 409, 425, 429, 500, 502, 503, 504, 529}) {
        QTest::addRow("%d", status) << errorReply(status) << status;
    }
    QTest::newRow("closed before the head") << Reply::closeAtOnce() << 0;
    QTest::newRow("closed inside the head") << wholeReply().cutInHead(20) << 0;
    QTest::newRow("reset before the head") << wholeReply().cutInHead(0) << 0;
}

void RetriesTest::aPassingFailureIsRepeated()
{
    QFETCH(Reply, failure);
    QFETCH(int, status);
    m_fixture->start(TrafficFixture::provider("a"));
    for (const bool isStream : {false, true}) {
        const int before = m_fixture->a.requestCount();
        m_fixture->a.script(failure);
        m_fixture->a.script(failure);
        // On a kept connection Qt may repeat a request by itself.
        m_fixture->a.script(isStream ? streamReply() : wholeReply().closing());
        const kit::Answer answer = m_fixture->ask(chatOf("a/m", isStream));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("3"));
        QCOMPARE(answer.header("x-nexus-provider"), QByteArray("a"));
        QVERIFY(answer.body.contains("hello"));
        QVERIFY(!answer.body.contains("error"));
        QCOMPARE(m_fixture->a.requestCount() - before, 3);
        QCOMPARE(m_fixture->a.received(before + 1).body, m_fixture->a.received(before).body);
        QCOMPARE(m_fixture->a.received(before + 2).body, m_fixture->a.received(before).body);
        const int first = isStream ? 3 : 0;
        const QByteArray record = m_fixture->record(isStream ? 1 : 0);
        QVERIFY2(record.contains("status=200 outcome=answered cache=off attempts=3"), record.constData());
        const QByteArray failed = "status=" + QByteArray::number(status);
        QVERIFY(m_fixture->attempt(first).contains("number=1 provider=a model=m " + failed));
        QVERIFY(m_fixture->attempt(first).contains("error="));
        QVERIFY(m_fixture->attempt(first + 1).contains("number=2 provider=a model=m " + failed));
        QVERIFY(m_fixture->attempt(first + 2).contains("number=3 provider=a model=m status=200"));
        QVERIFY(!m_fixture->attempt(first + 2).contains("error="));
    }
}

void RetriesTest::aRefusedConnectionIsTriedAgain()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QByteArray port = QByteArray::number(closed.serverPort());
    closed.close();
    m_fixture->start(
        "[llm.providers.a]\ntype = \"openai\"\nbase_url = \"http://127.0.0.1:" + port + "/v1\"\n");
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(answer.status, 502);
    QCOMPARE(errorShape(answer.body).code, QByteArray("upstream_unreachable"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("3"));
    QVERIFY(m_fixture->record().contains("status=502 outcome=failed cache=off attempts=3"));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(m_fixture->attempt(i).contains("status=0"));
        QVERIFY(m_fixture->attempt(i).contains("error="));
    }
}

void RetriesTest::anythingElseIsNotRepeated_data()
{
    QTest::addColumn<Reply>("failure");
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 413, 422}) {
        QTest::addRow("%d", status) << errorReply(status) << status;
    }
    QTest::newRow("501") << errorReply(501) << 502;
    QTest::newRow("a redirect") << Reply::redirect(307, "/v1/elsewhere") << 502;
    QTest::newRow("no JSON") << Reply::html(200, "<html>hello</html>") << 502;
    QTest::newRow("a body that is cut") << wholeReply().cutAfter(20) << 502;
    QTest::newRow("no first byte in time") << Reply::hang() << 504;
    QTest::newRow("silence in the body") << wholeReply().hangAfter(20) << 504;
}

void RetriesTest::anythingElseIsNotRepeated()
{
    QFETCH(Reply, failure);
    QFETCH(int, status);
    m_fixture->start(
        TrafficFixture::provider("a", "timeouts.first_byte = \"200ms\"\ntimeouts.idle = \"200ms\"\n"));
    m_fixture->a.setDefaultReply(wholeReply());
    m_fixture->a.script(failure);
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(answer.status, status);
    QVERIFY(errorShape(answer.body).isWellFormed);
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("1"));
    QCOMPARE(m_fixture->a.requestCount(), 1);
    QVERIFY(m_fixture->record().contains("outcome=failed cache=off attempts=1"));
}

void RetriesTest::maxAttemptsCountsTheFirstOne_data()
{
    QTest::addColumn<int>("attempts");
    QTest::newRow("1") << 1;
    QTest::newRow("2") << 2;
    QTest::newRow("5") << 5;
}

void RetriesTest::maxAttemptsCountsTheFirstOne()
{
    QFETCH(int, attempts);
    const QByteArray number = QByteArray::number(attempts);
    m_fixture->start(TrafficFixture::provider("a", "retries.max_attempts = " + number + '\n'));
    m_fixture->a.setDefaultReply(errorReply(500));
    for (int i = 1; i < attempts; ++i) {
        m_fixture->a.script(errorReply(503));
    }
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    // The last one's error.
    QCOMPARE(answer.status, 502);
    QCOMPARE(errorShape(answer.body).code, QByteArray("code-500"));
    QCOMPARE(answer.header("x-nexus-attempts"), number);
    QCOMPARE(m_fixture->a.requestCount(), attempts);
    QVERIFY(m_fixture->record().contains("status=502 outcome=failed cache=off attempts=" + number));
}

void RetriesTest::retryAfterIsObeyed()
{
    m_fixture->start(TrafficFixture::provider("a"));
    for (const int seconds : {0, 1}) {
        m_fixture->a.script(errorReply(429).withHeader("Retry-After", QByteArray::number(seconds)));
        m_fixture->a.script(wholeReply());
        QElapsedTimer pause;
        const auto answered = connect(&m_fixture->a, &kit::ScriptedProvider::answered, this, [&pause] {
            if (!pause.isValid()) {
                pause.start();
            }
        });
        qint64 waited = -1;
        const auto received = connect(&m_fixture->a, &kit::ScriptedProvider::requestReceived, this,
            [&] { waited = pause.isValid() ? pause.elapsed() : -1; });
        const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
        disconnect(answered);
        disconnect(received);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("2"));
        QVERIFY2(waited >= 1000 * seconds, QByteArray::number(waited).constData());
        QVERIFY2(waited < 1000 * seconds + 3000, QByteArray::number(waited).constData());
    }
}

void RetriesTest::aLongRetryAfterGoesToTheClient()
{
    m_fixture->start(TrafficFixture::provider("a"));
    m_fixture->a.setDefaultReply(errorReply(429).withHeader("Retry-After", "9"));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.header("retry-after"), QByteArray("9"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("1"));
    QCOMPARE(errorShape(answer.body).code, QByteArray("code-429"));
    QCOMPARE(m_fixture->a.requestCount(), 1);
}

void RetriesTest::nothingIsRepeatedBehindTheFirstByte()
{
    m_fixture->start(TrafficFixture::provider("a"));
    const QByteArrayList data = streamData();
    // The second event stays away until the client has the first.
    m_fixture->a.script(
        Reply::sse(data).holdAfter(eventOf(data[0]).size()).cutAfter(eventOf(data[0]).size()));
    m_fixture->a.setDefaultReply(streamReply("again"));
    const auto client = m_fixture->send(chatOf("a/m", true));
    QVERIFY(client->waitForBody("hello"));
    m_fixture->a.release();
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = client->answer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.events().size(), 2);
    QCOMPARE(errorShape(answer.events().constLast()).code, QByteArray("upstream_invalid"));
    QVERIFY(answer.hasTerminator && !answer.body.contains("[DONE]"));
    QCOMPARE(m_fixture->a.requestCount(), 1);
    QVERIFY(m_fixture->record().contains("status=200 outcome=failed cache=off attempts=1"));
}

void RetriesTest::aStreamThatBeginsWithAnErrorIsRepeated_data()
{
    QTest::addColumn<Reply>("reply");
    const QByteArray error = eventOf(R"({"error":{"message":"Overloaded.","type":"server_error"}})");
    QTest::newRow("at once") << Reply::rawSse({error});
    QTest::newRow("behind a comment") << Reply::rawSse({": wait\n\n", error});
    QTest::newRow("byte by byte") << Reply::rawSse({error}).dripping();
}

void RetriesTest::aStreamThatBeginsWithAnErrorIsRepeated()
{
    QFETCH(Reply, reply);
    m_fixture->start(TrafficFixture::provider("a"));
    m_fixture->a.script(reply);
    m_fixture->a.script(streamReply("again"));
    const auto client = m_fixture->send(chatOf("a/m", true));
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = client->answer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.events(), streamSeen("a/m", "again"));
    QCOMPARE(headCount(client->rawBytes()), 1);
    QVERIFY(m_fixture->record().contains("outcome=answered cache=off attempts=2"));
    QVERIFY(m_fixture->attempt(0).contains("status=200"));
    QVERIFY(m_fixture->attempt(0).contains("error="));
}

void RetriesTest::anAttemptBehindCommentsGoesOnOnTheSameStream()
{
    m_fixture->start(TrafficFixture::provider("a") + "[llm]\nkeepalive = \"50ms\"\n");
    m_fixture->a.script(errorReply(503).held());
    m_fixture->a.script(streamReply("again").held());
    const auto client = m_fixture->send(chatOf("a/m", true));
    QVERIFY(waitForComments(*client, 2));
    m_fixture->a.release(0);
    QTRY_COMPARE(m_fixture->a.requestCount(), 2);
    const qsizetype comments = client->answer().comments().size();
    QVERIFY(waitForComments(*client, comments + 2));
    m_fixture->a.release(1);
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = client->answer();
    QCOMPARE(headCount(client->rawBytes()), 1);
    QVERIFY(answer.hasTerminator && !answer.isBroken);
    QCOMPARE(answer.events(), streamSeen("a/m", "again"));
    QVERIFY(answer.body.endsWith("data: [DONE]\n\n"));
    QVERIFY(m_fixture->record().contains("status=200 outcome=answered cache=off attempts=2"));
}

void RetriesTest::commentsGoOnBetweenTwoAttempts()
{
    m_fixture->start(TrafficFixture::provider("a") + "[llm]\nkeepalive = \"100ms\"\n");
    m_fixture->a.script(errorReply(429).withHeader("Retry-After", "1"));
    m_fixture->a.script(streamReply("again"));
    const auto client = m_fixture->send(chatOf("a/m", true));
    QVERIFY(waitForComments(*client, 4));
    QCOMPARE(m_fixture->a.requestCount(), 1);
    QVERIFY(client->waitForAnswers());
    QCOMPARE(headCount(client->rawBytes()), 1);
    QCOMPARE(client->answer().events(), streamSeen("a/m", "again"));
}

void RetriesTest::allAttemptsShareTheTotalTime()
{
    m_fixture->start(TrafficFixture::provider(
        "a", "timeouts.total = \"600ms\"\nretries = {max_attempts = 100, base_delay = \"0ms\"}\n"));
    m_fixture->a.setDefaultReply(errorReply(503).dripping(40, 20ms));
    QElapsedTimer elapsed;
    elapsed.start();
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    QVERIFY2(elapsed.elapsed() < 2'500, QByteArray::number(elapsed.elapsed()).constData());
    // Its own error when the time was up between two attempts.
    QVERIFY2(answer.status == 504 || answer.status == 503, answer.body.constData());
    const int attempts = answer.header("x-nexus-attempts").toInt();
    QVERIFY2(attempts > 1 && attempts < 20, answer.header("x-nexus-attempts").constData());
    QCOMPARE(m_fixture->a.requestCount(), attempts);
}

void RetriesTest::aPauseThatOutlastsTheTotalTimeIsNotBegun()
{
    m_fixture->start(TrafficFixture::provider("a", "timeouts.total = \"900ms\"\n"));
    m_fixture->a.setDefaultReply(errorReply(429).withHeader("Retry-After", "1"));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.header("retry-after"), QByteArray("1"));
    QCOMPARE(m_fixture->a.requestCount(), 1);
}

void RetriesTest::aClientThatLeavesInThePauseEndsIt()
{
    m_fixture->start(TrafficFixture::provider("a") + "[llm]\nkeepalive = \"50ms\"\n");
    m_fixture->a.script(errorReply(429).withHeader("Retry-After", "1"));
    const auto client = m_fixture->send(chatOf("a/m", true));
    QTRY_VERIFY(m_fixture->a.received(0).isAnswered);
    // In the pause there are comments; the provider has said its word.
    QVERIFY(waitForComments(*client, client->answer().comments().size() + 3));
    client->reset();
    const QByteArray record = m_fixture->record();
    QVERIFY2(record.contains("outcome=client_gone cache=off attempts=1"), record.constData());
    QVERIFY(m_fixture->attempt().contains("status=429"));
    QVERIFY(!QTest::qWaitFor([this] { return m_fixture->a.requestCount() > 1; }, 1200));
}

void RetriesTest::whenTheGatewayStopsInThePauseTheClientHearsIt()
{
    m_fixture->start("server.shutdown_grace = \"100ms\"\n" + TrafficFixture::provider("a"));
    m_fixture->a.setDefaultReply(errorReply(503).withHeader("Retry-After", "8"));
    const auto client = m_fixture->send(chatOf("a/m"));
    QTRY_VERIFY(m_fixture->a.received(0).isAnswered);
    QSignalSpy finished(m_fixture->gateway.gateway.get(), &Gateway::finished);
    m_fixture->gateway.gateway->drain();
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 503);
    const ErrorShape error = errorShape(client->answer().body);
    QVERIFY2(error.message.contains("shutting down"), client->answer().body.constData());
    QVERIFY(!finished.isEmpty() || finished.wait());
    QVERIFY(m_fixture->record().contains("status=503 outcome=shut_down cache=off attempts=1"));
    QCOMPARE(m_fixture->a.requestCount(), 1);
}

void RetriesTest::aRefusalOfUsageIsNoRepetition()
{
    m_fixture->start(TrafficFixture::provider("a", "retries.max_attempts = 1\n"));
    m_fixture->a.script(Reply::json(400, R"({"error":{"message":"Unknown field stream_options."}})"));
    m_fixture->a.setDefaultReply(streamReply());
    const kit::Answer answer = m_fixture->ask(chatOf("a/m", true));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.events().constLast(), QByteArray("[DONE]"));
    QCOMPARE(m_fixture->a.requestCount(), 2);
    QVERIFY(m_fixture->a.received(0).body.contains("include_usage"));
    QVERIFY(!m_fixture->a.received(1).body.contains("stream_options"));
    QVERIFY(m_fixture->record().contains("outcome=answered cache=off attempts=2"));

    QCOMPARE(m_fixture->ask(chatOf("a/m", true)).header("x-nexus-attempts"), QByteArray("1"));
    QVERIFY(!m_fixture->a.received(2).body.contains("stream_options"));
}

QTEST_GUILESS_MAIN(RetriesTest)
#include "tst_retries.moc"

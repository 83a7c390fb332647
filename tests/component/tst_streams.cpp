// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "gatewayfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

namespace {

QByteArray asSeenByTheClient(QByteArray bytes)
{
    return bytes.replace("real-name", "up/renamed");
}

} // namespace

class StreamsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aStreamIsTheSameHoweverItIsSplit_data();
    void aStreamIsTheSameHoweverItIsSplit();
    void everyEventLeavesAsItArrives();
    void aBrokenStreamNeverLooksComplete_data();
    void aBrokenStreamNeverLooksComplete();
    void aCutAtAnyByteNeverLooksComplete();
    void aCloseDelimitedStreamWithItsEndIsFine();
    void anErrorInsideTheStreamIsPassedOnAndEndsIt_data();
    void anErrorInsideTheStreamIsPassedOnAndEndsIt();
    void wholeJsonWhereAStreamWasAskedForIsPassedAsJson();
    void aProviderThatStaysAfterDoneIsNoError();

private:
    const QByteArray m_first = chunkOf("real-name", "caf\xc3\xa9 ");
    const QByteArray m_second
        = chunkOf("real-name", "\xf0\x9f\x98\x80\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb");
    const QByteArray m_last = chunkOf("real-name", "", "stop");
    std::unique_ptr<GatewayFixture> m_fixture;
};

void StreamsTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
}

void StreamsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void StreamsTest::aStreamIsTheSameHoweverItIsSplit_data()
{
    QTest::addColumn<int>("writeSize");
    QTest::addColumn<bool>("isChunked");
    for (const int size : {1, 2, 7, 61}) {
        QTest::addRow("chunked, %d bytes a write", size) << size << true;
        QTest::addRow("until the close, %d bytes a write", size) << size << false;
    }
}

void StreamsTest::aStreamIsTheSameHoweverItIsSplit()
{
    QFETCH(int, writeSize);
    QFETCH(bool, isChunked);
    const QByteArrayList pieces {": hello\n\n", eventOf(m_first),
        "event: chunk\r\nid: 7\r\ndata:" + m_second + "\r\n\r\n", "retry: 10\n\n\n",
        eventOf(R"({"x":[1.10,12345678901234567890],"choices":[]})"), eventOf(m_last), eventOf("[DONE]")};
    m_fixture->start();
    m_fixture->provider.script(Reply::rawSse(pieces)
                                   .withFraming(isChunked ? Reply::Framing::Chunked : Reply::Framing::Close)
                                   .dripping(writeSize));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    // A wait that sleeps between two looks would slow the provider's writes down.
    QSignalSpy completed(client.get(), &kit::RawClient::answerCompleted);
    QVERIFY(completed.wait(20'000));
    const kit::Answer answer = client->answer();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.hasTerminator);
    QCOMPARE(answer.body, asSeenByTheClient(pieces.join()));
    QVERIFY(m_fixture->provider.received(0).body.contains(R"("model":"real-name")"));
    QVERIFY(m_fixture->requestLine().contains("stream=true status=200 outcome=answered"));
    QVERIFY(m_fixture->requestLine().contains("bytes_out=" + QByteArray::number(answer.body.size())));
    QVERIFY(m_fixture->attemptLine().contains("provider=up model=real-name status=200"));
}

void StreamsTest::everyEventLeavesAsItArrives()
{
    const QByteArrayList data {m_first, m_second, m_last, "[DONE]"};
    Reply reply = Reply::sse(data);
    qsizetype sent = 0;
    for (const QByteArray &event : data) {
        sent += eventOf(event).size();
        reply = reply.holdAfter(sent);
    }
    m_fixture->start();
    m_fixture->provider.script(reply);
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QByteArrayList expected;
    for (const QByteArray &event : data) {
        expected.append(asSeenByTheClient(event));
        QTRY_COMPARE(client->answer().events(), expected);
        QTRY_COMPARE(m_fixture->provider.heldRequests().size(), std::size_t(1));
        QVERIFY(!client->answer().isComplete);
        m_fixture->provider.release(0);
    }
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().events(), expected);
    QVERIFY(m_fixture->requestLine().contains("outcome=answered"));
}

void StreamsTest::aBrokenStreamNeverLooksComplete_data()
{
    QTest::addColumn<Reply>("reply");
    const qsizetype begun = eventOf(m_first).size();
    const qsizetype emoji = begun + eventOf(m_second).indexOf('\xf0');
    const Reply stream = Reply::sse({m_first, m_second, m_last, "[DONE]"});
    QTest::newRow("cut between two events") << stream.cutAfter(begun);
    QTest::newRow("cut inside an event") << stream.cutAfter(begun + 9);
    QTest::newRow("cut behind an event's data") << stream.cutAfter(begun + eventOf(m_second).size() - 2);
    QTest::newRow("cut inside a character") << stream.cutAfter(emoji + 2);
    QTest::newRow("cut inside a chunk's header") << stream.cutAfterFramed(begun + 7);
    QTest::newRow("cut inside [DONE]")
        << stream.cutAfter(begun + eventOf(m_second).size() + eventOf(m_last).size() + 9);
    QTest::newRow("reset") << stream.resetAfter(emoji + 1);
    QTest::newRow("ended by the terminating chunk") << Reply::sse({m_first, m_second});
    QTest::newRow("ended by the close") << Reply::sse({m_first, m_second}).withFraming(Reply::Framing::Close);
    QTest::newRow("ended by the close inside a character")
        << stream.withFraming(Reply::Framing::Close).cutAfter(emoji + 3);
    QTest::newRow("shorter than its length") << stream.withContentLength(5000).cutAfter(emoji);
    QTest::newRow("no JSON") << Reply::sse({m_first, "{\"choices\":[", "[DONE]"});
    QTest::newRow("a web page") << Reply::rawSse({eventOf(m_first), "<html>\n<h1>502</h1>\n</html>\n"});
    QTest::newRow("text") << Reply::sse({m_first, "upstream timed out", "[DONE]"});
    QTest::newRow("broken chunk framing") << Reply::raw(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
        + QByteArray::number(begun, 16) + "\r\n" + eventOf(m_first) + "\r\nzz\r\nnonsense\r\n0\r\n\r\n");
}

void StreamsTest::aBrokenStreamNeverLooksComplete()
{
    QFETCH(Reply, reply);
    m_fixture->start();
    m_fixture->provider.script(reply);
    m_fixture->provider.script(Reply::json(200, "{}"));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = client->answer();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.hasTerminator && !answer.isBroken);
    QVERIFY(!answer.body.contains("[DONE]"));
    QVERIFY(isUtf8(answer.body));
    const QByteArrayList events = answer.events();
    QVERIFY(events.size() >= 2);
    QCOMPARE(events.first(), asSeenByTheClient(m_first));
    const ErrorShape error = errorShape(events.last());
    QVERIFY2(error.isWellFormed, events.last().constData());
    QCOMPARE(error.type, QByteArray("api_error"));
    QCOMPARE(error.code, QByteArray("upstream_invalid"));
    QVERIFY(!answer.body.contains("<h"));
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=failed"));
    QVERIFY(m_fixture->attemptLine().contains("error=\""));
    QCOMPARE(m_fixture->provider.requestCount(), 1);
    client->post("/llm/v1/chat/completions", GatewayFixture::chat(false));
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->answer(1).status, 200);
}

void StreamsTest::aCutAtAnyByteNeverLooksComplete()
{
    const QByteArrayList data {m_first, m_second, "[DONE]"};
    const QByteArray bytes = eventOf(m_first) + eventOf(m_second) + eventOf("[DONE]");
    const qsizetype whole = bytes.indexOf("[DONE]") + 6;
    m_fixture->start();
    for (qsizetype size = 1; size < whole; ++size) {
        m_fixture->provider.script(Reply::sse(data).cutAfter(size));
        const auto client = m_fixture->post(GatewayFixture::chat(true));
        QSignalSpy completed(client.get(), &kit::RawClient::answerCompleted);
        QVERIFY2(completed.wait(), QByteArray::number(size).constData());
        const kit::Answer answer = client->answer();
        QVERIFY2(!answer.body.contains("[DONE]"), answer.body.constData());
        QVERIFY2(isUtf8(answer.body), answer.body.constData());
        const QByteArray error
            = answer.status == 200 ? answer.events().value(answer.events().size() - 1) : answer.body;
        QVERIFY2(errorShape(error).isWellFormed, (QByteArray::number(size) + ' ' + answer.body).constData());
    }
}

void StreamsTest::aCloseDelimitedStreamWithItsEndIsFine()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::sse({m_first, m_last, "[DONE]"}).withFraming(Reply::Framing::Close));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().events(),
        QByteArrayList({asSeenByTheClient(m_first), asSeenByTheClient(m_last), "[DONE]"}));
    QVERIFY(m_fixture->requestLine().contains("outcome=answered"));
}

void StreamsTest::anErrorInsideTheStreamIsPassedOnAndEndsIt_data()
{
    const QByteArray error
        = R"({"error":{"message":"The model fell over.","type":"server_error","param":null,"code":"oops"}})";
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("an error object, then [DONE]") << Reply::sse({m_first, error, "[DONE]"}) << error;
    QTest::newRow("an error object, then more") << Reply::sse({m_first, error, m_last, "[DONE]"}) << error;
    QTest::newRow("an error object, then the end") << Reply::sse({m_first, error}) << error;
    QTest::newRow("an error object, then a cut")
        << Reply::sse({m_first, error, "[DONE]"}).cutAfter(eventOf(m_first).size() + eventOf(error).size())
        << error;
    QTest::newRow("an event named error") << Reply::rawSse(
        {eventOf(m_first), "event: error\n" + eventOf(R"({"message":"The model fell over.","code":"oops"})"),
            eventOf("[DONE]")}) << QByteArray(R"({"message":"The model fell over.","code":"oops"})");
}

void StreamsTest::anErrorInsideTheStreamIsPassedOnAndEndsIt()
{
    QFETCH(Reply, reply);
    QFETCH(QByteArray, error);
    m_fixture->start();
    m_fixture->provider.script(reply);
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = client->answer();
    QVERIFY(answer.hasTerminator);
    QVERIFY(!answer.body.contains("[DONE]"));
    QVERIFY(answer.events().size() >= 2);
    QCOMPARE(answer.events().constFirst(), asSeenByTheClient(m_first));
    QCOMPARE(answer.events().count(error), 1);
    QCOMPARE(answer.body.count("error"), eventOf(error).count("error") + (error.contains("error") ? 0 : 1));
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=failed"));
    QVERIFY(m_fixture->requestLine().contains("The model fell over."));
}

void StreamsTest::wholeJsonWhereAStreamWasAskedForIsPassedAsJson()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::json(200, R"({"choices":[],"model":"real-name"})"));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
    QCOMPARE(client->answer().header("content-type"), QByteArray("application/json"));
    QVERIFY(!client->answer().isChunked);
    QCOMPARE(client->answer().body, QByteArray(R"({"choices":[],"model":"up/renamed"})"));
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=answered"));
}

// The answer is complete with [DONE]; that the connection ends badly behind it changes nothing.
void StreamsTest::aProviderThatStaysAfterDoneIsNoError()
{
    m_fixture->start({}, "timeouts.idle = \"300ms\"\n");
    const Reply stream = Reply::sse({m_first, m_last, "[DONE]"});
    const qsizetype size = eventOf(m_first).size() + eventOf(m_last).size() + eventOf("[DONE]").size();
    for (const Reply &reply : {stream.hangAfter(size), stream.cutAfter(size), stream.resetAfter(size)}) {
        m_fixture->provider.script(reply);
        const auto client = m_fixture->post(GatewayFixture::chat(true));
        QVERIFY(client->waitForAnswers());
        QVERIFY(client->answer().hasTerminator);
        QCOMPARE(client->answer().events(),
            QByteArrayList({asSeenByTheClient(m_first), asSeenByTheClient(m_last), "[DONE]"}));
    }
}

QTEST_GUILESS_MAIN(StreamsTest)
#include "tst_streams.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/rawclient.h"
#include "kit/scriptedprovider.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

namespace nexus::kit {

using namespace std::chrono_literals;

class TestScriptedProvider final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersFromTheQueueThenTheDefault();
    void recordsTheRequestAsItCame();
    void recordsAChunkedRequestBody();
    void keepsConnectionsAlive();
    void answersPipelinedRequestsInTurn();
    void streamsChunkedAndClosed();
    void dripsByteByByte();
    void holdsUntilReleased();
    void holdsInMidStream();
    void holdsEverythingOnDemand();
    void hangsUntilTheClientLeaves();
    void cutsInsideACharacter();
    void resetsTheConnection();
    void closesBeforeTheHead();
    void sendsHalfAHead();
    void announcesMoreThanItSends();
    void redirects();
    void readsSlowly();
    void noticesAnUploadThatBreaksOff();
    void sendsHugeBodies();
    void closesIdleConnections();
    void refusesAfterStopListening();
    void worksInItsOwnThread();
};

void TestScriptedProvider::answersFromTheQueueThenTheDefault()
{
    ScriptedProvider provider;
    provider.script(Reply::json(429, "{\"n\":1}").withHeader("Retry-After", "7"));
    provider.setDefaultReply(Reply::html(502, "<html>"));
    RawClient client(provider.baseUrl());
    client.post("/v1/chat/completions", "{}");
    QVERIFY(client.waitForAnswers(1));
    QCOMPARE(client.answer().status, 429);
    QCOMPARE(client.answer().header("retry-after"), QByteArray("7"));
    QCOMPARE(client.answer().body, QByteArray("{\"n\":1}"));
    client.post("/v1/chat/completions", "{}");
    QVERIFY(client.waitForAnswers(2));
    QCOMPARE(client.answer(1).status, 502);
    QCOMPARE(client.answer(1).header("content-type"), QByteArray("text/html; charset=utf-8"));
}

void TestScriptedProvider::recordsTheRequestAsItCame()
{
    ScriptedProvider provider;
    QSignalSpy requested(&provider, &ScriptedProvider::requestReceived);
    RawClient client(provider.baseUrl());
    client.send("POST /v1/x?a=1&b=%20 HTTP/1.1\r\nHost: h\r\nX-B: 2\r\nx-a:1\r\nContent-Length: 4\r\n\r\n");
    client.send(QByteArray("\x00\xff{}", 4));
    QVERIFY(client.waitForAnswers(1));
    QCOMPARE(requested.count(), 1);
    const ReceivedRequest request = provider.received(0);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/v1/x?a=1&b=%20"));
    QCOMPARE(request.path(), QByteArray("/v1/x"));
    const Headers expected {{"Host", "h"}, {"X-B", "2"}, {"x-a", "1"}, {"Content-Length", "4"}};
    QCOMPARE(request.headers, expected);
    QCOMPARE(request.body, QByteArray("\x00\xff{}", 4));
    QCOMPARE(request.connection, 1);
    QVERIFY(request.isComplete);
    QTRY_VERIFY(provider.received(0).isAnswered);
    QVERIFY(!provider.received(0).closedAfter);
}

void TestScriptedProvider::recordsAChunkedRequestBody()
{
    ScriptedProvider provider;
    RawClient client(provider.baseUrl());
    client.send("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n");
    QVERIFY(client.waitForAnswers());
    QCOMPARE(provider.received(0).body, QByteArray("abcde"));
}

void TestScriptedProvider::keepsConnectionsAlive()
{
    ScriptedProvider provider;
    provider.setDefaultReply(Reply::sse({"x", "[DONE]"}));
    RawClient first(provider.baseUrl());
    RawClient second(provider.baseUrl());
    QVERIFY(first.waitForConnected());
    for (int i = 1; i <= 3; ++i) {
        first.post("/a", "{}");
        QVERIFY(first.waitForAnswers(i));
    }
    second.post("/b", "{}");
    QVERIFY(second.waitForAnswers());
    QCOMPARE(provider.connectionCount(), 2);
    QCOMPARE(provider.received(0).connection, provider.received(2).connection);
    QVERIFY(provider.received(3).connection != provider.received(2).connection);
    first.hangUp();
    QTRY_COMPARE(provider.openConnectionCount(), 1);
    QVERIFY(!provider.received(2).closedAfter); // the answer was complete
}

void TestScriptedProvider::answersPipelinedRequestsInTurn()
{
    ScriptedProvider provider;
    provider.setHandler([](const ReceivedRequest &request) { return Reply::json(200, request.target); });
    RawClient client(provider.baseUrl());
    client.send("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\nGET /3 HTTP/1.1\r\n\r\n");
    QVERIFY(client.waitForAnswers(3));
    QCOMPARE(client.answer(0).body, QByteArray("/1"));
    QCOMPARE(client.answer(1).body, QByteArray("/2"));
    QCOMPARE(client.answer(2).body, QByteArray("/3"));
}

void TestScriptedProvider::streamsChunkedAndClosed()
{
    ScriptedProvider provider;
    provider.script(Reply::sse({"a", "b", "[DONE]"}));
    provider.script(Reply::sse({"a", "b", "[DONE]"}).withFraming(Reply::Framing::Close));
    RawClient client(provider.baseUrl());
    client.post("/", "{}");
    QVERIFY(client.waitForAnswers(1));
    QVERIFY(client.answer().hasTerminator);
    QCOMPARE(client.answer().events(), QByteArrayList({"a", "b", "[DONE]"}));
    client.post("/", "{}");
    QVERIFY(client.waitForClosed());
    QVERIFY(client.answer(1).isComplete);
    QVERIFY(!client.answer(1).isChunked);
    QCOMPARE(client.answer(1).events(), QByteArrayList({"a", "b", "[DONE]"}));
}

void TestScriptedProvider::dripsByteByByte()
{
    ScriptedProvider provider;
    const Reply reply = Reply::sse({"grüße 🙂", "[DONE]"}).dripping();
    provider.script(reply);
    RawClient client(provider.baseUrl());
    QSignalSpy received(&client, &RawClient::received);
    client.post("/", "{}");
    QVERIFY(client.waitForAnswers());
    QCOMPARE(client.rawBytes(), reply.playback().bytes);
    QCOMPARE(client.answer().events().first(), QByteArray("grüße 🙂"));
    QVERIFY2(received.count() > 20, "the bytes came in few pieces");
}

void TestScriptedProvider::holdsUntilReleased()
{
    ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}").held());
    QSignalSpy held(&provider, &ScriptedProvider::held);
    RawClient first(provider.baseUrl());
    RawClient second(provider.baseUrl());
    first.post("/", "{}");
    QTRY_COMPARE(held.count(), 1);
    second.post("/", "{}");
    QTRY_COMPARE(held.count(), 2);
    QCOMPARE(provider.heldRequests(), std::vector<int>({0, 1}));
    QVERIFY(first.rawBytes().isEmpty());
    provider.release(1);
    QVERIFY(second.waitForAnswers());
    QVERIFY(first.rawBytes().isEmpty());
    provider.release();
    QVERIFY(first.waitForAnswers());
    QVERIFY(provider.heldRequests().empty());
}

void TestScriptedProvider::holdsInMidStream()
{
    ScriptedProvider provider;
    provider.script(Reply::sse({"a", "b"}).holdAfter(9));
    RawClient client(provider.baseUrl());
    client.post("/", "{}");
    QVERIFY(client.waitForBody("data: a\n\n"));
    QTRY_COMPARE(provider.heldRequests().size(), std::size_t(1));
    QCOMPARE(client.answer().body, QByteArray("data: a\n\n"));
    QVERIFY(!provider.received(0).isAnswered);
    provider.release();
    QVERIFY(client.waitForAnswers());
    QCOMPARE(client.answer().events(), QByteArrayList({"a", "b"}));
}

void TestScriptedProvider::holdsEverythingOnDemand()
{
    ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}"));
    provider.hold();
    RawClient client(provider.baseUrl());
    client.post("/", "{}");
    QTRY_COMPARE(provider.heldRequests().size(), std::size_t(1));
    provider.release();
    QVERIFY(client.waitForAnswers(1));
    client.post("/", "{}");
    QVERIFY(client.waitForAnswers(2));
}

void TestScriptedProvider::hangsUntilTheClientLeaves()
{
    ScriptedProvider provider;
    provider.script(Reply::hang());
    provider.script(Reply::sse({"a", "b"}).hangAfter(9));
    QSignalSpy gone(&provider, &ScriptedProvider::clientClosed);
    RawClient silent(provider.baseUrl());
    silent.post("/", "{}");
    QTRY_COMPARE(provider.requestCount(), 1);
    RawClient streamed(provider.baseUrl());
    streamed.post("/", "{}");
    QVERIFY(streamed.waitForBody("data: a\n\n"));
    QCOMPARE(gone.count(), 0);
    streamed.hangUp();
    QTRY_COMPARE(gone.count(), 1);
    QCOMPARE(gone.first().first().toInt(), 1);
    silent.reset();
    QTRY_COMPARE(gone.count(), 2);
    QVERIFY(provider.received(0).closedAfter);
    QVERIFY(!provider.received(0).isAnswered);
    QVERIFY(silent.rawBytes().isEmpty());
}

void TestScriptedProvider::cutsInsideACharacter()
{
    ScriptedProvider provider;
    provider.script(Reply::rawSse({"data: ü\n\n"}).cutAfter(7));
    RawClient client(provider.baseUrl());
    client.post("/", "{}");
    QVERIFY(client.waitForClosed());
    QCOMPARE(client.answer().body, QByteArray("data: \xc3"));
    QVERIFY(!client.answer().isComplete);
    QVERIFY(!client.answer().hasTerminator);
    QVERIFY(!provider.received(0).closedAfter); // the provider left, not its peer
}

void TestScriptedProvider::resetsTheConnection()
{
    ScriptedProvider provider;
    provider.script(Reply::sse({"a", "b"}).resetAfter(9));
    RawClient client(provider.baseUrl());
    client.post("/", "{}");
    QVERIFY(client.waitForClosed());
    QVERIFY(!client.answer().isComplete);
}

void TestScriptedProvider::closesBeforeTheHead()
{
    ScriptedProvider provider;
    provider.script(Reply::closeAtOnce());
    RawClient client(provider.baseUrl());
    client.post("/", "{}");
    QVERIFY(client.waitForClosed());
    QVERIFY(client.rawBytes().isEmpty());
    QCOMPARE(provider.requestCount(), 1);
}

void TestScriptedProvider::sendsHalfAHead()
{
    ScriptedProvider provider;
    provider.script(Reply::json(200, "{}").cutInHead(20));
    RawClient client(provider.baseUrl());
    client.post("/", "{}");
    QVERIFY(client.waitForClosed());
    QCOMPARE(client.rawBytes(), QByteArray("HTTP/1.1 200 OK\r\nCon"));
    QCOMPARE(client.answer().status, 0);
}

void TestScriptedProvider::announcesMoreThanItSends()
{
    ScriptedProvider provider;
    provider.script(Reply::json(200, "{}").withContentLength(50).closing());
    RawClient client(provider.baseUrl());
    client.post("/", "{}");
    QVERIFY(client.waitForClosed());
    QCOMPARE(client.answer().header("content-length"), QByteArray("50"));
    QCOMPARE(client.answer().body, QByteArray("{}"));
    QVERIFY(!client.answer().isComplete);
}

void TestScriptedProvider::redirects()
{
    ScriptedProvider provider;
    provider.script(Reply::redirect(307, "http://127.0.0.1:1/elsewhere"));
    RawClient client(provider.baseUrl());
    client.post("/", "{}");
    QVERIFY(client.waitForAnswers());
    QCOMPARE(client.answer().status, 307);
    QCOMPARE(client.answer().header("location"), QByteArray("http://127.0.0.1:1/elsewhere"));
}

void TestScriptedProvider::readsSlowly()
{
    ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}"));
    provider.setReadPace({512, 1ms});
    RawClient client(provider.baseUrl());
    QElapsedTimer timer;
    timer.start();
    const QByteArray body(20'000, 'x');
    client.post("/", body);
    QVERIFY(client.waitForAnswers());
    QCOMPARE(provider.received(0).body, body);
    QVERIFY2(timer.elapsed() >= 30, "forty reads a millisecond apart came too soon");
}

void TestScriptedProvider::noticesAnUploadThatBreaksOff()
{
    ScriptedProvider provider;
    RawClient client(provider.baseUrl());
    client.send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");
    QVERIFY(client.waitForConnected());
    client.hangUp();
    QTRY_COMPARE(provider.requestCount(), 1);
    QCOMPARE(provider.received(0).body, QByteArray("abc"));
    QVERIFY(!provider.received(0).isComplete);
}

void TestScriptedProvider::sendsHugeBodies()
{
    ScriptedProvider provider;
    const QByteArray body(30'000'000, 'y');
    provider.script(Reply::json(200, body));
    RawClient client(provider.baseUrl());
    client.stopReading();
    client.post("/", "{}");
    QTRY_COMPARE(provider.requestCount(), 1);
    QVERIFY(!provider.received(0).isAnswered); // the peer does not read
    client.resumeReading();
    QVERIFY(client.waitForAnswers(1, 30s));
    QVERIFY(client.answer().body == body);
}

void TestScriptedProvider::closesIdleConnections()
{
    ScriptedProvider provider;
    RawClient client(provider.baseUrl());
    client.post("/", "{}");
    QVERIFY(client.waitForAnswers());
    provider.closeConnections();
    QVERIFY(client.waitForClosed());
    QTRY_COMPARE(provider.openConnectionCount(), 0);
}

void TestScriptedProvider::refusesAfterStopListening()
{
    ScriptedProvider provider;
    provider.stopListening();
    RawClient client(provider.baseUrl());
    QVERIFY(client.waitForClosed());
    QCOMPARE(provider.connectionCount(), 0);
}

void TestScriptedProvider::worksInItsOwnThread()
{
    QThread thread;
    auto *provider = new ScriptedProvider;
    provider->moveToThread(&thread);
    connect(&thread, &QThread::finished, provider, &QObject::deleteLater);
    thread.start();
    provider->setDefaultReply(Reply::sse({"a", "[DONE]"}).held());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<RawClient>(provider->baseUrl()));
        clients.back()->post("/", "{}");
    }
    QTRY_COMPARE(provider->heldRequests().size(), std::size_t(50));
    provider->release();
    for (const auto &client : clients) {
        QVERIFY(client->waitForAnswers());
    }
    QCOMPARE(provider->connectionCount(), 50);
    thread.quit();
    QVERIFY(thread.wait(10'000));
}

} // namespace nexus::kit

QTEST_GUILESS_MAIN(nexus::kit::TestScriptedProvider)
#include "tst_scriptedprovider.moc"

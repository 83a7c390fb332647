// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayfixture.h"

#include <QTimer>

using namespace std::chrono_literals;

namespace nexus {

namespace {

constexpr auto getRequest = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

//! Keeps the sink of a request and answers nothing.
ScriptedHandler::Script keep(QPointer<ResponseSink> &kept)
{
    return [&kept](const RequestSnapshot &, ResponseSink &sink) { kept = &sink; };
}

} // namespace

//! What a client may not do, and what happens when it goes.
class TestConnectionLimits final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHeadThatTricklesInGets408();
    void aSlowBodyGets408();
    void aSteadyBodyMayTakeLonger();
    void anIdleConnectionIsClosedSilently();
    void aRunningRequestIsNotIdle();
    void hangingUpDuringAStreamIsNoticed();
    void hangingUpBeforeTheAnswerIsNoticed();
    void hangingUpBehindPipelinedBytesIsNoticed();
    void aResetIsNoticed();
    void aResetFoundWhileWritingIsToldAfterwards();
    void hangingUpInTheMiddleOfARequestIsHarmless();
    void callsAfterTheClientIsGoneAreIgnored();
    void aClientThatStopsReadingIsDropped();
    void aClientThatReadsNoAnswersGetsNoFurtherOnes();
    void drainingClosesIdleConnectionsAndLetsRequestsEnd();
    void drainingLetsAStreamEnd();
    void drainingWithoutConnectionsIsDoneAtOnce();
    void abortingTellsRunningRequests();
    void destructionTellsRunningRequests();
};

void TestConnectionLimits::aHeadThatTricklesInGets408()
{
    GatewayFixture gateway({.headTimeout = 60ms});
    const auto client = gateway.client();
    const QByteArray bytes = "GET / HTTP/1.1\r\nHost: a\r\nA: " + QByteArray(10'000, 'x');
    qsizetype sent = 0;
    QTimer trickle;
    connect(&trickle, &QTimer::timeout, this, [&] { client->send(bytes.sliced(sent++, 1)); });
    trickle.start(1ms);
    QVERIFY(client->waitForAnswers());
    trickle.stop();
    QCOMPARE(client->answer().status, 408);
    QVERIFY(client->waitForClosed());
    QVERIFY(gateway.log.contains("head_timeout"));
}

void TestConnectionLimits::aSlowBodyGets408()
{
    GatewayFixture gateway({.bodyGrace = 60ms, .bodyPace = 1'000'000});
    const auto client = gateway.client();
    client->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nab");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 408);
    QVERIFY(gateway.handler.requests.empty());
}

void TestConnectionLimits::aSteadyBodyMayTakeLonger()
{
    // Ten seconds are earned by the first ten bytes.
    GatewayFixture gateway({.bodyGrace = 20ms, .bodyPace = 1});
    const auto client = gateway.client();
    client->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n\r\n" + QByteArray(10, 'a'));
    QTRY_COMPARE(gateway.listener.connectionCount(), 1);
    QTest::qWait(100);
    client->send(QByteArray(10, 'b'));
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
}

void TestConnectionLimits::anIdleConnectionIsClosedSilently()
{
    GatewayFixture gateway({.idleTimeout = 50ms});
    const auto silent = gateway.client();
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForClosed());
    QCOMPARE(client->completeCount(), 1);
    QVERIFY(silent->waitForClosed());
    QVERIFY(silent->rawBytes().isEmpty());
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestConnectionLimits::aRunningRequestIsNotIdle()
{
    GatewayFixture gateway({.headTimeout = 20ms, .idleTimeout = 20ms, .bodyGrace = 20ms, .writeStall = 20ms});
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        QTimer::singleShot(150, &sink, [&sink] { sink.send({}, "late"); });
    };
    QCOMPARE(gateway.answerTo(getRequest).body, QByteArray("late"));
}

void TestConnectionLimits::hangingUpDuringAStreamIsNoticed()
{
    GatewayFixture gateway;
    int gone = 0;
    gateway.handler.script = [&gone](const RequestSnapshot &, ResponseSink &sink) {
        connect(&sink, &ResponseSink::clientGone, &sink, [&gone] { ++gone; });
        sink.begin({});
        sink.write("a");
    };
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForBody("a"));
    client->hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(gone, 1, 2000);
    QTRY_VERIFY(!gateway.handler.sinks.front());
    QTRY_COMPARE(gateway.count->open(), 0);
    QCOMPARE(gone, 1);
}

void TestConnectionLimits::hangingUpBeforeTheAnswerIsNoticed()
{
    GatewayFixture gateway;
    QPointer<ResponseSink> kept;
    gateway.handler.script = keep(kept);
    const auto client = gateway.client();
    client->post("/", QByteArray(100'000, 'x'));
    QTRY_VERIFY(kept);
    QSignalSpy gone(kept.data(), &ResponseSink::clientGone);
    client->hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(gone.count(), 1, 2000);
}

void TestConnectionLimits::hangingUpBehindPipelinedBytesIsNoticed()
{
    GatewayFixture gateway;
    QPointer<ResponseSink> kept;
    gateway.handler.script = keep(kept);
    const auto client = gateway.client();
    client->send(QByteArray(getRequest).repeated(20));
    QTRY_VERIFY(kept);
    QSignalSpy gone(kept.data(), &ResponseSink::clientGone);
    client->hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(gone.count(), 1, 2000);
    QCOMPARE(gateway.handler.requests.size(), std::size_t(1));
}

void TestConnectionLimits::aResetIsNoticed()
{
    GatewayFixture gateway;
    QPointer<ResponseSink> kept;
    gateway.handler.script = keep(kept);
    const auto client = gateway.client();
    client->send(getRequest);
    QTRY_VERIFY(kept);
    QSignalSpy gone(kept.data(), &ResponseSink::clientGone);
    client->reset();
    QTRY_COMPARE_WITH_TIMEOUT(gone.count(), 1, 2000);
}

void TestConnectionLimits::aResetFoundWhileWritingIsToldAfterwards()
{
    GatewayFixture gateway;
    QPointer<ResponseSink> kept;
    gateway.handler.script = [&kept](const RequestSnapshot &, ResponseSink &sink) {
        kept = &sink;
        sink.begin({});
    };
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForHead());
    bool isInside = false;
    bool wasInside = false;
    int gone = 0;
    connect(kept, &ResponseSink::clientGone, this, [&] {
        ++gone;
        wasInside = wasInside || isInside;
    });
    client->reset();
    // The event loop has not run since: the writes themselves meet the reset.
    isInside = true;
    for (int i = 0; i < 10; ++i) {
        kept->write(QByteArray(64 * 1024, 'x'));
    }
    isInside = false;
    QTRY_COMPARE(gone, 1);
    QVERIFY(!wasInside);
    QTRY_VERIFY(!kept);
    QCOMPARE(gone, 1);
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestConnectionLimits::hangingUpInTheMiddleOfARequestIsHarmless()
{
    GatewayFixture gateway;
    for (const QByteArray &part :
        {QByteArray("G"), QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx")}) {
        const auto client = gateway.client();
        client->send(part);
        QTRY_COMPARE(gateway.listener.connectionCount(), 1);
        client->hangUp();
        QTRY_COMPARE(gateway.listener.connectionCount(), 0);
    }
    QVERIFY(gateway.handler.requests.empty());
    QCOMPARE(gateway.count->open(), 0);
}

void TestConnectionLimits::callsAfterTheClientIsGoneAreIgnored()
{
    GatewayFixture gateway;
    bool isDone = false;
    gateway.handler.script = [&isDone](const RequestSnapshot &, ResponseSink &sink) {
        connect(&sink, &ResponseSink::clientGone, &sink, [&] {
            sink.write("x");
            sink.finish();
            sink.cut();
            sink.send({}, "x");
            isDone = true;
        });
        sink.begin({});
    };
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForHead());
    client->reset();
    QTRY_VERIFY(isDone);
    QTRY_COMPARE(gateway.listener.connectionCount(), 0);
}

void TestConnectionLimits::aClientThatStopsReadingIsDropped()
{
    GatewayFixture gateway({.writeStall = 100ms});
    QPointer<ResponseSink> kept;
    gateway.handler.script = [&kept](const RequestSnapshot &, ResponseSink &sink) {
        kept = &sink;
        sink.begin({});
        // More than the buffers of the system on both sides take.
        for (int i = 0; i < 32; ++i) {
            sink.write(QByteArray(1024 * 1024, 'x'));
        }
    };
    const auto client = gateway.client();
    client->stopReading();
    client->send(getRequest);
    QTRY_VERIFY(kept);
    QSignalSpy gone(kept.data(), &ResponseSink::clientGone);
    QTRY_COMPARE(gone.count(), 1);
    QVERIFY(gateway.log.contains("write_stalled"));
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestConnectionLimits::aClientThatReadsNoAnswersGetsNoFurtherOnes()
{
    GatewayFixture gateway;
    gateway.handler.script
        = [](const RequestSnapshot &, ResponseSink &sink) { sink.send({}, QByteArray(1024 * 1024, 'x')); };
    const auto client = gateway.client();
    client->stopReading();
    client->send(QByteArray(getRequest).repeated(100));
    QTRY_VERIFY(!gateway.handler.requests.empty());
    std::size_t served = 0;
    const auto isStuck = [&] { return std::exchange(served, gateway.handler.requests.size()) == served; };
    while (!isStuck()) {
        QTest::qWait(50);
    }
    QVERIFY(served < 50);
    client->resumeReading();
    QVERIFY(client->waitForAnswers(100, 30s));
}

void TestConnectionLimits::drainingClosesIdleConnectionsAndLetsRequestsEnd()
{
    GatewayFixture gateway;
    QPointer<ResponseSink> kept;
    const auto idle = gateway.client();
    idle->send(getRequest);
    QVERIFY(idle->waitForAnswers());
    gateway.handler.script = keep(kept);
    const auto busy = gateway.client();
    busy->send(getRequest);
    QTRY_VERIFY(kept);
    QSignalSpy drained(&gateway.listener, &HttpListener::drained);
    gateway.listener.drain();
    QVERIFY(idle->waitForClosed());
    QVERIFY(!busy->isClosedByPeer());
    QVERIFY(drained.isEmpty());
    kept->send({}, "done");
    QVERIFY(busy->waitForClosed());
    QCOMPARE(busy->answer().body, QByteArray("done"));
    QCOMPARE(busy->answer().header("connection"), QByteArray("close"));
    QTRY_COMPARE(drained.count(), 1);
}

void TestConnectionLimits::drainingLetsAStreamEnd()
{
    GatewayFixture gateway;
    QPointer<ResponseSink> kept;
    gateway.handler.script = [&kept](const RequestSnapshot &, ResponseSink &sink) {
        kept = &sink;
        sink.begin({});
    };
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForHead());
    gateway.listener.drain();
    kept->write("end");
    kept->finish();
    QVERIFY(client->waitForClosed());
    QVERIFY(client->answer().isComplete);
    QCOMPARE(client->answer().body, QByteArray("end"));
}

void TestConnectionLimits::drainingWithoutConnectionsIsDoneAtOnce()
{
    GatewayFixture gateway;
    QSignalSpy drained(&gateway.listener, &HttpListener::drained);
    gateway.listener.drain();
    QTRY_COMPARE(drained.count(), 1);
    const auto late = gateway.client();
    late->send(getRequest);
    QVERIFY(late->waitForClosed());
    QVERIFY(gateway.handler.requests.empty());
}

void TestConnectionLimits::abortingTellsRunningRequests()
{
    GatewayFixture gateway;
    QPointer<ResponseSink> kept;
    gateway.handler.script = keep(kept);
    const auto client = gateway.client();
    client->send(getRequest);
    QTRY_VERIFY(kept);
    QSignalSpy gone(kept.data(), &ResponseSink::clientGone);
    QSignalSpy drained(&gateway.listener, &HttpListener::drained);
    gateway.listener.drain();
    gateway.listener.abortAll();
    QCOMPARE(gone.count(), 1);
    QCOMPARE(gateway.count->open(), 0);
    QTRY_COMPARE(drained.count(), 1);
    QVERIFY(client->waitForClosed());
}

void TestConnectionLimits::destructionTellsRunningRequests()
{
    ScriptedHandler handler;
    QPointer<ResponseSink> kept;
    handler.script = keep(kept);
    const auto count = std::make_shared<ConnectionCount>();
    auto listener = std::make_unique<HttpListener>(ListenerLimits(), handler, count, Logger());
    Acceptor acceptor(count, {});
    acceptor.addWorker([&listener](qintptr descriptor) { listener->adopt(descriptor); });
    QVERIFY(acceptor.open(QHostAddress(QHostAddress::LocalHost), 0));
    kit::RawClient client;
    client.connectTo(acceptor.port());
    client.send(getRequest);
    QTRY_VERIFY(kept);
    QSignalSpy gone(kept.data(), &ResponseSink::clientGone);
    listener.reset();
    QCOMPARE(gone.count(), 1);
    QVERIFY(!kept);
    QCOMPARE(count->open(), 0);
}

} // namespace nexus

QTEST_GUILESS_MAIN(nexus::TestConnectionLimits)
#include "tst_connectionlimits.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tlsfixture.h"

#include <sys/socket.h>

using namespace std::chrono_literals;

namespace nexus {

namespace {

constexpr auto getRequest = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

//! Keeps the sink of a request and answers nothing.
ScriptedHandler::Script keep(QPointer<ResponseSink> &kept)
{
    return [&kept](const RequestSnapshot &, ResponseSink &sink) { kept = &sink; };
}

using Leave = void (TlsClient::*)();

} // namespace

//! How connections over TLS begin badly, and how they end.
class TestTlsEndings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainHttpIsToldSo();
    void noiseIsRefused();
    void aClientThatDoesNotTrustUsLeaves();
    void aSlowHandshakeIsDropped_data();
    void aSlowHandshakeIsDropped();
    void aSilentProbeIsHarmless();
    void anIdleConnectionIsClosedWithAGoodbye();
    void goingIsNoticed_data();
    void goingIsNoticed();
    void brokenRecordsEndTheConnection();
    void aClientThatStopsReadingIsDropped();
    void anAnswerSurvivesTheBodyNobodyReads();
    void aClientThatNeverStopsIsCutOff();
    void aStreamToHttp10EndsWithAGoodbye();
    void aCutStreamHasNoLastChunk();
    void drainingEndsWhatIsIdleAndLetsRequestsEnd();
    void abortingTellsRunningRequests();
    void oneTooManyGets503();
};

void TestTlsEndings::plainHttpIsToldSo()
{
    TlsFixture gateway;
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 400);
    QVERIFY(client->answer().body.contains("This port speaks HTTPS."));
    QVERIFY(client->waitForClosed());
    QVERIFY(gateway.log.contains("reason=plain_text_to_tls"));
    QVERIFY(gateway.handler.requests.empty());
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestTlsEndings::noiseIsRefused()
{
    TlsFixture gateway;
    const auto client = gateway.client();
    client->send(QByteArray::fromHex("160301000400000000") + QByteArray(100, 'x'));
    QVERIFY(client->waitForClosed());
    QVERIFY2(gateway.log.contains("tls_handshake_failed"), gateway.log.constData());
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestTlsEndings::aClientThatDoesNotTrustUsLeaves()
{
    TlsFixture gateway;
    const TestCertificate stranger;
    const auto client = gateway.tlsClient(stranger.pem());
    client->send(getRequest);
    QVERIFY(client->waitForClosed());
    QTRY_COMPARE(gateway.count->open(), 0);
    QVERIFY2(gateway.log.contains("tls_handshake_failed"), gateway.log.constData());
    QVERIFY(gateway.handler.requests.empty());
}

void TestTlsEndings::aSlowHandshakeIsDropped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("first byte") << QByteArray::fromHex("16");
    QTest::newRow("half a hello") << QByteArray::fromHex("1603010200010001fc0303") + QByteArray(20, 'r');
}

void TestTlsEndings::aSlowHandshakeIsDropped()
{
    QFETCH(QByteArray, bytes);
    TlsFixture gateway({.headTimeout = 60ms});
    const auto client = gateway.client();
    client->send(bytes);
    QVERIFY(client->waitForClosed());
    QVERIFY2(gateway.log.contains("reason=handshake_timeout"), gateway.log.constData());
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestTlsEndings::aSilentProbeIsHarmless()
{
    TlsFixture gateway;
    const auto client = gateway.client();
    QTRY_COMPARE(gateway.count->open(), 1);
    client->hangUp();
    QTRY_COMPARE(gateway.count->open(), 0);
    QVERIFY2(gateway.log.isEmpty(), gateway.log.constData());
}

void TestTlsEndings::anIdleConnectionIsClosedWithAGoodbye()
{
    TlsFixture gateway({.idleTimeout = 80ms});
    const auto client = gateway.tlsClient();
    client->send(getRequest);
    QVERIFY(client->waitForClosed());
    QCOMPARE(client->answers().size(), std::size_t(1));
    QVERIFY(client->hasGoodbye());
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestTlsEndings::goingIsNoticed_data()
{
    QTest::addColumn<Leave>("leave");
    QTest::addColumn<bool>("isStreaming");
    for (const bool isStreaming : {false, true}) {
        const char *when = isStreaming ? "in a stream" : "before the answer";
        QTest::addRow("hung up %s", when) << &TlsClient::hangUp << isStreaming;
        QTest::addRow("goodbye alone %s", when) << &TlsClient::sayGoodbyeOnly << isStreaming;
        QTest::addRow("reset %s", when) << &TlsClient::reset << isStreaming;
    }
}

void TestTlsEndings::goingIsNoticed()
{
    QFETCH(Leave, leave);
    QFETCH(bool, isStreaming);
    TlsFixture gateway;
    QPointer<ResponseSink> kept;
    gateway.handler.script = keep(kept);
    const auto client = gateway.tlsClient();
    client->send(getRequest);
    QTRY_VERIFY(kept);
    if (isStreaming) {
        kept->begin({});
        kept->write("a");
        QVERIFY(client->waitForText("a\r\n"));
    }
    QSignalSpy gone(kept.data(), &ResponseSink::clientGone);
    ((*client).*leave)();
    QTRY_COMPARE_WITH_TIMEOUT(gone.count(), 1, 2000);
    QTRY_VERIFY(!kept);
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestTlsEndings::brokenRecordsEndTheConnection()
{
    TlsFixture gateway;
    QPointer<ResponseSink> kept;
    gateway.handler.script = keep(kept);
    const auto client = gateway.tlsClient();
    client->send(getRequest);
    QTRY_VERIFY(kept);
    QSignalSpy gone(kept.data(), &ResponseSink::clientGone);
    const QByteArray noise = QByteArray::fromHex("1703030020") + QByteArray(32, 'x');
    QCOMPARE(::send(static_cast<int>(client->socket().socketDescriptor()), noise.constData(),
                 static_cast<std::size_t>(noise.size()), MSG_NOSIGNAL),
        static_cast<ssize_t>(noise.size()));
    QTRY_COMPARE(gone.count(), 1);
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestTlsEndings::aClientThatStopsReadingIsDropped()
{
    TlsFixture gateway({.writeStall = 150ms});
    QPointer<ResponseSink> kept;
    gateway.handler.script = [&kept](const RequestSnapshot &, ResponseSink &sink) {
        kept = &sink;
        sink.begin({});
        for (int i = 0; i < 32; ++i) {
            sink.write(QByteArray(1024 * 1024, 'x'));
        }
    };
    const auto client = gateway.tlsClient();
    QVERIFY(client->waitForSecured());
    client->stopReading();
    client->send(getRequest);
    QTRY_VERIFY(kept);
    QSignalSpy gone(kept.data(), &ResponseSink::clientGone);
    QTRY_COMPARE(gone.count(), 1);
    QVERIFY(gateway.log.contains("write_stalled"));
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestTlsEndings::anAnswerSurvivesTheBodyNobodyReads()
{
    TlsFixture gateway({.maxBodySize = 1000});
    const auto client = gateway.tlsClient();
    client->send(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8000000\r\n\r\n" + QByteArray(8'000'000, 'x'));
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 413);
    QVERIFY(client->answer().isComplete);
    QVERIFY(client->waitForClosed());
    QVERIFY(client->hasGoodbye());
    client->hangUp();
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestTlsEndings::aClientThatNeverStopsIsCutOff()
{
    TlsFixture gateway({.maxBodySize = 1000, .lingerTimeout = 200ms, .lingerBytes = 100'000});
    const auto lazy = gateway.tlsClient();
    lazy->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8000\r\n\r\n");
    QVERIFY(lazy->waitForAnswers());
    lazy->sayGoodbyeOnly();
    QTRY_COMPARE(gateway.count->open(), 0);
    const auto busy = gateway.tlsClient();
    busy->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 80000000\r\n\r\n");
    QTRY_COMPARE(gateway.count->open(), 1);
    busy->send(QByteArray(20'000'000, 'x'));
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestTlsEndings::aStreamToHttp10EndsWithAGoodbye()
{
    TlsFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        sink.begin({});
        sink.write("ab");
        sink.finish();
    };
    const auto client = gateway.tlsClient();
    client->send("GET / HTTP/1.0\r\n\r\n");
    QVERIFY(client->waitForClosed());
    QVERIFY(client->rawBytes().endsWith("\r\n\r\nab"));
    QVERIFY(client->hasGoodbye());
}

void TestTlsEndings::aCutStreamHasNoLastChunk()
{
    TlsFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        sink.begin({});
        sink.write("event: error\n\n");
        sink.cut();
    };
    const auto client = gateway.tlsClient();
    client->send(getRequest);
    QVERIFY(client->waitForClosed());
    QCOMPARE(client->answer().body, QByteArray("event: error\n\n"));
    QVERIFY(!client->answer().isComplete);
}

void TestTlsEndings::drainingEndsWhatIsIdleAndLetsRequestsEnd()
{
    TlsFixture gateway;
    QPointer<ResponseSink> kept;
    const auto idle = gateway.tlsClient();
    idle->send(getRequest);
    QVERIFY(idle->waitForAnswers());
    const auto greeting = gateway.client();
    greeting->send(QByteArray::fromHex("16"));
    gateway.handler.script = keep(kept);
    const auto busy = gateway.tlsClient();
    busy->send(getRequest);
    QTRY_VERIFY(kept);
    QTRY_COMPARE(gateway.count->open(), 3);
    QSignalSpy drained(&gateway.listener, &HttpListener::drained);
    gateway.listener.drain();
    QVERIFY(idle->waitForClosed());
    QVERIFY(idle->hasGoodbye());
    QVERIFY(greeting->waitForClosed());
    QVERIFY(drained.isEmpty());
    kept->send({}, "done");
    QVERIFY(busy->waitForClosed());
    QCOMPARE(busy->answer().body, QByteArray("done"));
    QVERIFY(busy->hasGoodbye());
    QTRY_COMPARE(drained.count(), 1);
}

void TestTlsEndings::abortingTellsRunningRequests()
{
    TlsFixture gateway;
    QPointer<ResponseSink> kept;
    gateway.handler.script = keep(kept);
    const auto client = gateway.tlsClient();
    client->send(getRequest);
    QTRY_VERIFY(kept);
    // One more is being seen off.
    const auto leaving = gateway.tlsClient();
    leaving->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n");
    QVERIFY(leaving->waitForAnswers());
    QSignalSpy gone(kept.data(), &ResponseSink::clientGone);
    gateway.listener.abortAll();
    QCOMPARE(gone.count(), 1);
    QCOMPARE(gateway.count->open(), 0);
    QVERIFY(client->waitForClosed());
    QVERIFY(leaving->waitForClosed());
}

void TestTlsEndings::oneTooManyGets503()
{
    TlsFixture gateway;
    gateway.acceptor.setMaxConnections(1);
    gateway.acceptor.setSurplusWorker(
        [&gateway](qintptr descriptor) { gateway.listener.turnAway(descriptor); });
    const auto first = gateway.tlsClient();
    first->send(getRequest);
    QVERIFY(first->waitForAnswers());
    const auto second = gateway.tlsClient();
    second->send(getRequest);
    QVERIFY(second->waitForAnswers());
    QCOMPARE(second->answer().status, 503);
    QCOMPARE(second->answer().header("retry-after"), QByteArray("1"));
    QVERIFY(second->waitForClosed());
    QCOMPARE(gateway.handler.requests.size(), std::size_t(1));
    first->send(getRequest);
    QVERIFY(first->waitForAnswers(2));
    first->hangUp();
    QTRY_COMPARE(gateway.count->open(), 0);
    const auto third = gateway.tlsClient();
    third->send(getRequest);
    QVERIFY(third->waitForAnswers());
    QCOMPARE(third->answer().status, 200);
}

} // namespace nexus

QTEST_GUILESS_MAIN(nexus::TestTlsEndings)
#include "tst_tlsendings.moc"

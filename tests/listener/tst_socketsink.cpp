// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayfixture.h"

#include <QRegularExpression>

namespace nexus {

namespace {

constexpr auto getRequest = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr auto headRequest = "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr auto http10Request = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";

} // namespace

//! Answers as the client sees them, byte for byte.
class TestSocketSink final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHeadLeavesBeforeTheFirstBodyByte();
    void eachWriteIsOneChunk();
    void anEmptyWriteDoesNotEndTheBody();
    void aStreamToHttp10EndsWithTheConnection();
    void aCutChunkedStreamHasNoLastChunk();
    void aCutHttp10StreamIsReset();
    void headHasTheLengthAndNoBody();
    void aStreamedHeadAnswerHasNoBody();
    void statusesWithoutBodyHaveNone();
    void aLargeBodyIsSentWhole();
    void theListenersOwnFieldsAreNotRepeated();
    void aFieldWithALineBreakIsNeverWritten();
    void everyAnswerHasADateAndARequestId();
    void theAnswersOwnRequestIdStays();
    void callsAfterTheEndAreIgnored();
    void theSinkDeletesItself();
    void aSlowReaderIsToldAndBounded();
};

void TestSocketSink::theHeadLeavesBeforeTheFirstBodyByte()
{
    GatewayFixture gateway;
    QPointer<ResponseSink> stream;
    gateway.handler.script = [&stream](const RequestSnapshot &, ResponseSink &sink) {
        stream = &sink;
        sink.begin({.headers = {{"content-type", "text/event-stream"}}});
    };
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForHead());
    QCOMPARE(client->answer().header("content-type"), QByteArray("text/event-stream"));
    QVERIFY(client->answer().body.isEmpty());
    stream->write("a");
    stream->finish();
    QVERIFY(client->waitForAnswers());
    QVERIFY(client->answer().hasTerminator);
}

void TestSocketSink::eachWriteIsOneChunk()
{
    GatewayFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        sink.begin({});
        sink.write("first");
        sink.write(QByteArray(17, 'x'));
        sink.finish();
    };
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForAnswers());
    QVERIFY(
        client->rawBytes().endsWith("\r\n\r\n5\r\nfirst\r\n11\r\n" + QByteArray(17, 'x') + "\r\n0\r\n\r\n"));
    QVERIFY(!client->isClosedByPeer());
}

void TestSocketSink::anEmptyWriteDoesNotEndTheBody()
{
    GatewayFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        sink.begin({});
        sink.write("");
        sink.write("a");
        sink.finish();
    };
    QCOMPARE(gateway.answerTo(getRequest).body, QByteArray("a"));
}

void TestSocketSink::aStreamToHttp10EndsWithTheConnection()
{
    GatewayFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        sink.begin({});
        sink.write("ab");
        sink.finish();
    };
    const auto client = gateway.client();
    client->send(http10Request);
    QVERIFY(client->waitForClosed());
    QVERIFY(client->rawBytes().endsWith("\r\n\r\nab"));
    QVERIFY(client->answer().header("transfer-encoding").isEmpty());
    QCOMPARE(client->answer().header("connection"), QByteArray("close"));
}

void TestSocketSink::aCutChunkedStreamHasNoLastChunk()
{
    GatewayFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        sink.begin({});
        sink.write("event: error\n\n");
        sink.cut();
    };
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForClosed());
    QCOMPARE(client->answer().body, QByteArray("event: error\n\n"));
    QVERIFY(!client->answer().hasTerminator);
    QVERIFY(!client->answer().isComplete);
}

void TestSocketSink::aCutHttp10StreamIsReset()
{
    GatewayFixture gateway;
    QPointer<ResponseSink> stream;
    gateway.handler.script = [&stream](const RequestSnapshot &, ResponseSink &sink) {
        stream = &sink;
        sink.begin({});
        sink.write("ab");
    };
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, gateway.acceptor.port());
    socket.write(http10Request);
    QTRY_VERIFY(stream);
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    QSignalSpy errors(&socket, &QTcpSocket::errorOccurred);
    stream->cut();
    QTRY_COMPARE(socket.state(), QTcpSocket::UnconnectedState);
    QVERIFY(!errors.isEmpty());
    QVERIFY(socket.errorString().contains(QStringLiteral("reset"))
        || socket.error() == QAbstractSocket::RemoteHostClosedError);
    QVERIFY(socket.readAll().endsWith("ab"));
}

void TestSocketSink::headHasTheLengthAndNoBody()
{
    GatewayFixture gateway;
    gateway.handler.script
        = [](const RequestSnapshot &, ResponseSink &sink) { sink.send({}, QByteArray(40'000, 'x')); };
    const auto client = gateway.client();
    client->expectNoBody();
    client->send(headRequest);
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().header("content-length"), QByteArray("40000"));
    client->send(getRequest);
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->answer(1).body.size(), 40'000);
}

void TestSocketSink::aStreamedHeadAnswerHasNoBody()
{
    GatewayFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        sink.begin({});
        sink.write("x");
        sink.finish();
    };
    const auto client = gateway.client();
    client->expectNoBody();
    client->send(headRequest);
    QVERIFY(client->waitForAnswers());
    client->send(getRequest);
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->answer(1).body, QByteArray("x"));
}

void TestSocketSink::statusesWithoutBodyHaveNone()
{
    GatewayFixture gateway;
    int status = 204;
    gateway.handler.script
        = [&status](const RequestSnapshot &, ResponseSink &sink) { sink.send({.status = status}, "x"); };
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForBytes(1));
    QTRY_VERIFY(client->rawBytes().endsWith("\r\n\r\n"));
    QVERIFY(!client->rawBytes().contains("Content-Length"));
    status = 200;
    client->send(getRequest);
    QTRY_VERIFY(client->rawBytes().endsWith("Content-Length: 1\r\n\r\nx"));
}

void TestSocketSink::aLargeBodyIsSentWhole()
{
    GatewayFixture gateway;
    const QByteArray body(5 * 1024 * 1024, 'y');
    gateway.handler.script = [&body](const RequestSnapshot &, ResponseSink &sink) { sink.send({}, body); };
    QCOMPARE(gateway.answerTo(getRequest).body, body);
}

void TestSocketSink::theListenersOwnFieldsAreNotRepeated()
{
    GatewayFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        sink.send({.headers = {{"Content-Length", "7"}, {"transfer-encoding", "chunked"}, {"Connection", "x"},
                       {"Date", "never"}}},
            "ab");
    };
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->rawBytes().count("Content-Length: "), 1);
    QVERIFY(!client->rawBytes().contains("chunked"));
    QVERIFY(!client->rawBytes().contains("never"));
    QVERIFY(!client->rawBytes().contains("Connection"));
}

void TestSocketSink::aFieldWithALineBreakIsNeverWritten()
{
    GatewayFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        sink.send(
            {.headers = {{"a", "x\r\nInjected: 1"}, {"b", QByteArray("x\0y", 3)}, {"c: d", "x"}, {"e", "f"}}},
            "ab");
    };
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForAnswers());
    QVERIFY(!client->rawBytes().contains("Injected"));
    QCOMPARE(client->answer().header("e"), QByteArray("f"));
    QVERIFY(gateway.log.contains("response_field_dropped"));
    QVERIFY(gateway.log.contains("count=3"));
}

void TestSocketSink::everyAnswerHasADateAndARequestId()
{
    GatewayFixture gateway;
    const auto answer = gateway.answerTo(getRequest);
    static const QRegularExpression date(
        QStringLiteral("^[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$"));
    QVERIFY(date.match(QString::fromLatin1(answer.header("date"))).hasMatch());
    QVERIFY(answer.header("x-request-id").startsWith("req_"));
}

void TestSocketSink::theAnswersOwnRequestIdStays()
{
    GatewayFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        sink.send({.headers = {{"X-Request-Id", "theirs"}}}, "");
    };
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->rawBytes().toLower().count("x-request-id: "), 1);
    QCOMPARE(client->answer().header("x-request-id"), QByteArray("theirs"));
}

void TestSocketSink::callsAfterTheEndAreIgnored()
{
    GatewayFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        sink.send({}, "one");
        sink.send({}, "two");
        sink.begin({});
        sink.write("three");
        sink.finish();
        sink.cut();
    };
    const auto client = gateway.client();
    client->send(getRequest);
    client->send(getRequest);
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->rawBytes().count("HTTP/1.1"), 2);
    QVERIFY(!client->rawBytes().contains("two"));
}

void TestSocketSink::theSinkDeletesItself()
{
    GatewayFixture gateway;
    QCOMPARE(gateway.answerTo(getRequest).status, 200);
    QTRY_VERIFY(!gateway.handler.sinks.front());
}

void TestSocketSink::aSlowReaderIsToldAndBounded()
{
    GatewayFixture gateway;
    constexpr qint64 total = 32 * 1024 * 1024;
    qint64 left = total;
    qint64 mostQueued = 0;
    int pauses = 0;
    gateway.handler.script = [&](const RequestSnapshot &, ResponseSink &sink) {
        const auto more = [&] {
            while (left > 0 && sink.backlog() <= ResponseSink::highWater) {
                sink.write(QByteArray(64 * 1024, 'z'));
                left -= 64 * 1024;
                mostQueued = std::max(mostQueued, sink.backlog());
            }
            if (left == 0) {
                sink.finish();
            } else {
                ++pauses;
            }
        };
        connect(&sink, &ResponseSink::drained, &sink, more);
        sink.begin({});
        more();
    };
    const auto client = gateway.client();
    client->stopReading();
    client->send(getRequest);
    QTRY_VERIFY(pauses > 0);
    client->resumeReading();
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().body.size(), total);
    QVERIFY(mostQueued <= ResponseSink::highWater + 128 * 1024);
}

} // namespace nexus

QTEST_GUILESS_MAIN(nexus::TestSocketSink)
#include "tst_socketsink.moc"

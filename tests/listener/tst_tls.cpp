// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tlsfixture.h"

#include <QFile>
#include <QProcess>
#include <QSslCipher>
#include <QTemporaryDir>
#include <QTimer>

using namespace std::chrono_literals;

namespace nexus {

namespace {

constexpr auto getRequest = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr qint64 mebibyte = 1024 * 1024;

//! Keeps the sink of a request and begins a stream.
ScriptedHandler::Script stream(QPointer<ResponseSink> &kept)
{
    return [&kept](const RequestSnapshot &, ResponseSink &sink) {
        kept = &sink;
        sink.begin({});
    };
}

} // namespace

//! Requests and answers over TLS.
class TestTls final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsAnswered();
    void everyKindOfCertificateServes_data();
    void everyKindOfCertificateServes();
    void aChainIsSentWhole();
    void olderVersionsAreRefused();
    void requestsFollowOneAnotherAndPipeline();
    void aRequestCutAnywhereIsTheSame();
    void largeBodiesGoBothWays();
    void requestsAsLargeAsTheBufferFollowOneAnother();
    void aStreamArrivesPieceByPiece();
    void aSlowReaderIsToldAndBounded();
    void aClientThatReadsNoAnswersGetsNoFurtherOnes();
    void aNewCertificateIsForNewConnections();
    void tlsIsSwitchedOnAndOffForNewConnections();
    void curlIsServed();
};

void TestTls::aRequestIsAnswered()
{
    TlsFixture gateway;
    const auto client = gateway.tlsClient();
    client->send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().body, QByteArray("POST /x"));
    QCOMPARE(gateway.handler.requests.front()->body, QByteArray("hi"));
    QCOMPARE(gateway.handler.requests.front()->peer, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(gateway.handler.requests.front()->peerPort, client->socket().localPort());
    QCOMPARE(client->socket().sslConfiguration().nextNegotiatedProtocol(), QByteArray("http/1.1"));
    QCOMPARE(client->socket().sessionProtocol(), QSsl::TlsV1_3);
}

void TestTls::everyKindOfCertificateServes_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"EC", "RSA", "ED25519"}) {
        QTest::newRow(kind) << QByteArray(kind);
    }
}

void TestTls::everyKindOfCertificateServes()
{
    QFETCH(QByteArray, kind);
    const TestCertificate made({.kind = kind.constData()});
    TlsFixture gateway;
    gateway.use(made);
    // The key is shared by all connections.
    for (int i = 0; i < 3; ++i) {
        const auto client = gateway.tlsClient(made.pem());
        client->send(getRequest);
        QVERIFY2(client->waitForAnswers(), gateway.log.constData());
        QCOMPARE(client->answer().status, 200);
    }
}

void TestTls::aChainIsSentWhole()
{
    const TestCertificate root({.name = "root", .isAuthority = true});
    const TestCertificate middle({.name = "middle", .isAuthority = true}, &root);
    const TestCertificate leaf({}, &middle);
    TlsFixture gateway;
    gateway.use(leaf, middle.pem());
    const auto client = gateway.tlsClient(root.pem());
    client->send(getRequest);
    QVERIFY2(client->waitForAnswers(), gateway.log.constData());
}

void TestTls::olderVersionsAreRefused()
{
    TlsFixture gateway;
    TlsClient client(gateway.certificate.pem());
    QSslConfiguration old = client.socket().sslConfiguration();
    old.setProtocol(QSsl::TlsV1_2);
    client.socket().setSslConfiguration(old);
    client.connectTo(gateway.acceptor.port());
    client.send(getRequest);
    QVERIFY(client.waitForAnswers());
    QCOMPARE(client.socket().sessionProtocol(), QSsl::TlsV1_2);
    // A hello that offers TLS 1.0 and nothing newer.
    const auto raw = gateway.client();
    QByteArray hello
        = QByteArray::fromHex("0301") + QByteArray(32, 'r') + QByteArray::fromHex("000002c0130100");
    hello = QByteArray::fromHex("010000") + static_cast<char>(hello.size()) + hello;
    raw->send(QByteArray::fromHex("16030100") + static_cast<char>(hello.size()) + hello);
    QVERIFY(raw->waitForClosed());
    QVERIFY2(gateway.log.contains("tls_handshake_failed"), gateway.log.constData());
    QCOMPARE(gateway.handler.requests.size(), std::size_t(1));
}

void TestTls::requestsFollowOneAnotherAndPipeline()
{
    TlsFixture gateway;
    const auto client = gateway.tlsClient();
    client->send(getRequest);
    QVERIFY(client->waitForAnswers());
    QByteArray many;
    for (int i = 0; i < 50; ++i) {
        many += "GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }
    client->send(many);
    QVERIFY(client->waitForAnswers(51));
    QCOMPARE(client->answer(1).body, QByteArray("GET /0"));
    QCOMPARE(client->answer(50).body, QByteArray("GET /49"));
    QCOMPARE(gateway.listener.connectionCount(), 1);
}

void TestTls::aRequestCutAnywhereIsTheSame()
{
    TlsFixture gateway;
    const auto client = gateway.tlsClient();
    QVERIFY(client->waitForSecured());
    const QByteArray bytes = "POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
    for (const char byte : bytes) {
        client->send(QByteArray(1, byte));
        client->socket().flush();
    }
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().body, QByteArray("POST /p"));
    QCOMPARE(gateway.handler.requests.front()->body, QByteArray("hello"));
}

void TestTls::largeBodiesGoBothWays()
{
    TlsFixture gateway;
    const QByteArray body(5 * mebibyte, 'y');
    gateway.handler.script
        = [](const RequestSnapshot &request, ResponseSink &sink) { sink.send({}, request.body); };
    const auto client = gateway.tlsClient();
    client->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body);
    QVERIFY(client->waitUntil([&client, &body] { return client->rawBytes().size() > body.size(); }));
    QVERIFY(client->waitForAnswers());
    QVERIFY(client->answer().body == body);
}

// What is decrypted is taken in one piece, and the next request waits encrypted behind it.
void TestTls::requestsAsLargeAsTheBufferFollowOneAnother()
{
    TlsFixture gateway;
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) {
        QTimer::singleShot(1ms, &sink, [&sink] { sink.send({}, "ok"); });
    };
    const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 65000\r\nX: ";
    const QByteArray request
        = head + QByteArray(64 * 1024 - 65'000 - 4 - head.size(), 'x') + "\r\n\r\n" + QByteArray(65'000, 'b');
    QCOMPARE(request.size(), 64 * 1024);
    const auto client = gateway.tlsClient();
    client->send(request.repeated(40));
    QVERIFY(client->waitForAnswers(40));
}

void TestTls::aStreamArrivesPieceByPiece()
{
    TlsFixture gateway;
    QPointer<ResponseSink> kept;
    gateway.handler.script = stream(kept);
    const auto client = gateway.tlsClient();
    client->send(getRequest);
    QTRY_COMPARE(client->answer().status, 200);
    kept->write("one");
    QVERIFY(client->waitForText("3\r\none\r\n"));
    QVERIFY(!client->rawBytes().contains("two"));
    kept->write("two");
    QVERIFY(client->waitForText("3\r\ntwo\r\n"));
    kept->finish();
    QVERIFY(client->waitForAnswers());
    QVERIFY(client->answer().hasTerminator);
}

void TestTls::aSlowReaderIsToldAndBounded()
{
    TlsFixture gateway;
    constexpr qint64 total = 32 * mebibyte;
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
    const auto client = gateway.tlsClient();
    QVERIFY(client->waitForSecured());
    client->stopReading();
    client->send(getRequest);
    QTRY_VERIFY(pauses > 0);
    // What the system's buffers hold is all that has left.
    QVERIFY(left > total / 2);
    client->resumeReading();
    QVERIFY(client->waitUntil([&client] { return client->rawBytes().endsWith("\r\n0\r\n\r\n"); }));
    QCOMPARE(client->answer().body.size(), total);
    QVERIFY(mostQueued <= ResponseSink::highWater + 128 * 1024);
}

void TestTls::aClientThatReadsNoAnswersGetsNoFurtherOnes()
{
    TlsFixture gateway;
    gateway.handler.script
        = [](const RequestSnapshot &, ResponseSink &sink) { sink.send({}, QByteArray(mebibyte, 'x')); };
    const auto client = gateway.tlsClient();
    QVERIFY(client->waitForSecured());
    client->stopReading();
    client->send(QByteArray(getRequest).repeated(40));
    QTRY_VERIFY(!gateway.handler.requests.empty());
    std::size_t served = 0;
    const auto isStuck = [&] { return std::exchange(served, gateway.handler.requests.size()) == served; };
    while (!isStuck()) {
        QTest::qWait(50);
    }
    QVERIFY(served < 30);
    client->resumeReading();
    QTRY_COMPARE_WITH_TIMEOUT(gateway.handler.requests.size(), std::size_t(40), 20'000);
    QVERIFY(client->waitUntil([&client] { return client->rawBytes().size() > 40 * mebibyte; }));
    QVERIFY(client->waitForAnswers(40));
}

void TestTls::aNewCertificateIsForNewConnections()
{
    TlsFixture gateway;
    QPointer<ResponseSink> kept;
    gateway.handler.script = stream(kept);
    const auto running = gateway.tlsClient();
    running->send(getRequest);
    QTRY_COMPARE(running->answer().status, 200);
    const QPointer<ResponseSink> first = kept;
    first->write("before");
    const TestCertificate next;
    gateway.use(next);

    const auto fresh = gateway.tlsClient(next.pem());
    fresh->send(getRequest);
    QTRY_COMPARE(fresh->answer().status, 200);
    const auto late = gateway.tlsClient();
    QVERIFY(late->waitForClosed());
    QVERIFY(!late->socket().isEncrypted());

    first->write("after");
    first->finish();
    QVERIFY(running->waitForAnswers());
    QCOMPARE(running->answer().body, QByteArray("beforeafter"));
    gateway.handler.script = [](const RequestSnapshot &, ResponseSink &sink) { sink.send({}, "again"); };
    running->send(getRequest);
    QVERIFY(running->waitForAnswers(2));
    QCOMPARE(running->answer(1).body, QByteArray("again"));
}

void TestTls::tlsIsSwitchedOnAndOffForNewConnections()
{
    TlsFixture gateway;
    const auto secured = gateway.tlsClient();
    QVERIFY(secured->waitForSecured());
    gateway.listener.setTls(nullptr);
    QCOMPARE(gateway.answerTo(getRequest).status, 200);
    secured->send(getRequest);
    QVERIFY(secured->waitForAnswers());
    const auto plain = gateway.client();
    plain->send(getRequest);
    QVERIFY(plain->waitForAnswers());
    gateway.use(gateway.certificate);
    plain->send(getRequest);
    QVERIFY(plain->waitForAnswers(2));
    QCOMPARE(gateway.answerTo(getRequest).status, 400);
}

void TestTls::curlIsServed()
{
    TlsFixture gateway;
    QTemporaryDir folder;
    writeFile(folder.filePath(QStringLiteral("ca.pem")), gateway.certificate.pem());
    QProcess curl;
    curl.start(QStringLiteral("curl"),
        {QStringLiteral("-sS"), QStringLiteral("--cacert"), folder.filePath(QStringLiteral("ca.pem")),
            QStringLiteral("--noproxy"), QStringLiteral("*"), QStringLiteral("-w"),
            QStringLiteral(" %{http_version} %{ssl_verify_result}"), QStringLiteral("-d"),
            QStringLiteral("hello"),
            QStringLiteral("https://127.0.0.1:%1/path").arg(gateway.acceptor.port())});
    QTRY_COMPARE_WITH_TIMEOUT(curl.state(), QProcess::NotRunning, 20'000);
    const QByteArray output = curl.readAllStandardOutput();
    QVERIFY2(output == "POST /path 1.1 0", (output + curl.readAllStandardError()).constData());
}

} // namespace nexus

QTEST_GUILESS_MAIN(nexus::TestTls)
#include "tst_tls.moc"

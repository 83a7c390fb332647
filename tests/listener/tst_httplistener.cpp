// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract/programfinder.h"
#include "gatewayfixture.h"

#include <QTimer>

namespace nexus {

namespace {

QByteArray get(const QByteArray &path, const QByteArray &fields = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

// Tells the port of each peer as its process.
class PortNamer final : public ProgramFinder {
public:
    std::shared_ptr<const ProgramSlot> find(const QHostAddress & /*peer*/, quint16 peerPort) override
    {
        ++count;
        auto slot = std::make_shared<ProgramSlot>();
        slot->set({.name = QStringLiteral("client"), .path = {}, .pid = peerPort});
        return slot;
    }

    int count = 0;
};

} // namespace

class TestHttpListener final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aConnectionServesManyRequests();
    void pipelinedRequestsAreAnsweredInOrder();
    void pipeliningBeyondTheBufferLosesNothing();
    void aLargeBodyArrivesWhole();
    void aChunkedBodyArrivesWithoutItsFraming();
    void continueComesBeforeTheBody();
    void anExpectationOverTheLimitGets413Instead();
    void http10ClosesAfterTheAnswer();
    void http10StaysWhenAskedTo();
    void connectionCloseIsObeyed();
    void refusalsAreJsonAndClose_data();
    void refusalsAreJsonAndClose();
    void aNegativeContentLengthIsRefused();
    void nothingIsServedBehindARefusal();
    void theAnswerToAnOversizedUploadIsReadable();
    void theBodyLimitCanChange();
    void theSnapshotTellsWhoAsked();
    void eachConnectionIsLookedForOnce();
    void aUsableRequestIdComesBack();
    void anUnusableRequestIdIsReplaced();
};

void TestHttpListener::aConnectionServesManyRequests()
{
    GatewayFixture gateway;
    QVERIFY(gateway.isOpen);
    const auto client = gateway.client();
    for (int i = 0; i < 10; ++i) {
        client->request("GET", "/" + QByteArray::number(i));
        QVERIFY(client->waitForAnswers(i + 1));
        QCOMPARE(client->answer(i).body, "GET /" + QByteArray::number(i));
    }
    QCOMPARE(gateway.listener.connectionCount(), 1);
    QVERIFY(!client->isClosedByPeer());
}

void TestHttpListener::pipelinedRequestsAreAnsweredInOrder()
{
    GatewayFixture gateway;
    int running = 0;
    int mostRunning = 0;
    gateway.handler.script = [&](const RequestSnapshot &request, ResponseSink &sink) {
        mostRunning = std::max(mostRunning, ++running);
        // Later requests would be ready earlier.
        const int number = request.path.sliced(1).toInt();
        QTimer::singleShot(20 - number, &sink, [&, path = request.path] {
            --running;
            sink.send({}, path);
        });
    };
    const auto client = gateway.client();
    QByteArray bytes;
    for (int i = 0; i < 20; ++i) {
        bytes += get("/" + QByteArray::number(i));
    }
    client->send(bytes);
    QVERIFY(client->waitForAnswers(20));
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(client->answer(i).body, "/" + QByteArray::number(i));
    }
    QCOMPARE(mostRunning, 1);
}

void TestHttpListener::pipeliningBeyondTheBufferLosesNothing()
{
    GatewayFixture gateway;
    QPointer<ResponseSink> first;
    gateway.handler.script = [&gateway, &first](const RequestSnapshot &, ResponseSink &sink) {
        if (gateway.handler.requests.size() == 1) {
            first = &sink;
        } else {
            sink.send({}, "x");
        }
    };
    const auto client = gateway.client();
    const QByteArray filler = "A: " + QByteArray(5000, 'x') + "\r\n";
    for (int i = 0; i < 100; ++i) {
        client->send(get("/", filler));
    }
    QTRY_VERIFY(first);
    first->send({}, "x");
    QVERIFY(client->waitForAnswers(100));
}

void TestHttpListener::aLargeBodyArrivesWhole()
{
    GatewayFixture gateway;
    QByteArray body(2 * 1024 * 1024, Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i) {
        body[i] = static_cast<char>((i * 7919) >> 5);
    }
    const auto client = gateway.client();
    client->post("/", body);
    QVERIFY(client->waitForAnswers());
    const auto hash
        = [](const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); };
    QCOMPARE(hash(gateway.handler.requests.front()->body), hash(body));
}

void TestHttpListener::aChunkedBodyArrivesWithoutItsFraming()
{
    GatewayFixture gateway;
    const auto client = gateway.client();
    client->send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nab");
    QTRY_COMPARE(gateway.listener.connectionCount(), 1);
    client->send("cd\r\n1;x\r\ne\r\n0\r\nT: 1\r\n\r\n" + get("/next"));
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(gateway.handler.requests.front()->body, QByteArray("abcde"));
    QCOMPARE(client->answer(1).body, QByteArray("GET /next"));
}

void TestHttpListener::continueComesBeforeTheBody()
{
    GatewayFixture gateway;
    const auto client = gateway.client();
    client->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    QVERIFY(client->waitUntil([&client] { return client->continueCount() == 1; }));
    QVERIFY(gateway.handler.requests.empty());
    client->send("abc");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(gateway.handler.requests.front()->body, QByteArray("abc"));
}

void TestHttpListener::anExpectationOverTheLimitGets413Instead()
{
    GatewayFixture gateway({.maxBodySize = 10});
    const auto client = gateway.client();
    client->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 413);
    QCOMPARE(client->continueCount(), 0);
}

void TestHttpListener::http10ClosesAfterTheAnswer()
{
    GatewayFixture gateway;
    const auto client = gateway.client();
    client->send("GET / HTTP/1.0\r\n\r\n");
    QVERIFY(client->waitForClosed());
    QCOMPARE(client->answer().body, QByteArray("GET /"));
    QCOMPARE(client->answer().header("connection"), QByteArray("close"));
}

void TestHttpListener::http10StaysWhenAskedTo()
{
    GatewayFixture gateway;
    const auto client = gateway.client();
    client->send("GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().header("connection"), QByteArray("keep-alive"));
    client->send("GET /2 HTTP/1.0\r\n\r\n");
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->answer(1).body, QByteArray("GET /2"));
}

void TestHttpListener::connectionCloseIsObeyed()
{
    GatewayFixture gateway;
    const auto client = gateway.client();
    client->send(get("/", "Connection: close\r\n") + get("/never"));
    QVERIFY(client->waitForClosed());
    QCOMPARE(client->completeCount(), 1);
    QCOMPARE(client->answer().header("connection"), QByteArray("close"));
    QCOMPARE(gateway.handler.requests.size(), std::size_t(1));
    QTRY_COMPARE(gateway.count->open(), 0);
}

void TestHttpListener::refusalsAreJsonAndClose_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("twoFramings") << get("/", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("bareLf") << QByteArray("GET / HTTP/1.1\n\n") << 400;
    QTest::newRow("connect") << QByteArray("CONNECT a:1 HTTP/1.1\r\n\r\n") << 405;
    QTest::newRow("tooLarge") << get("/", "Content-Length: 999999999\r\n") << 413;
    QTest::newRow("expectation") << get("/", "Expect: x\r\n") << 417;
    QTest::newRow("endlessHead") << get("/", "A: " + QByteArray(70'000, 'x') + "\r\n") << 431;
    QTest::newRow("coding") << get("/", "Transfer-Encoding: gzip\r\n") << 501;
    QTest::newRow("version") << QByteArray("GET / HTTP/3.0\r\n\r\n") << 505;
}

void TestHttpListener::refusalsAreJsonAndClose()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    GatewayFixture gateway;
    const auto client = gateway.client();
    client->send(bytes);
    QVERIFY(client->waitForClosed());
    const kit::Answer answer = client->answer();
    QCOMPARE(answer.status, status);
    QVERIFY(answer.isComplete);
    QCOMPARE(answer.header("content-type"), QByteArray("application/json"));
    QCOMPARE(answer.header("connection"), QByteArray("close"));
    QVERIFY(answer.header("x-request-id").startsWith("req_"));
    QVERIFY(answer.body.startsWith("{\"error\":{\"message\":\""));
    QCOMPARE(answer.header("allow").isEmpty(), status != 405);
    QVERIFY(gateway.handler.requests.empty());
    QVERIFY(gateway.log.contains("request_refused"));
}

void TestHttpListener::aNegativeContentLengthIsRefused()
{
    GatewayFixture gateway;
    QCOMPARE(gateway.answerTo(get("/", "Content-Length: -5\r\n")).status, 400);
}

void TestHttpListener::nothingIsServedBehindARefusal()
{
    GatewayFixture gateway;
    const auto client = gateway.client();
    client->send(get("/1") + get("/", "Content-Length: x\r\n") + get("/smuggled"));
    QVERIFY(client->waitForClosed());
    QCOMPARE(client->completeCount(), 2);
    QCOMPARE(client->answer(1).status, 400);
    QCOMPARE(gateway.handler.requests.size(), std::size_t(1));
}

void TestHttpListener::theAnswerToAnOversizedUploadIsReadable()
{
    GatewayFixture gateway({.maxBodySize = 1000});
    const auto client = gateway.client();
    // The whole upload is on its way before the client looks for an answer.
    client->stopReading();
    client->post("/", QByteArray(8 * 1024 * 1024, 'x'));
    QTRY_VERIFY(gateway.log.contains("body_too_large"));
    client->resumeReading();
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 413);
}

void TestHttpListener::theBodyLimitCanChange()
{
    GatewayFixture gateway({.maxBodySize = 10});
    const auto client = gateway.client();
    client->post("/", QByteArray(10, 'x'));
    QVERIFY(client->waitForAnswers());
    gateway.listener.setLimits({.maxBodySize = 20});
    client->post("/", QByteArray(20, 'x'));
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->answer(1).status, 200);
    client->post("/", QByteArray(21, 'x'));
    QVERIFY(client->waitForAnswers(3));
    QCOMPARE(client->answer(2).status, 413);
}

void TestHttpListener::theSnapshotTellsWhoAsked()
{
    GatewayFixture gateway;
    const auto before = std::chrono::steady_clock::now();
    QCOMPARE(gateway.answerTo(get("/a%20b?c=d", "X-One: 1\r\n")).status, 200);
    const auto &request = *gateway.handler.requests.front();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.path, QByteArray("/a%20b"));
    QCOMPARE(request.query, QByteArray("c=d"));
    QCOMPARE(request.headers.value("x-one"), QByteArray("1"));
    QCOMPARE(request.peer, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(request.peerPort != 0);
    QVERIFY(request.received >= before && request.received <= std::chrono::steady_clock::now());
}

void TestHttpListener::eachConnectionIsLookedForOnce()
{
    GatewayFixture gateway;
    PortNamer programs;
    gateway.listener.setPrograms(&programs);
    const auto client = gateway.client();
    for (int i = 0; i < 2; ++i) {
        client->request("GET", "/");
        QVERIFY(client->waitForAnswers(i + 1));
    }
    QCOMPARE(programs.count, 1);
    for (const auto &request : gateway.handler.requests) {
        QVERIFY(request->program);
        QCOMPARE(request->program->program()->pid, qint64(request->peerPort));
    }
    gateway.listener.setPrograms(nullptr);
    const auto unknown = gateway.client();
    unknown->request("GET", "/");
    QVERIFY(unknown->waitForAnswers());
    QVERIFY(!gateway.handler.requests.back()->program);
}

void TestHttpListener::aUsableRequestIdComesBack()
{
    GatewayFixture gateway;
    const auto answer = gateway.answerTo(get("/", "X-Request-Id: mine-1\r\n"));
    QCOMPARE(answer.header("x-request-id"), QByteArray("mine-1"));
    QCOMPARE(gateway.handler.requests.front()->id, QByteArray("mine-1"));
}

void TestHttpListener::anUnusableRequestIdIsReplaced()
{
    GatewayFixture gateway;
    const auto answer = gateway.answerTo(get("/", "X-Request-Id: a\"b\r\n"));
    QCOMPARE(answer.header("x-request-id").size(), 28);
    QCOMPARE(answer.header("x-request-id"), gateway.handler.requests.front()->id);
}

} // namespace nexus

QTEST_GUILESS_MAIN(nexus::TestHttpListener)
#include "tst_httplistener.moc"

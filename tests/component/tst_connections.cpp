// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "gatewayfixture.h"

#include <QCryptographicHash>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

namespace {

QByteArray chatPath()
{
    return "/llm/v1/chat/completions";
}
constexpr qsizetype mebibyte = 1024 * 1024;

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

// Text of that size with every kind of character a prompt has, also some that are cut by any buffer.
QByteArray longText(qsizetype size)
{
    const QByteArray line
        = "The quick brown fox \\n \\u00e9 caf\xc3\xa9 \xe6\xbc\xa2\xe5\xad\x97 \xf0\x9f\x98\x80 \\\" ";
    return line.repeated(size / line.size());
}

} // namespace

class ConnectionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void fortyRequestsToOneProviderRunAtOnce();
    void connectionsAreKeptOnBothSides();
    void connectionsThatTheProviderClosesAreReplaced();
    void headIsAnsweredWhereGetIs_data();
    void headIsAnsweredWhereGetIs();
    void aLargePromptAndAnswerKeepEveryByte_data();
    void aLargePromptAndAnswerKeepEveryByte();
    void pipelinedRequestsAreAnsweredInOrder();
    void expectContinueIsAnswered();
    void aRequestInChunksArrivesWhole_data();
    void aRequestInChunksArrivesWhole();
    void aRequestSplitAtEveryByteArrivesWhole();
    void aClientThatWantsToCloseIsClosed();

private:
    std::unique_ptr<GatewayFixture> m_fixture;
};

void ConnectionsTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
}

void ConnectionsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

// A network manager runs six requests to one HTTP/1.1 host; the gateway must not.
void ConnectionsTest::fortyRequestsToOneProviderRunAtOnce()
{
    m_fixture->start();
    m_fixture->provider.setDefaultReply(Reply::json(200, R"({"model":"real-name"})").held());
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < 40; ++i) {
        clients.push_back(m_fixture->post(GatewayFixture::chat(false)));
    }
    QTRY_COMPARE(m_fixture->provider.heldRequests().size(), std::size_t(40));
    QCOMPARE(m_fixture->provider.connectionCount(), 40);
    m_fixture->provider.release();
    for (const auto &client : clients) {
        QVERIFY(client->waitForAnswers());
        QCOMPARE(client->answer().body, QByteArray(R"({"model":"up/renamed"})"));
    }
    QTRY_COMPARE(m_fixture->events("request").join('\n').count("status=200 outcome=answered"), 40);
}

void ConnectionsTest::connectionsAreKeptOnBothSides()
{
    m_fixture->start();
    const auto client = m_fixture->connect();
    for (int i = 0; i < 20; ++i) {
        const bool isStream = i % 2 == 1;
        m_fixture->provider.script(isStream
                ? Reply::sse({chunkOf("real-name", "a", "stop"), "[DONE]"})
                : Reply::json(i % 4 == 0 ? 200 : 429, R"({"model":"real-name"})"));
        client->post(chatPath(), GatewayFixture::chat(isStream));
        QVERIFY(client->waitForAnswers(i + 1));
        QCOMPARE(client->answer(i).status, isStream || i % 4 == 0 ? 200 : 429);
        QVERIFY(client->answer(i).header("connection") != "close");
        QVERIFY(!m_fixture->requestLine(i).isEmpty());
    }
    QVERIFY(client->isConnected());
    QCOMPARE(m_fixture->provider.requestCount(), 20);
    QCOMPARE(m_fixture->provider.connectionCount(), 1);
}

void ConnectionsTest::connectionsThatTheProviderClosesAreReplaced()
{
    m_fixture->start();
    const auto client = m_fixture->connect();
    for (int i = 0; i < 10; ++i) {
        const Reply reply = Reply::json(200, R"({"n":)" + QByteArray::number(i) + '}');
        m_fixture->provider.script(i % 2 == 0 ? reply : reply.closing());
        client->post(chatPath(), GatewayFixture::chat(false));
        QVERIFY(client->waitForAnswers(i + 1));
        QCOMPARE(client->answer(i).body, R"({"n":)" + QByteArray::number(i) + '}');
        if (i % 3 == 0) {
            m_fixture->provider.closeConnections();
        }
    }
    QCOMPARE(m_fixture->provider.requestCount(), 10);
}

void ConnectionsTest::headIsAnsweredWhereGetIs_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/", "/health", "/llm/v1/models", "/v1/models/", "/llm/v1/models/up/renamed"}) {
        QTest::newRow(path) << QByteArray(path);
    }
}

void ConnectionsTest::headIsAnsweredWhereGetIs()
{
    QFETCH(QByteArray, path);
    m_fixture->start();
    const auto client = m_fixture->connect();
    client->request("HEAD", path);
    client->request("GET", path);
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->answer(0).status, 200);
    QCOMPARE(client->answer(1).status, 200);
    QVERIFY(client->answer(0).body.isEmpty());
    QVERIFY(!client->answer(1).body.isEmpty());
    QCOMPARE(client->answer(0).header("content-length"), client->answer(1).header("content-length"));
    QCOMPARE(client->answer(0).header("content-type"), client->answer(1).header("content-type"));
    QVERIFY(m_fixture->requestLine().contains("method=HEAD"));
    QVERIFY(m_fixture->requestLine(1).contains("method=GET"));
}

void ConnectionsTest::aLargePromptAndAnswerKeepEveryByte_data()
{
    QTest::addColumn<bool>("isStream");
    QTest::newRow("whole") << false;
    QTest::newRow("one event of a stream") << true;
}

void ConnectionsTest::aLargePromptAndAnswerKeepEveryByte()
{
    QFETCH(bool, isStream);
    m_fixture->start();
    const QByteArray text = longText(2 * mebibyte);
    const QByteArray answered = chunkOf("real-name", text, "stop");
    m_fixture->provider.script(isStream ? Reply::sse({answered, "[DONE]"}) : Reply::json(200, answered));
    QByteArray sent = GatewayFixture::chat(isStream).replace("\"hi\"", '"' + text + '"');
    // So the gateway has nothing to add.
    sent.insert(1, R"("stream_options":{"include_usage":true},)");
    const auto client = m_fixture->post(sent);
    QVERIFY(client->waitForAnswers(1, 30s));
    const QByteArray received = m_fixture->provider.received(0).body;
    QCOMPARE(received.size(), sent.size() - 1);
    QCOMPARE(hashOf(received), hashOf(QByteArray(sent).replace("up/renamed", "real-name")));
    const QByteArray expected = chunkOf("up/renamed", text, "stop");
    QCOMPARE(
        hashOf(client->answer().body), hashOf(isStream ? eventOf(expected) + eventOf("[DONE]") : expected));
    QVERIFY(m_fixture->requestLine().contains("bytes_in=" + QByteArray::number(sent.size())));
    QVERIFY(
        m_fixture->requestLine().contains("bytes_out=" + QByteArray::number(client->answer().body.size())));
}

void ConnectionsTest::pipelinedRequestsAreAnsweredInOrder()
{
    constexpr int count = 12;
    m_fixture->start();
    m_fixture->provider.setHandler([](const kit::ReceivedRequest &request) {
        const QByteArray number = request.body.mid(request.body.indexOf("number ") + 7, 3);
        const bool isStream = request.body.contains("\"stream\":true");
        return isStream ? Reply::sse({chunkOf("m", number, "stop"), "[DONE]"})
                        : Reply::json(200, "{\"n\":" + number + '}');
    });
    const auto client = m_fixture->connect();
    for (int i = 0; i < count; ++i) {
        client->post(chatPath(),
            GatewayFixture::chat(i % 3 == 1).replace("hi", "number " + QByteArray::number(100 + i)));
        client->request("GET", "/v1/models/up/" + QByteArray::number(i));
    }
    QVERIFY(client->waitForAnswers(2 * count));
    for (int i = 0; i < count; ++i) {
        QVERIFY(client->answer(2 * i).body.contains(QByteArray::number(100 + i)));
        QVERIFY(client->answer(2 * i + 1).body.startsWith(R"({"id":"up/)" + QByteArray::number(i) + '"'));
    }
    QTRY_COMPARE(m_fixture->events("request").size(), 2 * count);
}

void ConnectionsTest::expectContinueIsAnswered()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::json(200, "{}"));
    const QByteArray body = GatewayFixture::chat(false);
    const auto client = m_fixture->connect();
    client->send("POST " + chatPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + "Expect: 100-continue\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n");
    QVERIFY(client->waitUntil([&client] { return client->continueCount() == 1; }));
    QCOMPARE(m_fixture->provider.requestCount(), 0);
    client->send(body);
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
    QVERIFY(!kit::hasHeader(m_fixture->provider.received(0).headers, "expect"));
}

void ConnectionsTest::aRequestInChunksArrivesWhole_data()
{
    QTest::addColumn<int>("chunkSize");
    for (const int size : {1, 7, 50, 10'000}) {
        QTest::addRow("%d bytes a chunk", size) << size;
    }
}

void ConnectionsTest::aRequestInChunksArrivesWhole()
{
    QFETCH(int, chunkSize);
    m_fixture->start();
    m_fixture->provider.script(Reply::json(200, "{}"));
    const QByteArray body = GatewayFixture::chat(false).replace("hi", "caf\xc3\xa9 \xf0\x9f\x98\x80");
    const auto client = m_fixture->connect();
    client->send("POST " + chatPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n");
    for (qsizetype at = 0; at < body.size(); at += chunkSize) {
        const QByteArray part = body.mid(at, chunkSize);
        client->send(QByteArray::number(part.size(), 16) + ";ext=\"1\"\r\n" + part + "\r\n");
    }
    client->send("0\r\nX-Trailer: 1\r\n\r\n");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
    const kit::ReceivedRequest received = m_fixture->provider.received(0);
    QCOMPARE(received.body, QByteArray(body).replace("up/renamed", "real-name"));
    QCOMPARE(received.header("content-length"), QByteArray::number(received.body.size()));
    QVERIFY(!kit::hasHeader(received.headers, "transfer-encoding"));
    QVERIFY(m_fixture->requestLine().contains("bytes_in=" + QByteArray::number(body.size())));
}

void ConnectionsTest::aRequestSplitAtEveryByteArrivesWhole()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::json(200, "{}"));
    const QByteArray body = GatewayFixture::chat(false).replace("hi", "\xf0\x9f\x98\x80");
    const QByteArray bytes = "POST " + chatPath()
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    const auto client = m_fixture->connect();
    QVERIFY(client->waitForConnected());
    for (const char byte : bytes) {
        client->send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
    QCOMPARE(m_fixture->provider.received(0).body, QByteArray(body).replace("up/renamed", "real-name"));
}

void ConnectionsTest::aClientThatWantsToCloseIsClosed()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::sse({chunkOf("up/renamed", "a", "stop"), "[DONE]"}));
    const auto client = m_fixture->connect();
    client->post(chatPath(), GatewayFixture::chat(true), {{"Connection", "close"}});
    QVERIFY(client->waitForClosed());
    QVERIFY(client->answer().hasTerminator);
    QCOMPARE(client->answer().events().size(), 2);
    QCOMPARE(client->answer().header("connection"), QByteArray("close"));
}

QTEST_GUILESS_MAIN(ConnectionsTest)
#include "tst_connections.moc"

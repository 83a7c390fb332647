// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/rawclient.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

namespace nexus::kit {

using namespace std::chrono_literals;

// The client against a bare server, so that a fault shared with the provider would show.
class TestRawClient final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsExactBytes();
    void writesARequest();
    void readsAnswersAtEverySplit();
    void tellsAMissingTerminator();
    void aHeadAnswerHasNoBody();
    void countsContinue();
    void readsEventsAndComments();
    void halfClosesAndStillReads();
    void stopsReading();
    void tellsARefusedConnection();
    void hangsUp();

private:
    void connectClient();

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<RawClient> m_client;
    QPointer<QTcpSocket> m_peer;
};

void TestRawClient::init()
{
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

void TestRawClient::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void TestRawClient::connectClient()
{
    m_client = std::make_unique<RawClient>();
    m_client->connectTo(m_server->serverPort());
    QTRY_VERIFY(m_server->hasPendingConnections());
    m_peer = m_server->nextPendingConnection();
    QVERIFY(m_client->waitForConnected());
}

void TestRawClient::sendsExactBytes()
{
    const QByteArray bytes("\x00 not HTTP \r\n\xff", 14);
    m_client = std::make_unique<RawClient>();
    m_client->connectTo(m_server->serverPort());
    m_client->send(bytes.left(5)); // before the connection stands
    QTRY_VERIFY(m_server->hasPendingConnections());
    m_peer = m_server->nextPendingConnection();
    QVERIFY(m_client->waitForConnected());
    m_client->send(bytes.mid(5));
    QTRY_COMPARE(m_peer->bytesAvailable(), qint64(14));
    QCOMPARE(m_peer->readAll(), bytes);
}

void TestRawClient::writesARequest()
{
    connectClient();
    m_client->post("/x", "{}", {{"X-A", "1"}});
    const QByteArray expected
        = "POST /x HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_server->serverPort())
        + "\r\nContent-Type: application/json\r\nX-A: 1\r\nContent-Length: 2\r\n\r\n{}";
    QTRY_COMPARE(m_peer->bytesAvailable(), expected.size());
    QCOMPARE(m_peer->readAll(), expected);
}

void TestRawClient::readsAnswersAtEverySplit()
{
    const QByteArray bytes = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabHTTP/1.1 404 Not Found\r\n"
                             "Transfer-Encoding: chunked\r\n\r\n3\r\ncde\r\n0\r\n\r\n";
    for (qsizetype split = 1; split < bytes.size(); split += 3) {
        connectClient();
        m_peer->write(bytes.left(split));
        QVERIFY(m_client->waitForBytes(split));
        m_peer->write(bytes.mid(split));
        QVERIFY(m_client->waitForAnswers(2));
        QCOMPARE(m_client->rawBytes(), bytes);
        QCOMPARE(m_client->answer(0).status, 200);
        QCOMPARE(m_client->answer(0).body, QByteArray("ab"));
        QVERIFY(!m_client->answer(0).hasTerminator);
        QCOMPARE(m_client->answer(1).startLine, QByteArray("HTTP/1.1 404 Not Found"));
        QCOMPARE(m_client->answer(1).body, QByteArray("cde"));
        QVERIFY(m_client->answer(1).hasTerminator);
    }
}

void TestRawClient::tellsAMissingTerminator()
{
    connectClient();
    m_peer->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ncde\r\n");
    m_peer->disconnectFromHost();
    QVERIFY(m_client->waitForClosed());
    QCOMPARE(m_client->answer().body, QByteArray("cde"));
    QVERIFY(!m_client->answer().isComplete);
    QVERIFY(!m_client->answer().hasTerminator);
    QCOMPARE(m_client->completeCount(), 0);
}

void TestRawClient::aHeadAnswerHasNoBody()
{
    connectClient();
    m_client->request("HEAD", "/");
    m_client->request("GET", "/");
    m_peer->write(
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");
    QVERIFY(m_client->waitForAnswers(2));
    QCOMPARE(m_client->answer(0).body, QByteArray());
    QCOMPARE(m_client->answer(1).body, QByteArray("x"));
}

void TestRawClient::countsContinue()
{
    connectClient();
    m_peer->write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n");
    QVERIFY(m_client->waitForAnswers(1));
    QCOMPARE(m_client->continueCount(), 1);
    QCOMPARE(m_client->answer().status, 204);
}

void TestRawClient::readsEventsAndComments()
{
    Answer answer;
    answer.body = ": ping\n\nevent: e\ndata: {\"a\":1}\n\ndata:x\r\ndata: y\r\n\r\n:\ndata: unfinished\n";
    QCOMPARE(answer.events(), QByteArrayList({"{\"a\":1}", "x\ny"}));
    QCOMPARE(answer.comments(), QByteArrayList({"ping", ""}));
}

void TestRawClient::halfClosesAndStillReads()
{
    connectClient();
    m_client->send("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(m_peer->bytesAvailable(), qint64(18));
    // Qt takes the half close for the whole one, so the peer answers before it runs its event loop.
    m_client->halfClose();
    m_peer->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    m_peer->flush();
    QVERIFY(m_client->waitForAnswers());
    QCOMPARE(m_client->answer().body, QByteArray("ok"));
}

void TestRawClient::stopsReading()
{
    connectClient();
    m_client->stopReading();
    const QByteArray body(20'000'000, 'z');
    m_peer->write("HTTP/1.1 200 OK\r\nContent-Length: 20000000\r\n\r\n" + body);
    QVERIFY(!m_client->waitUntil([this] { return m_peer->bytesToWrite() == 0; }, 300ms));
    QVERIFY(m_client->rawBytes().isEmpty());
    m_client->resumeReading();
    QVERIFY(m_client->waitForAnswers(1, 30s));
    QVERIFY(m_client->answer().body == body);
}

void TestRawClient::tellsARefusedConnection()
{
    const quint16 port = m_server->serverPort();
    m_server->close();
    RawClient client;
    client.connectTo(port);
    QVERIFY(client.waitForClosed());
}

void TestRawClient::hangsUp()
{
    connectClient();
    QSignalSpy gone(m_peer, &QTcpSocket::disconnected);
    m_client->hangUp();
    QTRY_COMPARE(gone.count(), 1);
    QVERIFY(!m_client->isClosedByPeer());

    connectClient();
    QSignalSpy broken(m_peer, &QTcpSocket::errorOccurred);
    m_client->reset();
    QTRY_VERIFY(!broken.isEmpty());
    QCOMPARE(m_peer->error(), QAbstractSocket::RemoteHostClosedError);
}

} // namespace nexus::kit

QTEST_GUILESS_MAIN(nexus::kit::TestRawClient)
#include "tst_rawclient.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "gatewayfixture.h"
#include "processmemory.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

// Pieces of about a mebibyte, each of many events, that together are a complete stream.
QByteArrayList longStream(int mebibytes)
{
    const QByteArray event = eventOf(chunkOf("up/renamed", QByteArray(900, 'x')));
    QByteArrayList pieces(mebibytes, event.repeated(static_cast<qsizetype>(mebibyte / event.size())));
    pieces += {eventOf(chunkOf("up/renamed", "", "stop")), eventOf("[DONE]")};
    return pieces;
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

class StreamClientsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aClientThatHangsUpEndsItsCallAtOnce_data();
    void aClientThatHangsUpEndsItsCallAtOnce();
    void hangingUpOnOneStreamLeavesTheOthersAlone();
    void aSlowClientSlowsTheProviderDown();
    void aClientThatNeverReadsAgainAndLeavesEndsItsCall();
    void anHttp10ClientGetsAStreamThatEndsWithTheConnection();
    void anHttp10ClientSeesABrokenStream();
    void aHundredStreamsAtOnceKeepApart();

private:
    const QByteArray m_first = chunkOf("up/renamed", "one");
    const QByteArray m_last = chunkOf("up/renamed", "two", "stop");
    const QByteArrayList m_whole {m_first, m_last, "[DONE]"};
    std::unique_ptr<GatewayFixture> m_fixture;
};

void StreamClientsTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
}

void StreamClientsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void StreamClientsTest::aClientThatHangsUpEndsItsCallAtOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("isStream");
    QTest::addColumn<bool>("hasBegun");
    QTest::addColumn<bool>("isReset");
    const Reply stream = Reply::sse(m_whole);
    QByteArrayList endless(500, m_first);
    for (const bool isReset : {false, true}) {
        const char *how = isReset ? "reset" : "closed";
        QTest::addRow("%s in a silent stream", how)
            << stream.hangAfter(eventOf(m_first).size()) << true << true << isReset;
        QTest::addRow("%s in a busy stream", how)
            << Reply::sse(endless).pausing(20ms) << true << true << isReset;
        QTest::addRow("%s before a stream's head", how) << Reply::hang() << true << false << isReset;
        QTest::addRow("%s inside a stream's head", how) << stream.hangInHead(20) << true << false << isReset;
        QTest::addRow("%s before a whole answer's head", how) << Reply::hang() << false << false << isReset;
        QTest::addRow("%s inside a whole answer", how)
            << Reply::json(200, R"({"model":"real-name"})").hangAfter(5) << false << false << isReset;
    }
}

void StreamClientsTest::aClientThatHangsUpEndsItsCallAtOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, isStream);
    QFETCH(bool, hasBegun);
    QFETCH(bool, isReset);
    m_fixture->start();
    m_fixture->provider.script(reply);
    QSignalSpy closed(&m_fixture->provider, &kit::ScriptedProvider::clientClosed);
    const auto client = m_fixture->post(GatewayFixture::chat(isStream));
    QTRY_COMPARE(m_fixture->provider.requestCount(), 1);
    if (hasBegun) {
        QVERIFY(client->waitForBody("data: "));
    }
    QElapsedTimer sinceHangUp;
    sinceHangUp.start();
    if (isReset) {
        client->reset();
    } else {
        client->hangUp();
    }
    QVERIFY(closed.count() == 1 || closed.wait());
    QVERIFY2(sinceHangUp.elapsed() < 1000, QByteArray::number(sinceHangUp.elapsed()).constData());
    QVERIFY(!m_fixture->provider.received(0).isAnswered);
    QVERIFY(m_fixture->requestLine().contains("outcome=client_gone"));
    QCOMPARE(m_fixture->events("attempt").size(), 1);
    QCOMPARE(m_fixture->provider.requestCount(), 1);
}

void StreamClientsTest::hangingUpOnOneStreamLeavesTheOthersAlone()
{
    m_fixture->start();
    m_fixture->provider.setDefaultReply(Reply::sse(m_whole).holdAfter(eventOf(m_first).size()));
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(m_fixture->post(GatewayFixture::chat(true)));
    }
    for (const auto &client : clients) {
        QVERIFY(client->waitForBody("data: "));
    }
    for (std::size_t i = 0; i < clients.size(); i += 2) {
        clients[i]->hangUp();
    }
    QTRY_COMPARE(m_fixture->provider.heldRequests().size(), std::size_t(5));
    m_fixture->provider.release();
    for (std::size_t i = 1; i < clients.size(); i += 2) {
        QVERIFY(clients[i]->waitForAnswers());
        QCOMPARE(clients[i]->answer().events(), m_whole);
    }
    QTRY_COMPARE(m_fixture->events("request").size(), 10);
    QCOMPARE(m_fixture->events("request").join('\n').count("outcome=client_gone"), 5);
}

void StreamClientsTest::aSlowClientSlowsTheProviderDown()
{
    m_fixture->start();
    const QByteArrayList pieces = longStream(64);
    m_fixture->provider.script(Reply::rawSse(pieces));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForBody("data: "));
    client->stopReading();
    const qint64 before = residentBytes();
    QVERIFY(before > 0);
    const bool hasOverflown = client->waitUntil(
        [this, before] {
            return m_fixture->provider.received(0).isAnswered
                || residentBytes() - before > 24 * mebibyte * residentFactor;
        },
        3s);
    QVERIFY2(!hasOverflown, QByteArray::number((residentBytes() - before) / mebibyte).constData());
    QVERIFY(m_fixture->events("request").isEmpty());
    client->resumeReading();
    QVERIFY(client->waitForAnswers(1, 60s));
    QVERIFY(client->answer().hasTerminator);
    QCOMPARE(client->answer().body.size(), pieces.join().size());
    QCOMPARE(hashOf(client->answer().body), hashOf(pieces.join()));
    QVERIFY(m_fixture->provider.received(0).isAnswered);
    QVERIFY(m_fixture->requestLine().contains("outcome=answered"));
    QVERIFY(m_fixture->requestLine().contains("bytes_out=" + QByteArray::number(pieces.join().size())));
}

void StreamClientsTest::aClientThatNeverReadsAgainAndLeavesEndsItsCall()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::rawSse(longStream(32)));
    QSignalSpy closed(&m_fixture->provider, &kit::ScriptedProvider::clientClosed);
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForBody("data: "));
    client->stopReading();
    QVERIFY(!client->waitUntil([this] { return m_fixture->provider.received(0).isAnswered; }, 1s));
    client->reset();
    QVERIFY(closed.count() == 1 || closed.wait());
    QVERIFY(m_fixture->requestLine().contains("outcome=client_gone"));
}

void StreamClientsTest::anHttp10ClientGetsAStreamThatEndsWithTheConnection()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::sse(m_whole).holdAfter(eventOf(m_first).size()));
    const auto client = m_fixture->connect();
    const QByteArray body = GatewayFixture::chat(true);
    client->send(
        "POST /llm/v1/chat/completions HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        "Content-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QVERIFY(client->waitForBody(eventOf(m_first)));
    m_fixture->provider.release(0);
    QVERIFY(client->waitForAnswers());
    QVERIFY(client->isClosedByPeer());
    QCOMPARE(client->answer().status, 200);
    QVERIFY(!client->answer().isChunked);
    QVERIFY(client->answer().header("content-length").isEmpty());
    QCOMPARE(client->answer().header("connection").toLower(), QByteArray("close"));
    QCOMPARE(client->answer().events(), m_whole);
    QVERIFY(m_fixture->requestLine().contains("outcome=answered"));
}

void StreamClientsTest::anHttp10ClientSeesABrokenStream()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::sse(m_whole).cutAfter(eventOf(m_first).size() + 5));
    const auto client = m_fixture->connect();
    const QByteArray body = GatewayFixture::chat(true);
    client->send("POST /v1/chat/completions HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QVERIFY(client->waitForClosed());
    QVERIFY(!client->answer().body.contains("[DONE]"));
    QVERIFY2(errorShape(client->answer().events().value(1)).isWellFormed, client->answer().body.constData());
    QVERIFY(m_fixture->requestLine().contains("outcome=failed"));
}

void StreamClientsTest::aHundredStreamsAtOnceKeepApart()
{
    constexpr int count = 100;
    m_fixture->start();
    m_fixture->provider.setHandler([](const kit::ReceivedRequest &request) {
        const QByteArray model = request.body.mid(request.body.indexOf("stream-"), 10);
        return Reply::sse(
            {chunkOf(model, "one of " + model), chunkOf(model, "two of " + model, "stop"), "[DONE]"})
            .dripping(40)
            .held();
    });
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(m_fixture->post(
            R"({"stream":true,"messages":[],"model":"up/stream-)" + QByteArray::number(i + 100) + "\"}"));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->provider.heldRequests().size(), std::size_t(count), 20'000);
    m_fixture->provider.release();
    for (int i = 0; i < count; ++i) {
        const auto &client = clients[static_cast<std::size_t>(i)];
        QVERIFY(client->waitForAnswers(1, 20s));
        const QByteArray model = "stream-" + QByteArray::number(i + 100);
        QCOMPARE(client->answer().events(),
            QByteArrayList({chunkOf("up/" + model, "one of " + model),
                chunkOf("up/" + model, "two of " + model, "stop"), "[DONE]"}));
    }
    QTRY_COMPARE(m_fixture->events("request").join('\n').count("outcome=answered"), count);
}

QTEST_GUILESS_MAIN(StreamClientsTest)
#include "tst_streamclients.moc"

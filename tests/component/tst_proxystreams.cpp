// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processmemory.h"
#include "proxyfixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr auto messagesPath = "/proxy/anthropic/v1/messages";

// Events as Anthropic writes them, and what no parser would take.
const QByteArrayList &pieces()
{
    static const QByteArrayList all {"event: message_start\ndata: {\"type\":\"message_start\"}\n\n",
        "event: ping\r\ndata: {\"type\": \"ping\"}\r\n\r\n", ": a comment\n\n", "data: {no json \xff\xfe\n\n",
        "id: 7\nretry: 10\n\n", "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"};
    return all;
}

QByteArrayList longStream(int mebibytes)
{
    return QByteArrayList(mebibytes, QByteArray("data: " + QByteArray(1016, 'x') + "\n\n").repeated(1024));
}

} // namespace

//! Streams through the proxy to Anthropic, and how they end.
class ProxyStreamsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ProxyFixture>(); }
    void cleanup();

    void everyPieceLeavesAsItArrives();
    void aStreamIsTheSameHoweverItIsSplit_data();
    void aStreamIsTheSameHoweverItIsSplit();
    void noCommentIsAddedToASilentStream();
    void aBrokenAnswerIsCut_data();
    void aBrokenAnswerIsCut();
    void aSlowClientSlowsTheUpstreamDown();
    void aSlowClientGetsAllOfACutAnswerAndNoEnd();
    void aClientThatHangsUpEndsItsCall_data();
    void aClientThatHangsUpEndsItsCall();
    void aDrainLetsAStreamEnd();
    void whenTheGraceIsOverAStreamIsCut();
    void whenTheGraceIsOverAWaitingRequestGetsAnError();
    void destructionEndsRunningRequests();

private:
    [[nodiscard]] std::unique_ptr<kit::RawClient> post() const
    {
        return m_fixture->send("POST", messagesPath, {{"Content-Type", "application/json"}},
            R"({"model":"claude-x","stream":true})");
    }

    std::unique_ptr<ProxyFixture> m_fixture;
};

void ProxyStreamsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void ProxyStreamsTest::everyPieceLeavesAsItArrives()
{
    Reply reply = Reply::rawSse(pieces());
    qsizetype sent = 0;
    for (const QByteArray &piece : pieces()) {
        sent += piece.size();
        reply = reply.holdAfter(sent);
    }
    m_fixture->start();
    m_fixture->provider().script(reply);
    const auto client = post();
    QByteArray expected;
    for (const QByteArray &piece : pieces()) {
        expected += piece;
        QTRY_COMPARE(client->answer().body, expected);
        QTRY_COMPARE(m_fixture->provider().heldRequests().size(), std::size_t(1));
        QVERIFY(!client->answer().isComplete);
        m_fixture->provider().release(0);
    }
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
    QCOMPARE(client->answer().header("content-type"), QByteArray("text/event-stream; charset=utf-8"));
    QCOMPARE(client->answer().header("x-nexus-model"), QByteArray("claude-x"));
    QCOMPARE(client->answer().body, expected);
    QVERIFY(client->answer().hasTerminator);
    const QByteArray line = m_fixture->requestLine();
    QVERIFY2(line.contains("model=claude-x provider=anthropic-proxy upstream_model=claude-x stream=true "
                           "status=200 outcome=answered"),
        line.constData());
    QVERIFY2(line.contains("bytes_out=" + QByteArray::number(expected.size())), line.constData());
    QVERIFY(m_fixture->attemptLine().contains("provider=anthropic-proxy model=claude-x status=200"));
}

void ProxyStreamsTest::aStreamIsTheSameHoweverItIsSplit_data()
{
    QTest::addColumn<int>("writeSize");
    QTest::addColumn<bool>("isChunked");
    for (const int size : {1, 7, 61}) {
        QTest::addRow("chunked, %d bytes a write", size) << size << true;
        QTest::addRow("until the close, %d bytes a write", size) << size << false;
    }
}

void ProxyStreamsTest::aStreamIsTheSameHoweverItIsSplit()
{
    QFETCH(int, writeSize);
    QFETCH(bool, isChunked);
    m_fixture->start();
    m_fixture->provider().script(Reply::rawSse(pieces())
                                     .withFraming(isChunked ? Reply::Framing::Chunked : Reply::Framing::Close)
                                     .dripping(writeSize));
    const auto client = post();
    // A wait that sleeps between two looks would slow the upstream's writes down.
    QSignalSpy completed(client.get(), &kit::RawClient::answerCompleted);
    QVERIFY(completed.wait(20'000));
    QCOMPARE(client->answer().body, pieces().join());
    QVERIFY(client->answer().hasTerminator);
}

void ProxyStreamsTest::noCommentIsAddedToASilentStream()
{
    m_fixture->start("[llm]\nkeepalive = \"50ms\"\n");
    m_fixture->provider().script(Reply::rawSse({"data: 1\n\n", "data: 2\n\n"}).pausing(400ms));
    const auto client = post();
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().body, QByteArray("data: 1\n\ndata: 2\n\n"));
}

void ProxyStreamsTest::aBrokenAnswerIsCut_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QByteArray>("body");
    const QByteArray first = pieces().first();
    const Reply stream = Reply::rawSse(pieces());
    QTest::newRow("cut between two events") << stream.cutAfter(first.size()) << first;
    QTest::newRow("cut inside an event") << stream.cutAfter(9) << first.first(9);
    QTest::newRow("cut inside a chunk's header") << stream.cutAfterFramed(first.size() + 7) << first;
    QTest::newRow("reset") << stream.resetAfter(first.size()) << QByteArray();
    QTest::newRow("silent for too long") << stream.hangAfter(first.size()) << first;
    QTest::newRow("shorter than its length")
        << Reply::json(200, "{\"a\":1}").withContentLength(500).closing() << QByteArray("{\"a\":1}");
    QTest::newRow("an error that is shorter than its length")
        << Reply::json(529, "{\"a\":1}").withContentLength(500).closing() << QByteArray("{\"a\":1}");
}

void ProxyStreamsTest::aBrokenAnswerIsCut()
{
    QFETCH(Reply, reply);
    QFETCH(QByteArray, body);
    m_fixture->start("[llm.timeouts]\nidle = \"500ms\"\n");
    m_fixture->provider().script(reply);
    const auto client = post();
    QVERIFY(client->waitForClosed());
    const kit::Answer answer = client->answer();
    QVERIFY(answer.status == 200 || answer.status == 529);
    QVERIFY(!answer.hasTerminator);
    QVERIFY(!answer.isComplete);
    // A reset may overtake what was sent before it.
    if (!body.isEmpty()) {
        QCOMPARE(answer.body, body);
    }
    const QByteArray line = m_fixture->requestLine();
    QVERIFY2(
        line.contains("status=" + QByteArray::number(answer.status) + " outcome=failed"), line.constData());
    QVERIFY(m_fixture->attemptLine().contains("error=\""));
    QCOMPARE(m_fixture->requestCount(), 1);
}

void ProxyStreamsTest::aSlowClientSlowsTheUpstreamDown()
{
    m_fixture->start();
    const QByteArrayList stream = longStream(64);
    m_fixture->provider().script(Reply::rawSse(stream));
    const auto client = post();
    QVERIFY(client->waitForBody("data: "));
    client->stopReading();
    const qint64 before = residentBytes();
    QVERIFY(before > 0);
    const bool hasOverflown = client->waitUntil(
        [this, before] {
            return m_fixture->provider().received(0).isAnswered
                || residentBytes() - before > 24 * mebibyte * residentFactor;
        },
        2s);
    QVERIFY2(!hasOverflown, QByteArray::number((residentBytes() - before) / mebibyte).constData());
    QVERIFY(m_fixture->gateway.events("request").isEmpty());
    client->resumeReading();
    QVERIFY(client->waitForAnswers(1, 60s));
    QVERIFY(client->answer().hasTerminator);
    QVERIFY(client->answer().body == stream.join());
    QVERIFY(m_fixture->requestLine().contains("outcome=answered"));
}

void ProxyStreamsTest::aSlowClientGetsAllOfACutAnswerAndNoEnd()
{
    m_fixture->start();
    const QByteArrayList stream = longStream(8);
    const qsizetype size = 7 * mebibyte + 5;
    m_fixture->provider().script(Reply::rawSse(stream).cutAfter(size));
    const auto client = post();
    QVERIFY(client->waitForBody("data: "));
    client->stopReading();
    QVERIFY(!client->waitUntil([this] { return !m_fixture->gateway.events("request").isEmpty(); }, 300ms));
    client->resumeReading();
    QVERIFY(client->waitForClosed());
    QVERIFY(!client->answer().hasTerminator);
    QVERIFY(client->answer().body.size() > 0 && client->answer().body.size() <= size);
    QVERIFY(stream.join().startsWith(client->answer().body));
    QVERIFY(m_fixture->requestLine().contains("outcome=failed"));
}

void ProxyStreamsTest::aClientThatHangsUpEndsItsCall_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("hasBegun");
    QTest::addColumn<bool>("isReset");
    for (const bool isReset : {false, true}) {
        const char *how = isReset ? "reset" : "closed";
        QTest::addRow("%s in a silent stream", how)
            << Reply::rawSse(pieces()).hangAfter(pieces().first().size()) << true << isReset;
        QTest::addRow("%s in a busy stream", how)
            << Reply::rawSse(QByteArrayList(500, "data: x\n\n")).pausing(20ms) << true << isReset;
        QTest::addRow("%s before the head", how) << Reply::hang() << false << isReset;
    }
}

void ProxyStreamsTest::aClientThatHangsUpEndsItsCall()
{
    QFETCH(Reply, reply);
    QFETCH(bool, hasBegun);
    QFETCH(bool, isReset);
    m_fixture->start();
    m_fixture->provider().script(reply);
    QSignalSpy closed(&m_fixture->provider(), &kit::ScriptedProvider::clientClosed);
    const auto client = post();
    QTRY_COMPARE(m_fixture->requestCount(), 1);
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
    QVERIFY(m_fixture->requestLine().contains("outcome=client_gone"));
    QCOMPARE(m_fixture->gateway.events("attempt").size(), 1);
}

void ProxyStreamsTest::aDrainLetsAStreamEnd()
{
    m_fixture->start();
    m_fixture->provider().script(Reply::rawSse(pieces()).holdAfter(pieces().first().size()));
    const auto client = post();
    QVERIFY(client->waitForBody("data: "));
    QSignalSpy finished(m_fixture->gateway.gateway.get(), &Gateway::finished);
    m_fixture->gateway.gateway->drain();
    m_fixture->provider().release();
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().body, pieces().join());
    QVERIFY(finished.count() == 1 || finished.wait());
    QVERIFY(m_fixture->requestLine().contains("outcome=answered"));
}

void ProxyStreamsTest::whenTheGraceIsOverAStreamIsCut()
{
    m_fixture->atTop = "server.shutdown_grace = \"300ms\"\n";
    m_fixture->start();
    m_fixture->provider().script(Reply::rawSse(pieces()).hangAfter(pieces().first().size()));
    const auto client = post();
    QVERIFY(client->waitForBody("data: "));
    QSignalSpy finished(m_fixture->gateway.gateway.get(), &Gateway::finished);
    m_fixture->gateway.gateway->drain();
    QVERIFY(client->waitForClosed());
    QVERIFY(!client->answer().hasTerminator);
    QCOMPARE(client->answer().body, pieces().first());
    QVERIFY(finished.count() == 1 || finished.wait());
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=shut_down"));
    QTRY_VERIFY(m_fixture->provider().received(0).closedAfter.has_value());
}

void ProxyStreamsTest::whenTheGraceIsOverAWaitingRequestGetsAnError()
{
    m_fixture->atTop = "server.shutdown_grace = \"300ms\"\n";
    m_fixture->start();
    m_fixture->provider().script(Reply::hang());
    const auto client = post();
    QTRY_COMPARE(m_fixture->requestCount(), 1);
    m_fixture->gateway.gateway->drain();
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 503);
    QCOMPARE(proxyErrorType(client->answer()), QByteArray("overloaded_error"));
    QVERIFY(m_fixture->requestLine().contains("status=503 outcome=shut_down"));
}

void ProxyStreamsTest::destructionEndsRunningRequests()
{
    m_fixture->atTop = "server.workers = 2\n";
    m_fixture->start();
    m_fixture->provider().setDefaultReply(Reply::rawSse(pieces()).hangAfter(pieces().first().size()));
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(post());
    }
    for (const auto &client : clients) {
        QVERIFY(client->waitForBody("data: "));
    }
    m_fixture->gateway.gateway.reset();
    for (const auto &client : clients) {
        QVERIFY(client->waitForClosed());
        QVERIFY(!client->answer().isComplete);
    }
}

QTEST_GUILESS_MAIN(ProxyStreamsTest)
#include "tst_proxystreams.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "gatewayfixture.h"
#include "processmemory.h"
#include "tlsfront.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

QByteArray asSeenByTheClient(QByteArray bytes)
{
    return bytes.replace("real-name", "up/renamed");
}

} // namespace

//! A provider over TLS that speaks HTTP/2.
class Http2Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aPostGoesOverHttp2();
    void aServerWithoutHttp2IsSpokenToInHttp11();
    void fiftyRequestsShareOneConnection();
    void aColdBurstSettlesOnFewConnections();
    void everyEventLeavesAsItArrives();
    void aCutStreamIsAnError_data();
    void aCutStreamIsAnError();
    void refusalsKeepStatusAndMessage();
    void aLargePromptArrives();
    void aClientThatHangsUpEndsItsStreamAlone();
    void anAnswerFasterThanItsClientStaysBounded();
    void anUnknownCertificateIsATlsError();

private:
    void start(bool isTrusted = true);

    QSslConfiguration m_usual;
    const QByteArray m_first = chunkOf("real-name", "one");
    const QByteArray m_last = chunkOf("real-name", "two", "stop");
    std::unique_ptr<GatewayFixture> m_fixture;
    std::unique_ptr<TlsFront> m_front;
};

void Http2Test::init()
{
    m_usual = QSslConfiguration::defaultConfiguration();
    m_fixture = std::make_unique<GatewayFixture>();
    m_front = std::make_unique<TlsFront>();
    const QString problem = m_front->start(m_fixture->provider.port(), true);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void Http2Test::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
    m_front.reset();
    QSslConfiguration::setDefaultConfiguration(m_usual);
}

void Http2Test::start(bool isTrusted)
{
    if (isTrusted) {
        QSslConfiguration trusting = m_usual;
        trusting.addCaCertificates(QSslCertificate::fromData(m_front->certificate()));
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    m_fixture->startWith("server.workers = 1\n[llm.providers.up]\ntype = \"openai\"\nbase_url = \""
        + m_front->baseUrl() + "\"\napi_key = \"" + GatewayFixture::key
        + "\"\nretries.max_attempts = 1\n[llm.providers.up.models.renamed]\nrename = \"real-name\"\n");
}

void Http2Test::aPostGoesOverHttp2()
{
    start();
    m_fixture->provider.script(Reply::json(200, R"({"model":"real-name","choices":[]})"));
    const auto client = m_fixture->post(GatewayFixture::chat(false));
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
    QCOMPARE(client->answer().body, QByteArray(R"({"model":"up/renamed","choices":[]})"));
    QCOMPARE(
        m_fixture->provider.received(0).header("authorization"), QByteArray("Bearer ") + GatewayFixture::key);
    QTRY_COMPARE(m_front->accessLines().size(), 1);
    QVERIFY2(
        m_front->accessLines().first().startsWith("HTTP/2.0 "), m_front->accessLines().first().constData());
    QVERIFY(m_front->accessLines().first().endsWith(" POST 200"));
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=answered"));
}

void Http2Test::aServerWithoutHttp2IsSpokenToInHttp11()
{
    m_front = std::make_unique<TlsFront>();
    const QString problem = m_front->start(m_fixture->provider.port(), false);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    start();
    m_fixture->provider.setDefaultReply(Reply::json(200, "{}").held());
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(m_fixture->post(GatewayFixture::chat(false)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->provider.heldRequests().size(), std::size_t(20), 20'000);
    m_fixture->provider.release();
    for (const auto &client : clients) {
        QVERIFY(client->waitForAnswers());
        QCOMPARE(client->answer().status, 200);
    }
    QTRY_COMPARE(m_front->accessLines().size(), 20);
    QVERIFY(m_front->accessLines().first().startsWith("HTTP/1.1 "));
    QCOMPARE(m_front->connectionCount(), 20);
}

void Http2Test::fiftyRequestsShareOneConnection()
{
    start();
    m_fixture->provider.script(Reply::json(200, "{}"));
    m_fixture->provider.setDefaultReply(Reply::json(200, "{}").held());
    // The first answer tells what the provider speaks.
    QVERIFY(m_fixture->post(GatewayFixture::chat(false))->waitForAnswers());
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(m_fixture->post(GatewayFixture::chat(false)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->provider.heldRequests().size(), std::size_t(50), 20'000);
    m_fixture->provider.release();
    for (const auto &client : clients) {
        QVERIFY(client->waitForAnswers());
        QCOMPARE(client->answer().status, 200);
    }
    QTRY_COMPARE(m_front->accessLines().size(), 51);
    QCOMPARE(m_front->connectionCount(), 1);
}

// What is not known yet is taken for HTTP/1.1: six requests a connection. Afterwards fewer are enough.
void Http2Test::aColdBurstSettlesOnFewConnections()
{
    start();
    m_fixture->provider.setDefaultReply(Reply::json(200, "{}").held());
    for (int round = 1; round <= 2; ++round) {
        std::vector<std::unique_ptr<kit::RawClient>> clients;
        for (int i = 0; i < 50; ++i) {
            clients.push_back(m_fixture->post(GatewayFixture::chat(false)));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->provider.heldRequests().size(), std::size_t(50), 20'000);
        for (int i = (round - 1) * 50; i < round * 50; ++i) {
            m_fixture->provider.release(i);
        }
        for (const auto &client : clients) {
            QVERIFY(client->waitForAnswers());
            QCOMPARE(client->answer().status, 200);
        }
        QTRY_COMPARE(m_front->accessLines().size(), round * 50);
        QVERIFY(m_front->connectionCount() <= 9);
    }
}

void Http2Test::everyEventLeavesAsItArrives()
{
    const QByteArrayList data {m_first, m_last, "[DONE]"};
    Reply reply = Reply::sse(data);
    qsizetype sent = 0;
    for (const QByteArray &event : data) {
        sent += eventOf(event).size();
        reply = reply.holdAfter(sent);
    }
    start();
    m_fixture->provider.script(reply);
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QByteArrayList expected;
    for (const QByteArray &event : data) {
        expected.append(asSeenByTheClient(event));
        QTRY_COMPARE(client->answer().events(), expected);
        QTRY_COMPARE(m_fixture->provider.heldRequests().size(), std::size_t(1));
        QVERIFY(!client->answer().isComplete);
        m_fixture->provider.release(0);
    }
    QVERIFY(client->waitForAnswers());
    QVERIFY(client->answer().hasTerminator);
    QTRY_COMPARE(m_front->accessLines().size(), 1);
    QVERIFY(m_front->accessLines().first().startsWith("HTTP/2.0 "));
}

void Http2Test::aCutStreamIsAnError_data()
{
    QTest::addColumn<Reply>("reply");
    const Reply stream = Reply::sse({m_first, m_last, "[DONE]"});
    QTest::newRow("between events") << stream.cutAfter(eventOf(m_first).size());
    QTest::newRow("inside an event") << stream.cutAfter(eventOf(m_first).size() + 9);
    QTest::newRow("reset") << stream.holdAfter(eventOf(m_first).size()).resetAfter(eventOf(m_first).size());
    QTest::newRow("ended in order, without [DONE]") << Reply::sse({m_first});
}

void Http2Test::aCutStreamIsAnError()
{
    QFETCH(Reply, reply);
    start();
    m_fixture->provider.script(reply);
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForBody(eventOf(asSeenByTheClient(m_first))));
    m_fixture->provider.release(0);
    QVERIFY(client->waitForAnswers());
    QVERIFY(client->answer().hasTerminator);
    QVERIFY(!client->answer().body.contains("[DONE]"));
    QCOMPARE(client->answer().events().size(), 2);
    const ErrorShape error = errorShape(client->answer().events().constLast());
    QVERIFY2(error.isWellFormed, client->answer().body.constData());
    QCOMPARE(error.code, QByteArray("upstream_invalid"));
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=failed"));
    QCOMPARE(m_fixture->provider.requestCount(), 1);
}

void Http2Test::refusalsKeepStatusAndMessage()
{
    start();
    m_fixture->provider.script(Reply::json(429, R"({"error":{"message":"Slow down.","code":"slow"}})")
                                   .withHeader("Retry-After", "9"));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 429);
    QCOMPARE(client->answer().header("retry-after"), QByteArray("9"));
    QCOMPARE(errorShape(client->answer().body).message, QByteArray("Slow down."));
    QVERIFY(m_fixture->attemptLine().contains("status=429"));
}

void Http2Test::aLargePromptArrives()
{
    start();
    m_fixture->provider.script(Reply::json(200, "{}"));
    const QByteArray text(2 * mebibyte, 'p');
    const auto client = m_fixture->post(GatewayFixture::chat(false).replace("hi", text));
    QVERIFY(client->waitForAnswers(1, 30s));
    QCOMPARE(client->answer().status, 200);
    QVERIFY(m_fixture->provider.received(0).body
        == GatewayFixture::chat(false).replace("hi", text).replace("up/renamed", "real-name"));
}

void Http2Test::aClientThatHangsUpEndsItsStreamAlone()
{
    start();
    m_fixture->provider.script(Reply::json(200, "{}"));
    QVERIFY(m_fixture->post(GatewayFixture::chat(false))->waitForAnswers());
    m_fixture->provider.setDefaultReply(
        Reply::sse({m_first, m_last, "[DONE]"}).holdAfter(eventOf(m_first).size()));
    const auto leaving = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(leaving->waitForBody("data: "));
    const auto staying = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(staying->waitForBody("data: "));
    QSignalSpy closed(&m_fixture->provider, &kit::ScriptedProvider::clientClosed);
    QElapsedTimer sinceHangUp;
    sinceHangUp.start();
    leaving->hangUp();
    QVERIFY(closed.count() == 1 || closed.wait());
    QVERIFY2(sinceHangUp.elapsed() < 1000, QByteArray::number(sinceHangUp.elapsed()).constData());
    QCOMPARE(closed.first().first().toInt(), 1);
    m_fixture->provider.release(2);
    QVERIFY(staying->waitForAnswers());
    QCOMPARE(staying->answer().events().size(), 3);
    QVERIFY(m_fixture->requestLine(1).contains("outcome=client_gone"));
    QTRY_COMPARE(m_front->accessLines().size(), 3);
    QCOMPARE(m_front->connectionCount(), 1);
}

// HTTP/2 in Qt 6 lets the provider send on, so the answer ends with an error instead of filling the memory.
void Http2Test::anAnswerFasterThanItsClientStaysBounded()
{
    start();
    const QByteArray event = eventOf(chunkOf("up/renamed", QByteArray(900, 'x')));
    QByteArrayList pieces(64, event.repeated(static_cast<qsizetype>(mebibyte / event.size())));
    m_fixture->provider.script(Reply::rawSse(pieces));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForBody("data: "));
    client->stopReading();
    const qint64 before = residentBytes();
    qint64 most = 0;
    const bool hasEnded = client->waitUntil(
        [this, before, &most] {
            most = std::max(most, residentBytes() - before);
            return !m_fixture->events("request").isEmpty();
        },
        30s);
    QVERIFY(hasEnded);
    QVERIFY2(most < 48 * mebibyte * residentFactor, QByteArray::number(most / mebibyte).constData());
    QVERIFY(!m_fixture->provider.received(0).isAnswered);
    QTRY_VERIFY(m_fixture->provider.received(0).closedAfter.has_value());
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=failed"));
    client->resumeReading();
    QVERIFY(client->waitForAnswers(1, 30s));
    QVERIFY(client->answer().hasTerminator);
    const QByteArrayList events = client->answer().events();
    QVERIFY(events.size() > 1);
    QCOMPARE(events.count(chunkOf("up/renamed", QByteArray(900, 'x'))), events.size() - 1);
    QCOMPARE(errorShape(events.last()).code, QByteArray("upstream_invalid"));
    QVERIFY(errorShape(events.last()).message.contains("faster than the client"));
}

void Http2Test::anUnknownCertificateIsATlsError()
{
    start(false);
    m_fixture->provider.script(Reply::json(200, "{}"));
    const auto client = m_fixture->post(GatewayFixture::chat(false));
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 502);
    const ErrorShape error = errorShape(client->answer().body);
    QVERIFY(error.isWellFormed);
    QCOMPARE(error.code, QByteArray("upstream_unreachable"));
    QVERIFY2(error.message.contains("TLS"), error.message.constData());
    QVERIFY2(m_fixture->requestLine().contains("certificate"), m_fixture->requestLine().constData());
    QCOMPARE(m_fixture->provider.connectionCount(), 0);
}

QTEST_GUILESS_MAIN(Http2Test)
#include "tst_http2.moc"

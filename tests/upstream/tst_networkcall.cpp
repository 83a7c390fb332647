// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/networkcall.h"

#include "callprobe.h"
#include "kit/scriptedprovider.h"

#include <QTcpServer>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;
using kit::ScriptedProvider;

class NetworkCallTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anAnswerComesInOrderAndEndsOnce();
    void theRequestCarriesKeyAndBodyAndNoCookieOrCompression();
    void otherMethodsAreSentAsTheyAre_data();
    void otherMethodsAreSentAsTheyAre();
    void theAnswerToHeadEndsWithItsHead();
    void aPostIsSentOnceWhenTheProviderClosesBeforeTheHead();
    void aKeptConnectionThatTheProviderGaveUpIsNoError();
    void moreThanSixRequestsRunAtOnceToOneHost();
    void managersAreUsedAgain();
    void redirectsAreNotFollowedWithAKey();
    void aHandshakeThatNeverEndsMeetsTheConnectTimeout();
    void silenceBeforeTheHeadMeetsTheFirstByteTimeout();
    void silenceInsideTheAnswerMeetsTheIdleTimeout();
    void aStreamThatNeverEndsMeetsTheTotalTimeout();
    void anUnreadAnswerSlowsTheProviderDownAndIsNotIdle();
    void abortClosesTheProvidersConnection();
    void destructionClosesTheProvidersConnection();
    void aCutAnswerIsAnError_data();
    void aCutAnswerIsAnError();
    void aRefusedConnectionIsUnreachable();
    void anAnswerThatIsNoHttpIsInvalid();
    void errorStatusesAreAnswersWithABody();

private:
    [[nodiscard]] std::unique_ptr<CallProbe> call(const Timeouts &timeouts = {}, bool readsAtOnce = true);
    [[nodiscard]] std::unique_ptr<CallProbe> callTo(const QUrl &url, const Timeouts &timeouts,
        const QByteArray &body = R"({"model":"m"})", bool readsAtOnce = true);

    std::unique_ptr<NetworkPool> m_pool;
    std::unique_ptr<ScriptedProvider> m_provider;
};

void NetworkCallTest::init()
{
    m_pool = std::make_unique<NetworkPool>();
    m_provider = std::make_unique<ScriptedProvider>();
    QVERIFY(m_provider->isListening());
}

void NetworkCallTest::cleanup()
{
    m_pool.reset();
    m_provider.reset();
}

std::unique_ptr<CallProbe> NetworkCallTest::callTo(
    const QUrl &url, const Timeouts &timeouts, const QByteArray &body, bool readsAtOnce)
{
    const ProviderEndpoint endpoint {.url = url, .headers = {{"Authorization", "Bearer sk-test"}}};
    return std::make_unique<CallProbe>(
        std::make_unique<NetworkCall>(*m_pool, endpoint, body, timeouts, QStringLiteral("test")),
        readsAtOnce);
}

std::unique_ptr<CallProbe> NetworkCallTest::call(const Timeouts &timeouts, bool readsAtOnce)
{
    return callTo(m_provider->baseUrl(), timeouts, R"({"model":"m"})", readsAtOnce);
}

void NetworkCallTest::anAnswerComesInOrderAndEndsOnce()
{
    m_provider->script(Reply::json(200, R"({"a":1})").withHeader("X-Kind", "plain"));
    const auto probe = call();
    QCOMPARE(probe->headCount, 0);
    QTRY_VERIFY(probe->isOver());
    QCOMPARE(probe->headCount, 1);
    QCOMPARE(probe->endCount, 1);
    QVERIFY(!probe->isBodyBeforeHead);
    QVERIFY(!probe->error);
    QCOMPARE(probe->head.status, 200);
    QCOMPARE(probe->head.headers.value("x-kind"), QByteArray("plain"));
    QCOMPARE(probe->body, QByteArray(R"({"a":1})"));
}

void NetworkCallTest::theRequestCarriesKeyAndBodyAndNoCookieOrCompression()
{
    m_provider->setDefaultReply(Reply::json(200, "{}").withHeader("Set-Cookie", "session=1"));
    for (int i = 0; i < 2; ++i) {
        const auto probe = call();
        QTRY_VERIFY(probe->isOver());
    }
    const kit::ReceivedRequest second = m_provider->received(1);
    QCOMPARE(second.method, QByteArray("POST"));
    QCOMPARE(second.body, QByteArray(R"({"model":"m"})"));
    QCOMPARE(second.header("authorization"), QByteArray("Bearer sk-test"));
    QCOMPARE(second.header("content-type"), QByteArray("application/json"));
    QCOMPARE(second.header("accept-encoding"), QByteArray("identity"));
    QCOMPARE(second.header("content-length"), QByteArray("13"));
    QVERIFY(!kit::hasHeader(second.headers, "cookie"));
    QVERIFY(!kit::hasHeader(second.headers, "upgrade"));
}

void NetworkCallTest::otherMethodsAreSentAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("length"); // as the provider sees it, empty for none
    QTest::newRow("get") << QByteArray("GET") << QByteArray() << QByteArray();
    QTest::newRow("get with a body") << QByteArray("GET") << QByteArray("{}") << QByteArray("2");
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray() << QByteArray();
    QTest::newRow("delete with a body") << QByteArray("DELETE") << QByteArray("{}") << QByteArray("2");
    QTest::newRow("put") << QByteArray("PUT") << QByteArray("{}") << QByteArray("2");
    QTest::newRow("empty put") << QByteArray("PUT") << QByteArray() << QByteArray("0");
    QTest::newRow("patch") << QByteArray("PATCH") << QByteArray("{}") << QByteArray("2");
    QTest::newRow("empty post") << QByteArray("POST") << QByteArray() << QByteArray("0");
}

void NetworkCallTest::otherMethodsAreSentAsTheyAre()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, length);
    m_provider->setDefaultReply(Reply::json(200, "{\"ok\":1}"));
    for (int i = 0; i < 2; ++i) {
        const ProviderEndpoint endpoint {.url = m_provider->baseUrl(), .headers = {}, .method = method};
        CallProbe probe(
            std::make_unique<NetworkCall>(*m_pool, endpoint, body, Timeouts(), QStringLiteral("test")));
        QTRY_VERIFY(probe.isOver());
        QVERIFY2(!probe.error, probe.error ? qPrintable(probe.error->message) : "");
        QCOMPARE(probe.body, QByteArray("{\"ok\":1}"));
        const kit::ReceivedRequest seen = m_provider->received(i);
        QCOMPARE(seen.method, method);
        QCOMPARE(seen.body, body);
        QCOMPARE(seen.header("content-length"), length);
        QCOMPARE(kit::hasHeader(seen.headers, "content-type"), !length.isEmpty());
    }
    QCOMPARE(m_provider->connectionCount(), 1);
}

void NetworkCallTest::theAnswerToHeadEndsWithItsHead()
{
    m_provider->setDefaultReply(Reply::json(200, {}).withContentLength(1000));
    for (int i = 0; i < 2; ++i) {
        const ProviderEndpoint endpoint {.url = m_provider->baseUrl(), .headers = {}, .method = "HEAD"};
        CallProbe probe(std::make_unique<NetworkCall>(
            *m_pool, endpoint, QByteArray(), Timeouts(), QStringLiteral("test")));
        QTRY_VERIFY(probe.isOver());
        QVERIFY(!probe.error);
        QCOMPARE(probe.headCount, 1);
        QCOMPARE(probe.head.headers.value("content-length"), QByteArray("1000"));
        QCOMPARE(m_provider->received(i).method, QByteArray("HEAD"));
    }
}

void NetworkCallTest::aPostIsSentOnceWhenTheProviderClosesBeforeTheHead()
{
    m_provider->setDefaultReply(Reply::closeAtOnce());
    const auto probe = call();
    QTRY_VERIFY(probe->isOver());
    QVERIFY(probe->error);
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamInvalid);
    QCOMPARE(probe->headCount, 0);
    QCOMPARE(m_provider->requestCount(), 1);
}

void NetworkCallTest::aKeptConnectionThatTheProviderGaveUpIsNoError()
{
    m_provider->setDefaultReply(Reply::json(200, "{}"));
    for (int i = 0; i < 5; ++i) {
        const auto probe = call();
        QTRY_VERIFY(probe->isOver());
        QVERIFY2(!probe->error, probe->error ? qPrintable(probe->error->message) : "");
        m_provider->closeConnections();
    }
    QCOMPARE(m_provider->requestCount(), 5);
}

void NetworkCallTest::moreThanSixRequestsRunAtOnceToOneHost()
{
    m_provider->setDefaultReply(Reply::json(200, "{}"));
    m_provider->hold();
    std::vector<std::unique_ptr<CallProbe>> probes;
    for (int i = 0; i < 40; ++i) {
        probes.push_back(call());
    }
    QTRY_COMPARE(m_provider->requestCount(), 40);
    m_provider->release();
    for (const auto &probe : probes) {
        QTRY_VERIFY(probe->isOver());
        QVERIFY(!probe->error);
    }
}

void NetworkCallTest::managersAreUsedAgain()
{
    m_provider->setDefaultReply(Reply::json(200, "{}"));
    for (int i = 0; i < 10; ++i) {
        const auto probe = call();
        QTRY_VERIFY(probe->isOver());
    }
    QCOMPARE(m_pool->managerCount(), 1);
    QCOMPARE(m_provider->connectionCount(), 1);
}

void NetworkCallTest::redirectsAreNotFollowedWithAKey()
{
    ScriptedProvider elsewhere;
    m_provider->script(Reply::redirect(307, elsewhere.baseUrl().toEncoded()));
    const auto probe = call();
    QTRY_VERIFY(probe->isOver());
    QCOMPARE(probe->head.status, 307);
    QCOMPARE(elsewhere.connectionCount(), 0);
}

void NetworkCallTest::aHandshakeThatNeverEndsMeetsTheConnectTimeout()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("https://127.0.0.1:%1/v1").arg(silent.serverPort()));
    const auto probe = callTo(url, {.connect = 200ms, .firstByte = 60s, .idle = 60s, .total = 0ms});
    QTRY_VERIFY(probe->isOver());
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamUnreachable);
    QVERIFY2(probe->error->message.contains(QStringLiteral("0.2 s")), qPrintable(probe->error->message));
}

void NetworkCallTest::silenceBeforeTheHeadMeetsTheFirstByteTimeout()
{
    m_provider->script(Reply::hang());
    const auto probe = call({.connect = 60s, .firstByte = 200ms, .idle = 60s, .total = 0ms});
    QTRY_VERIFY(probe->isOver());
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamTimeout);
    QCOMPARE(probe->headCount, 0);
    QTRY_COMPARE(m_provider->openConnectionCount(), 0);
}

void NetworkCallTest::silenceInsideTheAnswerMeetsTheIdleTimeout()
{
    m_provider->script(Reply::sse({"one", "two"}).hangAfter(11));
    const auto probe = call({.connect = 60s, .firstByte = 60s, .idle = 200ms, .total = 0ms});
    QTRY_VERIFY(probe->isOver());
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamTimeout);
    QCOMPARE(probe->body, QByteArray("data: one\n\n"));
    QVERIFY2(probe->error->message.contains(QStringLiteral("silent")), qPrintable(probe->error->message));
}

void NetworkCallTest::aStreamThatNeverEndsMeetsTheTotalTimeout()
{
    m_provider->script(Reply::sse(QByteArrayList(500, "tick")).pausing(20ms));
    const auto probe = call({.connect = 60s, .firstByte = 60s, .idle = 60s, .total = 300ms});
    QTRY_VERIFY(probe->isOver());
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamTimeout);
    QVERIFY(probe->body.startsWith("data: tick"));
}

void NetworkCallTest::anUnreadAnswerSlowsTheProviderDownAndIsNotIdle()
{
    const QByteArray body(16 * 1024 * 1024, 'x');
    m_provider->script(Reply::text(200, "application/json", body));
    const auto probe = call({.connect = 60s, .firstByte = 60s, .idle = 2s, .total = 0ms}, false);
    QTRY_VERIFY(probe->call->bytesAvailable() >= NetworkCall::readBufferSize / 2);
    // Well beyond the idle limit: neither may the answer grow here, nor may it be taken for silent.
    QTest::qWait(3000);
    QVERIFY2(!probe->isOver(), probe->error ? qPrintable(probe->error->message + probe->error->detail) : "");
    QVERIFY2(probe->call->bytesAvailable() <= 2 * NetworkCall::readBufferSize,
        qPrintable(QString::number(probe->call->bytesAvailable())));
    QVERIFY(!m_provider->received(0).isAnswered);
    qint64 read = 0;
    while (read < body.size()) {
        QTRY_VERIFY(probe->call->bytesAvailable() > 0 || probe->isOver());
        read += probe->call->read(1024 * 1024).size();
        QVERIFY(!(probe->isOver() && probe->error));
    }
    QTRY_VERIFY(probe->isOver());
    QVERIFY(!probe->error);
    QCOMPARE(read, body.size());
}

void NetworkCallTest::abortClosesTheProvidersConnection()
{
    m_provider->script(Reply::sse({"one", "two"}).hangAfter(5));
    const auto probe = call();
    QTRY_COMPARE(probe->headCount, 1);
    probe->call->abort();
    QTRY_VERIFY(m_provider->received(0).closedAfter.has_value());
    QCOMPARE(probe->endCount, 0);
}

void NetworkCallTest::destructionClosesTheProvidersConnection()
{
    m_provider->script(Reply::hang());
    auto probe = call();
    QTRY_COMPARE(m_provider->requestCount(), 1);
    probe.reset();
    QTRY_VERIFY(m_provider->received(0).closedAfter.has_value());
}

void NetworkCallTest::aCutAnswerIsAnError_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::newRow("chunked, between chunks") << Reply::sse({"one", "two"}).cutAfter(11);
    QTest::newRow("chunked, inside a chunk") << Reply::sse({"one", "two"}).cutAfter(15);
    QTest::newRow("chunked, inside a chunk's header") << Reply::sse({"one", "two"}).cutAfterFramed(17);
    QTest::newRow("chunked, reset") << Reply::sse({"one", "two"}).resetAfter(11);
    QTest::newRow("shorter than its length") << Reply::json(200, R"({"a":"bcdef"})").cutAfter(5);
}

void NetworkCallTest::aCutAnswerIsAnError()
{
    QFETCH(Reply, reply);
    m_provider->setDefaultReply(reply);
    const auto probe = call();
    QTRY_VERIFY(probe->isOver());
    QVERIFY(probe->error);
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamInvalid);
    QCOMPARE(m_provider->requestCount(), 1);
}

void NetworkCallTest::aRefusedConnectionIsUnreachable()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/v1").arg(gone.serverPort()));
    gone.close();
    const auto probe = callTo(url, {});
    QTRY_VERIFY(probe->isOver());
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamUnreachable);
    QVERIFY2(probe->error->message.contains(QStringLiteral("refused")), qPrintable(probe->error->message));
}

void NetworkCallTest::anAnswerThatIsNoHttpIsInvalid()
{
    m_provider->setDefaultReply(Reply::raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"));
    const auto probe = call();
    QTRY_VERIFY(probe->isOver());
    QVERIFY(probe->error);
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamInvalid);
}

void NetworkCallTest::errorStatusesAreAnswersWithABody()
{
    for (const int status : {400, 401, 403, 404, 407, 408, 413, 429, 500, 502, 503, 529}) {
        m_provider->script(
            Reply::json(status, R"({"error":{"message":"no"}})").withHeader("Retry-After", "7"));
        const auto probe = call();
        QTRY_VERIFY(probe->isOver());
        QVERIFY2(!probe->error, qPrintable(QString::number(status)));
        QCOMPARE(probe->head.status, status);
        QCOMPARE(probe->head.headers.value("Retry-After"), QByteArray("7"));
        QCOMPARE(probe->body, QByteArray(R"({"error":{"message":"no"}})"));
    }
}

QTEST_GUILESS_MAIN(NetworkCallTest)
#include "tst_networkcall.moc"

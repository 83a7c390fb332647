// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/webfetcher.h"

#include "kit/scriptedprovider.h"

#include <QTcpServer>
#include <QTest>

#include <optional>

using namespace nexus;
using namespace std::chrono_literals;
using kit::ReceivedRequest;
using kit::Reply;
using kit::ScriptedProvider;

namespace {

// One fetch and what came of it.
class Fetched final {
public:
    Fetched(HttpFetcher &fetcher, const FetchAsk &ask)
    {
        fetcher.fetch(ask, &m_context, [this](const Result<FetchedAnswer> &answer) {
            ++count;
            result = answer;
        });
    }

    [[nodiscard]] bool isDone() const { return count > 0; }
    [[nodiscard]] QString message() const { return *result ? QString() : result->error().message; }

    int count = 0;
    std::optional<Result<FetchedAnswer>> result;

private:
    QObject m_context;
};

} // namespace

class WebFetcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<ScriptedProvider>(); }
    void cleanup() { m_server.reset(); }

    void aDocumentComesWhole();
    void theRequestSaysWhatItShould();
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void noRedirectIsFollowedAndNoCookieKept();
    void failuresNameTheHostAndNoQuery_data();
    void failuresNameTheHostAndNoQuery();
    void theTimeoutIsOverTheWholeExchange();
    void aLongAnswerIsCutShort_data();
    void aLongAnswerIsCutShort();
    void anAnswerAtTheLimitIsTaken();
    void theEndOfTheContextEndsTheExchange();
    void theEndOfTheFetcherEndsTheExchange();
    void filesAreNotRead();

private:
    [[nodiscard]] FetchAsk ask(const QString &path = QStringLiteral("/keys?code=sesame")) const
    {
        return {.url = QUrl(m_server->baseUrl(QString()).toString() + path)};
    }

    std::unique_ptr<ScriptedProvider> m_server;
};

void WebFetcherTest::aDocumentComesWhole()
{
    m_server->script(Reply::json(200, R"({"keys":[]})").withHeader("Cache-Control", "max-age=60").dripping());
    WebFetcher fetcher;
    Fetched fetched(fetcher, ask());
    QVERIFY(!fetched.isDone());
    QTRY_COMPARE(fetched.count, 1);
    QVERIFY2(*fetched.result, qPrintable(fetched.message()));
    QCOMPARE((*fetched.result)->head.status, 200);
    QCOMPARE((*fetched.result)->head.headers.value("cache-control"), QByteArray("max-age=60"));
    QCOMPARE((*fetched.result)->body, QByteArray(R"({"keys":[]})"));
}

void WebFetcherTest::theRequestSaysWhatItShould()
{
    m_server->script(Reply::json(200, "{}"));
    WebFetcher fetcher;
    FetchAsk asked = ask();
    asked.headers = {{"x-api-key", "k"}, {"Accept", "application/jwk-set+json"}};
    Fetched fetched(fetcher, asked);
    QTRY_VERIFY(fetched.isDone());
    const ReceivedRequest request = m_server->received(0);
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/keys?code=sesame"));
    QCOMPARE(request.header("x-api-key"), QByteArray("k"));
    QCOMPARE(request.header("accept"), QByteArray("application/jwk-set+json"));
    QCOMPARE(request.header("accept-encoding"), QByteArray("identity"));
    QVERIFY(request.header("user-agent").startsWith("nexus/"));
    QVERIFY(request.body.isEmpty());
}

void WebFetcherTest::everyStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 401, 403, 404, 429, 500, 503}) {
        QTest::addRow("%d", status) << status;
    }
}

void WebFetcherTest::everyStatusIsAnAnswer()
{
    QFETCH(int, status);
    m_server->script(Reply::json(status, "{\"a\":1}").withHeader("WWW-Authenticate", "Basic realm=\"x\""));
    WebFetcher fetcher;
    Fetched fetched(fetcher, ask());
    QTRY_COMPARE(fetched.count, 1);
    QVERIFY2(*fetched.result, qPrintable(fetched.message()));
    QCOMPARE((*fetched.result)->head.status, status);
    QCOMPARE((*fetched.result)->body, QByteArray("{\"a\":1}"));
    QCOMPARE(m_server->requestCount(), 1);
}

void WebFetcherTest::noRedirectIsFollowedAndNoCookieKept()
{
    m_server->script(Reply::redirect(302, "/elsewhere").withHeader("Set-Cookie", "a=b; Path=/"));
    m_server->script(Reply::json(200, "{}"));
    WebFetcher fetcher;
    Fetched first(fetcher, ask());
    QTRY_COMPARE(first.count, 1);
    QVERIFY(first.result->has_value());
    QCOMPARE((*first.result)->head.status, 302);
    Fetched second(fetcher, ask());
    QTRY_COMPARE(second.count, 1);
    QCOMPARE(m_server->requestCount(), 2);
    QCOMPARE(m_server->received(1).path(), QByteArray("/keys"));
    QVERIFY(m_server->received(1).header("cookie").isEmpty());
}

void WebFetcherTest::failuresNameTheHostAndNoQuery_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message");
    QTest::newRow("refused") << QStringLiteral("refused") << ErrorKind::UpstreamUnreachable
                             << QStringLiteral("127.0.0.1 refused the connection.");
    QTest::newRow("unknown host") << QStringLiteral("host") << ErrorKind::UpstreamUnreachable
                                  << QStringLiteral("nowhere.invalid was not found.");
    QTest::newRow("closed") << QStringLiteral("closed") << ErrorKind::UpstreamInvalid
                            << QStringLiteral("127.0.0.1 broke off its answer.");
    QTest::newRow("cut") << QStringLiteral("cut") << ErrorKind::UpstreamInvalid
                         << QStringLiteral("127.0.0.1 broke off its answer.");
    QTest::newRow("not HTTP") << QStringLiteral("garbage") << ErrorKind::UpstreamInvalid
                              << QStringLiteral("127.0.0.1 broke off its answer.");
    QTest::newRow("hang") << QStringLiteral("hang") << ErrorKind::UpstreamTimeout
                          << QStringLiteral("127.0.0.1 did not answer within 0.2 s.");
}

void WebFetcherTest::failuresNameTheHostAndNoQuery()
{
    QFETCH(QString, how);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, message);
    FetchAsk asked = ask();
    if (how == QLatin1String("refused")) {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        asked.url.setPort(closed.serverPort());
    } else if (how == QLatin1String("host")) {
        asked.url.setHost(QStringLiteral("nowhere.invalid"));
    } else if (how == QLatin1String("hang")) {
        asked.timeout = 200ms;
        m_server->setDefaultReply(Reply::hang());
    } else if (how == QLatin1String("cut")) {
        m_server->setDefaultReply(Reply::json(200, "{\"keys\":[]}").cutAfter(4));
    } else if (how == QLatin1String("garbage")) {
        m_server->setDefaultReply(Reply::raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"));
    } else {
        m_server->setDefaultReply(Reply::closeAtOnce());
    }
    WebFetcher fetcher;
    Fetched fetched(fetcher, asked);
    QTRY_COMPARE(fetched.count, 1);
    QVERIFY(!*fetched.result);
    const Error &error = fetched.result->error();
    QCOMPARE(error.message, message);
    QCOMPARE(error.kind, kind);
    QVERIFY(!error.detail.contains(QLatin1String("sesame")));
}

void WebFetcherTest::theTimeoutIsOverTheWholeExchange()
{
    // Bytes keep coming, but the whole would take ten seconds.
    m_server->script(Reply::json(200, QByteArray(1000, ' ')).dripping(1, 10ms));
    WebFetcher fetcher;
    FetchAsk asked = ask();
    asked.timeout = 150ms;
    Fetched fetched(fetcher, asked);
    QTRY_COMPARE(fetched.count, 1);
    QVERIFY(!*fetched.result);
    QCOMPARE(fetched.result->error().kind, ErrorKind::UpstreamTimeout);
    QTRY_COMPARE(m_server->openConnectionCount(), 0);
}

void WebFetcherTest::aLongAnswerIsCutShort_data()
{
    QTest::addColumn<bool>("isChunked");
    QTest::newRow("told length") << false;
    QTest::newRow("chunked") << true;
}

void WebFetcherTest::aLongAnswerIsCutShort()
{
    QFETCH(bool, isChunked);
    const Reply reply = Reply::json(200, QByteArray(2001, 'x'));
    m_server->script(isChunked ? reply.withFraming(Reply::Framing::Chunked) : reply);
    WebFetcher fetcher;
    FetchAsk asked = ask();
    asked.maxBody = 2000;
    Fetched fetched(fetcher, asked);
    QTRY_COMPARE(fetched.count, 1);
    QVERIFY(!*fetched.result);
    QCOMPARE(fetched.result->error().kind, ErrorKind::UpstreamInvalid);
    QVERIFY(fetched.message().contains(QLatin1String("too large")));
}

void WebFetcherTest::anAnswerAtTheLimitIsTaken()
{
    m_server->script(Reply::json(200, QByteArray(2000, 'x')));
    WebFetcher fetcher;
    FetchAsk asked = ask();
    asked.maxBody = 2000;
    Fetched fetched(fetcher, asked);
    QTRY_COMPARE(fetched.count, 1);
    QVERIFY2(*fetched.result, qPrintable(fetched.message()));
    QCOMPARE((*fetched.result)->body.size(), qsizetype(2000));
}

void WebFetcherTest::theEndOfTheContextEndsTheExchange()
{
    m_server->setDefaultReply(Reply::hang());
    WebFetcher fetcher;
    auto context = std::make_unique<QObject>();
    int count = 0;
    fetcher.fetch(ask(), context.get(), [&count](const Result<FetchedAnswer> &) { ++count; });
    QTRY_COMPARE(m_server->requestCount(), 1);
    context.reset();
    QTRY_COMPARE(m_server->openConnectionCount(), 0);
    QCOMPARE(count, 0);
}

void WebFetcherTest::theEndOfTheFetcherEndsTheExchange()
{
    m_server->setDefaultReply(Reply::hang());
    auto fetcher = std::make_unique<WebFetcher>();
    Fetched fetched(*fetcher, ask());
    QTRY_COMPARE(m_server->requestCount(), 1);
    fetcher.reset();
    QTRY_COMPARE(m_server->openConnectionCount(), 0);
    QCOMPARE(fetched.count, 0);
}

void WebFetcherTest::filesAreNotRead()
{
    WebFetcher fetcher;
    Fetched fetched(fetcher, {.url = QUrl::fromLocalFile(QCoreApplication::applicationFilePath())});
    QTRY_COMPARE(fetched.count, 1);
    QVERIFY(!*fetched.result);
}

QTEST_GUILESS_MAIN(WebFetcherTest)
#include "tst_webfetcher.moc"

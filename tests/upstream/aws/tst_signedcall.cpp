// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/signedcall.h"

#include "../callprobe.h"
#include "chainfixture.h"
#include "upstream/aws/sigv4.h"

#include <QTest>

using namespace nexus;
using namespace nexus::aws;
using namespace std::chrono_literals;
using kit::ReceivedRequest;
using kit::Reply;
using kit::ScriptedProvider;

class SignedCallTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theRequestIsSignedAsItArrives_data();
    void theRequestIsSignedAsItArrives();
    void theSignatureCoversWhatTheCallerAdds();
    void keptCredentialsCostNoTurn();
    void anAnswerIsHandedOnInOrder();
    void aStreamIsHandedOnInPieces();
    void aCutAnswerIsAnError();
    void missingCredentialsEndTheCall();
    void theTotalTimeoutCountsTheWait();
    void theTotalTimeoutGoesOnInsideTheAnswer();
    void abortEndsTheWait();
    void abortEndsTheAnswer();
    void destructionEndsTheWait();
    void aChainThatGoesEndsTheWait();
    void callsThatWaitShareOneSearch();
    void refusedCredentialsAreLookedForAgain_data();
    void refusedCredentialsAreLookedForAgain();

private:
    [[nodiscard]] std::unique_ptr<CallProbe> call(const QString &path = QStringLiteral("/model/m/converse"),
        const Timeouts &timeouts = {}, const HeaderList &headers = {})
    {
        QUrl url = m_server->baseUrl(QString());
        url.setPath(path, QUrl::TolerantMode);
        return std::make_unique<CallProbe>(std::make_unique<SignedCall>(*m_pool, *m_chain,
            SignedTarget {.endpoint = {.url = url, .headers = headers}, .region = "us-west-2"},
            QByteArray(R"({"messages":[]})"), timeouts, QStringLiteral("rock"),
            [this] { return m_fixture->now; }));
    }
    //! \brief A chain whose credentials come from a server of their own.
    void useContainer()
    {
        m_fixture->access = {};
        m_fixture->set(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI", m_container->baseUrl(QStringLiteral("/c")).toString());
        m_chain = m_fixture->chain();
    }
    [[nodiscard]] QByteArray authorizationOf(
        const ReceivedRequest &request, const HeaderList &alsoSigned = {}) const
    {
        SigningRequest signing {.method = request.method,
            .path = request.path(),
            .query = {},
            .headers = alsoSigned,
            .body = request.body};
        signing.headers.add("host", request.header("host"));
        signing.headers.add("content-type", request.header("content-type"));
        const Credentials keys {.accessKeyId = Secret("AKIA"),
            .secretAccessKey = Secret("hush"),
            .sessionToken = Secret(request.header("x-amz-security-token")),
            .expiry = std::nullopt};
        const SigningScope scope {.region = "us-west-2", .service = "bedrock", .time = m_fixture->now};
        return signatureHeaders(signing, keys, scope).value("Authorization");
    }

    std::unique_ptr<ChainFixture> m_fixture;
    std::unique_ptr<ScriptedProvider> m_server;
    std::unique_ptr<ScriptedProvider> m_container;
    std::unique_ptr<NetworkPool> m_pool;
    std::unique_ptr<CredentialChain> m_chain;
};

void SignedCallTest::init()
{
    m_fixture = std::make_unique<ChainFixture>();
    m_server = std::make_unique<ScriptedProvider>();
    m_container = std::make_unique<ScriptedProvider>();
    QVERIFY(m_server->isListening() && m_container->isListening());
    m_pool = std::make_unique<NetworkPool>();
    m_fixture->access.accessKeyId = Secret("AKIA");
    m_fixture->access.secretAccessKey = Secret("hush");
    m_fixture->access.sessionToken = Secret("token");
    m_chain = m_fixture->chain();
}

void SignedCallTest::cleanup()
{
    m_chain.reset();
    m_pool.reset();
}

void SignedCallTest::theRequestIsSignedAsItArrives_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("plain") << QStringLiteral("/model/m/converse");
    QTest::newRow("an encoded colon") << QStringLiteral("/model/anthropic.claude-v1%3A0/converse");
    QTest::newRow("a bare colon") << QStringLiteral("/model/anthropic.claude-v1:0/converse");
    QTest::newRow("an ARN") << QStringLiteral(
        "/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Aapplication-inference-profile%2Fa1/"
        "converse-stream");
    QTest::newRow("an encoded space") << QStringLiteral("/model/a%20b/converse");
    QTest::newRow("below a base path") << QStringLiteral("/proxy/base/model/m/converse");
}

void SignedCallTest::theRequestIsSignedAsItArrives()
{
    QFETCH(QString, path);
    m_server->script(Reply::json(200, "{}"));
    const auto probe = call(path);
    QTRY_VERIFY(probe->isOver());
    QVERIFY(!probe->error);
    const ReceivedRequest request = m_server->received(0);
    QCOMPARE(request.target, path.toLatin1());
    QCOMPARE(request.body, QByteArray(R"({"messages":[]})"));
    QCOMPARE(request.header("x-amz-date"), QByteArray("20250304T050607Z"));
    QCOMPARE(request.header("x-amz-security-token"), QByteArray("token"));
    QCOMPARE(request.header("content-type"), QByteArray("application/json"));
    QVERIFY(!request.header("authorization").isEmpty());
    QCOMPARE(request.header("authorization"), authorizationOf(request));
}

void SignedCallTest::theSignatureCoversWhatTheCallerAdds()
{
    m_server->script(Reply::json(200, "{}"));
    const auto probe = call(QStringLiteral("/model/m/converse"), {},
        {{"X-Amz-Meta", "a  b"}, {"X-Other", "1"}, {"Content-Type", "application/x-amz-json-1.0"},
            {"Authorization", "Bearer not-this"}});
    QTRY_VERIFY(probe->isOver());
    const ReceivedRequest request = m_server->received(0);
    QCOMPARE(request.header("x-other"), QByteArray("1"));
    QCOMPARE(request.header("content-type"), QByteArray("application/x-amz-json-1.0"));
    QCOMPARE(request.header("authorization"), authorizationOf(request, {{"x-amz-meta", "a b"}}));
    QVERIFY(request.header("authorization")
                .contains("SignedHeaders=content-type;host;x-amz-date;x-amz-meta;x-amz-security-token,"));
}

void SignedCallTest::keptCredentialsCostNoTurn()
{
    m_server->setDefaultReply(Reply::json(200, "{}"));
    Asked first(*m_chain);
    QTRY_VERIFY(first.isAnswered());
    const auto probe = call();
    // A call that waits would end with an error now.
    m_chain.reset();
    QTRY_VERIFY(probe->isOver());
    QVERIFY(!probe->error);
    QCOMPARE(probe->head.status, 200);
}

void SignedCallTest::anAnswerIsHandedOnInOrder()
{
    m_server->script(Reply::json(400, R"({"message":"no"})").withHeader("x-amzn-requestid", "r"));
    const auto probe = call();
    QCOMPARE(probe->headCount, 0);
    QCOMPARE(probe->endCount, 0);
    QCOMPARE(probe->call->bytesAvailable(), 0);
    QVERIFY(probe->call->read(10).isEmpty());
    QTRY_VERIFY(probe->isOver());
    QCOMPARE(probe->headCount, 1);
    QCOMPARE(probe->endCount, 1);
    QVERIFY(!probe->isBodyBeforeHead);
    QVERIFY(!probe->error);
    QCOMPARE(probe->head.status, 400);
    QCOMPARE(probe->head.headers.value("x-amzn-requestid"), QByteArray("r"));
    QCOMPARE(probe->body, QByteArray(R"({"message":"no"})"));
}

void SignedCallTest::aStreamIsHandedOnInPieces()
{
    m_server->script(Reply::sse({"1", "2"}).holdAfter(9));
    const auto probe = call();
    QTRY_COMPARE(probe->body, QByteArray("data: 1\n\n"));
    QVERIFY(!probe->isOver());
    m_server->release();
    QTRY_VERIFY(probe->isOver());
    QCOMPARE(probe->body, QByteArray("data: 1\n\ndata: 2\n\n"));
}

void SignedCallTest::aCutAnswerIsAnError()
{
    m_server->script(Reply::json(200, R"({"a":1})").cutAfter(3));
    const auto probe = call();
    QTRY_VERIFY(probe->isOver());
    QVERIFY(probe->error);
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamInvalid);
    QCOMPARE(probe->endCount, 1);
}

void SignedCallTest::missingCredentialsEndTheCall()
{
    m_fixture->access = {};
    m_chain = m_fixture->chain();
    const auto probe = call();
    QCOMPARE(probe->endCount, 0);
    QTRY_VERIFY(probe->isOver());
    QVERIFY(probe->error);
    QCOMPARE(probe->error->kind, ErrorKind::Unauthenticated);
    QVERIFY(probe->error->message.contains(QLatin1String("Tried: ")));
    probe->call->abort();
    QCoreApplication::processEvents();
    QCOMPARE(probe->endCount, 1);
    QCOMPARE(m_server->connectionCount(), 0);
}

void SignedCallTest::theTotalTimeoutCountsTheWait()
{
    useContainer();
    m_container->setDefaultReply(Reply::hang());
    const auto probe = call(QStringLiteral("/m"), {.total = 200ms});
    QTRY_VERIFY(probe->isOver());
    QVERIFY(probe->error);
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamTimeout);
    QCOMPARE(probe->error->message,
        QStringLiteral("The AWS credentials of provider 'rock' did not come within 0.2 s."));
    QCOMPARE(m_server->connectionCount(), 0);
}

void SignedCallTest::theTotalTimeoutGoesOnInsideTheAnswer()
{
    useContainer();
    m_container->script(Reply::json(200, m_fixture->metadataJson("AKIA", 1h)));
    m_server->setDefaultReply(Reply::hang());
    const auto probe = call(QStringLiteral("/m"), {.total = 1500ms});
    QTRY_VERIFY(probe->isOver());
    QVERIFY(probe->error);
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamTimeout);
    QCOMPARE(m_server->requestCount(), 1);
}

void SignedCallTest::abortEndsTheWait()
{
    useContainer();
    m_container->hold();
    m_container->script(Reply::json(200, m_fixture->metadataJson("AKIA", 1h)));
    const auto probe = call();
    QTRY_COMPARE(m_container->heldRequests().size(), std::size_t(1));
    probe->call->abort();
    probe->call->abort();
    m_container->release();
    // The search was for others as well and goes on.
    QTRY_VERIFY(m_chain->current());
    QCoreApplication::processEvents();
    QCOMPARE(probe->endCount, 0);
    QCOMPARE(probe->call->bytesAvailable(), 0);
    QCOMPARE(m_server->connectionCount(), 0);
}

void SignedCallTest::abortEndsTheAnswer()
{
    m_server->script(Reply::sse({"1", "2"}).hangAfter(9));
    const auto probe = call();
    QTRY_COMPARE(probe->body, QByteArray("data: 1\n\n"));
    probe->call->abort();
    QTRY_VERIFY(m_server->received(0).closedAfter.has_value());
    QCOMPARE(probe->endCount, 0);
}

void SignedCallTest::destructionEndsTheWait()
{
    useContainer();
    m_container->hold();
    m_container->script(Reply::json(200, m_fixture->metadataJson("AKIA", 1h)));
    auto probe = call();
    QTRY_COMPARE(m_container->heldRequests().size(), std::size_t(1));
    probe.reset();
    m_container->release();
    QTRY_VERIFY(m_chain->current());
    QCoreApplication::processEvents();
    QCOMPARE(m_server->connectionCount(), 0);
}

void SignedCallTest::aChainThatGoesEndsTheWait()
{
    useContainer();
    m_container->setDefaultReply(Reply::hang());
    const auto probe = call();
    QTRY_COMPARE(m_container->requestCount(), 1);
    m_chain.reset();
    QCOMPARE(probe->endCount, 0);
    QTRY_VERIFY(probe->isOver());
    QCOMPARE(probe->error->kind, ErrorKind::Unavailable);
}

void SignedCallTest::callsThatWaitShareOneSearch()
{
    useContainer();
    m_container->setDefaultReply(Reply::json(200, m_fixture->metadataJson("AKIA", 1h)));
    m_server->setDefaultReply(Reply::json(200, "{}"));
    std::vector<std::unique_ptr<CallProbe>> probes;
    for (int i = 0; i < 8; ++i) {
        probes.push_back(call());
    }
    for (const auto &probe : probes) {
        QTRY_VERIFY(probe->isOver());
        QVERIFY(!probe->error);
    }
    QCOMPARE(m_container->requestCount(), 1);
    QCOMPARE(m_server->requestCount(), 8);
}

void SignedCallTest::refusedCredentialsAreLookedForAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("searches");
    QTest::newRow("expired") << 403 << QByteArray("ExpiredTokenException:http://internal/") << 2;
    QTest::newRow("unknown") << 403 << QByteArray("UnrecognizedClientException") << 2;
    QTest::newRow("not allowed") << 403 << QByteArray("AccessDeniedException") << 1;
    QTest::newRow("no word") << 403 << QByteArray() << 1;
    QTest::newRow("a success") << 200 << QByteArray("ExpiredTokenException") << 1;
}

void SignedCallTest::refusedCredentialsAreLookedForAgain()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(int, searches);
    useContainer();
    m_container->setDefaultReply(Reply::json(200, m_fixture->metadataJson("AKIA", 1h)));
    m_server->setDefaultReply(Reply::json(status, "{}").withHeader("x-amzn-ErrorType", type));
    const auto first = call();
    QTRY_VERIFY(first->isOver());
    m_fixture->now += CredentialChain::holdTime;
    const auto second = call();
    QTRY_VERIFY(second->isOver());
    const auto third = call();
    QTRY_VERIFY(third->isOver());
    QCOMPARE(m_container->requestCount(), searches);
}

QTEST_GUILESS_MAIN(SignedCallTest)
#include "tst_signedcall.moc"

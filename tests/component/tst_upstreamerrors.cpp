// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "gatewayfixture.h"

#include <QTcpServer>
#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

struct Expected {
    int status = 0;
    QByteArray type;
    QByteArray code;
    QByteArray message = {}; //!< a part of it
};

} // namespace

//! What becomes of a provider that refuses, fails, cannot be reached or is silent.
class UpstreamErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aRefusalKeepsStatusMessageAndCode_data();
    void aRefusalKeepsStatusMessageAndCode();
    void aRefusalOfAnotherShapeKeepsItsMessage_data();
    void aRefusalOfAnotherShapeKeepsItsMessage();
    void aFailureIsTranslated_data();
    void aFailureIsTranslated();
    void aPostIsRepeatedOnlyOnAKeptConnection_data();
    void aPostIsRepeatedOnlyOnAKeptConnection();
    void aRedirectIsNotFollowedWithAKey();
    void aProviderThatCannotBeReached_data();
    void aProviderThatCannotBeReached();
    void timeoutsBeforeTheClientHasAnything_data();
    void timeoutsBeforeTheClientHasAnything();
    void timeoutsInsideAStream_data();
    void timeoutsInsideAStream();
    void theKeyShowsNowhere_data();
    void theKeyShowsNowhere();

private:
    void check(const kit::Answer &answer, const Expected &expected);

    const QByteArray m_first = chunkOf("up/renamed", "one");
    const QByteArray m_once = "retries.max_attempts = 1\n";
    std::unique_ptr<GatewayFixture> m_fixture;
};

void UpstreamErrorsTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
}

void UpstreamErrorsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void UpstreamErrorsTest::check(const kit::Answer &answer, const Expected &expected)
{
    const ErrorShape error = errorShape(answer.body);
    QVERIFY2(error.isWellFormed, answer.body.constData());
    QCOMPARE(answer.status, expected.status);
    QCOMPARE(answer.header("content-type"), QByteArray("application/json"));
    QCOMPARE(error.type, expected.type);
    QCOMPARE(error.code, expected.code);
    QVERIFY2(error.message.contains(expected.message), error.message.constData());
    QVERIFY(!error.message.contains('<') && !error.message.contains("\"error\""));
    QVERIFY(!answer.header("x-request-id").isEmpty());
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("up"));
    QVERIFY(!answer.body.contains(GatewayFixture::key));
}

void UpstreamErrorsTest::aRefusalKeepsStatusMessageAndCode_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 408, 409, 413, 422, 429}) {
        QTest::addRow("%d", status) << status;
    }
}

void UpstreamErrorsTest::aRefusalKeepsStatusMessageAndCode()
{
    QFETCH(int, status);
    m_fixture->start({}, m_once);
    m_fixture->provider.setDefaultReply(Reply::json(status,
        R"({"error":{"message":"No \u00e9, \"because\".","type":"their_type","param":"top_p","code":"their_code"}})")
                                            .withHeader("Retry-After", "7"));
    for (const bool isStream : {false, true}) {
        const auto client = m_fixture->post(GatewayFixture::chat(isStream));
        QVERIFY(client->waitForAnswers());
        const kit::Answer answer = client->answer();
        const ErrorShape error = errorShape(answer.body);
        QVERIFY2(error.isWellFormed, answer.body.constData());
        QCOMPARE(answer.status, status);
        QCOMPARE(error.message, QByteArray("No \xc3\xa9, \"because\"."));
        QCOMPARE(error.type, QByteArray("their_type"));
        QCOMPARE(error.code, QByteArray("their_code"));
        QCOMPARE(error.param, QByteArray("top_p"));
        QCOMPARE(answer.header("retry-after"), QByteArray("7"));
        QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("1"));
    }
    const QByteArray logged = "status=" + QByteArray::number(status);
    QVERIFY(m_fixture->requestLine(1).contains(logged + " outcome=failed"));
    QVERIFY(m_fixture->attemptLine().contains("model=real-name " + logged));
    QCOMPARE(m_fixture->provider.requestCount(), 2);
}

void UpstreamErrorsTest::aRefusalOfAnotherShapeKeepsItsMessage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("a string") << QByteArray(R"({"error":"model 'x' not found"})")
                              << QByteArray("model 'x' not found");
    QTest::newRow("detail") << QByteArray(R"({"detail":"Not here"})") << QByteArray("Not here");
    QTest::newRow("an array") << QByteArray(R"([{"error":{"code":400,"message":"Bad","status":"INVALID"}}])")
                              << QByteArray("Bad");
    QTest::newRow("no JSON") << QByteArray("nope") << QByteArray("status 400");
    QTest::newRow("empty") << QByteArray() << QByteArray("status 400");
}

void UpstreamErrorsTest::aRefusalOfAnotherShapeKeepsItsMessage()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, message);
    m_fixture->start({}, m_once);
    m_fixture->provider.script(Reply::json(400, body));
    const auto client = m_fixture->post(GatewayFixture::chat(false));
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 400);
    const ErrorShape error = errorShape(client->answer().body);
    QVERIFY2(error.isWellFormed, client->answer().body.constData());
    QVERIFY2(error.message.contains(message), error.message.constData());
    QCOMPARE(error.type, QByteArray("invalid_request_error"));
}

void UpstreamErrorsTest::aFailureIsTranslated_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<Expected>("expected");
    const QByteArray body = R"({"error":{"message":"It broke.","type":"their_type","code":"their_code"}})";
    const QByteArray page = "<html><body><h1>Bad gateway</h1></body></html>";
    const auto row = [](const char *name, const Reply &reply, const Expected &expected) {
        QTest::newRow(name) << reply << expected;
    };
    const Expected invalid {502, "api_error", "upstream_invalid"};
    row("500", Reply::json(500, body), {502, "api_error", "their_code", "It broke."});
    row("501", Reply::json(501, body), {502, "api_error", "their_code", "It broke."});
    row("502", Reply::json(502, body), {502, "api_error", "their_code", "It broke."});
    row("503", Reply::json(503, body), {503, "overloaded_error", "their_code", "It broke."});
    row("529", Reply::json(529, body), {503, "overloaded_error", "their_code", "It broke."});
    row("504", Reply::json(504, body), {504, "timeout_error", "their_code", "It broke."});
    row("500 without a body", Reply::json(500, {}), {502, "api_error", "", "status 500"});
    row("a web page with 502", Reply::html(502, page), {502, "api_error", "", "text/html"});
    row("a web page with 200", Reply::html(200, page), {502, "api_error", "upstream_invalid", "web page"});
    row("a web page as JSON", Reply::json(200, page), invalid);
    row("an array", Reply::json(200, "[]"), invalid);
    row("nothing", Reply::json(200, {}), invalid);
    row("half a JSON object", Reply::json(200, R"({"choices":[)"), invalid);
    row("cut", Reply::json(200, R"({"choices":[]})").cutAfter(5), invalid);
    row("reset", Reply::json(200, R"({"choices":[]})").resetAfter(5), invalid);
    row("cut inside an error", Reply::json(500, body).cutAfter(12), {502, "api_error", ""});
    row("closed before the head", Reply::closeAtOnce(), invalid);
    row("closed inside the head", Reply::json(200, "{}").cutInHead(30), invalid);
    row("not HTTP", Reply::raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"), invalid);
    row("redirect", Reply::redirect(307, "/v1/elsewhere"),
        {502, "api_error", "upstream_invalid", "redirect"});
}

void UpstreamErrorsTest::aFailureIsTranslated()
{
    QFETCH(Reply, reply);
    QFETCH(Expected, expected);
    m_fixture->start({}, m_once);
    m_fixture->provider.setDefaultReply(reply);
    for (const bool isStream : {false, true}) {
        const auto client = m_fixture->post(GatewayFixture::chat(isStream));
        QVERIFY(client->waitForAnswers());
        check(client->answer(), expected);
        QCOMPARE(m_fixture->provider.requestCount(), isStream ? 2 : 1);
        QVERIFY(m_fixture->requestLine(isStream ? 1 : 0)
                    .contains("status=" + QByteArray::number(expected.status) + " outcome=failed"));
        QVERIFY(m_fixture->attemptLine(isStream ? 1 : 0).contains("error="));
    }
}

// A second POST would be a second bill. One is allowed where the connection may have died while unused.
void UpstreamErrorsTest::aPostIsRepeatedOnlyOnAKeptConnection_data()
{
    QTest::addColumn<Reply>("before");
    QTest::addColumn<int>("mostPosts");
    QTest::newRow("kept") << Reply::json(200, "{}") << 2;
    QTest::newRow("closed by the provider") << Reply::json(200, "{}").closing() << 1;
    QTest::newRow("cut") << Reply::json(200, "{}").cutAfter(1) << 1;
    QTest::newRow("closed before the head") << Reply::closeAtOnce() << 1;
}

void UpstreamErrorsTest::aPostIsRepeatedOnlyOnAKeptConnection()
{
    QFETCH(Reply, before);
    QFETCH(int, mostPosts);
    m_fixture->start({}, m_once, "server.workers = 1\n");
    m_fixture->provider.script(before);
    m_fixture->provider.setDefaultReply(Reply::closeAtOnce());
    QVERIFY(m_fixture->post(GatewayFixture::chat(false))->waitForAnswers());
    QTRY_COMPARE(m_fixture->events("request").size(), 1);
    const auto client = m_fixture->post(GatewayFixture::chat(false));
    QVERIFY(client->waitForAnswers());
    check(client->answer(), {502, "api_error", "upstream_invalid"});
    QVERIFY(m_fixture->provider.requestCount() - 1 <= mostPosts);
}

void UpstreamErrorsTest::aRedirectIsNotFollowedWithAKey()
{
    kit::ScriptedProvider other;
    other.setDefaultReply(Reply::json(200, "{}"));
    m_fixture->start({}, m_once);
    for (const int status : {301, 302, 303, 307, 308}) {
        m_fixture->provider.script(Reply::redirect(status, other.baseUrl().toEncoded()));
        const auto client = m_fixture->post(GatewayFixture::chat(false));
        QVERIFY(client->waitForAnswers());
        check(client->answer(), {502, "api_error", "upstream_invalid", QByteArray::number(status)});
    }
    QCOMPARE(other.connectionCount(), 0);
    QCOMPARE(m_fixture->provider.requestCount(), 5);
}

void UpstreamErrorsTest::aProviderThatCannotBeReached_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("nobody listens") << QByteArray("http://127.0.0.1:@CLOSED@/v1") << QByteArray("refused");
    QTest::newRow("no such host") << QByteArray("http://nobody.invalid/v1") << QByteArray("'up'");
    QTest::newRow("TLS to a plain server") << QByteArray("https://127.0.0.1:@PLAIN@/v1") << QByteArray("TLS");
    QTest::newRow("TLS to a silent server")
        << QByteArray("https://127.0.0.1:@SILENT@/v1") << QByteArray("reached");
}

void UpstreamErrorsTest::aProviderThatCannotBeReached()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, message);
    QTcpServer closed;
    QTcpServer plain;
    QTcpServer silent;
    for (QTcpServer *server : {&closed, &plain, &silent}) {
        QVERIFY(server->listen(QHostAddress::LocalHost));
    }
    connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket,
            [socket] { socket->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
    });
    base.replace("@CLOSED@", QByteArray::number(closed.serverPort()));
    base.replace("@PLAIN@", QByteArray::number(plain.serverPort()));
    base.replace("@SILENT@", QByteArray::number(silent.serverPort()));
    closed.close();
    m_fixture->startWith("[llm.providers.up]\ntype = \"openai\"\nbase_url = \"" + base + "\"\napi_key = \""
        + GatewayFixture::key + "\"\ntimeouts.connect = \"2s\"\n" + m_once);
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForAnswers());
    check(client->answer(), {502, "api_error", "upstream_unreachable", message});
    QVERIFY(m_fixture->requestLine().contains("status=502 outcome=failed"));
    QVERIFY(m_fixture->attemptLine().contains("status=0"));
}

void UpstreamErrorsTest::timeoutsBeforeTheClientHasAnything_data()
{
    QTest::addColumn<QByteArray>("limits");
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<QByteArray>("message");
    const Reply answer = Reply::json(200, R"({"choices":[],"model":"real-name"})");
    QTest::newRow("first byte") << QByteArray("first_byte = \"300ms\"") << Reply::hang()
                                << QByteArray("0.3 s");
    QTest::newRow("first byte, half a head")
        << QByteArray("first_byte = \"300ms\"") << answer.hangInHead(20) << QByteArray("0.3 s");
    QTest::newRow("idle") << QByteArray("idle = \"300ms\"") << answer.hangAfter(5) << QByteArray("silent");
    QTest::newRow("total before the head")
        << QByteArray("total = \"300ms\"") << Reply::hang() << QByteArray("finish");
    QTest::newRow("total inside the body")
        << QByteArray("total = \"400ms\"") << answer.dripping(1, std::chrono::milliseconds(50))
        << QByteArray("finish");
}

void UpstreamErrorsTest::timeoutsBeforeTheClientHasAnything()
{
    QFETCH(QByteArray, limits);
    QFETCH(Reply, reply);
    QFETCH(QByteArray, message);
    m_fixture->start({}, m_once + "timeouts." + limits + '\n');
    m_fixture->provider.script(reply);
    const auto client = m_fixture->post(GatewayFixture::chat(false));
    QVERIFY(client->waitForAnswers());
    check(client->answer(), {504, "timeout_error", "upstream_timeout", message});
    QVERIFY(m_fixture->requestLine().contains("status=504 outcome=failed"));
    QTRY_VERIFY(m_fixture->provider.received(0).closedAfter.has_value());
    QCOMPARE(m_fixture->provider.requestCount(), 1);
}

void UpstreamErrorsTest::timeoutsInsideAStream_data()
{
    QTest::addColumn<QByteArray>("limits");
    QTest::addColumn<Reply>("reply");
    QTest::newRow("idle") << QByteArray("idle = \"300ms\"")
                          << Reply::sse({m_first, m_first, "[DONE]"}).hangAfter(eventOf(m_first).size());
    QTest::newRow("idle inside an event")
        << QByteArray("idle = \"300ms\"")
        << Reply::sse({m_first, m_first, "[DONE]"}).hangAfter(eventOf(m_first).size() + 9);
    QTest::newRow("total") << QByteArray("total = \"500ms\"")
                           << Reply::sse(QByteArrayList(100, m_first)).pausing(std::chrono::milliseconds(50));
}

void UpstreamErrorsTest::timeoutsInsideAStream()
{
    QFETCH(QByteArray, limits);
    QFETCH(Reply, reply);
    m_fixture->start({}, m_once + "timeouts." + limits + '\n');
    m_fixture->provider.script(reply);
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = client->answer();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.hasTerminator && !answer.body.contains("[DONE]"));
    QCOMPARE(answer.events().constFirst(), m_first);
    const ErrorShape error = errorShape(answer.events().constLast());
    QVERIFY2(error.isWellFormed, answer.events().constLast().constData());
    QCOMPARE(error.type, QByteArray("timeout_error"));
    QCOMPARE(error.code, QByteArray("upstream_timeout"));
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=failed"));
    QTRY_VERIFY(m_fixture->provider.received(0).closedAfter.has_value());
}

void UpstreamErrorsTest::theKeyShowsNowhere_data()
{
    const QByteArray error
        = R"({"error":{"message":"Bad key sk-secret-of-the-test.","code":"sk-secret-of-the-test","type":"sk-secret-of-the-test"}})";
    QTest::addColumn<Reply>("reply");
    for (const int status : {401, 500, 503}) {
        QTest::addRow("status %d", status) << Reply::json(status, error);
    }
    QTest::newRow("an error page") << Reply::html(403, "<p>sk-secret-of-the-test</p>");
    QTest::newRow("a header") << Reply::json(429, "{}").withHeader("X-Key", GatewayFixture::key);
    QTest::newRow("Retry-After") << Reply::json(429, "{}").withHeader("Retry-After", GatewayFixture::key);
    QTest::newRow("content type") << Reply::text(500, GatewayFixture::key, "{}");
    QTest::newRow("in a stream") << Reply::sse({m_first, error, "[DONE]"});
}

void UpstreamErrorsTest::theKeyShowsNowhere()
{
    QFETCH(Reply, reply);
    m_fixture->start({}, m_once);
    m_fixture->provider.setDefaultReply(reply);
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForAnswers());
    client->request("GET", "/health");
    QVERIFY(client->waitForAnswers(2));
    QVERIFY2(!client->rawBytes().contains(GatewayFixture::key), client->rawBytes().constData());
    QVERIFY(!m_fixture->requestLine().isEmpty());
    QCOMPARE(
        m_fixture->provider.received(0).header("authorization"), QByteArray("Bearer ") + GatewayFixture::key);
}

QTEST_GUILESS_MAIN(UpstreamErrorsTest)
#include "tst_upstreamerrors.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxyfixture.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

namespace {

QByteArray everyByte()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i) {
        bytes.append(static_cast<char>(i));
    }
    return bytes;
}

} // namespace

//! What goes through the proxy to Anthropic and back, and what the gateway says itself.
class ProxyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ProxyFixture>(); }
    void cleanup();

    void everyMethodGoesThrough_data();
    void everyMethodGoesThrough();
    void anAnswerToHeadHasNoBody();
    void addressesGoThroughAsTheyAre_data();
    void addressesGoThroughAsTheyAre();
    void bodiesGoThroughUnread_data();
    void bodiesGoThroughUnread();
    void bigBodiesGoThrough();
    void theRecordNamesTheModel_data();
    void theRecordNamesTheModel();
    void anyAnswerGoesBackAsItIs_data();
    void anyAnswerGoesBackAsItIs();
    void nothingIsRepeatedOrRemembered();
    void anotherPathAndAnotherBase();
    void anUpstreamThatFailsIsAnErrorOfTheGateway_data();
    void anUpstreamThatFailsIsAnErrorOfTheGateway();

private:
    std::unique_ptr<ProxyFixture> m_fixture;
};

void ProxyTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void ProxyTest::everyMethodGoesThrough_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
        QTest::addRow("%s", method) << QByteArray(method) << QByteArray();
        QTest::addRow("%s with a body", method) << QByteArray(method) << QByteArray("{\"a\": [1.10]}");
    }
}

void ProxyTest::everyMethodGoesThrough()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    m_fixture->start();
    m_fixture->provider().script(Reply::json(200, R"({"done":true})"));
    const kit::Answer answer = m_fixture->ask(method, "/proxy/anthropic/v1/files/f_1?beta=true", {}, body);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray(R"({"done":true})"));
    QCOMPARE(answer.header("content-type"), QByteArray("application/json"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("anthropic-proxy"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("1"));
    QCOMPARE(answer.header("x-nexus-cache"), QByteArray("off"));
    QVERIFY(!answer.header("x-request-id").isEmpty());
    const kit::ReceivedRequest received = m_fixture->provider().received(0);
    QCOMPARE(received.method, method);
    QCOMPARE(received.target, QByteArray("/v1/files/f_1?beta=true"));
    QCOMPARE(received.body, body);
    QCOMPARE(received.header("x-api-key"), QByteArray(ProxyFixture::clientKey));
    const QByteArray line = m_fixture->requestLine();
    QVERIFY2(line.contains("method=" + method + " path=/proxy/anthropic/v1/files/f_1 "), line.constData());
    QVERIFY2(line.contains("provider=anthropic-proxy"), line.constData());
    QVERIFY2(line.contains("status=200 outcome=answered cache=off attempts=1"), line.constData());
    QVERIFY2(
        line.contains("bytes_in=" + QByteArray::number(body.size()) + " bytes_out=13"), line.constData());
    QVERIFY(m_fixture->attemptLine().contains("provider=anthropic-proxy"));
    QCOMPARE(m_fixture->requestCount(), 1);
}

void ProxyTest::anAnswerToHeadHasNoBody()
{
    m_fixture->start();
    m_fixture->provider().script(
        Reply::raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 12\r\n\r\n"));
    const auto client = m_fixture->connect();
    client->request("HEAD", "/proxy/anthropic/v1/models", m_fixture->keyed());
    client->request("GET", "/health");
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->answer(0).status, 200);
    QCOMPARE(client->answer(0).header("content-type"), QByteArray("text/plain"));
    QCOMPARE(client->answer(0).body, QByteArray());
    QCOMPARE(client->answer(1).status, 200);
    QCOMPARE(m_fixture->provider().received(0).method, QByteArray("HEAD"));
}

void ProxyTest::addressesGoThroughAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address : {"/v1/messages", "/v1/messages/", "/v1/", "/v1//messages",
             "/v1/messages?beta=true", "/v1/models?limit=20&after_id=a%26b%3Dc+d&x=%22%20%2B",
             "/v1/files/a%2Fb%20c%3Fd/content", "/v1/models?url=https://x/../y?z",
             "/v1/x;y=1,2:3@4!$'()*/...", "/v1/caf%C3%A9", "/v1/v1/proxy/anthropic/v1/x"}) {
        QTest::newRow(address) << QByteArray(address);
    }
}

void ProxyTest::addressesGoThroughAsTheyAre()
{
    QFETCH(QByteArray, address);
    m_fixture->start();
    m_fixture->provider().script(Reply::json(200, "{}"));
    QCOMPARE(m_fixture->ask("GET", "/proxy/anthropic" + address).status, 200);
    QCOMPARE(m_fixture->provider().received(0).target, address);
}

void ProxyTest::bodiesGoThroughUnread_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("JSON, odd but valid") << QByteArray("application/json")
                                         << QByteArray(" {\"z\":1.0,\"a\":12345678901234567890,\n\"z\":2}\n");
    QTest::newRow("JSON that is cut") << QByteArray("application/json") << QByteArray("{\"model\":");
    QTest::newRow("every byte") << QByteArray("application/octet-stream") << everyByte();
    QTest::newRow("a form") << QByteArray("multipart/form-data; boundary=\"--x\"")
                            << QByteArray("----x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n")
            + everyByte() + "\r\n----x--\r\n";
}

void ProxyTest::bodiesGoThroughUnread()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    m_fixture->start();
    m_fixture->provider().script(Reply::text(201, type, body).withHeader("Content-Encoding", "x-odd"));
    const kit::Answer answer = m_fixture->ask(
        "POST", "/proxy/anthropic/v1/files", {{"Content-Type", type}, {"Content-Encoding", "x-even"}}, body);
    const kit::ReceivedRequest received = m_fixture->provider().received(0);
    QCOMPARE(received.body, body);
    QCOMPARE(received.header("content-type"), type);
    QCOMPARE(received.header("content-encoding"), QByteArray("x-even"));
    QCOMPARE(received.header("accept-encoding"), QByteArray("identity"));
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.body, body);
    QCOMPARE(answer.header("content-type"), type);
    QCOMPARE(answer.header("content-encoding"), QByteArray("x-odd"));
    QVERIFY(m_fixture->requestLine().contains("status=201 outcome=answered"));
}

void ProxyTest::bigBodiesGoThrough()
{
    m_fixture->start();
    const QByteArray up = everyByte().repeated(20 * 4096);
    const QByteArray down = up.first(up.size() - 7);
    m_fixture->provider().script(Reply::text(200, "application/octet-stream", down));
    const kit::Answer answer = m_fixture->ask("PUT", "/proxy/anthropic/v1/files/big", {}, up);
    QVERIFY(m_fixture->provider().received(0).body == up);
    QVERIFY(answer.isComplete);
    QVERIFY(answer.body == down);
    QVERIFY(m_fixture->requestLine().contains(
        "bytes_in=" + QByteArray::number(up.size()) + " bytes_out=" + QByteArray::number(down.size())));
}

void ProxyTest::theRecordNamesTheModel_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("model");
    const QByteArray json("application/json");
    QTest::newRow("JSON") << json << QByteArray(R"({"x":{"model":"no"},"model":"claude-x"})")
                          << QByteArray("claude-x");
    QTest::newRow("JSON with a charset")
        << json + "; charset=utf-8" << QByteArray(R"({"model":"claude-x"})") << QByteArray("claude-x");
    QTest::newRow("no model") << json << QByteArray("{}") << QByteArray();
    QTest::newRow("a model that is no text") << json << QByteArray(R"({"model":7})") << QByteArray();
    QTest::newRow("a model that is no name")
        << json << "{\"model\":\"" + QByteArray(300, 'm') + "\"}" << QByteArray();
    QTest::newRow("no JSON") << json << QByteArray("model") << QByteArray();
    QTest::newRow("another type") << QByteArray("text/plain") << QByteArray(R"({"model":"claude-x"})")
                                  << QByteArray();
    QTest::newRow("one that no header can hold")
        << json << QByteArray(R"({"model":"a\r\nx-evil: 1"})") << QByteArray("?");
}

void ProxyTest::theRecordNamesTheModel()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, model);
    m_fixture->start();
    m_fixture->provider().script(Reply::json(200, "{}"));
    const kit::Answer answer
        = m_fixture->ask("POST", "/proxy/anthropic/v1/messages", {{"Content-Type", type}}, body);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-model"), model);
    QVERIFY(!kit::hasHeader(answer.headers, "x-evil"));
    QCOMPARE(m_fixture->provider().received(0).body, body);
    if (model != "?") {
        QCOMPARE(m_fixture->requestLine().contains("model=claude-x"), !model.isEmpty());
    }
}

void ProxyTest::anyAnswerGoesBackAsItIs_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray error
        = R"({"type":"error","error":{"type":"overloaded_error","message":"Busy."},"request_id":"r"})";
    for (const int status : {400, 401, 403, 404, 408, 413, 429, 500, 502, 503, 529}) {
        QTest::addRow("%d", status) << Reply::json(status, error) << status << error;
    }
    QTest::newRow("a web page") << Reply::html(502, "<h1>Bad</h1>") << 502 << QByteArray("<h1>Bad</h1>");
    QTest::newRow("a challenge")
        << Reply::json(401, error).withHeader("WWW-Authenticate", "Basic realm=\"x\"") << 401 << error;
    QTest::newRow("nothing") << Reply::raw("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray();
    QTest::newRow("not changed") << Reply::raw("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n") << 304
                                 << QByteArray();
    QTest::newRow("empty") << Reply::json(200, "") << 200 << QByteArray();
    QTest::newRow("until the close") << Reply::json(200, error).withFraming(Reply::Framing::Close) << 200
                                     << error;
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d", status) << Reply::redirect(status, "https://elsewhere.example/v1/x") << status
                                    << QByteArray();
    }
}

void ProxyTest::anyAnswerGoesBackAsItIs()
{
    QFETCH(Reply, reply);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_fixture->start();
    m_fixture->provider().script(reply);
    const kit::Answer answer = m_fixture->ask("POST", "/proxy/anthropic/v1/messages", {}, "{}");
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    QVERIFY(answer.isComplete);
    const bool isRedirect = status >= 301 && status <= 308 && status != 304;
    QCOMPARE(
        answer.header("location"), isRedirect ? QByteArray("https://elsewhere.example/v1/x") : QByteArray());
    QCOMPARE(m_fixture->requestCount(), 1);
    QVERIFY(m_fixture->requestLine().contains(
        "status=" + QByteArray::number(status) + " outcome=answered cache=off attempts=1"));
    QVERIFY(m_fixture->attemptLine().contains("status=" + QByteArray::number(status)));
}

void ProxyTest::nothingIsRepeatedOrRemembered()
{
    m_fixture->start("[llm.cache]\nenabled = true\n[llm.retries]\nmax_attempts = 5\n");
    m_fixture->provider().setDefaultReply(Reply::json(503, "{}"));
    QCOMPARE(m_fixture->ask("POST", "/proxy/anthropic/v1/messages", {}, "{}").status, 503);
    QCOMPARE(m_fixture->requestCount(), 1);
    m_fixture->provider().setDefaultReply(Reply::json(200, "{}"));
    for (const int count : {2, 3}) {
        const kit::Answer answer = m_fixture->ask("POST", "/proxy/anthropic/v1/messages", {}, "{}");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("x-nexus-cache"), QByteArray("off"));
        QCOMPARE(m_fixture->requestCount(), count);
    }
}

void ProxyTest::anotherPathAndAnotherBase()
{
    m_fixture->start({}, "path = \"/llm/claude\"\n", QStringLiteral("/a%20b/c"));
    m_fixture->provider().setDefaultReply(Reply::json(200, "{}"));
    QCOMPARE(m_fixture->ask("GET", "/llm/claude/v1/models?x=1").status, 200);
    QCOMPARE(m_fixture->provider().received(0).target, QByteArray("/a%20b/c/v1/models?x=1"));
    const kit::Answer answer = m_fixture->ask("GET", "/proxy/anthropic/v1/models");
    QCOMPARE(answer.status, 404);
    QCOMPARE(m_fixture->requestCount(), 1);
}

void ProxyTest::anUpstreamThatFailsIsAnErrorOfTheGateway_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("no server") << Reply::hang() << false << 502 << QByteArray("api_error");
    QTest::newRow("closed at once") << Reply::closeAtOnce() << true << 502 << QByteArray("api_error");
    QTest::newRow("no HTTP") << Reply::raw("hello\r\n\r\n") << true << 502 << QByteArray("api_error");
    QTest::newRow("silent") << Reply::hang() << true << 504 << QByteArray("timeout_error");
    QTest::newRow("silent inside the head")
        << Reply::json(200, "{}").hangInHead(20) << true << 504 << QByteArray("timeout_error");
}

void ProxyTest::anUpstreamThatFailsIsAnErrorOfTheGateway()
{
    QFETCH(Reply, reply);
    QFETCH(bool, isThere);
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    m_fixture->start("[llm.timeouts]\nfirst_byte = \"300ms\"\n");
    m_fixture->provider().setDefaultReply(reply);
    if (!isThere) {
        m_fixture->provider().stopListening();
    }
    const kit::Answer answer
        = m_fixture->ask("POST", "/proxy/anthropic/v1/messages", {{"x-request-id", "mine-2"}}, "{}");
    QCOMPARE(answer.status, status);
    QCOMPARE(proxyErrorType(answer), type);
    QCOMPARE(answer.header("x-request-id"), QByteArray("mine-2"));
    QCOMPARE(answer.header("request-id"), QByteArray("mine-2"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("anthropic-proxy"));
    QVERIFY(answer.body.contains("anthropic-proxy"));
    QCOMPARE(m_fixture->requestCount(), isThere ? 1 : 0);
    QVERIFY(m_fixture->requestLine().contains("outcome=failed"));
    QVERIFY(m_fixture->attemptLine().contains("error=\""));
}

QTEST_GUILESS_MAIN(ProxyTest)
#include "tst_proxy.moc"

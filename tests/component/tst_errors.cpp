// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "gatewayfixture.h"

#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

QByteArray chatPath()
{
    return "/llm/v1/chat/completions";
}

struct Expected {
    int status = 0;
    QByteArray message; //!< a part of it
    QByteArray param;
    QByteArray code;
    QByteArray type = "invalid_request_error";
};

} // namespace

//! What the gateway refuses by itself, before any provider is asked.
class ErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aBodyOfTheWrongShapeNamesTheField_data();
    void aBodyOfTheWrongShapeNamesTheField();
    void anUnknownModelNamesTheNearest_data();
    void anUnknownModelNamesTheNearest();
    void pathAndMethodAreChecked_data();
    void pathAndMethodAreChecked();
    void contentTypesThatAreNotJsonAreRefused_data();
    void contentTypesThatAreNotJsonAreRefused();
    void contentTypesThatMeanJsonAreTaken_data();
    void contentTypesThatMeanJsonAreTaken();
    void aBodyThatIsTooLargeIsRefused_data();
    void aBodyThatIsTooLargeIsRefused();
    void aHeaderThatIsTooLargeIsRefused();
    void aProviderWithoutItsKeyIsAnAuthenticationError();
    void whatAProviderDoesNotOfferSaysWhatToDo();

private:
    void check(const kit::Answer &answer, const Expected &expected);

    std::unique_ptr<GatewayFixture> m_fixture;
};

void ErrorsTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
}

void ErrorsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void ErrorsTest::check(const kit::Answer &answer, const Expected &expected)
{
    const ErrorShape error = errorShape(answer.body);
    QVERIFY2(error.isWellFormed, answer.body.constData());
    QCOMPARE(answer.status, expected.status);
    QCOMPARE(answer.header("content-type"), QByteArray("application/json"));
    QVERIFY(!answer.header("x-request-id").isEmpty());
    QVERIFY2(error.message.contains(expected.message), error.message.constData());
    QCOMPARE(error.type, expected.type);
    QCOMPARE(error.code, expected.code);
    QCOMPARE(error.param, expected.param);
    QVERIFY(!answer.body.contains(GatewayFixture::key));
    QCOMPARE(m_fixture->modelRequestCount(), 0);
}

void ErrorsTest::aBodyOfTheWrongShapeNamesTheField_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("param");
    const auto row = [](const char *name, const QByteArray &body, const QByteArray &message,
                         const QByteArray &param = {}, const QByteArray &path = chatPath()) {
        QTest::newRow(name) << path << body << message << param;
    };
    row("empty", "", "empty");
    row("not JSON", "hello", "JSON");
    row("a form", "model=gpt&messages=hi", "JSON");
    row("cut", R"({"model":"up/renamed","messages":[)", "JSON");
    row("two values", R"({"model":"up/renamed","messages":[]}{})", "JSON");
    row("an array", R"([{"model":"up/renamed"}])", "JSON object");
    row("not UTF-8", "{\"model\":\"up/\xff\",\"messages\":[]}", "JSON");
    row("model missing", R"({"messages":[]})", "/model", "model");
    row("model empty", R"({"model":"","messages":[]})", "/model", "model");
    row("model a number", R"({"model":7,"messages":[]})", "/model", "model");
    row("model null", R"({"model":null,"messages":[]})", "/model", "model");
    row("messages missing", R"({"model":"up/renamed"})", "/messages", "messages");
    row("messages a string", R"({"model":"up/renamed","messages":"hi"})", "/messages", "messages");
    row("a message a string", R"({"model":"up/renamed","messages":[{"role":"user"},"hi"]})", "/messages/1",
        "messages[1]");
    row("stream a string", R"({"model":"up/renamed","messages":[],"stream":"yes"})", "/stream", "stream");
    row("input missing", R"({"model":"up/renamed"})", "/input", "input", "/v1/embeddings");
    row("prompt missing", R"({"model":"up/renamed"})", "/prompt", "prompt", "/v1/completions");
}

void ErrorsTest::aBodyOfTheWrongShapeNamesTheField()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, param);
    m_fixture->start();
    const auto client = m_fixture->connect();
    client->post(path, body, body.isEmpty() ? kit::Headers {{"Content-Length", "0"}} : kit::Headers {});
    QVERIFY(client->waitForAnswers());
    check(client->answer(), {.status = 400, .message = message, .param = param});
    QVERIFY(m_fixture->requestLine().contains("status=400 outcome=refused"));
    QVERIFY(m_fixture->events("attempt").isEmpty());
}

void ErrorsTest::anUnknownModelNamesTheNearest_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("bare, misspelt") << QByteArray("renamd") << QByteArray("up/renamed");
    QTest::newRow("an alias, misspelt") << QByteArray("fasst") << QByteArray("'fast'");
    QTest::newRow("provider misspelt") << QByteArray("upp/renamed") << QByteArray("up/renamed");
    QTest::newRow("filtered out") << QByteArray("up/zzz") << QByteArray("does not serve");
    QTest::newRow("nothing like it") << QByteArray("qqqqqqqqqqqqqqqqqqqq")
                                     << QByteArray("Ask for 'up/qqqqqqqqqqqqqqqqqqqq'");
}

void ErrorsTest::anUnknownModelNamesTheNearest()
{
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, message);
    m_fixture->start("[llm.aliases]\nfast = \"up/renamed\"\n", "model_filter = \"^gpt\"\n");
    for (const bool isStream : {false, true}) {
        const auto client = m_fixture->post(GatewayFixture::chat(isStream).replace("up/renamed", model));
        QVERIFY(client->waitForAnswers());
        check(client->answer(),
            {.status = 404, .message = message, .param = "model", .code = "model_not_found"});
    }
    const auto client = m_fixture->connect();
    client->request("GET", "/v1/models/" + model);
    QVERIFY(client->waitForAnswers());
    check(client->answer(), {.status = 404, .message = message, .param = "model", .code = "model_not_found"});
    QVERIFY(m_fixture->requestLine().contains("status=404 outcome=refused"));
}

void ErrorsTest::pathAndMethodAreChecked_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    const auto row
        = [](const QByteArray &method, const QByteArray &path, int status, const QByteArray &allow = {}) {
              QTest::newRow((method + ' ' + path).constData()) << method << path << status << allow;
          };
    row("GET", "/nothing", 404);
    row("POST", "/v1/nothing", 404);
    row("POST", "/v1/chat/completions/more", 404);
    row("GET", "/v1", 404);
    row("GET", "/v1/modelsandmore", 404);
    row("GET", "/../etc/passwd", 404);
    row("GET", chatPath(), 405, "POST");
    row("PUT", chatPath(), 405, "POST");
    row("DELETE", "/v1/embeddings", 405, "POST");
    row("POST", "/v1/models", 405, "GET, HEAD");
    row("DELETE", "/v1/models/up/renamed", 405, "GET, HEAD");
    row("POST", "/health", 405, "GET, HEAD");
    row("POST", "/", 405, "GET, HEAD");
}

void ErrorsTest::pathAndMethodAreChecked()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, allow);
    m_fixture->start();
    const auto client = m_fixture->connect();
    client->request(method, path, {{"Content-Type", "application/json"}}, method == "GET" ? "" : "{}");
    QVERIFY(client->waitForAnswers());
    check(client->answer(), {.status = status});
    QCOMPARE(client->answer().header("allow"), allow);
    QVERIFY(m_fixture->requestLine().contains("status=" + QByteArray::number(status) + " outcome=refused"));
}

void ErrorsTest::contentTypesThatAreNotJsonAreRefused_data()
{
    QTest::addColumn<QByteArray>("contentType");
    for (const char *type : {"text/plain", "application/x-www-form-urlencoded",
             "multipart/form-data; boundary=x", "application/jsonp", "text/plain; application/json"}) {
        QTest::newRow(type) << QByteArray(type);
    }
}

void ErrorsTest::contentTypesThatAreNotJsonAreRefused()
{
    QFETCH(QByteArray, contentType);
    m_fixture->start();
    const auto client = m_fixture->connect();
    client->request("POST", chatPath(), {{"Content-Type", contentType}}, GatewayFixture::chat(false));
    QVERIFY(client->waitForAnswers());
    check(client->answer(), {.status = 415, .message = "application/json"});
    QVERIFY(m_fixture->requestLine().contains("status=415 outcome=refused"));
}

void ErrorsTest::contentTypesThatMeanJsonAreTaken_data()
{
    QTest::addColumn<QByteArray>("contentType");
    for (const char *type :
        {"application/json", "application/json; charset=utf-8", "application/json;charset=UTF-8",
            "Application/JSON ; a=\"b\"", "application/vnd.api+json", ""}) {
        QTest::newRow(*type == '\0' ? "missing" : type) << QByteArray(type);
    }
}

void ErrorsTest::contentTypesThatMeanJsonAreTaken()
{
    QFETCH(QByteArray, contentType);
    m_fixture->start();
    m_fixture->provider.script(Reply::json(200, "{}"));
    const auto client = m_fixture->connect();
    client->request("POST", chatPath(),
        contentType.isEmpty() ? kit::Headers {} : kit::Headers {{"Content-Type", contentType}},
        GatewayFixture::chat(false));
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
    QCOMPARE(m_fixture->provider.received(0).header("content-type"), QByteArray("application/json"));
}

void ErrorsTest::aBodyThatIsTooLargeIsRefused_data()
{
    QTest::addColumn<bool>("isChunked");
    QTest::newRow("announced") << false;
    QTest::newRow("chunked") << true;
}

void ErrorsTest::aBodyThatIsTooLargeIsRefused()
{
    QFETCH(bool, isChunked);
    m_fixture->start({}, {}, "server.max_body_size = \"1KiB\"\n");
    const QByteArray small = GatewayFixture::chat(false);
    m_fixture->provider.setDefaultReply(Reply::json(200, "{}"));
    const auto exact = m_fixture->post(small + QByteArray(1024 - small.size(), ' '));
    QVERIFY(exact->waitForAnswers());
    QCOMPARE(exact->answer().status, 200);

    const QByteArray large = small + QByteArray(1025 - small.size(), ' ');
    const auto client = m_fixture->connect();
    if (isChunked) {
        client->send("POST " + chatPath()
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n401\r\n" + large + "\r\n0\r\n\r\n");
    } else {
        client->post(chatPath(), large);
    }
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 413);
    const ErrorShape error = errorShape(client->answer().body);
    QVERIFY2(error.isWellFormed, client->answer().body.constData());
    QCOMPARE(error.type, QByteArray("invalid_request_error"));
    QVERIFY(!client->answer().header("x-request-id").isEmpty());
    QCOMPARE(m_fixture->provider.requestCount(), 1);
    QTRY_COMPARE(m_fixture->events("request_refused").size(), 1);
    QVERIFY(m_fixture->events("request_refused").first().contains("status=413"));
}

void ErrorsTest::aHeaderThatIsTooLargeIsRefused()
{
    m_fixture->start();
    const auto client = m_fixture->connect();
    client->request("GET", "/v1/models", {{"X-Long", QByteArray(70'000, 'x')}});
    QVERIFY(client->waitForAnswers());
    check(client->answer(), {.status = 431});
    QTRY_COMPARE(m_fixture->events("request_refused").size(), 1);
}

void ErrorsTest::aProviderWithoutItsKeyIsAnAuthenticationError()
{
    m_fixture->startWith("[llm.providers.openai]\ntype = \"openai\"\n");
    const auto client = m_fixture->post(R"({"model":"openai/gpt-4o","messages":[]})");
    QVERIFY(client->waitForAnswers());
    check(client->answer(), {.status = 401, .message = "openai", .type = "authentication_error"});
    QCOMPARE(client->answer().header("x-nexus-provider"), QByteArray("openai"));
    QVERIFY(m_fixture->requestLine().contains("status=401 outcome=refused"));
}

void ErrorsTest::whatAProviderDoesNotOfferSaysWhatToDo()
{
    m_fixture->startWith(
        "[llm.providers.claude]\ntype = \"anthropic\"\napi_key = \"sk-secret-of-the-test\"\n");
    const auto client = m_fixture->connect();
    client->post("/v1/completions", R"({"model":"claude/opus","prompt":"a"})");
    client->post("/v1/embeddings", R"({"model":"claude/opus","input":"a"})");
    QVERIFY(client->waitForAnswers(2));
    check(client->answer(0), {.status = 400, .message = "chat/completions", .param = "model"});
    check(client->answer(1), {.status = 400, .message = "'claude' has no embeddings", .param = "model"});
}

QTEST_GUILESS_MAIN(ErrorsTest)
#include "tst_errors.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "clientcalls.h"

#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

constexpr auto chatPath = "/llm/v1/chat/completions";
constexpr auto messagesPath = "/llm/anthropic/v1/messages";

kit::Headers from(const QByteArray &origin)
{
    return {{"Origin", origin}};
}

bool hasEachHeaderOnce(const kit::Answer &answer)
{
    QSet<QByteArray> names;
    for (const auto &[name, value] : answer.headers) {
        names.insert(name.toLower());
    }
    return std::size_t(names.size()) == answer.headers.size();
}

} // namespace

//! What web pages may do: foreign ones nothing, local ones everything, others what the file says.
class BrowserAccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aForeignPageGetsNothing_data();
    void aForeignPageGetsNothing();
    void aLocalPageMayReadEverything_data();
    void aLocalPageMayReadEverything();
    void aLocalPageReadsAStream();
    void whatIsNoBrowserGetsNoHeadersForOne();
    void theFileLetsAForeignPageIn();
    void theFileMayLetAllPagesIn();
    void aRequestWithoutTheCsrfHeaderIsRefused_data();
    void aRequestWithoutTheCsrfHeaderIsRefused();
    void aForeignHostIsRefused_data();
    void aForeignHostIsRefused();
    void aHostOfTheMachineIsServed_data();
    void aHostOfTheMachineIsServed();
    void aPageThatReboundItsNameIsRefused();
    void theFileNamesTheHosts();
    void theFileMaySwitchTheHostCheckOff();
    void http10NeedsNoHost();

private:
    [[nodiscard]] kit::Answer preflight(const QByteArray &path, const QByteArray &origin,
        const QByteArray &wanted = "content-type, authorization") const;
    [[nodiscard]] int statusFor(const QByteArray &host) const
    {
        return get(*m_fixture, "/llm/v1/models", {{"Host", host}}).status;
    }

    std::unique_ptr<GatewayFixture> m_fixture;
};

void BrowserAccessTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
    m_fixture->provider.setDefaultReply(completion());
}

void BrowserAccessTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

kit::Answer BrowserAccessTest::preflight(
    const QByteArray &path, const QByteArray &origin, const QByteArray &wanted) const
{
    return ask(*m_fixture, "OPTIONS", path,
        {{"Origin", origin}, {"Access-Control-Request-Method", "POST"},
            {"Access-Control-Request-Headers", wanted}});
}

void BrowserAccessTest::aForeignPageGetsNothing_data()
{
    QTest::addColumn<QByteArray>("origin");
    for (const char *origin :
        {"https://evil.example", "null", "http://localhost.evil.example", "https://127.0.0.1.evil.example",
            "http://localhost@evil.example", "file://", "chrome-extension://abcdef", "http://192.168.0.7"}) {
        QTest::newRow(origin) << QByteArray(origin);
    }
}

void BrowserAccessTest::aForeignPageGetsNothing()
{
    QFETCH(QByteArray, origin);
    m_fixture->start();
    const std::vector<kit::Answer> answers {post(*m_fixture, chatPath, chatFor("up/renamed"), from(origin)),
        get(*m_fixture, "/llm/v1/models", from(origin)), get(*m_fixture, "/health", from(origin)),
        get(*m_fixture, "/", from(origin)), get(*m_fixture, "/nowhere", from(origin)),
        preflight(chatPath, origin)};
    for (const kit::Answer &answer : answers) {
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.header("access-control-allow-origin"), QByteArray());
        const ErrorShape error = errorShape(answer.body);
        QVERIFY(error.isWellFormed);
        QCOMPARE(error.code, QByteArray("origin_not_allowed"));
        QVERIFY(error.message.contains(origin) && error.message.contains("server.cors.allow_origins"));
    }
    const kit::Answer anthropic = askMessages(*m_fixture, from(origin));
    QCOMPARE(anthropic.status, 403);
    QCOMPARE(anthropicErrorType(anthropic.body), QByteArray("permission_error"));
    QCOMPARE(m_fixture->provider.requestCount(), 0);
    QTRY_COMPARE(m_fixture->events("request").join().count("status=403 outcome=refused"), 7);
}

void BrowserAccessTest::aLocalPageMayReadEverything_data()
{
    QTest::addColumn<QByteArray>("origin");
    for (const char *origin : {"http://localhost:3000", "https://localhost", "http://127.0.0.1:5173",
             "http://app.localhost:8080", "http://[::1]:8080", "app://-", "tauri://localhost",
             "http://tauri.localhost", "vscode-webview://0a1b"}) {
        QTest::newRow(origin) << QByteArray(origin);
    }
}

void BrowserAccessTest::aLocalPageMayReadEverything()
{
    QFETCH(QByteArray, origin);
    m_fixture->start();
    m_fixture->provider.setHandler([](const kit::ReceivedRequest &request) {
        if (request.method == "GET") {
            return modelListOf({"m"});
        }
        return request.body.contains("teapot") ? Reply::json(400, R"({"error":{"message":"No tea."}})")
                                               : completion();
    });
    const std::vector<std::pair<int, kit::Answer>> answers {{200, askChat(*m_fixture, from(origin))},
        {200, askMessages(*m_fixture, from(origin))}, {200, get(*m_fixture, "/llm/v1/models", from(origin))},
        {200, get(*m_fixture, "/health", from(origin))},
        {400, askChat(*m_fixture, from(origin), "up/teapot")},
        {404, askChat(*m_fixture, from(origin), "nobody-has-this")},
        {400, post(*m_fixture, chatPath, "{", from(origin))},
        {404, get(*m_fixture, "/nowhere", from(origin))},
        {405, ask(*m_fixture, "DELETE", chatPath, from(origin))}};
    for (const auto &[status, answer] : answers) {
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("access-control-allow-origin"), origin);
        QCOMPARE(answer.header("access-control-expose-headers"), QByteArray("*"));
        QVERIFY(answer.header("vary").contains("Origin"));
        QCOMPARE(answer.header("access-control-allow-credentials"), QByteArray());
    }
    for (const char *path : {chatPath, messagesPath, "/llm/v1/models"}) {
        const kit::Answer answer = preflight(path, origin);
        QCOMPARE(answer.status, 204);
        QVERIFY(answer.body.isEmpty());
        QCOMPARE(answer.header("access-control-allow-origin"), origin);
        QCOMPARE(answer.header("access-control-allow-methods"), QByteArray("POST"));
        QCOMPARE(answer.header("access-control-allow-headers"), QByteArray("content-type, authorization"));
        QCOMPARE(answer.header("access-control-max-age"), QByteArray("600"));
    }
    for (const kit::ReceivedRequest &request : m_fixture->provider.received()) {
        QCOMPARE(request.header("origin"), QByteArray());
    }
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=answered"));
}

void BrowserAccessTest::aLocalPageReadsAStream()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::sse({chunkOf("real-name", "one", "stop"), "[DONE]"}));
    m_fixture->provider.script(Reply::json(500, "{}"));
    const auto client = m_fixture->connect();
    client->post(chatPath, GatewayFixture::chat(true), from("http://localhost:3000"));
    QVERIFY(client->waitForAnswers());
    QVERIFY(client->answer().body.contains("[DONE]"));
    QCOMPARE(client->answer().header("access-control-allow-origin"), QByteArray("http://localhost:3000"));
    QVERIFY(hasEachHeaderOnce(client->answer()));
    client->post(chatPath, GatewayFixture::chat(true), from("http://localhost:3000"));
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->answer(1).status, 502);
    QCOMPARE(client->answer(1).header("access-control-allow-origin"), QByteArray("http://localhost:3000"));
}

void BrowserAccessTest::whatIsNoBrowserGetsNoHeadersForOne()
{
    m_fixture->start();
    const kit::Answer answer = askChat(*m_fixture);
    QCOMPARE(answer.status, 200);
    QVERIFY(!kit::hasHeader(answer.headers, "access-control-allow-origin"));
    QVERIFY(!kit::hasHeader(answer.headers, "vary"));
    // No preflight either: nothing answers OPTIONS here.
    QCOMPARE(ask(*m_fixture, "OPTIONS", chatPath).status, 405);
}

void BrowserAccessTest::theFileLetsAForeignPageIn()
{
    m_fixture->start("[server.cors]\nallow_origins = [\"https://app.example.com\", "
                     "\"https://*.preview.example.com\"]\nallow_methods = [\"POST\"]\n"
                     "allow_headers = [\"content-type\", \"x-one\"]\nexpose_headers = [\"x-request-id\"]\n"
                     "max_age = 60\nallow_credentials = true\nallow_private_network = true\n");
    for (const char *origin : {"https://app.example.com", "https://pr-7.preview.example.com"}) {
        const kit::Answer answer = askChat(*m_fixture, from(origin));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("access-control-allow-origin"), QByteArray(origin));
        QCOMPARE(answer.header("access-control-allow-credentials"), QByteArray("true"));
        QCOMPARE(answer.header("access-control-expose-headers"), QByteArray("x-request-id"));
        QVERIFY(!kit::hasHeader(answer.headers, "access-control-allow-methods"));
    }
    const kit::Answer granted = ask(*m_fixture, "OPTIONS", messagesPath,
        {{"Origin", "https://app.example.com"}, {"Access-Control-Request-Method", "POST"},
            {"Access-Control-Request-Private-Network", "true"}});
    QCOMPARE(granted.status, 204);
    QCOMPARE(granted.header("access-control-allow-methods"), QByteArray("POST, OPTIONS"));
    QCOMPARE(granted.header("access-control-allow-headers"), QByteArray("content-type, x-one"));
    QCOMPARE(granted.header("access-control-max-age"), QByteArray("60"));
    QCOMPARE(granted.header("access-control-allow-private-network"), QByteArray("true"));

    for (const char *origin : {"https://app.example.com.evil.example", "http://app.example.com",
             "https://app.example.com:8443", "https://preview.example.com"}) {
        QCOMPARE(askChat(*m_fixture, from(origin)).status, 403);
        QCOMPARE(preflight(chatPath, origin).status, 403);
    }
    QCOMPARE(m_fixture->modelRequestCount(), 2);
    // Served, as before, but the file alone says who may read.
    const kit::Answer local = askChat(*m_fixture, from("http://localhost:3000"));
    QCOMPARE(local.status, 200);
    QVERIFY(!kit::hasHeader(local.headers, "access-control-allow-origin"));
}

void BrowserAccessTest::theFileMayLetAllPagesIn()
{
    m_fixture->start("[server.cors]\nallow_origins = \"*\"\nallow_headers = \"*\"\n");
    const kit::Answer answer = askChat(*m_fixture, from("https://anybody.example"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("access-control-allow-origin"), QByteArray("*"));
    QVERIFY(!kit::hasHeader(answer.headers, "access-control-allow-credentials"));
    const kit::Answer granted = preflight(chatPath, "null");
    QCOMPARE(granted.status, 204);
    QCOMPARE(granted.header("access-control-allow-origin"), QByteArray("*"));
    QVERIFY(!kit::hasHeader(granted.headers, "access-control-allow-methods"));
}

void BrowserAccessTest::aRequestWithoutTheCsrfHeaderIsRefused_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("its own name") << QByteArray() << QByteArray("x-nexus-csrf-protection");
    QTest::newRow("a name of the file") << QByteArray("header_name = \"X-Mine\"\n") << QByteArray("X-MINE");
}

void BrowserAccessTest::aRequestWithoutTheCsrfHeaderIsRefused()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, header);
    m_fixture->start("[server.csrf]\nenabled = true\n" + config);
    const kit::Answer refused = askChat(*m_fixture);
    QCOMPARE(refused.status, 403);
    QVERIFY(errorShape(refused.body).isWellFormed);
    QVERIFY(errorShape(refused.body).message.toLower().contains(header.toLower()));
    QCOMPARE(anthropicErrorType(askMessages(*m_fixture).body), QByteArray("permission_error"));
    QCOMPARE(get(*m_fixture, "/health").status, 403);
    QCOMPARE(get(*m_fixture, "/nowhere").status, 403);
    QCOMPARE(m_fixture->provider.requestCount(), 0);

    QCOMPARE(askChat(*m_fixture, {{header, "1"}}).status, 200);
    QCOMPARE(askMessages(*m_fixture, {{header, ""}}).status, 200);
    QCOMPARE(get(*m_fixture, "/health", {{header, "1"}}).status, 200);
    QCOMPARE(get(*m_fixture, "/nowhere", {{header, "1"}}).status, 404);
    // A browser asks first, and cannot send the header along with the question.
    QCOMPARE(preflight(chatPath, "http://localhost:3000", header).status, 204);
    const kit::Answer page = askChat(*m_fixture, from("http://localhost:3000"));
    QCOMPARE(page.status, 403);
    QCOMPARE(page.header("access-control-allow-origin"), QByteArray("http://localhost:3000"));
}

void BrowserAccessTest::aForeignHostIsRefused_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    for (const char *host : {"evil.example", "evil.example:8000", "localhost.evil.example", "192.168.0.7",
             "127.0.0.1.nip.io", "0.0.0.0", "[2001:db8::1]", "[::1"}) {
        QTest::newRow(host) << QByteArray(host) << 403;
    }
    // No names at all.
    for (const char *host : {"localhost@evil.example", "localhost/"}) {
        QTest::newRow(host) << QByteArray(host) << 400;
    }
}

void BrowserAccessTest::aForeignHostIsRefused()
{
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    m_fixture->start();
    for (const char *path : {"/llm/v1/models", "/health", "/", "/nowhere"}) {
        const kit::Answer answer = get(*m_fixture, path, {{"Host", host}});
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.body.contains("up/renamed"));
    }
    QCOMPARE(askMessages(*m_fixture, {{"Host", host}}).status, status);
    QCOMPARE(m_fixture->provider.requestCount(), 0);
}

void BrowserAccessTest::aHostOfTheMachineIsServed_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *host : {"localhost", "LOCALHOST:8000", "localhost.", "nexus.localhost", "127.0.0.1",
             "127.1.2.3:9", "[::1]:8000", "host.docker.internal:8000"}) {
        QTest::newRow(host) << QByteArray(host);
    }
}

void BrowserAccessTest::aHostOfTheMachineIsServed()
{
    QFETCH(QByteArray, host);
    m_fixture->start();
    QCOMPARE(statusFor(host), 200);
    QCOMPARE(askChat(*m_fixture, {{"Host", host}}).status, 200);
}

// Its name leads here by now, so the browser takes the gateway for the page's own server.
void BrowserAccessTest::aPageThatReboundItsNameIsRefused()
{
    m_fixture->start();
    const QByteArray host = "rebound.evil.example:" + QByteArray::number(m_fixture->gateway->port());
    const kit::Answer read = get(*m_fixture, "/llm/v1/models", {{"Host", host}});
    QCOMPARE(read.status, 403);
    QCOMPARE(errorShape(read.body).code, QByteArray("host_not_allowed"));
    QVERIFY(errorShape(read.body).message.contains("server.allowed_hosts"));
    const kit::Answer spend = askChat(*m_fixture, {{"Host", host}, {"Origin", "http://" + host}});
    QCOMPARE(spend.status, 403);
    QCOMPARE(errorShape(spend.body).code, QByteArray("host_not_allowed"));
    QCOMPARE(spend.header("access-control-allow-origin"), QByteArray());
    QCOMPARE(m_fixture->provider.requestCount(), 0);
    QVERIFY(m_fixture->requestLine(1).contains("status=403 outcome=refused"));
}

void BrowserAccessTest::theFileNamesTheHosts()
{
    m_fixture->start({}, {}, "server.allowed_hosts = [\"gw.example.com\", \"*.lan.example.com:8443\"]\n");
    QCOMPARE(statusFor("gw.example.com:1234"), 200);
    QCOMPARE(statusFor("GW.example.com."), 200);
    QCOMPARE(statusFor("a.b.lan.example.com:8443"), 200);
    QCOMPARE(statusFor("a.lan.example.com:80"), 403);
    QCOMPARE(statusFor("lan.example.com:8443"), 403);
    QCOMPARE(statusFor("x.gw.example.com"), 403);
    QCOMPARE(statusFor("localhost"), 403);
    QCOMPARE(statusFor("127.0.0.1"), 200);
    // The page of that very host is no stranger to it.
    const kit::Answer own
        = askChat(*m_fixture, {{"Host", "gw.example.com:1234"}, {"Origin", "http://gw.example.com:1234"}});
    QCOMPARE(own.status, 200);
    QCOMPARE(own.header("access-control-allow-origin"), QByteArray("http://gw.example.com:1234"));
}

void BrowserAccessTest::theFileMaySwitchTheHostCheckOff()
{
    m_fixture->start({}, {}, "server.allowed_hosts = [\"*\"]\n");
    QCOMPARE(statusFor("anything.example"), 200);
}

void BrowserAccessTest::http10NeedsNoHost()
{
    m_fixture->start();
    const auto client = m_fixture->connect();
    client->send("GET /health HTTP/1.0\r\n\r\n");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
    const QByteArray body = chatFor("up/renamed");
    const auto chat = m_fixture->connect();
    chat->send("POST /llm/v1/chat/completions HTTP/1.0\r\nContent-Type: application/json\r\n"
               "Content-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QVERIFY(chat->waitForAnswers());
    QCOMPARE(chat->answer().status, 200);
    QVERIFY(chat->answer().body.contains("hello"));
    const auto foreign = m_fixture->connect();
    foreign->send("GET /llm/v1/models HTTP/1.0\r\nOrigin: https://evil.example\r\n\r\n");
    QVERIFY(foreign->waitForAnswers());
    QCOMPARE(foreign->answer().status, 403);
}

QTEST_GUILESS_MAIN(BrowserAccessTest)
#include "tst_browseraccess.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "clientcalls.h"

#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

int countOf(const kit::ReceivedRequest &request, const QByteArray &name)
{
    return static_cast<int>(std::ranges::count_if(request.headers,
        [&name](const auto &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; }));
}

} // namespace

//! Which headers a provider gets: the rules of the file and the keys that clients bring along.
class ProviderHeadersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void withoutRulesNothingOfTheClientGoesOn();
    void rulesApplyInTheirOrder();
    void rulesOfAModelComeLast();
    void noPatternTakesACredentialAlong();
    void rulesSayNothingAboutFraming();
    void anInsertedKeyTakesThePlaceOfTheOwn();
    void rulesHoldForStreamsAndBothDialects();
    void aForwardedKeyWins_data();
    void aForwardedKeyWins();
    void aKeyIsForwardedOnlyWhereTheFileSaysSo();
    void withoutAnyKeyNothingIsSent_data();
    void withoutAnyKeyNothingIsSent();
    void aForwardedKeyThatIsRefusedIsTheClientsOwnMatter();

private:
    [[nodiscard]] kit::ReceivedRequest received(int index = 0) const
    {
        return m_fixture->provider.received(index);
    }
    // A provider of that type without a model of its own.
    void startType(const QByteArray &type, const QByteArray &inProvider)
    {
        m_fixture->startWith("[llm.providers.up]\ntype = \"" + type
            + "\"\nbase_url = \"@BASE@\"\nretries.max_attempts = 1\n" + inProvider);
    }

    std::unique_ptr<GatewayFixture> m_fixture;
};

void ProviderHeadersTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
    m_fixture->provider.setDefaultReply(completion());
}

void ProviderHeadersTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    QVERIFY(!m_fixture->logLines().join().contains("sk-of-the-client"));
    m_fixture.reset();
}

void ProviderHeadersTest::withoutRulesNothingOfTheClientGoesOn()
{
    m_fixture->start();
    const kit::Headers headers {{"Authorization", "Bearer my-editor"}, {"Cookie", "a=b"}, {"X-Trace", "1"},
        {"x-api-key", "k"}, {"User-Agent", "editor/1"}, {"Origin", "http://localhost:1"},
        {"X-Forwarded-For", "1.2.3.4"}, {"Accept-Language", "de"}, {"openai-organization", "org"}};
    QCOMPARE(askChat(*m_fixture, headers).status, 200);
    QCOMPARE(received().header("authorization"), QByteArray("Bearer ") + GatewayFixture::key);
    for (const char *name : {"cookie", "x-trace", "x-api-key", "origin", "x-forwarded-for",
             "openai-organization", "x-request-id"}) {
        QVERIFY2(countOf(received(), name) == 0, name);
    }
    QVERIFY(!received().header("user-agent").contains("editor"));
    QVERIFY(received().header("accept-language") != "de"); // Qt says one of its own
}

void ProviderHeadersTest::rulesApplyInTheirOrder()
{
    m_fixture->start({}, R"(
headers = [
    { rule = "forward", name = "X-Trace", rename = "X-Upstream-Trace", default = "none" },
    { rule = "forward", pattern = "^x-tag-" },
    { rule = "remove", name = "X-Tag-Secret" },
    { rule = "insert", name = "X-Team", value = "red" },
    { rule = "rename_duplicate", name = "X-Session", rename = "X-Conversation" },
    { rule = "insert", name = "X-Team", value = "blue" },
]
)");
    QCOMPARE(askChat(*m_fixture,
                 {{"x-trace", "t1"}, {"X-TAG-one", "1"}, {"x-tag-secret", "s"}, {"x-session", "9"},
                     {"X-Other", "o"}})
                 .status,
        200);
    QCOMPARE(received().header("x-upstream-trace"), QByteArray("t1"));
    QCOMPARE(countOf(received(), "x-trace"), 0);
    QCOMPARE(received().header("x-tag-one"), QByteArray("1"));
    QCOMPARE(countOf(received(), "x-tag-secret"), 0);
    QCOMPARE(received().header("x-team"), QByteArray("blue"));
    QCOMPARE(countOf(received(), "x-team"), 1);
    QCOMPARE(received().header("x-session"), QByteArray("9"));
    QCOMPARE(received().header("x-conversation"), QByteArray("9"));
    QCOMPARE(countOf(received(), "x-other"), 0);

    QCOMPARE(askChat(*m_fixture).status, 200);
    QCOMPARE(received(1).header("x-upstream-trace"), QByteArray("none"));
    QCOMPARE(countOf(received(1), "x-session"), 0);
}

void ProviderHeadersTest::rulesOfAModelComeLast()
{
    m_fixture->start("[[llm.providers.up.models.renamed.headers]]\nrule = \"remove\"\nname = \"X-Team\"\n"
                     "[[llm.providers.up.models.renamed.headers]]\nrule = \"insert\"\nname = \"X-Model\"\n"
                     "value = \"renamed\"\n",
        "headers = [{ rule = \"insert\", name = \"X-Team\", value = \"red\" }]\n");
    QCOMPARE(askChat(*m_fixture).status, 200);
    QCOMPARE(countOf(received(0), "x-team"), 0);
    QCOMPARE(received(0).header("x-model"), QByteArray("renamed"));
    QCOMPARE(askChat(*m_fixture, {}, "up/other").status, 200);
    QCOMPARE(received(1).header("x-team"), QByteArray("red"));
    QCOMPARE(countOf(received(1), "x-model"), 0);
}

void ProviderHeadersTest::noPatternTakesACredentialAlong()
{
    m_fixture->start({}, "headers = [{ rule = \"forward\", pattern = \".*\" }]\n");
    const kit::Headers headers {{"Authorization", "Bearer my-editor"}, {"Proxy-Authorization", "Bearer p"},
        {"Cookie", "a=b"}, {"x-api-key", "sk-of-the-client"}, {"X-Provider-API-Key", "sk-of-the-client"},
        {"x-goog-api-key", "sk-of-the-client"}, {"api-key", "sk-of-the-client"}, {"X-Fine", "yes"},
        {"Accept-Encoding", "br"}, {"Connection", "keep-alive, x-hop"}, {"X-Hop", "1"}};
    QCOMPARE(askChat(*m_fixture, headers).status, 200);
    QCOMPARE(received().header("x-fine"), QByteArray("yes"));
    QCOMPARE(received().header("authorization"), QByteArray("Bearer ") + GatewayFixture::key);
    QCOMPARE(countOf(received(), "authorization"), 1);
    for (const char *name : {"cookie", "x-api-key", "x-provider-api-key", "x-goog-api-key", "api-key",
             "proxy-authorization", "x-hop"}) {
        QVERIFY2(countOf(received(), name) == 0, name);
    }
    QVERIFY(received().header("accept-encoding") != "br");
    QCOMPARE(countOf(received(), "host"), 1);
    QCOMPARE(countOf(received(), "content-length"), 1);
    QCOMPARE(received().header("content-type"), QByteArray("application/json"));
}

void ProviderHeadersTest::rulesSayNothingAboutFraming()
{
    m_fixture->start({}, R"(
headers = [
    { rule = "insert", name = "Content-Length", value = "1" },
    { rule = "insert", name = "Transfer-Encoding", value = "chunked" },
    { rule = "insert", name = "Host", value = "evil.example" },
]
)");
    QCOMPARE(askChat(*m_fixture).status, 200);
    QVERIFY(received().body.contains("real-name"));
    QCOMPARE(countOf(received(), "transfer-encoding"), 0);
    QVERIFY(received().header("host").startsWith("127.0.0.1"));
}

void ProviderHeadersTest::anInsertedKeyTakesThePlaceOfTheOwn()
{
    m_fixture->start(
        {}, "headers = [{ rule = \"insert\", name = \"authorization\", value = \"Token of-the-file\" }]\n");
    QCOMPARE(askChat(*m_fixture).status, 200);
    QCOMPARE(countOf(received(), "authorization"), 1);
    QCOMPARE(received().header("authorization"), QByteArray("Token of-the-file"));
}

void ProviderHeadersTest::rulesHoldForStreamsAndBothDialects()
{
    m_fixture->start({}, "headers = [{ rule = \"forward\", name = \"X-Trace\" }]\n");
    QCOMPARE(askMessages(*m_fixture, {{"X-Trace", "a"}}).status, 200);
    m_fixture->provider.script(Reply::sse({chunkOf("real-name", "one", "stop"), "[DONE]"}));
    const kit::Answer stream
        = post(*m_fixture, "/llm/v1/chat/completions", GatewayFixture::chat(true), {{"X-Trace", "b"}});
    QVERIFY(stream.body.contains("[DONE]"));
    QCOMPARE(received(0).header("x-trace"), QByteArray("a"));
    QCOMPARE(received(1).header("x-trace"), QByteArray("b"));
}

void ProviderHeadersTest::aForwardedKeyWins_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("prefix");
    QTest::newRow("openai") << QByteArray("openai") << QByteArray("authorization") << QByteArray("Bearer ");
    QTest::newRow("anthropic") << QByteArray("anthropic") << QByteArray("x-api-key") << QByteArray();
    QTest::newRow("google") << QByteArray("google") << QByteArray("x-goog-api-key") << QByteArray();
}

void ProviderHeadersTest::aForwardedKeyWins()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, prefix);
    startType(type, "forward_token = true\napi_key = \"" + QByteArray(GatewayFixture::key) + "\"\n");
    m_fixture->provider.setDefaultReply(Reply::json(400, R"({"error":{"message":"Not today."}})"));
    const kit::Headers own {{"X-Provider-API-Key", "sk-of-the-client"}};
    QCOMPARE(askChat(*m_fixture, own, "up/m").status, 400);
    QCOMPARE(askMessages(*m_fixture, own, "up/m").status, 400);
    QCOMPARE(askChat(*m_fixture, {}, "up/m").status, 400);
    QCOMPARE(askChat(*m_fixture, {{"X-Provider-API-Key", ""}}, "up/m").status, 400);
    QCOMPARE(m_fixture->provider.requestCount(), 4);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(received(i).header(header),
            prefix + (i < 2 ? QByteArray("sk-of-the-client") : QByteArray(GatewayFixture::key)));
        QCOMPARE(countOf(received(i), "x-provider-api-key"), 0);
    }
}

void ProviderHeadersTest::aKeyIsForwardedOnlyWhereTheFileSaysSo()
{
    m_fixture->start();
    QCOMPARE(askChat(*m_fixture, {{"X-Provider-API-Key", "sk-of-the-client"}}).status, 200);
    QCOMPARE(received().header("authorization"), QByteArray("Bearer ") + GatewayFixture::key);
    for (const auto &[name, value] : received().headers) {
        QVERIFY2(!value.contains("sk-of-the-client"), name.constData());
    }
}

void ProviderHeadersTest::withoutAnyKeyNothingIsSent_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("openai") << QByteArray("openai");
    QTest::newRow("anthropic") << QByteArray("anthropic");
    QTest::newRow("google") << QByteArray("google");
}

// A provider that takes the clients' keys has to get one; with an OpenAI base URL of one's own that is not a
// matter of course.
void ProviderHeadersTest::withoutAnyKeyNothingIsSent()
{
    QFETCH(QByteArray, type);
    startType(type, "forward_token = true\n");
    const kit::Answer answer = askChat(*m_fixture, {}, "up/m");
    QCOMPARE(answer.status, 401);
    QCOMPARE(errorShape(answer.body).type, QByteArray("authentication_error"));
    QVERIFY(errorShape(answer.body).message.contains("X-Provider-API-Key"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("up"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("0"));
    const kit::Answer anthropic = askMessages(*m_fixture, {}, "up/m");
    QCOMPARE(anthropic.status, 401);
    QCOMPARE(anthropicErrorType(anthropic.body), QByteArray("authentication_error"));
    QCOMPARE(m_fixture->provider.requestCount(), 0);
    QVERIFY(m_fixture->requestLine(1).contains("status=401 outcome=refused"));
}

// The provider's own key does not rest for it, and the next client is served.
void ProviderHeadersTest::aForwardedKeyThatIsRefusedIsTheClientsOwnMatter()
{
    startType("openai", "forward_token = true\napi_key = \"" + QByteArray(GatewayFixture::key) + "\"\n");
    m_fixture->provider.setHandler([](const kit::ReceivedRequest &request) {
        return request.header("authorization").contains(GatewayFixture::key)
            ? completion()
            : Reply::json(401, R"({"error":{"message":"Incorrect API key: sk-of-the-client"}})");
    });
    for (int i = 0; i < 3; ++i) {
        const kit::Answer refused = askChat(*m_fixture, {{"X-Provider-API-Key", "sk-of-the-client"}}, "up/m");
        QCOMPARE(refused.status, 401);
        QVERIFY(!refused.body.contains("sk-of-the-client"));
        QCOMPARE(askChat(*m_fixture, {}, "up/m").status, 200);
    }
    QCOMPARE(m_fixture->modelRequestCount(), 6);
}

QTEST_GUILESS_MAIN(ProviderHeadersTest)
#include "tst_providerheaders.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "clientcalls.h"

#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

//! What the gateway takes for `hi` before the provider counts: one token, and four for the message.
constexpr int estimate = 5;

kit::Headers of(const QByteArray &client, const QByteArray &group = {})
{
    kit::Headers headers {{"X-Client", client}};
    if (!group.isEmpty()) {
        headers.emplace_back("X-Group", group);
    }
    return headers;
}

int left(const kit::Answer &answer)
{
    const QByteArray value = answer.header("x-ratelimit-remaining-tokens");
    return value.isEmpty() ? -1 : value.toInt();
}

QByteArray perUser(const QByteArray &path, int limit)
{
    return '[' + path + ".rate_limits.per_user]\ninput_token_limit = " + QByteArray::number(limit)
        + "\ninterval = \"1h\"\n";
}

QByteArray identification()
{
    return "[server.client_identification]\nenabled = true\nclient_id = { http_header = \"X-Client\" }\n"
           "group_id = { http_header = \"X-Group\" }\n"
           "[server.client_identification.validation]\ngroup_values = [\"free\", \"paid\", \"none\"]\n";
}

} // namespace

//! Limits on the input tokens of each client.
class TokenLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theEstimateIsTakenAndTheCountSettled_data();
    void theEstimateIsTakenAndTheCountSettled();
    void aStreamIsSettledToo();
    void aFailedCallGivesTheEstimateBack_data();
    void aFailedCallGivesTheEstimateBack();
    void aClientThatLeavesBeforeTheAnswerGetsTheEstimateBack();
    void aRefusalComesBeforeAnyCall();
    void whatNeverFitsIsToldSo();
    void clientsDoNotShare();
    void theGroupChoosesTheLimitAndNotTheCount();
    void theModelsLimitGoesBeforeTheProviders();
    void oneLimitHoldsForAllModelsOfAProvider();
    void anAliasIsHeldAgainstItsTargets();
    void cachedAnswersUseNothing();
    void countingTokensUsesNothing();
    void requestsAndTokensAreToldTogether();
    void simultaneousRequestsNeverExceedTheLimit();

private:
    void start(const QByteArray &limits, const QByteArray &more = {})
    {
        m_fixture->start(limits + identification() + more);
    }
    void startWithLimit(int limit) { start(perUser("llm.providers.up", limit)); }
    [[nodiscard]] kit::Answer chat(const kit::Headers &headers, const QByteArray &model = "up/renamed") const
    {
        return askChat(*m_fixture, headers, model);
    }

    std::unique_ptr<GatewayFixture> m_fixture;
};

void TokenLimitsTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
    m_fixture->provider.setDefaultReply(completion(estimate));
}

void TokenLimitsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void TokenLimitsTest::theEstimateIsTakenAndTheCountSettled_data()
{
    QTest::addColumn<int>("counted");
    QTest::newRow("more than estimated") << 40;
    QTest::newRow("less") << 2;
    QTest::newRow("the same") << estimate;
}

void TokenLimitsTest::theEstimateIsTakenAndTheCountSettled()
{
    QFETCH(int, counted);
    startWithLimit(100);
    m_fixture->provider.script(completion(counted));
    m_fixture->provider.script(completion(counted));
    const kit::Answer first = chat(of("ann"));
    QCOMPARE(first.status, 200);
    QCOMPARE(first.header("x-ratelimit-limit-tokens"), QByteArray("100"));
    QCOMPARE(left(first), 100 - estimate);
    QVERIFY(!kit::hasHeader(first.headers, "x-ratelimit-limit-requests"));
    QCOMPARE(left(askMessages(*m_fixture, of("ann"))), 100 - counted - estimate);
    QCOMPARE(left(chat(of("ann"))), 100 - 2 * counted - estimate);
    QVERIFY(m_fixture->requestLine().contains(" tokens_in=" + QByteArray::number(counted) + ' '));
    QVERIFY(m_fixture->requestLine().contains(" client=ann "));
}

void TokenLimitsTest::aStreamIsSettledToo()
{
    startWithLimit(100);
    const QByteArray usage
        = R"({"id":"c1","model":"real-name","choices":[],"usage":{"prompt_tokens":30,"completion_tokens":1,)"
          R"("total_tokens":31}})";
    m_fixture->provider.script(Reply::sse({chunkOf("real-name", "one", "stop"), usage, "[DONE]"}));
    const kit::Answer stream
        = post(*m_fixture, "/llm/v1/chat/completions", GatewayFixture::chat(true), of("ann"));
    QVERIFY(stream.body.contains("[DONE]"));
    QCOMPARE(left(stream), 100 - estimate);
    QCOMPARE(left(chat(of("ann"))), 100 - 30 - estimate);
}

void TokenLimitsTest::aFailedCallGivesTheEstimateBack_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::newRow("500") << Reply::json(500, "{}");
    QTest::newRow("400") << Reply::json(400, R"({"error":{"message":"No."}})");
    QTest::newRow("429") << Reply::json(429, R"({"error":{"message":"Slowly."}})");
    QTest::newRow("closed") << Reply::closeAtOnce();
    QTest::newRow("no JSON") << Reply::html(200, "<html>");
}

void TokenLimitsTest::aFailedCallGivesTheEstimateBack()
{
    QFETCH(Reply, reply);
    startWithLimit(100);
    m_fixture->provider.setDefaultReply(reply);
    const kit::Answer failed = chat(of("ann"));
    QVERIFY(failed.status >= 400);
    QCOMPARE(left(failed), 100 - estimate);
    QVERIFY(m_fixture->requestLine().contains("outcome=failed"));
    m_fixture->provider.setDefaultReply(completion(estimate));
    QCOMPARE(left(chat(of("ann"))), 100 - estimate);
    QCOMPARE(left(chat(of("ann"))), 100 - 2 * estimate);
}

void TokenLimitsTest::aClientThatLeavesBeforeTheAnswerGetsTheEstimateBack()
{
    startWithLimit(100);
    m_fixture->provider.script(Reply::hang());
    const auto client = startChats(*m_fixture, 1, of("ann"));
    QTRY_COMPARE(m_fixture->modelRequestCount(), 1);
    client.front()->reset();
    QVERIFY(m_fixture->requestLine().contains("outcome=client_gone"));
    QCOMPARE(left(chat(of("ann"))), 100 - estimate);
}

void TokenLimitsTest::aRefusalComesBeforeAnyCall()
{
    startWithLimit(2 * estimate);
    QCOMPARE(chat(of("ann")).status, 200);
    QCOMPARE(left(chat(of("ann"))), 0);
    const kit::Answer refused = chat(of("ann"));
    QCOMPARE(refused.status, 429);
    const ErrorShape error = errorShape(refused.body);
    QCOMPARE(error.type, QByteArray("rate_limit_error"));
    QCOMPARE(error.code, QByteArray("rate_limit_exceeded"));
    QVERIFY(error.message.contains("input tokens for the models of 'up'"));
    QVERIFY(refused.header("retry-after").toInt() > 3500);
    QCOMPARE(left(refused), 0);
    QCOMPARE(refused.header("x-nexus-provider"), QByteArray("up"));
    QCOMPARE(refused.header("x-nexus-attempts"), QByteArray("0"));
    const kit::Answer anthropic = askMessages(*m_fixture, of("ann"));
    QCOMPARE(anthropic.status, 429);
    QCOMPARE(anthropicErrorType(anthropic.body), QByteArray("rate_limit_error"));
    QCOMPARE(m_fixture->modelRequestCount(), 2);
    QVERIFY(m_fixture->requestLine(2).contains("status=429 outcome=refused"));
    QCOMPARE(m_fixture->events("attempt").size(), 2);
}

void TokenLimitsTest::whatNeverFitsIsToldSo()
{
    startWithLimit(50);
    const QByteArray body
        = R"({"model":"up/renamed","messages":[{"role":"user","content":")" + QByteArray(400, 'a') + "\"}]}";
    const kit::Answer answer = post(*m_fixture, "/llm/v1/chat/completions", body, of("ann"));
    QCOMPARE(answer.status, 429);
    QVERIFY(errorShape(answer.body).message.contains("can never fit"));
    QVERIFY(!kit::hasHeader(answer.headers, "retry-after"));
    QCOMPARE(answer.header("x-should-retry"), QByteArray("false"));
    QCOMPARE(left(chat(of("ann"))), 50 - estimate);
    QCOMPARE(m_fixture->modelRequestCount(), 1);
}

void TokenLimitsTest::clientsDoNotShare()
{
    startWithLimit(estimate);
    QCOMPARE(chat(of("ann")).status, 200);
    QCOMPARE(chat(of("ann")).status, 429);
    QCOMPARE(chat(of("bob")).status, 200);
    QCOMPARE(chat(of("ann:")).status, 200);
}

void TokenLimitsTest::theGroupChoosesTheLimitAndNotTheCount()
{
    start("[llm.providers.up.rate_limits.per_user]\ninput_token_limit = 20\ninterval = \"1h\"\n"
          "[llm.providers.up.rate_limits.per_user.groups]\n"
          "paid = { input_token_limit = 1000, interval = \"1h\" }\n"
          "none = { input_token_limit = 0, interval = \"1h\" }\n");
    QCOMPARE(left(chat(of("ann", "paid"))), 1000 - estimate);
    QCOMPARE(left(chat(of("ann"))), 20 - 2 * estimate);
    QCOMPARE(left(chat(of("ann", "free"))), 20 - 3 * estimate);
    QCOMPARE(left(chat(of("ann", "paid"))), 1000 - 4 * estimate);
    QCOMPARE(chat(of("ann", "free")).status, 429);
    const kit::Answer blocked = chat(of("bob", "none"));
    QCOMPARE(blocked.status, 429);
    QVERIFY(!kit::hasHeader(blocked.headers, "retry-after"));
}

void TokenLimitsTest::theModelsLimitGoesBeforeTheProviders()
{
    start(perUser("llm.providers.up", 1000) + perUser("llm.providers.up.models.renamed", 50));
    QCOMPARE(left(chat(of("ann"), "up/renamed")), 50 - estimate);
    QCOMPARE(left(chat(of("ann"), "up/other")), 1000 - estimate);
    // The name without its provider is the same model.
    QCOMPARE(left(chat(of("ann"), "renamed")), 50 - 2 * estimate);
    QCOMPARE(left(chat(of("ann"), "up/other")), 1000 - 2 * estimate);
}

void TokenLimitsTest::oneLimitHoldsForAllModelsOfAProvider()
{
    startWithLimit(100);
    QCOMPARE(left(chat(of("ann"), "up/one")), 100 - estimate);
    QCOMPARE(left(chat(of("ann"), "up/two")), 100 - 2 * estimate);
    QCOMPARE(left(chat(of("ann"), "up/renamed")), 100 - 3 * estimate);
}

void TokenLimitsTest::anAliasIsHeldAgainstItsTargets()
{
    start(perUser("llm.providers.up", 100),
        "[llm.providers.spare]\ntype = \"openai\"\nbase_url = \"@BASE@\"\nretries.max_attempts = 1\n"
            + perUser("llm.providers.spare", 1000)
            + "[llm.aliases]\nboth = { targets = [\"up/m\", \"spare/m\"] }\n");
    QCOMPARE(left(chat(of("ann"), "both")), 100 - estimate);
    m_fixture->provider.script(Reply::json(500, "{}"));
    const kit::Answer second = chat(of("ann"), "both");
    QCOMPARE(second.header("x-nexus-provider"), QByteArray("spare"));
    QCOMPARE(second.header("x-ratelimit-limit-tokens"), QByteArray("1000"));
    QCOMPARE(left(second), 1000 - estimate);
    // The one that failed gave its share back.
    QCOMPARE(left(chat(of("ann"), "up/m")), 100 - 2 * estimate);
}

void TokenLimitsTest::cachedAnswersUseNothing()
{
    start(perUser("llm.providers.up", 2 * estimate), "[llm.cache]\nenabled = true\n");
    QCOMPARE(chat(of("ann")).header("x-nexus-cache"), QByteArray("miss"));
    for (int i = 0; i < 5; ++i) {
        const kit::Answer hit = chat(of("ann"));
        QCOMPARE(hit.status, 200);
        QCOMPARE(hit.header("x-nexus-cache"), QByteArray("hit"));
        QCOMPARE(left(hit), -1);
    }
    kit::Headers fresh = of("ann");
    fresh.emplace_back("Cache-Control", "no-cache");
    QCOMPARE(left(askChat(*m_fixture, fresh)), 0);
    QCOMPARE(askChat(*m_fixture, fresh).status, 429);
    QCOMPARE(m_fixture->modelRequestCount(), 2);
}

// It costs nothing at the providers and is how a client finds out whether it may ask.
void TokenLimitsTest::countingTokensUsesNothing()
{
    startWithLimit(estimate);
    const QByteArray target = "/llm/anthropic/v1/messages/count_tokens";
    for (int i = 0; i < 3; ++i) {
        const kit::Answer count = post(*m_fixture, target, messagesFor("up/renamed"), of("ann"));
        QCOMPARE(count.status, 200);
        QVERIFY(count.body.contains("\"input_tokens\":"));
    }
    QCOMPARE(left(chat(of("ann"))), 0);
    QCOMPARE(post(*m_fixture, target, messagesFor("up/renamed"), of("ann")).status, 200);
    QCOMPARE(chat(of("ann")).status, 429);
}

void TokenLimitsTest::requestsAndTokensAreToldTogether()
{
    start(perUser("llm.providers.up", 100),
        "[server.rate_limits]\nenabled = true\nglobal = { limit = 10, interval = \"1m\" }\n");
    const kit::Answer answer = chat(of("ann"));
    QCOMPARE(answer.header("x-ratelimit-remaining-requests"), QByteArray("9"));
    QCOMPARE(left(answer), 100 - estimate);
}

void TokenLimitsTest::simultaneousRequestsNeverExceedTheLimit()
{
    m_fixture->start(
        perUser("llm.providers.up", 20 * estimate) + identification(), {}, "server.workers = 4\n");
    m_fixture->provider.hold();
    const auto clients = startChats(*m_fixture, 100, of("ann"));
    const auto refused = [&clients] {
        return std::ranges::count_if(
            clients, [](const auto &client) { return client->answer().status == 429; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(refused(), 80, 20'000);
    m_fixture->provider.release();
    QCOMPARE(countStatus(clients, 200), 20);
    QCOMPARE(m_fixture->modelRequestCount(), 20);
}

QTEST_GUILESS_MAIN(TokenLimitsTest)
#include "tst_tokenlimits.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "clientcalls.h"

#include "limits/redisserver.h"

#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

constexpr int limit = 50;

QByteArray limits(const QByteArray &lines)
{
    return "[server.rate_limits]\nenabled = true\n" + lines;
}

QByteArray global(int count)
{
    return limits("global = { limit = " + QByteArray::number(count) + ", interval = \"1h\" }\n");
}

} // namespace

//! Limits on requests, in memory and in Redis.
class RateLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void exactlyTheLimitPasses_data();
    void exactlyTheLimitPasses();
    void twoGatewaysShareALimitInRedis();
    void aRefusalSaysWhenToComeBack();
    void everyAnswerTellsWhatIsLeft();
    void aLimitOfZeroBlocks();
    void aLimitThatIsNotEnabledDoesNotHold();
    void theWindowSlides();
    void onlyWhatGoesToModelsCounts();
    void refusedTokensAndNamesCostNothing();
    void eachAddressHasItsOwnLimit();
    void aForwardedAddressIsNotBelievedUnasked();
    void theTighterLimitIsTold();
    void anAddressThatIsRefusedLeavesTheOthersTheirShare();
    void aLostRedisLetsPass();
    void aLostRedisBlocksWhereTheFileSaysSo();

private:
    [[nodiscard]] QByteArray redis(const QByteArray &more = {}) const
    {
        return "storage = { type = \"redis\", url = \"redis://127.0.0.1:"
            + QByteArray::number(m_redis->port()) + "\"" + more + " }\n";
    }
    void startRedis()
    {
        m_redis = std::make_unique<RedisServer>();
        const QString problem = m_redis->start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    std::unique_ptr<RedisServer> m_redis;
    std::unique_ptr<GatewayFixture> m_fixture;
};

void RateLimitsTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
    m_fixture->provider.setDefaultReply(completion());
}

void RateLimitsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
    m_redis.reset();
}

void RateLimitsTest::exactlyTheLimitPasses_data()
{
    QTest::addColumn<int>("workers");
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<bool>("isRedis");
    for (const int workers : {1, 4}) {
        for (const char *level : {"global", "per_ip"}) {
            QTest::addRow("%s, in memory, %d workers", level, workers)
                << workers << QByteArray(level) << false;
            QTest::addRow("%s, in Redis, %d workers", level, workers) << workers << QByteArray(level) << true;
        }
    }
}

void RateLimitsTest::exactlyTheLimitPasses()
{
    QFETCH(int, workers);
    QFETCH(QByteArray, level);
    QFETCH(bool, isRedis);
    if (isRedis) {
        startRedis();
    }
    const QByteArray rule = level + " = { limit = " + QByteArray::number(limit) + ", interval = \"1h\" }\n";
    m_fixture->start(limits(rule + (isRedis ? redis() : QByteArray())), {},
        "server.workers = " + QByteArray::number(workers) + '\n');
    const auto clients = startChats(*m_fixture, 200);
    QCOMPARE(countStatus(clients, 200), limit);
    QCOMPARE(countStatus(clients, 429), 200 - limit);
    QCOMPARE(m_fixture->modelRequestCount(), limit);
    QTRY_COMPARE(m_fixture->events("request").size(), 200);
    const QByteArray log = m_fixture->events("request").join();
    QCOMPARE(log.count("status=429 outcome=refused"), 200 - limit);
    QCOMPARE(log.count("server.rate_limits." + level), 200 - limit);
    QCOMPARE(m_fixture->events("limits_store_lost").size(), 0);
}

void RateLimitsTest::twoGatewaysShareALimitInRedis()
{
    startRedis();
    GatewayFixture other;
    other.provider.setDefaultReply(completion());
    for (GatewayFixture *fixture : {m_fixture.get(), &other}) {
        fixture->start(global(limit) + redis(), {}, "server.workers = 2\n");
    }
    const auto here = startChats(*m_fixture, 100);
    const auto there = startChats(other, 100);
    QCOMPARE(countStatus(here, 200) + countStatus(there, 200), limit);
    QCOMPARE(countStatus(here, 429) + countStatus(there, 429), 200 - limit);
    QCOMPARE(m_fixture->modelRequestCount() + other.modelRequestCount(), limit);
    QCOMPARE(m_redis->ask("EXISTS nexus:rate_limit:global"), QByteArray(":1"));
    // One more gateway finds everything taken.
    GatewayFixture late;
    late.start(global(limit) + redis(", key_prefix = \"nexus:rate_limit:\""));
    QCOMPARE(askChat(late).status, 429);
}

void RateLimitsTest::aRefusalSaysWhenToComeBack()
{
    m_fixture->start(global(1));
    QCOMPARE(askChat(*m_fixture).status, 200);
    const kit::Answer refused = askChat(*m_fixture);
    QCOMPARE(refused.status, 429);
    const ErrorShape error = errorShape(refused.body);
    QVERIFY(error.isWellFormed);
    QCOMPARE(error.type, QByteArray("rate_limit_error"));
    QCOMPARE(error.code, QByteArray("rate_limit_exceeded"));
    QVERIFY(error.message.contains("limited to 1 in 1h"));
    const kit::Answer anthropic = askMessages(*m_fixture);
    QCOMPARE(anthropic.status, 429);
    QCOMPARE(anthropicErrorType(anthropic.body), QByteArray("rate_limit_error"));
    for (const kit::Answer &answer : {refused, anthropic}) {
        const int seconds = answer.header("retry-after").toInt();
        QVERIFY2(seconds > 3500 && seconds <= 3600, answer.header("retry-after").constData());
        QCOMPARE(answer.header("x-ratelimit-limit-requests"), QByteArray("1"));
        QCOMPARE(answer.header("x-ratelimit-remaining-requests"), QByteArray("0"));
        QVERIFY(answer.header("x-ratelimit-reset-requests").endsWith('s'));
        QVERIFY(!kit::hasHeader(answer.headers, "x-ratelimit-limit-tokens"));
    }
    QCOMPARE(m_fixture->modelRequestCount(), 1);
}

void RateLimitsTest::everyAnswerTellsWhatIsLeft()
{
    m_fixture->start(global(20));
    const auto left
        = [](const kit::Answer &answer) { return answer.header("x-ratelimit-remaining-requests"); };
    QCOMPARE(left(askChat(*m_fixture)), QByteArray("19"));
    QCOMPARE(left(askMessages(*m_fixture)), QByteArray("18"));
    QCOMPARE(left(get(*m_fixture, "/llm/v1/models")), QByteArray("17"));
    QCOMPARE(left(get(*m_fixture, "/llm/anthropic/v1/models/nothing")), QByteArray("16"));
    QCOMPARE(left(askChat(*m_fixture, {}, "nothing")), QByteArray("15"));
    QCOMPARE(left(post(*m_fixture, "/v1/chat/completions", "{")), QByteArray("14"));
    m_fixture->provider.script(Reply::json(500, "{}"));
    QCOMPARE(left(askChat(*m_fixture)), QByteArray("13"));
    m_fixture->provider.script(Reply::sse({chunkOf("real-name", "one", "stop"), "[DONE]"}));
    const kit::Answer stream = post(*m_fixture, "/v1/chat/completions", GatewayFixture::chat(true));
    QVERIFY(stream.body.contains("[DONE]"));
    QCOMPARE(left(stream), QByteArray("12"));
}

void RateLimitsTest::aLimitOfZeroBlocks()
{
    m_fixture->start(global(0));
    const kit::Answer answer = askChat(*m_fixture);
    QCOMPARE(answer.status, 429);
    QVERIFY(errorShape(answer.body).message.contains("limit is 0"));
    // Coming back does not help.
    QVERIFY(!kit::hasHeader(answer.headers, "retry-after"));
    QCOMPARE(answer.header("x-should-retry"), QByteArray("false"));
    QCOMPARE(get(*m_fixture, "/llm/v1/models").status, 429);
    QCOMPARE(get(*m_fixture, "/health").status, 200);
    QCOMPARE(m_fixture->provider.requestCount(), 0);
}

void RateLimitsTest::aLimitThatIsNotEnabledDoesNotHold()
{
    m_fixture->start("[server.rate_limits]\nenabled = false\nglobal = { limit = 0, interval = \"1h\" }\n");
    const kit::Answer answer = askChat(*m_fixture);
    QCOMPARE(answer.status, 200);
    QVERIFY(!kit::hasHeader(answer.headers, "x-ratelimit-limit-requests"));
}

void RateLimitsTest::theWindowSlides()
{
    m_fixture->start(limits("global = { limit = 1, interval = \"1s\" }\n"));
    QCOMPARE(askChat(*m_fixture).status, 200);
    QCOMPARE(askChat(*m_fixture).status, 429);
    QVERIFY(QTest::qWaitFor([this] { return askChat(*m_fixture).status == 200; }));
    QCOMPARE(askChat(*m_fixture).status, 429);
    QCOMPARE(m_fixture->modelRequestCount(), 2);
}

void RateLimitsTest::onlyWhatGoesToModelsCounts()
{
    m_fixture->start(global(2));
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(get(*m_fixture, "/health").status, 200);
        QCOMPARE(ask(*m_fixture, "HEAD", "/").status, 200);
        QCOMPARE(get(*m_fixture, "/nowhere").status, 404);
        QCOMPARE(ask(*m_fixture, "DELETE", "/llm/v1/chat/completions").status, 405);
        QCOMPARE(ask(*m_fixture, "OPTIONS", "/llm/v1/models",
                     {{"Origin", "http://localhost"}, {"Access-Control-Request-Method", "GET"}})
                     .status,
            204);
        QCOMPARE(askChat(*m_fixture, {{"Origin", "https://evil.example"}}).status, 403);
    }
    QCOMPARE(get(*m_fixture, "/llm/v1/models").status, 200);
    QCOMPARE(get(*m_fixture, "/llm/anthropic/v1/models").status, 200);
    QCOMPARE(get(*m_fixture, "/llm/v1/models").status, 429);
    const kit::Answer anthropic = get(*m_fixture, "/llm/anthropic/v1/models");
    QCOMPARE(anthropicErrorType(anthropic.body), QByteArray("rate_limit_error"));
}

// Whoever may not ask cannot use up what belongs to those who may.
void RateLimitsTest::refusedTokensAndNamesCostNothing()
{
    m_fixture->start(global(1)
        + "[server.client_identification]\nenabled = true\nclient_id = { http_header = \"X-Client\" }\n");
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(askChat(*m_fixture).status, 400);
    }
    QCOMPARE(askChat(*m_fixture, {{"X-Client", "ann"}}).status, 200);
    QCOMPARE(askChat(*m_fixture, {{"X-Client", "ann"}}).status, 429);
}

void RateLimitsTest::eachAddressHasItsOwnLimit()
{
    m_fixture->start("[server.client_ip]\nx_forwarded_for_trusted_hops = 1\n"
        + limits("per_ip = { limit = 1, interval = \"1h\" }\n"));
    const auto statusOf = [this](const QByteArray &forwardedFor) {
        return askChat(*m_fixture, {{"X-Forwarded-For", forwardedFor}}).status;
    };
    QCOMPARE(statusOf("1.2.3.4, 10.0.0.1"), 200);
    QCOMPARE(statusOf("1.2.3.4, 10.0.0.1"), 429);
    QCOMPARE(statusOf("1.2.3.5, 10.0.0.1"), 200);
    // What a client writes in front of its own address changes nothing.
    QCOMPARE(statusOf("9.9.9.9, 1.2.3.4, 10.0.0.1"), 429);
    QCOMPARE(statusOf("2001:db8::1, 10.0.0.1"), 200);
    QCOMPARE(statusOf("2001:db8::2, 10.0.0.1"), 429); // the same customer's network
    QCOMPARE(statusOf("2001:db8:0:1::2, 10.0.0.1"), 200);
    // No such entry: the peer's own.
    QCOMPARE(statusOf("10.0.0.1"), 200);
    QCOMPARE(statusOf("nonsense"), 429);
    QCOMPARE(m_fixture->modelRequestCount(), 5);
}

void RateLimitsTest::aForwardedAddressIsNotBelievedUnasked()
{
    m_fixture->start(limits("per_ip = { limit = 1, interval = \"1h\" }\n"));
    QCOMPARE(askChat(*m_fixture, {{"X-Forwarded-For", "1.2.3.4"}, {"X-Real-IP", "1.2.3.4"}}).status, 200);
    QCOMPARE(askChat(*m_fixture, {{"X-Forwarded-For", "1.2.3.5"}, {"X-Real-IP", "1.2.3.5"}}).status, 429);
    m_fixture->reload("[server.client_ip]\nx_real_ip = true\n"
        + limits("per_ip = { limit = 1, interval = \"1h\" }\n")
        + "[llm.providers.up]\ntype = \"openai\"\nbase_url = \"@BASE@\"\n");
    QCOMPARE(askChat(*m_fixture, {{"X-Real-IP", "1.2.3.4"}}).status, 200);
    QCOMPARE(askChat(*m_fixture, {{"X-Real-IP", "1.2.3.4"}}).status, 429);
    QCOMPARE(askChat(*m_fixture, {{"X-Real-IP", "1.2.3.5"}}).status, 200);
}

void RateLimitsTest::theTighterLimitIsTold()
{
    m_fixture->start(limits("global = { limit = 100, interval = \"1h\" }\n"
                            "per_ip = { limit = 3, interval = \"1m\" }\n"));
    const kit::Answer answer = askChat(*m_fixture);
    QCOMPARE(answer.header("x-ratelimit-limit-requests"), QByteArray("3"));
    QCOMPARE(answer.header("x-ratelimit-remaining-requests"), QByteArray("2"));
    const QByteArray reset = answer.header("x-ratelimit-reset-requests");
    QVERIFY2(reset == "1m0s" || (reset.endsWith('s') && reset.chopped(1).toInt() > 50), reset.constData());
}

// A request that one level refuses uses nothing of the other.
void RateLimitsTest::anAddressThatIsRefusedLeavesTheOthersTheirShare()
{
    m_fixture->start("[server.client_ip]\nx_real_ip = true\n"
        + limits("global = { limit = 3, interval = \"1h\" }\nper_ip = { limit = 1, interval = \"1h\" }\n"));
    const auto statusOf = [this](const QByteArray &address) {
        return askChat(*m_fixture, {{"X-Real-IP", address}}).status;
    };
    QCOMPARE(statusOf("1.1.1.1"), 200);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(statusOf("1.1.1.1"), 429);
    }
    QCOMPARE(statusOf("1.1.1.2"), 200);
    QCOMPARE(statusOf("1.1.1.3"), 200);
    QCOMPARE(statusOf("1.1.1.4"), 429);
}

void RateLimitsTest::aLostRedisLetsPass()
{
    startRedis();
    m_fixture->start(global(1) + redis(), {}, "server.workers = 2\n");
    QCOMPARE(askChat(*m_fixture).status, 200);
    QCOMPARE(askChat(*m_fixture).status, 429);
    m_redis->stop();
    const auto clients = startChats(*m_fixture, 20);
    QCOMPARE(countStatus(clients, 200), 20);
    for (const auto &client : clients) {
        QVERIFY(!kit::hasHeader(client->answer().headers, "x-ratelimit-limit-requests"));
    }
    QTRY_COMPARE(m_fixture->events("limits_store_lost").size(), 1);
    QVERIFY(m_fixture->events("limits_store_lost").first().contains("on_failure=fail_open"));
    QCOMPARE(m_redis->start(), QString());
    // However many asked at once when it went.
    QTRY_COMPARE(m_fixture->events("limits_store_back").size(), 1);
    QCOMPARE(askChat(*m_fixture).status, 200);
    QCOMPARE(askChat(*m_fixture).status, 429);
    QCOMPARE(m_fixture->events("limits_store_lost").size(), 1);
}

void RateLimitsTest::aLostRedisBlocksWhereTheFileSaysSo()
{
    startRedis();
    m_fixture->start(global(100) + redis(", on_failure = \"fail_closed\""), {}, "server.workers = 2\n");
    QCOMPARE(askChat(*m_fixture).status, 200);
    m_redis->stop();
    const auto clients = startChats(*m_fixture, 20);
    QCOMPARE(countStatus(clients, 503), 20);
    const kit::Answer refused = clients.front()->answer();
    QVERIFY(errorShape(refused.body).isWellFormed);
    QVERIFY(!refused.header("retry-after").isEmpty());
    QCOMPARE(anthropicErrorType(askMessages(*m_fixture).body), QByteArray("overloaded_error"));
    QCOMPARE(get(*m_fixture, "/health").status, 200);
    QCOMPARE(m_fixture->modelRequestCount(), 1);
    QCOMPARE(m_fixture->events("limits_store_lost").size(), 1);
    QVERIFY(m_fixture->events("limits_store_lost").first().contains("on_failure=fail_closed"));
    // Nobody stops the gateway by that.
    const QByteArray log = m_fixture->events("request").join();
    QVERIFY(!log.contains("outcome=shut_down"));
}

QTEST_GUILESS_MAIN(RateLimitsTest)
#include "tst_ratelimits.moc"

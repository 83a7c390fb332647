// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "recordwait.h"
#include "trafficfixture.h"
#include "translate/tokencount.h"

#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

// What chatOf() and messageOf() ask is one message of two letters.
const qint64 asked = tokensPerMessage + 1;

const QByteArray startEvent
    = "event: message_start\ndata: "
      "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\","
      "\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,"
      "\"usage\":{\"input_tokens\":77,\"output_tokens\":1}}}\n\n";

QByteArray textEvent(const QByteArray &text)
{
    return "event: content_block_delta\ndata: "
           "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":"
           "\"text_delta\",\"text\":\""
        + text + "\"}}\n\n";
}

const QByteArray blockEvent
    = "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":"
      "{\"type\":\"text\",\"text\":\"\"}}\n\n";

} // namespace

//! What a request used where the provider did not tell, or not all.
class EstimatedUsageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aServerThatNeverTells_data();
    void aServerThatNeverTells();
    void aServerThatTellsIsBelieved_data();
    void aServerThatTellsIsBelieved();
    void aStreamThatBreaksOff();
    void aClientThatGoes();
    void whatAProviderToldBeforeItBrokeOffStays();
    void nothingWasAnswered_data();
    void nothingWasAnswered();
    void embeddings();
    void answersFromMemoryCostNothing();
    void onlyTheLastAttemptCounts();

private:
    [[nodiscard]] RequestRecord record(std::size_t index = 0) const
    {
        return recordOf(*m_fixture->gateway.gateway, index);
    }

    std::unique_ptr<TrafficFixture> m_fixture;
};

void EstimatedUsageTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
}

void EstimatedUsageTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void EstimatedUsageTest::aServerThatNeverTells_data()
{
    QTest::addColumn<bool>("isStream");
    QTest::addColumn<bool>("isAnthropic");
    QTest::newRow("whole") << false << false;
    QTest::newRow("stream") << true << false;
    QTest::newRow("whole, translated") << false << true;
    QTest::newRow("stream, translated") << true << true;
}

void EstimatedUsageTest::aServerThatNeverTells()
{
    QFETCH(const bool, isStream);
    QFETCH(const bool, isAnthropic);
    m_fixture->start(TrafficFixture::three());
    m_fixture->a.setDefaultReply(isStream
            ? Reply::sse({chunkOf("m", "Hello"), chunkOf("m", " there", "stop"), "[DONE]"})
            : Reply::json(200,
                R"({"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Hello there"},"finish_reason":"stop"}]})"));
    const kit::Answer answer = isAnthropic
        ? m_fixture->ask(messageOf("a/m", isStream), {}, TrafficFixture::messagesPath)
        : m_fixture->ask(chatOf("a/m", isStream));
    QCOMPARE(answer.status, 200);
    const RequestRecord known = record();
    QCOMPARE(known.usage, (TokenUsage {.input = asked, .output = 3}));
    QVERIFY(known.isUsageEstimated);
    QCOMPARE(known.outcome, Outcome::Answered);
}

void EstimatedUsageTest::aServerThatTellsIsBelieved_data()
{
    QTest::addColumn<bool>("isStream");
    QTest::newRow("whole") << false;
    QTest::newRow("stream") << true;
}

void EstimatedUsageTest::aServerThatTellsIsBelieved()
{
    QFETCH(const bool, isStream);
    m_fixture->start(TrafficFixture::three());
    const QByteArray longText(400, 'x');
    m_fixture->a.setDefaultReply(isStream ? streamReply(longText) : wholeReply(longText));
    QCOMPARE(m_fixture->ask(chatOf("a/m", isStream)).status, 200);
    const RequestRecord known = record();
    QCOMPARE(known.usage, (TokenUsage {.input = 5, .output = 2}));
    QVERIFY(!known.isUsageEstimated);
}

void EstimatedUsageTest::aStreamThatBreaksOff()
{
    m_fixture->start(TrafficFixture::three());
    const QByteArray first = eventOf(chunkOf("m", "Hello"));
    m_fixture->a.setDefaultReply(
        Reply::sse({chunkOf("m", "Hello"), chunkOf("m", " there")}).cutAfter(first.size()));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m", true));
    QVERIFY(answer.body.contains("upstream_invalid"));
    const RequestRecord known = record();
    QCOMPARE(known.usage, (TokenUsage {.input = asked, .output = 2}));
    QVERIFY(known.isUsageEstimated);
    QCOMPARE(known.outcome, Outcome::Failed);
}

void EstimatedUsageTest::aClientThatGoes()
{
    m_fixture->start(TrafficFixture::three());
    const QByteArray first = eventOf(chunkOf("m", "Hello"));
    m_fixture->a.setDefaultReply(
        Reply::sse({chunkOf("m", "Hello"), chunkOf("m", " there")}).hangAfter(first.size()));
    const auto client = m_fixture->send(chatOf("a/m", true));
    QVERIFY(client->waitForBody("Hello"));
    client->hangUp();
    const RequestRecord known = record();
    QCOMPARE(known.usage, (TokenUsage {.input = asked, .output = 2}));
    QVERIFY(known.isUsageEstimated);
    QCOMPARE(known.outcome, Outcome::ClientGone);
}

void EstimatedUsageTest::whatAProviderToldBeforeItBrokeOffStays()
{
    m_fixture->start(TrafficFixture::provider("a", "retries.max_attempts = 1\n", "anthropic"));
    const QByteArrayList pieces {startEvent, blockEvent, textEvent("Hello there, it is a long text")};
    m_fixture->a.setDefaultReply(Reply::rawSse(pieces).hangAfter(pieces.join().size()));
    const auto client = m_fixture->send(messageOf("a/m", true), {}, TrafficFixture::messagesPath);
    QVERIFY(client->waitForBody("long text"));
    client->hangUp();
    const RequestRecord known = record();
    QCOMPARE(known.usage, (TokenUsage {.input = 77, .output = 8}));
    QVERIFY(known.isUsageEstimated);
}

void EstimatedUsageTest::nothingWasAnswered_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("isStream");
    QTest::newRow("an error") << errorReply(400) << false;
    QTest::newRow("an error to a stream") << errorReply(400) << true;
    QTest::newRow("closed at once") << Reply::closeAtOnce() << true;
    QTest::newRow("a stream without events") << Reply::sse({}) << true;
    QTest::newRow("a stream of comments") << Reply::rawSse({": one\n\n", ": two\n\n"}).closing() << true;
}

void EstimatedUsageTest::nothingWasAnswered()
{
    QFETCH(const Reply, reply);
    QFETCH(const bool, isStream);
    m_fixture->start(TrafficFixture::provider("a", "retries.max_attempts = 1\n"));
    m_fixture->a.setDefaultReply(reply);
    QVERIFY(m_fixture->ask(chatOf("a/m", isStream)).status >= 200);
    const RequestRecord known = record();
    QVERIFY(known.error.has_value());
    QVERIFY(!known.usage);
    QVERIFY(!known.isUsageEstimated);
}

void EstimatedUsageTest::embeddings()
{
    m_fixture->start(TrafficFixture::three());
    m_fixture->a.setDefaultReply(Reply::json(
        200, R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":[1]}],"model":"m"})"));
    const QByteArray input = "a text of forty letters, more or less so";
    const kit::Answer answer
        = m_fixture->ask(R"({"model":"a/m","input":")" + input + R"("})", {}, "/llm/v1/embeddings");
    QCOMPARE(answer.status, 200);
    const RequestRecord known = record();
    QVERIFY(known.isUsageEstimated);
    QCOMPARE(known.usage->output, 0);
    QVERIFY(known.usage->input >= input.size() / 4);
}

void EstimatedUsageTest::answersFromMemoryCostNothing()
{
    m_fixture->start(TrafficFixture::provider("a") + "[llm.cache]\nenabled = true\n");
    m_fixture->a.setDefaultReply(Reply::sse({chunkOf("m", "Hello", "stop"), "[DONE]"}));
    QCOMPARE(m_fixture->ask(chatOf("a/m", true)).header("x-nexus-cache"), "miss");
    QVERIFY(record(0).isUsageEstimated);
    QCOMPARE(m_fixture->ask(chatOf("a/m", true)).header("x-nexus-cache"), "hit");
    const RequestRecord known = record(1);
    QCOMPARE(known.cache, CacheUse::Hit);
    QVERIFY(!known.usage);
    QVERIFY(!known.isUsageEstimated);
}

void EstimatedUsageTest::onlyTheLastAttemptCounts()
{
    m_fixture->start(TrafficFixture::three());
    m_fixture->a.setDefaultReply(errorReply(500));
    m_fixture->b.setDefaultReply(Reply::sse({chunkOf("m", "Hello", "stop"), "[DONE]"}));
    QCOMPARE(m_fixture->ask(chatOf("all", true)).status, 200);
    const RequestRecord known = record();
    QVERIFY(known.attempts.size() > 1);
    QCOMPARE(known.usage, (TokenUsage {.input = asked, .output = 2}));
}

QTEST_GUILESS_MAIN(EstimatedUsageTest)
#include "tst_estimatedusage.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakesink.h"
#include "pipeline/recordcompletion.h"
#include "pipeline/tapsink.h"

#include <QTest>

using namespace nexus;
using Bodies = LedgerConfig::Bodies;

namespace {

// A client that has got a stream of some words.
struct Answered {
    Answered()
        : tap(client,
            {.received = std::chrono::steady_clock::now(),
                .tokens = AnswerTokens(Operation::Chat, Dialect::OpenAi),
                .kept = 1000})
    {
        tap.begin({.status = 200, .headers = {{"Content-Type", "text/event-stream"}}});
        tap.write(QByteArray(R"(data: {"choices":[{"delta":{"content":"twelve bytes"}}]})") + "\n\n");
    }

    FakeSink client;
    TapSink tap;
};

ModelAsk askOf(Operation operation)
{
    ModelAsk ask;
    ask.client.operation = operation;
    ask.client.body = R"({"model":"m","messages":[{"role":"user","content":"four"}]})";
    return ask;
}

RequestSnapshot requestOf(const QByteArray &body)
{
    RequestSnapshot request;
    request.headers = {{"X-Title", "app"}};
    request.body = body;
    return request;
}

RequestRecord asked()
{
    RequestRecord record;
    record.attempts.push_back({.provider = QStringLiteral("p"), .model = "m", .error = {}});
    record.status = 200;
    return record;
}

} // namespace

class RecordCompletionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasNotToldIsEstimated();
    void whatWasToldStays();
    void whatWasToldInPartIsCompleted();
    void nothingIsEstimated_data();
    void nothingIsEstimated();
    void whichBodiesAreKept_data();
    void whichBodiesAreKept();
    void nothingIsKeptOfThoseOutside();
    void howMuchATapKeeps();
    void whatWentToTheProvider();
};

void RecordCompletionTest::whatWasNotToldIsEstimated()
{
    const Answered answered;
    RequestRecord record = asked();
    estimateUsage(record, askOf(Operation::Chat), &answered.tap, true);
    QCOMPARE(record.usage, (TokenUsage {.input = 5, .output = 3}));
    QVERIFY(record.isUsageEstimated);
}

void RecordCompletionTest::whatWasToldStays()
{
    const Answered answered;
    RequestRecord record = asked();
    record.usage = TokenUsage {.input = 1, .output = 1};
    estimateUsage(record, askOf(Operation::Chat), &answered.tap, true);
    QCOMPARE(record.usage, (TokenUsage {.input = 1, .output = 1}));
    QVERIFY(!record.isUsageEstimated);
}

void RecordCompletionTest::whatWasToldInPartIsCompleted()
{
    const Answered answered;
    RequestRecord record = asked();
    record.usage = TokenUsage {.input = 9, .cacheRead = 4, .output = 1};
    estimateUsage(record, askOf(Operation::Chat), &answered.tap, false);
    QCOMPARE(record.usage, (TokenUsage {.input = 9, .cacheRead = 4, .output = 3}));
    QVERIFY(record.isUsageEstimated);
    RequestRecord more = asked();
    more.usage = TokenUsage {.input = 9, .output = 40, .reasoning = 37};
    estimateUsage(more, askOf(Operation::Chat), &answered.tap, false);
    QCOMPARE(more.usage, (TokenUsage {.input = 9, .output = 40, .reasoning = 37}));
    QVERIFY(!more.isUsageEstimated);
}

void RecordCompletionTest::nothingIsEstimated_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<CacheUse>("cache");
    QTest::addColumn<bool>("isAsked");
    QTest::addColumn<bool>("isAnswered");
    QTest::newRow("no attempt") << Operation::Chat << CacheUse::Off << false << true;
    QTest::newRow("no answer") << Operation::Chat << CacheUse::Miss << true << false;
    QTest::newRow("from memory") << Operation::Chat << CacheUse::Hit << true << true;
    QTest::newRow("shared") << Operation::Chat << CacheUse::Shared << true << true;
    QTest::newRow("a count") << Operation::CountTokens << CacheUse::Off << true << true;
}

void RecordCompletionTest::nothingIsEstimated()
{
    QFETCH(const Operation, operation);
    QFETCH(const CacheUse, cache);
    QFETCH(const bool, isAsked);
    QFETCH(const bool, isAnswered);
    const Answered answered;
    FakeSink client;
    const TapSink silent(client, {.received = {}, .tokens = {}});
    RequestRecord record = asked();
    record.cache = cache;
    if (!isAsked) {
        record.attempts.clear();
    }
    estimateUsage(record, askOf(operation), isAnswered ? &answered.tap : &silent, true);
    QVERIFY(!record.usage);
    QVERIFY(!record.isUsageEstimated);
}

void RecordCompletionTest::whichBodiesAreKept_data()
{
    QTest::addColumn<Bodies>("bodies");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isError");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("off") << Bodies::Off << 502 << true << false;
    QTest::newRow("all") << Bodies::All << 200 << false << true;
    QTest::newRow("errors, and it was well") << Bodies::Errors << 200 << false << false;
    QTest::newRow("errors, and it broke off") << Bodies::Errors << 200 << true << true;
    QTest::newRow("errors, and the provider refused") << Bodies::Errors << 400 << false << true;
}

void RecordCompletionTest::whichBodiesAreKept()
{
    QFETCH(const Bodies, bodies);
    QFETCH(const int, status);
    QFETCH(const bool, isError);
    QFETCH(const bool, isKept);
    const Answered answered;
    RequestRecord record = asked();
    record.status = status;
    if (isError) {
        record.error = Error {.kind = ErrorKind::UpstreamInvalid, .message = {}, .detail = {}};
    }
    LedgerConfig config;
    config.bodies = bodies;
    const QByteArray prompt = "what the client sent";
    record.bodies.sent = "what went on";
    keepBodies(record, requestOf(prompt), config, &answered.tap);
    QCOMPARE(record.bodies.isEmpty(), !isKept);
    if (isKept) {
        QCOMPARE(record.bodies.prompt.constData(), prompt.constData());
        QVERIFY(record.bodies.answer.contains("twelve bytes"));
        QVERIFY(!record.bodies.isAnswerCut);
        QCOMPARE(record.bodies.sent, QByteArray("what went on"));
        QCOMPARE(record.bodies.requestHeaders, (HeaderList {{"X-Title", "app"}}));
        QCOMPARE(record.bodies.answerHeaders, (HeaderList {{"Content-Type", "text/event-stream"}}));
        QCOMPARE(record.bodies.events.size(), std::size_t(1));
    }
    RequestRecord off = record;
    config.isEnabled = false;
    keepBodies(off, requestOf(prompt), config, &answered.tap);
    QVERIFY(off.bodies.isEmpty());
}

void RecordCompletionTest::nothingIsKeptOfThoseOutside()
{
    RequestRecord record;
    record.status = 401;
    LedgerConfig config;
    config.bodies = Bodies::All;
    keepBodies(record, requestOf("what nobody let in"), config, nullptr);
    QVERIFY(record.bodies.isEmpty());
}

void RecordCompletionTest::howMuchATapKeeps()
{
    LedgerConfig config;
    config.maxBody = 77;
    QCOMPARE(keptBytes(config), 0);
    config.bodies = Bodies::Errors;
    QCOMPARE(keptBytes(config), 77);
    config.isEnabled = false;
    QCOMPARE(keptBytes(config), 0);
}

void RecordCompletionTest::whatWentToTheProvider()
{
    LedgerConfig config;
    QVERIFY(sentBody({"{}"}, config).isEmpty());
    config.bodies = Bodies::All;
    QVERIFY(sentBody({}, config).isEmpty());
    QCOMPARE(sentBody({"{}"}, config), QByteArray("{}"));
    QCOMPARE(sentBody({"1", "2"}, config), QByteArray("[1,2]"));
    const Answered answered;
    RequestRecord record = asked();
    record.bodies.sent = "the same";
    keepBodies(record, requestOf("the same"), config, &answered.tap);
    QCOMPARE(record.bodies.prompt, QByteArray("the same"));
    QVERIFY(record.bodies.sent.isEmpty());
}

QTEST_GUILESS_MAIN(RecordCompletionTest)
#include "tst_recordcompletion.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "trafficfixture.h"

#include <QTest>

using namespace nexus;
using kit::Reply;

//! Which requests are answered from memory, and what the client sees of it.
class CacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anEqualRequestIsAnsweredFromMemory();
    void aStreamIsReplayedAsAStream_data();
    void aStreamIsReplayedAsAStream();
    void withoutTheCacheEveryRequestIsAsked();
    void whatMakesAnotherQuestion_data();
    void whatMakesAnotherQuestion();
    void errorsAreNotKept_data();
    void errorsAreNotKept();
    void brokenStreamsAreNotKept_data();
    void brokenStreamsAreNotKept();
    void noCacheAsksAndKeepsTheNewAnswer();
    void noStoreNeitherReadsNorKeeps();
    void maxAgeWantsAYoungAnswer();
    void onlyIfCachedAsksNobody();
    void anAnswerIsForgottenAfterItsTime();
    void anAnswerCarriesTheNameThatWasAsked();
    void embeddingsAreKeptAndCountsAreNot();
    void theSecondTargetIsNamedAfterCommentsToo();
    void aReloadKeepsAnswersAndSwitchingOffForgetsThem();

private:
    [[nodiscard]] QByteArray cached(const QByteArray &more = {}) const;
    [[nodiscard]] QByteArray useOf(const QByteArray &body, const kit::Headers &headers = {}) const;

    std::unique_ptr<TrafficFixture> m_fixture;
};

void CacheTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
    m_fixture->a.setDefaultReply(wholeReply());
}

void CacheTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

// One provider and the cache on.
QByteArray CacheTest::cached(const QByteArray &more) const
{
    return TrafficFixture::provider("a", "retries.max_attempts = 1\n") + "[llm.cache]\nenabled = true\n"
        + more;
}

QByteArray CacheTest::useOf(const QByteArray &body, const kit::Headers &headers) const
{
    return m_fixture->ask(body, headers).header("x-nexus-cache");
}

void CacheTest::anEqualRequestIsAnsweredFromMemory()
{
    m_fixture->start(cached());
    const kit::Answer first = m_fixture->ask(chatOf("a/m", false, R"("top_p":1,"n":1)"));
    QCOMPARE(first.status, 200);
    QCOMPARE(first.header("x-nexus-cache"), QByteArray("miss"));
    QCOMPARE(first.header("x-nexus-attempts"), QByteArray("1"));
    QVERIFY(first.header("age").isEmpty());
    const kit::Answer second = m_fixture->ask("{ \"n\":1, \"messages\" : [ {\"content\":\"h\\u0069\","
                                              "\"role\":\"user\"} ],\n\"top_p\":1, \"model\":\"a/m\" }");
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(second.header("content-type"), first.header("content-type"));
    QCOMPARE(second.header("x-nexus-cache"), QByteArray("hit"));
    QCOMPARE(second.header("x-nexus-attempts"), QByteArray("0"));
    QCOMPARE(second.header("x-nexus-provider"), QByteArray("a"));
    QCOMPARE(second.header("x-nexus-model"), QByteArray("m"));
    bool isNumber = false;
    QVERIFY(second.header("age").toInt(&isNumber) >= 0 && isNumber);
    QVERIFY(second.header("x-request-id") != first.header("x-request-id"));
    QCOMPARE(m_fixture->a.requestCount(), 1);
    QVERIFY(m_fixture->record(0).contains("outcome=answered cache=miss attempts=1 tokens_in=5"));
    const QByteArray record = m_fixture->record(1);
    QVERIFY2(record.contains("provider=a upstream_model=m"), record.constData());
    QVERIFY2(record.contains("status=200 outcome=answered cache=hit attempts=0"), record.constData());
    QVERIFY(record.contains("bytes_out=" + QByteArray::number(second.body.size())));
    QCOMPARE(m_fixture->gateway.events("attempt").size(), 1);
}

void CacheTest::aStreamIsReplayedAsAStream_data()
{
    QTest::addColumn<bool>("isAnthropic");
    QTest::newRow("OpenAI client") << false;
    QTest::newRow("Anthropic client") << true;
}

void CacheTest::aStreamIsReplayedAsAStream()
{
    QFETCH(bool, isAnthropic);
    m_fixture->start(cached());
    m_fixture->a.setDefaultReply(streamReply());
    kit::Answer answers[2];
    for (kit::Answer &answer : answers) {
        answer = isAnthropic ? m_fixture->ask(messageOf("a/m", true), {}, TrafficFixture::messagesPath)
                             : m_fixture->ask(chatOf("a/m", true));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.hasTerminator && !answer.isBroken);
        QVERIFY(answer.header("content-type").startsWith("text/event-stream"));
        QCOMPARE(answer.header("x-accel-buffering"), QByteArray("no"));
        QVERIFY(!isAnthropic || !answer.header("request-id").isEmpty());
    }
    QCOMPARE(answers[1].body, answers[0].body);
    QVERIFY(answers[1].body.contains("hello"));
    QCOMPARE(answers[1].body.count("[DONE]"), isAnthropic ? 0 : 1);
    QCOMPARE(answers[1].body.count(R"("type":"message_stop")"), isAnthropic ? 1 : 0);
    QCOMPARE(answers[1].header("x-nexus-cache"), QByteArray("hit"));
    QVERIFY(!answers[1].header("age").isEmpty());
    if (isAnthropic) {
        QVERIFY(answers[0].header("request-id") != answers[1].header("request-id"));
    }
    QCOMPARE(m_fixture->a.requestCount(), 1);
    QVERIFY(m_fixture->record(1).contains("stream=true status=200 outcome=answered cache=hit attempts=0"));
}

void CacheTest::withoutTheCacheEveryRequestIsAsked()
{
    m_fixture->start(TrafficFixture::provider("a"));
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("off"));
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("off"));
    QCOMPARE(useOf(chatOf("a/m"), {{"Cache-Control", "only-if-cached"}}), QByteArray("off"));
    QCOMPARE(m_fixture->a.requestCount(), 3);
    QVERIFY(m_fixture->record().contains("cache=off"));
}

void CacheTest::whatMakesAnotherQuestion_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("use");
    QTest::newRow("the same") << chatOf("a/m") << QByteArray("hit");
    QTest::newRow("an unknown member") << chatOf("a/m", false, R"("x":1)") << QByteArray("miss");
    QTest::newRow("a temperature") << chatOf("a/m", false, R"("temperature":0.5)") << QByteArray("miss");
    QTest::newRow("another model") << chatOf("a/n") << QByteArray("miss");
    QTest::newRow("as a stream") << chatOf("a/m", true) << QByteArray("miss");
    QTest::newRow("another word") << chatOf("a/m").replace("hi", "ho") << QByteArray("miss");
}

void CacheTest::whatMakesAnotherQuestion()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, use);
    m_fixture->start(cached());
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("miss"));
    m_fixture->a.setDefaultReply(body.contains("stream") ? streamReply("other") : wholeReply("other"));
    const kit::Answer answer = m_fixture->ask(body);
    QCOMPARE(answer.header("x-nexus-cache"), use);
    QCOMPARE(answer.body.contains("other"), use == "miss");
}

void CacheTest::errorsAreNotKept_data()
{
    QTest::addColumn<Reply>("failure");
    for (const int status : {400, 404, 429, 500, 503}) {
        QTest::addRow("%d", status) << errorReply(status);
    }
    QTest::newRow("no JSON") << Reply::json(200, "hello");
    QTest::newRow("cut") << wholeReply().cutAfter(30);
    QTest::newRow("closed") << Reply::closeAtOnce();
}

void CacheTest::errorsAreNotKept()
{
    QFETCH(Reply, failure);
    m_fixture->start(cached());
    m_fixture->a.script(failure);
    const kit::Answer failed = m_fixture->ask(chatOf("a/m"));
    QVERIFY(failed.status >= 400);
    QCOMPARE(failed.header("x-nexus-cache"), QByteArray("miss"));
    QVERIFY(m_fixture->record(0).contains("outcome=failed cache=miss"));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-cache"), QByteArray("miss"));
    QCOMPARE(m_fixture->a.requestCount(), 2);
}

void CacheTest::brokenStreamsAreNotKept_data()
{
    QTest::addColumn<Reply>("reply");
    const QByteArrayList data = streamData();
    QTest::newRow("cut") << Reply::sse(data).cutAfter(eventOf(data[0]).size() + 4);
    QTest::newRow("without [DONE]") << Reply::sse(data.first(1));
    QTest::newRow("with an error") << Reply::sse({data[0], R"({"error":{"message":"Too much."}})"});
}

void CacheTest::brokenStreamsAreNotKept()
{
    QFETCH(Reply, reply);
    m_fixture->start(cached());
    m_fixture->a.script(reply.holdAfter(eventOf(streamData()[0]).size()));
    m_fixture->a.setDefaultReply(streamReply("good"));
    const auto client = m_fixture->send(chatOf("a/m", true));
    QVERIFY(client->waitForBody("hello"));
    m_fixture->a.release();
    QVERIFY(client->waitForAnswers());
    QVERIFY(!client->answer().body.contains("[DONE]"));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m", true));
    QCOMPARE(answer.header("x-nexus-cache"), QByteArray("miss"));
    QCOMPARE(answer.events(), streamSeen("a/m", "good"));
}

void CacheTest::noCacheAsksAndKeepsTheNewAnswer()
{
    m_fixture->start(cached());
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("miss"));
    m_fixture->a.setDefaultReply(wholeReply("newer"));
    const kit::Answer fresh = m_fixture->ask(chatOf("a/m"), {{"Cache-Control", "No-Cache"}});
    QCOMPARE(fresh.header("x-nexus-cache"), QByteArray("bypass"));
    QVERIFY(fresh.body.contains("newer"));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(answer.header("x-nexus-cache"), QByteArray("hit"));
    QVERIFY(answer.body.contains("newer"));
    QVERIFY(m_fixture->record(1).contains("cache=bypass attempts=1"));
}

void CacheTest::noStoreNeitherReadsNorKeeps()
{
    m_fixture->start(cached());
    QCOMPARE(useOf(chatOf("a/m"), {{"Cache-Control", "max-age=60"}, {"Cache-Control", "no-store"}}),
        QByteArray("bypass"));
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("miss"));
    QCOMPARE(useOf(chatOf("a/m"), {{"Cache-Control", "no-store"}}), QByteArray("bypass"));
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("hit"));
    QCOMPARE(m_fixture->a.requestCount(), 3);
}

void CacheTest::maxAgeWantsAYoungAnswer()
{
    m_fixture->start(cached());
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("miss"));
    const auto age = [this] {
        return m_fixture->ask(chatOf("a/m"), {{"Cache-Control", "max-age=60"}}).header("age").toInt();
    };
    QTRY_VERIFY(age() >= 1);
    QCOMPARE(m_fixture->a.requestCount(), 1);
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"), {{"Cache-Control", "max-age=0"}});
    QCOMPARE(answer.header("x-nexus-cache"), QByteArray("miss"));
    QCOMPARE(m_fixture->a.requestCount(), 2);
    QCOMPARE(age(), 0);
}

void CacheTest::onlyIfCachedAsksNobody()
{
    m_fixture->start(cached());
    const kit::Headers only {{"Cache-Control", "only-if-cached"}};
    const kit::Answer refused = m_fixture->ask(chatOf("a/m"), only);
    QCOMPARE(refused.status, 504);
    QVERIFY(errorShape(refused.body).isWellFormed);
    QCOMPARE(errorShape(refused.body).code, QByteArray("not_cached"));
    QCOMPARE(refused.header("x-nexus-attempts"), QByteArray("0"));
    const kit::Answer message = m_fixture->ask(messageOf("a/m"), only, TrafficFixture::messagesPath);
    QCOMPARE(message.status, 504);
    QVERIFY(message.body.contains(R"("type":"error")") && !errorTypeOf(message.body).isEmpty());
    QCOMPARE(m_fixture->a.requestCount(), 0);
    QVERIFY(m_fixture->record().contains("status=504 outcome=refused cache=miss attempts=0"));
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("miss"));
    QCOMPARE(useOf(chatOf("a/m"), only), QByteArray("hit"));
    QCOMPARE(m_fixture->a.requestCount(), 1);
}

void CacheTest::anAnswerIsForgottenAfterItsTime()
{
    m_fixture->start(cached("ttl = \"2s\"\n"));
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("miss"));
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("hit"));
    QVERIFY(QTest::qWaitFor([this] { return useOf(chatOf("a/m")) == "miss"; }));
    QCOMPARE(m_fixture->a.requestCount(), 2);
}

void CacheTest::anAnswerCarriesTheNameThatWasAsked()
{
    m_fixture->start(cached("[llm.aliases]\nx = \"a/m\"\ny = \"a/m\"\n"));
    for (const QByteArray use : {"miss", "hit"}) {
        for (const QByteArray name : {"a/m", "x", "y"}) {
            const kit::Answer answer = m_fixture->ask(chatOf(name));
            QCOMPARE(answer.header("x-nexus-cache"), use);
            QVERIFY2(answer.body.contains("\"model\":\"" + name + '"'), answer.body.constData());
        }
    }
}

void CacheTest::embeddingsAreKeptAndCountsAreNot()
{
    m_fixture->start(cached());
    m_fixture->a.setDefaultReply(Reply::json(200,
        R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.5]}],"model":"m",)"
        R"("usage":{"prompt_tokens":1,"total_tokens":1}})"));
    for (const QByteArray use : {"miss", "hit"}) {
        const kit::Answer answer
            = m_fixture->ask(R"({"model":"a/m","input":"hi"})", {}, "/llm/v1/embeddings");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("x-nexus-cache"), use);
    }
    const kit::Answer count
        = m_fixture->ask(messageOf("a/m"), {}, QByteArray(TrafficFixture::messagesPath) + "/count_tokens");
    QCOMPARE(count.status, 200);
    QCOMPARE(count.header("x-nexus-cache"), QByteArray("off"));
}

void CacheTest::theSecondTargetIsNamedAfterCommentsToo()
{
    m_fixture->start(TrafficFixture::three("retries.max_attempts = 1\n")
        + "[llm]\nkeepalive = \"50ms\"\n[llm.cache]\nenabled = true\n");
    m_fixture->a.script(errorReply(500).held());
    m_fixture->b.script(streamReply("from b"));
    const auto client = m_fixture->send(chatOf("all", true));
    QVERIFY(client->waitUntil([&client] { return !client->answer().comments().isEmpty(); }));
    m_fixture->a.release();
    QVERIFY(client->waitForAnswers());
    const kit::Answer answer = m_fixture->ask(chatOf("all", true));
    QCOMPARE(answer.header("x-nexus-cache"), QByteArray("hit"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("b"));
    QCOMPARE(answer.events(), streamSeen("all", "from b"));
    QVERIFY(answer.comments().isEmpty());
    QVERIFY(m_fixture->record(1).contains("provider=b upstream_model=m"));
}

void CacheTest::aReloadKeepsAnswersAndSwitchingOffForgetsThem()
{
    m_fixture->start(cached());
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("miss"));
    m_fixture->reload(cached("ttl = \"30m\"\n[llm]\nkeepalive = \"9s\"\n"));
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("hit"));
    m_fixture->reload(TrafficFixture::provider("a"));
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("off"));
    m_fixture->reload(cached());
    QCOMPARE(useOf(chatOf("a/m")), QByteArray("miss"));
    QCOMPARE(m_fixture->a.requestCount(), 3);
}

QTEST_GUILESS_MAIN(CacheTest)
#include "tst_cache.moc"

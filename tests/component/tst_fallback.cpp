// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "kit/modelreplies.h"
#include "trafficfixture.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

//! Which target is asked next, and which provider is left alone for a while.
class FallbackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void targetsOfOtherDialectsAnswerBothKindsOfClient_data();
    void targetsOfOtherDialectsAnswerBothKindsOfClient();
    void aFailingTargetIsLeft_data();
    void aFailingTargetIsLeft();
    void aRefusedRequestIsNotAskedElsewhere_data();
    void aRefusedRequestIsNotAskedElsewhere();
    void aTargetThatRefusesConnectionsIsLeft();
    void aTargetIsRepeatedBeforeItIsLeft();
    void aLongRetryAfterIsNotWaitedFor();
    void aTargetWithoutAKeyIsPassedOver_data();
    void aTargetWithoutAKeyIsPassedOver();
    void theErrorAndTheNamesAreOfTheTargetThatAnswered();
    void withoutAnyKeyNothingIsAsked();
    void nothingFallsBackBehindTheFirstByte();
    void theNextTargetGoesOnBehindComments();
    void aStreamThatBeginsWithAnErrorFallsBack_data();
    void aStreamThatBeginsWithAnErrorFallsBack();
    void theTotalTimeHoldsOverTargets();
    void behindATargetThatFailsTokensAreEstimated();

private:
    std::unique_ptr<TrafficFixture> m_fixture;
    const QByteArray m_gone = "api_key = \"{{ keychain.gone }}\"\n";
    const QByteArray m_once = "retries.max_attempts = 1\n";
};

void FallbackTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
}

void FallbackTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void FallbackTest::targetsOfOtherDialectsAnswerBothKindsOfClient_data()
{
    QTest::addColumn<bool>("isAnthropic");
    QTest::addColumn<bool>("isStream");
    QTest::addColumn<int>("winner");
    for (const bool isAnthropic : {false, true}) {
        for (const bool isStream : {false, true}) {
            for (const int winner : {0, 1, 2}) {
                QTest::addRow("%s client, %s, %c", isAnthropic ? "Anthropic" : "OpenAI",
                    isStream ? "stream" : "whole", "abc"[winner])
                    << isAnthropic << isStream << winner;
            }
        }
    }
}

void FallbackTest::targetsOfOtherDialectsAnswerBothKindsOfClient()
{
    QFETCH(bool, isAnthropic);
    QFETCH(bool, isStream);
    QFETCH(int, winner);
    m_fixture->start(TrafficFixture::provider("a", m_once)
        + TrafficFixture::provider("b", m_once, "anthropic") + TrafficFixture::provider("c", m_once, "google")
        + "[llm.aliases.all]\ntargets = [\"a/gpt-4\", \"b/claude-haiku-4-5\", \"c/gemini-2.5-flash\"]\n");
    kit::ScriptedProvider *const providers[] {&m_fixture->a, &m_fixture->b, &m_fixture->c};
    const int failures[] {500, 529, 503};
    for (int i = 0; i < 3; ++i) {
        if (i == winner) {
            providers[i]->setHandler(kit::modelReply);
        } else {
            providers[i]->setDefaultReply(errorReply(failures[i]));
        }
    }
    const kit::Answer answer = isAnthropic
        ? m_fixture->ask(messageOf("all", isStream), {}, TrafficFixture::messagesPath)
        : m_fixture->ask(chatOf("all", isStream));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("abc").sliced(winner, 1));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray::number(winner + 1));
    QVERIFY2(answer.body.contains(R"("model":"all")"), answer.body.constData());
    QVERIFY(!answer.body.contains("error"));
    if (isStream) {
        QVERIFY(answer.hasTerminator);
        QCOMPARE(answer.body.count("[DONE]"), isAnthropic ? 0 : 1);
        QCOMPARE(answer.body.count(R"({"type":"message_start")"), isAnthropic ? 1 : 0);
        QCOMPARE(answer.body.count(R"({"type":"message_stop")"), isAnthropic ? 1 : 0);
    }
    const QByteArray record = m_fixture->record();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(providers[i]->requestCount(), i <= winner ? 1 : 0);
        QVERIFY(i > winner || m_fixture->attempt(i).contains("provider=" + QByteArray("abc").sliced(i, 1)));
    }
    QVERIFY(record.contains("provider=" + QByteArray("abc").sliced(winner, 1) + ' '));
    QVERIFY(record.contains("outcome=answered"));
    QVERIFY(record.contains("attempts=" + QByteArray::number(winner + 1) + ' '));
}

void FallbackTest::aFailingTargetIsLeft_data()
{
    QTest::addColumn<Reply>("failure");
    for (const int status : {401, 402, 403, 404, 408, 409, 410, 425, 429, 500, 501, 502, 503, 504, 529}) {
        QTest::addRow("%d", status) << errorReply(status);
    }
    QTest::newRow("a web page") << Reply::html(200, "<html>hello</html>");
    QTest::newRow("no JSON") << Reply::json(200, "hello");
    QTest::newRow("half an answer") << wholeReply().cutAfter(30);
    QTest::newRow("a redirect") << Reply::redirect(307, "/v1/elsewhere");
    QTest::newRow("closed at once") << Reply::closeAtOnce();
    QTest::newRow("no first byte") << Reply::hang();
    QTest::newRow("silence in the body") << wholeReply().hangAfter(30);
}

void FallbackTest::aFailingTargetIsLeft()
{
    QFETCH(Reply, failure);
    m_fixture->start(
        TrafficFixture::three(m_once + "timeouts.first_byte = \"200ms\"\ntimeouts.idle = \"200ms\"\n"));
    m_fixture->a.setDefaultReply(failure);
    m_fixture->b.setDefaultReply(wholeReply());
    const kit::Answer answer = m_fixture->ask(chatOf("all"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("b"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("2"));
    QVERIFY(answer.header("retry-after").isEmpty());
    QCOMPARE(m_fixture->a.requestCount(), 1);
    QCOMPARE(m_fixture->b.requestCount(), 1);
    QCOMPARE(m_fixture->c.requestCount(), 0);
    QVERIFY(m_fixture->record().contains("provider=b upstream_model=m"));
    QVERIFY(m_fixture->attempt(0).contains("provider=a"));
    QVERIFY(m_fixture->attempt(0).contains("error="));
    QVERIFY(m_fixture->attempt(1).contains("provider=b model=m status=200"));
}

void FallbackTest::aRefusedRequestIsNotAskedElsewhere_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 413, 422}) {
        QTest::addRow("%d", status) << status;
    }
}

void FallbackTest::aRefusedRequestIsNotAskedElsewhere()
{
    QFETCH(int, status);
    m_fixture->start(TrafficFixture::three());
    m_fixture->a.setDefaultReply(errorReply(status));
    const kit::Answer answer = m_fixture->ask(chatOf("all"));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("a"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("1"));
    QCOMPARE(m_fixture->b.requestCount() + m_fixture->c.requestCount(), 0);
}

void FallbackTest::aTargetThatRefusesConnectionsIsLeft()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QByteArray port = QByteArray::number(closed.serverPort());
    closed.close();
    m_fixture->start("[llm.providers.gone]\ntype = \"openai\"\nbase_url = \"http://127.0.0.1:" + port
        + "/v1\"\n" + TrafficFixture::provider("b") + "[llm.aliases.x]\ntargets = [\"gone/m\", \"b/m\"]\n");
    m_fixture->b.setDefaultReply(streamReply());
    const kit::Answer answer = m_fixture->ask(chatOf("x", true));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.events(), streamSeen("x"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("b"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("4"));
    QVERIFY(m_fixture->record().contains("provider=b"));
    QVERIFY(m_fixture->attempt(2).contains("provider=gone model=m status=0"));
}

void FallbackTest::aTargetIsRepeatedBeforeItIsLeft()
{
    m_fixture->start(TrafficFixture::three("retries.max_attempts = 2\n"));
    m_fixture->a.setDefaultReply(errorReply(500));
    m_fixture->b.script(errorReply(503));
    m_fixture->b.script(wholeReply());
    const kit::Answer answer = m_fixture->ask(chatOf("all"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("4"));
    QCOMPARE(m_fixture->a.requestCount(), 2);
    QCOMPARE(m_fixture->b.requestCount(), 2);
}

void FallbackTest::aLongRetryAfterIsNotWaitedFor()
{
    m_fixture->start(TrafficFixture::three());
    m_fixture->a.setDefaultReply(errorReply(429).withHeader("Retry-After", "30"));
    m_fixture->b.setDefaultReply(wholeReply());
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(m_fixture->ask(chatOf("all")).header("x-nexus-attempts"), QByteArray("2"));
    QVERIFY(elapsed.elapsed() < 5'000);

    m_fixture->b.setDefaultReply(errorReply(503).withHeader("Retry-After", "20"));
    m_fixture->c.setDefaultReply(errorReply(429).withHeader("Retry-After", "10"));
    const kit::Answer answer = m_fixture->ask(chatOf("all"));
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.header("retry-after"), QByteArray("10"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("c"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("3"));
}

void FallbackTest::aTargetWithoutAKeyIsPassedOver_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("isStream");
    for (const bool isStream : {false, true}) {
        QTest::addRow("none, stream %d", isStream) << QByteArray("# no api_key\n") << isStream;
        QTest::addRow("not in the keychain, stream %d", isStream) << m_gone << isStream;
    }
}

void FallbackTest::aTargetWithoutAKeyIsPassedOver()
{
    QFETCH(QByteArray, key);
    QFETCH(bool, isStream);
    m_fixture->start(TrafficFixture::provider("a", key, "anthropic") + TrafficFixture::provider("b")
        + "[llm.aliases.x]\ntargets = [\"a/m\", \"b/m\"]\n");
    m_fixture->b.setDefaultReply(isStream ? streamReply() : wholeReply());
    const kit::Answer answer = m_fixture->ask(chatOf("x", isStream));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("b"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("1"));
    QCOMPARE(m_fixture->a.requestCount(), 0);
    QVERIFY(m_fixture->record().contains("attempts=1 "));
    QVERIFY(m_fixture->attempt().contains("number=1 provider=b"));
}

void FallbackTest::theErrorAndTheNamesAreOfTheTargetThatAnswered()
{
    m_fixture->start(TrafficFixture::provider("a", m_once)
        + TrafficFixture::provider("b", "# no api_key\n", "anthropic")
        + "[llm.aliases.x]\ntargets = [\"a/m\", \"b/n\"]\n");
    m_fixture->a.setDefaultReply(errorReply(503));
    const kit::Answer answer = m_fixture->ask(chatOf("x"));
    QCOMPARE(answer.status, 503);
    QCOMPARE(errorShape(answer.body).code, QByteArray("code-503"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("a"));
    QCOMPARE(answer.header("x-nexus-model"), QByteArray("m"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("1"));
    const QByteArray record = m_fixture->record();
    QVERIFY2(record.contains("provider=a upstream_model=m"), record.constData());
    QVERIFY(record.contains("status=503 outcome=failed cache=off attempts=1"));
}

void FallbackTest::withoutAnyKeyNothingIsAsked()
{
    m_fixture->start(TrafficFixture::provider("a", "# no api_key\n", "anthropic")
        + TrafficFixture::provider("b", "# no api_key\n", "google")
        + "[llm.aliases.x]\ntargets = [\"a/m\", \"b/m\"]\n");
    const kit::Answer answer = m_fixture->ask(chatOf("x"));
    QCOMPARE(answer.status, 401);
    QCOMPARE(errorShape(answer.body).type, QByteArray("authentication_error"));
    QVERIFY(errorShape(answer.body).message.contains("has no API key"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("0"));
    QCOMPARE(m_fixture->a.requestCount() + m_fixture->b.requestCount(), 0);
    QVERIFY(m_fixture->record().contains("status=401 outcome=refused cache=off attempts=0"));
}

void FallbackTest::nothingFallsBackBehindTheFirstByte()
{
    m_fixture->start(TrafficFixture::three());
    const QByteArrayList data = streamData();
    const qsizetype first = eventOf(data[0]).size();
    m_fixture->a.setDefaultReply(Reply::sse(data).holdAfter(first).cutAfter(first));
    m_fixture->b.setDefaultReply(streamReply());
    const auto client = m_fixture->send(chatOf("all", true));
    QVERIFY(client->waitForBody("hello"));
    m_fixture->a.release();
    QVERIFY(client->waitForAnswers());
    QVERIFY(!client->answer().body.contains("[DONE]"));
    QVERIFY(errorShape(client->answer().events().constLast()).isWellFormed);
    QCOMPARE(m_fixture->b.requestCount(), 0);
    QVERIFY(m_fixture->record().contains("provider=a"));
}

void FallbackTest::theNextTargetGoesOnBehindComments()
{
    m_fixture->start(TrafficFixture::three(m_once) + "[llm]\nkeepalive = \"50ms\"\n");
    m_fixture->a.script(errorReply(500).held());
    m_fixture->b.script(streamReply("from b"));
    const auto client = m_fixture->send(chatOf("all", true));
    QVERIFY(client->waitUntil([&client] { return client->answer().comments().size() > 1; }));
    m_fixture->a.release();
    QVERIFY(client->waitForAnswers());
    QCOMPARE(headCount(client->rawBytes()), 1);
    QCOMPARE(client->answer().events(), streamSeen("all", "from b"));
    QVERIFY(m_fixture->record().contains("provider=b"));
}

void FallbackTest::aStreamThatBeginsWithAnErrorFallsBack_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<Reply>("reply");
    QTest::newRow("openai") << QByteArray("openai")
                            << Reply::sse({R"({"error":{"message":"Too much.","type":"server_error"}})"});
    QTest::newRow("anthropic")
        << QByteArray("anthropic")
        << Reply::rawSse({"event: error\n"
               + eventOf(R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})")});
    QTest::newRow("google")
        << QByteArray("google")
        << Reply::sse(
               {R"({"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}})"});
}

void FallbackTest::aStreamThatBeginsWithAnErrorFallsBack()
{
    QFETCH(QByteArray, type);
    QFETCH(Reply, reply);
    m_fixture->start(TrafficFixture::provider("a", m_once, type) + TrafficFixture::provider("b", m_once)
        + "[llm.aliases.x]\ntargets = [\"a/m\", \"b/m\"]\n");
    m_fixture->a.setDefaultReply(reply);
    m_fixture->b.setDefaultReply(streamReply());
    const kit::Answer answer = m_fixture->ask(chatOf("x", true));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.events(), streamSeen("x"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("b"));
    QVERIFY(m_fixture->record().contains("outcome=answered"));
    QVERIFY(m_fixture->attempt(0).contains("provider=a model=m status=200"));
    QVERIFY(m_fixture->attempt(0).contains("error="));
}

void FallbackTest::theTotalTimeHoldsOverTargets()
{
    m_fixture->start(TrafficFixture::three("timeouts.total = \"500ms\"\n"));
    m_fixture->a.setDefaultReply(Reply::hang());
    m_fixture->b.setDefaultReply(wholeReply());
    const kit::Answer answer = m_fixture->ask(chatOf("all"));
    QCOMPARE(answer.status, 504);
    QCOMPARE(errorShape(answer.body).type, QByteArray("timeout_error"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("a"));
    QVERIFY(m_fixture->record().contains("provider=a upstream_model=m"));
    QCOMPARE(m_fixture->b.requestCount(), 0);
}

// Who has no such service is not asked; the answer is the gateway's own.
void FallbackTest::behindATargetThatFailsTokensAreEstimated()
{
    m_fixture->start(TrafficFixture::provider("a", m_once, "anthropic") + TrafficFixture::provider("b")
        + "[llm.aliases.x]\ntargets = [\"a/m\", \"b/m\"]\n");
    m_fixture->a.setDefaultReply(errorReply(529));
    const kit::Answer answer
        = m_fixture->ask(messageOf("x"), {}, QByteArray(TrafficFixture::messagesPath) + "/count_tokens");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("input_tokens"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("b"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("1"));
    QCOMPARE(m_fixture->b.requestCount(), 0);
    const QByteArray record = m_fixture->record();
    QVERIFY2(record.contains("provider=b upstream_model=m"), record.constData());
    QVERIFY2(record.contains("status=200 outcome=answered cache=off attempts=1"), record.constData());
}

QTEST_GUILESS_MAIN(FallbackTest)
#include "tst_fallback.moc"

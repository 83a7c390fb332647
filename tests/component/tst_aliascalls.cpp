// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "trafficfixture.h"

#include <QTest>

#include <map>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

//! Names that stand for others: where they lead, and what they add to a request.
class AliasCallsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anAnswerCarriesTheNameOfTheAlias_data();
    void anAnswerCarriesTheNameOfTheAlias();
    void roundRobinBeginsOneFurtherEachTime();
    void roundRobinGoesOnInARing();
    void weightsShareTheRequests();
    void theQuickerTargetGetsMostRequests();
    void withoutDefaultsEveryByteStays();
    void defaultsAreAddedAndNothingElseChanges_data();
    void defaultsAreAddedAndNothingElseChanges();
    void defaultsForAnAnthropicClient();
    void defaultsAreSaidInTheWordsOfEachTarget();
    void anAliasMayStandForAnother();
    void anAliasIsListedAsAModel();

private:
    [[nodiscard]] std::map<QByteArray, int> winners(int count);

    std::unique_ptr<TrafficFixture> m_fixture;
};

void AliasCallsTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
    for (kit::ScriptedProvider *provider : {&m_fixture->a, &m_fixture->b, &m_fixture->c}) {
        provider->setDefaultReply(wholeReply());
    }
}

void AliasCallsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

// How often each provider answered.
std::map<QByteArray, int> AliasCallsTest::winners(int count)
{
    std::map<QByteArray, int> winners;
    for (int i = 0; i < count; ++i) {
        const kit::Answer answer = m_fixture->ask(chatOf("x"));
        ++winners[answer.status == 200 ? answer.header("x-nexus-provider") : QByteArray("none")];
    }
    return winners;
}

void AliasCallsTest::anAnswerCarriesTheNameOfTheAlias_data()
{
    QTest::addColumn<bool>("isAnthropic");
    QTest::addColumn<bool>("isStream");
    QTest::newRow("OpenAI, whole") << false << false;
    QTest::newRow("OpenAI, stream") << false << true;
    QTest::newRow("Anthropic, whole") << true << false;
    QTest::newRow("Anthropic, stream") << true << true;
}

void AliasCallsTest::anAnswerCarriesTheNameOfTheAlias()
{
    QFETCH(bool, isAnthropic);
    QFETCH(bool, isStream);
    m_fixture->start(TrafficFixture::provider("a", "[llm.providers.a.models.public]\nrename = \"real\"\n")
        + "[llm.aliases]\n\"my/alias\" = \"a/public\"\n");
    m_fixture->a.setDefaultReply(isStream ? streamReply() : wholeReply());
    const kit::Answer answer = isAnthropic
        ? m_fixture->ask(messageOf("my/alias", isStream), {}, TrafficFixture::messagesPath)
        : m_fixture->ask(chatOf("my/alias", isStream));
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.body.contains(R"("model":"my/alias")"), answer.body.constData());
    QVERIFY(!answer.body.contains(R"("model":"m")"));
    QCOMPARE(answer.header("x-nexus-model"), QByteArray("real"));
    QVERIFY(m_fixture->a.received(0).body.contains(R"("model":"real")"));
    QVERIFY(m_fixture->record().contains("model=my/alias provider=a upstream_model=real"));
}

void AliasCallsTest::roundRobinBeginsOneFurtherEachTime()
{
    m_fixture->start("server.workers = 2\n" + TrafficFixture::three()
        + "[llm.aliases.x]\ntargets = [\"a/m\", \"b/m\", \"c/m\"]\nstrategy = \"round_robin\"\n");
    QByteArrayList order;
    for (int i = 0; i < 6; ++i) {
        order.append(m_fixture->ask(chatOf("x")).header("x-nexus-provider"));
    }
    QCOMPARE(order, QByteArrayList({"a", "b", "c", "a", "b", "c"}));
    QCOMPARE(m_fixture->b.requestCount(), 2);
}

void AliasCallsTest::roundRobinGoesOnInARing()
{
    m_fixture->start(TrafficFixture::three("retries.max_attempts = 1\n")
        + "[llm.aliases.x]\ntargets = [\"a/m\", \"b/m\", \"c/m\"]\nstrategy = \"round_robin\"\n");
    m_fixture->c.setDefaultReply(errorReply(500));
    QByteArrayList order;
    for (int i = 0; i < 3; ++i) {
        const kit::Answer answer = m_fixture->ask(chatOf("x"));
        order.append(answer.header("x-nexus-provider") + answer.header("x-nexus-attempts"));
    }
    QCOMPARE(order, QByteArrayList({"a1", "b1", "a2"}));
}

void AliasCallsTest::weightsShareTheRequests()
{
    const auto weighted = [](const QByteArray &weights) {
        return TrafficFixture::three("retries.max_attempts = 1\n")
            + "[llm.aliases.x]\ntargets = [\"a/m\", \"b/m\"]\nstrategy = \"weighted\"\nweights = " + weights
            + '\n';
    };
    m_fixture->start(weighted("[1, 1]"));
    // With equal weights, forty of forty on one side come once in 500 thousand million runs.
    auto shares = winners(40);
    QVERIFY(shares["a"] > 0 && shares["b"] > 0);
    QCOMPARE(shares["a"] + shares["b"], 40);

    m_fixture->reload(weighted("[0, 1]"));
    shares = winners(10);
    QCOMPARE(shares["b"], 10);

    // One without a weight is still there when the others fail.
    m_fixture->b.setDefaultReply(errorReply(500));
    const kit::Answer answer = m_fixture->ask(chatOf("x"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("a"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("2"));
}

void AliasCallsTest::theQuickerTargetGetsMostRequests()
{
    m_fixture->start(TrafficFixture::three()
        + "[llm.aliases.x]\ntargets = [\"a/m\", \"b/m\"]\nstrategy = \"least_latency\"\n");
    m_fixture->a.setDefaultReply(wholeReply().dripping(20, 30ms));
    // Each is measured once; later one request in twenty tries the slower one again.
    auto shares = winners(20);
    QVERIFY2(shares["a"] >= 1 && shares["a"] <= 8, QByteArray::number(shares["a"]).constData());
    QCOMPARE(shares["a"] + shares["b"], 20);
}

void AliasCallsTest::withoutDefaultsEveryByteStays()
{
    m_fixture->start(TrafficFixture::three());
    const QByteArray body = "{ \"z\" : 12345678901234567890,\n\"model\" :\"all\", \"messages\":[ ],"
                            " \"top_p\":1.00, \"unknown\":{\"a\":[null]} }";
    QCOMPARE(m_fixture->ask(body).status, 200);
    QCOMPARE(m_fixture->a.received(0).body, QByteArray(body).replace("\"all\"", "\"m\""));
}

void AliasCallsTest::defaultsAreAddedAndNothingElseChanges_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("nothing said")
        << QByteArray(R"({"model":"x", "messages":[ {"role":"user","content":"hi"}], "n":1.0})")
        << QByteArray(
               R"({"model":"m", "messages":[{"role":"system","content":"Be brief."}, {"role":"user","content":"hi"}], "n":1.0,"temperature":0.25,"max_tokens":77})");
    QTest::newRow("everything said")
        << QByteArray(
               R"({"temperature":1.50,"max_tokens":3,"model":"x","messages":[{"role":"developer","content":"Hm."}]})")
        << QByteArray(
               R"({"temperature":1.50,"max_tokens":3,"model":"m","messages":[{"role":"developer","content":"Hm."}]})");
    QTest::newRow("some of it")
        << QByteArray(
               R"({"max_completion_tokens":5,"model":"x","messages":[{"role":"user","content":"hi"},{"role":"system","content":"No."}]})")
        << QByteArray(
               R"({"max_completion_tokens":5,"model":"m","messages":[{"role":"user","content":"hi"},{"role":"system","content":"No."}],"temperature":0.25})");
}

void AliasCallsTest::defaultsAreAddedAndNothingElseChanges()
{
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, sent);
    m_fixture->start(TrafficFixture::provider("a")
        + "[llm.aliases.x]\ntargets = [\"a/m\"]\ntemperature = 0.25\nmax_tokens = 77\nsystem = \"Be "
          "brief.\"\n");
    QCOMPARE(m_fixture->ask(asked).status, 200);
    QCOMPARE(m_fixture->a.received(0).body, sent);
    // Of the alias alone.
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    QCOMPARE(m_fixture->a.received(1).body, chatOf("m"));
}

void AliasCallsTest::defaultsForAnAnthropicClient()
{
    m_fixture->start(TrafficFixture::provider("a", {}, "anthropic")
        + "[llm.aliases.x]\ntargets = [\"a/m\"]\ntemperature = 0.25\nmax_tokens = 77\nsystem = \"Be "
          "brief.\"\n");
    m_fixture->a.setDefaultReply(Reply::json(200,
        R"({"id":"m1","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"ok"}],)"
        R"("stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}})"));
    QCOMPARE(m_fixture->ask(messageOf("x"), {}, TrafficFixture::messagesPath).status, 200);
    const QByteArray sent = m_fixture->a.received(0).body;
    QVERIFY2(sent.contains(R"("temperature":0.25)"), sent.constData());
    QVERIFY(sent.contains(R"("system":"Be brief.")"));
    QVERIFY(sent.contains(R"("max_tokens":64)") && !sent.contains("77"));
}

void AliasCallsTest::defaultsAreSaidInTheWordsOfEachTarget()
{
    m_fixture->start(TrafficFixture::three("retries.max_attempts = 1\n")
        + "[llm.aliases.x]\ntargets = [\"a/gpt-4o\", \"b/o3\"]\nmax_tokens = 77\n");
    m_fixture->a.setDefaultReply(errorReply(500));
    QCOMPARE(m_fixture->ask(chatOf("x")).status, 200);
    QVERIFY(m_fixture->a.received(0).body.endsWith(R"("max_tokens":77})"));
    QVERIFY(m_fixture->b.received(0).body.endsWith(R"("max_completion_tokens":77})"));
}

void AliasCallsTest::anAliasMayStandForAnother()
{
    m_fixture->start(TrafficFixture::three("retries.max_attempts = 1\n")
        + "[llm.aliases.x]\ntargets = [\"inner\", \"c/m\"]\ntemperature = 0.5\n"
          "[llm.aliases.inner]\ntargets = [\"a/m\", \"b/m\"]\ntemperature = 0.25\n");
    m_fixture->a.setDefaultReply(errorReply(500));
    m_fixture->b.setDefaultReply(errorReply(500));
    const kit::Answer answer = m_fixture->ask(chatOf("x"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("c"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("3"));
    QVERIFY(answer.body.contains(R"("model":"x")"));
    // What the inner alias adds stays behind.
    QVERIFY(m_fixture->a.received(0).body.contains(R"("temperature":0.5})"));
    QCOMPARE(m_fixture->ask(chatOf("inner")).status, 502);
    QVERIFY(m_fixture->a.received(1).body.contains(R"("temperature":0.25})"));
}

void AliasCallsTest::anAliasIsListedAsAModel()
{
    m_fixture->start(TrafficFixture::three());
    const auto client = m_fixture->gateway.connect();
    client->request("GET", "/llm/v1/models");
    QVERIFY(client->waitForAnswers());
    QVERIFY(client->answer().body.contains(R"("id":"all")"));
    client->request("GET", "/llm/v1/models/all");
    QVERIFY(client->waitForAnswers(2));
    QCOMPARE(client->answer(1).status, 200);
}

QTEST_GUILESS_MAIN(AliasCallsTest)
#include "tst_aliascalls.moc"

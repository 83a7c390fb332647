// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "trafficfixture.h"

#include <QTest>

using namespace nexus;
using kit::Reply;

//! Several keys of one provider: in turn, and past those that were refused or used up.
class ApiKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keysAreUsedInTurn();
    void aKeyThatNeedsAnotherHeaderIsUsedInTurnAsWell_data();
    void aKeyThatNeedsAnotherHeaderIsUsedInTurnAsWell();
    void aRefusedKeyRestsAndTheNextIsTriedAtOnce_data();
    void aRefusedKeyRestsAndTheNextIsTriedAtOnce();
    void anotherRefusalIsNoMatterOfTheKey();
    void whenAllKeysAreUsedUpTheErrorGoesOut();
    void whenAllKeysAreRefusedTheErrorGoesOut();
    void whenAllKeysAreUsedUpAnAliasGoesOn();
    void aSingleKeyNeverRests();
    void otherKeysAfterAReloadStartAnew();
    void aForwardedKeyTakesNoTurn();
    void noKeyShowsInWhatAProviderSays();

private:
    //! The key of request number \a index.
    [[nodiscard]] QByteArray keyOf(int index) const;
    [[nodiscard]] QByteArrayList keys() const;
    void answerByKey(const QHash<QByteArray, Reply> &replies);

    static constexpr const char *m_three
        = "api_keys = [\"sk-key-of-a1\", \"sk-key-of-a2\", \"sk-key-of-a3\"]\nretries.max_attempts = 1\n";
    std::unique_ptr<TrafficFixture> m_fixture;
};

void ApiKeysTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
    m_fixture->a.setDefaultReply(wholeReply());
}

void ApiKeysTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

QByteArray ApiKeysTest::keyOf(int index) const
{
    return m_fixture->a.received(index).header("authorization").sliced(qstrlen("Bearer sk-key-of-"));
}

QByteArrayList ApiKeysTest::keys() const
{
    QByteArrayList keys;
    for (int i = 0; i < m_fixture->a.requestCount(); ++i) {
        keys.append(keyOf(i));
    }
    return keys;
}

void ApiKeysTest::answerByKey(const QHash<QByteArray, Reply> &replies)
{
    m_fixture->a.setHandler([replies](const kit::ReceivedRequest &request) {
        return replies.value(
            request.header("authorization").sliced(qstrlen("Bearer sk-key-of-")), wholeReply());
    });
}

void ApiKeysTest::keysAreUsedInTurn()
{
    m_fixture->start(TrafficFixture::provider("a", m_three));
    for (int i = 0; i < 7; ++i) {
        QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    }
    QCOMPARE(keys(), QByteArrayList({"a1", "a2", "a3", "a1", "a2", "a3", "a1"}));
}

void ApiKeysTest::aKeyThatNeedsAnotherHeaderIsUsedInTurnAsWell_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("anthropic") << QByteArray("anthropic") << QByteArray("x-api-key");
    QTest::newRow("google") << QByteArray("google") << QByteArray("x-goog-api-key");
}

void ApiKeysTest::aKeyThatNeedsAnotherHeaderIsUsedInTurnAsWell()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, header);
    m_fixture->start(TrafficFixture::provider("a", m_three, type));
    m_fixture->a.setDefaultReply(errorReply(400));
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 400);
    }
    QCOMPARE(m_fixture->a.received(0).header(header), QByteArray("sk-key-of-a1"));
    QCOMPARE(m_fixture->a.received(1).header(header), QByteArray("sk-key-of-a2"));
    QCOMPARE(m_fixture->a.received(3).header(header), QByteArray("sk-key-of-a1"));
}

void ApiKeysTest::aRefusedKeyRestsAndTheNextIsTriedAtOnce_data()
{
    QTest::addColumn<Reply>("refusal");
    QTest::newRow("401") << errorReply(401);
    QTest::newRow("429") << errorReply(429).withHeader("Retry-After", "30");
    QTest::newRow("403 about the key") << Reply::json(
        403, R"({"error":{"message":"No.","type":"authentication_error","code":"invalid_api_key"}})");
}

void ApiKeysTest::aRefusedKeyRestsAndTheNextIsTriedAtOnce()
{
    QFETCH(Reply, refusal);
    m_fixture->start(TrafficFixture::provider("a", m_three));
    answerByKey({{"a1", refusal}});
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("2"));
    QVERIFY(answer.header("retry-after").isEmpty());
    QVERIFY(m_fixture->record().contains("outcome=answered cache=off attempts=2"));
    QVERIFY(m_fixture->attempt(0).contains("error="));
    QVERIFY(m_fixture->attempt(1).contains("status=200"));
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(m_fixture->ask(chatOf("a/m")).header("x-nexus-attempts"), QByteArray("1"));
    }
    QCOMPARE(keys(), QByteArrayList({"a1", "a2", "a3", "a2", "a3", "a2"}));
    QVERIFY(m_fixture->gateway.logLines().join().contains("key_resting: provider=a")
        || m_fixture->gateway.events("key_resting").size() == 1);
}

void ApiKeysTest::anotherRefusalIsNoMatterOfTheKey()
{
    m_fixture->start(TrafficFixture::provider("a", m_three));
    for (const int status : {400, 403, 404, 422}) {
        m_fixture->a.script(errorReply(status));
        const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("1"));
    }
    QCOMPARE(keys(), QByteArrayList({"a1", "a2", "a3", "a1"}));
}

void ApiKeysTest::whenAllKeysAreUsedUpTheErrorGoesOut()
{
    m_fixture->start(TrafficFixture::provider("a", m_three));
    answerByKey({{"a1", errorReply(429).withHeader("Retry-After", "30")},
        {"a2", errorReply(429).withHeader("Retry-After", "20")},
        {"a3", errorReply(429).withHeader("Retry-After", "40")}});
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(answer.status, 429);
    QCOMPARE(errorShape(answer.body).code, QByteArray("code-429"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("3"));
    QCOMPARE(answer.header("retry-after"), QByteArray("40"));
    QCOMPARE(keys(), QByteArrayList({"a1", "a2", "a3"}));
    QVERIFY(m_fixture->record().contains("status=429 outcome=failed cache=off attempts=3"));
    // The one whose rest ends first is asked all the same.
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 429);
    QCOMPARE(keyOf(3), QByteArray("a2"));
}

void ApiKeysTest::whenAllKeysAreRefusedTheErrorGoesOut()
{
    m_fixture->start(TrafficFixture::provider("a", m_three));
    m_fixture->a.setDefaultReply(errorReply(401));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("3"));
    QCOMPARE(keys(), QByteArrayList({"a1", "a2", "a3"}));
}

void ApiKeysTest::whenAllKeysAreUsedUpAnAliasGoesOn()
{
    m_fixture->start(TrafficFixture::provider("a", m_three) + TrafficFixture::provider("b")
        + "[llm.aliases.x]\ntargets = [\"a/m\", \"b/m\"]\n");
    m_fixture->a.setDefaultReply(errorReply(429).withHeader("Retry-After", "30"));
    m_fixture->b.setDefaultReply(streamReply());
    const kit::Answer answer = m_fixture->ask(chatOf("x", true));
    QCOMPARE(answer.events(), streamSeen("x"));
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("b"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("4"));
}

void ApiKeysTest::aSingleKeyNeverRests()
{
    m_fixture->start(TrafficFixture::provider("a", "retries.max_attempts = 1\n"));
    m_fixture->a.script(errorReply(401));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 401);
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    QCOMPARE(keys(), QByteArrayList({"a", "a"}));
}

void ApiKeysTest::otherKeysAfterAReloadStartAnew()
{
    m_fixture->start(TrafficFixture::provider("a", m_three));
    answerByKey({{"a1", errorReply(401)}, {"a2", errorReply(401)}});
    QCOMPARE(m_fixture->ask(chatOf("a/m")).header("x-nexus-attempts"), QByteArray("3"));
    m_fixture->reload(TrafficFixture::provider("a", m_three) + "[llm]\nkeepalive = \"9s\"\n");
    QCOMPARE(m_fixture->ask(chatOf("a/m")).header("x-nexus-attempts"), QByteArray("1"));
    answerByKey({});
    m_fixture->reload(TrafficFixture::provider("a", "api_keys = [\"sk-key-of-a1\", \"sk-key-of-a4\"]\n"));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    QCOMPARE(keys(), QByteArrayList({"a1", "a2", "a3", "a3", "a1", "a4"}));
}

void ApiKeysTest::aForwardedKeyTakesNoTurn()
{
    m_fixture->start(TrafficFixture::provider("a", QByteArray(m_three) + "forward_token = true\n"));
    m_fixture->a.script(errorReply(401));
    const kit::Answer refused = m_fixture->ask(chatOf("a/m"), {{"X-Provider-API-Key", "sk-key-of-client"}});
    // It is the client's to be right.
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.header("x-nexus-attempts"), QByteArray("1"));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    QCOMPARE(m_fixture->ask(chatOf("a/m"), {{"X-Provider-API-Key", "sk-key-of-other"}}).status, 200);
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    QCOMPARE(keys(), QByteArrayList({"client", "a1", "other", "a2"}));
}

void ApiKeysTest::noKeyShowsInWhatAProviderSays()
{
    m_fixture->start(TrafficFixture::provider("a", m_three));
    // Also the keys that the call was not made with.
    const QByteArray words = R"({"error":{"message":"Not sk-key-of-a1, sk-key-of-a2 or sk-key-of-a3.",)"
                             R"("type":"sk-key-of-a2","code":"sk-key-of-a3","param":"sk-key-of-a1"}})";
    for (const int status : {400, 401, 429, 500}) {
        m_fixture->a.setDefaultReply(Reply::json(status, words));
        const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
        QVERIFY(answer.status >= 400);
        QVERIFY2(!answer.body.contains("sk-key-of-"), answer.body.constData());
        QVERIFY(errorShape(answer.body).isWellFormed);
    }
    m_fixture->a.setDefaultReply(Reply::sse({words}));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m", true));
    QVERIFY2(!answer.body.isEmpty() && !answer.body.contains("sk-key-of-"), answer.body.constData());
    QVERIFY(m_fixture->record(4).contains("outcome=failed"));
}

QTEST_GUILESS_MAIN(ApiKeysTest)
#include "tst_apikeys.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "clientcalls.h"
#include "trafficfixture.h"

#include <QTest>

using namespace nexus;

//! A provider whose key the keychain does not have: it alone is out, and says what to do.
class MissingKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<TrafficFixture>();
        m_fixture->a.setDefaultReply(wholeReply());
        m_fixture->b.setDefaultReply(wholeReply());
    }
    void cleanup()
    {
        QVERIFY(!m_fixture->hasLoggedKey());
        m_fixture.reset();
    }

    void itAnswers401InBothDialectsAndTheOtherServes();
    void nobodyAsksItForItsModels();
    void aServerOfOnesOwnIsNotAskedWithoutItsKey();
    void bedrockTakesNoOtherCredentials();
    void theKeyOfAClientIsPassedOn();
    void oneKeyOfSeveralIsEnough();
    void theKeyCountsFromTheReloadOn();
    void healthSaysIt();

private:
    [[nodiscard]] static QByteArray keyless(const QByteArray &more = {}, const QByteArray &type = "openai")
    {
        return TrafficFixture::provider("a", m_gone + more, type);
    }
    [[nodiscard]] kit::Answer ask(const QByteArray &model) const { return m_fixture->ask(chatOf(model)); }

    inline static const QByteArray m_gone = "api_key = \"{{ keychain.gone }}\"\n";
    std::unique_ptr<TrafficFixture> m_fixture;
};

void MissingKeysTest::itAnswers401InBothDialectsAndTheOtherServes()
{
    m_fixture->start(keyless() + TrafficFixture::provider("b"));
    const kit::Answer chat = ask("a/m");
    QCOMPARE(chat.status, 401);
    const ErrorShape error = errorShape(chat.body);
    QVERIFY(error.isWellFormed);
    QCOMPARE(error.type, QByteArray("authentication_error"));
    QVERIFY2(error.message.startsWith("Provider 'a' lacks the key {{ keychain.gone }} of test.toml:"),
        error.message.constData());
    QVERIFY2(error.message.contains("`nexus key set gone`"), error.message.constData());
    const kit::Answer message = m_fixture->ask(messageOf("a/m"), {}, TrafficFixture::messagesPath);
    QCOMPARE(message.status, 401);
    QCOMPARE(anthropicErrorType(message.body), QByteArray("authentication_error"));
    QVERIFY2(message.body.contains("`nexus key set gone`"), message.body.constData());
    QCOMPARE(ask("b/m").status, 200);
    QCOMPARE(m_fixture->a.requestCount(), 0);
}

void MissingKeysTest::nobodyAsksItForItsModels()
{
    m_fixture->start(keyless() + TrafficFixture::provider("b"));
    QVERIFY(get(m_fixture->gateway, "/llm/v1/models").status == 200);
    QTRY_VERIFY(m_fixture->b.requestCount() > 0);
    QCOMPARE(m_fixture->a.requestCount(), 0);
}

// It would do without a key if the file named none.
void MissingKeysTest::aServerOfOnesOwnIsNotAskedWithoutItsKey()
{
    m_fixture->start(keyless({}, "ollama"));
    QCOMPARE(ask("a/m").status, 401);
    QCOMPARE(m_fixture->a.requestCount(), 0);
}

void MissingKeysTest::bedrockTakesNoOtherCredentials()
{
    m_fixture->gateway.environment
        = Environment({{QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("AKIAX")},
            {QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("s")},
            {QStringLiteral("AWS_BEARER_TOKEN_BEDROCK"), QStringLiteral("t")}});
    m_fixture->start(keyless("region = \"us-east-1\"\n", "bedrock"));
    QCOMPARE(ask("a/m").status, 401);
    QCOMPARE(m_fixture->a.requestCount(), 0);
}

void MissingKeysTest::theKeyOfAClientIsPassedOn()
{
    m_fixture->start(keyless("forward_token = true\n"));
    QCOMPARE(ask("a/m").status, 401);
    QCOMPARE(m_fixture->ask(chatOf("a/m"), {{"X-Provider-API-Key", "sk-of-the-client"}}).status, 200);
    QCOMPARE(m_fixture->a.received(0).header("authorization"), QByteArray("Bearer sk-of-the-client"));
}

void MissingKeysTest::oneKeyOfSeveralIsEnough()
{
    m_fixture->start(
        TrafficFixture::provider("a", "api_keys = [\"{{ keychain.gone }}\", \"sk-key-of-a2\"]\n"));
    QCOMPARE(ask("a/m").status, 200);
    QCOMPARE(m_fixture->a.received(0).header("authorization"), QByteArray("Bearer sk-key-of-a2"));
}

void MissingKeysTest::theKeyCountsFromTheReloadOn()
{
    m_fixture->start(keyless());
    QCOMPARE(ask("a/m").status, 401);
    m_fixture->reload(TrafficFixture::provider("a"));
    QCOMPARE(ask("a/m").status, 200);
}

void MissingKeysTest::healthSaysIt()
{
    m_fixture->start(keyless() + TrafficFixture::provider("b"));
    const QByteArray health = get(m_fixture->gateway, "/health").body;
    QVERIFY2(
        health.contains(R"("state":"no_key","key_problem":"Provider 'a' lacks the key)"), health.constData());
    for (const QByteArray part : {"\"state\":\"no_key\",\"key_problem\":\"Provider 'a' lacks the key",
             "\"state\":\"unused\",\"key_problem\":null"}) {
        QVERIFY2(health.contains(part), health.constData());
    }
}

QTEST_GUILESS_MAIN(MissingKeysTest)
#include "tst_missingkeys.moc"

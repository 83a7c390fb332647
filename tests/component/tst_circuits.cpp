// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "trafficfixture.h"

#include <QTest>

using namespace nexus;
using kit::Reply;

//! A provider that keeps failing is left alone, and found again.
class CircuitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void afterEnoughFailuresNothingIsAskedAnyMore();
    void aRepetitionThatOpensTheCircuitGivesTheProvidersError();
    void refusalsOpenNothing();
    void aProbeClosesTheCircuit();
    void aProbeThatFailsOpensItAgain();
    void aProbeWhoseClientLeavesGivesItsPlaceBack();
    void anAliasPassesOverAnOpenTarget();
    void whenAllTargetsRestTheClientHearsWhenToComeBack();

private:
    [[nodiscard]] static QByteArray breaker(const QByteArray &cooldown);

    std::unique_ptr<TrafficFixture> m_fixture;
    const QByteArray m_once = "retries.max_attempts = 1\n";
};

void CircuitsTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
}

void CircuitsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

QByteArray CircuitsTest::breaker(const QByteArray &cooldown)
{
    return "[llm.circuit_breaker]\nfailures = 3\nwindow = \"60s\"\ncooldown = \"" + cooldown + "\"\n";
}

void CircuitsTest::afterEnoughFailuresNothingIsAskedAnyMore()
{
    m_fixture->start(TrafficFixture::provider("a", m_once) + breaker("20s"));
    m_fixture->a.setDefaultReply(errorReply(500));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_fixture->circuit("a"), QByteArray("closed"));
        QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 502);
    }
    QCOMPARE(m_fixture->circuit("a"), QByteArray("open"));
    m_fixture->a.setDefaultReply(wholeReply());
    for (const bool isStream : {false, true}) {
        const kit::Answer answer = m_fixture->ask(chatOf("a/m", isStream));
        QCOMPARE(answer.status, 503);
        const int wait = answer.header("retry-after").toInt();
        QVERIFY2(wait >= 1 && wait <= 20, answer.header("retry-after").constData());
        const ErrorShape error = errorShape(answer.body);
        QVERIFY2(error.isWellFormed, answer.body.constData());
        QCOMPARE(error.code, QByteArray("provider_resting"));
        QCOMPARE(error.type, QByteArray("overloaded_error"));
        QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("0"));
        QCOMPARE(answer.header("x-nexus-provider"), QByteArray("a"));
    }
    const kit::Answer message = m_fixture->ask(messageOf("a/m"), {}, TrafficFixture::messagesPath);
    QCOMPARE(message.status, 503);
    QCOMPARE(errorTypeOf(message.body), QByteArray("overloaded_error"));
    QCOMPARE(m_fixture->a.requestCount(), 3);
    QTRY_COMPARE(m_fixture->recordsWith("status=503 outcome=refused cache=off attempts=0"), 3);
    QVERIFY(m_fixture->gateway.logLines().join().contains("circuit_opened"));
}

void CircuitsTest::aRepetitionThatOpensTheCircuitGivesTheProvidersError()
{
    m_fixture->start(TrafficFixture::provider("a", "retries.max_attempts = 5\n") + breaker("20s"));
    m_fixture->a.setDefaultReply(errorReply(503));
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(answer.status, 503);
    QCOMPARE(errorShape(answer.body).code, QByteArray("code-503"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("3"));
    QCOMPARE(m_fixture->a.requestCount(), 3);
}

void CircuitsTest::refusalsOpenNothing()
{
    m_fixture->start(TrafficFixture::provider("a", m_once) + breaker("20s"));
    for (const int status : {400, 401, 403, 404, 413, 422, 429}) {
        m_fixture->a.script(errorReply(status));
        QCOMPARE(m_fixture->ask(chatOf("a/m")).status, status);
    }
    QCOMPARE(m_fixture->circuit("a"), QByteArray("closed"));
}

void CircuitsTest::aProbeClosesTheCircuit()
{
    m_fixture->start(TrafficFixture::provider("a", m_once) + breaker("1s"));
    m_fixture->a.setDefaultReply(errorReply(500));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 502);
    }
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 503);
    QTRY_COMPARE(m_fixture->circuit("a"), QByteArray("half_open"));
    m_fixture->a.setDefaultReply(wholeReply().held());
    const auto probe = m_fixture->send(chatOf("a/m"));
    QTRY_COMPARE(m_fixture->a.heldRequests().size(), std::size_t(1));
    // One at a time.
    const kit::Answer other = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(other.status, 503);
    QCOMPARE(errorShape(other.body).code, QByteArray("provider_resting"));
    QCOMPARE(m_fixture->a.requestCount(), 4);
    m_fixture->a.setDefaultReply(wholeReply());
    m_fixture->a.release(3);
    QVERIFY(probe->waitForAnswers());
    QCOMPARE(probe->answer().status, 200);
    QCOMPARE(m_fixture->circuit("a"), QByteArray("closed"));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    QVERIFY(m_fixture->gateway.logLines().join().contains("circuit_closed"));
}

void CircuitsTest::aProbeThatFailsOpensItAgain()
{
    m_fixture->start(TrafficFixture::provider("a", m_once) + breaker("1s"));
    m_fixture->a.setDefaultReply(errorReply(500));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 502);
    }
    QTRY_COMPARE(m_fixture->circuit("a"), QByteArray("half_open"));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 502);
    QCOMPARE(m_fixture->circuit("a"), QByteArray("open"));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 503);
    QCOMPARE(m_fixture->a.requestCount(), 4);
}

void CircuitsTest::aProbeWhoseClientLeavesGivesItsPlaceBack()
{
    m_fixture->start(TrafficFixture::provider("a", m_once) + breaker("1s"));
    m_fixture->a.setDefaultReply(errorReply(500));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 502);
    }
    QTRY_COMPARE(m_fixture->circuit("a"), QByteArray("half_open"));
    m_fixture->a.script(Reply::hang());
    const auto probe = m_fixture->send(chatOf("a/m"));
    QTRY_COMPARE(m_fixture->a.requestCount(), 4);
    probe->reset();
    QTRY_COMPARE(m_fixture->recordsWith("outcome=client_gone"), 1);
    m_fixture->a.setDefaultReply(wholeReply());
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
}

void CircuitsTest::anAliasPassesOverAnOpenTarget()
{
    m_fixture->start(TrafficFixture::three(m_once) + breaker("20s"));
    m_fixture->a.setDefaultReply(errorReply(500));
    m_fixture->b.setDefaultReply(wholeReply());
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_fixture->ask(chatOf("all")).header("x-nexus-attempts"), QByteArray("2"));
    }
    const kit::Answer answer = m_fixture->ask(chatOf("all"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("b"));
    QCOMPARE(answer.header("x-nexus-attempts"), QByteArray("1"));
    QCOMPARE(m_fixture->a.requestCount(), 3);
    QVERIFY(m_fixture->record(3).contains("provider=b"));
}

void CircuitsTest::whenAllTargetsRestTheClientHearsWhenToComeBack()
{
    m_fixture->start(TrafficFixture::three(m_once) + breaker("20s"));
    for (kit::ScriptedProvider *provider : {&m_fixture->a, &m_fixture->b, &m_fixture->c}) {
        provider->setDefaultReply(errorReply(500));
    }
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(m_fixture->ask(chatOf("all")).status, 502);
    }
    const kit::Answer answer = m_fixture->ask(chatOf("all"));
    QCOMPARE(answer.status, 503);
    QCOMPARE(errorShape(answer.body).code, QByteArray("provider_resting"));
    QVERIFY(answer.header("retry-after").toInt() >= 1);
    QCOMPARE(m_fixture->a.requestCount() + m_fixture->b.requestCount() + m_fixture->c.requestCount(), 9);
}

QTEST_GUILESS_MAIN(CircuitsTest)
#include "tst_circuits.moc"

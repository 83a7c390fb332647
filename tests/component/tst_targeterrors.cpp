// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "trafficfixture.h"

#include <QTest>

using namespace nexus;

//! What a client and the log are told when no target of an alias answers.
class TargetErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theErrorNamesEveryTarget();
    void theMessageOfTheLastRefusalStays();

private:
    std::unique_ptr<TrafficFixture> m_fixture;
    const QByteArray m_once = "retries.max_attempts = 1\n";
};

void TargetErrorsTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
}

void TargetErrorsTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void TargetErrorsTest::theErrorNamesEveryTarget()
{
    m_fixture->start(TrafficFixture::three(m_once));
    m_fixture->a.setDefaultReply(errorReply(429));
    m_fixture->b.setDefaultReply(errorReply(401));
    m_fixture->c.setDefaultReply(errorReply(503));
    const kit::Answer answer = m_fixture->ask(chatOf("all"));
    QCOMPARE(answer.status, 503);
    const QByteArray message = errorShape(answer.body).message;
    QVERIFY2(message.startsWith("None of 3 targets answered. a/m (status 429): "), message.constData());
    QVERIFY2(message.contains("; b/m (status 401): "), message.constData());
    QVERIFY2(message.contains("; c/m (status 503): "), message.constData());
    QVERIFY(!message.contains('\n'));
}

void TargetErrorsTest::theMessageOfTheLastRefusalStays()
{
    m_fixture->start(TrafficFixture::three(m_once));
    m_fixture->a.setDefaultReply(errorReply(503));
    m_fixture->b.setDefaultReply(errorReply(429));
    m_fixture->c.setDefaultReply(errorReply(401));
    const kit::Answer answer = m_fixture->ask(chatOf("all"));
    QCOMPARE(answer.status, 401);
    const ErrorShape error = errorShape(answer.body);
    QCOMPARE(error.code, QByteArray("code-401"));
    QVERIFY2(!error.message.contains("targets"), error.message.constData());
    const QByteArray line = m_fixture->record();
    QVERIFY2(line.contains("None of 3 targets answered. a/m (status 503): "), line.constData());
    QVERIFY2(line.contains("the provider 'c' refused the key of [llm.providers.c]"), line.constData());
}

QTEST_GUILESS_MAIN(TargetErrorsTest)
#include "tst_targeterrors.moc"

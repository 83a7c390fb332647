// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/expectedusage.h"
#include "translate/clientrequest.h"

#include <QTest>

using namespace nexus;

namespace {

ModelAsk askOf(Operation operation, const QByteArray &members)
{
    const QByteArray text = operation == Operation::Chat ? R"("messages":[{"role":"user","content":"four"}])"
        : operation == Operation::Embeddings             ? R"("input":"four")"
                                                         : R"("prompt":"four")";
    ModelAsk ask;
    ask.client = *parseRequest("{\"model\":\"m\"," + text + members + "}", operation);
    return ask;
}

} // namespace

class ExpectedUsageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsExpected_data();
    void anAnswerIsExpected();
    void anAliasSaysWhatTheRequestDoesNot();
    void theInputIsEstimated();
};

void ExpectedUsageTest::anAnswerIsExpected_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<qint64>("output");
    const auto row = [](const char *name, Operation operation, const char *members, qint64 output) {
        QTest::newRow(name) << operation << QByteArray(members) << output;
    };
    row("nothing said", Operation::Chat, "", 1'000);
    row("few", Operation::Chat, R"(,"max_tokens":7)", 7);
    row("none", Operation::Chat, R"(,"max_tokens":0)", 0);
    row("many", Operation::Chat, R"(,"max_tokens":64000)", 1'000);
    row("the newer name", Operation::Chat, R"(,"max_completion_tokens":8)", 8);
    row("both names", Operation::Chat, R"(,"max_tokens":7,"max_completion_tokens":8)", 8);
    row("null beside a number", Operation::Chat, R"(,"max_completion_tokens":null,"max_tokens":7)", 7);
    row("below 0", Operation::Chat, R"(,"max_tokens":-1)", 1'000);
    row("no number", Operation::Chat, R"(,"max_tokens":"7")", 1'000);
    row("more than a number holds", Operation::Chat, R"(,"max_tokens":99999999999999999999)", 1'000);
    row("a text that goes on", Operation::Completions, R"(,"max_tokens":7)", 7);
    row("a vector", Operation::Embeddings, "", 0);
}

void ExpectedUsageTest::anAnswerIsExpected()
{
    QFETCH(const Operation, operation);
    QFETCH(const QByteArray, members);
    QFETCH(const qint64, output);
    QCOMPARE(expectedUsage(askOf(operation, members)).output, output);
}

void ExpectedUsageTest::anAliasSaysWhatTheRequestDoesNot()
{
    ModelAsk ask = askOf(Operation::Chat, {});
    ask.plan.defaults.maxTokens = 5;
    QCOMPARE(expectedUsage(ask).output, 5);
    ask = askOf(Operation::Chat, R"(,"max_tokens":9)");
    ask.plan.defaults.maxTokens = 5;
    QCOMPARE(expectedUsage(ask).output, 9);
}

void ExpectedUsageTest::theInputIsEstimated()
{
    const TokenUsage small = expectedUsage(askOf(Operation::Embeddings, {}));
    QVERIFY(small.input > 0);
    ModelAsk ask;
    ask.client
        = *parseRequest(R"({"model":"m","input":")" + QByteArray(8'000, 'x') + "\"}", Operation::Embeddings);
    QVERIFY(expectedUsage(ask).input > small.input + 1'000);
}

QTEST_GUILESS_MAIN(ExpectedUsageTest)
#include "tst_expectedusage.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/passthrough.h"

#include <QTest>

using namespace nexus;

class HiddenUsageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheSameAtEverySplit_data();
    void isTheSameAtEverySplit();
    void takesOutNulls_data();
    void takesOutNulls();
    void leavesUsageBesideChoices();
    void takesTheBlankLinesAlong();
    void removesALastEventWithoutItsBlankLine();
    void learnsTheUsageOfAWholeAnswer();
    void learnsNothingWhereNothingIsTold();
};

namespace {

struct Outcome {
    QByteArray sent;
    bool isWhole = false;
    std::optional<TokenUsage> usage;

    bool operator==(const Outcome &) const = default;
};

Outcome run(const QList<QByteArray> &pieces, bool isHidden = true)
{
    PassThroughAnswer answer("my/m", {}, isHidden);
    Outcome outcome;
    for (const QByteArray &piece : pieces) {
        outcome.sent += answer.chunk(piece).value_or(QByteArray("<error>"));
    }
    const auto rest = answer.end();
    outcome.sent += rest.value_or(QByteArray());
    outcome.isWhole = rest.has_value();
    outcome.usage = answer.usage();
    return outcome;
}

const QByteArray content
    = R"(data: {"model":"m","choices":[{"index":0,"delta":{"content":"\"usage\":null"},"finish_reason":null}])";
const QByteArray finish = R"(data: {"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}])";
const QByteArray usage
    = R"(data: {"model":"m","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":2},"completion_tokens_details":{"reasoning_tokens":3}}})"
      "\n\n";
const QByteArray done = "data: [DONE]\n\n";
const TokenUsage known {.input = 9, .cacheRead = 2, .output = 4, .reasoning = 3};

QByteArray renamed(QByteArray text)
{
    return text.replace("\"m\"", "\"my/m\"");
}

} // namespace

void HiddenUsageTest::isTheSameAtEverySplit_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::addColumn<bool>("isHidden");
    for (const bool isHidden : {true, false}) {
        QTest::addRow("LF %d", int(isHidden)) << QByteArray("\n") << isHidden;
        QTest::addRow("CRLF %d", int(isHidden)) << QByteArray("\r\n") << isHidden;
        QTest::addRow("CR %d", int(isHidden)) << QByteArray("\r") << isHidden;
    }
}

void HiddenUsageTest::isTheSameAtEverySplit()
{
    QFETCH(const QByteArray, lineEnd);
    QFETCH(const bool, isHidden);
    QByteArray stream = ": hello\n\n" + content + ",\"usage\":null}\n\n" + finish
        + ", \"usage\" : null , \"x\":1}\n\n" + usage + ": bye\n\n" + done;
    QByteArray expected
        = isHidden ? ": hello\n\n" + content + "}\n\n" + finish + " , \"x\":1}\n\n: bye\n\n" + done : stream;
    stream.replace("\n", lineEnd);
    expected = renamed(expected).replace("\n", lineEnd);
    const Outcome whole = run({stream}, isHidden);
    QVERIFY(whole.isWhole);
    QCOMPARE(whole.sent, expected);
    QVERIFY(whole.usage == known);
    for (qsizetype at = 0; at <= stream.size(); ++at) {
        QVERIFY(run({stream.first(at), stream.sliced(at)}, isHidden) == whole);
    }
    QList<QByteArray> bytes;
    for (const char byte : stream) {
        bytes.append(QByteArray(1, byte));
    }
    QVERIFY(run(bytes, isHidden) == whole);
}

void HiddenUsageTest::takesOutNulls_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("sent");
    const auto row = [](const char *object, const char *sent) {
        QTest::newRow(object) << QByteArray(object) << QByteArray(sent);
    };
    row(R"({"usage":null})", R"({})");
    row(R"({ "usage" : null })", R"({ })");
    row(R"({"usage":null, "a":1})", R"({ "a":1})");
    row(R"({"a":1,"usage":null})", R"({"a":1})");
    row(R"({"a":1 , "usage":null , "b":2})", R"({"a":1 , "b":2})");
    row(R"({"usage":null,"usage":null})", R"({})");
    row(R"({"usage":null,"usage":null,"model":"m"})", R"({"model":"my/m"})");
    row(R"({"model":"m","usage":null,"usage":null})", R"({"model":"my/m"})");
    row(R"({"a":{"usage":null}})", R"({"a":{"usage":null}})");
    row("{\"a\":1\ndata: ,\"usage\":\ndata: null,\ndata: \"model\":\"m\"}",
        "{\"a\":1,\ndata: \"model\":\"my/m\"}");
}

void HiddenUsageTest::takesOutNulls()
{
    QFETCH(const QByteArray, object);
    QFETCH(const QByteArray, sent);
    QCOMPARE(run({"data: " + object + "\n\n" + done}).sent, "data: " + sent + "\n\n" + done);
    QCOMPARE(
        run({"data: " + object + "\n\n" + done}, false).sent, renamed("data: " + object + "\n\n" + done));
}

void HiddenUsageTest::leavesUsageBesideChoices()
{
    for (const QByteArray &chunk : {finish + R"(,"usage":{"prompt_tokens":9,"completion_tokens":4}})",
             QByteArray(R"(data: {"usage":{"prompt_tokens":9,"completion_tokens":4}})"),
             QByteArray(R"(data: {"choices":[],"prompt_filter_results":[]})")}) {
        QCOMPARE(run({chunk + "\n\n" + done}).sent, renamed(chunk) + "\n\n" + done);
    }
}

void HiddenUsageTest::takesTheBlankLinesAlong()
{
    for (const QByteArray &lineEnd : {QByteArray("\n"), QByteArray("\r\n")}) {
        const QByteArray stream
            = QByteArray(finish + "}\n\n" + usage + "\n\n\n" + done).replace("\n", lineEnd);
        const QByteArray expected = renamed(finish + "}\n\n" + done).replace("\n", lineEnd);
        for (qsizetype at = 0; at <= stream.size(); ++at) {
            QCOMPARE(run({stream.first(at), stream.sliced(at)}).sent, expected);
        }
    }
}

void HiddenUsageTest::removesALastEventWithoutItsBlankLine()
{
    const Outcome outcome = run({finish + "}\n\n" + usage.trimmed()});
    QVERIFY(outcome.isWhole);
    QCOMPARE(outcome.sent, renamed(finish + "}\n\n"));
    QVERIFY(outcome.usage == known);
}

void HiddenUsageTest::learnsTheUsageOfAWholeAnswer()
{
    PassThroughAnswer answer("my/m", {}, true);
    const QByteArray body
        = R"({"model":"m","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4,"total_tokens":13}})";
    QCOMPARE(*answer.whole(body), renamed(body));
    const TokenUsage expected {.input = 9, .output = 4};
    QVERIFY(answer.usage() == expected);
}

void HiddenUsageTest::learnsNothingWhereNothingIsTold()
{
    for (const char *body : {R"({})", R"({"usage":null})", R"({"usage":[]})",
             R"({"usage":{"prompt_tokens":"9"}})", R"({"a":{"usage":{"prompt_tokens":1}}})"}) {
        PassThroughAnswer answer("my/m");
        QCOMPARE(*answer.whole(body), QByteArray(body));
        QVERIFY2(!answer.usage(), body);
    }
    // A null behind the usage does not erase it.
    QVERIFY(run({usage + finish + ",\"usage\":null}\n\n" + done}).usage == known);
}

QTEST_APPLESS_MAIN(HiddenUsageTest)
#include "tst_hiddenusage.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixchecks.h"

#include <QTest>

using namespace nexus;
using namespace nexus::matrix;

namespace {

Scenario scenarioNamed(const char *name)
{
    const std::vector<Scenario> all = answeredScenarios();
    const auto found = std::ranges::find(all, std::string(name), &Scenario::name);
    return found != all.end() ? *found : Scenario();
}

// Replaces the first place alone.
bool edit(QByteArray &bytes, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = bytes.indexOf(from);
    if (at >= 0) {
        bytes.replace(at, from.size(), to);
    }
    return at >= 0;
}

} // namespace

// That the checks of the table see what is wrong.
class MatrixChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBrokenStreamIsSeen_data();
    void aBrokenStreamIsSeen();
    void aWrongRequestIsSeen_data();
    void aWrongRequestIsSeen();
    void aWrongAnswerIsSeen_data();
    void aWrongAnswerIsSeen();
    void oneChangedByteIsSeen();
};

void MatrixChecksTest::aBrokenStreamIsSeen_data()
{
    QTest::addColumn<bool>("isOpenAi");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto add = [](const char *what, bool isOpenAi, const char *from, const char *to) {
        QTest::addRow("%s: %s", isOpenAi ? "openai" : "anthropic", what)
            << isOpenAi << QByteArray(from) << QByteArray(to);
    };
    add("no role", true, R"("role":"assistant",)", "");
    add("a call's index leaves one out", true, R"("index":1,"id")", R"("index":2,"id")");
    add("two calls with one index", true, R"("index":1,"id")", R"("index":0,"id")");
    add("another choice", true, R"("choices":[{"index":0,"delta":{"tool_calls")",
        R"("choices":[{"index":1,"delta":{"tool_calls")");
    add("another object", true, "chat.completion.chunk", "chat.completion");
    add("no finish", true, R"("finish_reason":"tool_calls")", R"("finish_reason":null)");
    add("something behind the end", true, "data: [DONE]\n\n", "data: [DONE]\n\ndata: {}\n\n");

    add("another name than its type", false, "event: ping", "event: pong");
    add("a block's index leaves one out", false, R"("type":"content_block_start","index":1)",
        R"("type":"content_block_start","index":2)");
    add("another block is closed", false, R"("type":"content_block_stop","index":0)",
        R"("type":"content_block_stop","index":1)");
    add("another block grows", false, R"("type":"content_block_delta","index":0)",
        R"("type":"content_block_delta","index":1)");
    add("arguments at the start", false, R"("input":{})", R"("input":{"a":1})");
    add("text in a call", false, R"("type":"input_json_delta","partial_json")",
        R"("type":"text_delta","text")");
    add("no head", false, "event: message_start", "event: ping");
    add("no type of message", false, R"("role":"assistant")", R"("role":"user")");
    add("no counts", false, R"("output_tokens":12)", R"("said_tokens":12)");
    add("something behind the end", false, "data: {\"type\":\"message_stop\"}\n\n",
        "data: {\"type\":\"message_stop\"}\n\nevent: ping\ndata: {\"type\":\"ping\"}\n\n");
}

void MatrixChecksTest::aBrokenStreamIsSeen()
{
    QFETCH(bool, isOpenAi);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const Scenario scenario = scenarioNamed("streamed parallel tools");
    const ClientSide &client = isOpenAi ? openAiClient() : anthropicClient();
    const Cell cell {client, bedrockProvider(), scenario};
    MatrixGateway gateway;
    Trip trip = gateway.ask(client, cell.body());
    QVERIFY2(trip.view.problems.isEmpty(), trip.view.problems.join(", ").constData());
    QVERIFY2(edit(trip.answer.body, from, to), trip.answer.body.constData());
    QVERIFY(!client.read(trip.answer).problems.isEmpty());
}

void MatrixChecksTest::aWrongRequestIsSeen_data()
{
    QTest::addColumn<int>("provider");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    for (std::size_t i = 0; i < allProviders().size(); ++i) {
        for (const auto &[from, to] :
            {std::pair<QByteArray, QByteArray>("Be brief.", "Be quick."), {"No such city.", "Rain."},
                {"It is noon.", "Rain."}, {R"("weather")", R"("whether")"}, {R"("days")", R"("years")"},
                {"0.5", "0.6"}, {stopWords, "often said"}, {picture, "AAAA"}, {"Oslo", "Rome"}}) {
            QTest::addRow("%s provider, %s", allProviders().at(i)->name().c_str(), from.left(20).constData())
                << static_cast<int>(i) << from << to;
        }
    }
}

void MatrixChecksTest::aWrongRequestIsSeen()
{
    QFETCH(int, provider);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const Scenario scenario = scenarioNamed("agent turn with pictures and results");
    const Cell cell {openAiClient(), *allProviders().at(static_cast<std::size_t>(provider)), scenario};
    MatrixGateway gateway;
    Trip trip = gateway.ask(cell.client, cell.body());
    Findings before;
    checkAsked(cell, trip, before);
    QVERIFY2(before.isEmpty(), before.text().constData());
    QVERIFY2(edit(trip.received.body, from, to), trip.received.body.constData());
    Findings after;
    checkAsked(cell, trip, after);
    QVERIFY(!after.isEmpty());
}

void MatrixChecksTest::aWrongAnswerIsSeen_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto add
        = [](const char *from, const char *to) { QTest::newRow(from) << QByteArray(from) << QByteArray(to); };
    add("The user wrote", "The user said");
    add("grüße", "gruesse");
    add(R"("finish_reason":"stop")", R"("finish_reason":"length")");
    add(R"("cached_tokens":5)", R"("cached_tokens":0)");
    add(R"("reasoning_tokens":7)", R"("reasoning_tokens":0)");
    add(R"("total_tokens":33)", R"("total_tokens":34)");
    add("google/gemini-2.5-pro", "gemini-2.5-pro");
    add("chat.completion", "chat.answer");
}

void MatrixChecksTest::aWrongAnswerIsSeen()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const Scenario scenario = scenarioNamed("reasoning");
    const Cell cell {openAiClient(), googleProvider(), scenario};
    MatrixGateway gateway;
    Trip trip = gateway.ask(cell.client, cell.body());
    QVERIFY2(edit(trip.answer.body, from, to), trip.answer.body.constData());
    trip.view = cell.client.read(trip.answer);
    Findings findings;
    checkAnswer(cell, trip, findings);
    QVERIFY(!findings.isEmpty());
}

void MatrixChecksTest::oneChangedByteIsSeen()
{
    const Scenario scenario = scenarioNamed("streamed text");
    const Cell cell {anthropicClient(), anthropicProvider(), scenario};
    MatrixGateway gateway;
    const Trip trip = gateway.ask(cell.client, cell.body());
    Findings before;
    checkBytes(cell, trip, before);
    QVERIFY2(before.isEmpty(), before.text().constData());
    Trip asked = trip;
    QVERIFY(edit(asked.received.body, ": ", ":"));
    Trip answered = trip;
    QVERIFY(edit(answered.answer.body, "\n\n", "\n\n\n"));
    for (const Trip &changed : {asked, answered}) {
        Findings after;
        checkBytes(cell, changed, after);
        QCOMPARE(after.all().size(), 1);
    }
}

QTEST_GUILESS_MAIN(MatrixChecksTest)
#include "tst_matrixchecks.moc"

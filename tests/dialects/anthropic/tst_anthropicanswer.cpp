// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <QTest>

using namespace nexus;
using namespace nexus::anthropic;

class AnthropicAnswerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryBlock();
    void readsStopReasons_data();
    void readsStopReasons();
    void readsTheFormAsText();
    void readsARefusal();
    void refusesNonsense_data();
    void refusesNonsense();
    void writesEveryBlock();
    void writesStopReasons_data();
    void writesStopReasons();
    void writesTheFirstChoice();
    void keepsIdsOfItsOwn();
};

void AnthropicAnswerTest::readsEveryBlock()
{
    const auto answer = readAnswer(R"({"id":"msg_01","type":"message","role":"assistant","model":"claude-x",
        "content":[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"redacted_thinking","data":"d"},
        {"type":"text","text":"hello"},{"type":"server_tool_use","id":"srv","name":"web_search","input":{}},
        {"type":"web_search_tool_result","tool_use_id":"srv","content":[]},{"type":"hologram"},
        {"type":"tool_use","id":"toolu_1","name":"f","input":{"z":1,"a":"b"}}],
        "stop_reason":"tool_use","stop_sequence":null,
        "usage":{"input_tokens":10,"cache_creation_input_tokens":3,"cache_read_input_tokens":20,"output_tokens":7,
        "output_tokens_details":{"thinking_tokens":4}}})");
    QVERIFY(answer);
    const std::vector<MessagePart> expected {ReasoningPart {"hm", "s", {}}, ReasoningPart {{}, {}, "d"},
        TextPart {.text = "hello"}, call("toolu_1", "f", R"({"z":1,"a":"b"})")};
    QCOMPARE(answer->id, std::string("msg_01"));
    QCOMPARE(answer->model, std::string("claude-x"));
    QCOMPARE(answer->choices.size(), std::size_t(1));
    QVERIFY(answer->choices[0].parts == expected);
    QCOMPARE(int(answer->choices[0].finish), int(FinishReason::ToolCalls));
    const TokenUsage usage {.input = 33, .cacheRead = 20, .cacheWrite = 3, .output = 7, .reasoning = 4};
    QVERIFY(answer->usage == usage);
}

void AnthropicAnswerTest::readsStopReasons_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("finish");
    QTest::newRow("end") << QByteArray("\"end_turn\"") << int(FinishReason::Stop);
    QTest::newRow("length") << QByteArray("\"max_tokens\"") << int(FinishReason::Length);
    QTest::newRow("window") << QByteArray("\"model_context_window_exceeded\"") << int(FinishReason::Length);
    QTest::newRow("sequence") << QByteArray("\"stop_sequence\"") << int(FinishReason::StopSequence);
    QTest::newRow("pause") << QByteArray("\"pause_turn\"") << int(FinishReason::Pause);
    QTest::newRow("refusal") << QByteArray("\"refusal\"") << int(FinishReason::ContentFilter);
    QTest::newRow("unknown") << QByteArray("\"moonrise\"") << int(FinishReason::Stop);
    QTest::newRow("none") << QByteArray("null") << int(FinishReason::Stop);
}

void AnthropicAnswerTest::readsStopReasons()
{
    QFETCH(const QByteArray, reason);
    const auto answer = readAnswer(R"({"content":[],"stop_sequence":"END","stop_reason":)" + reason + '}');
    QVERIFY(answer);
    QTEST(int(answer->choices[0].finish), "finish");
    QCOMPARE(answer->choices[0].stopSequence, std::string("END"));
    QVERIFY(!answer->usage);
}

void AnthropicAnswerTest::readsTheFormAsText()
{
    const auto answer = readAnswer(
        R"({"content":[{"type":"tool_use","id":"t","name":"nexus_json_answer","input":{"a":1}}],"stop_reason":"tool_use"})");
    QVERIFY(answer);
    const std::vector<MessagePart> expected {TextPart {.text = R"({"a":1})"}};
    QVERIFY(answer->choices[0].parts == expected);
    QCOMPARE(int(answer->choices[0].finish), int(FinishReason::Stop));
}

void AnthropicAnswerTest::readsARefusal()
{
    const auto answer = readAnswer(
        R"({"content":[],"stop_reason":"refusal","stop_details":{"type":"refusal","explanation":"no"}})");
    QVERIFY(answer);
    const std::vector<MessagePart> expected {RefusalPart {"no"}};
    QVERIFY(answer->choices[0].parts == expected);
}

void AnthropicAnswerTest::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("page") << QByteArray("<html>");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("no content") << QByteArray(R"({"type":"message"})");
    QTest::newRow("content is a text") << QByteArray(R"({"content":"x"})");
    QTest::newRow("too deep") << R"({"content":)" + QByteArray(100'000, '[');
}

void AnthropicAnswerTest::refusesNonsense()
{
    QFETCH(const QByteArray, body);
    const auto answer = readAnswer(body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::UpstreamInvalid);
}

void AnthropicAnswerTest::writesEveryBlock()
{
    ChatAnswer answer {.id = "msg_7", .model = "other"};
    answer.choices.push_back({.index = 0,
        .parts = {ReasoningPart {"hm", "s", {}}, ReasoningPart {{}, {}, "d"}, TextPart {.text = "a"},
            TextPart {.text = ""}, call("1", "f", R"({"x":1})"), call("2", "g", "")},
        .finish = FinishReason::ToolCalls});
    answer.usage = TokenUsage {.input = 33, .cacheRead = 20, .cacheWrite = 3, .output = 7, .reasoning = 4};
    QCOMPARE(writeAnswer(answer, {.model = "asked"}),
        QByteArray(
            R"({"id":"msg_7","type":"message","role":"assistant","model":"asked","content":[)"
            R"({"type":"thinking","thinking":"hm","signature":"s"},{"type":"redacted_thinking","data":"d"},)"
            R"({"type":"text","text":"a"},{"type":"tool_use","id":"1","name":"f","input":{"x":1}},)"
            R"({"type":"tool_use","id":"2","name":"g","input":{}}],"stop_reason":"tool_use",)"
            R"("stop_sequence":null,"usage":{"input_tokens":10,"cache_creation_input_tokens":3,)"
            R"("cache_read_input_tokens":20,"output_tokens":7,"output_tokens_details":{"thinking_tokens":4}}})"));
}

void AnthropicAnswerTest::writesStopReasons_data()
{
    QTest::addColumn<int>("finish");
    QTest::addColumn<int>("part");
    QTest::addColumn<QByteArray>("reason");
    enum { Text, Call, Refusal };
    QTest::newRow("stop") << int(FinishReason::Stop) << int(Text) << QByteArray("\"end_turn\"");
    QTest::newRow("stop beside a call") << int(FinishReason::Stop) << int(Call) << QByteArray("\"tool_use\"");
    QTest::newRow("refusal") << int(FinishReason::Stop) << int(Refusal) << QByteArray("\"refusal\"");
    QTest::newRow("length") << int(FinishReason::Length) << int(Call) << QByteArray("\"max_tokens\"");
    QTest::newRow("sequence") << int(FinishReason::StopSequence) << int(Text)
                              << QByteArray("\"stop_sequence\"");
    QTest::newRow("filter") << int(FinishReason::ContentFilter) << int(Text) << QByteArray("\"refusal\"");
    QTest::newRow("pause") << int(FinishReason::Pause) << int(Text) << QByteArray("\"pause_turn\"");
}

void AnthropicAnswerTest::writesStopReasons()
{
    QFETCH(const int, finish);
    QFETCH(const int, part);
    const std::vector<MessagePart> parts {TextPart {.text = "t"}, call("1"), RefusalPart {"no"}};
    ChatAnswer answer;
    answer.choices.push_back({.parts = {parts[std::size_t(part)]}, .finish = FinishReason(finish)});
    const auto body = parseJson(writeAnswer(answer, {.model = "m"}));
    QVERIFY(body);
    QTEST(textOf(*body, "stop_reason"), "reason");
}

void AnthropicAnswerTest::writesTheFirstChoice()
{
    ChatAnswer answer;
    answer.choices.push_back({.index = 1, .parts = {TextPart {.text = "second"}}});
    answer.choices.push_back({.index = 0, .parts = {TextPart {.text = "first"}}});
    const QByteArray body = writeAnswer(answer, {.model = "m"});
    QVERIFY(body.contains("first"));
    QVERIFY(!body.contains("second"));
}

void AnthropicAnswerTest::keepsIdsOfItsOwn()
{
    const auto idFor = [](const char *id) {
        ChatAnswer answer {.id = id};
        const auto body = parseJson(writeAnswer(answer, {.model = "m"}));
        return body ? textOf(*body, "id") : QByteArray();
    };
    QCOMPARE(idFor("msg_1"), QByteArray("\"msg_1\""));
    QVERIFY(idFor("chatcmpl-1").startsWith("\"msg_"));
    QVERIFY(idFor("chatcmpl-1") != idFor("chatcmpl-1"));
}

QTEST_APPLESS_MAIN(AnthropicAnswerTest)
#include "tst_anthropicanswer.moc"

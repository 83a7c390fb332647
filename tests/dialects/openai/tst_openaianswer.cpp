// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/openai.h"
#include "wire/json.h"

#include <QTest>

using namespace nexus;

class OpenAiAnswerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnAnswer();
    void readsChoices_data();
    void readsChoices();
    void makesIdsAndArguments();
    void refuses_data();
    void refuses();
    void writesAnAnswer();
    void writesMessages_data();
    void writesMessages();
    void makesWhatIsMissing();
};

namespace {

QByteArray answerWith(const QByteArray &message, const QByteArray &reason = "\"stop\"")
{
    return R"({"choices":[{"index":0,"message":{"role":"assistant",)" + message
        + "},\"finish_reason\":" + reason + "}]}";
}

Json writtenMessage(std::vector<MessagePart> parts)
{
    ChatAnswer answer;
    answer.choices.push_back({.parts = std::move(parts)});
    Json tree = parseJson(openai::writeAnswer(std::move(answer), {.model = "m"})).value_or(Json());
    return tree.is_object() ? tree["choices"][0]["message"] : Json();
}

using Parts = std::vector<MessagePart>;

} // namespace

Q_DECLARE_METATYPE(Parts)

void OpenAiAnswerTest::readsAnAnswer()
{
    const auto answer = openai::readAnswer(R"({"id":"chatcmpl-1","object":"chat.completion","created":17,
        "model":"gpt-4o-2024","choices":[{"index":0,"message":{"role":"assistant","content":"Hi","refusal":null,
        "annotations":[]},"logprobs":null,"finish_reason":"stop"},{"index":1,"message":{"content":"Ho"},
        "finish_reason":"length"}],"usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29,
        "prompt_tokens_details":{"cached_tokens":8,"audio_tokens":0},
        "completion_tokens_details":{"reasoning_tokens":3}},"service_tier":"default"})");
    QVERIFY(answer);
    ChatAnswer expected {.id = "chatcmpl-1", .model = "gpt-4o-2024", .created = 17};
    expected.choices = {{.index = 0, .parts = {TextPart {.text = "Hi"}}},
        {.index = 1, .parts = {TextPart {.text = "Ho"}}, .finish = FinishReason::Length}};
    expected.usage = TokenUsage {.input = 19, .cacheRead = 8, .output = 10, .reasoning = 3};
    QVERIFY(*answer == expected);
}

void OpenAiAnswerTest::readsChoices_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Parts>("parts");
    QTest::addColumn<int>("finish");
    const auto row = [](const char *name, const QByteArray &answer, Parts parts, FinishReason finish) {
        QTest::newRow(name) << answer << std::move(parts) << int(finish);
    };
    const ToolCallPart call {.id = "c", .name = "f", .arguments = "{\"a\": 1}"};
    const QByteArray calls
        = R"("content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{\"a\": 1}"}}])";
    row("calls", answerWith(calls, "\"tool_calls\""), {call}, FinishReason::ToolCalls);
    row("calls but stop", answerWith(calls), {call}, FinishReason::ToolCalls);
    row("calls but cut", answerWith(calls, "\"length\""), {call}, FinishReason::Length);
    row("reasoning", answerWith(R"("reasoning_content":"why","content":"a")"),
        {ReasoningPart {.text = "why"}, TextPart {.text = "a"}}, FinishReason::Stop);
    row("refusal", answerWith(R"("content":null,"refusal":"no")"), {RefusalPart {.text = "no"}},
        FinishReason::Stop);
    row("filter", answerWith(R"("content":null)", "\"content_filter\""), {}, FinishReason::ContentFilter);
    row("no reason", answerWith(R"("content":"a")", "null"), {TextPart {.text = "a"}}, FinishReason::Stop);
    row("parts", answerWith(R"("content":[{"type":"text","text":"a"},{"type":"text","text":"b"}])"),
        {TextPart {.text = "a"}, TextPart {.text = "b"}}, FinishReason::Stop);
    row("older completions", R"({"choices":[{"text":"a","index":0,"finish_reason":"stop"}]})",
        {TextPart {.text = "a"}}, FinishReason::Stop);
    row("odd shapes",
        R"({"choices":[{"index":"x","message":{"content":7,"tool_calls":[1,{}],"refusal":{}}}],"usage":5,"id":1})",
        {}, FinishReason::Stop);
}

void OpenAiAnswerTest::readsChoices()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const Parts, parts);
    QFETCH(const int, finish);
    const auto read = openai::readAnswer(answer);
    QVERIFY(read);
    QVERIFY(read->choices[0].parts == parts);
    QCOMPARE(int(read->choices[0].finish), finish);
}

void OpenAiAnswerTest::makesIdsAndArguments()
{
    const auto read = openai::readAnswer(
        answerWith(R"("tool_calls":[{"id":"","function":{"name":"f","arguments":{"b":1}}},
        {"function":{"name":"g","arguments":""}}],"function_call":{"name":"h","arguments":"{}"})"));
    QVERIFY(read);
    const auto &parts = read->choices[0].parts;
    QCOMPARE(parts.size(), std::size_t(3));
    QCOMPARE(std::get<ToolCallPart>(parts[0]).arguments, std::string("{\"b\":1}"));
    QCOMPARE(std::get<ToolCallPart>(parts[1]).arguments, std::string("{}"));
    QCOMPARE(std::get<ToolCallPart>(parts[2]).name, std::string("h"));
    QVERIFY(std::get<ToolCallPart>(parts[0]).id.starts_with("call_"));
    QVERIFY(std::get<ToolCallPart>(parts[0]).id != std::get<ToolCallPart>(parts[1]).id);
}

void OpenAiAnswerTest::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body :
        {"", "<html>", "[]", "{}", R"({"choices":[]})", R"({"choices":{}})", R"({"choices":[1]})",
            R"({"error":{"message":"sk-secret"}})", R"({"choices":[{"message":{"content":"cut)"}) {
        QTest::newRow(body) << QByteArray(body);
    }
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void OpenAiAnswerTest::refuses()
{
    QFETCH(const QByteArray, body);
    const auto read = openai::readAnswer(body);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::UpstreamInvalid);
    QVERIFY(!read.error().message.contains(QLatin1String("secret")));
}

void OpenAiAnswerTest::writesAnAnswer()
{
    ChatAnswer answer {.id = "msg_1", .model = "claude", .created = 17};
    answer.choices = {{.parts = {TextPart {.text = "a"}, TextPart {.text = "b"}}},
        {.index = 1, .parts = {TextPart {.text = "c"}}, .finish = FinishReason::Length}};
    answer.usage = TokenUsage {.input = 10, .cacheRead = 4, .cacheWrite = 1, .output = 5, .reasoning = 2};
    QCOMPARE(openai::writeAnswer(answer, {.model = "my/m"}),
        QByteArray(
            R"({"id":"chatcmpl-msg_1","object":"chat.completion","created":17,"model":"my/m","choices":[)"
            R"({"index":0,"message":{"role":"assistant","content":"ab","refusal":null},"logprobs":null,)"
            R"("finish_reason":"stop"},{"index":1,"message":{"role":"assistant","content":"c","refusal":null},)"
            R"("logprobs":null,"finish_reason":"length"}],"usage":{"prompt_tokens":10,"completion_tokens":5,)"
            R"("total_tokens":15,"prompt_tokens_details":{"cached_tokens":4},)"
            R"("completion_tokens_details":{"reasoning_tokens":2}}})"));
}

void OpenAiAnswerTest::writesMessages_data()
{
    QTest::addColumn<Parts>("parts");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, Parts parts, const char *json) {
        QTest::newRow(name) << std::move(parts) << QByteArray(json);
    };
    row("nothing", {}, R"({"role":"assistant","content":"","refusal":null})");
    row("calls", {ToolCallPart {.id = "c", .name = "f", .arguments = "{}"}},
        R"({"role":"assistant","content":null,"refusal":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]})");
    row("text and call",
        {TextPart {.text = "a"}, ToolCallPart {.id = "c", .name = "f", .arguments = "{}", .signature = "s"}},
        R"({"role":"assistant","content":"a","refusal":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]})");
    row("refusal", {RefusalPart {.text = "no"}}, R"({"role":"assistant","content":null,"refusal":"no"})");
    row("reasoning", {ReasoningPart {.text = "why"}, TextPart {.text = "a"}},
        R"({"role":"assistant","content":"a","refusal":null,"reasoning_content":"why"})");
    row("signatures stay here",
        {ReasoningPart {.text = "why", .signature = "s"}, ReasoningPart {.redacted = "r"}},
        R"({"role":"assistant","content":"","refusal":null,"reasoning_content":"why"})");
}

void OpenAiAnswerTest::writesMessages()
{
    QFETCH(const Parts, parts);
    QFETCH(const QByteArray, json);
    QCOMPARE(toText(writtenMessage(parts)), json);
}

void OpenAiAnswerTest::makesWhatIsMissing()
{
    ChatAnswer answer;
    answer.choices.emplace_back();
    const Json tree = *parseJson(openai::writeAnswer(answer, {.model = "m"}));
    QVERIFY(tree["id"].get<std::string>().size() > 20);
    QVERIFY(tree["created"].get<qint64>() > 1'700'000'000);
    QVERIFY(!tree.contains("usage"));
    answer.id = "chatcmpl-7";
    QCOMPARE((*parseJson(openai::writeAnswer(answer, {.model = "m"})))["id"].get<std::string>(),
        std::string("chatcmpl-7"));
}

QTEST_APPLESS_MAIN(OpenAiAnswerTest)
#include "tst_openaianswer.moc"

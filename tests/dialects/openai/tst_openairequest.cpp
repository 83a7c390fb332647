// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/openai.h"

#include <QTest>

using namespace nexus;

class OpenAiRequestTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsOptions();
    void prefersTheNewerLimit();
    void readsTools();
    void readsToolChoices_data();
    void readsToolChoices();
    void leavesOnlyAllowedTools();
    void readsFormats();
    void readsReasoning_data();
    void readsReasoning();
    void namesWhatItDrops();
    void refuses_data();
    void refuses();
    void survivesADeepBody();
    void survivesEveryCut();
};

namespace {

Result<ChatRequest> readWith(const QByteArray &members)
{
    return openai::readRequest(R"({"model":"m","messages":[{"role":"user","content":"a"}])"
        + (members.isEmpty() ? "" : "," + members) + "}");
}

} // namespace

void OpenAiRequestTest::readsOptions()
{
    const auto request = readWith(
        R"("max_tokens":5,"temperature":0.5,"top_p":1,"top_k":40,"presence_penalty":0.1,"frequency_penalty":-0.2,
        "stop":["a","b"],"seed":7,"n":2,"user":"u","stream":true,"stream_options":{"include_usage":true},
        "parallel_tool_calls":false)");
    QVERIFY(request);
    ChatRequest expected;
    expected.model = "m";
    expected.messages = {{.role = Role::User, .parts = {TextPart {.text = "a"}}}};
    expected.maxTokens = 5;
    expected.temperature = 0.5;
    expected.topP = 1;
    expected.topK = 40;
    expected.presencePenalty = 0.1;
    expected.frequencyPenalty = -0.2;
    expected.stop = {"a", "b"};
    expected.seed = 7;
    expected.choiceCount = 2;
    expected.user = "u";
    expected.isStream = true;
    expected.wantsStreamUsage = true;
    expected.allowsParallelTools = false;
    QVERIFY(*request == expected);
    QVERIFY(readWith(R"("stop":"x")")->stop == std::vector<std::string> {"x"});
    QVERIFY(readWith(R"("stop":null,"temperature":null)")->stop.empty());
}

void OpenAiRequestTest::prefersTheNewerLimit()
{
    QCOMPARE(*readWith(R"("max_tokens":5,"max_completion_tokens":6)")->maxTokens, 6);
    QCOMPARE(*readWith(R"("max_completion_tokens":6)")->maxTokens, 6);
    QVERIFY(!readWith({})->maxTokens);
}

void OpenAiRequestTest::readsTools()
{
    const auto request = readWith(R"("tools":[{"type":"function","function":{"name":"f","description":"d",
        "parameters":{"type":"object","properties":{"z":{},"a":{}}},"strict":true}},
        {"type":"function","function":{"name":"g","parameters":null},"cache_control":{"type":"ephemeral"}}])");
    QVERIFY(request);
    QCOMPARE(request->tools.size(), std::size_t(2));
    QCOMPARE(toText(request->tools[0].parameters),
        QByteArray(R"({"type":"object","properties":{"z":{},"a":{}}})"));
    QVERIFY(request->tools[0].isStrict == true);
    QCOMPARE(request->tools[0].description, std::string("d"));
    const Tool second {.name = "g", .cache = CacheMark::FiveMinutes};
    QVERIFY(request->tools[1] == second);
}

void OpenAiRequestTest::readsToolChoices_data()
{
    QTest::addColumn<QByteArray>("choice");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("name");
    using Kind = ToolChoice::Kind;
    QTest::newRow("unset") << QByteArray("null") << int(Kind::Unset) << QByteArray();
    QTest::newRow("auto") << QByteArray(R"("auto")") << int(Kind::Auto) << QByteArray();
    QTest::newRow("none") << QByteArray(R"("none")") << int(Kind::None) << QByteArray();
    QTest::newRow("required") << QByteArray(R"("required")") << int(Kind::Required) << QByteArray();
    QTest::newRow("any") << QByteArray(R"("any")") << int(Kind::Required) << QByteArray();
    QTest::newRow("named") << QByteArray(R"({"type":"function","function":{"name":"f"}})") << int(Kind::Named)
                           << QByteArray("f");
}

void OpenAiRequestTest::readsToolChoices()
{
    QFETCH(const QByteArray, choice);
    QFETCH(const int, kind);
    QFETCH(const QByteArray, name);
    const auto request = readWith("\"tool_choice\":" + choice);
    QVERIFY(request);
    QCOMPARE(int(request->toolChoice.kind), kind);
    QCOMPARE(QByteArray::fromStdString(request->toolChoice.name), name);
}

void OpenAiRequestTest::leavesOnlyAllowedTools()
{
    const auto request = readWith(R"("tools":[{"type":"function","function":{"name":"f"}},
        {"type":"function","function":{"name":"g"}}],"tool_choice":{"type":"allowed_tools","allowed_tools":
        {"mode":"required","tools":[{"type":"function","function":{"name":"g"}}]}})");
    QVERIFY(request);
    QCOMPARE(request->tools.size(), std::size_t(1));
    QCOMPARE(request->tools[0].name, std::string("g"));
    QCOMPARE(request->toolChoice.kind, ToolChoice::Kind::Required);
}

void OpenAiRequestTest::readsFormats()
{
    QCOMPARE(
        readWith(R"("response_format":{"type":"text"})")->responseFormat.kind, ResponseFormat::Kind::Text);
    QCOMPARE(readWith(R"("response_format":{"type":"json_object"})")->responseFormat.kind,
        ResponseFormat::Kind::JsonObject);
    const auto request = readWith(R"("response_format":{"type":"json_schema","json_schema":{"name":"n",
        "description":"d","strict":true,"schema":{"type":"object"}}})");
    QVERIFY(request);
    const ResponseFormat expected {.kind = ResponseFormat::Kind::JsonSchema,
        .name = "n",
        .description = "d",
        .schema = Json {{"type", "object"}},
        .isStrict = true};
    QVERIFY(request->responseFormat == expected);
}

void OpenAiRequestTest::readsReasoning_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("effort");
    QTest::addColumn<int>("budget");
    using Mode = ReasoningOptions::Mode;
    const auto row = [](const char *name, const char *members, Mode mode, const char *effort, int budget) {
        QTest::newRow(name) << QByteArray(members) << int(mode) << QByteArray(effort) << budget;
    };
    row("effort", R"("reasoning_effort":"high")", Mode::Unset, "high", 0);
    row("no effort", R"("reasoning_effort":"none")", Mode::Disabled, "none", 0);
    row("object", R"("reasoning":{"effort":"low"})", Mode::Unset, "low", 0);
    row("object with tokens", R"("reasoning":{"max_tokens":2000})", Mode::Enabled, "", 2000);
    row("object switched on", R"("reasoning":{"enabled":true})", Mode::Enabled, "", 0);
    row("thinking", R"("thinking":{"type":"enabled","budget_tokens":1024})", Mode::Enabled, "", 1024);
    row("no thinking", R"("thinking":{"type":"disabled"})", Mode::Disabled, "", 0);
    row("adaptive", R"("thinking":{"type":"adaptive"},"reasoning_effort":"max")", Mode::Adaptive, "max", 0);
}

void OpenAiRequestTest::readsReasoning()
{
    QFETCH(const QByteArray, members);
    QFETCH(const int, mode);
    QFETCH(const QByteArray, effort);
    QFETCH(const int, budget);
    const auto request = readWith(members);
    QVERIFY(request);
    QCOMPARE(int(request->reasoning.mode), mode);
    QCOMPARE(QByteArray::fromStdString(request->reasoning.effort), effort);
    QCOMPARE(request->reasoning.budget.value_or(0), budget);
}

void OpenAiRequestTest::namesWhatItDrops()
{
    const auto request = readWith(R"("logit_bias":{"1":2},"metadata":null,"store":true,"logprobs":false,
        "service_tier":"auto","modalities":["text"],"my_field":1,"reasoning":{"exclude":true},
        "stream_options":{"include_usage":false,"include_obfuscation":false})");
    QVERIFY(request);
    const std::vector<std::string> expected {"logit_bias", "store", "logprobs", "service_tier", "my_field",
        "reasoning.exclude", "stream_options.include_obfuscation"};
    QVERIFY(request->dropped == expected);
}

void OpenAiRequestTest::refuses_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("param");
    const auto row = [](const char *members, const char *param) {
        QTest::newRow(members) << QByteArray(members) << QByteArray(param);
    };
    row(R"("model":1)", "model");
    row(R"("messages":[])", "messages");
    row(R"("messages":{})", "messages");
    row(R"("temperature":"hot")", "temperature");
    row(R"("max_tokens":1.5)", "max_tokens");
    row(R"("stop":5)", "stop");
    row(R"("stop":[5])", "stop[0]");
    row(R"("stream":"yes")", "stream");
    row(R"("logprobs":true)", "logprobs");
    row(R"("top_logprobs":3)", "top_logprobs");
    row(R"("modalities":["text","audio"])", "modalities[1]");
    row(R"("audio":{"voice":"alloy"})", "audio");
    row(R"("web_search_options":{})", "web_search_options");
    row(R"("functions":[])", "functions");
    row(R"("function_call":"auto")", "function_call");
    row(R"("tools":[{"type":"custom","custom":{"name":"a"}}])", "tools[0].type");
    row(R"("tools":[{"type":"function","function":{}}])", "tools[0].function.name");
    row(R"("tools":[{"type":"function","function":{"name":"a","parameters":[]}}])",
        "tools[0].function.parameters");
    row(R"("tool_choice":"maybe")", "tool_choice");
    row(R"("tool_choice":{"type":"function"})", "tool_choice.function.name");
    row(R"("tool_choice":{"type":"custom"})", "tool_choice.type");
    row(R"("response_format":{"type":"grammar"})", "response_format.type");
    row(R"("response_format":{"type":"json_schema","json_schema":{"name":"a"}})",
        "response_format.json_schema.schema");
    row(R"("thinking":{"type":"much"})", "thinking.type");
}

void OpenAiRequestTest::refuses()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QByteArray, param);
    const auto request = readWith(members);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(request.error().param, param);
    QVERIFY(request.error().message.startsWith(QLatin1Char('/')));
}

void OpenAiRequestTest::survivesADeepBody()
{
    constexpr qsizetype depth = 200'000;
    const QByteArray deep = QByteArray(depth, '[') + QByteArray(depth, ']');
    const auto request = readWith("\"metadata\":" + deep);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::InvalidRequest);
}

void OpenAiRequestTest::survivesEveryCut()
{
    const QByteArray body
        = R"({"model":"m","messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"c",
        "function":{"name":"f","arguments":"{\"a\":1}"}}]}],"tools":[{"type":"function","function":{"name":"f"}}]})";
    QVERIFY(openai::readRequest(body));
    for (qsizetype at = 0; at < body.size(); ++at) {
        const auto request = openai::readRequest(body.first(at));
        QVERIFY(!request);
        QCOMPARE(request.error().kind, ErrorKind::InvalidRequest);
    }
}

QTEST_APPLESS_MAIN(OpenAiRequestTest)
#include "tst_openairequest.moc"

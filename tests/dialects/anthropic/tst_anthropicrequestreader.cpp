// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <QTest>

using namespace nexus;
using namespace nexus::anthropic;

namespace {

QByteArray withContent(const char *content, const char *role = "user")
{
    return QByteArray(R"({"model":"m","max_tokens":9,"messages":[{"role":")") + role + R"(","content":)"
        + content + "}]}";
}

QByteArray withField(const QByteArray &field)
{
    return QByteArray(R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":"hi"}],)") + field
        + '}';
}

std::vector<MessagePart> partsOf(const QByteArray &body)
{
    const auto request = readRequest(body);
    return request ? request->messages.back().parts : std::vector<MessagePart> {};
}

} // namespace

class AnthropicRequestReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheOptions();
    void readsSystem();
    void readsWhatAUserSays();
    void readsWhatTheModelSaid();
    void readsResultsOfTools();
    void readsTools();
    void readsToolChoices_data();
    void readsToolChoices();
    void readsThinking_data();
    void readsThinking();
    void readsForms_data();
    void readsForms();
    void marksTheLastBlockForAMarkedRequest();
    void countsWithoutMaxTokens();
    void namesWhatHasNoEffect();
    void refuses_data();
    void refuses();
};

void AnthropicRequestReaderTest::readsTheOptions()
{
    const auto request = readRequest(withField(
        R"("temperature":0.5,"top_p":0.9,"top_k":7,"stop_sequences":["a","b"],"stream":true,"metadata":{"user_id":"u"})"));
    QVERIFY(request);
    ChatRequest expected;
    expected.model = "m";
    expected.messages.push_back(said(Role::User, "hi"));
    expected.maxTokens = 9;
    expected.temperature = 0.5;
    expected.topP = 0.9;
    expected.topK = 7;
    expected.stop = {"a", "b"};
    expected.user = "u";
    expected.isStream = true;
    expected.wantsStreamUsage = true;
    QVERIFY(*request == expected);
}

void AnthropicRequestReaderTest::readsSystem()
{
    const auto plain = readRequest(withField(R"("system":"be kind")"));
    QVERIFY(plain);
    QVERIFY(plain->messages.front() == said(Role::System, "be kind"));
    const auto blocks = readRequest(withField(
        R"("system":[{"type":"text","text":"a","cache_control":{"type":"ephemeral","ttl":"1h"}},{"type":"text","text":"b","cache_control":{"type":"ephemeral"}}])"));
    QVERIFY(blocks);
    const Message expected = message(Role::System,
        {TextPart {.text = "a", .cache = CacheMark::OneHour},
            TextPart {.text = "b", .cache = CacheMark::FiveMinutes}});
    QVERIFY(blocks->messages.front() == expected);
    const auto inside = readRequest(
        R"({"model":"m","max_tokens":1,"messages":[{"role":"system","content":"s"},{"role":"user","content":"u"}]})");
    QVERIFY(inside);
    QVERIFY(inside->messages.front() == said(Role::System, "s"));
}

void AnthropicRequestReaderTest::readsWhatAUserSays()
{
    const auto parts = partsOf(withContent(R"([
        {"type":"text","text":"t"},
        {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AA=="}},
        {"type":"image","source":{"type":"url","url":"https://e/x"},"cache_control":{"type":"ephemeral"}},
        {"type":"document","title":"d","source":{"type":"base64","media_type":"application/pdf","data":"BB=="}},
        {"type":"document","source":{"type":"url","url":"https://e/p"}},
        {"type":"document","context":"c","source":{"type":"text","media_type":"text/plain","data":"txt"}},
        {"type":"document","source":{"type":"content","content":[{"type":"text","text":"l1"},{"type":"text","text":"l2"}]}},
        {"type":"search_result","title":"T","source":"S","content":[{"type":"text","text":"hit"}]}])"));
    using Kind = MediaPart::Kind;
    const std::vector<MessagePart> expected {TextPart {.text = "t"},
        MediaPart {.kind = Kind::Image, .mediaType = "image/png", .data = "AA=="},
        MediaPart {.kind = Kind::Image, .url = "https://e/x", .cache = CacheMark::FiveMinutes},
        MediaPart {.kind = Kind::Document, .mediaType = "application/pdf", .data = "BB==", .name = "d"},
        MediaPart {.kind = Kind::Document, .mediaType = "application/pdf", .url = "https://e/p"},
        TextPart {.text = "c"}, MediaPart {.kind = Kind::Document, .mediaType = "text/plain", .data = "txt"},
        MediaPart {.kind = Kind::Document, .mediaType = "text/plain", .data = "l1\nl2"},
        TextPart {.text = "T\nS\nhit"}};
    QVERIFY(parts == expected);
}

void AnthropicRequestReaderTest::readsWhatTheModelSaid()
{
    const auto parts = partsOf(withContent(R"([{"type":"thinking","thinking":"hm","signature":"sig"},
        {"type":"redacted_thinking","data":"xyz"},{"type":"text","text":"a","citations":[{"cited_text":"q"}]},
        {"type":"tool_use","id":"t1","name":"f","input":{"b":1,"a":[2]}}])",
        "assistant"));
    const std::vector<MessagePart> expected {ReasoningPart {"hm", "sig", {}}, ReasoningPart {{}, {}, "xyz"},
        TextPart {.text = "a"}, call("t1", "f", R"({"b":1,"a":[2]})")};
    QVERIFY(parts == expected);
}

void AnthropicRequestReaderTest::readsResultsOfTools()
{
    const auto parts = partsOf(withContent(R"([{"type":"tool_result","tool_use_id":"1"},
        {"type":"tool_result","tool_use_id":"2","content":"x","is_error":true,"cache_control":{"type":"ephemeral"}},
        {"type":"tool_result","tool_use_id":"3","content":[{"type":"text","text":"y"},
          {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AA=="}}]}])"));
    const std::vector<MessagePart> expected {ToolResultPart {.id = "1", .name = {}, .content = {}},
        ToolResultPart {.id = "2",
            .name = {},
            .content = {TextPart {.text = "x"}},
            .isError = true,
            .cache = CacheMark::FiveMinutes},
        ToolResultPart {.id = "3",
            .name = {},
            .content = {TextPart {.text = "y"},
                MediaPart {.kind = MediaPart::Kind::Image, .mediaType = "image/png", .data = "AA=="}}}};
    QVERIFY(parts == expected);
}

void AnthropicRequestReaderTest::readsTools()
{
    const auto request = readRequest(withField(
        R"("tools":[{"name":"f","description":"d","input_schema":{"type":"object","z":1,"a":2},"strict":true,"cache_control":{"type":"ephemeral"}},{"type":"custom","name":"g","input_schema":{"type":"object"},"defer_loading":true,"eager_input_streaming":true}])"));
    QVERIFY(request);
    QCOMPARE(request->tools.size(), std::size_t(2));
    QCOMPARE(toText(request->tools[0].parameters), QByteArray(R"({"type":"object","z":1,"a":2})"));
    QCOMPARE(request->tools[0].isStrict, std::optional(true));
    QCOMPARE(int(request->tools[0].cache), int(CacheMark::FiveMinutes));
    QCOMPARE(QByteArray::fromStdString(request->tools[1].name), QByteArray("g"));
    QCOMPARE(joined(request->dropped), QByteArray("tools.defer_loading"));
}

void AnthropicRequestReaderTest::readsToolChoices_data()
{
    QTest::addColumn<QByteArray>("choice");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("parallel");
    using Kind = ToolChoice::Kind;
    QTest::newRow("auto") << QByteArray(R"({"type":"auto"})") << int(Kind::Auto) << -1;
    QTest::newRow("any") << QByteArray(R"({"type":"any"})") << int(Kind::Required) << -1;
    QTest::newRow("none") << QByteArray(R"({"type":"none"})") << int(Kind::None) << -1;
    QTest::newRow("tool") << QByteArray(R"({"type":"tool","name":"f"})") << int(Kind::Named) << -1;
    QTest::newRow("one at a time") << QByteArray(R"({"type":"auto","disable_parallel_tool_use":true})")
                                   << int(Kind::Auto) << 0;
    QTest::newRow("many") << QByteArray(R"({"type":"any","disable_parallel_tool_use":false})")
                          << int(Kind::Required) << 1;
}

void AnthropicRequestReaderTest::readsToolChoices()
{
    QFETCH(const QByteArray, choice);
    QFETCH(const int, kind);
    QFETCH(const int, parallel);
    const auto request = readRequest(withField("\"tool_choice\":" + choice));
    QVERIFY(request);
    QCOMPARE(int(request->toolChoice.kind), kind);
    QCOMPARE(request->allowsParallelTools ? int(*request->allowsParallelTools) : -1, parallel);
}

void AnthropicRequestReaderTest::readsThinking_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("mode");
    QTest::addColumn<qint64>("budget");
    QTest::addColumn<QByteArray>("effort");
    using Mode = ReasoningOptions::Mode;
    QTest::newRow("budget") << QByteArray(R"("thinking":{"type":"enabled","budget_tokens":2000})")
                            << int(Mode::Enabled) << qint64(2000) << QByteArray();
    QTest::newRow("adaptive") << QByteArray(
        R"("thinking":{"type":"adaptive"},"output_config":{"effort":"max"})")
                              << int(Mode::Adaptive) << qint64(-1) << QByteArray("max");
    QTest::newRow("disabled") << QByteArray(R"("thinking":{"type":"disabled"})") << int(Mode::Disabled)
                              << qint64(-1) << QByteArray();
    QTest::newRow("between tools") << QByteArray(R"("thinking":{"type":"between_tools"})")
                                   << int(Mode::Disabled) << qint64(-1) << QByteArray();
    QTest::newRow("effort alone") << QByteArray(R"("output_config":{"effort":"low"})") << int(Mode::Unset)
                                  << qint64(-1) << QByteArray("low");
}

void AnthropicRequestReaderTest::readsThinking()
{
    QFETCH(const QByteArray, field);
    const auto request = readRequest(withField(field));
    QVERIFY(request);
    QTEST(int(request->reasoning.mode), "mode");
    QTEST(qint64(request->reasoning.budget.value_or(-1)), "budget");
    QTEST(QByteArray::fromStdString(request->reasoning.effort), "effort");
}

void AnthropicRequestReaderTest::readsForms_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("now") << QByteArray(
        R"("output_config":{"format":{"type":"json_schema","schema":{"type":"object"}}})");
    QTest::newRow("before") << QByteArray(
        R"("output_format":{"type":"json_schema","schema":{"type":"object"}})");
}

void AnthropicRequestReaderTest::readsForms()
{
    QFETCH(const QByteArray, field);
    const auto request = readRequest(withField(field));
    QVERIFY(request);
    QCOMPARE(int(request->responseFormat.kind), int(ResponseFormat::Kind::JsonSchema));
    QCOMPARE(toText(request->responseFormat.schema), QByteArray(R"({"type":"object"})"));
}

void AnthropicRequestReaderTest::marksTheLastBlockForAMarkedRequest()
{
    const auto request = readRequest(withField(R"("cache_control":{"type":"ephemeral"})"));
    QVERIFY(request);
    const Message expected = message(Role::User, {TextPart {.text = "hi", .cache = CacheMark::FiveMinutes}});
    QVERIFY(request->messages.back() == expected);
    QVERIFY(request->dropped.empty());
}

void AnthropicRequestReaderTest::countsWithoutMaxTokens()
{
    const QByteArray body = R"({"model":"m","messages":[{"role":"user","content":"hi"}]})";
    QVERIFY(readRequest(body, true));
    const auto refused = readRequest(body);
    QVERIFY(!refused);
    QCOMPARE(refused.error().param, QByteArray("max_tokens"));
}

void AnthropicRequestReaderTest::namesWhatHasNoEffect()
{
    const auto request = readRequest(withField(
        R"("service_tier":"auto","container":null,"betas":[1],"thinking":{"type":"adaptive","display":"omitted"},"output_config":{"task_budget":1})"));
    QVERIFY(request);
    QCOMPARE(joined(request->dropped),
        QByteArray("thinking.display,output_config.task_budget,service_tier,betas"));
}

void AnthropicRequestReaderTest::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("param");
    const auto row = [](const char *name, const QByteArray &body, const char *param) {
        QTest::newRow(name) << body << QByteArray(param);
    };
    row("no JSON", "{", "");
    row("a list", "[]", "");
    row("too deep", withField("\"x\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']')), "");
    row("no model", R"({"max_tokens":1,"messages":[{"role":"user","content":"x"}]})", "model");
    row("no messages", R"({"model":"m","max_tokens":1,"messages":[]})", "messages");
    row("unknown role", withContent("\"x\"", "tool"), "messages[0].role");
    row("no content", withContent("null"), "messages[0].content");
    row("content is a number", withContent("5"), "messages[0].content");
    row("block is a text", withContent("[\"x\"]"), "messages[0].content[0]");
    row("unknown block", withContent(R"([{"type":"hologram"}])"), "messages[0].content[0].type");
    row("server block", withContent(R"([{"type":"server_tool_use"}])", "assistant"),
        "messages[0].content[0].type");
    row("search of the web", withContent(R"([{"type":"web_search_tool_result"}])", "assistant"),
        "messages[0].content[0].type");
    row("call of a user", withContent(R"([{"type":"tool_use","id":"1","name":"f","input":{}}])"),
        "messages[0].content[0].type");
    row("result of the model", withContent(R"([{"type":"tool_result","tool_use_id":"1"}])", "assistant"),
        "messages[0].content[0].type");
    row("file", withContent(R"([{"type":"image","source":{"type":"file","file_id":"f"}}])"),
        "messages[0].content[0].source.type");
    row("input is a text",
        withContent(R"([{"type":"tool_use","id":"1","name":"f","input":"x"}])", "assistant"),
        "messages[0].content[0].input");
    row("mark of another kind",
        withContent(R"([{"type":"text","text":"x","cache_control":{"type":"forever"}}])"),
        "messages[0].content[0].cache_control.type");
    row("mark of another time",
        withContent(R"([{"type":"text","text":"x","cache_control":{"type":"ephemeral","ttl":"2d"}}])"),
        "messages[0].content[0].cache_control.ttl");
    row("server tool", withField(R"("tools":[{"type":"web_search_20250305","name":"web_search"}])"),
        "tools[0].type");
    row("tool without a name", withField(R"("tools":[{"input_schema":{}}])"), "tools[0].name");
    row("unknown choice", withField(R"("tool_choice":{"type":"some"})"), "tool_choice.type");
    row("choice of no tool", withField(R"("tool_choice":{"type":"tool"})"), "tool_choice.name");
    row("thinking without budget", withField(R"("thinking":{"type":"enabled"})"), "thinking.budget_tokens");
    row("unknown form", withField(R"("output_config":{"format":{"type":"xml"}})"),
        "output_config.format.type");
    row("warm", withField(R"("temperature":"warm")"), "temperature");
    row("stop is a number", withField(R"("stop_sequences":[5])"), "stop_sequences[0]");
    row("mcp", withField(R"("mcp_servers":[{"url":"x"}])"), "mcp_servers[0]");
}

void AnthropicRequestReaderTest::refuses()
{
    QFETCH(const QByteArray, body);
    const auto request = readRequest(body);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::InvalidRequest);
    QTEST(request.error().param, "param");
}

QTEST_APPLESS_MAIN(AnthropicRequestReaderTest)
#include "tst_anthropicrequestreader.moc"

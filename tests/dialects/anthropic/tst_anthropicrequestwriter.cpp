// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <QTest>

using namespace nexus;
using namespace nexus::anthropic;

class AnthropicRequestWriterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesASmallRequest();
    void defaultsMaxTokens_data();
    void defaultsMaxTokens();
    void limitsMaxTokens();
    void settlesSampling_data();
    void settlesSampling();
    void clampsTemperature();
    void dropsBlankStops();
    void writesTheRest();
    void namesWhatHasNoEffect();
    void refusesSeveralAnswers();
    void writesTools();
    void definesToolsOfTheHistory();
    void writesToolChoices_data();
    void writesToolChoices();
    void aSchemaKeepsItsOrder();
    void aSchemaLosesTheChoiceAtItsTop();
    void strictStaysWhereItFits_data();
    void strictStaysWhereItFits();
    void strictStaysTwentyTimes();
};

void AnthropicRequestWriterTest::writesASmallRequest()
{
    ChatRequest request = question();
    request.maxTokens = 5;
    const auto written = writeRequest(request);
    QVERIFY(written);
    QCOMPARE(written->body,
        QByteArray(
            R"({"model":"claude-sonnet-4-5","max_tokens":5,"messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}]})"));
    QVERIFY(written->headers == HeaderList {});
    QVERIFY(written->dropped.empty());
}

void AnthropicRequestWriterTest::defaultsMaxTokens_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("tokens");
    const auto row
        = [](const char *model, int tokens) { QTest::newRow(model) << QByteArray(model) << tokens; };
    row("claude-3-opus-20240229", 4096);
    row("claude-3-haiku-20240307", 4096);
    row("claude-3-5-sonnet-20241022", 8192);
    row("claude-3-5-haiku@20241022", 8192);
    row("claude-3-7-sonnet-latest", 64'000);
    row("claude-sonnet-4-20250514", 64'000);
    row("claude-opus-4-20250514", 32'000);
    row("claude-opus-4-1-20250805", 32'000);
    row("claude-4-opus-20250514", 32'000);
    row("claude-sonnet-4-5-20250929", 64'000);
    row("claude-haiku-4-5", 64'000);
    row("claude-opus-4-5", 64'000);
    row("claude-opus-4.5", 64'000);
    row("claude-opus-4-6", 128'000);
    row("claude-sonnet-4-6", 128'000);
    row("claude-opus-4-8", 128'000);
    row("claude-sonnet-5", 128'000);
    row("claude-haiku-5-5", 128'000);
    row("claude-mythos-preview", 128'000);
    row("some-other-model", 8192);
}

void AnthropicRequestWriterTest::defaultsMaxTokens()
{
    QFETCH(const QByteArray, model);
    QFETCH(const int, tokens);
    QCOMPARE(textOf(bodyOf(question(model.constData())), "max_tokens"), QByteArray::number(tokens));
}

void AnthropicRequestWriterTest::limitsMaxTokens()
{
    ChatRequest request = question("claude-3-5-haiku-20241022");
    request.maxTokens = 100'000;
    QCOMPARE(textOf(bodyOf(request), "max_tokens"), QByteArray("8192"));
    request.model = "some-other-model";
    QCOMPARE(textOf(bodyOf(request), "max_tokens"), QByteArray("100000"));
}

void AnthropicRequestWriterTest::settlesSampling_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<double>("temperature");
    QTest::addColumn<double>("topP");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("dropped");
    const auto row = [](const char *name, const char *model, double temperature, double topP,
                         const char *sent, const char *dropped) {
        QTest::newRow(name) << QByteArray(model) << temperature << topP << QByteArray(sent)
                            << QByteArray(dropped);
    };
    row("both", "claude-sonnet-4-20250514", 0.5, 0.9, "0.5 0.9", "");
    row("one of both", "claude-opus-4-1", 0.5, 0.9, "0.5 absent", "top_p");
    row("top_p says nothing", "claude-sonnet-4-5", 0.5, 1, "0.5 absent", "");
    row("temperature says nothing", "claude-sonnet-4-5", 1, 0.9, "absent 0.9", "");
    row("neither", "claude-opus-4-7", 0.5, 0.9, "absent absent", "temperature,top_p");
    row("neither says anything", "claude-sonnet-5", 1, 1, "absent absent", "");
}

void AnthropicRequestWriterTest::settlesSampling()
{
    QFETCH(const QByteArray, model);
    QFETCH(const double, temperature);
    QFETCH(const double, topP);
    ChatRequest request = question(model.constData());
    request.temperature = temperature;
    request.topP = topP;
    const Json body = bodyOf(request);
    QTEST(QByteArray(textOf(body, "temperature") + ' ' + textOf(body, "top_p")), "sent");
    QTEST(joined(droppedOf(request)), "dropped");
}

void AnthropicRequestWriterTest::clampsTemperature()
{
    ChatRequest request = question("claude-sonnet-4-20250514");
    request.temperature = 1.7;
    QCOMPARE(textOf(bodyOf(request), "temperature"), QByteArray("1.0"));
}

void AnthropicRequestWriterTest::dropsBlankStops()
{
    ChatRequest request = question();
    request.stop = {"\n\n", "END", ""};
    QCOMPARE(textOf(bodyOf(request), "stop_sequences"), QByteArray(R"(["END"])"));
    QCOMPARE(joined(droppedOf(request)), QByteArray("stop"));
    request.stop = {" "};
    QCOMPARE(textOf(bodyOf(request), "stop_sequences"), QByteArray("absent"));
}

void AnthropicRequestWriterTest::writesTheRest()
{
    ChatRequest request = question();
    request.topK = 5;
    request.user = "u1";
    request.isStream = true;
    const Json body = bodyOf(request);
    QCOMPARE(textOf(body, "top_k"), QByteArray("5"));
    QCOMPARE(textOf(body, "metadata"), QByteArray(R"({"user_id":"u1"})"));
    QCOMPARE(textOf(body, "stream"), QByteArray("true"));
}

void AnthropicRequestWriterTest::namesWhatHasNoEffect()
{
    ChatRequest request = question();
    request.dropped = {"logit_bias"};
    request.messages.front().name = "ann";
    request.seed = 1;
    request.presencePenalty = 0.5;
    request.frequencyPenalty = 0;
    request.user = std::string(300, 'u');
    QCOMPARE(joined(droppedOf(request)), QByteArray("logit_bias,name,user,seed,presence_penalty"));
}

void AnthropicRequestWriterTest::refusesSeveralAnswers()
{
    ChatRequest request = question();
    request.choiceCount = 1;
    QVERIFY(writeRequest(request));
    request.choiceCount = 2;
    const auto written = writeRequest(request);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(written.error().param, QByteArray("n"));
}

void AnthropicRequestWriterTest::writesTools()
{
    ChatRequest request = question();
    request.tools = {tool("f"), {.name = "g", .description = {}, .parameters = {}, .isStrict = false}};
    request.tools[0].cache = CacheMark::FiveMinutes;
    const Json body = bodyOf(request);
    QCOMPARE(textOf(body, "tools"),
        QByteArray(
            R"([{"name":"f","description":"Looks.","input_schema":{"type":"object","properties":{},"additionalProperties":false},"cache_control":{"type":"ephemeral"}},)"
            R"({"name":"g","input_schema":{"type":"object","properties":{}}}])"));
    QCOMPARE(textOf(body, "tool_choice"), QByteArray("absent"));
}

void AnthropicRequestWriterTest::definesToolsOfTheHistory()
{
    const Json body = bodyOf(
        conversation({said(Role::User, "a"), message(Role::Assistant, {call("1", "f"), call("2", "f")}),
            message(Role::User, {result("1"), result("2")})}));
    QCOMPARE(textOf(body, "tools"),
        QByteArray(R"([{"name":"f","input_schema":{"type":"object","properties":{}}}])"));
    QCOMPARE(textOf(body, "tool_choice"), QByteArray(R"({"type":"none"})"));
}

void AnthropicRequestWriterTest::writesToolChoices_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("allowsParallel");
    QTest::addColumn<QByteArray>("choice");
    QTest::addColumn<QByteArray>("dropped");
    using Kind = ToolChoice::Kind;
    const auto row = [](const char *name, Kind kind, bool allowsParallel, const char *choice,
                         const char *model = "claude-sonnet-4-5", const char *dropped = "") {
        QTest::newRow(name) << QByteArray(model) << int(kind) << allowsParallel << QByteArray(choice)
                            << QByteArray(dropped);
    };
    row("unset", Kind::Unset, true, "absent");
    row("unset, one at a time", Kind::Unset, false, R"({"type":"auto","disable_parallel_tool_use":true})");
    row("auto", Kind::Auto, true, R"({"type":"auto"})");
    row("none", Kind::None, false, R"({"type":"none"})");
    row("required", Kind::Required, false, R"({"type":"any","disable_parallel_tool_use":true})");
    row("named", Kind::Named, true, R"({"type":"tool","name":"f"})");
    row("refused by the model", Kind::Named, true, R"({"type":"auto"})", "claude-opus-5-5", "tool_choice");
    row("taken by a small one", Kind::Required, true, R"({"type":"any"})", "claude-haiku-5-5");
}

void AnthropicRequestWriterTest::writesToolChoices()
{
    QFETCH(const QByteArray, model);
    QFETCH(const int, kind);
    QFETCH(const bool, allowsParallel);
    ChatRequest request = question(model.constData());
    request.tools = {tool("f")};
    request.toolChoice = {ToolChoice::Kind(kind), kind == int(ToolChoice::Kind::Named) ? "f" : ""};
    request.allowsParallelTools = allowsParallel;
    QTEST(textOf(bodyOf(request), "tool_choice"), "choice");
    QTEST(joined(droppedOf(request)), "dropped");
}

void AnthropicRequestWriterTest::aSchemaKeepsItsOrder()
{
    ChatRequest request = question();
    request.tools = {tool("f")};
    const QByteArray schema
        = R"({"type":"object","properties":{"z":{"type":"string","pattern":"x"},"a":{"anyOf":[{}]}},)"
          R"("required":["z"],"additionalProperties":true,"$defs":{}})";
    request.tools[0].parameters = parseJson(schema).value_or(Json());
    QCOMPARE(textOf(bodyOf(request)["tools"][0], "input_schema"), schema);
}

void AnthropicRequestWriterTest::aSchemaLosesTheChoiceAtItsTop()
{
    ChatRequest request = question();
    request.tools = {tool("f")};
    request.tools[0].parameters
        = parseJson(R"({"description":"d","anyOf":[{"properties":{"a":{"type":"string"}},
        "required":["a"]},{"properties":{"b":{"type":"number"}}}]})")
              .value_or(Json());
    QCOMPARE(textOf(bodyOf(request)["tools"][0], "input_schema"),
        QByteArray(
            R"({"description":"d","properties":{"a":{"type":"string"},"b":{"type":"number"}},"type":"object"})"));
}

void AnthropicRequestWriterTest::strictStaysWhereItFits_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<bool>("isStrict");
    const QByteArray closed
        = R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false})";
    QTest::newRow("closed") << QByteArray("claude-sonnet-4-5") << closed << true;
    QTest::newRow("old model") << QByteArray("claude-opus-4-1") << closed << false;
    QTest::newRow("open") << QByteArray("claude-sonnet-4-5")
                          << QByteArray(R"({"type":"object","properties":{"a":{"type":"string"}}})") << false;
    QTest::newRow("limit on a number")
        << QByteArray("claude-sonnet-4-5")
        << QByteArray(
               R"({"type":"object","properties":{"a":{"type":"integer","minimum":1}},"additionalProperties":false})")
        << false;
    QTest::newRow("refers to itself")
        << QByteArray("claude-sonnet-4-5")
        << QByteArray(
               R"({"type":"object","properties":{"a":{"$ref":"#/$defs/n"}},"additionalProperties":false,"$defs":{"n":{"anyOf":[{"$ref":"#/$defs/n"}]}}})")
        << false;
}

void AnthropicRequestWriterTest::strictStaysWhereItFits()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, schema);
    QFETCH(const bool, isStrict);
    ChatRequest request = question(model.constData());
    request.tools = {tool("f")};
    request.tools[0].isStrict = true;
    request.tools[0].parameters = parseJson(schema).value_or(Json());
    const Json body = bodyOf(request);
    QCOMPARE(textOf(body["tools"][0], "strict"), QByteArray(isStrict ? "true" : "absent"));
    QCOMPARE(textOf(body["tools"][0], "input_schema"), schema);
    QCOMPARE(joined(droppedOf(request)), QByteArray(isStrict ? "" : "strict"));
}

void AnthropicRequestWriterTest::strictStaysTwentyTimes()
{
    const Json schema = parseJson(
        R"({"type":"object","properties":{"a":{}},"required":["a"],"additionalProperties":false})")
                            .value_or(Json());
    ChatRequest request = question();
    for (int number = 0; number < 21; ++number) {
        request.tools.push_back(tool(("f" + std::to_string(number)).c_str()));
        request.tools.back().isStrict = true;
        request.tools.back().parameters = schema;
    }
    QCOMPARE(textOf(bodyOf(request), "tools").count("\"strict\":true"), 20);
    QCOMPARE(joined(droppedOf(request)), QByteArray("strict"));
}

QTEST_APPLESS_MAIN(AnthropicRequestWriterTest)
#include "tst_anthropicrequestwriter.moc"

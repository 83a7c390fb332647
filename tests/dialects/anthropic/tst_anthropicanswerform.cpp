// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <QTest>

using namespace nexus;
using namespace nexus::anthropic;

namespace {

const QByteArray closed
    = R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false})";
const QByteArray map = R"({"type":"object","additionalProperties":{"type":"string"}})";

ChatRequest formed(const char *model, const QByteArray &schema = closed)
{
    ChatRequest request = question(model);
    request.responseFormat.kind = ResponseFormat::Kind::JsonSchema;
    request.responseFormat.name = "thing";
    request.responseFormat.schema = parseJson(schema).value_or(Json());
    return request;
}

} // namespace

class AnthropicAnswerFormTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newModelsHaveAForm();
    void schemasAreNarrowed_data();
    void schemasAreNarrowed();
    void oldModelsAnswerWithATool();
    void whatTheFormCannotSayIsATool();
    void theToolStandsBesideOthers();
    void aForcedToolNeedsNoForm();
    void theToolTakesThePlaceOfThinking();
    void aModelThatCannotBeForcedIsTold();
    void anyJsonIsAnInstruction();
};

void AnthropicAnswerFormTest::newModelsHaveAForm()
{
    for (const char *const model :
        {"claude-sonnet-4-5", "claude-haiku-4-5", "claude-opus-4-6", "claude-opus-5-5"}) {
        const Json body = bodyOf(formed(model));
        QCOMPARE(
            textOf(body, "output_config"), R"({"format":{"type":"json_schema","schema":)" + closed + "}}");
        QCOMPARE(textOf(body, "tools"), QByteArray("absent"));
    }
}

void AnthropicAnswerFormTest::schemasAreNarrowed_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("narrow");
    const auto row = [](const char *name, const char *member, const char *narrow) {
        QTest::newRow(name) << QByteArray(member) << QByteArray(narrow);
    };
    row("closes", R"({"type":"object","properties":{"b":{"type":"null"}},"additionalProperties":true})",
        R"({"type":"object","properties":{"b":{"type":"null"}},"additionalProperties":false})");
    row("explains limits", R"({"type":"integer","description":"d","minimum":1,"maximum":5})",
        R"({"type":"integer","description":"d\n\n{\"minimum\":1,\"maximum\":5}"})");
    row("one of", R"({"oneOf":[{"type":"string"},{"type":"null"}]})",
        R"({"anyOf":[{"type":"string"},{"type":"null"}]})");
    row("known format", R"({"type":"string","format":"date"})", R"({"type":"string","format":"date"})");
    row("unknown format", R"({"type":"string","format":"moon"})",
        R"({"type":"string","description":"{\"format\":\"moon\"}"})");
    row("list", R"({"type":"array","items":{"type":"string","enum":["x"]},"minItems":1,"maxItems":3})",
        R"({"type":"array","items":{"type":"string","enum":["x"]},"minItems":1,"description":"{\"maxItems\":3}"})");
}

void AnthropicAnswerFormTest::schemasAreNarrowed()
{
    QFETCH(const QByteArray, member);
    QFETCH(const QByteArray, narrow);
    const auto around = [](const QByteArray &inner) {
        return R"({"type":"object","properties":{"m":)" + inner
            + R"(},"required":["m"],"additionalProperties":false})";
    };
    const Json body = bodyOf(formed("claude-sonnet-4-5", around(member)));
    QCOMPARE(textOf(body["output_config"]["format"], "schema"), around(narrow));
}

void AnthropicAnswerFormTest::oldModelsAnswerWithATool()
{
    const Json body = bodyOf(formed("claude-sonnet-4-20250514"));
    QCOMPARE(textOf(body, "output_config"), QByteArray("absent"));
    QCOMPARE(textOf(body["tools"][0], "name"), QByteArray("\"nexus_json_answer\""));
    QCOMPARE(textOf(body["tools"][0], "input_schema"), closed);
    QCOMPARE(textOf(body, "tool_choice"),
        QByteArray(R"({"type":"tool","name":"nexus_json_answer","disable_parallel_tool_use":true})"));
}

void AnthropicAnswerFormTest::whatTheFormCannotSayIsATool()
{
    const Json body = bodyOf(formed("claude-sonnet-4-5", map));
    QCOMPARE(textOf(body["tools"][0], "input_schema"), map);
    QCOMPARE(textOf(body, "output_config"), QByteArray("absent"));
}

void AnthropicAnswerFormTest::theToolStandsBesideOthers()
{
    ChatRequest request = formed("claude-sonnet-4-20250514");
    request.tools = {tool("f")};
    const Json body = bodyOf(request);
    QCOMPARE(body["tools"].size(), std::size_t(2));
    QCOMPARE(textOf(body, "tool_choice"), QByteArray(R"({"type":"any"})"));
    request.toolChoice.kind = ToolChoice::Kind::None;
    QVERIFY(textOf(bodyOf(request), "tool_choice").contains(R"("name":"nexus_json_answer")"));
}

void AnthropicAnswerFormTest::aForcedToolNeedsNoForm()
{
    ChatRequest request = formed("claude-sonnet-4-20250514");
    request.tools = {tool("f")};
    request.toolChoice = {ToolChoice::Kind::Named, "f"};
    const Json body = bodyOf(request);
    QCOMPARE(body["tools"].size(), std::size_t(1));
    QCOMPARE(textOf(body, "tool_choice"), QByteArray(R"({"type":"tool","name":"f"})"));
}

void AnthropicAnswerFormTest::theToolTakesThePlaceOfThinking()
{
    ChatRequest request = formed("claude-sonnet-4-20250514");
    request.reasoning = {ReasoningOptions::Mode::Enabled, {}, 2000};
    QCOMPARE(textOf(bodyOf(request), "thinking"), QByteArray("absent"));
    QCOMPARE(joined(droppedOf(request)), QByteArray("thinking"));
}

void AnthropicAnswerFormTest::aModelThatCannotBeForcedIsTold()
{
    const ChatRequest request = formed("claude-opus-5-5", map);
    const Json body = bodyOf(request);
    QVERIFY(textOf(body, "system").contains("additionalProperties"));
    QCOMPARE(textOf(body, "tools"), QByteArray("absent"));
    QCOMPARE(joined(droppedOf(request)), QByteArray("response_format"));
}

void AnthropicAnswerFormTest::anyJsonIsAnInstruction()
{
    ChatRequest request = question();
    request.responseFormat.kind = ResponseFormat::Kind::JsonObject;
    QVERIFY(bodyOf(request)["system"].is_string());
    request.messages.insert(request.messages.begin(), said(Role::System, "s"));
    const Json system = bodyOf(request)["system"];
    QCOMPARE(system.size(), std::size_t(2));
    QCOMPARE(textOf(system[0], "text"), QByteArray("\"s\""));
    QVERIFY(droppedOf(request).empty());
}

QTEST_APPLESS_MAIN(AnthropicAnswerFormTest)
#include "tst_anthropicanswerform.moc"

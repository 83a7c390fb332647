// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/demoanswer.h"
#include "wire/json.h"
#include "wire/ssereader.h"

#include <QTest>

using namespace nexus;

class DemoToolsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void callsTools_data();
    void callsTools();
    void streamsAToolCall();
    void choosesTheTool_data();
    void choosesTheTool();
    void endsSchemasThatContainThemselves_data();
    void endsSchemasThatContainThemselves();
    void copiesLargeValuesOnlySoOften();
};

namespace {

Json treeOf(const QByteArray &text)
{
    return parseJson(text).value_or(Json());
}

QByteArray wholeAnswer(const QByteArray &body)
{
    const auto answer = DemoAnswer::make(body, Operation::Chat);
    return answer ? answer->whole() : QByteArray();
}

// Members of the body behind model and messages start with a comma.
QByteArray chat(const QByteArray &text, const QByteArray &more = {})
{
    return R"({"model":"echo","messages":[{"role":"system","content":"be brief"},{"role":"user","content":)"
        + text + "}]" + more + '}';
}

// The JSON chunks of the streamed answer, without [DONE].
std::vector<Json> chunksOf(const QByteArray &body)
{
    std::vector<Json> chunks;
    SseReader reader;
    const auto answer = DemoAnswer::make(body, Operation::Chat);
    std::size_t index = 0;
    while (const auto event = answer->event(index++)) {
        const auto read = reader.feed(*event);
        if (read->front().data != "[DONE]") {
            chunks.push_back(treeOf(read->front().data));
        }
    }
    return chunks;
}

QByteArray toolWith(const QByteArray &schema)
{
    return R"(,"tools":[{"type":"function","function":{"name":"f","parameters":)" + schema + "}}]";
}

QByteArray weatherTool()
{
    return R"({"type":"function","function":{"name":"weather","parameters":{"type":"object","properties":{)"
           R"("unit":{"type":"string","enum":["c","f"]},"city":{"type":"string"},"days":{"type":"integer"}},)"
           R"("required":["unit","city","days"]}}})";
}

QByteArray timeTool()
{
    return R"({"type":"function","function":{"name":"time"}})";
}

} // namespace

void DemoToolsTest::callsTools_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("arguments");
    const auto row = [](const char *name, const char *schema, const char *arguments) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(arguments);
    };
    row("empty", "{}", "\"value\"");
    row("no properties", R"({"type":"object"})", "{}");
    row("required only", R"({"properties":{"a":{"type":"string"},"b":{"type":"number"}},"required":["b"]})",
        R"({"b":1})");
    row("none required", R"({"properties":{"b":{"type":"string"},"a":{"type":"null"}}})",
        R"({"b":"b","a":null})");
    row("user text first",
        R"({"properties":{"x":{"type":"string"},"y":{"type":"string"}},"required":["y","x"]})",
        R"({"x":"hi","y":"y"})");
    row("ready values", R"({"properties":{"c":{"const":5},"e":{"enum":["u","v"]},"d":{"default":[1]}}})",
        R"({"c":5,"e":"u","d":[1]})");
    row("types",
        R"({"properties":{"b":{"type":"boolean"},"n":{"type":["null","integer"]},"m":{"minimum":7,"type":"number"}}})",
        R"({"b":true,"n":1,"m":7})");
    row("arrays",
        R"({"properties":{"l":{"type":"array","items":{"type":"integer"},"minItems":2},"e":{"type":"array"}}})",
        R"({"l":[1,1],"e":[]})");
    row("options",
        R"({"properties":{"o":{"anyOf":[{"type":"null"},{"type":"object","properties":{"k":{}}}]}}})",
        R"({"o":{"k":"k"}})");
    row("all of", R"({"allOf":[{"properties":{"a":{"const":1}}},{"properties":{"b":{"const":2}}}]})",
        R"({"a":1,"b":2})");
    row("reference", R"({"properties":{"p":{"$ref":"#/$defs/a~1b"}},"$defs":{"a/b":{"type":"integer"}}})",
        R"({"p":1})");
    row("lost reference", R"({"properties":{"p":{"$ref":"#/$defs/x"}}})", R"({"p":"p"})");
    row("lengths", R"({"properties":{"s":{"minLength":3},"long":{"maxLength":2}}})",
        R"({"s":"sxx","long":"lo"})");
    row("format", R"({"properties":{"d":{"type":"string","format":"date"}}})", R"({"d":"2024-01-01"})");
    row("strange", R"({"type":7,"properties":[1],"required":"x","items":3})", "{}");
}

void DemoToolsTest::callsTools()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, arguments);
    const Json choice = treeOf(wholeAnswer(chat("\"hi\"", toolWith(schema))))["choices"][0];
    QCOMPARE(choice["finish_reason"].get<std::string>(), std::string("tool_calls"));
    QVERIFY(choice["message"]["content"].is_null());
    const Json call = choice["message"]["tool_calls"][0];
    QVERIFY(call["id"].get<std::string>().starts_with("call_"));
    QCOMPARE(call["function"]["name"].get<std::string>(), std::string("f"));
    QCOMPARE(QByteArray::fromStdString(call["function"]["arguments"].get<std::string>()), arguments);
}

void DemoToolsTest::streamsAToolCall()
{
    const auto chunks = chunksOf(chat("\"Paris\"", ",\"tools\":[" + weatherTool() + "]"));
    const Json first = chunks.front()["choices"][0]["delta"];
    QCOMPARE(first["role"].get<std::string>(), std::string("assistant"));
    QCOMPARE(first["tool_calls"][0]["function"]["name"].get<std::string>(), std::string("weather"));
    QCOMPARE(first["tool_calls"][0]["type"].get<std::string>(), std::string("function"));
    QVERIFY(!first["tool_calls"][0]["id"].get<std::string>().empty());
    std::string arguments;
    for (std::size_t i = 0; i + 1 < chunks.size(); ++i) {
        const Json call = chunks[i]["choices"][0]["delta"]["tool_calls"][0];
        QCOMPARE(call["index"].get<int>(), 0);
        arguments += call["function"]["arguments"].get<std::string>();
    }
    QVERIFY(chunks.size() > 4);
    QCOMPARE(QByteArray::fromStdString(arguments), QByteArray(R"({"unit":"c","city":"Paris","days":1})"));
    QCOMPARE(chunks.back()["choices"][0]["finish_reason"].get<std::string>(), std::string("tool_calls"));
}

void DemoToolsTest::choosesTheTool_data()
{
    QTest::addColumn<QByteArray>("choice");
    QTest::addColumn<QByteArray>("name"); // empty when text is to come
    QTest::newRow("default") << QByteArray() << QByteArray("weather");
    QTest::newRow("auto") << QByteArray(R"(,"tool_choice":"auto")") << QByteArray("weather");
    QTest::newRow("null") << QByteArray(R"(,"tool_choice":null)") << QByteArray("weather");
    QTest::newRow("required") << QByteArray(R"(,"tool_choice":"required")") << QByteArray("weather");
    QTest::newRow("none") << QByteArray(R"(,"tool_choice":"none")") << QByteArray();
    QTest::newRow("named") << QByteArray(R"(,"tool_choice":{"type":"function","function":{"name":"time"}})")
                           << QByteArray("time");
}

void DemoToolsTest::choosesTheTool()
{
    QFETCH(const QByteArray, choice);
    QFETCH(const QByteArray, name);
    const QByteArray tools = ",\"tools\":[" + weatherTool() + ',' + timeTool() + "]";
    const Json message = treeOf(wholeAnswer(chat("\"a\"", tools + choice)))["choices"][0]["message"];
    QCOMPARE(message.contains("tool_calls"), !name.isEmpty());
    if (!name.isEmpty()) {
        QCOMPARE(message["tool_calls"].size(), std::size_t(1));
        QCOMPARE(message["tool_calls"][0]["function"]["name"].get<std::string>(), name.toStdString());
    }
}

void DemoToolsTest::endsSchemasThatContainThemselves_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::newRow("itself") << QByteArray(R"({"$ref":"#"})");
    QTest::newRow("tree") << QByteArray(
        R"({"properties":{"a":{"$ref":"#"},"b":{"$ref":"#"},"c":{"$ref":"#"}},"required":["a","b","c"]})");
    QTest::newRow("list") << QByteArray(R"({"type":"array","minItems":8,"items":{"$ref":"#"}})");
    QTest::newRow("options") << QByteArray(R"({"anyOf":[{"$ref":"#"},{"$ref":"#"}]})");
    QTest::newRow("all of") << QByteArray(R"({"allOf":[{"$ref":"#"},{"$ref":"#"},{"$ref":"#"}]})");
}

void DemoToolsTest::endsSchemasThatContainThemselves()
{
    QFETCH(const QByteArray, schema);
    const QByteArray answer = wholeAnswer(chat("\"a\"", toolWith(schema)));
    QVERIFY(treeOf(answer).contains("choices"));
    QVERIFY(answer.size() < 200'000);
}

void DemoToolsTest::copiesLargeValuesOnlySoOften()
{
    const QByteArray schema = R"({"$defs":{"x":{"const":")" + QByteArray(1'000'000, 'x')
        + R"("}},"type":"array","minItems":8,"items":{"type":"array","minItems":8,"items":{"$ref":"#/$defs/x"}}})";
    const QByteArray answer = wholeAnswer(chat("\"a\"", toolWith(schema)));
    QVERIFY(answer.size() > 1'000'000);
    QVERIFY(answer.size() < 3'000'000);
}

QTEST_APPLESS_MAIN(DemoToolsTest)
#include "tst_demotools.moc"

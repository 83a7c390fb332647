// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests.h"

#include "dialects/bedrock/schemafit.h"

#include <QTest>

using namespace nexus;
using namespace nexus::requests;

class BedrockToolsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTools();
    void writesChoices_data();
    void writesChoices();
    void keepsToolsForTheHistory();
    void enforcesStrictToolsWhereItCan();
    void bindsToASchema_data();
    void bindsToASchema();
    void letsToolsBeCalledBesideASchema();
    void asksForJsonInWords();
    void knowsClosedSchemas_data();
    void knowsClosedSchemas();
};

namespace {

using Kind = ToolChoice::Kind;

constexpr const char *closedSchema
    = R"({"type":"object","properties":{"b":{"type":"string"},"a":{"type":"integer"}},"required":["b","a"],"additionalProperties":false})";
constexpr const char *openSchema = R"({"type":"object","properties":{"a":{"type":"integer","minimum":3}}})";

Json parsed(const QByteArray &text)
{
    return parseJson(text).value_or(Json());
}

ChatRequest withTools(const char *model, Kind kind = Kind::Unset)
{
    ChatRequest request = hello(model);
    request.tools = {{.name = "f"}, {.name = "g"}};
    request.toolChoice = {.kind = kind, .name = kind == Kind::Named ? "g" : ""};
    return request;
}

ChatRequest withSchema(const char *model, const char *schema)
{
    ChatRequest request = hello(model);
    request.responseFormat = {.kind = ResponseFormat::Kind::JsonSchema,
        .name = "weather",
        .description = "The weather",
        .schema = parsed(schema)};
    return request;
}

} // namespace

Q_DECLARE_METATYPE(nexus::ToolChoice::Kind)

void BedrockToolsTest::writesTools()
{
    ChatRequest request = hello();
    request.tools = {{.name = "f", .description = "Does f", .parameters = parsed(closedSchema)},
        {.name = "g", .description = " ", .parameters = parsed(R"({"properties":{"x":{"$ref":"#/x"}}})")},
        {.name = "h"}};
    const Json tree = body(request);
    QCOMPARE(at(tree, "/toolConfig/tools/0"),
        QByteArray(R"({"toolSpec":{"name":"f","description":"Does f","inputSchema":{"json":)") + closedSchema
            + "}}}");
    QCOMPARE(at(tree, "/toolConfig/tools/1"),
        QByteArray(
            R"({"toolSpec":{"name":"g","inputSchema":{"json":{"properties":{"x":{"$ref":"#/x"}},"type":"object"}}}})"));
    QCOMPARE(at(tree, "/toolConfig/tools/2/toolSpec/inputSchema/json"),
        QByteArray(R"({"type":"object","properties":{}})"));
    QVERIFY(!tree["toolConfig"].contains("toolChoice"));
}

void BedrockToolsTest::writesChoices_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("choice"); // "refused" when it is
    QTest::addColumn<int>("tools");
    const auto row = [](const char *name, const char *model, Kind kind, const char *choice, int tools = 2) {
        QTest::newRow(name) << QByteArray(model) << kind << QByteArray(choice) << tools;
    };
    const char *mistral = "mistral.mistral-large-2407-v1:0";
    row("claude auto", claude, Kind::Auto, "");
    row("claude required", claude, Kind::Required, R"({"any":{}})");
    row("claude named", claude, Kind::Named, R"({"tool":{"name":"g"}})");
    row("claude none", claude, Kind::None, "", 0);
    row("nova required", nova, Kind::Required, R"({"any":{}})");
    row("nova named", nova, Kind::Named, R"({"tool":{"name":"g"}})");
    row("mistral required", mistral, Kind::Required, R"({"any":{}})");
    row("mistral named: the only tool offered", mistral, Kind::Named, R"({"any":{}})", 1);
    row("llama auto", llama, Kind::Auto, "");
    row("llama required", llama, Kind::Required, "refused");
    row("llama named", llama, Kind::Named, "refused");
    row("fable 5.1 required", "global.anthropic.claude-fable-5-1", Kind::Required, "refused");
    row("fable 5 required", "global.anthropic.claude-fable-5", Kind::Required, R"({"any":{}})");
    row("unknown named", "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123",
        Kind::Named, R"({"tool":{"name":"g"}})");
}

void BedrockToolsTest::writesChoices()
{
    QFETCH(const QByteArray, model);
    QFETCH(const Kind, kind);
    QFETCH(const QByteArray, choice);
    QFETCH(const int, tools);
    const ChatRequest request = withTools(model.constData(), kind);
    QCOMPARE(refusedParam(request), choice == "refused" ? QByteArray("tool_choice") : QByteArray());
    if (choice != "refused") {
        const Json tree = body(request);
        QCOMPARE(at(tree, "/toolConfig/toolChoice"), choice);
        QCOMPARE(tree.contains("toolConfig") ? int(tree["toolConfig"]["tools"].size()) : 0, tools);
    }
}

void BedrockToolsTest::keepsToolsForTheHistory()
{
    ChatRequest request = withTools(claude, Kind::None);
    request.messages = {says(Role::User, "q"), call("a", "f"), result("a", "1")};
    const Json tree = body(request);
    QCOMPARE(tree["toolConfig"]["tools"].size(), std::size_t(2));
    QVERIFY(!tree["toolConfig"].contains("toolChoice"));
    QCOMPARE(droppedOf(request), QByteArray("tool_choice"));
}

void BedrockToolsTest::enforcesStrictToolsWhereItCan()
{
    ChatRequest request = hello();
    request.tools = {{.name = "f", .parameters = parsed(closedSchema), .isStrict = true}};
    QCOMPARE(at(request, "/toolConfig/tools/0/toolSpec/strict"), QByteArray("true"));
    QCOMPARE(droppedOf(request), QByteArray());
    request.tools[0].parameters = parsed(openSchema);
    QCOMPARE(at(request, "/toolConfig/tools/0/toolSpec/strict"), QByteArray());
    QCOMPARE(droppedOf(request), QByteArray("strict"));
    request.tools[0].parameters = parsed(closedSchema);
    request.model = nova;
    QCOMPARE(at(request, "/toolConfig/tools/0/toolSpec/strict"), QByteArray());
    request.model = claude;
    request.tools.resize(21, request.tools[0]);
    QCOMPARE(at(request, "/toolConfig/tools/20/toolSpec/strict"), QByteArray());
}

void BedrockToolsTest::bindsToASchema_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("form");
    const auto row = [](const char *name, const char *model, const char *schema, const char *form) {
        QTest::newRow(name) << QByteArray(model) << QByteArray(schema) << QByteArray(form);
    };
    row("claude 4.5, closed", claude, closedSchema, "native");
    row("claude 4.5, open", claude, openSchema, "tool");
    row("claude 3.5", "anthropic.claude-3-5-sonnet-20240620-v1:0", closedSchema, "tool");
    row("fable 5.1, open", "anthropic.claude-fable-5-1", openSchema, "words");
    row("qwen, open", "qwen.qwen3-32b-v1:0", openSchema, "native");
    row("gpt-oss", "openai.gpt-oss-120b-1:0", openSchema, "native");
    row("nova", nova, closedSchema, "tool");
    row("llama", llama, closedSchema, "words");
}

void BedrockToolsTest::bindsToASchema()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, form);
    const Json tree = body(withSchema(model.constData(), schema.constData()));
    QCOMPARE(tree.contains("outputConfig"), form == "native");
    QCOMPARE(tree.contains("toolConfig"), form == "tool");
    QCOMPARE(tree.contains("system"), form == "words");
    if (form == "native") {
        QCOMPARE(at(tree, "/outputConfig/textFormat/type"), QByteArray("\"json_schema\""));
        const Json &json = tree["outputConfig"]["textFormat"]["structure"]["jsonSchema"];
        QCOMPARE(QByteArray::fromStdString(json["schema"]), schema); // a text, its order kept
        QCOMPARE(at(json, "/name"), QByteArray("\"weather\""));
        QCOMPARE(at(json, "/description"), QByteArray("\"The weather\""));
    } else if (form == "tool") {
        QCOMPARE(at(tree, "/toolConfig/tools/0/toolSpec/name"), QByteArray("\"nexus_json_answer\""));
        QCOMPARE(at(tree, "/toolConfig/tools/0/toolSpec/inputSchema/json"), schema);
        QCOMPARE(at(tree, "/toolConfig/toolChoice"), QByteArray(R"({"tool":{"name":"nexus_json_answer"}})"));
    } else {
        QVERIFY(at(tree, "/system/0/text").contains("JSON Schema"));
    }
}

void BedrockToolsTest::letsToolsBeCalledBesideASchema()
{
    ChatRequest request = withSchema(nova, closedSchema);
    request.tools = {{.name = "f"}};
    const Json tree = body(request);
    QCOMPARE(tree["toolConfig"]["tools"].size(), std::size_t(2));
    QCOMPARE(at(tree, "/toolConfig/toolChoice"), QByteArray(R"({"any":{}})"));
    // Where the client forces a tool the schema is said in words.
    request.toolChoice.kind = Kind::Required;
    const Json forced = body(request);
    QCOMPARE(forced["toolConfig"]["tools"].size(), std::size_t(1));
    QVERIFY(forced.contains("system"));
    request.toolChoice.kind = Kind::None;
    QCOMPARE(at(request, "/toolConfig/toolChoice"), QByteArray(R"({"tool":{"name":"nexus_json_answer"}})"));
}

void BedrockToolsTest::asksForJsonInWords()
{
    ChatRequest request = hello();
    request.messages.insert(request.messages.begin(), says(Role::System, "s"));
    request.responseFormat.kind = ResponseFormat::Kind::JsonObject;
    const Json tree = body(request);
    QCOMPARE(tree["system"].size(), std::size_t(2));
    QVERIFY(at(tree, "/system/1/text").contains("JSON object"));
    QVERIFY(!tree.contains("toolConfig") && !tree.contains("outputConfig"));
}

void BedrockToolsTest::knowsClosedSchemas_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<bool>("isClosed");
    const auto row = [](const char *name, const QByteArray &schema, bool isClosed) {
        QTest::newRow(name) << schema << isClosed;
    };
    row("closed", closedSchema, true);
    row("open", R"({"type":"object","properties":{}})", false);
    row("open inside",
        R"({"type":"object","properties":{"a":{"type":"array","items":{"type":"object"}}},"additionalProperties":false})",
        false);
    row("a member called like a keyword",
        R"({"type":"object","properties":{"minimum":{"type":"string"},"$ref":{"type":"string"}},"additionalProperties":false})",
        true);
    row("limit", R"({"type":"string","maxLength":3})", false);
    row("one element at least", R"({"type":"array","items":{"type":"string"},"minItems":1})", true);
    row("two elements at least", R"({"type":"array","items":{"type":"string"},"minItems":2})", false);
    row("either", R"({"anyOf":[{"type":"null"},{"type":"string"}]})", true);
    row("definition", R"({"$defs":{"a":{"type":"string"}},"anyOf":[{"$ref":"#/$defs/a"}]})", true);
    row("recursion", R"({"$defs":{"a":{"type":"array","items":{"$ref":"#/$defs/a"}}},"$ref":"#/$defs/a"})",
        false);
    row("the root again", R"({"type":"array","items":{"$ref":"#"}})", false);
    row("elsewhere", R"({"$ref":"https://example.org/schema"})", false);
    row("nullable object", R"({"type":["object","null"],"properties":{}})", false);
    row("no schema", "true", false);
    row("nonsense", R"({"properties":3})", false);
    row("deep", QByteArray(R"({"items":)").repeated(100) + "{}" + QByteArray("}").repeated(100), false);
}

void BedrockToolsTest::knowsClosedSchemas()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const bool, isClosed);
    QCOMPARE(bedrock::isClosedSchema(parsed(schema)), isClosed);
}

QTEST_APPLESS_MAIN(BedrockToolsTest)
#include "tst_bedrocktools.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/schema.h"

#include <QElapsedTimer>
#include <QTest>

#include <set>

using namespace nexus;
using namespace nexus::gemini;

class GeminiSchemaTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rewritesMembers_data();
    void rewritesMembers();
    void rewritesParameters_data();
    void rewritesParameters();
    void rewritesAnswers_data();
    void rewritesAnswers();
    void leavesNoKeywordThatIsRefused_data();
    void leavesNoKeywordThatIsRefused();
    void endsOnAnySchema_data();
    void endsOnAnySchema();
};

namespace {

constexpr const char *subset = "S";
constexpr const char *jsonSchema = "J";

Json parsed(const QByteArray &json)
{
    return parseJson(json).value_or(Json());
}

QByteArray shown(const ProviderSchema &schema)
{
    return schema.tree.is_null()
        ? QByteArray("nothing")
        : QByteArray(schema.isJsonSchema ? jsonSchema : subset) + toText(schema.tree);
}

// Every key of a schema, the names of members left out.
void collectKeywords(const Json &schema, std::set<std::string> &keywords)
{
    for (const auto &[key, value] : schema.items()) {
        keywords.insert(key);
        const bool isMap = key == "properties";
        if (value.is_object() && !isMap) {
            collectKeywords(value, keywords);
        } else if (isMap || key == "anyOf") {
            for (const Json &child : value) {
                collectKeywords(child, keywords);
            }
        }
    }
}

} // namespace

// The schema of one member, and what becomes of it, behind S for Gemini's Schema and J for JSON Schema.
void GeminiSchemaTest::rewritesMembers_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *member, const char *expected) {
        QTest::newRow(name) << QByteArray(member) << QByteArray(expected);
    };
    row("plain", R"({"type":"string","description":"d","title":"t"})",
        R"(S{"type":"string","description":"d","title":"t"})");
    row("capitals", R"({"type":"STRING"})", R"(S{"type":"string"})");
    row("bounds of a text", R"({"type":"string","minLength":1,"maxLength":5,"pattern":"^a"})",
        R"(S{"type":"string","minLength":1,"maxLength":5,"pattern":"^a"})");
    row("bounds of a number", R"({"type":"number","minimum":0.5,"maximum":5})",
        R"(S{"type":"number","minimum":0.5,"maximum":5})");
    row("bounds of a list", R"({"type":"array","items":{"type":"string"},"minItems":1,"maxItems":2})",
        R"(S{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":2})");
    row("exclusive bounds of an integer", R"({"type":"integer","exclusiveMinimum":0,"exclusiveMaximum":10})",
        R"(S{"type":"integer","minimum":1,"maximum":9})");
    row("exclusive bound of a number", R"({"type":"number","exclusiveMinimum":0})",
        R"(S{"type":"number","minimum":0})");
    row("draft 4", R"({"type":"integer","minimum":1,"exclusiveMinimum":true})",
        R"(S{"type":"integer","minimum":1})");
    row("both bounds", R"({"type":"integer","exclusiveMinimum":0,"minimum":3})",
        R"(S{"type":"integer","minimum":3})");
    row("date", R"({"type":"string","format":"date-time"})", R"(S{"type":"string","format":"date-time"})");
    row("unknown format", R"({"type":"string","format":"uri"})", R"(S{"type":"string"})");
    row("format of a number", R"({"type":"integer","format":"int64"})",
        R"(S{"type":"integer","format":"int64"})");
    row("other format of a number", R"({"type":"integer","format":"uint8"})", R"(S{"type":"integer"})");
    row("enum", R"({"type":"string","enum":["a","b"]})", R"(S{"type":"string","enum":["a","b"]})");
    row("enum without a type", R"({"enum":["a","b"]})", R"(S{"type":"string","enum":["a","b"]})");
    row("empty text in an enum", R"({"type":"string","enum":["","a"]})",
        R"(S{"type":"string","enum":["a"]})");
    row("null in an enum", R"({"type":"string","enum":["a",null]})",
        R"(S{"type":"string","enum":["a"],"nullable":true})");
    row("numbers in an enum", R"({"type":"integer","enum":[1,2],"description":"Which."})",
        R"(S{"type":"integer","description":"Which. One of: 1, 2."})");
    row("const", R"({"const":"a"})", R"(S{"type":"string","enum":["a"]})");
    row("const of a truth value", R"({"const":true})",
        R"(S{"type":"boolean","description":"One of: true."})");
    row("nullable", R"({"type":"string","nullable":true})", R"(S{"type":"string","nullable":true})");
    row("type or null", R"({"type":["string","null"]})", R"(S{"type":"string","nullable":true})");
    row("several types", R"({"type":["string","integer"],"description":"d","pattern":"a","minimum":2})",
        R"(S{"description":"d","anyOf":[{"type":"string","pattern":"a"},{"type":"integer","minimum":2}]})");
    row("keywords of an object go with its branch",
        R"({"type":["object","string"],"properties":{"a":{"type":"string"}},"required":["a"]})",
        R"(S{"anyOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},{"type":"string"}]})");
    row("anyOf", R"({"anyOf":[{"type":"string"},{"type":"integer"}],"description":"d"})",
        R"(S{"description":"d","anyOf":[{"type":"string"},{"type":"integer"}]})");
    row("anyOf with null", R"({"anyOf":[{"type":"string","maxLength":3},{"type":"null"}],"default":"x"})",
        R"(S{"type":"string","default":"x","maxLength":3,"nullable":true})");
    row("oneOf", R"({"oneOf":[{"type":"string"},{"type":"boolean"}]})",
        R"(S{"anyOf":[{"type":"string"},{"type":"boolean"}]})");
    row("oneOf of constants", R"({"type":"string","oneOf":[{"const":"a","title":"A"},{"const":"b"}]})",
        R"(S{"type":"string","enum":["a","b"]})");
    row("conditions on members",
        R"({"type":"object","properties":{"a":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]})",
        R"(S{"type":"object","properties":{"a":{"type":"string"}}})");
    row("allOf",
        R"({"allOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},)"
        R"({"properties":{"b":{"type":"string"}},"required":["b"]}]})",
        R"(S{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"required":["a","b"]})");
    row("reference", R"({"$ref":"#/$defs/leaf","description":"mine"})",
        R"(S{"type":"string","description":"mine"})");
    row("reference into a member", R"({"$ref":"#/properties/sibling"})", R"(S{"type":"boolean"})");
    row("reference with escapes", R"({"$ref":"#/$defs/a~1b"})", R"(S{"type":"number"})");
    row("names in required that are no members",
        R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a","z"]})",
        R"(S{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]})");
    row("members of a text", R"({"type":"string","properties":{"a":{}},"required":["a"],"items":{}})", "");
    row("tuple", R"({"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}]})",
        R"(S{"type":"array","items":{"anyOf":[{"type":"string"},{"type":"integer"}]}})");
    row("tuple of one kind", R"({"type":"array","items":[{"type":"number"},{"type":"number"}]})",
        R"(S{"type":"array","items":{"type":"number"}})");
    row("implied object", R"({"properties":{"a":{"type":"string"}}})",
        R"(S{"type":"object","properties":{"a":{"type":"string"}}})");
    row("a list of anything", R"({"type":"array"})", R"(J{"type":"array"})");
    row("a map", R"({"type":"object","additionalProperties":{"type":"string"},"description":"d"})",
        R"(J{"type":"object","additionalProperties":{"type":"string"},"description":"d"})");
    row("any object", R"({"type":"object"})", R"(J{"type":"object"})");
    row("anything", "true", "J{}");
    row("any object or null", R"({"type":["object","null"]})", R"(J{"type":["object","null"]})");
    row("dangling reference", R"({"$ref":"#/$defs/none","description":"d"})", R"(J{"description":"d"})");
    row("foreign reference", R"({"$ref":"https://x.org/s.json"})", "J{}");
    row("recursion", R"({"$ref":"#/$defs/node"})",
        R"(J{"type":"object","properties":{"name":{"type":"string"},"child":{}}})");
}

void GeminiSchemaTest::rewritesMembers()
{
    QFETCH(const QByteArray, member);
    QFETCH(QByteArray, expected);
    const QByteArray rest = R"("sibling":{"type":"boolean"}},"$defs":{"leaf":{"type":"string"},)"
                            R"("a/b":{"type":"number"},"node":{"type":"object","properties":)"
                            R"({"name":{"type":"string"},"child":{"$ref":"#/$defs/node"}}}}})";
    const Json schema = parsed(R"({"type":"object","properties":{"m":)" + member + ',' + rest);
    QVERIFY(schema.is_object());
    const ProviderSchema out = parametersSchema(schema);
    if (expected.isEmpty()) {
        // What only a wrong type would have made inexpressible counts as JSON Schema, but is as well formed.
        QCOMPARE(toText(out.tree["properties"]["m"]), QByteArray(R"({"type":"string"})"));
        return;
    }
    QCOMPARE((out.isJsonSchema ? jsonSchema : subset) + toText(out.tree["properties"]["m"]), expected);
    QVERIFY(out.tree["properties"]["sibling"]["type"] == "boolean");
}

void GeminiSchemaTest::rewritesParameters_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *schema, const char *expected) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(expected);
    };
    row("none", "null", "nothing");
    row("empty", "{}", "nothing");
    row("true", "true", "nothing");
    row("no members", R"({"type":"object","properties":{}})", "nothing");
    row("no members, closed",
        R"({"type":"object","properties":{},"required":[],"additionalProperties":false})", "nothing");
    row("passthrough", R"({"type":"object","properties":{},"additionalProperties":{}})", "nothing");
    row("map", R"({"type":"object","additionalProperties":{"type":"string"}})",
        R"(J{"type":"object","additionalProperties":{"type":"string"}})");
    row("order is kept",
        R"({"$schema":"x","required":["z"],"properties":{"z":{"type":"string"},"a":{"type":"string"}},"type":"object"})",
        R"(S{"type":"object","required":["z"],"properties":{"z":{"type":"string"},"a":{"type":"string"}}})");
    row("root reference",
        R"({"$ref":"#/$defs/In","$defs":{"In":{"type":"object","properties":{"a":{"type":"string"}}}}})",
        R"(S{"type":"object","properties":{"a":{"type":"string"}}})");
    row("union of objects at the root",
        R"({"oneOf":[{"type":"object","properties":{"kind":{"const":"a"},"x":{"type":"string"}},"required":["kind","x"]},)"
        R"({"type":"object","properties":{"kind":{"const":"b"},"y":{"type":"string"}},"required":["kind","y"]}]})",
        R"(S{"type":"object","properties":{"kind":{"type":"string","enum":["a","b"]},"x":{"type":"string"},)"
        R"("y":{"type":"string"}},"required":["kind"]})");
    row("root or null", R"({"type":["object","null"],"properties":{"a":{"type":"string"}}})",
        R"(S{"type":"object","properties":{"a":{"type":"string"}}})");
    row("forbidden member",
        R"({"type":"object","properties":{"a":{"type":"string"},"b":false},"required":["a","b"]})",
        R"(S{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]})");
    row("members named like keywords",
        R"({"type":"object","properties":{"$ref":{"type":"string"},"const":{"type":"string"},"type":{"type":"string"}}})",
        R"(S{"type":"object","properties":{"$ref":{"type":"string"},"const":{"type":"string"},"type":{"type":"string"}}})");
    row("numbers may stand in an enum of JSON Schema",
        R"({"type":"object","properties":{"o":{"type":"object"},"n":{"type":"integer","enum":[1,2]}}})",
        R"(J{"type":"object","properties":{"o":{"type":"object"},"n":{"type":"integer","enum":[1,2]}}})");
    row("null beside branches of JSON Schema",
        R"({"type":"object","properties":{"o":{"type":"object"},"n":{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"null"}]}}})",
        R"(J{"type":"object","properties":{"o":{"type":"object"},"n":{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"null"}]}}})");
}

void GeminiSchemaTest::rewritesParameters()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, expected);
    QCOMPARE(shown(parametersSchema(parsed(schema))), expected);
}

void GeminiSchemaTest::rewritesAnswers_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("a list") << QByteArray(R"({"type":"array","items":{"type":"string"}})")
                            << QByteArray(R"(S{"type":"array","items":{"type":"string"}})");
    QTest::newRow("branches stay")
        << QByteArray(
               R"({"anyOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"string"}]})")
        << QByteArray(
               R"(S{"anyOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"string"}]})");
    QTest::newRow("any object") << QByteArray(R"({"type":"object"})") << QByteArray(R"(J{"type":"object"})");
    QTest::newRow("nothing") << QByteArray("{}") << QByteArray("nothing");
}

void GeminiSchemaTest::rewritesAnswers()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, expected);
    QCOMPARE(shown(responseSchema(parsed(schema))), expected);
}

void GeminiSchemaTest::leavesNoKeywordThatIsRefused_data()
{
    QTest::addColumn<QByteArray>("keyword");
    const QByteArrayList all {R"("$schema":"x")", R"("$id":"x")", R"("$anchor":"x")", R"("$comment":"x")",
        R"("$defs":{"x":{}})", R"("definitions":{"x":{}})", R"("$dynamicRef":"#x")",
        R"("$dynamicAnchor":"x")", R"("$vocabulary":{})", R"("additionalProperties":false)",
        R"("additionalItems":false)", R"("unevaluatedProperties":false)", R"("unevaluatedItems":false)",
        R"("patternProperties":{"^x":{}})", R"("propertyNames":{"pattern":"x"})",
        R"("dependentRequired":{"a":["b"]})", R"("dependentSchemas":{})", R"("dependencies":{})",
        R"("not":{"type":"null"})", R"("if":{},"then":{},"else":{})", R"("multipleOf":2)",
        R"("exclusiveMinimum":1)", R"("exclusiveMaximum":1)", R"("uniqueItems":true)", R"("contains":{})",
        R"("minContains":1)", R"("maxContains":1)", R"("contentEncoding":"base64")",
        R"("contentMediaType":"x")", R"("contentSchema":{})", R"("examples":["x"])", R"("deprecated":true)",
        R"("readOnly":true)", R"("writeOnly":true)", R"("discriminator":{"propertyName":"x"})",
        R"("externalDocs":{})", R"("xml":{})", R"("x-order":1)", R"("const":"x")", R"("format":"uuid")",
        R"("prefixItems":[{"type":"string"}])", R"("default":{"a":null})", R"("enumNames":["x"])",
        R"("oneOf":[{"required":["a"]},{"required":["b"]}])", R"("allOf":[{"minLength":1}])"};
    for (const QByteArray &keyword : all) {
        QTest::newRow(keyword.constData()) << keyword;
    }
}

void GeminiSchemaTest::leavesNoKeywordThatIsRefused()
{
    QFETCH(const QByteArray, keyword);
    const std::set<std::string> taken {"type", "format", "title", "description", "nullable", "enum",
        "maxItems", "minItems", "properties", "required", "minProperties", "maxProperties", "minLength",
        "maxLength", "pattern", "example", "anyOf", "propertyOrdering", "default", "items", "minimum",
        "maximum"};
    for (const char *type : {"object", "array", "string", "integer", "number", "boolean"}) {
        const QByteArray member = QByteArray(R"({"type":")") + type
            + R"(","properties":{"a":{"type":"string"}},"items":{"type":"string"},)" + keyword + '}';
        const Json schema = parsed(R"({"type":"object","properties":{"m":)" + member + "}," + keyword + '}');
        QVERIFY2(schema.is_object(), member.constData());
        const ProviderSchema out = parametersSchema(schema);
        QVERIFY2(!out.isJsonSchema, toText(out.tree).constData());
        QVERIFY(out.tree["properties"]["m"]["type"] == type);
        std::set<std::string> keywords;
        collectKeywords(out.tree, keywords);
        for (const std::string &word : keywords) {
            QVERIFY2(taken.contains(word), word.c_str());
        }
        QVERIFY(!toText(out.tree).contains("null"));
        QVERIFY(!toText(out.tree).contains("uuid"));
    }
}

void GeminiSchemaTest::endsOnAnySchema_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::newRow("refers to itself") << QByteArray(R"({"$ref":"#"})");
    QTest::newRow("refers to each other") << QByteArray(
        R"({"$ref":"#/$defs/a","$defs":{"a":{"allOf":[{"$ref":"#/$defs/b"}]},"b":{"anyOf":[{"$ref":"#/$defs/a"}]}}})");
    QByteArray doubling = R"({"type":"object","properties":{"x":{"$ref":"#/$defs/d0"}},"$defs":{)";
    for (int i = 0; i < 40; ++i) {
        const QByteArray next = "#/$defs/d" + QByteArray::number(i + 1);
        doubling += "\"d" + QByteArray::number(i) + R"(":{"type":"object","properties":{"l":{"$ref":")" + next
            + R"("},"r":{"$ref":")" + next + R"("}}},)";
    }
    QTest::newRow("doubles forty times") << doubling + R"("d40":{"type":"string"}}})";
    QByteArray wide = R"({"allOf":[)";
    for (int i = 0; i < 2000; ++i) {
        wide += R"({"$ref":"#/$defs/big"},)";
    }
    wide += R"({"$ref":"#/$defs/big"}],"$defs":{"big":{"description":")" + QByteArray(100'000, 'x')
        + R"(","properties":{"a":{"description":")" + QByteArray(100'000, 'y') + R"("}}}}})";
    QTest::newRow("repeats what is big") << wide;
    QByteArray deep = R"({"type":"string"})";
    for (int i = 0; i < 500; ++i) {
        deep = R"({"type":"array","items":)" + deep + '}';
    }
    QTest::newRow("nests deeply") << R"({"type":"object","properties":{"x":)" + deep + "}}";
    QByteArray many = R"({"type":"object","required":[)";
    for (int i = 0; i < 20'000; ++i) {
        many += "\"n" + QByteArray::number(i) + "\",";
    }
    QTest::newRow("requires thousands") << many + R"("a"],"properties":{"a":{"type":"string"}}})";
    QByteArray types
        = R"({"properties":{"a":{"description":")" + QByteArray(100'000, 'x') + R"("}},"type":[)";
    for (int i = 0; i < 10'000; ++i) {
        types += R"("object","string",)";
    }
    QTest::newRow("repeats its types") << types + R"("null"]})";
    QTest::newRow("nonsense") << QByteArray(
        R"({"type":5,"properties":[1],"required":[1],"enum":"a","anyOf":{},"allOf":5,"items":7,"$ref":[],)"
        R"("minimum":"x","description":{},"nullable":"yes","additionalProperties":3,"minItems":-1,"maxItems":1e99})");
}

void GeminiSchemaTest::endsOnAnySchema()
{
    QFETCH(const QByteArray, schema);
    const Json tree = parsed(schema);
    QVERIFY(tree.is_object());
    QElapsedTimer timer;
    timer.start();
    const ProviderSchema parameters = parametersSchema(tree);
    const ProviderSchema answer = responseSchema(tree);
    QVERIFY2(timer.elapsed() < 10'000, "takes far too long");
    QVERIFY(toText(parameters.tree).size() < 32 * 1024 * 1024);
    QVERIFY(toText(answer.tree).size() < 32 * 1024 * 1024);
}

QTEST_APPLESS_MAIN(GeminiSchemaTest)
#include "tst_geminischema.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/strictgemini.h"
#include "kit/strictprobe.h"

#include <QTest>

namespace nexus::kit {

class TestStrictGeminiRefusals final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesKeys();
    void refusesBodies_data();
    void refusesBodies();
    void refusesSchemas_data();
    void refusesSchemas();
    void takesPlainJsonSchema();
    void refusesConversations_data();
    void refusesConversations();
    void refusesThinking_data();
    void refusesThinking();
    void acceptsWhatTheServiceAccepts_data();
    void acceptsWhatTheServiceAccepts();
    void refusesEmbeddings();
};

namespace {

Json conversation()
{
    return parsed(R"({
        "contents": [{"role":"user","parts":[{"text":"hi"}]},
            {"role":"model","parts":[{"functionCall":{"name":"weather","args":{"place":"x"}}},
                {"functionCall":{"name":"time","args":{}}}]},
            {"role":"user","parts":[{"functionResponse":{"name":"weather","response":{"result":"21"}}},
                {"functionResponse":{"name":"time","response":{"result":"noon"}}}]}],
        "tools": [{"functionDeclarations":[{"name":"weather","parameters":{"type":"OBJECT","properties":{
            "place":{"type":"STRING"}}}},{"name":"time"}]}]})");
}

SeenReply ask(
    const Json &body, const std::string &model = "gemini-2.5-flash", const char *method = "generateContent")
{
    const QByteArray target = "/v1beta/models/" + QByteArray::fromStdString(model) + ':' + method;
    return seen(*strictGeminiReply(posted(target, {{"x-goog-api-key", "AIza-test"}}, body)));
}

void compareRefusal(const SeenReply &reply, const QString &words)
{
    const std::string message = reply.json().value("/error/message"_json_pointer, std::string());
    QVERIFY2(message.find(words.toStdString()) != std::string::npos, reply.body.constData());
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.json()["error"]["code"] == 400);
    QVERIFY(reply.json()["error"]["status"] == "INVALID_ARGUMENT");
}

void accepted(const char *name, const char *edits)
{
    QTest::newRow(name) << QString::fromUtf8(edits);
}

void row(const char *name, const char *edits, const char *words)
{
    QTest::newRow(name) << QString::fromUtf8(edits) << QString::fromUtf8(words);
}

} // namespace

void TestStrictGeminiRefusals::refusesKeys()
{
    const QByteArray target = "/v1beta/models/gemini-2.5-flash:generateContent";
    const SeenReply none = seen(*strictGeminiReply(posted(target, {}, conversation())));
    QCOMPARE(none.status, 403);
    QVERIFY(none.json()["error"]["status"] == "PERMISSION_DENIED");
    const SeenReply wrong
        = seen(*strictGeminiReply(posted(target, {{"x-goog-api-key", "wrong"}}, conversation())));
    QCOMPARE(wrong.status, 400);
    QVERIFY(wrong.json()["error"]["details"][0]["reason"] == "API_KEY_INVALID");
    const SeenReply query = seen(*strictGeminiReply(
        posted(target + "?key=AIza-test", {{"x-goog-api-key", "AIza-test"}}, conversation())));
    QCOMPARE(query.status, 400);
}

void TestStrictGeminiRefusals::refusesBodies_data()
{
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("words");
    row("unknown member", R"({"/messages":[]})", "Unknown name \"messages\": Cannot find field.");
    row("unknown member inside", R"({"/contents/0/parts/0/type":"text"})",
        "Unknown name \"type\" at 'contents[0].parts[0]': Cannot find field.");
    row("unknown member of a tool", R"({"/tools/0/functionDeclarations/1/strict":true})",
        "Unknown name \"strict\" at 'tools[0].function_declarations[1]'");
    row("temperature", R"({"/generationConfig/temperature":2.5})", "temperature must be in the range");
    row("six stops", R"({"/generationConfig/stopSequences":["1","2","3","4","5","6"]})", "must not exceed 5");
    row("candidates", R"({"/generationConfig/candidateCount":9})", "candidate_count must be in the range");
    row("no tokens", R"({"/generationConfig/maxOutputTokens":0})", "max_output_tokens must be in the range");
    row("media type", R"({"/generationConfig/responseMimeType":"text/html"})", "allowed mimetypes");
    row("schema for text", R"({"/generationConfig/responseSchema":{"type":"STRING"}})",
        "must be `application/json`");
    row("two schemas", R"({"/generationConfig":{"responseMimeType":"application/json",
        "responseSchema":{"type":"STRING"},"responseJsonSchema":{}}})",
        "must be unset");
    row("JSON and tools", R"({"/generationConfig/responseMimeType":"application/json"})",
        "Function calling with a response mime type: 'application/json' is unsupported");
    row("function name", R"({"/tools/0/functionDeclarations/1/name":"1st"})", "Invalid function name");
    row("functions of one name", R"({"/tools/0/functionDeclarations/1/name":"weather"})",
        "Duplicate function");
    row("two parameters", R"({"/tools/0/functionDeclarations/0/parametersJsonSchema":{}})",
        "mutually exclusive");
    row("calling mode", R"({"/toolConfig/functionCallingConfig/mode":"required"})",
        "Invalid value at 'tool_config.function_calling_config.mode'");
    row("names without ANY",
        R"({"/toolConfig/functionCallingConfig":{"mode":"AUTO","allowedFunctionNames":["time"]}})",
        "only when function calling mode is ANY");
    row("unknown name",
        R"({"/toolConfig/functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["x"]}})",
        "subset of the declared");
    row("ANY without functions", R"({"/tools":"<gone>","/toolConfig/functionCallingConfig/mode":"ANY"})",
        "without function_declarations");
}

void TestStrictGeminiRefusals::refusesBodies()
{
    QFETCH(QString, edits);
    QFETCH(QString, words);
    compareRefusal(ask(edited(conversation(), edits.toStdString())), words);
}

void TestStrictGeminiRefusals::refusesSchemas_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("words");
    row("$ref", R"({"$ref":"#/$defs/a"})", "Unknown name \"$ref\"");
    row("$defs", R"({"type":"STRING","$defs":{}})", "Unknown name \"$defs\"");
    row("$schema", R"({"type":"STRING","$schema":"x"})", "Unknown name \"$schema\"");
    row("additionalProperties",
        R"({"type":"OBJECT","properties":{"a":{"type":"STRING"}},"additionalProperties":false})",
        "Unknown name \"additionalProperties\"");
    row("const", R"({"type":"STRING","const":"x"})", "Unknown name \"const\"");
    row("oneOf", R"({"oneOf":[{"type":"STRING"}]})", "Unknown name \"oneOf\"");
    row("allOf", R"({"allOf":[{"type":"STRING"}]})", "Unknown name \"allOf\"");
    row("inside a property", R"({"type":"OBJECT","properties":{"a":{"type":"STRING","const":"x"}}})",
        ".properties[0].value': Cannot find field");
    row("list of types", R"({"type":["string","null"]})", "Proto field is not repeating, cannot start list");
    row("unknown type", R"({"type":"text"})", "Invalid value at");
    row("no type", R"({"description":"x"})", "must be specified");
    row("format", R"({"type":"STRING","format":"uri"})", "only 'enum' and 'date-time' are supported");
    row("number format", R"({"type":"NUMBER","format":"int32"})", "only 'float' and 'double'");
    row("enum of numbers", R"({"type":"INTEGER","enum":["1"]})", "only allowed for STRING type");
    row("enum not of texts", R"({"type":"STRING","enum":[1]})", "Invalid value at");
    row("empty enum value", R"({"type":"STRING","enum":[""]})", "cannot be empty");
    row("empty object", R"({"type":"OBJECT","properties":{}})", "should be non-empty for OBJECT type");
    row("object without properties", R"({"type":"object"})", "should be non-empty for OBJECT type");
    row("undefined required", R"({"type":"OBJECT","properties":{"a":{"type":"STRING"}},"required":["b"]})",
        "property is not defined");
    row("list without items", R"({"type":"ARRAY"})", "missing field");
    row("inside items", R"({"type":"ARRAY","items":{"type":"OBJECT"}})",
        ".items.properties: should be non-empty");
    row("inside a choice", R"({"anyOf":[{"type":"STRING","format":"uri"}]})", "any_of[0].format");
}

void TestStrictGeminiRefusals::refusesSchemas()
{
    QFETCH(QString, schema);
    QFETCH(QString, words);
    const Json json = parsed(schema.toStdString());
    Json body = conversation();
    body["tools"][0]["functionDeclarations"][0]["parameters"] = json;
    compareRefusal(ask(body), words);
    Json answer = edited(
        conversation(), R"({"/tools":"<gone>","/generationConfig/responseMimeType":"application/json"})");
    answer["generationConfig"]["responseSchema"] = json;
    compareRefusal(ask(answer), words);
}

void TestStrictGeminiRefusals::takesPlainJsonSchema()
{
    const Json schema = parsed(R"({"$defs":{"p":{"type":"string","const":"x"}},"type":"object",
        "properties":{"a":{"$ref":"#/$defs/p"},"b":{"type":["string","null"]}},"additionalProperties":false})");
    Json body = edited(conversation(), R"({"/tools/0/functionDeclarations/0/parameters":"<gone>"})");
    body["tools"][0]["functionDeclarations"][0]["parametersJsonSchema"] = schema;
    QCOMPARE(ask(body).status, 200);
    Json answer = parsed(R"({"contents":[{"parts":[{"text":"hi"}]}],
        "generationConfig":{"responseMimeType":"application/json"}})");
    answer["generationConfig"]["responseJsonSchema"] = schema;
    QVERIFY(ask(answer).json()["candidates"][0]["content"]["parts"][0]["text"] == R"({"a":"x","b":"text"})");
}

void TestStrictGeminiRefusals::refusesConversations_data()
{
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("words");
    row("none", R"({"/contents":[]})", "contents is not specified");
    row("role", R"({"/contents/1/role":"assistant"})", "Please use a valid role: user, model.");
    row("no parts", R"({"/contents/0/parts":[]})", "contents[0].parts: contents.parts must not be empty");
    row("empty part", R"({"/contents/0/parts/0":{}})",
        "required oneof field 'data' must have one initialized field");
    row("empty text", R"({"/contents/0/parts/0/text":""})", "required oneof field 'data'");
    row("two in one part", R"({"/contents/0/parts/0/inlineData":{"mimeType":"image/png","data":"AAAA"}})",
        "oneof field 'data' is already set");
    row("null in a list", R"({"/contents/0/parts/0":null})", "Invalid value at 'contents[0].parts[0]'");
    row("image not encoded", R"({"/contents/0/parts/0":{"inlineData":{"mimeType":"image/png","data":"%"}}})",
        "Base64 decoding failed");
    row("model at the end", R"({"/contents/3":{"role":"model","parts":[{"text":"So"}]}})",
        "end with a user role");
    row("a response is missing", R"({"/contents/2/parts/1":"<gone>"})",
        "number of function response parts is equal to the number of function call parts");
    row("responses to nobody", R"({"/contents/1/parts":[{"text":"No."}]})",
        "function response turn comes immediately after a function call turn");
    row("call without a user", R"({"/contents/0/role":"model"})",
        "function call turn comes immediately after a user turn");
    row("another name", R"({"/contents/2/parts/1/functionResponse/name":"date"})",
        "has the name of a function call");
    row("no name", R"({"/contents/2/parts/1/functionResponse/name":"<gone>"})", "Name cannot be empty");
    row("response as text", R"({"/contents/2/parts/0/functionResponse/response":"21"})",
        "Invalid value at 'contents[2].parts[0].function_response.response'");
    row("no response", R"({"/contents/2/parts/0/functionResponse/response":"<gone>"})",
        "required field is not set");
    row("arguments as text", R"({"/contents/1/parts/0/functionCall/args":"{}"})", "Invalid value at");
    row("forged signature", R"({"/contents/1/parts/0/thoughtSignature":"eA=="})",
        "Corrupted thought signature");
    row("signature not encoded", R"({"/contents/1/parts/0/thoughtSignature":"%%"})",
        "Base64 decoding failed");
}

void TestStrictGeminiRefusals::refusesConversations()
{
    QFETCH(QString, edits);
    QFETCH(QString, words);
    compareRefusal(ask(edited(conversation(), edits.toStdString())), words);
}

void TestStrictGeminiRefusals::refusesThinking_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("thinking");
    QTest::addColumn<QString>("words");
    const auto add = [](const char *name, const char *model, const char *thinking, const char *words) {
        QTest::newRow(name) << QString::fromUtf8(model) << QString::fromUtf8(thinking)
                            << QString::fromUtf8(words);
    };
    add("pro cannot rest", "gemini-2.5-pro", R"({"thinkingBudget":0})", "only works in thinking mode");
    add("pro below", "gemini-2.5-pro", R"({"thinkingBudget":100})", "between 128 and 32768");
    add("flash above", "gemini-2.5-flash", R"({"thinkingBudget":24577})", "between 0 and 24576");
    add("lite below", "gemini-2.5-flash-lite", R"({"thinkingBudget":511})", "between 512 and 24576");
    add("level too early", "gemini-2.5-pro", R"({"thinkingLevel":"low"})", "not supported for this model");
    add("level and budget", "gemini-3-pro-preview", R"({"thinkingLevel":"low","thinkingBudget":200})",
        "only one");
    add("no thinking model", "gemini-2.0-flash", R"({"includeThoughts":true})",
        "not supported by this model");
    add("thoughts at rest", "gemini-2.5-flash", R"({"thinkingBudget":0,"includeThoughts":true})",
        "include_thoughts");
    add("unknown level", "gemini-3-pro-preview", R"({"thinkingLevel":"max"})", "Invalid value");
}

void TestStrictGeminiRefusals::refusesThinking()
{
    QFETCH(QString, model);
    QFETCH(QString, thinking);
    QFETCH(QString, words);
    Json body = parsed(R"({"contents":[{"parts":[{"text":"hi"}]}]})");
    body["generationConfig"]["thinkingConfig"] = parsed(thinking.toStdString());
    compareRefusal(ask(body, model.toStdString()), words);
}

void TestStrictGeminiRefusals::acceptsWhatTheServiceAccepts_data()
{
    QTest::addColumn<QString>("edits");
    accepted("the conversation", "{}");
    accepted("nulls", R"({"/systemInstruction":null,"/contents/0/parts/0/thought":null})");
    accepted("null inside a response", R"({"/contents/2/parts/0/functionResponse/response/result":null})");
    accepted("snake case", R"({"/generation_config":{"stop_sequences":["x"],"max_output_tokens":5}})");
    accepted("users in a row", R"({"/contents/3":{"role":"user","parts":[{"text":"and?"}]}})");
    accepted("five stops", R"({"/generationConfig/stopSequences":["1","2","3","4","5"]})");
    accepted("dynamic budget", R"({"/generationConfig/thinkingConfig/thinkingBudget":-1})");
    accepted("dummy signature",
        R"({"/contents/1/parts/0/thoughtSignature":"context_engineering_is_the_way_to_go"})");
}

void TestStrictGeminiRefusals::acceptsWhatTheServiceAccepts()
{
    QFETCH(QString, edits);
    const SeenReply reply = ask(edited(conversation(), edits.toStdString()));
    QVERIFY2(reply.status == 200, reply.body.constData());
}

void TestStrictGeminiRefusals::refusesEmbeddings()
{
    const Json body = parsed(
        R"({"requests":[{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]}}]})");
    const std::string model = "gemini-embedding-001";
    QCOMPARE(ask(body, model, "batchEmbedContents").json()["embeddings"].size(), std::size_t(1));
    const auto refused
        = [&](const char *edits) { return ask(edited(body, edits), model, "batchEmbedContents"); };
    compareRefusal(refused(R"({"/requests":[]})"), QStringLiteral("requests is not specified"));
    compareRefusal(
        refused(R"({"/requests/0/model":"gemini-embedding-001"})"), QStringLiteral("unexpected model name"));
    compareRefusal(refused(R"({"/requests/0/input":"a"})"), QStringLiteral("Unknown name \"input\""));
    compareRefusal(
        refused(R"({"/requests/0/content/parts/0/text":""})"), QStringLiteral("contents is not specified"));
}

} // namespace nexus::kit

QTEST_GUILESS_MAIN(nexus::kit::TestStrictGeminiRefusals)
#include "tst_strictgeminirefusals.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/strictbedrock.h"
#include "kit/strictprobe.h"

#include <QTest>

namespace nexus::kit {

class TestStrictBedrockRefusals final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesBodies_data();
    void refusesBodies();
    void refusesForAModel_data();
    void refusesForAModel();
    void acceptsTheConversation();
};

namespace {

const QString s_claude = QStringLiteral("anthropic.claude-sonnet-4-5-20250929-v1:0");

Json conversation()
{
    return parsed(R"({
        "messages": [{"role":"user","content":[{"text":"hi"}]},
            {"role":"assistant","content":[{"toolUse":{"toolUseId":"a","name":"weather","input":{}}},
                {"toolUse":{"toolUseId":"b","name":"time","input":{}}}]},
            {"role":"user","content":[{"toolResult":{"toolUseId":"a","content":[{"json":{"t":21}}]}},
                {"toolResult":{"toolUseId":"b","content":[{"text":"noon"}]}}]}],
        "inferenceConfig": {"maxTokens":100},
        "toolConfig": {"tools":[{"toolSpec":{"name":"weather","inputSchema":{"json":{"type":"object"}}}},
            {"toolSpec":{"name":"time","inputSchema":{"json":{"type":"object"}}}}]}})");
}

SeenReply ask(const Json &body, const QString &model)
{
    const QByteArray target = "/model/" + model.toUtf8().toPercentEncoding() + "/converse";
    return seen(*strictBedrockReply(posted(target, {{"Authorization", "Bearer scripted"}}, body)));
}

void compareRefusal(const SeenReply &reply, const QString &words)
{
    QVERIFY2(reply.json().value("message", std::string()).find(words.toStdString()) != std::string::npos,
        reply.body.constData());
    QCOMPARE(reply.status, 400);
    QVERIFY(headerValue(reply.headers, "x-amzn-ErrorType").startsWith("ValidationException"));
}

void row(const char *name, const char *edits, const char *words)
{
    QTest::newRow(name) << QString::fromUtf8(edits) << QString::fromUtf8(words);
}

} // namespace

void TestStrictBedrockRefusals::refusesBodies_data()
{
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("words");
    row("unknown member", R"({"/modelId":"x"})", "extraneous key [modelId] is not permitted");
    row("unknown member inside", R"({"/inferenceConfig/topK":5})", "extraneous key [topK]");
    row("two kinds in a block",
        R"({"/messages/0/content/0/image":{"format":"png","source":{"bytes":"AAAA"}}})",
        "exactly one member");
    row("content as text", R"({"/messages/0/content":"hi"})",
        "The format of the value at messages.0.content");
    row("role", R"({"/messages/0/role":"system"})", "must satisfy enum value set");
    row("assistant first", R"({"/messages/0/role":"assistant","/messages/1/role":"user"})",
        "must start with a user message");
    row("users in a row", R"({"/messages/3":{"role":"user","content":[{"text":"and?"}]}})", "must alternate");
    row("no content", R"({"/messages/0/content":[]})",
        "content field in the Message object at messages.0 is empty");
    row("blank text", R"({"/messages/0/content/0/text":" \n"})", "at messages.0.content.0 is blank");
    row("tools without their config", R"({"/toolConfig":"<gone>"})", "toolConfig field must be defined");
    row("a result is missing", R"({"/messages/2/content/1":"<gone>"})",
        "Expected toolResult blocks at messages.2.content for the following Ids: b");
    row("orphan results", R"({"/messages/1/content":[{"text":"No."}]})",
        "exceeds the number of toolUse blocks");
    row("calls at the end", R"({"/messages/2":"<gone>"})",
        "Expected toolResult blocks at messages.2.content for the following Ids: a");
    row("odd id", R"({"/messages/1/content/0/toolUse/toolUseId":"a b"})", "regular expression pattern");
    row("arguments as text", R"({"/messages/1/content/0/toolUse/input":"{}"})", "Provide a json object");
    row("result is a list", R"({"/messages/2/content/0/toolResult/content/0/json":[1]})",
        "Provide a json object");
    row("error without words",
        R"({"/messages/2/content/0/toolResult/content":[],"/messages/2/content/0/toolResult/status":"error"})",
        "cannot be empty when status value is error");
    row("call by the user",
        R"({"/messages/0/content/0":{"toolUse":{"toolUseId":"z","name":"n","input":{}}}})",
        "cannot be used in a message of the role user");
    row("image not encoded", R"({"/messages/0/content/0":{"image":{"format":"png","source":{"bytes":"%"}}}})",
        "Provide a base64");
    row("image format",
        R"({"/messages/0/content/0":{"image":{"format":"image/png","source":{"bytes":"AAAA"}}}})",
        "must satisfy enum value set");
    row("image of another type",
        R"({"/messages/0/content/0":{"image":{"format":"jpeg","source":{"bytes":"iVBORw0KGgo="}}}})",
        "appears to be");
    row("document name", R"({"/messages/0/content/1":{"document":{"format":"pdf","name":"a.pdf",
        "source":{"bytes":"AAAA"}}}})",
        "document file name");
    row("document alone", R"({"/messages/0/content/0":{"document":{"format":"pdf","name":"a",
        "source":{"bytes":"AAAA"}}}})",
        "Add a text block");
    row("cache point", R"({"/messages/0/content/1":{"cachePoint":{"type":"ephemeral"}}})",
        "enum value set: 'default'");
    row("forged reasoning", R"({"/messages/1/content/2":{"reasoningContent":{"reasoningText":{"text":"x",
        "signature":"eA=="}}}})",
        "Invalid `signature`");
    row("no tokens", R"({"/inferenceConfig/maxTokens":0})", "greater than or equal to 1");
    row("too many tokens", R"({"/inferenceConfig/maxTokens":64001})",
        "The model returned the following errors: max_tokens");
    row("temperature", R"({"/inferenceConfig/temperature":1.5})", "less than or equal to 1");
    row("temperature and topP", R"({"/inferenceConfig/temperature":1,"/inferenceConfig/topP":1})",
        "cannot both");
    row("empty stop", R"({"/inferenceConfig/stopSequences":[""]})", "inferenceConfig.stopSequences");
    row("blank system", R"({"/system":[{"text":""}]})", "at system.0 is blank");
    row("no tools", R"({"/toolConfig/tools":[]})", "'toolConfig.tools' failed");
    row("tool name", R"({"/toolConfig/tools/0/toolSpec/name":"a.b"})", "regular expression pattern");
    row("empty description", R"({"/toolConfig/tools/0/toolSpec/description":""})", "description' failed");
    row("schema without type", R"({"/toolConfig/tools/0/toolSpec/inputSchema/json":{}})",
        "must be one of the following: object");
    row("tools of one name", R"({"/toolConfig/tools/1/toolSpec/name":"weather"})", "more than once");
    row("unknown tool", R"({"/toolConfig/toolChoice":{"tool":{"name":"x"}}})", "not the name of a tool");
    row("unknown field of the model", R"({"/additionalModelRequestFields":{"seed":1}})",
        "seed: Extra inputs");
    row("thinking budget",
        R"({"/additionalModelRequestFields":{"thinking":{"type":"enabled","budget_tokens":9}}})",
        "equal to 1024");
    row("output schema", R"({"/outputConfig":{"textFormat":{"type":"json_schema","structure":{"jsonSchema":{
        "schema":"{\"type\":\"object\"}"}}}}})",
        "additionalProperties");
}

void TestStrictBedrockRefusals::refusesBodies()
{
    QFETCH(QString, edits);
    QFETCH(QString, words);
    compareRefusal(ask(edited(conversation(), edits.toStdString()), s_claude), words);
}

void TestStrictBedrockRefusals::refusesForAModel_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("words");
    const QString llama = QStringLiteral("meta.llama3-3-70b-instruct-v1:0");
    QTest::newRow("any") << llama << QStringLiteral(R"({"/toolConfig/toolChoice":{"any":{}}})")
                         << QStringLiteral("doesn't support the toolConfig.toolChoice.any field");
    QTest::newRow("named tool") << llama
                                << QStringLiteral(R"({"/toolConfig/toolChoice":{"tool":{"name":"time"}}})")
                                << QStringLiteral("doesn't support the toolConfig.toolChoice.tool field");
    QTest::newRow("cache") << llama
                           << QStringLiteral(
                                  R"({"/system":[{"text":"x"},{"cachePoint":{"type":"default"}}]})")
                           << QStringLiteral("did not allow prompt caching");
    QTest::newRow("prefill") << llama
                             << QStringLiteral(
                                    R"({"/messages/3":{"role":"assistant","content":[{"text":"So"}]}})")
                             << QStringLiteral("must end with a user message");
    const QString titan = QStringLiteral("amazon.titan-text-express-v1");
    QTest::newRow("tools") << titan << QStringLiteral("{}") << QStringLiteral("doesn't support tool use");
    QTest::newRow("system") << titan << QStringLiteral(R"({"/system":[{"text":"x"}]})")
                            << QStringLiteral("doesn't support system messages");
}

void TestStrictBedrockRefusals::refusesForAModel()
{
    QFETCH(QString, model);
    QFETCH(QString, edits);
    QFETCH(QString, words);
    compareRefusal(ask(edited(conversation(), edits.toStdString()), model), words);
}

void TestStrictBedrockRefusals::acceptsTheConversation()
{
    const SeenReply reply = ask(conversation(), s_claude);
    QVERIFY2(reply.status == 200, reply.body.constData());
}

} // namespace nexus::kit

QTEST_GUILESS_MAIN(nexus::kit::TestStrictBedrockRefusals)
#include "tst_strictbedrockrefusals.moc"

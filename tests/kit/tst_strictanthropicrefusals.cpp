// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/strictanthropic.h"
#include "kit/strictprobe.h"

#include <QTest>

namespace nexus::kit {

class TestStrictAnthropicRefusals final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesHeads_data();
    void refusesHeads();
    void refusesBodies_data();
    void refusesBodies();
    void refusesConversations_data();
    void refusesConversations();
    void acceptsWhatTheServiceAccepts_data();
    void acceptsWhatTheServiceAccepts();
};

namespace {

const Headers &head()
{
    static const Headers headers {{"x-api-key", "sk-test"}, {"anthropic-version", "2023-06-01"}};
    return headers;
}

Json hello()
{
    return parsed(
        R"({"model":"claude-opus-4-5","max_tokens":4000,"messages":[{"role":"user","content":"hi"}]})");
}

Json withTools()
{
    return edited(hello(), R"({
        "/tools": [{"name":"weather","input_schema":{"type":"object","properties":{"place":{"type":"string"}}}},
                   {"name":"time","input_schema":{"type":"object"}}]})");
}

// A user, an assistant that calls two tools, and both results.
Json conversation()
{
    return edited(withTools(), R"({
        "/messages/1": {"role":"assistant","content":[{"type":"text","text":"Let me see."},
            {"type":"tool_use","id":"a","name":"weather","input":{"place":"x"}},
            {"type":"tool_use","id":"b","name":"time","input":{}}]},
        "/messages/2": {"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"21"},
            {"type":"tool_result","tool_use_id":"b","content":[{"type":"text","text":"noon"}]}]}})");
}

SeenReply ask(const Json &body)
{
    return seen(*strictAnthropicReply(posted("/v1/messages", head(), body)));
}

void compareRefusal(const SeenReply &reply, int status, const QString &words)
{
    const std::string message = reply.json().value("/error/message"_json_pointer, std::string());
    QVERIFY2(message.find(words.toStdString()) != std::string::npos, reply.body.constData());
    QCOMPARE(reply.status, status);
    QVERIFY(reply.json()["type"] == "error");
    QVERIFY(reply.json().contains("request_id"));
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

void TestStrictAnthropicRefusals::refusesHeads_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("no key") << QByteArray("x-api-key") << QByteArray() << 401
                            << QStringLiteral("x-api-key header is required");
    QTest::newRow("wrong key") << QByteArray("x-api-key") << QByteArray("wrong") << 401
                               << QStringLiteral("invalid x-api-key");
    QTest::newRow("no version") << QByteArray("anthropic-version") << QByteArray() << 400
                                << QStringLiteral("anthropic-version: header is required");
    QTest::newRow("odd version") << QByteArray("anthropic-version") << QByteArray("1") << 400
                                 << QStringLiteral("not a valid version");
}

void TestStrictAnthropicRefusals::refusesHeads()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, status);
    QFETCH(QString, words);
    ReceivedRequest request = posted("/v1/messages", head(), hello());
    for (auto &[field, content] : request.headers) {
        content = field == name ? value : content;
    }
    compareRefusal(seen(*strictAnthropicReply(request)), status, words);
    if (name == "x-api-key" && value.isEmpty()) {
        request.headers.emplace_back("Authorization", "Bearer sk-test");
        compareRefusal(seen(*strictAnthropicReply(request)), 401, QStringLiteral("Invalid bearer token"));
    }
}

void TestStrictAnthropicRefusals::refusesBodies_data()
{
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("words");
    row("unknown member", R"({"/seed":1})", "seed: Extra inputs are not permitted");
    row("no max_tokens", R"({"/max_tokens":"<gone>"})", "max_tokens: Field required");
    row("max_tokens too large", R"({"/max_tokens":64001})", "64001 > 64000, which is the maximum");
    row("max_tokens zero", R"({"/max_tokens":0})", "max_tokens: must be greater");
    row("temperature", R"({"/temperature":1.5})", "temperature: Input should be less than or equal to 1");
    row("temperature and top_p", R"({"/temperature":0.5,"/top_p":0.5})", "cannot both be specified");
    row("sampling gone", R"({"/temperature":1,"/model":"claude-opus-4-7"})", "deprecated for this model");
    row("small budget", R"({"/thinking":{"type":"enabled","budget_tokens":1023}})", "equal to 1024");
    row("large budget", R"({"/thinking":{"type":"enabled","budget_tokens":4000}})",
        "`max_tokens` must be greater than `thinking.budget_tokens`");
    row("thinking and temperature",
        R"({"/thinking":{"type":"enabled","budget_tokens":1024},"/temperature":0.5})",
        "may only be set to 1");
    row("thinking and top_k", R"({"/thinking":{"type":"enabled","budget_tokens":1024},"/top_k":5})",
        "`top_k` must be unset");
    row("thinking and a forced tool",
        R"({"/thinking":{"type":"enabled","budget_tokens":1024},"/tool_choice":{"type":"any"}})",
        "Thinking may not be enabled when tool_choice forces tool use");
    row("no thinking model",
        R"({"/thinking":{"type":"enabled","budget_tokens":1024},"/model":"claude-3-5-sonnet-20241022"})",
        "does not support thinking");
    row("adaptive too early", R"({"/thinking":{"type":"adaptive"}})", "adaptive thinking is not supported");
    row("budget too late",
        R"({"/thinking":{"type":"enabled","budget_tokens":1024},"/model":"claude-opus-4-7"})", "adaptive");
    row("tool name", R"({"/tools/0/name":"a.b"})", "tools.0.custom.name: String should match pattern");
    row("tool schema without type", R"({"/tools/1/input_schema":{}})", "input_schema.type: Field required");
    row("tool schema of another type", R"({"/tools/1/input_schema/type":"array"})", "should be 'object'");
    row("tool schema of choices", R"({"/tools/1/input_schema/anyOf":[]})",
        "does not support oneOf, allOf, or anyOf");
    row("tool of OpenAI", R"({"/tools/1":{"type":"function","function":{}}})", "Input tag \"function\"");
    row("unknown member of a tool", R"({"/tools/1/parameters":{}})",
        "tools.1.custom.parameters: Extra inputs");
    row("tools of one name", R"({"/tools/1/name":"weather"})", "Tool names must be unique");
    row("strict tool", R"({"/tools/0/strict":true})",
        "'additionalProperties' must be explicitly set to false");
    row("unknown tool", R"({"/tool_choice":{"type":"tool","name":"x"}})", "not found in provided tools");
    row("choice of OpenAI", R"({"/tool_choice":"auto"})", "tool_choice: Input should be");
    row("choice without tools", R"({"/tools":"<gone>","/tool_choice":{"type":"auto"}})",
        "while providing tools");
    row("output schema", R"({"/output_config":{"format":{"type":"json_schema","schema":{"type":"object"}}}})",
        "output_config.format.schema: For 'object' type");
    row("effort", R"({"/output_config":{"effort":"high"},"/model":"claude-sonnet-4-5"})", "effort parameter");
    row("blank stop", R"({"/stop_sequences":[" "]})", "must contain non-whitespace");
    row("stop as text", R"({"/stop_sequences":"x"})", "stop_sequences: Input should be");
    row("address as user", R"({"/metadata":{"user_id":"a@b.c"}})", "email address");
    row("five cache points",
        R"({"/system":[{"type":"text","text":"a","cache_control":{"type":"ephemeral"}},
            {"type":"text","text":"a","cache_control":{"type":"ephemeral"}},
            {"type":"text","text":"a","cache_control":{"type":"ephemeral"}},
            {"type":"text","text":"a","cache_control":{"type":"ephemeral"}}],
            "/tools/0/cache_control":{"type":"ephemeral"}})",
        "Found 5");
    row("empty system", R"({"/system":[{"type":"text","text":""}]})",
        "system: text content blocks must be non-empty");
}

void TestStrictAnthropicRefusals::refusesBodies()
{
    QFETCH(QString, edits);
    QFETCH(QString, words);
    compareRefusal(ask(edited(withTools(), edits.toStdString())), 400, words);
}

void TestStrictAnthropicRefusals::refusesConversations_data()
{
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("words");
    row("none", R"({"/messages":[]})", "at least one message");
    row("assistant first", R"({"/messages/0/role":"assistant"})", "first message must use the \"user\" role");
    row("system inside", R"({"/messages/0/role":"system"})", "Unexpected role \"system\"");
    row("role tool", R"({"/messages/2/role":"tool"})", "messages.2.role: Input should be 'user'");
    row("empty text", R"({"/messages/0/content":""})", "non-empty content");
    row("empty text block", R"({"/messages/0/content":[{"type":"text","text":""}]})", "must be non-empty");
    row("blank text", R"({"/messages/0/content":" \n"})", "must contain non-whitespace text");
    row("null content", R"({"/messages/1/content":null})", "messages.1.content: Input should be");
    row("blank at the end", R"({"/messages/3":{"role":"assistant","content":"So "}})", "trailing whitespace");
    row("prefill gone", R"({"/messages/3":{"role":"assistant","content":"So"},"/model":"claude-opus-4-6"})",
        "does not support assistant message prefill");
    row("a result is missing", R"({"/messages/2/content/1":"<gone>"})", "immediately after: b");
    row("no results", R"({"/messages/2":{"role":"user","content":"go on"}})", "immediately after: a");
    row("calls at the end", R"({"/messages/2":"<gone>"})", "immediately after: a");
    row("text before results", R"({"/messages/2/content/0":{"type":"text","text":"x"}})",
        "immediately after");
    row("orphan result", R"({"/messages/1/content":"No."})", "unexpected `tool_use_id` found");
    row("result twice", R"({"/messages/2/content/1/tool_use_id":"a"})", "must have a single result");
    row("id twice", R"({"/messages/3":{"role":"assistant","content":[
            {"type":"tool_use","id":"a","name":"time","input":{}}]},
        "/messages/4":{"role":"user","content":[{"type":"tool_result","tool_use_id":"a"}]}})",
        "ids must be unique");
    row("odd id", R"({"/messages/1/content/1/id":"a.1"})", "tool_use.id: String should match pattern");
    row("arguments as text", R"({"/messages/1/content/1/input":"{}"})", "tool_use.input: Input should be");
    row("call by the user", R"({"/messages/0/content":[{"type":"tool_use","id":"z","name":"n","input":{}}]})",
        "can only be in `assistant` messages");
    row("unknown block", R"({"/messages/0/content":[{"type":"input_text","text":"x"}]})",
        "Input tag \"input_text\"");
    row("unknown member of a block", R"({"/messages/0/content":[{"type":"text","text":"x","id":"1"}]})",
        "messages.0.content.0.text.id: Extra inputs");
    row("image type", R"({"/messages/0/content":[{"type":"image","source":{"type":"base64",
        "media_type":"image/bmp","data":"AAAA"}}]})",
        "'image/png'");
    row("image of another type", R"({"/messages/0/content":[{"type":"image","source":{"type":"base64",
        "media_type":"image/jpeg","data":"iVBORw0KGgo="}}]})",
        "appears to be a image/png");
    row("image not encoded", R"({"/messages/0/content":[{"type":"image","source":{"type":"base64",
        "media_type":"image/png","data":"data:image/png;base64,AAAA"}}]})",
        "base64");
    row("image by plain http", R"({"/messages/0/content":[{"type":"image","source":{"type":"url",
        "url":"http://x/y.png"}}]})",
        "Only HTTPS URLs");
    row("forged signature",
        R"({"/messages/1/content/0":{"type":"thinking","thinking":"x","signature":"eA=="}})",
        "Invalid `signature` in `thinking` block");
    row("forged redaction", R"({"/messages/1/content/0":{"type":"redacted_thinking","data":"eA=="}})",
        "Invalid `data` in `redacted_thinking` block");
    row("thinking left out", R"({"/thinking":{"type":"enabled","budget_tokens":1024}})",
        "Expected `thinking` or `redacted_thinking`, but found `text`");
}

void TestStrictAnthropicRefusals::refusesConversations()
{
    QFETCH(QString, edits);
    QFETCH(QString, words);
    compareRefusal(ask(edited(conversation(), edits.toStdString())), 400, words);
}

void TestStrictAnthropicRefusals::acceptsWhatTheServiceAccepts_data()
{
    QTest::addColumn<QString>("edits");
    accepted("the conversation", "{}");
    accepted("users in a row", R"({"/messages/3":{"role":"user","content":"and?"}})");
    accepted("results in two messages", R"({"/messages/3":{"role":"user","content":[
        {"type":"tool_result","tool_use_id":"b"}]},"/messages/2/content/1":"<gone>"})");
    accepted("prefill", R"({"/messages/3":{"role":"assistant","content":"So"}})");
    accepted("adaptive", R"({"/thinking":{"type":"adaptive"},"/model":"claude-opus-4-6"})");
    accepted("both samplings of old",
        R"({"/temperature":0.5,"/top_p":0.5,"/model":"claude-3-7-sonnet-20250219"})");
    accepted("an image", R"({"/messages/0/content":[{"type":"image","source":{"type":"base64",
        "media_type":"image/png","data":"iVBORw0KGgo="}}]})");
}

void TestStrictAnthropicRefusals::acceptsWhatTheServiceAccepts()
{
    QFETCH(QString, edits);
    const SeenReply reply = ask(edited(conversation(), edits.toStdString()));
    QVERIFY2(reply.status == 200, reply.body.constData());
}

} // namespace nexus::kit

QTEST_GUILESS_MAIN(nexus::kit::TestStrictAnthropicRefusals)
#include "tst_strictanthropicrefusals.moc"

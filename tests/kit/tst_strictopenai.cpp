// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/modelreplies.h"
#include "kit/strictprobe.h"

#include <QTest>

namespace nexus::kit {

class TestStrictOpenAi final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheBehaviour_data();
    void readsTheBehaviour();
    void refuses_data();
    void refuses();
    void acceptsWhatTheServiceAccepts();
    void endsAsTheModelsNameSays();
    void asksTheServiceOfThePath_data();
    void asksTheServiceOfThePath();
};

namespace {

Json conversation()
{
    return parsed(R"({"model":"gpt-4o","messages":[{"role":"user","content":"hi"},
        {"role":"assistant","content":null,"tool_calls":[
            {"id":"a","type":"function","function":{"name":"x","arguments":"{}"}},
            {"id":"b","type":"function","function":{"name":"y","arguments":"{}"}}]},
        {"role":"tool","tool_call_id":"b","content":"1"},{"role":"tool","tool_call_id":"a","content":"2"}]})");
}

SeenReply ask(const Json &body)
{
    return seen(modelReply(posted("/v1/chat/completions", {}, body)));
}

void row(const char *name, const char *edits, const char *words)
{
    QTest::newRow(name) << QString::fromUtf8(edits) << QString::fromUtf8(words);
}

} // namespace

void TestStrictOpenAi::readsTheBehaviour_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    const auto add = [](const char *model, Behaviour::Kind kind, int status = 200) {
        QTest::newRow(model) << QByteArray(model) << static_cast<int>(kind) << status;
    };
    using Kind = Behaviour::Kind;
    add("gpt-4", Kind::Normal);
    add("cut", Kind::Cut);
    add("openai/hang-mid", Kind::HangMid);
    add("hang", Kind::Hang);
    add("claude-opus-4-5-length", Kind::Length);
    add("anthropic.claude-v1:0-status-503", Kind::Status, 503);
    add("status-429", Kind::Status, 429);
    add("my.refusal", Kind::Refusal);
    add("uncut", Kind::Normal);
    add("status-4x9", Kind::Normal);
    add("", Kind::Normal);
}

void TestStrictOpenAi::readsTheBehaviour()
{
    QFETCH(QByteArray, model);
    QFETCH(int, kind);
    QFETCH(int, status);
    const Behaviour behaviour = behaviourOf(model.toStdString());
    QCOMPARE(static_cast<int>(behaviour.kind), kind);
    QCOMPARE(behaviour.status, status);
}

void TestStrictOpenAi::refuses_data()
{
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("words");
    row("no messages", R"({"/messages":[]})", "empty array");
    row("unknown role", R"({"/messages/0/role":"model"})", "Supported values are: 'system'");
    row("null content", R"({"/messages/0/content":null})", "expected a string, got null");
    row("content as number", R"({"/messages/0/content":5})", "Invalid type for 'messages[0].content'");
    row("no parts", R"({"/messages/0/content":[]})", "Invalid 'messages[0].content': empty array");
    row("part of Anthropic", R"({"/messages/0/content":[{"type":"tool_result","content":"x"}]})",
        "Invalid value: 'tool_result'");
    row("image by a tool", R"({"/messages/2/content":[{"type":"image_url","image_url":{"url":"x"}}]})",
        "Invalid value: 'image_url'");
    row("image without address", R"({"/messages/0/content":[{"type":"image_url"}]})", "image_url.url");
    row("text part without text", R"({"/messages/0/content":[{"type":"text"}]})",
        "messages[0].content[0].text");
    row("no calls", R"({"/messages/1/tool_calls":[]})", "null");
    row("empty calls beside text", R"({"/messages/1/tool_calls":[],"/messages/1/content":"x"})",
        "tool_calls': empty array");
    row("call without id", R"({"/messages/1/tool_calls/0/id":"<gone>"})", "Missing required parameter");
    row("arguments as object", R"({"/messages/1/tool_calls/0/function/arguments":{}})",
        "Missing required parameter");
    row("id of a result as number", R"({"/messages/3/tool_call_id":5})", "type that nobody expects");
    row("orphan result", R"({"/messages/1":{"role":"assistant","content":"No."}})",
        "must be a response to a preceeding message with 'tool_calls'");
    row("result twice", R"({"/messages/3/tool_call_id":"b"})", "must be a response");
    row("a result is missing", R"({"/messages/3":"<gone>"})", "did not have response messages: a");
    row("a user before the results", R"({"/messages/2":{"role":"user","content":"x"}})",
        "must be followed by tool messages");
}

void TestStrictOpenAi::refuses()
{
    QFETCH(QString, edits);
    QFETCH(QString, words);
    const SeenReply reply = ask(edited(conversation(), edits.toStdString()));
    QVERIFY2(reply.text().find(words.toStdString()) != std::string::npos, reply.body.constData());
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.json()["error"]["type"] == "invalid_request_error");
}

void TestStrictOpenAi::acceptsWhatTheServiceAccepts()
{
    const SeenReply reply = ask(edited(conversation(), R"({"/x_vendor":{"a":1},
        "/messages/0/content":[{"type":"text","text":"hi"},{"type":"image_url","image_url":{"url":"data:x"}}]})"));
    QVERIFY2(reply.status == 200, reply.body.constData());
    QVERIFY(reply.text().find("You said: 2") != std::string::npos);
}

void TestStrictOpenAi::endsAsTheModelsNameSays()
{
    const auto reason = [](const char *model) {
        const Json body {{"model", model}, {"messages", {{{"role", "user"}, {"content", "hi"}}}}};
        return ask(body).json()["choices"][0]["finish_reason"].get<std::string>();
    };
    QCOMPARE(reason("gpt-4o-length"), std::string("length"));
    QCOMPARE(reason("gpt-4o-refusal"), std::string("content_filter"));
    QCOMPARE(reason("gpt-4o-empty"), std::string("stop"));
}

void TestStrictOpenAi::asksTheServiceOfThePath_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("OpenAI") << QByteArray("/openai/v1/chat/completions") << 400;
    QTest::newRow("Anthropic") << QByteArray("/anthropic/v1/messages") << 401;
    QTest::newRow("Gemini") << QByteArray("/google/v1beta/models/gemini-2.5-pro:generateContent") << 403;
    QTest::newRow("Bedrock") << QByteArray("/bedrock/model/x/converse") << 403;
    QTest::newRow("nobody") << QByteArray("/v1/nothing") << 404;
}

void TestStrictOpenAi::asksTheServiceOfThePath()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QCOMPARE(seen(modelReply(posted(target, {}, Json::object()))).status, status);
}

} // namespace nexus::kit

QTEST_GUILESS_MAIN(nexus::kit::TestStrictOpenAi)
#include "tst_strictopenai.moc"

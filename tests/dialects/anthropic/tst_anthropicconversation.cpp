// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <QTest>

using namespace nexus;
using namespace nexus::anthropic;

namespace {

QByteArray messagesOf(std::vector<Message> messages, const char *model = "claude-sonnet-4-5")
{
    return textOf(bodyOf(conversation(std::move(messages), model)), "messages");
}

} // namespace

class AnthropicConversationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void liftsSystem();
    void keepsMarksOfSystem();
    void sendsInstructionsAloneAsAQuestion();
    void mergesTurns();
    void answersCallsInOneTurnFirst();
    void anOrphanResultBecomesText();
    void aSecondResultBecomesText();
    void anUnansweredCallGetsAnError();
    void aLastCallGetsAnError();
    void repeatedIdsAreMadeUnique();
    void foreignIdsAreMadeUsable();
    void theUserBegins();
    void emptyTextsAndTurnsGo();
    void thoughtsGoBackWithASignatureOnly();
    void thoughtsDoNotEndATurn();
    void aPrefillIsTrimmed();
    void aPrefillIsContinuedWhereItIsRefused();
    void anEmptyErrorSaysSo();
    void writesMedia();
    void brokenArgumentsAreWrapped();
    void refuses_data();
    void refuses();
};

void AnthropicConversationTest::liftsSystem()
{
    const Json one = bodyOf(conversation({said(Role::System, "a"), said(Role::User, "hi")}));
    QCOMPARE(textOf(one, "system"), QByteArray("\"a\""));
    const Json two
        = bodyOf(conversation({said(Role::System, "a"), said(Role::User, "hi"), said(Role::Developer, "b")}));
    QCOMPARE(textOf(two, "system"), QByteArray(R"([{"type":"text","text":"a"},{"type":"text","text":"b"}])"));
    QCOMPARE(
        textOf(two, "messages"), QByteArray(R"([{"role":"user","content":[{"type":"text","text":"hi"}]}])"));
}

void AnthropicConversationTest::keepsMarksOfSystem()
{
    const Json body
        = bodyOf(conversation({message(Role::System, {TextPart {.text = "a", .cache = CacheMark::OneHour}}),
            said(Role::User, "hi")}));
    QCOMPARE(textOf(body, "system"),
        QByteArray(R"([{"type":"text","text":"a","cache_control":{"type":"ephemeral","ttl":"1h"}}])"));
}

void AnthropicConversationTest::sendsInstructionsAloneAsAQuestion()
{
    const Json body = bodyOf(conversation({said(Role::System, "say hello")}));
    QCOMPARE(textOf(body, "system"), QByteArray("absent"));
    QCOMPARE(textOf(body, "messages"),
        QByteArray(R"([{"role":"user","content":[{"type":"text","text":"say hello"}]}])"));
}

void AnthropicConversationTest::mergesTurns()
{
    QCOMPARE(messagesOf({said(Role::User, "a"), said(Role::User, "b"), said(Role::Assistant, "c"),
                 said(Role::Assistant, "d"), said(Role::User, "e")}),
        QByteArray(
            R"([{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},)"
            R"({"role":"assistant","content":[{"type":"text","text":"c"},{"type":"text","text":"d"}]},)"
            R"({"role":"user","content":[{"type":"text","text":"e"}]}])"));
}

void AnthropicConversationTest::answersCallsInOneTurnFirst()
{
    QCOMPARE(messagesOf({said(Role::User, "a"), message(Role::Assistant, {call("1"), call("2")}),
                 message(Role::User, {TextPart {.text = "also"}, result("2")}),
                 message(Role::User, {result("1")})}),
        QByteArray(
            R"([{"role":"user","content":[{"type":"text","text":"a"}]},)"
            R"({"role":"assistant","content":[{"type":"tool_use","id":"1","name":"look","input":{}},)"
            R"({"type":"tool_use","id":"2","name":"look","input":{}}]},)"
            R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"2","content":"found"},)"
            R"({"type":"tool_result","tool_use_id":"1","content":"found"},{"type":"text","text":"also"}]}])"));
}

void AnthropicConversationTest::anOrphanResultBecomesText()
{
    const QByteArray messages = messagesOf({said(Role::User, "a"), message(Role::User, {result("9", "42")})});
    QCOMPARE(messages,
        QByteArray(
            R"([{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"A tool answered the call 9:"},{"type":"text","text":"42"}]}])"));
}

void AnthropicConversationTest::aSecondResultBecomesText()
{
    const QByteArray messages = messagesOf({said(Role::User, "a"), message(Role::Assistant, {call("1", "f")}),
        message(Role::User, {result("1"), result("1", "again")})});
    QCOMPARE(messages.count("tool_result"), 1);
    QVERIFY(messages.contains("The tool `f` answered the call 1:"));
    QVERIFY(messages.contains("again"));
}

void AnthropicConversationTest::anUnansweredCallGetsAnError()
{
    const QByteArray messages
        = messagesOf({said(Role::User, "a"), message(Role::Assistant, {call("1"), call("2")}),
            message(Role::User, {result("1"), TextPart {.text = "go on"}})});
    QVERIFY2(
        messages.endsWith(
            R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"1","content":"found"},)"
            R"({"type":"tool_result","tool_use_id":"2","content":"no result was given","is_error":true},)"
            R"({"type":"text","text":"go on"}]}])"),
        messages.constData());
}

void AnthropicConversationTest::aLastCallGetsAnError()
{
    const QByteArray messages = messagesOf({said(Role::User, "a"), message(Role::Assistant, {call("1")})});
    QVERIFY2(messages.endsWith(R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"1",)"
                               R"("content":"no result was given","is_error":true}]}])"),
        messages.constData());
}

void AnthropicConversationTest::repeatedIdsAreMadeUnique()
{
    const QByteArray messages = messagesOf({said(Role::User, "a"), message(Role::Assistant, {call("call_0")}),
        message(Role::User, {result("call_0", "one")}), message(Role::Assistant, {call("call_0")}),
        message(Role::User, {result("call_0", "two")})});
    QVERIFY(messages.contains(R"("tool_use_id":"call_0","content":"one")"));
    QVERIFY(messages.contains(R"("id":"call_0_2")"));
    QVERIFY(messages.contains(R"("tool_use_id":"call_0_2","content":"two")"));
}

void AnthropicConversationTest::foreignIdsAreMadeUsable()
{
    const QByteArray messages = messagesOf({said(Role::User, "a"),
        message(Role::Assistant, {call("functions.f:0")}), message(Role::User, {result("functions.f:0")})});
    QVERIFY(messages.contains(R"("id":"functions_f_0")"));
    QVERIFY(messages.contains(R"("tool_use_id":"functions_f_0")"));
}

void AnthropicConversationTest::theUserBegins()
{
    const QByteArray messages = messagesOf({said(Role::Assistant, "welcome"), said(Role::User, "hi")});
    QVERIFY2(
        messages.startsWith(R"([{"role":"user","content":[{"type":"text","text":"."}]},{"role":"assistant")"),
        messages.constData());
}

void AnthropicConversationTest::emptyTextsAndTurnsGo()
{
    QCOMPARE(messagesOf({said(Role::User, "a"), said(Role::User, " \n"), said(Role::Assistant, ""),
                 said(Role::User, "b")}),
        QByteArray(R"([{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}])"));
}

void AnthropicConversationTest::thoughtsGoBackWithASignatureOnly()
{
    const std::vector<MessagePart> answer {ReasoningPart {"hm", "sig", {}},
        ReasoningPart {"no proof", {}, {}}, ReasoningPart {{}, {}, "sealed"}, TextPart {.text = "b"}};
    const std::vector<Message> history {
        said(Role::User, "a"), message(Role::Assistant, answer), said(Role::User, "c")};
    const QByteArray messages = messagesOf(history);
    QVERIFY2(messages.contains(R"([{"type":"thinking","thinking":"hm","signature":"sig"},)"
                               R"({"type":"redacted_thinking","data":"sealed"},{"type":"text","text":"b"}])"),
        messages.constData());
    QVERIFY(!messagesOf(history, "claude-3-5-haiku-20241022").contains("thinking"));
}

void AnthropicConversationTest::thoughtsDoNotEndATurn()
{
    QCOMPARE(messagesOf({said(Role::User, "a"), message(Role::Assistant, {ReasoningPart {"hm", "sig", {}}}),
                 said(Role::User, "b")}),
        QByteArray(R"([{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}])"));
    QVERIFY(!messagesOf({said(Role::User, "a"), message(Role::Assistant, {ReasoningPart {"hm", "sig", {}}})})
                 .contains("assistant"));
}

void AnthropicConversationTest::aPrefillIsTrimmed()
{
    const QByteArray messages = messagesOf({said(Role::User, "a"), said(Role::Assistant, "Sure, \n ")});
    QVERIFY2(messages.endsWith(R"({"role":"assistant","content":[{"type":"text","text":"Sure,"}]}])"),
        messages.constData());
}

void AnthropicConversationTest::aPrefillIsContinuedWhereItIsRefused()
{
    const QByteArray messages
        = messagesOf({said(Role::User, "a"), said(Role::Assistant, "Sure")}, "claude-opus-4-6");
    QVERIFY2(messages.endsWith(R"({"role":"user","content":[{"type":"text","text":"Continue."}]}])"),
        messages.constData());
}

void AnthropicConversationTest::anEmptyErrorSaysSo()
{
    ToolResultPart empty {.id = "1", .name = {}, .content = {}, .isError = true};
    const QByteArray messages = messagesOf(
        {said(Role::User, "a"), message(Role::Assistant, {call("1")}), message(Role::User, {empty})});
    QVERIFY(messages.contains(R"("tool_use_id":"1","content":"error","is_error":true)"));
}

void AnthropicConversationTest::writesMedia()
{
    using Kind = MediaPart::Kind;
    const QByteArray messages = messagesOf({message(Role::User,
        {MediaPart {.kind = Kind::Image, .mediaType = "image/png", .data = "/9j/4AAQ"},
            MediaPart {.kind = Kind::Image, .url = "https://e/x", .cache = CacheMark::FiveMinutes},
            MediaPart {.kind = Kind::Document, .mediaType = "application/pdf", .data = "JVBE", .name = "t"},
            MediaPart {.kind = Kind::Document, .mediaType = "text/markdown", .data = "# x"}})});
    QCOMPARE(messages,
        QByteArray(
            R"([{"role":"user","content":[)"
            R"({"type":"image","source":{"type":"base64","media_type":"image/jpeg","data":"/9j/4AAQ"}},)"
            R"({"type":"image","source":{"type":"url","url":"https://e/x"},"cache_control":{"type":"ephemeral"}},)"
            R"({"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"JVBE"},"title":"t"},)"
            R"({"type":"document","source":{"type":"text","media_type":"text/plain","data":"# x"}}]}])"));
}

void AnthropicConversationTest::brokenArgumentsAreWrapped()
{
    const auto inputFor = [](const char *arguments) {
        const Json body = bodyOf(
            conversation({said(Role::User, "a"), message(Role::Assistant, {call("1", "f", arguments)})}));
        return textOf(body["messages"][1]["content"][0], "input");
    };
    QCOMPARE(inputFor(R"({"z":1,"a":2})"), QByteArray(R"({"z":1,"a":2})"));
    QCOMPARE(inputFor(""), QByteArray("{}"));
    const QByteArray wrapped = "{\"arguments\":\"{\\\"a\\\":\"}";
    QCOMPARE(inputFor("{\"a\":"), wrapped);
    QCOMPARE(inputFor("[1]"), QByteArray(R"({"arguments":"[1]"})"));
    const std::string deep(200'000, '[');
    QCOMPARE(
        inputFor(deep.c_str()).size(), qsizetype(deep.size()) + qsizetype(qstrlen(R"({"arguments":""})")));
}

void AnthropicConversationTest::refuses_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("mediaType");
    QTest::newRow("sound") << int(MediaPart::Kind::Audio) << QByteArray("audio/wav");
    QTest::newRow("text processor") << int(MediaPart::Kind::Document) << QByteArray("application/msword");
}

void AnthropicConversationTest::refuses()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, mediaType);
    const auto written = writeRequest(conversation({said(Role::User, "a"),
        message(Role::User,
            {MediaPart {
                .kind = MediaPart::Kind(kind), .mediaType = mediaType.toStdString(), .data = "AA=="}})}));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(written.error().param, QByteArray("messages[1].content"));
    QVERIFY(!writeRequest(conversation({said(Role::User, " ")})));
}

QTEST_APPLESS_MAIN(AnthropicConversationTest)
#include "tst_anthropicconversation.moc"

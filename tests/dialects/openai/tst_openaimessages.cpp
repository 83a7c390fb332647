// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/openai.h"

#include <QTest>

using namespace nexus;

class OpenAiMessagesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRoles();
    void readsPartsOfTheUser();
    void decodesATextDocument();
    void readsCallsAndTheirResults();
    void readsLegacyFunctions();
    void keepsReasoning_data();
    void keepsReasoning();
    void keepsCacheMarks();
    void repairsArguments_data();
    void repairsArguments();
    void refuses_data();
    void refuses();
};

namespace {

Result<ChatRequest> readMessages(const QByteArray &messages)
{
    return openai::readRequest("{\"model\":\"m\",\"messages\":[" + messages + "]}");
}

template<typename Part>
Part partAt(const Message &message, std::size_t index)
{
    const bool fits = index < message.parts.size() && std::holds_alternative<Part>(message.parts[index]);
    return fits ? std::get<Part>(message.parts[index]) : Part {};
}

} // namespace

void OpenAiMessagesTest::readsRoles()
{
    const auto request = readMessages(R"({"role":"system","content":"a"},{"role":"developer","content":"b"},
        {"role":"user","name":"Ann","content":"c"},{"role":"assistant","content":"d"},
        {"role":"assistant","content":null,"refusal":"no"},{"role":"user","content":""},
        {"role":"assistant","content":[{"type":"text","text":"e"},{"type":"refusal","refusal":"f"}]})");
    QVERIFY(request);
    const std::vector<Message> expected {
        {.role = Role::System, .parts = {TextPart {.text = "a"}}},
        {.role = Role::Developer, .parts = {TextPart {.text = "b"}}},
        {.role = Role::User, .name = "Ann", .parts = {TextPart {.text = "c"}}},
        {.role = Role::Assistant, .parts = {TextPart {.text = "d"}}},
        {.role = Role::Assistant, .parts = {RefusalPart {.text = "no"}}},
        {.role = Role::User},
        {.role = Role::Assistant, .parts = {TextPart {.text = "e"}, RefusalPart {.text = "f"}}},
    };
    QVERIFY(request->messages == expected);
}

void OpenAiMessagesTest::readsPartsOfTheUser()
{
    const auto request = readMessages(R"({"role":"user","content":[{"type":"text","text":"See"},
        {"type":"image_url","image_url":{"url":"https://example.org/a.png","detail":"low"}},
        {"type":"image_url","image_url":{"url":"data:image/jpg;base64,/9j/4A=="}},
        {"type":"input_audio","input_audio":{"data":"UklG","format":"wav"}},
        {"type":"input_audio","input_audio":{"data":"SUQz","format":"mp3"}},
        {"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,JVBERi0="}}]})");
    QVERIFY(request);
    const std::vector<MessagePart> expected {TextPart {.text = "See"},
        MediaPart {.kind = MediaPart::Kind::Image, .url = "https://example.org/a.png", .detail = "low"},
        MediaPart {.kind = MediaPart::Kind::Image, .mediaType = "image/jpeg", .data = "/9j/4A=="},
        MediaPart {.kind = MediaPart::Kind::Audio, .mediaType = "audio/wav", .data = "UklG"},
        MediaPart {.kind = MediaPart::Kind::Audio, .mediaType = "audio/mpeg", .data = "SUQz"},
        MediaPart {.kind = MediaPart::Kind::Document,
            .mediaType = "application/pdf",
            .data = "JVBERi0=",
            .name = "a.pdf"}};
    QVERIFY(request->messages[0].parts == expected);
}

void OpenAiMessagesTest::decodesATextDocument()
{
    const auto request = readMessages(R"({"role":"user","content":[
        {"type":"file","file":{"file_data":"data:text/plain;charset=utf-8;base64,aGkgw6k="}},
        {"type":"file","file":{"file_data":"data:text/plain,a%20b"}}]})");
    QVERIFY(request);
    QCOMPARE(partAt<MediaPart>(request->messages[0], 0).data, std::string("hi \xC3\xA9"));
    QCOMPARE(partAt<MediaPart>(request->messages[0], 0).mediaType, std::string("text/plain"));
    QCOMPARE(partAt<MediaPart>(request->messages[0], 1).data, std::string("a b"));
}

void OpenAiMessagesTest::readsCallsAndTheirResults()
{
    const auto request = readMessages(R"({"role":"assistant","content":null,"tool_calls":[
        {"id":"c1","type":"function","function":{"name":"f","arguments":"{\"a\": 1}"}},
        {"id":"c2","type":"function","function":{"name":"g","arguments":""}}]},
        {"role":"tool","tool_call_id":"c2","content":"two"},
        {"role":"tool","tool_call_id":"c1","content":[{"type":"text","text":"one"}]},
        {"role":"tool","tool_call_id":"c9","content":""})");
    QVERIFY(request);
    const std::vector<MessagePart> calls {ToolCallPart {.id = "c1", .name = "f", .arguments = "{\"a\": 1}"},
        ToolCallPart {.id = "c2", .name = "g", .arguments = "{}"}};
    QVERIFY(request->messages[0].parts == calls);
    const ToolResultPart two {.id = "c2", .name = "g", .content = {TextPart {.text = "two"}}};
    const ToolResultPart one {.id = "c1", .name = "f", .content = {TextPart {.text = "one"}}};
    QVERIFY(request->messages[1] == (Message {.role = Role::User, .parts = {two}}));
    QVERIFY(request->messages[2] == (Message {.role = Role::User, .parts = {one}}));
    QVERIFY(request->messages[3] == (Message {.role = Role::User, .parts = {ToolResultPart {.id = "c9"}}}));
}

void OpenAiMessagesTest::readsLegacyFunctions()
{
    const auto request = readMessages(
        R"({"role":"assistant","content":null,"function_call":{"name":"f","arguments":"{}"}},
        {"role":"function","name":"f","content":"done"})");
    QVERIFY(request);
    const auto call = partAt<ToolCallPart>(request->messages[0], 0);
    const auto result = partAt<ToolResultPart>(request->messages[1], 0);
    QCOMPARE(call.name, std::string("f"));
    QVERIFY(!call.id.empty());
    QCOMPARE(result.id, call.id);
    QCOMPARE(result.name, std::string("f"));
}

void OpenAiMessagesTest::keepsReasoning_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("content") << QByteArray(R"("reasoning_content":"why")") << QByteArray("why");
    QTest::newRow("reasoning") << QByteArray(R"("reasoning":"why")") << QByteArray("why");
}

void OpenAiMessagesTest::keepsReasoning()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QByteArray, text);
    const auto request = readMessages("{\"role\":\"assistant\",\"content\":\"so\"," + members + "}");
    QVERIFY(request);
    QCOMPARE(request->messages[0].parts.size(), std::size_t(2));
    const auto part = partAt<ReasoningPart>(request->messages[0], 0);
    QCOMPARE(QByteArray::fromStdString(part.text), text);
}

void OpenAiMessagesTest::keepsCacheMarks()
{
    const auto request = readMessages(
        R"({"role":"system","content":[{"type":"text","text":"a","cache_control":{"type":"ephemeral"}}]},
        {"role":"user","content":"b","cache_control":{"type":"ephemeral","ttl":"1h"}},
        {"role":"tool","tool_call_id":"c","content":"d","cache_control":{"type":"ephemeral"}})");
    QVERIFY(request);
    QCOMPARE(partAt<TextPart>(request->messages[0], 0).cache, CacheMark::FiveMinutes);
    QCOMPARE(partAt<TextPart>(request->messages[1], 0).cache, CacheMark::OneHour);
    QCOMPARE(partAt<ToolResultPart>(request->messages[2], 0).cache, CacheMark::FiveMinutes);
}

void OpenAiMessagesTest::repairsArguments_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("none") << QByteArray("null") << QByteArray("{}");
    QTest::newRow("blank") << QByteArray("\" \"") << QByteArray("{}");
    QTest::newRow("spaces stay") << QByteArray(R"("{ \"a\" : 1 }")") << QByteArray(R"({ "a" : 1 })");
    QTest::newRow("an object") << QByteArray(R"({"b":1,"a":2})") << QByteArray(R"({"b":1,"a":2})");
    QTest::newRow("cut") << QByteArray(R"("{\"a\":")") << QByteArray(R"({"arguments":"{\"a\":"})");
    QTest::newRow("a list") << QByteArray(R"("[1]")") << QByteArray(R"({"arguments":"[1]"})");
}

void OpenAiMessagesTest::repairsArguments()
{
    QFETCH(const QByteArray, arguments);
    QFETCH(const QByteArray, read);
    const auto request
        = readMessages(R"({"role":"assistant","tool_calls":[{"id":"c","function":{"name":"f","arguments":)"
            + arguments + "}}]}");
    QVERIFY(request);
    QCOMPARE(QByteArray::fromStdString(partAt<ToolCallPart>(request->messages[0], 0).arguments), read);
}

void OpenAiMessagesTest::refuses_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("param");
    const auto row = [](const char *name, const char *message, const char *param) {
        QTest::newRow(name) << QByteArray(message) << "messages[0]" + QByteArray(param);
    };
    row("no role", R"({"content":"a"})", ".role");
    row("unknown role", R"({"role":"robot","content":"a"})", ".role");
    row("no content", R"({"role":"user"})", ".content");
    row("content is a number", R"({"role":"user","content":1})", ".content");
    row("unknown part", R"({"role":"user","content":[{"type":"video"}]})", ".content[0].type");
    row("text is missing", R"({"role":"user","content":[{"type":"text"}]})", ".content[0].text");
    row("image in a system message",
        R"({"role":"system","content":[{"type":"image_url","image_url":{"url":"https://a"}}]})",
        ".content[0].type");
    row("image of a file",
        R"({"role":"user","content":[{"type":"image_url","image_url":{"url":"file:///a"}}]})",
        ".content[0].image_url.url");
    row("data without a type",
        R"({"role":"user","content":[{"type":"image_url","image_url":{"url":"data:,"}}]})",
        ".content[0].image_url.url");
    row("file id", R"({"role":"user","content":[{"type":"file","file":{"file_id":"file-1"}}]})",
        ".content[0].file.file_id");
    row("bare base64", R"({"role":"user","content":[{"type":"file","file":{"file_data":"JVBE"}}]})",
        ".content[0].file.file_data");
    row("text that is none",
        R"({"role":"user","content":[{"type":"file","file":{"file_data":"data:text/plain;base64,/w=="}}]})",
        ".content[0].file.file_data");
    row("sound format",
        R"({"role":"user","content":[{"type":"input_audio","input_audio":{"data":"a","format":"ogg"}}]})",
        ".content[0].input_audio.format");
    row("result without call", R"({"role":"tool","content":"a"})", ".tool_call_id");
    row("lone function", R"({"role":"function","name":"f","content":"a"})", ".role");
    row("custom call", R"({"role":"assistant","tool_calls":[{"id":"c","type":"custom"}]})",
        ".tool_calls[0].type");
    row("call without id", R"({"role":"assistant","tool_calls":[{"function":{"name":"f"}}]})",
        ".tool_calls[0].id");
    row("sound of the assistant", R"({"role":"assistant","audio":{"id":"a"}})", ".audio");
    row("no object", "[]", "");
}

void OpenAiMessagesTest::refuses()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, param);
    const auto request = readMessages(message);
    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(request.error().param, param);
    QVERIFY(request.error().message.startsWith(QLatin1String("/messages/0")));
}

QTEST_APPLESS_MAIN(OpenAiMessagesTest)
#include "tst_openaimessages.moc"

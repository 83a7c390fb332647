// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests.h"

#include "dialects/bedrock/conversation.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nexus;
using namespace nexus::requests;

class BedrockConversationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapesMessages_data();
    void shapesMessages();
    void liftsSystemTexts();
    void refusesAnEmptyConversation();
    void mapsIds_data();
    void mapsIds();
    void mapsAnIdAlikeInCallAndResult();
    void writesArguments_data();
    void writesArguments();
    void offersCalledToolsWithoutTools();
    void survivesDeepArguments();
    void isQuick();
};

namespace {

Message calls(const std::vector<std::string> &ids)
{
    Message turn {.role = Role::Assistant};
    for (const std::string &id : ids) {
        turn.parts.emplace_back(ToolCallPart {.id = id, .name = "f", .arguments = "{}"});
    }
    return turn;
}

constexpr const char *callA = R"({"toolUse":{"toolUseId":"a","name":"f","input":{}}})";

} // namespace

Q_DECLARE_METATYPE(std::vector<nexus::Message>)

void BedrockConversationTest::shapesMessages_data()
{
    QTest::addColumn<std::vector<Message>>("messages");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, std::vector<Message> messages, const QByteArray &expected) {
        QTest::newRow(name) << std::move(messages) << expected;
    };
    const QByteArray user = R"({"role":"user","content":[{"text":"q"}]})";
    const auto userTurn = [](const QByteArray &content) {
        return QByteArray("{\"role\":\"user\",\"content\":[" + content + "]}");
    };
    const auto answer = [](const QByteArray &content) {
        return QByteArray("{\"role\":\"assistant\",\"content\":[" + content + "]}");
    };
    const auto toolResult = [](const QByteArray &id, const QByteArray &text, const QByteArray &more = {}) {
        return QByteArray(R"({"toolResult":{"toolUseId":")" + id + R"(","content":[{"text":")" + text + "\"}]"
            + more + "}}");
    };
    const Message q = says(Role::User, "q");
    row("one message", {q}, "[" + user + "]");
    row("same roles are merged",
        {q, says(Role::User, "r"), says(Role::Assistant, "a"), says(Role::Assistant, "b")},
        "[" + userTurn(R"({"text":"q"},{"text":"r"})") + "," + answer(R"({"text":"a"},{"text":"b"})") + "]");
    row("blank texts go, and turns that become empty",
        {q, says(Role::Assistant, " \n\t"), says(Role::User, ""), says(Role::User, "r")},
        "[" + userTurn(R"({"text":"q"},{"text":"r"})") + "]");
    row("the user is first", {says(Role::Assistant, "a"), q},
        "[" + userTurn(R"({"text":"Continue."})") + "," + answer(R"({"text":"a"})") + "," + user + "]");
    row("a beginning of the answer does not end with white space", {q, says(Role::Assistant, "It is \n")},
        "[" + user + "," + answer(R"({"text":"It is"})") + "]");
    row("refusals are text", {q, message(Role::Assistant, {RefusalPart {"No."}}), says(Role::User, "r")},
        "[" + user + "," + answer(R"({"text":"No."})") + "," + userTurn(R"({"text":"r"})") + "]");
    row("results of one turn stand in one message before the words",
        {q, calls({"a", "b"}), says(Role::User, "r"), result("b", "2"), result("a", "1")},
        "[" + user + ","
            + answer(callA + QByteArray(R"(,{"toolUse":{"toolUseId":"b","name":"f","input":{}}})")) + ","
            + userTurn(toolResult("b", "2") + "," + toolResult("a", "1") + R"(,{"text":"r"})") + "]");
    row("a call without a result gets an error", {q, calls({"a"}), says(Role::User, "r")},
        "[" + user + "," + answer(callA) + ","
            + userTurn(
                toolResult("a", "The tool gave no result.", ",\"status\":\"error\"") + R"(,{"text":"r"})")
            + "]");
    row("a call at the end too", {q, calls({"a"})},
        "[" + user + "," + answer(callA) + ","
            + userTurn(toolResult("a", "The tool gave no result.", ",\"status\":\"error\"")) + "]");
    row("a result without a call is text", {q, result("x", "1")},
        "[" + userTurn(R"({"text":"q"},{"text":"Result of the tool call x:\n1"})") + "]");
    row("a second result of a call is text", {q, calls({"a"}), result("a", "1"), result("a", "2")},
        "[" + user + "," + answer(callA) + ","
            + userTurn(toolResult("a", "1") + R"(,{"text":"Result of the tool call a:\n2"})") + "]");
    row("an empty result says so", {q, calls({"a"}), result("a", " ")},
        "[" + user + "," + answer(callA) + "," + userTurn(toolResult("a", "(no output)")) + "]");
    row("ids that repeat in the next turn stay",
        {q, calls({"a"}), result("a", "1"), calls({"a"}), result("a", "2")},
        "[" + user + "," + answer(callA) + "," + userTurn(toolResult("a", "1")) + "," + answer(callA) + ","
            + userTurn(toolResult("a", "2")) + "]");
}

void BedrockConversationTest::shapesMessages()
{
    QFETCH(const std::vector<Message>, messages);
    QFETCH(const QByteArray, expected);
    QCOMPARE(messagesOf(conversation(messages)), expected);
}

void BedrockConversationTest::liftsSystemTexts()
{
    const Json tree = body(conversation({says(Role::System, "s"), says(Role::User, "q"),
        says(Role::Developer, "d"), says(Role::System, " "), says(Role::User, "r")}));
    QCOMPARE(at(tree, "/system"), QByteArray(R"([{"text":"s"},{"text":"d"}])"));
    QCOMPARE(at(tree, "/messages"), QByteArray(R"([{"role":"user","content":[{"text":"q"},{"text":"r"}]}])"));
    // Instructions alone are a question.
    const Json alone = body(conversation({says(Role::System, "s")}));
    QCOMPARE(at(alone, "/messages"), QByteArray(R"([{"role":"user","content":[{"text":"s"}]}])"));
    QVERIFY(!alone.contains("system"));
    QVERIFY(!alone.contains("model") && !alone.contains("modelId"));
}

void BedrockConversationTest::refusesAnEmptyConversation()
{
    QCOMPARE(refusedParam(conversation({})), QByteArray("messages"));
    QCOMPARE(refusedParam(conversation({says(Role::User, "  ")})), QByteArray("messages"));
}

void BedrockConversationTest::mapsIds_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("as OpenAI makes them") << QByteArray("call_abc-123") << true;
    QTest::newRow("64 letters") << QByteArray(64, 'x') << true;
    QTest::newRow("65 letters") << QByteArray(65, 'x') << false;
    QTest::newRow("dots and colons") << QByteArray("functions.f:0") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("other letters") << QByteArray("\xC3\xA9\xC3\xA9") << false;
}

void BedrockConversationTest::mapsIds()
{
    QFETCH(const QByteArray, id);
    QFETCH(const bool, isKept);
    const std::string given = id.toStdString();
    const std::string usable = bedrock::usableCallId(given);
    QCOMPARE(usable == given, isKept);
    QVERIFY(!usable.empty() && usable.size() <= 64);
    QVERIFY(usable.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
        == std::string::npos);
    QCOMPARE(bedrock::usableCallId(given), usable);
    QVERIFY(isKept || bedrock::usableCallId(given + '.') != usable);
}

void BedrockConversationTest::mapsAnIdAlikeInCallAndResult()
{
    const Json tree = body(conversation({says(Role::User, "q"), calls({"f:0", "f.0", "f:0"}),
        result("f:0", "1"), result("f.0", "2"), result("f:0", "3")}));
    std::vector<std::string> ids;
    for (int index = 0; index < 3; ++index) {
        const std::string place = std::to_string(index);
        const QByteArray used = at(tree, ("/messages/1/content/" + place + "/toolUse/toolUseId").c_str());
        QCOMPARE(at(tree, ("/messages/2/content/" + place + "/toolResult/toolUseId").c_str()), used);
        ids.push_back(used.toStdString());
    }
    QVERIFY(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2]);
}

void BedrockConversationTest::writesArguments_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("order and numbers stay")
        << QByteArray(R"({"z":1,"a":[1.5,9007199254740993],"m":{"t":"\u00e9"}})")
        << QByteArray("{\"z\":1,\"a\":[1.5,9007199254740993],\"m\":{\"t\":\"\xC3\xA9\"}}");
    QTest::newRow("none") << QByteArray() << QByteArray("{}");
    QTest::newRow("cut by the limit of tokens")
        << QByteArray(R"({"city":"Os)") << QByteArray(R"({"arguments":"{\"city\":\"Os"})");
    QTest::newRow("no object") << QByteArray("[1]") << QByteArray(R"({"arguments":"[1]"})");
}

void BedrockConversationTest::writesArguments()
{
    QFETCH(const QByteArray, arguments);
    QFETCH(const QByteArray, input);
    const ChatRequest request
        = conversation({says(Role::User, "q"), call("a", "f", arguments.toStdString()), result("a", "1")});
    QCOMPARE(at(request, "/messages/1/content/0/toolUse/input"), input);
}

void BedrockConversationTest::offersCalledToolsWithoutTools()
{
    ChatRequest request = conversation({says(Role::User, "q"), call("a", "f"), result("a", "1"),
        call("b", "g"), result("b", "2"), call("c", "f"), result("c", "3")});
    const QByteArray expected
        = R"({"tools":[{"toolSpec":{"name":"f","inputSchema":{"json":{"type":"object","properties":{}}}}},)"
          R"({"toolSpec":{"name":"g","inputSchema":{"json":{"type":"object","properties":{}}}}}]})";
    QCOMPARE(at(request, "/toolConfig"), expected);
}

void BedrockConversationTest::survivesDeepArguments()
{
    const std::string deep
        = std::string("{\"a\":") + std::string(200'000, '[') + std::string(200'000, ']') + "}";
    const ChatRequest request = conversation({says(Role::User, "q"), call("a", "f", deep), result("a", "1")});
    QVERIFY(body(request).contains("messages"));
}

void BedrockConversationTest::isQuick()
{
    std::vector<Message> messages;
    const std::string text(2000, 'x');
    for (int turn = 0; turn < 250; ++turn) {
        const std::string id = "call_" + std::to_string(turn);
        messages.push_back(call(id, "tool" + std::to_string(turn % 20), "{\"path\":\"" + text + "\"}"));
        messages.push_back(result(id, text));
    }
    QElapsedTimer timer;
    timer.start();
    const auto written = bedrock::writeRequest(conversation(std::move(messages)));
    QVERIFY(written && written->body.size() > 1'000'000);
    QVERIFY2(timer.elapsed() < 500, "so slow that something grows with the square of the conversation");
}

QTEST_APPLESS_MAIN(BedrockConversationTest)
#include "tst_bedrockconversation.moc"

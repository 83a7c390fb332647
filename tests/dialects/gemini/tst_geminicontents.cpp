// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geminitest.h"

using namespace nexus;
using namespace nexus::gemini;

class GeminiContentsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesConversations_data();
    void writesConversations();
    void writesToolResults_data();
    void writesToolResults();
    void writesMedia_data();
    void writesMedia();
    void refusesWhatCannotBeSaid_data();
    void refusesWhatCannotBeSaid();
    void keepsTextOutOfTheContentOfResults();
    void putsResultsInTheOrderOfTheirCalls();
    void nestsImagesOfResultsFromGemini3();
    void sendsDeepArgumentsAsText();
    void saysNothingNull();
    void isFastEnoughForLongConversations();
};

namespace {

using Messages = std::vector<Message>;

Message withRole(Role role, const char *what)
{
    return {.role = role, .parts = {text(what)}};
}

// A conversation in which a tool answered with result.
Messages afterCall(ToolResultPart result)
{
    return {user({text("q")}), assistant({call("c1", "look")}), user({std::move(result)})};
}

} // namespace

Q_DECLARE_METATYPE(std::vector<nexus::Message>)
Q_DECLARE_METATYPE(nexus::MediaPart)

void GeminiContentsTest::writesConversations_data()
{
    QTest::addColumn<Messages>("messages");
    QTest::addColumn<QByteArray>("system");
    QTest::addColumn<QByteArray>("contents");
    const QByteArray hi = R"({"role":"user","parts":[{"text":"hi"}]})";
    QTest::newRow("one text") << Messages {user({text("hi")})} << QByteArray() << '[' + hi + ']';
    QTest::newRow("system and developer, wherever they stand")
        << Messages {withRole(Role::System, "a"), user({text("hi")}), withRole(Role::Developer, "b")}
        << QByteArray(R"({"parts":[{"text":"a"},{"text":"b"}]})") << '[' + hi + ']';
    QTest::newRow("system alone is what the user says")
        << Messages {withRole(Role::System, "hi")} << QByteArray() << '[' + hi + ']';
    QTest::newRow("adjacent messages of one role")
        << Messages {user({text("a")}), user({text("b")}), assistant({text("c")}), assistant({text("d")}),
               user({text("e")})}
        << QByteArray()
        << QByteArray(R"([{"role":"user","parts":[{"text":"a"},{"text":"b"}]},)"
                      R"({"role":"model","parts":[{"text":"c"},{"text":"d"}]},)"
                      R"({"role":"user","parts":[{"text":"e"}]}])");
    QTest::newRow("a system message does not part them")
        << Messages {user({text("a")}), withRole(Role::System, "s"), user({text("b")})}
        << QByteArray(R"({"parts":[{"text":"s"}]})")
        << QByteArray(R"([{"role":"user","parts":[{"text":"a"},{"text":"b"}]}])");
    QTest::newRow("empty texts and messages vanish")
        << Messages {user({text(""), text("a")}), assistant({text("")}), assistant({}), user({text("b")})}
        << QByteArray() << QByteArray(R"([{"role":"user","parts":[{"text":"a"},{"text":"b"}]}])");
    QTest::newRow("a conversation that the model opens")
        << Messages {assistant({text("welcome")}), user({text("hi")})} << QByteArray()
        << QByteArray(R"([{"role":"user","parts":[{"text":" "}]},)"
                      R"({"role":"model","parts":[{"text":"welcome"}]},)")
            + hi + ']';
    QTest::newRow("refusal and thoughts")
        << Messages {user({text("hi")}),
               assistant({ReasoningPart {.text = "hmm"}, RefusalPart {.text = "no"}})}
        << QByteArray() << '[' + hi + R"(,{"role":"model","parts":[{"text":"no"}]}])";
    QTest::newRow("calls") << Messages {user({text("hi")}),
        assistant({text("ok"), call("c1", "f", R"({"b": 5, "a": 1.0})"), call("c2", "g", "")})}
                           << QByteArray()
                           << '[' + hi
            + R"(,{"role":"model","parts":[{"text":"ok"},)"
              R"({"functionCall":{"name":"f","id":"c1","args":{"b":5,"a":1.0}}},)"
              R"({"functionCall":{"name":"g","id":"c2","args":{}}}]}])";
    QTest::newRow("arguments that are no object")
        << Messages {user({text("hi")}), assistant({call("c1", "f", "{\"a\":")})} << QByteArray()
        << '[' + hi
            + R"(,{"role":"model","parts":[{"functionCall":{"name":"f","id":"c1",)"
              R"("args":{"arguments":"{\"a\":"}}}]}])";
}

void GeminiContentsTest::writesConversations()
{
    QFETCH(const Messages, messages);
    QFETCH(const QByteArray, system);
    QFETCH(const QByteArray, contents);
    const Json body = written(request(messages));
    QCOMPARE(at(body, "/systemInstruction"), system);
    QCOMPARE(at(body, "/contents"), contents);
}

void GeminiContentsTest::writesToolResults_data()
{
    QTest::addColumn<Messages>("messages");
    QTest::addColumn<QByteArray>("answer");
    const auto response = [](const char *json) {
        return QByteArray(R"([{"functionResponse":{"name":"look","id":"c1","response":)") + json + "}}]";
    };
    QTest::newRow("a text") << afterCall(result("c1", "sunny")) << response(R"({"result":"sunny"})");
    QTest::newRow("an object as it is")
        << afterCall(result("c1", R"({"b":5,"a":[1]})")) << response(R"({"b":5,"a":[1]})");
    QTest::newRow("a list") << afterCall(result("c1", "[1,2]")) << response(R"({"result":"[1,2]"})");
    QTest::newRow("nothing") << afterCall({.id = "c1"}) << response(R"({"result":""})");
    QTest::newRow("several texts") << afterCall({.id = "c1", .content = {text("a"), text("b")}})
                                   << response(R"({"result":"a\nb"})");
    QTest::newRow("a failure") << afterCall({.id = "c1", .content = {text("gone")}, .isError = true})
                               << response(R"({"error":"gone"})");
    QTest::newRow("a failure with details")
        << afterCall({.id = "c1", .content = {text(R"({"code":404})")}, .isError = true})
        << response(R"({"error":{"code":404}})");
    QTest::newRow("a $ref is refused inside a response")
        << afterCall(result("c1", R"({"a":[{"$ref":"#/x"}]})"))
        << response(R"({"result":"{\"a\":[{\"$ref\":\"#/x\"}]}"})");
    QTest::newRow("the name given with it does not matter")
        << afterCall({.id = "c1", .name = "other", .content = {text("x")}}) << response(R"({"result":"x"})");
    QTest::newRow("without its call it is a text")
        << afterCall(result("c9", "lost")) << QByteArray(R"([{"text":"lost"}])");
    QTest::newRow("a second answer to one call is a text") << Messages {user({text("q")}),
        assistant({call("c1", "look")}), user({result("c1", "old")}), assistant({text("so")}),
        user({result("c1", "again")})} << QByteArray(R"([{"text":"again"}])");
}

void GeminiContentsTest::writesToolResults()
{
    QFETCH(const Messages, messages);
    QFETCH(const QByteArray, answer);
    const Json body = written(request(messages));
    QVERIFY(body["contents"].is_array());
    QVERIFY(body["contents"].back()["role"] == "user");
    QCOMPARE(toText(body["contents"].back()["parts"]), answer);
}

void GeminiContentsTest::writesMedia_data()
{
    QTest::addColumn<MediaPart>("media");
    QTest::addColumn<QByteArray>("part");
    using Kind = MediaPart::Kind;
    QTest::newRow("image by value") << MediaPart {.mediaType = "image/png", .data = "AAAA"}
                                    << QByteArray(R"({"inlineData":{"mimeType":"image/png","data":"AAAA"}})");
    QTest::newRow("audio") << MediaPart {.kind = Kind::Audio, .mediaType = "audio/wav", .data = "UklG"}
                           << QByteArray(R"({"inlineData":{"mimeType":"audio/wav","data":"UklG"}})");
    QTest::newRow("pdf") << MediaPart {.kind = Kind::Document, .mediaType = "application/pdf", .data = "JVBE"}
                         << QByteArray(R"({"inlineData":{"mimeType":"application/pdf","data":"JVBE"}})");
    QTest::newRow("text document") << MediaPart {.kind = Kind::Document,
        .mediaType = "text/plain",
        .data = "words",
        .name = "a.txt"} << QByteArray(R"({"text":"a.txt\n\nwords"})");
    const auto url = [](const char *name, const char *address, const char *type, Kind kind = Kind::Image) {
        QTest::newRow(name) << MediaPart {.kind = kind, .url = address}
                            << QByteArray(R"({"fileData":{"mimeType":")") + type + R"(","fileUri":")"
                + address + "\"}}";
    };
    url("address", "https://x.org/a.PNG", "image/png");
    url("address with a query", "https://x.org/a.webp?b=c.jpg#d.gif", "image/webp");
    url("address without an extension", "https://x.org/v1.2/image", "image/jpeg");
    url("document without an extension", "https://x.org/doc", "application/pdf", Kind::Document);
    QTest::newRow("address with its type")
        << MediaPart {.mediaType = "image/heic", .url = "https://x.org/a.png"}
        << QByteArray(R"({"fileData":{"mimeType":"image/heic","fileUri":"https://x.org/a.png"}})");
}

void GeminiContentsTest::writesMedia()
{
    QFETCH(const MediaPart, media);
    QFETCH(const QByteArray, part);
    QCOMPARE(at(written(request({user({media})})), "/contents/0/parts/0"), part);
}

void GeminiContentsTest::refusesWhatCannotBeSaid_data()
{
    QTest::addColumn<Messages>("messages");
    QTest::addColumn<QByteArray>("param");
    QTest::addColumn<QString>("part");
    const MediaPart image {.mediaType = "image/png", .data = "AAAA"};
    QTest::newRow("nothing") << Messages {} << QByteArray("messages") << QStringLiteral("/messages must");
    QTest::newRow("empty texts only")
        << Messages {user({text("")})} << QByteArray("messages") << QStringLiteral("/messages must");
    QTest::newRow("an address it cannot fetch")
        << Messages {user({text("a")}), user({MediaPart {.url = "ftp://x.org/a.png"}})}
        << QByteArray("messages[1].content") << QStringLiteral("/messages/1/content holds an address");
    QTest::newRow("data of no type") << Messages {user({MediaPart {.data = "AAAA"}})}
                                     << QByteArray("messages[0].content") << QStringLiteral("media type");
    QTest::newRow("an image for the system")
        << Messages {{.role = Role::System, .parts = {image}}, user({text("a")})}
        << QByteArray("messages[0].content") << QStringLiteral("must be text");
    QTest::newRow("in a result") << afterCall({.id = "c1", .content = {MediaPart {.url = "file:///a"}}})
                                 << QByteArray("messages[2].content") << QStringLiteral("https://");
}

void GeminiContentsTest::refusesWhatCannotBeSaid()
{
    QFETCH(const Messages, messages);
    QFETCH(const QByteArray, param);
    QFETCH(const QString, part);
    const auto out = writeRequest(request(messages));
    QVERIFY(!out);
    QCOMPARE(out.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(out.error().param, param);
    QVERIFY2(out.error().message.contains(part), qPrintable(out.error().message));
}

// Gemini 3.6 and later answer "Requests ending with a model turn are not supported" to text behind a result.
void GeminiContentsTest::keepsTextOutOfTheContentOfResults()
{
    const Json body = written(request({user({text("q")}), assistant({call("c1", "look")}),
        user({result("c1", "sunny"), text("and now?")}), user({text("quick")})}));
    QCOMPARE(body["contents"].size(), std::size_t(4));
    QCOMPARE(at(body, "/contents/2/parts"),
        QByteArray(R"([{"functionResponse":{"name":"look","id":"c1","response":{"result":"sunny"}}}])"));
    QCOMPARE(at(body, "/contents/3"),
        QByteArray(R"({"role":"user","parts":[{"text":"and now?"},{"text":"quick"}]})"));
}

void GeminiContentsTest::putsResultsInTheOrderOfTheirCalls()
{
    const Json body
        = written(request({user({text("q")}), assistant({call("a", "f"), call("b", "f"), call("c", "g")}),
            user({result("c", "3")}), user({result("b", "2")}), user({result("a", "1")})}));
    QCOMPARE(body["contents"].size(), std::size_t(3));
    const Json &parts = body["contents"][2]["parts"];
    QCOMPARE(parts.size(), std::size_t(3));
    QVERIFY(parts[0]["functionResponse"]["id"] == "a");
    QVERIFY(parts[1]["functionResponse"]["response"]["result"] == "2");
    QVERIFY(parts[2]["functionResponse"]["name"] == "g");
}

void GeminiContentsTest::nestsImagesOfResultsFromGemini3()
{
    const ToolResultPart seen {
        .id = "c1", .content = {text("see"), MediaPart {.mediaType = "image/png", .data = "AAAA"}}};
    const QByteArray image = R"([{"inlineData":{"mimeType":"image/png","data":"AAAA"}}])";
    const Json third = written(request(afterCall(seen), "gemini-3-flash-preview"));
    QCOMPARE(third["contents"].size(), std::size_t(3));
    QCOMPARE(at(third, "/contents/2/parts/0/functionResponse/parts"), image);
    const Json second = written(request(afterCall(seen), "gemini-2.5-pro"));
    QCOMPARE(second["contents"].size(), std::size_t(4));
    QVERIFY(!second["contents"][2]["parts"][0]["functionResponse"].contains("parts"));
    QCOMPARE(at(second, "/contents/3/parts"), image);
}

void GeminiContentsTest::sendsDeepArgumentsAsText()
{
    for (const int depth : {70, 600, 200'000}) {
        const QByteArray deep = R"({"a":)" + QByteArray(depth, '[') + QByteArray(depth, ']') + '}';
        const Json body
            = written(request({user({text("q")}), assistant({call("c1", "f", deep.constData())})}));
        const Json &arguments = body["contents"][1]["parts"][0]["functionCall"]["args"];
        QVERIFY(arguments["arguments"] == deep.toStdString());
    }
}

void GeminiContentsTest::saysNothingNull()
{
    ChatRequest everything = request({{.role = Role::System, .parts = {text("s")}}, user({text("q")}),
        assistant({ReasoningPart {.text = "t", .signature = "U0lH"}, call("c1", "f")}),
        user({result("c1", "r")})});
    everything.tools = {{.name = "f"}, {.name = "g", .parameters = parsed(R"({"type":null})")}};
    everything.toolChoice.kind = ToolChoice::Kind::Auto;
    everything.reasoning.effort = "low";
    const auto out = writeRequest(everything);
    QVERIFY(out);
    QVERIFY2(!out->body.contains("null"), out->body.constData());
}

void GeminiContentsTest::isFastEnoughForLongConversations()
{
    Messages messages;
    const std::string paragraph(1500, 'x');
    for (int turn = 0; turn < 200; ++turn) {
        messages.push_back(user({TextPart {.text = paragraph}}));
        messages.push_back(assistant({call("c1", "look", R"({"path":"/a/b","lines":[1,2,3]})")}));
        messages.push_back(
            user({ToolResultPart {.id = "c1", .content = {TextPart {.text = paragraph + paragraph}}}}));
        messages.push_back(assistant({TextPart {.text = paragraph}}));
    }
    QBENCHMARK
    {
        const auto out = writeRequest(request(messages));
        QVERIFY(out && out->body.size() > 1'000'000);
    }
}

QTEST_APPLESS_MAIN(GeminiContentsTest)
#include "tst_geminicontents.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests.h"

#include <QTest>

using namespace nexus;
using namespace nexus::requests;

class BedrockContentTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesImages_data();
    void writesImages();
    void writesDocuments_data();
    void writesDocuments();
    void givesEveryDocumentItsOwnName();
    void refusesMedia_data();
    void refusesMedia();
    void writesToolResults();
    void replaysThoughts_data();
    void replaysThoughts();
    void dropsTurnsOfMereThoughts();
    void marksTheCache();
    void marksNoCacheWhereThereIsNone();
};

namespace {

Message user(std::vector<MessagePart> parts)
{
    return message(Role::User, std::move(parts));
}

MediaPart document(std::string type, std::string data, std::string name = {})
{
    return {.kind = MediaPart::Kind::Document,
        .mediaType = std::move(type),
        .data = std::move(data),
        .name = std::move(name)};
}

} // namespace

Q_DECLARE_METATYPE(nexus::MediaPart)
Q_DECLARE_METATYPE(nexus::ReasoningPart)

void BedrockContentTest::writesImages_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("png") << QByteArray("image/png") << QByteArray("QUJD") << QByteArray("png");
    QTest::newRow("jpeg") << QByteArray("image/jpeg") << QByteArray("QUJD") << QByteArray("jpeg");
    QTest::newRow("jpg") << QByteArray("image/jpg") << QByteArray("QUJD") << QByteArray("jpeg");
    QTest::newRow("gif") << QByteArray("image/gif") << QByteArray("QUJD") << QByteArray("gif");
    QTest::newRow("webp") << QByteArray("image/webp") << QByteArray("QUJD") << QByteArray("webp");
    QTest::newRow("type unsaid, png") << QByteArray() << QByteArray("iVBORw0KGgoAAAA") << QByteArray("png");
    QTest::newRow("type unsaid, jpeg") << QByteArray() << QByteArray("/9j/4AAQ") << QByteArray("jpeg");
}

void BedrockContentTest::writesImages()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, data);
    QFETCH(const QByteArray, format);
    const ChatRequest request = conversation({user({TextPart {"What is it?"},
        MediaPart {.mediaType = type.toStdString(), .data = data.toStdString()}})});
    QCOMPARE(at(request, "/messages/0/content"),
        "[{\"text\":\"What is it?\"},{\"image\":{\"format\":\"" + format + "\",\"source\":{\"bytes\":\""
            + data + "\"}}}]");
}

void BedrockContentTest::writesDocuments_data()
{
    QTest::addColumn<MediaPart>("media");
    QTest::addColumn<QByteArray>("block");
    const auto row = [](const char *test, MediaPart media, const QByteArray &format, const QByteArray &name,
                         const QByteArray &bytes) {
        QTest::newRow(test) << std::move(media)
                            << "{\"document\":{\"format\":\"" + format + "\",\"name\":\"" + name
                + "\",\"source\":{\"bytes\":\"" + bytes + "\"}}}";
    };
    row("pdf", document("application/pdf", "JVBERi0=", "report.pdf"), "pdf", "report", "JVBERi0=");
    row("text goes as base64", document("text/plain", "A B", "a_b.v2.txt"), "txt", "a-b-v2", "QSBC");
    row("other texts are plain", document("text/x-log", "A B", "x"), "txt", "x", "QSBC");
    row("markdown", document("text/markdown", "# A", "notes.md"), "md", "notes", "IyBB");
    row("docx", document("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "UEs="),
        "docx", "document", "UEs=");
    row("only the letters allowed, spaces once",
        document("application/pdf", "QQ==", "a  b\tc/d..\xC3\xA9 (1) [x].pdf"), "pdf", "a b-c-d- (1) [x]",
        "QQ==");
}

void BedrockContentTest::writesDocuments()
{
    QFETCH(const MediaPart, media);
    QFETCH(const QByteArray, block);
    // A document needs words beside it, and gets them where the client gave none.
    QCOMPARE(at(conversation({user({media})}), "/messages/0/content"),
        "[" + block + ",{\"text\":\"See the document.\"}]");
    QCOMPARE(at(conversation({user({media, TextPart {"t"}})}), "/messages/0/content"),
        "[" + block + ",{\"text\":\"t\"}]");
}

void BedrockContentTest::givesEveryDocumentItsOwnName()
{
    const Json tree = body(conversation({user({document("application/pdf", "QQ==", "a.pdf"), TextPart {"t"}}),
        says(Role::Assistant, "b"), user({document("application/pdf", "QQ==", "a.pdf"), TextPart {"t"}})}));
    QCOMPARE(at(tree, "/messages/0/content/0/document/name"), QByteArray("\"a\""));
    QCOMPARE(at(tree, "/messages/2/content/0/document/name"), QByteArray("\"a (2)\""));
}

void BedrockContentTest::refusesMedia_data()
{
    QTest::addColumn<MediaPart>("media");
    using Kind = MediaPart::Kind;
    QTest::newRow("image by address") << MediaPart {.url = "https://example.org/a.png"};
    QTest::newRow("document by address") << MediaPart {
        .kind = Kind::Document, .mediaType = "application/pdf", .url = "https://example.org/a.pdf"};
    QTest::newRow("audio") << MediaPart {.kind = Kind::Audio, .mediaType = "audio/wav", .data = "QQ=="};
    QTest::newRow("image of another format") << MediaPart {.mediaType = "image/tiff", .data = "QQ=="};
    QTest::newRow("image nobody knows") << MediaPart {.data = "QQ=="};
    QTest::newRow("document of another format") << document("application/zip", "QQ==");
}

void BedrockContentTest::refusesMedia()
{
    QFETCH(const MediaPart, media);
    QCOMPARE(refusedParam(conversation({says(Role::System, "s"), user({TextPart {"t"}, media})})),
        QByteArray("messages[1].content[1]"));
    QCOMPARE(
        refusedParam(conversation({user({ToolResultPart {.id = "a", .content = {TextPart {"t"}, media}}})})),
        QByteArray("messages[0].content[0]"));
    const auto written = bedrock::writeRequest(conversation({user({media})}));
    QVERIFY(!written);
    QVERIFY(written.error().message.startsWith(
        QStringLiteral("/messages/0/content/0 cannot be passed on to this provider: ")));
}

void BedrockContentTest::writesToolResults()
{
    const ToolResultPart failed {.id = "a",
        .content = {TextPart {"t"}, MediaPart {.mediaType = "image/png", .data = "QUJD"}},
        .isError = true};
    const auto request = [&failed](const char *model) {
        return conversation({says(Role::User, "q"), call("a", "f"), user({failed})}, model);
    };
    const QByteArray content = R"({"text":"t"},{"image":{"format":"png","source":{"bytes":"QUJD"}}}])";
    QCOMPARE(at(request(claude), "/messages/2/content/0/toolResult"),
        QByteArray(R"({"toolUseId":"a","content":[)" + content + R"(,"status":"error"})"));
    // Other families do not know the status.
    QCOMPARE(at(request(llama), "/messages/2/content/0/toolResult"),
        QByteArray(R"({"toolUseId":"a","content":[{"text":"The tool failed."},)" + content + "}"));
}

void BedrockContentTest::replaysThoughts_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<ReasoningPart>("reasoning");
    QTest::addColumn<QByteArray>("block");
    const ReasoningPart thoughtSigned {.text = "t", .signature = "s=="};
    const ReasoningPart unsignedThought {.text = "t"};
    const ReasoningPart redacted {.redacted = "Zm9v"};
    const QByteArray signedBlock
        = R"({"reasoningContent":{"reasoningText":{"text":"t","signature":"s=="}}},)";
    const QByteArray redactedBlock = R"({"reasoningContent":{"redactedContent":"Zm9v"}},)";
    const QByteArray gpt = "openai.gpt-5.6-sol";
    QTest::newRow("claude, signed") << QByteArray(claude) << thoughtSigned << signedBlock;
    QTest::newRow("claude, without text")
        << QByteArray(claude) << ReasoningPart {.signature = "s=="}
        << QByteArray(R"({"reasoningContent":{"reasoningText":{"text":"","signature":"s=="}}},)");
    QTest::newRow("claude, unsigned") << QByteArray(claude) << unsignedThought << QByteArray();
    QTest::newRow("claude, encrypted") << QByteArray(claude) << redacted << redactedBlock;
    QTest::newRow("gpt, encrypted") << gpt << redacted << redactedBlock;
    QTest::newRow("gpt, unsigned") << gpt << unsignedThought << QByteArray();
    QTest::newRow("nova") << QByteArray("amazon.nova-2-lite-v1:0") << thoughtSigned << QByteArray();
    QTest::newRow("deepseek") << QByteArray("deepseek.r1-v1:0") << unsignedThought << QByteArray();
}

void BedrockContentTest::replaysThoughts()
{
    QFETCH(const QByteArray, model);
    QFETCH(const ReasoningPart, reasoning);
    QFETCH(const QByteArray, block);
    const ChatRequest request = conversation(
        {says(Role::User, "q"), message(Role::Assistant, {reasoning, TextPart {"a"}}), says(Role::User, "r")},
        model.toStdString());
    QCOMPARE(at(request, "/messages/1/content"), "[" + block + "{\"text\":\"a\"}]");
}

void BedrockContentTest::dropsTurnsOfMereThoughts()
{
    const ChatRequest request = conversation({says(Role::User, "q"),
        message(Role::Assistant, {ReasoningPart {.text = "t", .signature = "s"}}), says(Role::User, "r")});
    QCOMPARE(messagesOf(request), QByteArray(R"([{"role":"user","content":[{"text":"q"},{"text":"r"}]}])"));
}

void BedrockContentTest::marksTheCache()
{
    ChatRequest request = conversation({message(Role::System, {TextPart {"s", CacheMark::OneHour}}),
        user({TextPart {"q", CacheMark::FiveMinutes}, TextPart {"r"}}), call("a", "f"),
        user({ToolResultPart {.id = "a", .content = {TextPart {"1", CacheMark::FiveMinutes}}}})});
    request.tools = {{.name = "f", .cache = CacheMark::FiveMinutes}};
    const Json tree = body(request);
    QCOMPARE(
        at(tree, "/system"), QByteArray(R"([{"text":"s"},{"cachePoint":{"type":"default","ttl":"1h"}}])"));
    QCOMPARE(at(tree, "/messages/0/content"),
        QByteArray(R"([{"text":"q"},{"cachePoint":{"type":"default"}},{"text":"r"}])"));
    QCOMPARE(at(tree, "/messages/2/content/1"), QByteArray(R"({"cachePoint":{"type":"default"}})"));
    QCOMPARE(at(tree, "/toolConfig/tools/1"), QByteArray(R"({"cachePoint":{"type":"default"}})"));
    QCOMPARE(droppedOf(request), QByteArray());
    // Nova caches no tools, and nothing for an hour.
    request.model = nova;
    const Json novaTree = body(request);
    QCOMPARE(at(novaTree, "/system/1"), QByteArray(R"({"cachePoint":{"type":"default"}})"));
    QVERIFY(!at(novaTree, "/toolConfig").contains("cachePoint"));
    QCOMPARE(droppedOf(request), QByteArray("cache_control"));
}

void BedrockContentTest::marksNoCacheWhereThereIsNone()
{
    ChatRequest request = conversation(
        {message(Role::System, {TextPart {"s", CacheMark::FiveMinutes}}), says(Role::User, "q")}, llama);
    QVERIFY(!toText(body(request)).contains("cachePoint"));
    QCOMPARE(droppedOf(request), QByteArray("cache_control"));
}

QTEST_APPLESS_MAIN(BedrockContentTest)
#include "tst_bedrockcontent.moc"

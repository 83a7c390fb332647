// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/openai.h"

#include <QTest>

using namespace nexus;

class OpenAiWriterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesMessages_data();
    void writesMessages();
    void writesAConversationWithTools();
    void joinsResultsOfSeveralMessages();
    void showsPicturesOfResultsBehindThem();
    void saysAnOrphanAsText();
    void handsReasoningBackWhereItIsNeeded_data();
    void handsReasoningBackWhereItIsNeeded();
    void writesOptions();
    void writesTools();
    void namesTheLimitForTheModel_data();
    void namesTheLimitForTheModel();
    void writesReasoning_data();
    void writesReasoning();
    void handsSignaturesOfCallsBack();
    void refusesWhatItCannotSay_data();
    void refusesWhatItCannotSay();
    void readsWhatItWrote();
};

namespace {

Json written(ChatRequest request)
{
    const auto out = openai::writeRequest(std::move(request));
    return out ? parseJson(out->body).value_or(Json()) : Json();
}

ChatRequest requestOf(std::vector<Message> messages, std::string model = "llama")
{
    ChatRequest request;
    request.model = std::move(model);
    request.messages = std::move(messages);
    return request;
}

QByteArray messagesOf(std::vector<Message> messages, std::string model = "llama")
{
    Json body = written(requestOf(std::move(messages), std::move(model)));
    return body.is_object() ? toText(body["messages"]) : QByteArray();
}

const Message calling {.role = Role::Assistant,
    .parts = {ToolCallPart {.id = "c1", .name = "f", .arguments = "{}"},
        ToolCallPart {.id = "c2", .name = "g", .arguments = "{}"}}};

const QByteArray calls = R"({"role":"assistant","content":null,"tool_calls":[)"
                         R"({"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}},)"
                         R"({"id":"c2","type":"function","function":{"name":"g","arguments":"{}"}}]})";

ToolResultPart resultOf(const char *id, std::string text)
{
    return {.id = id, .content = {TextPart {.text = std::move(text)}}};
}

} // namespace

Q_DECLARE_METATYPE(nexus::Message)

void OpenAiWriterTest::writesMessages_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, Message message, const char *json) {
        QTest::newRow(name) << std::move(message) << QByteArray(json);
    };
    row("system", {.role = Role::System, .parts = {TextPart {.text = "a"}, TextPart {.text = "b"}}},
        R"({"role":"system","content":"a\n\nb"})");
    row("developer", {.role = Role::Developer, .parts = {TextPart {.text = "a"}}},
        R"({"role":"system","content":"a"})");
    row("user", {.role = Role::User, .name = "Ann", .parts = {TextPart {.text = "a"}}},
        R"({"role":"user","name":"Ann","content":"a"})");
    row("nothing", {.role = Role::User}, R"({"role":"user","content":""})");
    row("image",
        {.role = Role::User,
            .parts = {TextPart {.text = "a"},
                MediaPart {.kind = MediaPart::Kind::Image,
                    .mediaType = "image/png",
                    .data = "iVBO",
                    .detail = "low"},
                MediaPart {.kind = MediaPart::Kind::Image, .url = "https://e.org/a"}}},
        R"({"role":"user","content":[{"type":"text","text":"a"},)"
        R"({"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO","detail":"low"}},)"
        R"({"type":"image_url","image_url":{"url":"https://e.org/a"}}]})");
    row("documents",
        {.role = Role::User,
            .parts
            = {MediaPart {.kind = MediaPart::Kind::Document, .mediaType = "application/pdf", .data = "JVBE"},
                MediaPart {
                    .kind = MediaPart::Kind::Document, .mediaType = "text/plain", .data = "t", .name = "n"}}},
        R"({"role":"user","content":[{"type":"file","file":{"filename":"document.pdf",)"
        R"("file_data":"data:application/pdf;base64,JVBE"}},{"type":"text","text":"Document \"n\":\n\nt"}]})");
    row("sound",
        {.role = Role::User,
            .parts = {MediaPart {.kind = MediaPart::Kind::Audio, .mediaType = "audio/mpeg", .data = "SUQz"}}},
        R"({"role":"user","content":[{"type":"input_audio","input_audio":{"data":"SUQz","format":"mp3"}}]})");
    row("assistant",
        {.role = Role::Assistant,
            .parts = {ReasoningPart {.text = "x"}, TextPart {.text = "a"}, TextPart {.text = "b"}}},
        R"({"role":"assistant","content":"ab"})");
    row("refusal", {.role = Role::Assistant, .parts = {RefusalPart {.text = "no"}}},
        R"({"role":"assistant","content":null,"refusal":"no"})");
}

void OpenAiWriterTest::writesMessages()
{
    QFETCH(const Message, message);
    QFETCH(const QByteArray, json);
    QCOMPARE(messagesOf({message}), '[' + json + ']');
}

void OpenAiWriterTest::writesAConversationWithTools()
{
    const Message results {.role = Role::User,
        .parts = {TextPart {.text = "go on"}, resultOf("c2", "two"), resultOf("c1", "one"),
            ToolResultPart {.id = "c3"}}};
    QCOMPARE(messagesOf({calling, results}),
        '[' + calls + R"(,{"role":"tool","tool_call_id":"c2","content":"two"},)"
            + R"({"role":"tool","tool_call_id":"c1","content":"one"},)"
            + R"({"role":"user","content":"go on\n\nResult of the tool call c3:"}])");
    const Message failed {
        .role = Role::User, .parts = {ToolResultPart {.id = "c1", .isError = true}, resultOf("c2", "two")}};
    QVERIFY(messagesOf({calling, failed}).contains(R"("content":"The tool failed.")"));
}

void OpenAiWriterTest::joinsResultsOfSeveralMessages()
{
    const Message first {.role = Role::User, .parts = {resultOf("c1", "one"), TextPart {.text = "hm"}}};
    const Message second {.role = Role::User, .parts = {resultOf("c2", "two")}};
    QCOMPARE(messagesOf({calling, first, second}),
        '[' + calls + R"(,{"role":"tool","tool_call_id":"c1","content":"one"},)"
            + R"({"role":"tool","tool_call_id":"c2","content":"two"},{"role":"user","content":"hm"}])");
}

void OpenAiWriterTest::showsPicturesOfResultsBehindThem()
{
    ToolResultPart shot {.id = "c1", .name = "f"};
    shot.content.emplace_back(
        MediaPart {.kind = MediaPart::Kind::Image, .mediaType = "image/png", .data = "iVBO"});
    const QByteArray json = messagesOf(
        {calling, {.role = Role::User, .parts = {shot, resultOf("c2", "two"), TextPart {.text = "and?"}}}});
    QCOMPARE(json,
        '[' + calls
            + R"(,{"role":"tool","tool_call_id":"c1","content":"The next message of the user shows what this tool returned."},)"
            + R"({"role":"tool","tool_call_id":"c2","content":"two"},)"
            + R"({"role":"user","content":[{"type":"text","text":"From the result of the tool f (call c1):"},)"
            + R"({"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO"}},{"type":"text","text":"and?"}]}])");
}

void OpenAiWriterTest::saysAnOrphanAsText()
{
    QCOMPARE(messagesOf({{.role = Role::User, .parts = {resultOf("c7", "x")}}}),
        QByteArray(R"([{"role":"user","content":"Result of the tool call c7:\n\nx"}])"));
}

void OpenAiWriterTest::handsReasoningBackWhereItIsNeeded_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("isNeeded");
    QTest::newRow("deepseek") << QByteArray("deepseek-reasoner") << true;
    QTest::newRow("kimi") << QByteArray("moonshotai/Kimi-K2-Thinking") << true;
    QTest::newRow("gpt") << QByteArray("gpt-5") << false;
    QTest::newRow("llama") << QByteArray("llama-4") << false;
}

void OpenAiWriterTest::handsReasoningBackWhereItIsNeeded()
{
    QFETCH(const QByteArray, model);
    QFETCH(const bool, isNeeded);
    Message thoughtful = calling;
    thoughtful.parts.insert(thoughtful.parts.begin(), ReasoningPart {.text = "why"});
    const Message plain {
        .role = Role::Assistant, .parts = {ReasoningPart {.text = "why"}, TextPart {.text = "a"}}};
    QCOMPARE(
        messagesOf({thoughtful}, model.toStdString()).contains(R"("reasoning_content":"why")"), isNeeded);
    QCOMPARE(messagesOf({calling}, model.toStdString()).contains(R"("reasoning_content":"")"), isNeeded);
    QVERIFY(!messagesOf({plain}, model.toStdString()).contains("reasoning_content"));
}

void OpenAiWriterTest::writesOptions()
{
    ChatRequest request
        = requestOf({{.role = Role::User, .parts = {TextPart {.text = "a", .cache = CacheMark::OneHour}}}});
    request.maxTokens = 10;
    request.temperature = 0.25;
    request.topP = 0.5;
    request.topK = 3;
    request.stop = {"x"};
    request.seed = 1;
    request.user = "u";
    request.isStream = true;
    request.dropped = {"metadata.x"};
    const auto out = openai::writeRequest(request);
    QVERIFY(out);
    QCOMPARE(out->body,
        QByteArray(
            R"({"model":"llama","messages":[{"role":"user","content":"a"}],"max_tokens":10,"temperature":0.25,)"
            R"("top_p":0.5,"stop":["x"],"seed":1,"user":"u","stream":true,)"
            R"("stream_options":{"include_usage":true}})"));
    QVERIFY((out->dropped == std::vector<std::string> {"metadata.x", "top_k", "cache_control"}));
}

void OpenAiWriterTest::writesTools()
{
    ChatRequest request = requestOf({});
    request.tools
        = {{.name = "f", .description = "d", .parameters = Json {{"type", "object"}}, .isStrict = true},
            {.name = "g"}};
    request.toolChoice = {.kind = ToolChoice::Kind::Named, .name = "g"};
    request.allowsParallelTools = false;
    request.responseFormat = {.kind = ResponseFormat::Kind::JsonSchema, .schema = Json {{"type", "object"}}};
    Json body = written(request);
    QCOMPARE(toText(body["tools"]),
        QByteArray(
            R"([{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object"},)"
            R"("strict":true}},{"type":"function","function":{"name":"g"}}])"));
    QCOMPARE(toText(body["tool_choice"]), QByteArray(R"({"type":"function","function":{"name":"g"}})"));
    QCOMPARE(toText(body["parallel_tool_calls"]), QByteArray("false"));
    QCOMPARE(toText(body["response_format"]),
        QByteArray(R"({"type":"json_schema","json_schema":{"name":"answer","schema":{"type":"object"}}})"));
    request.tools.clear();
    QVERIFY(!written(request).contains("tool_choice"));
}

void OpenAiWriterTest::namesTheLimitForTheModel_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("name");
    for (const char *model :
        {"o1", "o3-mini", "openai/o4-mini", "gpt-5", "gpt-5.1-codex", "GPT-5-mini", "gpt-6"}) {
        QTest::newRow(model) << QByteArray(model) << QByteArray("max_completion_tokens");
    }
    for (const char *model :
        {"gpt-4o", "gpt-4.1", "gpt-oss-120b", "gpt-", "ollama", "", "mistral-large", "o", "gpt-3.5-turbo"}) {
        QTest::newRow(model) << QByteArray(model) << QByteArray("max_tokens");
    }
}

void OpenAiWriterTest::namesTheLimitForTheModel()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, name);
    ChatRequest request = requestOf({}, model.toStdString());
    request.maxTokens = 7;
    const Json body = written(request);
    QVERIFY(body.contains(name.toStdString()));
    QCOMPARE(body.contains("max_tokens"), name == "max_tokens");
}

void OpenAiWriterTest::writesReasoning_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("budget");
    QTest::addColumn<QByteArray>("effort");
    QTest::addColumn<QByteArray>("sent");
    const auto row = [](const char *model, int budget, const char *effort, const char *sent) {
        QTest::addRow("%s %d %s", model, budget, effort)
            << QByteArray(model) << budget << QByteArray(effort) << QByteArray(sent);
    };
    row("gpt-5", 1024, "", "low");
    row("gpt-5", 10'000, "", "medium");
    row("gpt-5", 32'000, "", "high");
    row("gpt-5", 1024, "minimal", "minimal");
    row("gpt-5", 0, "max", "high");
    row("gpt-5.2", 0, "max", "xhigh");
    row("gpt-4o", 1024, "", "");
    row("llama", 0, "high", "");
}

void OpenAiWriterTest::writesReasoning()
{
    QFETCH(const QByteArray, model);
    QFETCH(const int, budget);
    QFETCH(const QByteArray, effort);
    QFETCH(const QByteArray, sent);
    ChatRequest request = requestOf({}, model.toStdString());
    request.reasoning.effort = effort.toStdString();
    if (budget > 0) {
        request.reasoning.mode = ReasoningOptions::Mode::Enabled;
        request.reasoning.budget = budget;
    }
    const auto out = openai::writeRequest(request);
    QVERIFY(out);
    const Json body = *parseJson(out->body);
    QCOMPARE(QByteArray::fromStdString(body.value("reasoning_effort", std::string())), sent);
    QCOMPARE(out->dropped.empty(), !sent.isEmpty());
}

void OpenAiWriterTest::handsSignaturesOfCallsBack()
{
    const Message call {.role = Role::Assistant,
        .parts = {ToolCallPart {.id = "c", .name = "f", .arguments = "{}", .signature = "s"}}};
    QVERIFY(messagesOf({call}).contains(
        R"("function":{"name":"f","arguments":"{}"},"extra_content":{"google":{"thought_signature":"s"}}}])"));
}

void OpenAiWriterTest::refusesWhatItCannotSay_data()
{
    QTest::addColumn<Message>("message");
    const MediaPart address {.kind = MediaPart::Kind::Document, .url = "https://e.org/a.pdf"};
    const MediaPart sound {.kind = MediaPart::Kind::Audio, .mediaType = "audio/ogg", .data = "T2dn"};
    const MediaPart image {.kind = MediaPart::Kind::Image, .url = "https://e.org/a"};
    QTest::newRow("address of a document") << Message {.role = Role::User, .parts = {address}};
    QTest::newRow("kind of sound") << Message {.role = Role::User, .parts = {sound}};
    QTest::newRow("image of the assistant") << Message {.role = Role::Assistant, .parts = {image}};
}

void OpenAiWriterTest::refusesWhatItCannotSay()
{
    QFETCH(const Message, message);
    const auto out = openai::writeRequest(requestOf({message}));
    QVERIFY(!out);
    QCOMPARE(out.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(out.error().param, QByteArray("messages"));
}

void OpenAiWriterTest::readsWhatItWrote()
{
    ChatRequest request = requestOf({{.role = Role::System, .parts = {TextPart {.text = "s"}}}, calling,
        {.role = Role::User,
            .parts = {ToolResultPart {.id = "c1", .name = "f", .content = {TextPart {.text = "1"}}}}},
        {.role = Role::User,
            .parts = {ToolResultPart {.id = "c2", .name = "g", .content = {TextPart {.text = "2"}}}}},
        {.role = Role::User, .parts = {TextPart {.text = "q"}}}});
    request.tools = {{.name = "f", .parameters = Json {{"type", "object"}}}};
    request.toolChoice.kind = ToolChoice::Kind::Auto;
    request.maxTokens = 9;
    const auto out = openai::writeRequest(request);
    QVERIFY(out);
    const auto again = openai::readRequest(out->body);
    QVERIFY(again);
    QVERIFY(*again == request);
}

QTEST_APPLESS_MAIN(OpenAiWriterTest)
#include "tst_openaiwriter.moc"

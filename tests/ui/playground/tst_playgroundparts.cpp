// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/codesnippet.h"
#include "ui/models/playgroundprompts.h"
#include "ui/playground/answerschema.h"
#include "ui/playground/answerview.h"
#include "ui/playground/chatdraft.h"

#include "wire/json.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace nexus;

//! \brief What the playground is made of, one by one.
class TestPlaygroundParts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBodyHoldsWhatWasSaid();
    void whatIsLeftAloneIsNotSent();
    void everyToolCallHasAResult();
    void toolsAreChecked_data();
    void toolsAreChecked();
    void schemasAreChecked_data();
    void schemasAreChecked();
    void aSchemaGetsItsEnvelope();
    void stopSequencesAreLines();
    void codeHoldsTheRequest();
    void aLargeRequestIsNoArgument();
    void promptsAreKeptByName();
    void anOlderFileIsReadUnchanged();
    void imagesAreLimited();
    void aFileThatIsNotOursStays();
    void anAnswerTakesItsForm();
    void nothingIsLoadedFromElsewhere();

private:
    [[nodiscard]] static Json tree(const QByteArray &body) { return parseJson(body).value_or(Json()); }
};

void TestPlaygroundParts::aBodyHoldsWhatWasSaid()
{
    const ChatSettings settings {.system = QStringLiteral("Be brief."),
        .tools = QStringLiteral(R"([{"type":"function","function":{"name":"f"}}])"),
        .temperature = 0.5,
        .topP = 0.25,
        .maxTokens = 7};
    const Json body = tree(chatBody(QStringLiteral("p/m"), settings,
        {{.role = ChatMessage::Role::User,
            .text = QStringLiteral("Hi"),
            .images = {QStringLiteral("data:image/png;base64,AA==")}}}));
    QCOMPARE(body["model"].get<std::string>(), std::string("p/m"));
    QCOMPARE(body["messages"].size(), 2U);
    QCOMPARE(body["messages"][0]["role"].get<std::string>(), std::string("system"));
    const Json &content = body["messages"][1]["content"];
    QCOMPARE(content[0]["text"].get<std::string>(), std::string("Hi"));
    QCOMPARE(content[1]["image_url"]["url"].get<std::string>(), std::string("data:image/png;base64,AA=="));
    QCOMPARE(body["temperature"].get<double>(), 0.5);
    QCOMPARE(body["top_p"].get<double>(), 0.25);
    QCOMPARE(body["max_tokens"].get<int>(), 7);
    QCOMPARE(body["tools"].size(), 1U);
    const Json other = tree(chatBody(QStringLiteral("p/m"), settings, {}, "max_completion_tokens"));
    QCOMPARE(other["max_completion_tokens"].get<int>(), 7);
    QVERIFY(!other.contains("max_tokens"));
}

void TestPlaygroundParts::whatIsLeftAloneIsNotSent()
{
    QCOMPARE(
        chatBody(QStringLiteral("m"), {}, {{.role = ChatMessage::Role::User, .text = QStringLiteral("Hi")}}),
        QByteArray(R"({"model":"m","messages":[{"role":"user","content":"Hi"}]})"));
}

void TestPlaygroundParts::everyToolCallHasAResult()
{
    const Json body = tree(chatBody(QStringLiteral("m"), {},
        {{.role = ChatMessage::Role::User, .text = QStringLiteral("a")},
            {.role = ChatMessage::Role::Assistant,
                .text = {},
                .images = {},
                .tools = {{QStringLiteral("f"), QStringLiteral("{}")}, {QStringLiteral("g"), {}}}},
            {.role = ChatMessage::Role::User, .text = QStringLiteral("b")}}));
    const Json &messages = body["messages"];
    QCOMPARE(messages.size(), 5U);
    QVERIFY(messages[1]["content"].is_null());
    for (const std::size_t i : {0U, 1U}) {
        QCOMPARE(messages[2 + i]["role"].get<std::string>(), std::string("tool"));
        QVERIFY(messages[2 + i]["tool_call_id"] == messages[1]["tool_calls"][i]["id"]);
    }
    QVERIFY(messages[2]["tool_call_id"] != messages[3]["tool_call_id"]);
}

void TestPlaygroundParts::toolsAreChecked_data()
{
    QTest::addColumn<QString>("tools");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("none") << QStringLiteral(" \n") << true;
    QTest::newRow("good") << QStringLiteral(R"([{"type":"function","function":{"name":"f"}}])") << true;
    QTest::newRow("cut") << QStringLiteral("[{") << false;
    QTest::newRow("object") << QStringLiteral("{}") << false;
    QTest::newRow("nameless") << QStringLiteral(R"([{"type":"function","function":{}}])") << false;
    QTest::newRow("number") << QStringLiteral("[1]") << false;
}

void TestPlaygroundParts::toolsAreChecked()
{
    QFETCH(const QString, tools);
    QFETCH(const bool, isGood);
    QCOMPARE(problemOfTools(tools).isEmpty(), isGood);
}

void TestPlaygroundParts::schemasAreChecked_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("problem"); // a part of it, empty for none
    const auto row = [](const char *name, const char *schema, const char *problem) {
        QTest::newRow(name) << QString::fromUtf8(schema) << QString::fromUtf8(problem);
    };
    row("good", R"({"type":"object","properties":{"a":{"type":["string","null"]}},"required":["a"]})", "");
    row("anything", "{}", "");
    row("envelope", R"({"name":"a","strict":true,"schema":{"type":"object"}})", "");
    row("reference", R"({"$defs":{"a b":{"type":"string"}},"items":{"$ref":"#/$defs/a%20b"}})", "");
    row("own root", R"({"type":"object","properties":{"next":{"$ref":"#"}}})", "");
    row("open", R"({"type":"object","required":["a"]})", "");
    row("a property named schema", R"({"type":"object","properties":{"schema":{"type":"string"}}})", "");
    row("empty", " ", "Write a JSON schema");
    row("cut", "{\n\"type\":", "line 2");
    row("list", "[]", "A schema is an object");
    row("type", R"({"properties":{"a":{"type":"strng"}}})", "properties.a.type: \"strng\"");
    row("no types", R"({"type":[]})", "type: The list is empty");
    row("inner", R"({"type":"array","items":{"anyOf":[{"type":"string"},1]}})", "items.anyOf.1");
    row("enum", R"({"enum":"a"})", "enum");
    row("number", R"({"minimum":"1"})", "minimum");
    row("count", R"({"minItems":-1})", "minItems");
    row("properties", R"({"properties":["a"]})", "properties");
    row("required", R"({"required":"a"})", "required");
    row("never", R"({"required":["b"],"properties":{"a":{}},"additionalProperties":false})", "“b”");
    row("nowhere", R"({"$ref":"#/$defs/a"})", "#/$defs/a");
    row("nameless", R"({"schema":{"type":"object"}})", "name");
    row("inside", R"({"name":"a","schema":{"type":"x"}})", "type: \"x\"");
}

void TestPlaygroundParts::schemasAreChecked()
{
    QFETCH(const QString, schema);
    QFETCH(const QString, problem);
    const QString found = problemOfSchema(schema);
    QCOMPARE(found.isEmpty(), problem.isEmpty());
    QVERIFY2(found.contains(problem), qPrintable(found));
}

void TestPlaygroundParts::aSchemaGetsItsEnvelope()
{
    const auto sent = [](const char *schema) {
        const ChatSettings settings {.system = {},
            .tools = {},
            .temperature = {},
            .topP = {},
            .maxTokens = {},
            .advanced = {.form = AnswerForm::JsonSchema, .schema = QString::fromUtf8(schema)}};
        return tree(chatBody(QStringLiteral("m"), settings, {}))["response_format"].dump();
    };
    QCOMPARE(sent(R"({"type":"object"})"),
        std::string(R"({"type":"json_schema","json_schema":{"name":"answer","schema":{"type":"object"}}})"));
    QCOMPARE(sent(R"({"name":"a","strict":true,"schema":{}})"),
        std::string(R"({"type":"json_schema","json_schema":{"name":"a","strict":true,"schema":{}}})"));
}

void TestPlaygroundParts::stopSequencesAreLines()
{
    const QStringList sequences {
        QStringLiteral("END"), QStringLiteral("\n\n"), QStringLiteral("a\\nb\t"), QStringLiteral(" \\")};
    const QString text = textOfStopSequences(sequences);
    QCOMPARE(text, QStringLiteral("END\n\\n\\n\na\\\\nb\\t\n \\\\"));
    QCOMPARE(stopSequencesOf(text), sequences);
    QCOMPARE(stopSequencesOf(QStringLiteral("\n\n")), QStringList());
    QCOMPARE(stopSequencesOf(QStringLiteral("\\d\\")), QStringList(QStringLiteral("\\d\\")));
}

void TestPlaygroundParts::codeHoldsTheRequest()
{
    const QByteArray body
        = R"({"model":"a \"b\"","messages":[{"role":"user","content":"it's"}],"logprobs":true})";
    const ChatPlace place {.address = QUrl(QStringLiteral("http://127.0.0.1:4711")), .needsToken = true};
    const QString python = chatCode(ChatCode::Python, place, body);
    QVERIFY(python.contains(QStringLiteral("base_url=\"http://127.0.0.1:4711/v1\"")));
    QVERIFY(python.contains(QStringLiteral("model=\"a \\\"b\\\"\",")));
    QVERIFY(python.contains(QStringLiteral("logprobs=True")));
    QVERIFY(python.contains(QStringLiteral("NEXUS_TOKEN")));
    const QString curl = chatCode(ChatCode::Curl, place, body);
    QVERIFY(curl.startsWith(QStringLiteral("curl 'http://127.0.0.1:4711/v1/chat/completions'")));
    QVERIFY(curl.contains(QStringLiteral("it'\\''s")));
    const QString node
        = chatCode(ChatCode::Node, {.address = place.address, .isTls = true, .needsToken = false}, body);
    QVERIFY(node.contains(QStringLiteral("baseURL: \"http://127.0.0.1:4711/v1\"")));
    QVERIFY(node.startsWith(QStringLiteral("// ")));
    QVERIFY(!node.contains(QStringLiteral("NEXUS_TOKEN")));
}

void TestPlaygroundParts::aLargeRequestIsNoArgument()
{
    const QByteArray body
        = R"({"model":"m","messages":[{"role":"user","content":")" + QByteArray(200'000, 'x') + R"("}]})";
    const QString curl
        = chatCode(ChatCode::Curl, {.address = QUrl(QStringLiteral("http://127.0.0.1:1"))}, body);
    QVERIFY(curl.contains(QStringLiteral("--data-binary @- <<'NEXUS_BODY'\n{")));
    QVERIFY(curl.endsWith(QStringLiteral("}\nNEXUS_BODY\n")));
}

void TestPlaygroundParts::promptsAreKeptByName()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("new/prompts.json"));
    PlaygroundPrompts prompts(path);
    const QAbstractItemModelTester tester(&prompts, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SavedPrompt one {.name = QStringLiteral("one"),
        .prompt = QStringLiteral("Hi"),
        .system = QStringLiteral("s"),
        .tools = QStringLiteral("[{"),
        .models = {QStringLiteral("a/b"), QString()},
        .temperature = 0.0,
        .topP = {},
        .maxTokens = 5,
        .advanced = {.effort = QStringLiteral("high"),
            .stop = {QStringLiteral("END"), QStringLiteral("\n")},
            .seed = 0,
            .form = AnswerForm::JsonSchema,
            .schema = QStringLiteral("{")},
        .images = {QStringLiteral("data:image/png;base64,AA==")}};
    QVERIFY(prompts.save(one));
    QVERIFY(prompts.save({.name = QStringLiteral("Another")}));
    one.prompt = QStringLiteral("Hello");
    QVERIFY(prompts.save(one));
    QCOMPARE(prompts.rowCount(), 2);
    QCOMPARE(prompts.index(0).data().toString(), QStringLiteral("Another"));
    PlaygroundPrompts again(path);
    QCOMPARE(again.rowCount(), 2);
    QVERIFY(again.find(QStringLiteral("one")) != nullptr);
    QVERIFY(*again.find(QStringLiteral("one")) == one);
    QVERIFY(again.remove(QStringLiteral("Another")));
    QCOMPARE(PlaygroundPrompts(path).rowCount(), 1);
    QCOMPARE(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
        QFileDevice::Permissions());
}

void TestPlaygroundParts::anOlderFileIsReadUnchanged()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("prompts.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"prompts":[{"name":"one","prompt":"Hi","system":"s","tools":"","models":["a/b"],"top_p":0.5}]})");
    file.close();
    const PlaygroundPrompts prompts(path);
    const SavedPrompt one {.name = QStringLiteral("one"),
        .prompt = QStringLiteral("Hi"),
        .system = QStringLiteral("s"),
        .tools = {},
        .models = {QStringLiteral("a/b")},
        .temperature = {},
        .topP = 0.5,
        .maxTokens = {}};
    QCOMPARE(prompts.rowCount(), 1);
    QVERIFY(prompts.prompts().front() == one);
    QVERIFY(!toJson(one).contains(QLatin1String("images")));
}

void TestPlaygroundParts::imagesAreLimited()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("prompts.json"));
    PlaygroundPrompts prompts(path);
    const auto prompt = [](const QString &name, qint64 bytes) {
        SavedPrompt out = promptOf({{QStringLiteral("name"), name}});
        out.images = {QString(bytes / 3 * 4, QLatin1Char('A'))};
        return out;
    };
    const qint64 most = PlaygroundPrompts::mostImageBytes;
    const Result<void> refused = prompts.save(prompt(QStringLiteral("large"), most + 9));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("can be kept with a prompt")));
    QVERIFY(!QFile::exists(path));
    for (int i = 0; i < PlaygroundPrompts::mostImageBytesOfAll / most; ++i) {
        QVERIFY(prompts.save(prompt(QString::number(i), most)));
    }
    QVERIFY(!prompts.save(prompt(QStringLiteral("more"), 30)));
    QVERIFY(prompts.save(prompt(QStringLiteral("words"), 0)));
    QVERIFY(prompts.save(prompt(QStringLiteral("0"), most)));
    QVERIFY(prompts.remove(QStringLiteral("0")));
    QVERIFY(prompts.save(prompt(QStringLiteral("more"), 30)));
    QCOMPARE(PlaygroundPrompts(path).find(QStringLiteral("more"))->images.front().size(), 40);
}

void TestPlaygroundParts::aFileThatIsNotOursStays()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("prompts.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("my notes");
    file.close();
    PlaygroundPrompts prompts(path);
    QCOMPARE(prompts.rowCount(), 0);
    QVERIFY(prompts.save({.name = QStringLiteral("one")}));
    const QStringList aside = QDir(folder.path()).entryList({QStringLiteral("prompts.json.unreadable-*")});
    QCOMPARE(aside.size(), 1);
    QFile kept(folder.filePath(aside.front()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("my notes"));
    QCOMPARE(PlaygroundPrompts(path).rowCount(), 1);
}

void TestPlaygroundParts::anAnswerTakesItsForm()
{
    AnswerView view;
    view.addPrompt(QStringLiteral("**as typed**"), 1);
    view.beginAnswer(QStringLiteral("a/b"));
    view.addReasoning(QStringLiteral("hm"));
    view.addText(QStringLiteral("some **bold"));
    view.addText(QStringLiteral("** <b>tag</b>"));
    QTRY_VERIFY(view.toPlainText().contains(QStringLiteral("some **bold**")));
    view.endAnswer({});
    QVERIFY(view.toPlainText().contains(QStringLiteral("**as typed**")));
    QVERIFY(view.toPlainText().contains(QStringLiteral("some bold")));
    QVERIFY(view.toPlainText().contains(QStringLiteral("hm")));
    view.setFormatted(false);
    QVERIFY(view.toPlainText().contains(QStringLiteral("some **bold** <b>tag</b>")));
    view.clearAll();
    QVERIFY(view.isEmpty());
    QVERIFY(view.toPlainText().isEmpty());
}

void TestPlaygroundParts::nothingIsLoadedFromElsewhere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("secret.png"));
    QImage picture(300, 300, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(path));
    AnswerView view;
    view.beginAnswer(QStringLiteral("a/b"));
    view.addText(QStringLiteral("![x](%1)").arg(QUrl::fromLocalFile(path).toString()));
    view.endAnswer({});
    view.resize(600, 600);
    view.show();
    const QVariant shown = view.document()->resource(QTextDocument::ImageResource, QUrl::fromLocalFile(path));
    QVERIFY(qvariant_cast<QPixmap>(shown).deviceIndependentSize().width() < 100);
}

QTEST_MAIN(TestPlaygroundParts)

#include "tst_playgroundparts.moc"

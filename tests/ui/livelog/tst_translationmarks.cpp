// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/translationmarks.h"

#include <QtTest>

using namespace nexus;
using Kind = TranslationMark::Kind;
using Marks = std::vector<TranslationMark>;

namespace {

QString saidMarks(const std::optional<Marks> &marks)
{
    if (!marks) {
        return QStringLiteral("none");
    }
    static const QHash<Kind, QString> words {{Kind::Renamed, QStringLiteral("renamed")},
        {Kind::Changed, QStringLiteral("changed")}, {Kind::Dropped, QStringLiteral("dropped")},
        {Kind::Elsewhere, QStringLiteral("elsewhere")}, {Kind::Defaulted, QStringLiteral("defaulted")},
        {Kind::Added, QStringLiteral("added")}};
    QStringList said;
    for (const TranslationMark &mark : *marks) {
        said.append(QStringLiteral("%1 %2>%3").arg(words.value(mark.kind), mark.client, mark.sent));
    }
    said.sort();
    return said.join(QStringLiteral("; "));
}

} // namespace

class TestTranslationMarks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comparesFields_data();
    void comparesFields();
    void needsTwoObjects();
    void findsTheLines();
    void findsWhatIsDroppedInside();
};

void TestTranslationMarks::comparesFields_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("dropped");
    QTest::addColumn<QString>("marks");
    const auto row = [](const char *name, const QByteArray &client, const QByteArray &sent,
                         const char *dropped, const char *marks) {
        QTest::newRow(name) << client << sent << QString::fromLatin1(dropped) << QString::fromLatin1(marks);
    };
    row("the same", R"({"model":"m","temperature":1})", R"({"temperature":1,"model":"m"})", "", "");
    row("another model", R"({"model":"safe"})", R"({"model":"gpt-4o"})", "", "changed model>model");
    row("a new name for the limit", R"({"max_tokens":5})", R"({"max_completion_tokens":5})", "",
        "renamed max_tokens>max_completion_tokens");
    row("to Anthropic", R"({"messages":[{"role":"user","content":"x"}],"stop":["a"],"seed":7,"user":"u"})",
        R"({"messages":[{"role":"user","content":"x"}],"max_tokens":4096,"stop_sequences":["a"],)"
        R"("metadata":{"user_id":"u"}})",
        "seed",
        "defaulted >max_tokens; dropped seed>; renamed stop>stop_sequences; renamed user>metadata.user_id");
    row("to Gemini", R"({"model":"m","stream":true,"max_tokens":5,"messages":[],"top_p":0.5})",
        R"({"contents":[{"parts":[]}],"generationConfig":{"maxOutputTokens":5,"topP":0.5}})", "",
        "elsewhere model>; elsewhere stream>; renamed max_tokens>generationConfig.maxOutputTokens; "
        "renamed messages>contents; renamed top_p>generationConfig.topP");
    row("to Bedrock", R"({"max_tokens":5,"tools":[1],"tool_choice":"required"})",
        R"({"inferenceConfig":{"maxTokens":5},"toolConfig":{"tools":[2],"toolChoice":{"any":{}}}})", "",
        "renamed max_tokens>inferenceConfig.maxTokens; renamed tool_choice>toolConfig.toolChoice; "
        "renamed tools>toolConfig.tools");
    row("one becomes several", R"({"response_format":{"type":"json_schema"}})",
        R"({"generationConfig":{"responseMimeType":"application/json","responseJsonSchema":{}}})", "",
        "renamed response_format>generationConfig.responseJsonSchema; "
        "renamed response_format>generationConfig.responseMimeType");
    row("the system message moves",
        R"({"messages":[{"role":"user","content":"x"},{"role":"system","content":"s"}]})",
        R"({"system":"s","messages":[{"role":"user","content":"x"}]})", "",
        "changed messages>messages; renamed messages[1]>system");
    row("and back", R"({"system":"s","messages":[]})", R"({"messages":[{"role":"system","content":"s"}]})",
        "", "changed messages>messages; renamed system>messages[0]");
    row("a prompt of the alias", R"({"messages":[]})", R"({"messages":[{"role":"system","content":"s"}]})",
        "", "changed messages>messages; defaulted >messages[0]");
    row("it goes without saying",
        R"({"n":1,"stream":false,"presence_penalty":0,"tool_choice":"auto","user":null,"tools":[]})", "{}",
        "", "");
    row("it does not go without saying", R"({"n":2,"logit_bias":{"1":2}})", "{}", "",
        "dropped logit_bias>; dropped n>");
    row("the gateway counts by itself", R"({"stream_options":{"include_usage":true}})", "{}", "",
        "elsewhere stream_options>");
    row("the gateway asks for usage", R"({"stream":true})",
        R"({"stream":true,"stream_options":{"include_usage":true}})", "", "defaulted >stream_options");
    row("nobody asked for it", "{}", R"({"safetySettings":[1]})", "", "added >safetySettings");
    row("dropped though the name is there", R"({"tool_choice":"required"})",
        R"({"tool_choice":{"type":"auto"}})", "tool_choice", "defaulted >tool_choice; dropped tool_choice>");
    row("dropped inside", R"({"messages":[]})", R"({"messages":[]})", "cache_control, thinking.display",
        "dropped cache_control>; dropped thinking.display>");
}

void TestTranslationMarks::comparesFields()
{
    QFETCH(const QByteArray, client);
    QFETCH(const QByteArray, sent);
    QFETCH(const QString, dropped);
    QFETCH(const QString, marks);
    QCOMPARE(saidMarks(translationMarks(client, sent, dropped)), marks);
}

void TestTranslationMarks::needsTwoObjects()
{
    QVERIFY(!translationMarks(R"({"model":"m","mess)", "{}", {}));
    QVERIFY(!translationMarks("{}", "[{},{}]", {}));
}

void TestTranslationMarks::findsTheLines()
{
    const QByteArray client
        = R"({"messages":[{"role":"user","stop":1},{"role":"system"}],"stop":["a"],"seed":7})";
    const QByteArray sent = R"({"system":"s","messages":[{"role":"user","stop":1}],"stop_sequences":["a"],)"
                            R"("generationConfig":{"topK":3}})";
    const auto marks = translationMarks(client, sent, QStringLiteral("seed"));
    QVERIFY(marks);
    const auto said = [&marks](const QByteArray &body, TranslationSide side) {
        const MarkedText text = markedText(body, *marks, side);
        QStringList lines;
        for (qsizetype i = 0; i < text.lines.size(); ++i) {
            const auto &mark = text.marks.at(static_cast<std::size_t>(i));
            if (mark) {
                lines.append(text.lines.at(i).trimmed());
            }
        }
        return lines.join(QLatin1Char('|'));
    };
    QCOMPARE(
        said(client, TranslationSide::Client), QStringLiteral("\"messages\": [|{|\"stop\": [|\"seed\": 7"));
    QCOMPARE(said(sent, TranslationSide::Sent),
        QStringLiteral("\"system\": \"s\",|\"messages\": [|\"stop_sequences\": [|\"topK\": 3"));
    // The second message, not the first.
    const MarkedText text = markedText(client, *marks, TranslationSide::Client);
    QVERIFY(!text.marks.at(2));
    QVERIFY(text.marks.at(6));
    QCOMPARE(text.marks.at(6)->sent, QStringLiteral("system"));
}

void TestTranslationMarks::findsWhatIsDroppedInside()
{
    const QByteArray client = R"({"messages":[{"role":"user","name":"Ann","content":[{"cache_control":1}]}],)"
                              R"("tools":[{"name":"t"}]})";
    const Marks marks {
        {Kind::Dropped, QStringLiteral("name"), {}}, {Kind::Dropped, QStringLiteral("cache_control"), {}}};
    QStringList lines;
    const MarkedText text = markedText(client, marks, TranslationSide::Client);
    for (qsizetype i = 0; i < text.lines.size(); ++i) {
        if (text.marks.at(static_cast<std::size_t>(i))) {
            lines.append(text.lines.at(i).trimmed());
        }
    }
    QCOMPARE(
        lines, (QStringList {QStringLiteral("\"name\": \"Ann\","), QStringLiteral("\"cache_control\": 1")}));
    QVERIFY(markedText(client, marks, TranslationSide::Sent).marks.size() == std::size_t(text.lines.size()));
}

QTEST_GUILESS_MAIN(TestTranslationMarks)
#include "tst_translationmarks.moc"

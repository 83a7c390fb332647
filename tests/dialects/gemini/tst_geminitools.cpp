// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geminitest.h"

using namespace nexus;
using namespace nexus::gemini;

class GeminiToolsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void declaresFunctions();
    void writesChoices_data();
    void writesChoices();
    void needsToolsForAChoice();
    void takesNames_data();
    void takesNames();
};

void GeminiToolsTest::declaresFunctions()
{
    ChatRequest tooled = hello();
    tooled.tools = {{.name = "f",
                        .description = "does f",
                        .parameters = parsed(R"({"type":"object","properties":{"z":{"type":"string"},)"
                                             R"("a":{"type":"integer"}},"required":["z"]})")},
        {.name = "g"},
        {.name = "h",
            .parameters = parsed(R"({"type":"object","properties":{},"additionalProperties":false})")},
        {.name = "free", .parameters = parsed(R"({"type":"object","properties":{"o":{"type":"object"}}})")}};
    const Json body = written(tooled);
    QCOMPARE(at(body, "/tools"),
        QByteArray(R"([{"functionDeclarations":[{"name":"f","description":"does f","parameters":)"
                   R"({"type":"object","properties":{"z":{"type":"string"},"a":{"type":"integer"}},)"
                   R"("required":["z"]}},{"name":"g"},{"name":"h"},)"
                   R"({"name":"free","parametersJsonSchema":)"
                   R"({"type":"object","properties":{"o":{"type":"object"}}}}]}])"));
    QVERIFY(!body.contains("toolConfig"));
}

void GeminiToolsTest::writesChoices_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("config");
    using Kind = ToolChoice::Kind;
    QTest::newRow("unset") << int(Kind::Unset) << QByteArray();
    QTest::newRow("auto") << int(Kind::Auto) << QByteArray(R"({"mode":"AUTO"})");
    QTest::newRow("none") << int(Kind::None) << QByteArray(R"({"mode":"NONE"})");
    QTest::newRow("required") << int(Kind::Required) << QByteArray(R"({"mode":"ANY"})");
    QTest::newRow("named") << int(Kind::Named)
                           << QByteArray(R"({"mode":"ANY","allowedFunctionNames":["f"]})");
}

void GeminiToolsTest::writesChoices()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, config);
    ChatRequest tooled = hello();
    tooled.tools = {{.name = "f"}};
    tooled.toolChoice = {.kind = ToolChoice::Kind(kind), .name = "f"};
    QCOMPARE(at(written(tooled), "/toolConfig/functionCallingConfig"), config);
}

// "Function calling config is set without function_declarations", says the service.
void GeminiToolsTest::needsToolsForAChoice()
{
    ChatRequest bare = hello();
    bare.toolChoice.kind = ToolChoice::Kind::None;
    QVERIFY(!written(bare).contains("toolConfig"));
}

void GeminiToolsTest::takesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("letters") << QByteArray("get_Weather") << true;
    QTest::newRow("of a server") << QByteArray("mcp__files-1.read:all") << true;
    QTest::newRow("underscore first") << QByteArray("_f") << true;
    QTest::newRow("longest") << QByteArray(128, 'a') << true;
    QTest::newRow("too long") << QByteArray(129, 'a') << false;
    QTest::newRow("digit first") << QByteArray("2do") << false;
    QTest::newRow("dash first") << QByteArray("-f") << false;
    QTest::newRow("space") << QByteArray("a b") << false;
    QTest::newRow("umlaut") << QByteArray("f\xC3\xBC") << false;
    QTest::newRow("empty") << QByteArray("") << false;
}

void GeminiToolsTest::takesNames()
{
    QFETCH(const QByteArray, name);
    QFETCH(const bool, isTaken);
    ChatRequest tooled = hello();
    tooled.tools = {{.name = "fine"}, {.name = name.toStdString()}};
    const auto out = writeRequest(tooled);
    QCOMPARE(out.has_value(), isTaken);
    if (!out) {
        QCOMPARE(out.error().kind, ErrorKind::InvalidRequest);
        QCOMPARE(out.error().param, QByteArray("tools[1]"));
        QVERIFY(out.error().message.startsWith(QStringLiteral("/tools/1 ")));
    }
}

QTEST_APPLESS_MAIN(GeminiToolsTest)
#include "tst_geminitools.moc"

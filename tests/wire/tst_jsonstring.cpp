// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/json.h"
#include "wire/jsonstring.h"

#include <QTest>

using namespace nexus;

class JsonStringTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void escapes_data();
    void escapes();
    void comesBack();
    void replacesInvalidUtf8();
    void findsTheEndAtEveryAlignment();
};

void JsonStringTest::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("empty") << QByteArray() << QByteArray("\"\"");
    QTest::newRow("plain") << QByteArray("openai/gpt-4o") << QByteArray("\"openai/gpt-4o\"");
    QTest::newRow("quotes") << QByteArray("a\"b\\c") << QByteArray(R"("a\"b\\c")");
    QTest::newRow("controls") << QByteArray("\n\r\t\x01\x1f") << QByteArray(R"("\n\r\t\u0001\u001f")");
    QTest::newRow("zero") << QByteArray("a\0b", 3) << QByteArray(R"("a\u0000b")");
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x98\x80") << QByteArray("\"\xF0\x9F\x98\x80\"");
}

void JsonStringTest::escapes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, written);
    QCOMPARE(jsonString(text), written);
}

void JsonStringTest::comesBack()
{
    for (char32_t code = 0; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 97) {
        if (code >= 0xD800 && code <= 0xDFFF) {
            continue;
        }
        const QByteArray text = "abcdefg" + QString::fromUcs4(&code, 1).toUtf8() + "h";
        const QByteArray written = jsonString(text);
        QCOMPARE(decodeJsonString(QByteArrayView(written).sliced(1, written.size() - 2)), text);
        const auto tree = parseJson(written);
        QVERIFY(tree);
        QCOMPARE(QByteArray::fromStdString(tree->get<std::string>()), text);
    }
}

void JsonStringTest::replacesInvalidUtf8()
{
    QCOMPARE(jsonString("a\xFF"
                        "b"),
        QByteArray("\"a\xEF\xBF\xBD"
                   "b\""));
    QCOMPARE(jsonString("\xE4\xBD"), QByteArray("\"\xEF\xBF\xBD\xEF\xBF\xBD\""));
    QCOMPARE(jsonString("\xED\xA0\x80"), QByteArray("\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""));
}

void JsonStringTest::findsTheEndAtEveryAlignment()
{
    for (int before = 0; before < 40; ++before) {
        for (const char *special : {"\"", "\x1f\"", "\xFF\"", "\\q\"", "\\n\"", "\xC3\xA9\""}) {
            const QByteArray text = QByteArray(before, 'x') + special + QByteArray("yyyyyyyyyyyyyyyy");
            const JsonStringEnd found = findJsonStringEnd(text.cbegin(), text.cend());
            const bool isGood = special[0] == '"' || special[1] == 'n' || special[0] == '\xC3';
            QCOMPARE(found.problem == nullptr, isGood);
            QCOMPARE(found.pos - text.cbegin(), isGood ? text.indexOf('"') + 1 : before);
        }
    }
}

QTEST_APPLESS_MAIN(JsonStringTest)
#include "tst_jsonstring.moc"

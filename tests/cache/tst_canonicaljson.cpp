// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/canonicaljson.h"

#include "wire/jsonstring.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace nexus;

class CanonicalJsonTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void tellsApart_data();
    void tellsApart();
    void refuses_data();
    void refuses();
    void leavesAMemberOut_data();
    void leavesAMemberOut();
    void goesAsDeepAsTheScanner();
    void isBoundedInMembers();
    void takesManyMembersInOneObject();
    void anyWayOfWritingIsTheSame();
};

namespace {

QByteArray canonical(const QByteArray &text)
{
    const auto result = canonicalJson(text);
    return result ? *result : "refused: " + result.error().message.toUtf8();
}

//! \brief A random value, and ways to write it down.
class Sample final {
public:
    explicit Sample(std::mt19937 &random, int depth)
        : m_kind(static_cast<int>(random() % (depth > 4 ? 3 : 5)))
        , m_number(random() % 1000)
    {
        static const std::vector<QByteArray> texts {"", "a", "a\nb", "\"", "\\", "/", "caf\xC3\xA9",
            "\xF0\x9F\x98\x80", QByteArray("\x01", 1), "\t\r\b\f", "model", "\xEF\xBF\xBD"};
        m_text = texts[random() % texts.size()];
        for (std::size_t i = 0; m_kind >= 3 && i < random() % 6; ++i) {
            m_names.push_back(texts[random() % texts.size()] + QByteArray::number(int(i)));
            m_children.emplace_back(random, depth + 1);
        }
    }

    //! \brief The same value, with members, spaces and escapes as chance will have it.
    [[nodiscard]] QByteArray written(std::mt19937 &random) const
    {
        switch (m_kind) {
        case 0:
            return QByteArray::number(qint64(m_number)) + (m_number % 2 != 0 ? ".50e1" : "");
        case 1:
            return m_number % 3 == 0 ? "null" : m_number % 3 == 1 ? "true" : "false";
        case 2:
            return quoted(m_text, random);
        default:
            return container(random);
        }
    }

    //! \brief Changes one value somewhere.
    void change(std::mt19937 &random)
    {
        if (!m_children.empty() && random() % 3 != 0) {
            m_children[random() % m_children.size()].change(random);
            return;
        }
        if (m_kind < 3) {
            m_kind = 0;
            m_number += 1001;
            return;
        }
        m_names.push_back("new");
        m_children.emplace_back(random, 5);
    }

private:
    static QByteArray space(std::mt19937 &random)
    {
        static const std::vector<QByteArray> spaces {"", "", "", " ", "\n", "\t\r "};
        return spaces[random() % spaces.size()];
    }

    static QByteArray quoted(const QByteArray &text, std::mt19937 &random)
    {
        QByteArray out = "\"";
        for (const char16_t unit : QString::fromUtf8(text).toStdU16String()) {
            const bool mustEscape = unit < 0x20 || unit == '"' || unit == '\\';
            if (mustEscape || QChar::isSurrogate(unit) || random() % 3 == 0) {
                const QByteArray hex = QByteArray::number(unit, 16).rightJustified(4, '0');
                out += "\\u" + (random() % 2 == 0 ? hex : hex.toUpper());
            } else {
                out += QString(QChar(unit)).toUtf8();
            }
        }
        // Where it may be written plainly it sometimes is.
        return random() % 2 == 0 ? out + '"' : jsonString(text);
    }

    [[nodiscard]] QByteArray container(std::mt19937 &random) const
    {
        const bool isObject = m_kind == 4;
        std::vector<std::size_t> order(m_children.size());
        std::iota(order.begin(), order.end(), 0);
        if (isObject) {
            std::shuffle(order.begin(), order.end(), random);
        }
        QByteArrayList parts;
        for (const std::size_t i : order) {
            const QByteArray name
                = isObject ? quoted(m_names[i], random) + space(random) + ":" : QByteArray();
            parts.append(
                space(random) + name + space(random) + m_children[i].written(random) + space(random));
        }
        const QByteArray inner = parts.isEmpty() ? space(random) : parts.join(',');
        return isObject ? "{" + inner + "}" : "[" + inner + "]";
    }

    int m_kind;
    std::size_t m_number;
    QByteArray m_text;
    std::vector<QByteArray> m_names; // different ones
    std::vector<Sample> m_children;
};

} // namespace

void CanonicalJsonTest::writes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("{}", "{}");
    row(" { } ", "{}");
    row(R"({"b":1,"a":2})", R"({"a":2,"b":1})");
    row("{ \"b\" : 1 ,\n\t\"a\" : [ 3 , 1 , 2 ] }\r\n", R"({"a":[3,1,2],"b":1})");
    row(R"({"a":[],"b":{},"c":[[],[{}]]})", R"({"a":[],"b":{},"c":[[],[{}]]})");
    row(R"({"a":[{},"x",{},{"b":{}},"y"]})", R"({"a":[{},"x",{},{"b":{}},"y"]})");
    row(R"({"z":{"y":{"b":1,"a":2},"x":0},"a":[{"d":1,"c":2},{"f":1,"e":[{"h":1,"g":2}]}]})",
        R"({"a":[{"c":2,"d":1},{"e":[{"g":2,"h":1}],"f":1}],"z":{"x":0,"y":{"a":2,"b":1}}})");
    row(R"({"a":1,"b":2,"a":3})", R"({"a":3,"b":2})");
    row(R"({"a":{"x":1},"\u0061":{"y":[1,{"q":1,"p":2}]}})", R"({"a":{"y":[1,{"p":2,"q":1}]}})");
    row(R"({"o":{"a":1,"a":2,"a":3}})", R"({"o":{"a":3}})");
    row(R"({"aa":1,"a":2,"":3,"B":4})", R"({"":3,"B":4,"a":2,"aa":1})");
    row(R"({"n":[1.0,1,1e0,-0,0.10,123456789012345678901234567890,1E+5]})",
        R"({"n":[1.0,1,1e0,-0,0.10,123456789012345678901234567890,1E+5]})");
    row(R"({"t":true,"f":false,"n":null})", R"({"f":false,"n":null,"t":true})");
    row(R"({"s":"\u0041\/\u00e9\u4f60\ud83d\ude00"})", "{\"s\":\"A/\xC3\xA9\xE4\xBD\xA0\xF0\x9F\x98\x80\"}");
    row(R"({"s":"\u0022\u005C\u0008\u000c\u000A\u000d\u0009\u0000\u001F\u007f"})",
        "{\"s\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\"}");
    row(R"({"s":"\uD83D \uDE00 \uDE00\uD83D"})", R"({"s":"\ud83d \ude00 \ude00\ud83d"})");
    row(R"({"s":"{\"b\":1, \"a\":[ ]}"})", R"({"s":"{\"b\":1, \"a\":[ ]}"})");
    row(R"({"k\u0065y":1,"k\n":2})", R"({"k\n":2,"key":1})");
}

void CanonicalJsonTest::writes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(canonical(text), expected);
    QCOMPARE(canonical(expected), expected);
}

void CanonicalJsonTest::tellsApart_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    const auto row = [](const char *one, const char *other) {
        QTest::newRow(one) << QByteArray(one) << QByteArray(other);
    };
    row(R"({"a":[1,2]})", R"({"a":[2,1]})");
    row(R"({"a":1})", R"({"a":1.0})");
    row(R"({"a":1})", R"({"a":"1"})");
    row(R"({"a":9007199254740993})", R"({"a":9007199254740992})");
    row(R"({"a":"\ud800"})", R"({"a":"\ud801"})");
    row(R"({"a":"\ud800"})", R"({"a":"\ufffd"})");
    row(R"({"\ud800":1})", R"({"\ufffd":1})");
    row(R"({"a":"\\u0041"})", R"({"a":"\u0041"})");
    row(R"({"a":" x"})", R"({"a":"x"})");
    row(R"({"a":{},"b":[]})", R"({"a":[],"b":{}})");
    row(R"({"a":{"b":1},"c":2})", R"({"a":{"b":1,"c":2}})");
    row(R"({"a":null})", R"({})");
    row(R"({"a":1,"a":2})", R"({"a":2,"a":1})");
}

void CanonicalJsonTest::tellsApart()
{
    QFETCH(const QByteArray, one);
    QFETCH(const QByteArray, other);
    QVERIFY(canonicalJson(one) && canonicalJson(other));
    QVERIFY(canonical(one) != canonical(other));
}

void CanonicalJsonTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "[]", "1", "{", "{\"a\":1,}", "{\"a\":01}", "{\"a\":\"\xff\"}", "{}{}"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void CanonicalJsonTest::refuses()
{
    QFETCH(const QByteArray, text);
    const auto result = canonicalJson(text);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InvalidRequest);
}

void CanonicalJsonTest::leavesAMemberOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row(R"({"model":"x"})", "{}");
    row(R"({"model":"x","a":1})", R"({"a":1})");
    row(R"({"z":1,"mod\u0065l":{"b":[1]},"a":1,"model":2})", R"({"a":1,"z":1})");
    row(R"({"a":{"model":1},"models":2,"mode":3})", R"({"a":{"model":1},"mode":3,"models":2})");
    row(R"({"a":[{"model":1}]})", R"({"a":[{"model":1}]})");
}

void CanonicalJsonTest::leavesAMemberOut()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    const auto result = canonicalJsonWithout(text, "model");
    QVERIFY(result);
    QCOMPARE(*result, expected);
}

void CanonicalJsonTest::goesAsDeepAsTheScanner()
{
    QByteArray text = "1";
    for (int level = 0; level < 512; ++level) {
        text = "{\"b\":" + text + ",\"a\":0}";
    }
    const QByteArray expected
        = QByteArray("{\"a\":0,\"b\":").repeated(512) + "1" + QByteArray("}").repeated(512);
    QCOMPARE(canonical(text), expected);
    QVERIFY(!canonicalJson("{\"b\":" + text + "}"));
}

void CanonicalJsonTest::isBoundedInMembers()
{
    const auto withMembers = [](int count) {
        QByteArray text = "{\"a\":[";
        for (int i = 0; i < count - 1; ++i) {
            text += i == 0 ? "{\"x\":0}" : ",{\"x\":0}";
        }
        return text + "]}";
    };
    const QByteArray most = withMembers(maxCanonicalMembers);
    QVERIFY(canonical(most) == most);
    QVERIFY(!canonicalJson(withMembers(maxCanonicalMembers + 1)));
}

void CanonicalJsonTest::takesManyMembersInOneObject()
{
    const auto number = [](int i) { return QByteArray::number(i).rightJustified(6, '0'); };
    QByteArrayList rising;
    QByteArrayList falling;
    for (int i = 0; i < maxCanonicalMembers; ++i) {
        rising.append("\"k" + number(i) + "\":" + QByteArray::number(i));
        falling.prepend(rising.last());
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(canonical("{" + falling.join(" , ") + "}") == "{" + rising.join(',') + "}");
    // With the square of the number of members it would take minutes.
    QVERIFY(timer.elapsed() < 20'000);
}

void CanonicalJsonTest::anyWayOfWritingIsTheSame()
{
    std::mt19937 random(20'240'607); // the same every time
    for (int i = 0; i < 2'000; ++i) {
        Sample sample(random, 0);
        const auto text = [&] { return "{\"v\":" + sample.written(random) + "}"; };
        const QByteArray one = canonical(text());
        QVERIFY2(!one.startsWith("refused"), one.constData());
        for (int again = 0; again < 3; ++again) {
            const QByteArray other = text();
            QVERIFY2(canonical(other) == one, other.constData());
        }
        QCOMPARE(canonical(one), one);
        sample.change(random);
        QVERIFY2(canonical(text()) != one, one.constData());
    }
}

QTEST_GUILESS_MAIN(CanonicalJsonTest)

#include "tst_canonicaljson.moc"

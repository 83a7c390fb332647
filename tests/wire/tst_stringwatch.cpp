// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/stringwatch.h"

#include <QByteArrayList>
#include <QTest>

using namespace nexus;

namespace {

// Each string as `key=text`, its parts joined; one that did not end has no full stop.
QByteArrayList stringsIn(QByteArrayView text, qsizetype step)
{
    StringWatch watch;
    QByteArrayList found;
    bool isNew = true;
    for (qsizetype pos = 0; pos < text.size(); pos += step) {
        watch.feed(text.sliced(pos, std::min(step, text.size() - pos)), [&](const StringWatch::Piece &piece) {
            if (isNew) {
                found.append(piece.key.toByteArray() + '=');
            }
            found.last() += piece.text.toByteArray() + (piece.isLast ? "." : "");
            isNew = piece.isLast;
        });
    }
    return found;
}

} // namespace

class StringWatchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheStringsBehindKeys_data();
    void findsTheStringsBehindKeys();
};

void StringWatchTest::findsTheStringsBehindKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("strings");
    QTest::newRow("members") << QByteArray(R"({"a":"one","b" : "two","c":3,"d":["x"],"e":null})")
                             << QByteArrayList {"a=one.", "b=two."};
    QTest::newRow("nested") << QByteArray(R"({"a":{"b":["x",{"c":"deep"}]}})") << QByteArrayList {"c=deep."};
    QTest::newRow("empty") << QByteArray(R"({"a":"","b":"x"})") << QByteArrayList {"a=.", "b=x."};
    QTest::newRow("escapes") << QByteArray(R"({"a":"q\"u\\","b":"\u0041\n"})")
                             << QByteArrayList {R"(a=q\"u\\.)", R"(b=\u0041\n.)"};
    QTest::newRow("no key but a value")
        << QByteArray(R"({"a":"b: \"c\":\"d\""})") << QByteArrayList {R"(a=b: \"c\":\"d\".)"};
    QTest::newRow("escaped key") << QByteArray(R"({"\u0061":"x"})") << QByteArrayList {"=x."};
    QTest::newRow("long key") << QByteArray(
        R"({"abcdefghijklmnopqrstuvwxyz":"x","abcdefghijklmnopqrstuvwx":"y"})")
                              << QByteArrayList {"=x.", "abcdefghijklmnopqrstuvwx=y."};
    QTest::newRow("printed over lines")
        << QByteArray("{\n  \"a\": \"x\",\n  \"b\":\n    \"y\"\n}") << QByteArrayList {"a=x.", "b=y."};
    QTest::newRow("events") << QByteArray("data: {\"a\":\"x\"}\n\ndata: {\"a\":\"y\"}\n\ndata: [DONE]\n\n")
                            << QByteArrayList {"a=x.", "a=y."};
    QTest::newRow("a quote in a comment")
        << QByteArray(": it's \"open\ndata: {\"a\":\"x\"}\n\n") << QByteArrayList {"a=x."};
    QTest::newRow("a string cut by a line end")
        << QByteArray("data: {\"a\":\"x\ndata: {\"a\":\"y\"}\n\n") << QByteArrayList {"a=x.", "a=y."};
    QTest::newRow("cut in a string") << QByteArray(R"({"a":"one)") << QByteArrayList {"a=one"};
    QTest::newRow("cut in an escape") << QByteArray(R"({"a":"one\)") << QByteArrayList {R"(a=one\)"};
    QTest::newRow("an escaped line end")
        << QByteArray("{\"a\":\"x\\\n\"b\":\"y\"") << QByteArrayList {"a=x\\.", "b=y."};
}

void StringWatchTest::findsTheStringsBehindKeys()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArrayList, strings);
    for (qsizetype step = text.size(); step > 0; --step) {
        QCOMPARE(stringsIn(text, step), strings);
    }
}

QTEST_GUILESS_MAIN(StringWatchTest)
#include "tst_stringwatch.moc"

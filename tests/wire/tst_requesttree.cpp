// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/requesttree.h"

#include <QTest>

using namespace nexus;

class RequestTreeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBodyKeepsTheOrderOfItsMembers();
    void anUnusableBodySaysWhy_data();
    void anUnusableBodySaysWhy();
    void aHugeObjectIsRefusedBeforeATreeIsMade();
    void signsInsideStringsDoNotCount();
    void theLimitsAreInclusive();
};

void RequestTreeTest::aBodyKeepsTheOrderOfItsMembers()
{
    const QByteArray body = R"({"z":1,"a":{"y":2,"b":3}})";
    QCOMPARE(toText(readRequestTree(body).value()), body);
}

void RequestTreeTest::anUnusableBodySaysWhy_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("part");
    QTest::newRow("cut") << QByteArray(R"({"a":)") << QStringLiteral("Send one JSON object.");
    QTest::newRow("array") << QByteArray("[]") << QStringLiteral("Send one JSON object.");
    QTest::newRow("number out of range") << QByteArray(R"({"a":1e999})") << QStringLiteral("out of range");
    QTest::newRow("deep") << R"({"a":)" + QByteArray(600, '[') + QByteArray(600, ']') + '}'
                          << QStringLiteral("nested deeper than 512");
}

void RequestTreeTest::anUnusableBodySaysWhy()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, part);
    const Result<Json> tree = readRequestTree(body);
    QVERIFY(!tree);
    QCOMPARE(tree.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(tree.error().message.contains(part), qPrintable(tree.error().message));
}

// The time to build an object grows with the square of its size: half a minute for a megabyte of short keys.
void RequestTreeTest::aHugeObjectIsRefusedBeforeATreeIsMade()
{
    QByteArray body = "{";
    for (int number = 0; number < 200'000; ++number) {
        body += '"' + QByteArray::number(number) + "\":0,";
    }
    body += "\"end\":0}";
    QVERIFY(!parseJson(body));
    QVERIFY(readRequestTree(body).error().message.contains(QStringLiteral("more than 2000 members")));
}

void RequestTreeTest::signsInsideStringsDoNotCount()
{
    const QByteArray text = QByteArray(5000, ':') + QByteArray(5000, '{') + R"(\"\\)";
    QVERIFY(parseJson("{\"a\":\"" + text + "\"}"));
}

void RequestTreeTest::theLimitsAreInclusive()
{
    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(isTame(nested(512)));
    QVERIFY(!isTame(nested(513)));
    // Members of neighbours do not add up.
    QByteArray one = "{";
    for (int number = 0; number < maxJsonMembers; ++number) {
        one += '"' + QByteArray::number(number) + "\":0,";
    }
    one.chop(1);
    one += '}';
    QVERIFY(isTame('[' + one + ',' + one + ']'));
    one.chop(1);
    QVERIFY(!isTame(one + ",\"more\":0}"));
}

QTEST_APPLESS_MAIN(RequestTreeTest)
#include "tst_requesttree.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/nearestname.h"

#include <QtTest>

using namespace nexus;

class TestNearestName final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distance_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *a, const char *b, int expected) {
            QTest::addRow("%s-%s", a, b) << QString::fromLatin1(a) << QString::fromLatin1(b) << expected;
        };
        row("", "", 0);
        row("", "abc", 3);
        row("abc", "", 3);
        row("abc", "abc", 0);
        row("abc", "abd", 1);
        row("abc", "ab", 1);
        row("abc", "xabc", 1);
        row("api_kye", "api_key", 1);
        row("ca", "abc", 3);
        row("kitten", "sitting", 3);
        row("abcdef", "badcfe", 3);
    }

    void distance()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, expected);
        QCOMPARE(editDistance(a, b), expected);
        QCOMPARE(editDistance(b, a), expected);
        QCOMPARE(editDistance(a, b, expected), expected);
        if (expected > 0) {
            QVERIFY(editDistance(a, b, expected - 1) >= expected);
        }
    }

    void nearest_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(expected);
        };
        row("api_kye", "api_key");
        row("apikey", "api_key");
        row("API_KEY", "api_key");
        row("modls", "models");
        row("x", "");
        row("", "");
        row("something", "");
    }

    void nearest()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        const QStringList known {QStringLiteral("base_url"), QStringLiteral("api_key"),
            QStringLiteral("api_keys"), QStringLiteral("models"), QStringLiteral("a")};
        QCOMPARE(nearestName(name, known), expected);
    }

    void severalComeBestFirst()
    {
        const QStringList known {QStringLiteral("gpt-4o-mini"), QStringLiteral("gpt-4"),
            QStringLiteral("claude"), QStringLiteral("gpt-4o")};
        QCOMPARE(nearestNames(u"gpt-40", known, 2),
            (QStringList {QStringLiteral("gpt-4"), QStringLiteral("gpt-4o")}));
        QCOMPARE(nearestNames(u"gpt-40", known, 0), QStringList());
    }

    void longNamesAreNotCompared()
    {
        const QString huge(100'000, u'a');
        QCOMPARE(nearestName(huge, {huge}), QString());
        QCOMPARE(nearestName(u"abc", {huge}), QString());
    }
};

QTEST_GUILESS_MAIN(TestNearestName)
#include "tst_nearestname.moc"

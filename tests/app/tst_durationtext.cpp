// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/durationtext.h"

#include <QTest>

using namespace nexus;

class TestDurationText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortTimesAreMilliseconds_data();
    void shortTimesAreMilliseconds();
};

void TestDurationText::shortTimesAreMilliseconds_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << qint64(0) << QStringLiteral("-");
    QTest::newRow("below a millisecond") << qint64(400) << QStringLiteral("0.4ms");
    QTest::newRow("a millisecond") << qint64(1'000) << QStringLiteral("1ms");
    QTest::newRow("below five milliseconds") << qint64(4'999) << QStringLiteral("4ms");
    QTest::newRow("milliseconds") << qint64(12'345) << QStringLiteral("12ms");
    QTest::newRow("the longest of them") << qint64(99'999) << QStringLiteral("99ms");
    QTest::newRow("a tenth of a second") << qint64(100'000) << QStringLiteral("0.10s");
    QTest::newRow("seconds") << qint64(75'250'000) << QStringLiteral("75.25s");
}

void TestDurationText::shortTimesAreMilliseconds()
{
    QFETCH(const qint64, micros);
    QFETCH(const QString, text);
    QCOMPARE(durationText(micros), text);
}

QTEST_APPLESS_MAIN(TestDurationText)

#include "tst_durationtext.moc"

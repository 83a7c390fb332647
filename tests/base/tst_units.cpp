// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/units.h"

#include <QtTest>

using namespace nexus;

Q_DECLARE_METATYPE(std::optional<qint64>)

class TestUnits final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void duration_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::optional<qint64>>("expected");
        const auto row = [](const char *text, std::optional<qint64> expected) {
            QTest::newRow(text) << QString::fromLatin1(text) << expected;
        };
        row("500ms", 500);
        row("60s", 60'000);
        row("5m", 300'000);
        row("1h", 3'600'000);
        row("90d", 90LL * 86'400'000);
        row("1h30m", 5'400'000);
        row(" 1m 30s ", 90'000);
        row("0s", 0);
        row("36600d", 36'600LL * 86'400'000);
        row("36601d", std::nullopt);
        row("", std::nullopt);
        row("10", std::nullopt);
        row("s", std::nullopt);
        row("-1s", std::nullopt);
        row("+1s", std::nullopt);
        row("1.5s", std::nullopt);
        row("1 s", std::nullopt);
        row("1S", std::nullopt);
        row("1min", std::nullopt);
        row("off", std::nullopt);
        row("99999999999999999999s", std::nullopt);
        row("9223372036854775807d", std::nullopt);
    }

    void duration()
    {
        QFETCH(QString, text);
        QFETCH(std::optional<qint64>, expected);
        const auto read = parseDuration(text);
        QCOMPARE(read ? std::optional<qint64>(read->count()) : std::nullopt, expected);
    }

    void foreignDigitsAreNoDigits() { QVERIFY(!parseDuration(u"\u0661s")); }

    void formatIsReadBack_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << QStringLiteral("0s");
        QTest::newRow("ms") << qint64(1'500) << QStringLiteral("1500ms");
        QTest::newRow("s") << qint64(90'000) << QStringLiteral("90s");
        QTest::newRow("h") << qint64(7'200'000) << QStringLiteral("2h");
        QTest::newRow("d") << qint64(86'400'000) << QStringLiteral("1d");
    }

    void formatIsReadBack()
    {
        QFETCH(qint64, count);
        QFETCH(QString, text);
        QCOMPARE(formatDuration(std::chrono::milliseconds(count)), text);
        QCOMPARE(parseDuration(text)->count(), count);
    }

    void size_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::optional<qint64>>("expected");
        const auto row = [](const char *text, std::optional<qint64> expected) {
            QTest::newRow(text) << QString::fromLatin1(text) << expected;
        };
        row("0", 0);
        row("512", 512);
        row("512B", 512);
        row("10KB", 10'000);
        row("64KiB", 65'536);
        row("32MiB", 32LL << 20);
        row("2 GiB", 2LL << 30);
        row("1TB", 1'000'000'000'000);
        row("4194304TiB", 1LL << 62);
        row("4194305TiB", std::nullopt);
        row("", std::nullopt);
        row("MiB", std::nullopt);
        row("-1", std::nullopt);
        row("1.5MiB", std::nullopt);
        row("1mib", std::nullopt);
        row("1MiBs", std::nullopt);
    }

    void size()
    {
        QFETCH(QString, text);
        QFETCH(std::optional<qint64>, expected);
        QCOMPARE(parseByteSize(text), expected);
    }
};

QTEST_GUILESS_MAIN(TestUnits)
#include "tst_units.moc"

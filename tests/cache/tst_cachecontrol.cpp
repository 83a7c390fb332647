// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/cachecontrol.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;

class CacheControlTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void CacheControlTest::reads_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<CacheControl>("expected");
    const auto row = [](const char *value, CacheControl expected) {
        QTest::newRow(value) << QByteArray(value) << expected;
    };
    row("", {});
    row(" , ,", {});
    row("max-stale=5, min-fresh=3, no-transform, x", {});
    row("no-cache", {.isFreshAsked = true});
    row("No-Cache , NO-STORE", {.isFreshAsked = true, .isUnstored = true});
    row("no-store", {.isUnstored = true});
    row("only-if-cached", {.isOnlyFromCache = true});
    row("max-age=60", {.maxAge = 60s});
    row("max-age = 60", {.maxAge = 60s});
    row("max-age=\"60\"", {.maxAge = 60s});
    row("max-age=0,no-store", {.isUnstored = true, .maxAge = 0s});
    row("max-age=60, max-age=30, max-age=90", {.maxAge = 30s});
    row("max-age", {.maxAge = 0s});
    row("max-age=", {.maxAge = 0s});
    row("max-age=-1", {.maxAge = 0s});
    row("max-age=1.5", {.maxAge = 0s});
    row("max-age=2147483647", {.maxAge = 2147483647s});
    row("max-age=99999999999999999999999", {.maxAge = 2147483648s});
    row("x=\"a, no-store\"", {});
    row("x=\"a, b\", no-store", {.isUnstored = true});
    row("nostore, no-cacheable, xno-store", {});
}

void CacheControlTest::reads()
{
    QFETCH(const QByteArray, value);
    QFETCH(const CacheControl, expected);
    QCOMPARE(parseCacheControl(value), expected);
}

QTEST_GUILESS_MAIN(CacheControlTest)

#include "tst_cachecontrol.moc"

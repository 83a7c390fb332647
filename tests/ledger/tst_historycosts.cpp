// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historysumskit.h"
#include "ledger/history/historylatency.h"

using namespace nexus;

class TestHistoryCosts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void derivesCostsAnew();
    void keepsCostsWherePricesAreGone();
    void chargesLongInputsByTheirTier();
    void followsPricesThatChange();
    void takesHourlyPricesFromTheRows();
    void chargesNothingForWhatNobodyWasAsked();
    void findsPercentiles();
};

void TestHistoryCosts::derivesCostsAnew()
{
    HistoryKit kit;
    {
        History history(kit.options());
        RequestRecord record = simple(0, 1'000'000);
        record.microDollars = 5; // by a price that was wrong
        history.record(record);
    }
    QCOMPARE(totalOf(sumsOf(kit, {}, prices())).microDollars, 1'000'000);
    const auto dearer
        = [](const QString &, const QString &, qint64) { return std::optional(priceOf(3'000'000)); };
    QCOMPARE(totalOf(sumsOf(kit, {}, dearer)).microDollars, 3'000'000);
}

void TestHistoryCosts::keepsCostsWherePricesAreGone()
{
    HistoryKit kit;
    {
        History history(kit.options());
        RequestRecord record = simple(0, 1'000);
        record.microDollars = 50;
        history.record(record);
        record.microDollars.reset();
        history.record(record);
    }
    const UsageSum sum = totalOf(sumsOf(kit, {}, HistoryKit::noPrices()));
    QCOMPARE(sum.microDollars, 50);
    QCOMPARE(sum.unpriced, 1);
    const std::vector<HistoryRow> rows = kit.rows();
    QCOMPARE(rows.at(1).microDollars, 50);
    QVERIFY(!rows.at(0).microDollars);
}

void TestHistoryCosts::chargesLongInputsByTheirTier()
{
    HistoryKit kit;
    {
        History history(kit.options());
        for (const qint64 input : {200'000, 200'001, 150'000, 1'000'001}) {
            history.record(simple(input % 7, input));
        }
    }
    Price price = priceOf(1'000'000);
    price.tiers.push_back({.above = 200'000, .rates = {.input = 2'000'000}});
    const auto tiered = [price](const QString &, const QString &, qint64) { return std::optional(price); };
    QCOMPARE(totalOf(sumsOf(kit, {}, tiered)).microDollars, 200'000 + 400'002 + 150'000 + 2'000'002);
}

void TestHistoryCosts::followsPricesThatChange()
{
    HistoryKit kit;
    {
        History history(kit.options());
        for (int day = 0; day < 10; ++day) {
            history.record(simple(-day * DAY, 1'000'000));
        }
    }
    // Since the evening five days ago, as tables say it: by dates.
    const qint64 since = NOON - 4 * DAY - 12 * HOUR;
    const auto changed = [since](const QString &, const QString &, qint64 time) {
        return std::optional(priceOf(time < since ? 1'000'000 : 3'000'000));
    };
    for (const By by : {By::All, By::Model, By::Day}) {
        QCOMPARE(totalOf(sumsOf(kit, queryBy(by), changed)).microDollars, 5 * 1'000'000 + 5 * 3'000'000);
    }
}

void TestHistoryCosts::takesHourlyPricesFromTheRows()
{
    HistoryKit kit;
    {
        History history(kit.options());
        RequestRecord record = simple(0, 1'000'000);
        record.microDollars = 77;
        history.record(record);
        record.microDollars.reset();
        history.record(record);
    }
    const auto hourly = [](const QString &, const QString &, qint64 time) {
        return std::optional(priceOf(time % DAY < 8 * HOUR ? 1'000'000 : 2'000'000));
    };
    const UsageSum sum = totalOf(sumsOf(kit, {}, hourly));
    QCOMPARE(sum.microDollars, 77);
    QCOMPARE(sum.unpriced, 1);
}

void TestHistoryCosts::chargesNothingForWhatNobodyWasAsked()
{
    HistoryKit kit;
    {
        History history(kit.options());
        RequestRecord record = simple(0, 1'000'000);
        record.cache = CacheUse::Shared;
        history.record(record);
        record.cache = CacheUse::Off;
        record.attempts.clear();
        history.record(record);
        record = simple(0, 1'000'000);
        record.operation = Operation::CountTokens;
        history.record(record);
        record = simple(0, 0);
        record.usage.reset();
        record.status = 500;
        history.record(record);
    }
    const UsageSum sum = totalOf(sumsOf(kit, {}, prices()));
    QCOMPARE(sum.requests, 4);
    QCOMPARE(sum.cached, 1);
    QCOMPARE(sum.microDollars, 0);
    QCOMPARE(sum.unpriced, 0);
    for (const HistoryRow &row : kit.rows()) {
        QCOMPARE(row.microDollars, 0);
    }
}

void TestHistoryCosts::findsPercentiles()
{
    std::vector<qint64> none;
    QVERIFY(!latencyOf(none));
    std::vector<qint64> one {7};
    QCOMPARE(latencyOf(one)->p99, 7);
    HistoryKit kit;
    {
        History history(kit.options());
        for (int i = 100; i >= 1; --i) {
            RequestRecord record = simple(i, 1);
            record.duration = std::chrono::microseconds(i * 1'000);
            record.firstByte = std::chrono::microseconds(i % 2 == 0 ? i * 10 : 0);
            history.record(record);
            record.status = 500; // failed fast, which says nothing
            record.duration = std::chrono::microseconds(1);
            history.record(record);
        }
    }
    const auto reader = HistoryReader::open(kit.path(), prices());
    for (const char *filter : {"", "model:gpt", "since:1h"}) {
        const auto sums = usageSums(*reader, queryBy(By::Model, QString::fromLatin1(filter))).value();
        QCOMPARE(sums.front().samples, 100);
        QCOMPARE(*sums.front().duration, (LatencyTimes {.p50 = 50'000, .p95 = 95'000, .p99 = 99'000}));
        QCOMPARE(*sums.front().firstByte, (LatencyTimes {.p50 = 500, .p95 = 960, .p99 = 1'000}));
    }
    UsageQuery without = queryBy(By::Model);
    without.withLatency = false;
    QVERIFY(!usageSums(*reader, without)->front().duration);
}

QTEST_GUILESS_MAIN(TestHistoryCosts)
#include "tst_historycosts.moc"

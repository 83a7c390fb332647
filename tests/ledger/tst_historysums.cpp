// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historysumskit.h"

using namespace nexus;

class TestHistorySums final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsUpLikeTheRows_data();
    void addsUpLikeTheRows();
    void daysAreThoseOfTheMachine();
    void hoursFollowTheZone();
    void refusesCosts();
};

namespace {

// Ten days of requests, more than one in each hour.
RequestRecord recordOf(int i)
{
    RequestRecord record = answeredChat(-10 * DAY + i * DAY / 60, QByteArray::number(i));
    record.who.label = "client-" + QByteArray::number(i % 3);
    record.alias = i % 4 == 0 ? QStringLiteral("fast") : QString();
    record.usage
        = TokenUsage {.input = 1'000 + i, .cacheRead = i, .cacheWrite = 1, .output = 7, .reasoning = 2};
    record.isUsageEstimated = i % 9 == 0;
    if (i % 5 == 0) {
        record.provider = QStringLiteral("other");
        record.upstreamModel = "unknown";
        record.askedModel = "other/unknown";
    }
    if (i % 7 == 0) {
        record.status = 500;
        record.outcome = Outcome::Failed;
        record.usage.reset();
    }
    if (i % 11 == 0) {
        record.cache = CacheUse::Hit;
    }
    if (i % 13 == 0) {
        record.usage.reset();
    }
    if (i % 17 == 0) {
        record.operation.reset();
    }
    return record;
}

QString dayText(const HistoryRow &row, const char *format)
{
    return QDateTime::fromMSecsSinceEpoch(row.time, QTimeZone::utc()).toString(QString::fromLatin1(format));
}

QString labelOf(const HistoryRow &row, By by)
{
    switch (by) {
    case By::All:
        return {};
    case By::Hour:
        return dayText(row, "yyyy-MM-dd HH:00");
    case By::Day:
        return dayText(row, "yyyy-MM-dd");
    case By::Month:
        return dayText(row, "yyyy-MM");
    case By::Model:
        return row.model;
    case By::Provider:
        return row.provider;
    case By::Client:
        return row.client;
    case By::Alias:
        return row.alias;
    }
    return {};
}

// One by one, as a person would.
QMap<QString, UsageSum> addedUp(const std::vector<HistoryRow> &rows, By by)
{
    QMap<QString, UsageSum> sums;
    for (const HistoryRow &row : rows) {
        if (row.operation.isEmpty()) {
            continue;
        }
        UsageSum &sum = sums[labelOf(row, by)];
        ++sum.requests;
        sum.errors += row.isError ? 1 : 0;
        const bool isCached = row.cache == QLatin1String("hit");
        sum.cached += isCached ? 1 : 0;
        if (!isCharged(row)) {
            continue;
        }
        sum.estimated += row.isUsageEstimated ? 1 : 0;
        const auto cost = historyCost(row, prices());
        sum.unpriced += cost ? 0 : 1;
        sum.microDollars += cost.value_or(0);
        const TokenUsage usage = row.usage.value_or(TokenUsage());
        sum.tokens.input += usage.input;
        sum.tokens.cacheRead += usage.cacheRead;
        sum.tokens.cacheWrite += usage.cacheWrite;
        sum.tokens.output += usage.output;
        sum.tokens.reasoning += usage.reasoning;
    }
    return sums;
}

} // namespace

void TestHistorySums::addsUpLikeTheRows_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<QString>("filter");
    for (const auto &[name, by] : {std::pair {"all", By::All}, std::pair {"hour", By::Hour},
             std::pair {"day", By::Day}, std::pair {"month", By::Month}, std::pair {"model", By::Model},
             std::pair {"provider", By::Provider}, std::pair {"client", By::Client},
             std::pair {"alias", By::Alias}}) {
        for (const char *filter :
            {"", "since:5d", "since:5d until:30h", "since:20h until:19h", "until:3d", "client:=client-1",
                "model:gpt -alias:fast since:100h", "-provider:other", "is:error", "model:unknown is:cached",
                "since:2025-12-24T00:00:00Z until:2025-12-26T23:59:59.999Z", "client:nobody"}) {
            QTest::addRow("%s %s", name, filter) << static_cast<int>(by) << QString::fromLatin1(filter);
        }
    }
}

void TestHistorySums::addsUpLikeTheRows()
{
    QFETCH(const int, by);
    QFETCH(const QString, filter);
    static const auto filled = [] {
        auto kit = std::make_unique<HistoryKit>();
        History history(kit->options());
        for (int i = 0; i < 600; ++i) {
            history.record(recordOf(i));
        }
        return kit;
    }();
    const UsageQuery query = queryBy(static_cast<By>(by), filter);
    const QMap<QString, UsageSum> expected = addedUp(filled->rows(query.filter), query.by);
    const std::vector<UsageSum> sums = sumsOf(*filled, query, prices());
    QCOMPARE(static_cast<qsizetype>(sums.size()), expected.size());
    for (const UsageSum &sum : sums) {
        const UsageSum &right = expected.value(sum.label);
        QCOMPARE(sum.requests, right.requests);
        QCOMPARE(sum.errors, right.errors);
        QCOMPARE(sum.cached, right.cached);
        QCOMPARE(sum.estimated, right.estimated);
        QCOMPARE(sum.tokens, right.tokens);
        QCOMPARE(sum.unpriced, right.unpriced);
        // Each row is rounded by itself.
        QVERIFY(qAbs(sum.microDollars - right.microDollars) <= right.requests);
        QVERIFY(sum.microDollars > 0 || right.microDollars == 0);
    }
    QCOMPARE(totalOf(sums).requests,
        sumsOf(*filled, queryBy(By::All, filter), prices()).empty()
            ? 0
            : sumsOf(*filled, queryBy(By::All, filter), prices()).front().requests);
}

void TestHistorySums::daysAreThoseOfTheMachine()
{
    HistoryKit kit;
    HistoryOptions options = kit.options();
    options.zone = QTimeZone("Asia/Kolkata"); // 5:30 ahead
    {
        History history(std::move(options));
        history.record(simple(6 * HOUR + HOUR / 2 - 1, 1)); // 23:59:59.999 there
        history.record(simple(6 * HOUR + HOUR / 2, 10));
    }
    UsageQuery query = queryBy(By::Day);
    query.zone = QTimeZone("Asia/Kolkata");
    const std::vector<UsageSum> sums = sumsOf(kit, query, prices());
    QCOMPARE(sums.size(), std::size_t(2));
    QCOMPARE(sums.at(0).label, QStringLiteral("2026-01-01"));
    QCOMPARE(sums.at(0).tokens.input, 1);
    QCOMPARE(sums.at(1).label, QStringLiteral("2026-01-02"));
    query.filter = parseHistoryFilter(u"since:2026-01-02T00:00:00+05:30", NOON).value();
    QCOMPARE(totalOf(sumsOf(kit, query, prices())).tokens.input, 10);
}

void TestHistorySums::hoursFollowTheZone()
{
    HistoryKit kit;
    HistoryOptions options = kit.options();
    options.config.retention = std::chrono::hours(24 * 3650);
    options.zone = QTimeZone("Europe/Berlin");
    const qint64 change = QDateTime(QDate(2025, 10, 26), QTime(1, 0), QTimeZone::utc()).toMSecsSinceEpoch();
    {
        History history(std::move(options));
        for (const qint64 time : {change - 1, change, change + HOUR}) {
            history.record(simple(time - NOON, 1));
        }
    }
    UsageQuery query = queryBy(By::Hour);
    query.zone = QTimeZone("Europe/Berlin");
    const std::vector<UsageSum> sums = sumsOf(kit, query, prices());
    QCOMPARE(sums.size(), std::size_t(2));
    QCOMPARE(sums.at(0).label, QStringLiteral("2025-10-26 02:00")); // there were two of them
    QCOMPARE(sums.at(0).requests, 2);
    QCOMPARE(sums.at(1).label, QStringLiteral("2025-10-26 03:00"));
    // Also where the range begins within the hour that comes twice, or ends there.
    for (const auto &[filter, first, second] :
        {std::tuple {"since:2025-10-26T00:30:00Z", 2, 1}, {"since:2025-10-26T01:00:00Z", 1, 1},
            {"until:2025-10-26T01:30:00Z", 2, 0}, {"until:2025-10-26T00:59:59.999Z", 1, 0}}) {
        query.filter = parseHistoryFilter(QString::fromLatin1(filter), NOON).value();
        const std::vector<UsageSum> some = sumsOf(kit, query, prices());
        QCOMPARE(some.front().requests, first);
        QCOMPARE(totalOf(some).requests, first + second);
    }
}

void TestHistorySums::refusesCosts()
{
    HistoryKit kit;
    const History history(kit.options());
    QTRY_VERIFY(QFile::exists(kit.path()));
    QTRY_VERIFY(HistoryReader::open(kit.path(), prices()).has_value());
    const auto reader = HistoryReader::open(kit.path(), prices());
    const auto sums = usageSums(*reader, queryBy(By::All, QStringLiteral("cost:>1")));
    QVERIFY(!sums);
    QCOMPARE(sums.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(usageSums(*reader, {})->empty());
}

QTEST_GUILESS_MAIN(TestHistorySums)
#include "tst_historysums.moc"

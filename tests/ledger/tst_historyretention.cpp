// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historykit.h"
#include "ledger/history/historypruner.h"
#include "ledger/history/historysums.h"

#include <QRandomGenerator>

using namespace nexus;
using namespace std::chrono_literals;

class TestHistoryRetention final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesOutWhatIsOld();
    void looksEveryHour();
    void looksSoonWhenConfiguredAnew();
    void takesOutBodiesFirst();
    void takesOutRowsWhereBodiesAreNotEnough();
    void keepsTheSumsOfWhatHadToMakeRoom();
    void forgetsNamesAndTexts();
    void takesOutMoreThanOnePortion();
    void bringsAnOlderFileUpToDate();
    void bringsTheFormerFileUpToDate();
    void keepsTheBodiesOfTheLastVersion();
};

namespace {

constexpr qint64 DAY = 86'400'000;

QByteArray noise(int size)
{
    QByteArray bytes;
    QRandomGenerator random(7);
    while (bytes.size() < size) {
        bytes += QByteArray::number(random.generate(), 36) + ' ';
    }
    return bytes;
}

qint64 number(const HistoryKit &kit, const char *sql)
{
    const auto database = HistoryDatabase::open(kit.path(), HistoryDatabase::Access::Read);
    return database ? (*database)->number(QString::fromLatin1(sql)).value_or(-2) : -1;
}

HistoryOptions keepingBodies(HistoryKit &kit)
{
    HistoryOptions options = kit.options();
    options.config.bodies = LedgerConfig::Bodies::All;
    return options;
}

void record(History &history, qint64 offset, const QByteArray &id, const QByteArray &prompt = {})
{
    RequestRecord entry = answeredChat(offset, id);
    entry.bodies.prompt = prompt;
    entry.attempts.insert(entry.attempts.begin(), entry.attempts.front());
    history.record(entry);
}

} // namespace

void TestHistoryRetention::takesOutWhatIsOld()
{
    HistoryKit kit;
    {
        History history(keepingBodies(kit));
        record(history, -91 * DAY, "old", "old words");
        record(history, -89 * DAY, "young", "young words");
        QVERIFY(history.flush());
    }
    kit.pass(1ms);
    History history(keepingBodies(kit)); // looks at the start
    QTRY_COMPARE(kit.logged("history_pruned"), 1);
    QCOMPARE(kit.rows().size(), std::size_t(1));
    QCOMPARE(kit.rows().front().requestId, QStringLiteral("young"));
    QCOMPARE(number(kit, "SELECT COUNT(*) FROM attempts"), 2);
    QCOMPARE(number(kit, "SELECT COUNT(*) FROM bodies"), 1);
    QCOMPARE(number(kit, "SELECT COUNT(*) FROM sums"), 1);
    QCOMPARE(number(kit, "SELECT COUNT(*) FROM hours"), 1);
}

void TestHistoryRetention::looksEveryHour()
{
    HistoryKit kit;
    History history(kit.options());
    record(history, -90 * DAY + 1'800'000, "a");
    QVERIFY(history.flush());
    record(history, 0, "first"); // written after the look that follows the start
    QVERIFY(history.flush());
    kit.pass(59min);
    record(history, 0, "b"); // wakes the thread, for which it is no time yet
    QVERIFY(history.flush());
    record(history, 0, "c");
    QVERIFY(history.flush());
    QCOMPARE(kit.rows().size(), std::size_t(4));
    kit.pass(1min);
    record(history, 0, "d");
    QVERIFY(history.flush());
    QTRY_COMPARE(kit.rows().size(), std::size_t(4));
    QCOMPARE(kit.rows().back().requestId, QStringLiteral("first"));
}

void TestHistoryRetention::looksSoonWhenConfiguredAnew()
{
    HistoryKit kit;
    History history(kit.options());
    record(history, -2 * DAY, "a");
    record(history, 0, "b");
    QVERIFY(history.flush());
    QCOMPARE(kit.rows().size(), std::size_t(2));
    LedgerConfig config;
    config.retention = 24h;
    history.setConfig(config);
    QTRY_COMPARE(kit.rows().size(), std::size_t(1));
}

void TestHistoryRetention::takesOutBodiesFirst()
{
    HistoryKit kit;
    HistoryOptions options = keepingBodies(kit);
    History history(std::move(options));
    for (int i = 0; i < 600; ++i) {
        record(history, i, QByteArray::number(i), QByteArray::number(i) + ' ' + noise(4'000));
    }
    QVERIFY(history.flush());
    const qint64 before = number(kit, "SELECT COUNT(*) FROM bodies");
    QCOMPARE(before, 600);
    LedgerConfig config;
    config.bodies = LedgerConfig::Bodies::All;
    config.maxSize = 1'500'000;
    history.setConfig(config);
    QTRY_VERIFY(number(kit, "SELECT COUNT(*) FROM bodies") < 600);
    QTRY_COMPARE(kit.logged("history_pruned"), 1);
    QVERIFY(history.flush());
    QCOMPARE(kit.rows().size(), std::size_t(600));
    const qint64 left = number(kit, "SELECT COUNT(*) FROM bodies");
    QVERIFY2(left > 0, "as many stay as have room");
    QCOMPARE(number(kit, "SELECT MIN(request) FROM bodies"), 600 - left + 1); // the newest
    const auto database = HistoryDatabase::open(kit.path(), HistoryDatabase::Access::Write);
    QVERIFY(historySize(**database).value_or(0) <= config.maxSize);
    QVERIFY((*database)->run({QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")}));
    QTRY_VERIFY(QFile(kit.path()).size() <= config.maxSize + 100'000); // given back to the file system
    QCOMPARE(HistoryKit::integrity(kit.path()), QStringLiteral("ok"));
}

void TestHistoryRetention::takesOutRowsWhereBodiesAreNotEnough()
{
    HistoryKit kit;
    History history(keepingBodies(kit));
    for (int i = 0; i < 5'000; ++i) {
        record(history, i, QByteArray::number(i), i < 50 ? noise(2'000) : QByteArray());
    }
    QVERIFY(history.flush());
    LedgerConfig config;
    config.bodies = LedgerConfig::Bodies::All;
    config.maxSize = 700'000;
    history.setConfig(config);
    QTRY_COMPARE(kit.logged("history_pruned"), 1);
    QCOMPARE(number(kit, "SELECT COUNT(*) FROM bodies"), 0);
    const auto rows = static_cast<qint64>(kit.rows().size());
    QVERIFY(rows > 1'000 && rows < 5'000);
    QCOMPARE(kit.rows().front().requestId, QStringLiteral("4999"));
    QCOMPARE(kit.rows().back().id, 5'000 - rows + 1);
    const auto database = HistoryDatabase::open(kit.path(), HistoryDatabase::Access::Write);
    QVERIFY(historySize(**database).value_or(0) <= config.maxSize);
}

void TestHistoryRetention::keepsTheSumsOfWhatHadToMakeRoom()
{
    HistoryKit kit;
    History history(kit.options());
    for (int i = 0; i < 3'000; ++i) {
        record(history, i, "a");
    }
    QVERIFY(history.flush());
    LedgerConfig config;
    config.maxSize = 1;
    history.setConfig(config);
    QTRY_COMPARE(kit.rows().size(), std::size_t(0));
    const auto reader = HistoryReader::open(kit.path(), HistoryKit::noPrices());
    QVERIFY(reader);
    QCOMPARE(totalOf(usageSums(*reader, {}).value()).requests, 3'000);
}

void TestHistoryRetention::forgetsNamesAndTexts()
{
    HistoryKit kit;
    History history(keepingBodies(kit));
    RequestRecord old = answeredChat(-2 * DAY, "a");
    old.who.label = "gone soon";
    old.bodies = {.prompt = "unforgettable", .answer = "words", .isAnswerCut = false};
    history.record(old);
    record(history, 0, "b", "fresh words");
    QVERIFY(history.flush());
    QCOMPARE(number(kit, "SELECT COUNT(*) FROM names WHERE kind = 'client'"), 2);
    LedgerConfig config;
    config.bodies = LedgerConfig::Bodies::All;
    config.retention = 24h;
    history.setConfig(config);
    QTRY_COMPARE(kit.logged("history_pruned"), 1);
    QCOMPARE(kit.rows().size(), std::size_t(1));
    QCOMPARE(number(kit, "SELECT COUNT(*) FROM names WHERE kind = 'client'"), 1);
    QCOMPARE(number(kit, "SELECT COUNT(*) FROM kinds"), 1);
    QCOMPARE(number(kit, "SELECT count FROM names WHERE kind = 'model'"), 1);
    QCOMPARE(number(kit, "SELECT COUNT(*) FROM search WHERE search MATCH 'unforgettable'"), 0);
    QCOMPARE(number(kit, "SELECT COUNT(*) FROM search WHERE search MATCH 'words'"), 1);
}

void TestHistoryRetention::takesOutMoreThanOnePortion()
{
    HistoryKit kit;
    LedgerConfig config;
    {
        History history(kit.options());
        for (int i = 0; i < 30'000; ++i) {
            record(history, -2 * DAY, "a");
        }
        record(history, 0, "b");
        QVERIFY(history.flush(30s));
    }
    HistoryOptions options = kit.options();
    options.config.retention = 24h;
    const History history(std::move(options));
    QTRY_COMPARE_WITH_TIMEOUT(kit.rows().size(), std::size_t(1), 30'000);
}

void TestHistoryRetention::bringsAnOlderFileUpToDate()
{
    HistoryKit kit;
    QDir().mkpath(QFileInfo(kit.path()).absolutePath());
    QVERIFY(QFile::copy(QStringLiteral(NEXUS_HISTORY_V1), kit.path()));
    QVERIFY(QFile::setPermissions(kit.path(), QFile::ReadOwner | QFile::WriteOwner));
    // Whoever comes first does it, a reader too.
    const std::vector<HistoryRow> rows = kit.rows();
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows.at(2).requestId, QStringLiteral("v1-1"));
    QCOMPARE(rows.at(2).day, 20'454);
    QCOMPARE(rows.at(2).usage->input, 1'000);
    QVERIFY(!rows.at(0).usage);
    QVERIFY(rows.at(0).isError);
    QVERIFY(!rows.at(2).keptCost);
    const auto reader = HistoryReader::open(kit.path(), HistoryKit::noPrices());
    QVERIFY(reader);
    const UsageSum sum = totalOf(usageSums(*reader, {}).value());
    QCOMPARE(sum.requests, 3);
    QCOMPARE(sum.errors, 1);
    QCOMPARE(sum.tokens.input, 3'000);
    QCOMPARE(sum.unpriced, 2);
    QCOMPARE(reader->detail(1)->value().bodies.prompt, QByteArray("first words"));
    QCOMPARE(kit.rows(*parseHistoryFilter(u"text:first", NOON)).size(), std::size_t(1));
    QCOMPARE(kit.rows(*parseHistoryFilter(u"client:app", NOON)).size(), std::size_t(3));
    History history(kit.options());
    history.record(answeredChat(1, "new"));
    QVERIFY(history.flush());
    QCOMPARE(kit.rows().size(), std::size_t(4));
    QCOMPARE(kit.rows().front().id, 4);
}

void TestHistoryRetention::bringsTheFormerFileUpToDate()
{
    HistoryKit kit;
    QDir().mkpath(QFileInfo(kit.path()).absolutePath());
    QVERIFY(QFile::copy(QStringLiteral(NEXUS_HISTORY_V2), kit.path()));
    QVERIFY(QFile::setPermissions(kit.path(), QFile::ReadOwner | QFile::WriteOwner));
    HistoryOptions options = kit.options();
    options.config.retention = std::chrono::hours(24 * 365);
    {
        History history(std::move(options));
        history.record(answeredChat(1, "new"));
        QVERIFY(history.flush());
    }
    const std::vector<HistoryRow> rows = kit.rows();
    QCOMPARE(rows.size(), std::size_t(61));
    QCOMPARE(rows.front().id, 61);
    QCOMPARE(rows.back().client, QStringLiteral("client-0"));
    QCOMPARE(kit.rows(*parseHistoryFilter(u"client:=client-3", NOON)).size(), std::size_t(3));
    QCOMPARE(kit.rows(*parseHistoryFilter(u"model:=claude-sonnet-4-5", NOON)).size(), std::size_t(11));
    const auto reader = HistoryReader::open(kit.path(), HistoryKit::noPrices());
    QVERIFY(reader);
    QCOMPARE(reader->detail(51)->value().attempts.size(), std::size_t(2));
    QCOMPARE(reader->detail(1)->value().attempts.size(), std::size_t(1));
    QCOMPARE(reader->detail(61)->value().attempts.size(), std::size_t(1));
    for (const auto by : {UsageQuery::By::Hour, UsageQuery::By::Day, UsageQuery::By::Model}) {
        const auto sums = usageSums(*reader, {.by = by, .filter = {}, .zone = QTimeZone::utc()});
        QVERIFY(sums);
        QCOMPARE(totalOf(*sums).requests, 61);
        QCOMPARE(totalOf(*sums).tokens.input, 205'564 + 1'000);
    }
    QCOMPARE(number(kit, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'former'"), 0);
    QCOMPARE(HistoryKit::integrity(kit.path()), QStringLiteral("ok"));
}

void TestHistoryRetention::keepsTheBodiesOfTheLastVersion()
{
    HistoryKit kit;
    QDir().mkpath(QFileInfo(kit.path()).absolutePath());
    QVERIFY(QFile::copy(QStringLiteral(NEXUS_HISTORY_V3), kit.path()));
    QVERIFY(QFile::setPermissions(kit.path(), QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(kit.rows().size(), std::size_t(3));
    const auto reader = HistoryReader::open(kit.path(), HistoryKit::noPrices());
    QVERIFY(reader);
    QCOMPARE(reader->detail(2)->value().bodies,
        (RecordedBodies {.prompt = "prompt 1", .answer = QByteArray(300, 'a')}));
    HistoryOptions options = kit.options();
    options.config.bodies = LedgerConfig::Bodies::All;
    options.config.retention = std::chrono::hours(24 * 365 * 90);
    History history(std::move(options));
    RequestRecord next = answeredChat(1, "new");
    next.bodies = {.prompt = "p", .answer = "a", .sent = "s", .requestHeaders = {{"x-a", "1"}}};
    history.record(next);
    QVERIFY(history.flush());
    QCOMPARE(reader->detail(4)->value().bodies, next.bodies);
    QCOMPARE(HistoryKit::integrity(kit.path()), QStringLiteral("ok"));
}

QTEST_GUILESS_MAIN(TestHistoryRetention)
#include "tst_historyretention.moc"

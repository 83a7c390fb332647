// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historykit.h"

#include <QDir>
#include <QFileInfo>

using namespace nexus;
using namespace std::chrono_literals;

class TestHistoryFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void triesAgainEveryThirtySeconds();
    void endsSoonWithoutAFile();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void setsAFileAsideThatBreaksWhileItIsOpen();
    void takesTheGoodFileThatAnotherPutThere();
    void leavesANewerFileAlone();
    void beginsAnewWhereTheFileWasDeleted();
    void waitsForWhoeverHoldsTheFile();
    void saysWhenTheFileIsHeldForLong();
    void sharesTheFileWithAnother();
    void searchesWithoutFullText();
};

namespace {

QStringList namesIn(const HistoryKit &kit)
{
    return QDir(QFileInfo(kit.path()).absolutePath()).entryList(QDir::Files, QDir::Name);
}

bool write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// What is damaged, from the offset on.
bool damage(const QString &path, qint64 offset, qint64 count)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset)
        && file.write(QByteArray(static_cast<qsizetype>(count), '\x5a')) == count;
}

void fill(HistoryKit &kit, int count)
{
    History history(kit.options());
    for (int i = 0; i < count; ++i) {
        history.record(answeredChat(i, "old"));
    }
}

} // namespace

void TestHistoryFaults::triesAgainEveryThirtySeconds()
{
    HistoryKit kit;
    QVERIFY(write(kit.folder() + QStringLiteral("/nexus"), "a file in the folder's place"));
    HistoryOptions options = kit.options();
    std::atomic<int> looks = 0;
    options.clock = [clock = options.clock, &looks] {
        ++looks;
        return clock();
    };
    History history(std::move(options));
    QTRY_VERIFY(!history.state().isWorking);
    QVERIFY2(history.state().problem.contains(kit.folder()), qPrintable(history.state().problem));
    history.record(answeredChat(1, "a"));
    QVERIFY(QFile::remove(kit.folder() + QStringLiteral("/nexus")));
    kit.pass(29s);
    const int before = looks;
    history.setConfig({});
    QTRY_VERIFY(looks >= before + 2); // it was looked whether it is time
    QVERIFY(!QFile::exists(kit.path()));
    kit.pass(1s);
    history.setConfig({});
    QTRY_COMPARE(kit.written(), 1);
    QVERIFY(history.state().isWorking);
    QCOMPARE(history.state().lost, 0);
    QCOMPARE(kit.logged("history_unavailable"), 1);
    QCOMPARE(kit.logged("history_available"), 1);
}

void TestHistoryFaults::endsSoonWithoutAFile()
{
    HistoryKit kit;
    QVERIFY(write(kit.folder() + QStringLiteral("/nexus"), "x"));
    QElapsedTimer timer;
    timer.start();
    {
        History history(kit.options());
        history.record(answeredChat(1, "a"));
        QVERIFY(!history.flush(1min));
        QCOMPARE(history.state().waiting, 1);
    }
    QVERIFY(timer.elapsed() < 30'000);
    QCOMPARE(kit.logged("history_unavailable"), 1);
    QCOMPARE(kit.logged("history_lost"), 1);
}

void TestHistoryFaults::setsADamagedFileAside_data()
{
    QTest::addColumn<int>("offset"); // -1 for a file that is none
    QTest::newRow("no database") << -1;
    QTest::newRow("head") << 0;
    QTest::newRow("schema") << 100;
    QTest::newRow("tables") << 8'192;
}

void TestHistoryFaults::setsADamagedFileAside()
{
    QFETCH(const int, offset);
    HistoryKit kit;
    if (offset < 0) {
        QVERIFY(write(kit.path(), QByteArray(10'000, 'x')));
    } else {
        fill(kit, 200);
        QVERIFY(damage(kit.path(), offset, 60'000));
    }
    History history(kit.options());
    history.record(answeredChat(1, "new"));
    QVERIFY(history.flush());
    QCOMPARE(kit.rows().size(), std::size_t(1));
    QCOMPARE(kit.rows().front().requestId, QStringLiteral("new"));
    QVERIFY2(namesIn(kit).contains(QStringLiteral("history.sqlite.corrupt-20260101-120000")),
        qPrintable(namesIn(kit).join(u' ')));
    QCOMPARE(kit.logged("history_set_aside"), 1);
    QVERIFY(history.state().isWorking);
    QCOMPARE(history.state().lost, 0);
}

void TestHistoryFaults::setsAFileAsideThatBreaksWhileItIsOpen()
{
    HistoryKit kit;
    fill(kit, 3'000);
    History history(kit.options());
    history.record(answeredChat(1, "before"));
    QVERIFY(history.flush());
    const qint64 size = QFile(kit.path()).size();
    QVERIFY(damage(kit.path(), 4'096, size - 4'096));
    int tries = 0;
    while (kit.logged("history_set_aside") == 0 && ++tries < 20) {
        for (int i = 0; i < 500; ++i) {
            history.record(answeredChat(i, "after"));
        }
        QVERIFY(history.flush());
    }
    QCOMPARE(kit.logged("history_set_aside"), 1);
    history.record(answeredChat(2, "last"));
    QVERIFY(history.flush());
    QCOMPARE(kit.rows().front().requestId, QStringLiteral("last"));
    QCOMPARE(HistoryKit::integrity(kit.path()), QStringLiteral("ok"));
    QCOMPARE(history.state().lost, 0);
}

void TestHistoryFaults::takesTheGoodFileThatAnotherPutThere()
{
    HistoryKit kit;
    fill(kit, 3'000);
    History history(kit.options());
    history.record(answeredChat(1, "before"));
    QVERIFY(history.flush());
    // As another process does that found the damage first.
    const QString aside = kit.path() + QStringLiteral(".corrupt-earlier");
    for (const char *suffix : {"", "-wal", "-shm"}) {
        QFile::rename(kit.path() + QLatin1String(suffix), aside + QLatin1String(suffix));
    }
    {
        History other(kit.options());
        other.record(answeredChat(1, "other"));
        QVERIFY(other.flush());
        QVERIFY(damage(aside, 4'096, QFile(aside).size() - 4'096));
        int tries = 0;
        while (kit.rows().front().requestId != QLatin1String("mine") && ++tries < 20) {
            for (int i = 0; i < 500; ++i) {
                history.record(answeredChat(i, "mine"));
            }
            QVERIFY(history.flush());
        }
    }
    QCOMPARE(kit.rows().back().requestId, QStringLiteral("other"));
    QCOMPARE(kit.rows().front().requestId, QStringLiteral("mine"));
    QCOMPARE(kit.logged("history_set_aside"), 0);
}

void TestHistoryFaults::leavesANewerFileAlone()
{
    HistoryKit kit;
    fill(kit, 1);
    {
        const auto database = HistoryDatabase::open(kit.path(), HistoryDatabase::Access::Write);
        QVERIFY(database && (*database)->run({QStringLiteral("PRAGMA user_version=99")}));
    }
    History history(kit.options());
    history.record(answeredChat(1, "new"));
    QVERIFY(!history.flush());
    QVERIFY(history.state().problem.contains(QStringLiteral("newer version")));
    QCOMPARE(kit.logged("history_set_aside"), 0);
    const auto reader = HistoryReader::open(kit.path(), HistoryKit::noPrices());
    QVERIFY(!reader && reader.error().message.contains(QStringLiteral("newer version")));
}

void TestHistoryFaults::beginsAnewWhereTheFileWasDeleted()
{
    HistoryKit kit;
    History history(kit.options());
    history.record(answeredChat(1, "a"));
    QVERIFY(history.flush());
    QVERIFY(QDir(QFileInfo(kit.path()).absolutePath()).removeRecursively());
    history.record(answeredChat(2, "b"));
    QVERIFY(history.flush());
    QCOMPARE(kit.rows().size(), std::size_t(1));
    QCOMPARE(kit.rows().front().requestId, QStringLiteral("b"));
}

void TestHistoryFaults::waitsForWhoeverHoldsTheFile()
{
    HistoryKit kit;
    fill(kit, 1);
    const auto holder = HistoryDatabase::open(kit.path(), HistoryDatabase::Access::Write);
    QVERIFY(holder && (*holder)->run({QStringLiteral("BEGIN IMMEDIATE")}));
    History history(kit.options());
    history.record(answeredChat(1, "a"));
    QVERIFY(!history.flush(3s));
    QVERIFY(history.state().isWorking); // it may soon be over
    QVERIFY((*holder)->run({QStringLiteral("COMMIT")}));
    QVERIFY(history.flush());
    QCOMPARE(kit.rows().size(), std::size_t(2));
    QCOMPARE(kit.logged("history_unavailable"), 0);
}

void TestHistoryFaults::saysWhenTheFileIsHeldForLong()
{
    HistoryKit kit;
    fill(kit, 1);
    const auto holder = HistoryDatabase::open(kit.path(), HistoryDatabase::Access::Write);
    QVERIFY(holder && (*holder)->run({QStringLiteral("BEGIN IMMEDIATE")}));
    History history(kit.options());
    history.record(answeredChat(1, "a"));
    QVERIFY(!history.flush(3s));
    kit.pass(30s);
    QTRY_VERIFY_WITH_TIMEOUT(!history.state().isWorking, 20'000);
    QVERIFY((*holder)->run({QStringLiteral("COMMIT")}));
    QVERIFY(history.flush());
    QVERIFY(history.state().isWorking);
    QCOMPARE(kit.logged("history_unavailable"), 1);
    QCOMPARE(kit.logged("history_available"), 1);
}

void TestHistoryFaults::sharesTheFileWithAnother()
{
    HistoryKit kit;
    {
        // Both make the file at once, too.
        History one(kit.options());
        History two(kit.options());
        for (int i = 0; i < 4'000; ++i) {
            (i % 2 == 0 ? one : two).record(answeredChat(i, QByteArray::number(i)));
        }
        QVERIFY(one.flush(30s));
        QVERIFY(two.flush(30s));
        QVERIFY(one.state().isWorking && two.state().isWorking);
    }
    QSet<QString> ids;
    for (const HistoryRow &row : kit.rows()) {
        ids.insert(row.requestId);
    }
    QCOMPARE(ids.size(), 4'000);
    QCOMPARE(kit.logged("history_unavailable"), 0);
    QCOMPARE(HistoryKit::integrity(kit.path()), QStringLiteral("ok"));
}

void TestHistoryFaults::searchesWithoutFullText()
{
    HistoryKit kit;
    QDir().mkpath(QFileInfo(kit.path()).absolutePath());
    {
        // As where SQLite has no full-text search.
        const auto database = HistoryDatabase::open(kit.path(), HistoryDatabase::Access::Write, false);
        QVERIFY(database && !(*database)->hasFullText());
    }
    HistoryOptions options = kit.options();
    options.config.bodies = LedgerConfig::Bodies::All;
    History history(std::move(options));
    RequestRecord record = answeredChat(1, "a");
    record.bodies = {.prompt = "how many 100% birds", .answer = "seven", .isAnswerCut = false};
    history.record(record);
    record.bodies.prompt = "how many fish";
    history.record(record);
    QVERIFY(history.flush());
    QCOMPARE(kit.logged("history_without_full_text"), 1);
    const auto found = [&kit](const char *filter) {
        return kit.rows(*parseHistoryFilter(QString::fromLatin1(filter), kit.today())).size();
    };
    QCOMPARE(found("text:\"0% bi\""), std::size_t(1));
    QCOMPARE(found("text:SEVEN"), std::size_t(2));
    QCOMPARE(found("text:ma_y"), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestHistoryFaults)
#include "tst_historyfaults.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historykit.h"

#include <QProcess>

using namespace nexus;

class TestHistoryCrash final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasWrittenWhenItIsKilled();
    void writesFromTwoProcessesOfWhichOneIsKilled();
    void waitsWhileTheDiskIsFull();
};

namespace {

void start(QProcess &child, const HistoryKit &kit, qint64 first, qint64 count, qint64 largest = 0)
{
    QStringList arguments {kit.path(), QString::number(first), QString::number(count)};
    if (largest > 0) {
        arguments.append(QString::number(largest));
    }
    child.start(QStringLiteral(NEXUS_HISTORY_CHILD), arguments);
}

// Reads what the child says until it has acknowledged so much. \return the last acknowledged number
qint64 readUntil(QProcess &child, qint64 wanted)
{
    qint64 last = 0;
    while (last < wanted && (child.canReadLine() || child.waitForReadyRead(30'000))) {
        while (child.canReadLine()) {
            last = std::max(last, child.readLine().trimmed().toLongLong());
        }
    }
    return last;
}

QSet<qint64> numbersIn(const HistoryKit &kit)
{
    QSet<qint64> numbers;
    for (const HistoryRow &row : kit.rows()) {
        numbers.insert(row.requestId.toLongLong());
    }
    return numbers;
}

bool hasAll(const QSet<qint64> &numbers, qint64 first, qint64 end)
{
    for (qint64 number = first; number < end; ++number) {
        if (!numbers.contains(number)) {
            qWarning("%lld is missing", static_cast<long long>(number));
            return false;
        }
    }
    return true;
}

} // namespace

void TestHistoryCrash::keepsWhatWasWrittenWhenItIsKilled()
{
    HistoryKit kit;
    constexpr qint64 apart = 1'000'000;
    QList<std::pair<qint64, qint64>> acknowledged;
    for (int round = 0; round < 20; ++round) {
        QProcess child;
        const qint64 first = round * apart;
        start(child, kit, first, apart);
        // Killed at another point of the work each time.
        qint64 last = readUntil(child, first + 50 + 37 * round);
        child.kill();
        QVERIFY(child.waitForFinished());
        while (child.canReadLine()) {
            last = std::max(last, child.readLine().trimmed().toLongLong());
        }
        QVERIFY2(last > first, child.readAllStandardError().constData());
        acknowledged.append({first, last});
        QCOMPARE(HistoryKit::integrity(kit.path()), QStringLiteral("ok"));
    }
    const QSet<qint64> numbers = numbersIn(kit);
    for (const auto &[first, end] : acknowledged) {
        QVERIFY(hasAll(numbers, first, end));
    }
    // The sums and the index of texts are of one piece with the rows.
    const auto database = HistoryDatabase::open(kit.path(), HistoryDatabase::Access::Write);
    QVERIFY(database);
    QCOMPARE(
        (*database)->number(QStringLiteral("SELECT SUM(requests) FROM sums")).value_or(-1), numbers.size());
    QVERIFY((*database)->run({QStringLiteral("INSERT INTO search (search) VALUES ('integrity-check')")}));
    QCOMPARE((*database)->number(QStringLiteral("SELECT COUNT(*) FROM bodies")).value_or(-1), numbers.size());
}

void TestHistoryCrash::writesFromTwoProcessesOfWhichOneIsKilled()
{
    HistoryKit kit;
    QProcess victim;
    QProcess survivor;
    start(victim, kit, 0, 1'000'000);
    start(survivor, kit, 5'000'000, 2'000);
    qint64 last = readUntil(victim, 300);
    victim.kill();
    QVERIFY(victim.waitForFinished());
    while (victim.canReadLine()) {
        last = std::max(last, victim.readLine().trimmed().toLongLong());
    }
    QVERIFY(survivor.waitForFinished(60'000));
    QVERIFY(survivor.readAllStandardOutput().contains("done waiting=0 lost=0"));
    const QSet<qint64> numbers = numbersIn(kit);
    QVERIFY(hasAll(numbers, 0, last));
    QVERIFY(hasAll(numbers, 5'000'000, 5'002'000));
    QCOMPARE(HistoryKit::integrity(kit.path()), QStringLiteral("ok"));
}

void TestHistoryCrash::waitsWhileTheDiskIsFull()
{
    HistoryKit kit;
    QProcess child;
    start(child, kit, 0, 20'000, 1'000'000);
    QVERIFY(child.waitForFinished(100'000));
    const QByteArray said = child.readAllStandardOutput();
    const QByteArray log = child.readAllStandardError();
    QVERIFY2(said.contains("failed waiting="), said.constData());
    QVERIFY2(said.endsWith("recovered\n"), said.constData());
    // Little may find room now and then.
    QVERIFY(log.count("history_unavailable") > 0);
    QCOMPARE(log.count("history_available"), log.count("history_unavailable"));
    QVERIFY(!log.contains("history_set_aside"));
    QVERIFY(hasAll(numbersIn(kit), 0, 20'000));
    QCOMPARE(HistoryKit::integrity(kit.path()), QStringLiteral("ok"));
}

QTEST_GUILESS_MAIN(TestHistoryCrash)
#include "tst_historycrash.moc"

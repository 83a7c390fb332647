// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logkit.h"
#include "ui/models/requestlogmodel.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace nexus;

namespace {

QString id(const RequestLogModel &model, int row)
{
    return model.line(row).requestId;
}

RequestFilter filterOf(const QString &text)
{
    const Result<HistoryFilter> filter = parseHistoryFilter(text, QDateTime::currentMSecsSinceEpoch());
    return filter ? RequestFilter(*filter) : RequestFilter();
}

LiveEvent ended(const QByteArray &id, quint64 number)
{
    RequestRecord record = chatRecord(id);
    record.number = number;
    const auto shared = std::make_shared<const RequestRecord>(record);
    return {LiveEvent::Kind::Ended,
        {.record = shared, .age = shared->duration, .status = shared->status, .outputTokens = 1}};
}

} // namespace

class TestRequestLogModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerFromMemoryHasNoSpeed();
    void showsWhatRunsAndWhatHasEnded();
    void changesOnlyTheRowThatRuns();
    void aClientWithoutANameSaysSo();
    void keepsRowsWhilePaused();
    void filtersWhatIsInMemoryAtOnce();
    void takesRowsInAndOutAsTheyChange();
    void fetchesTheHistoryByPages();
    void asksTheHistoryForTexts();
    void dropsTheOldestBeyondItsCapacity();
    void goesOnAfterItWasHidden();
};

void TestRequestLogModel::anAnswerFromMemoryHasNoSpeed()
{
    RequestLine line;
    line.firstByte = std::chrono::milliseconds(1);
    line.duration = std::chrono::milliseconds(2);
    line.outputTokens = 700;
    QVERIFY(line.speed() > 0);
    line.cache = QStringLiteral("hit");
    QCOMPARE(line.speed(), 0.0);
}

void TestRequestLogModel::showsWhatRunsAndWhatHasEnded()
{
    LiveFeed feed;
    RequestLogModel model(&feed, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    static_cast<RecordSink &>(feed).record(chatRecord("old"));
    model.setWatching(true);
    QCOMPARE(model.rowCount(), 1);
    const Runner runner(feed, chatRecord("new"));
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(id(model, 0), QStringLiteral("new"));
    QVERIFY(model.line(0).isRunning());
    QCOMPARE(model.runningCount(), 1);
    QCOMPARE(model.index(1, RequestLogModel::StateColumn).data().toString(), QStringLiteral("200"));
    QCOMPARE(model.index(1, RequestLogModel::ModelColumn).data().toString(),
        QString::fromUtf8("safe → openai/gpt-4o"));
    QCOMPARE(model.index(1, RequestLogModel::TokensColumn).data().toString(), QStringLiteral("812"));
    QCOMPARE(model.index(0, RequestLogModel::CostColumn).data().toString(), QString::fromUtf8("–"));
}

void TestRequestLogModel::changesOnlyTheRowThatRuns()
{
    LiveFeed feed;
    RequestLogModel model(&feed, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setWatching(true);
    Runner first(feed, chatRecord("first"));
    const Runner second(feed, chatRecord("second"));
    QTRY_COMPARE(model.rowCount(), 2);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    first.write(100, 12);
    QTRY_VERIFY(!changes.isEmpty());
    for (const QList<QVariant> &change : changes) {
        QCOMPARE(change.at(0).toModelIndex().row(), 1);
        QCOMPARE(change.at(1).toModelIndex().row(), 1);
    }
    QVERIFY(model.index(1, RequestLogModel::TokensColumn).data().toString().startsWith(QStringLiteral("12")));
    QCOMPARE(
        model.index(1, RequestLogModel::TotalColumn).data(RequestLogModel::ProgressRole).toDouble(), -1.0);
    first.finish();
    QTRY_VERIFY(!model.line(1).isRunning());
    QCOMPARE(model.runningCount(), 1);
    QCOMPARE(model.rowCount(), 2);
}

void TestRequestLogModel::aClientWithoutANameSaysSo()
{
    LiveFeed feed;
    RequestLogModel model(&feed, nullptr);
    RequestRecord record = chatRecord("nobody");
    record.who = {};
    record.program.reset();
    static_cast<RecordSink &>(feed).record(record);
    model.setWatching(true);
    QCOMPARE(
        model.index(0, RequestLogModel::ClientColumn).data().toString(), QStringLiteral("without a name"));
}

void TestRequestLogModel::keepsRowsWhilePaused()
{
    LiveFeed feed;
    RequestLogModel model(&feed, nullptr);
    model.setWatching(true);
    model.setPaused(true);
    QSignalSpy told(&feed, &LiveFeed::happened);
    static_cast<RecordSink &>(feed).record(chatRecord("late"));
    QVERIFY(told.wait());
    QCOMPARE(model.rowCount(), 0);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 1);
}

void TestRequestLogModel::filtersWhatIsInMemoryAtOnce()
{
    RequestLogModel model(nullptr, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take({ended("a", 1), ended("b", 2), ended("c", 3)});
    model.setFilter(filterOf(QStringLiteral("id:b")));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(id(model, 0), QStringLiteral("b"));
    QSignalSpy arrivals(&model, &RequestLogModel::arrived);
    model.take({ended("d", 4)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(arrivals.size(), 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(id(model, 0), QStringLiteral("d"));
}

void TestRequestLogModel::takesRowsInAndOutAsTheyChange()
{
    LiveFeed feed;
    RequestLogModel model(&feed, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFilter(filterOf(QStringLiteral("is:error")));
    model.setWatching(true);
    Runner bad(feed, chatRecord("bad"));
    const Runner other(feed, chatRecord("other"));
    QTRY_COMPARE(model.runningCount(), 2);
    QCOMPARE(model.rowCount(), 0);
    bad.record.status = 502;
    bad.record.outcome = Outcome::Failed;
    bad.finish();
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(id(model, 0), QStringLiteral("bad"));
    QCOMPARE(model.index(0, RequestLogModel::StateColumn).data(RequestLogModel::ToneRole).toString(),
        QStringLiteral("bad"));
}

void TestRequestLogModel::fetchesTheHistoryByPages()
{
    LogKit kit;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (int i = 0; i < 2'600; ++i) {
        kit.record(chatRecord(QByteArray::number(i), now - 60'000 + i));
    }
    QTRY_COMPARE(kit.written(), 2'600);
    RequestLogModel model(&kit.feed(), &kit.history);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
    model.setWatching(true);
    QTRY_VERIFY(!model.isLoading());
    QVERIFY(model.rowCount() >= 2'000);
    while (model.canFetchMore({})) {
        model.fetchMore({});
        QTRY_VERIFY(!model.isLoading());
    }
    QVERIFY(!model.problem());
    QCOMPARE(model.rowCount(), 2'600);
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(id(model, row), QString::number(2'599 - row));
    }
    // Met again in the history, so that it can be asked for details.
    QVERIFY(model.line(0).historyId > 0);
}

void TestRequestLogModel::asksTheHistoryForTexts()
{
    LogKit kit;
    RequestRecord record = chatRecord("wanted");
    record.bodies = {.prompt = R"({"messages":[{"role":"user","content":"zebra"}]})", .answer = "{}"};
    kit.record(record);
    kit.record(chatRecord("other"));
    QTRY_COMPARE(kit.written(), 2);
    RequestLogModel model(&kit.feed(), &kit.history);
    model.setWatching(true);
    QCOMPARE(model.rowCount(), 2);
    model.setFilter(filterOf(QStringLiteral("text:zebra")));
    QCOMPARE(model.rowCount(), 0);
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(id(model, 0), QStringLiteral("wanted"));
    model.setFilter({});
    QCOMPARE(model.rowCount(), 2);
}

void TestRequestLogModel::dropsTheOldestBeyondItsCapacity()
{
    RequestLogModel model(nullptr, nullptr, nullptr, 100);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<LiveEvent> events;
    for (quint64 i = 1; i <= 250; ++i) {
        events.push_back(ended(QByteArray::number(i), i));
        if (events.size() == 40) {
            model.take(events);
            events.clear();
        }
    }
    model.take(events);
    QCOMPARE(model.size(), std::size_t(100));
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(id(model, 0), QStringLiteral("250"));
    QCOMPARE(id(model, 99), QStringLiteral("151"));
    QVERIFY(!model.canFetchMore({}));
}

void TestRequestLogModel::goesOnAfterItWasHidden()
{
    LiveFeed feed;
    RequestLogModel model(&feed, nullptr);
    model.setWatching(true);
    Runner runner(feed, chatRecord("seen"));
    QTRY_COMPARE(model.rowCount(), 1);
    model.setWatching(false);
    QVERIFY(!feed.isWatched());
    runner.finish();
    static_cast<RecordSink &>(feed).record(chatRecord("missed"));
    model.setWatching(true);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(id(model, 0), QStringLiteral("missed"));
    QVERIFY(!model.line(1).isRunning());
    QCOMPARE(model.runningCount(), 0);
}

QTEST_MAIN(TestRequestLogModel)

#include "tst_requestlogmodel.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filledconsole.h"
#include "ui/models/usagemodel.h"
#include "ui/usage/usagepage.h"
#include "ui/widgets/barchart.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace nexus;

//! \brief What was used: bars and table agree, rows lead to requests, budgets are edited in the file.
class UsagePageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void barsAndTableAgreeToTheMicroDollar_data();
    void barsAndTableAgreeToTheMicroDollar();
    void theModelIsOne();
    void anAxisEndsAtARoundNumber();
    void barsAreReachedByKeys();
    void theTableShowsARangeAndLeadsToItsRequests();
    void aCustomRangeHoldsBothItsDaysInEitherOrder();
    void daysAreRowsOfTheirOwn();
    void aBudgetIsAddedChangedRemovedAndComesBack();
    void theLinkOfARowFindsAsManyRequestsAsItCounts_data();
    void theLinkOfARowFindsAsManyRequestsAsItCounts();

private:
    [[nodiscard]] qint64 countOf(const QString &filter);

    FilledConsole m_console;
};

void UsagePageTest::initTestCase()
{
    QVERIFY(m_console.start());
}

void UsagePageTest::barsAndTableAgreeToTheMicroDollar_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<int>("days");
    for (const int days : {1, 7, 30}) {
        QTest::addRow("models of %d days", days) << static_cast<int>(UsageQuery::By::Model) << days;
        QTest::addRow("clients of %d days", days) << static_cast<int>(UsageQuery::By::Client) << days;
    }
}

void UsagePageTest::barsAndTableAgreeToTheMicroDollar()
{
    QFETCH(const int, by);
    QFETCH(const int, days);
    const QDate today = QDate::currentDate();
    const UsageAsk ask {.begin = today.addDays(1 - days).startOfDay(),
        .end = today.addDays(1).startOfDay(),
        .by = static_cast<UsageQuery::By>(by),
        .isHourly = days == 1};
    std::optional<Result<UsageFigures>> answer;
    m_console.history().ask<UsageFigures>(
        this, [ask](const HistoryReader &reader) { return readUsage(reader, ask); },
        [&answer](const Result<UsageFigures> &figures) { answer = figures; });
    QTRY_VERIFY(answer);
    QVERIFY2(*answer, qPrintable(*answer ? QString() : answer->error().message));
    const UsageFigures &figures = **answer;
    qint64 cost = 0;
    qint64 requests = 0;
    for (const UsageBucket &bucket : figures.buckets) {
        for (const UsageSum &part : bucket.parts) {
            cost += part.microDollars;
            requests += part.requests;
        }
    }
    QVERIFY(days == 1 || requests > 0);
    QCOMPARE(requests, figures.total.requests);
    QCOMPARE(cost, figures.total.microDollars);
}

void UsagePageTest::theModelIsOne()
{
    UsageModel model;
    const QAbstractItemModelTester tester(&model);
    UsageSum one {.label = QStringLiteral("gpt-4o"), .requests = 3};
    one.microDollars = 1'250'000;
    UsageSum unknown {.label = QStringLiteral("local"), .requests = 2};
    unknown.unpriced = 2;
    model.setRows({one, unknown}, totalOf({one, unknown}), QStringLiteral("Model"));
    QCOMPARE(model.rowCount(), 3);
    const auto cost = [&model](int row) { return model.index(row, UsageModel::Cost).data().toString(); };
    QCOMPARE(cost(0), QStringLiteral("$1.25"));
    QCOMPARE(cost(1), QStringLiteral("–"));
    QVERIFY(cost(2).startsWith(QStringLiteral("$1.25")));
    QVERIFY(!model.nameAt(2));
    QCOMPARE(model.csv().count('\n'), 3);
    model.setRows({}, {}, QStringLiteral("Model"));
    QCOMPARE(model.rowCount(), 0);
}

void UsagePageTest::anAxisEndsAtARoundNumber()
{
    QCOMPARE(gridStep(0, 4), 1.0);
    QCOMPARE(gridStep(1, 4), 1.0);
    QCOMPARE(gridStep(8, 4), 2.0); // 0, 2, 4, 6, 8, and no 2.5 that is shown as 3
    QCOMPARE(gridStep(10, 4), 5.0);
    QCOMPARE(gridStep(5'100, 4), 2'000.0);
}

void UsagePageTest::barsAreReachedByKeys()
{
    BarChart chart;
    chart.setBars({QStringLiteral("1 May"), QStringLiteral("2 May")},
        {{QStringLiteral("input"), Tone::Series1, {1, 20}},
            {QStringLiteral("output"), Tone::Series2, {2, 0}}},
        [](double value) { return QString::number(value); });
    const QString first = QStringLiteral("1 May: 3, input 1, output 2");
    const QString second = QStringLiteral("2 May: 20, input 20");
    QCOMPARE(chart.accessibleDescription(), first + QStringLiteral("; ") + second);
    QVERIFY(!chart.accessibleName().isEmpty());
    chart.show();
    chart.activateWindow();
    chart.setFocus();
    QTRY_VERIFY(chart.hasFocus());
    QSignalSpy clicks(&chart, &BarChart::barClicked);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(clicks.size(), 0);
    QTest::keyClick(&chart, Qt::Key_Right);
    const auto *const value = chart.findChild<QLabel *>(QStringLiteral("chartValue"));
    QCOMPARE(value->text(), first);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(value->text(), second);
    QCOMPARE(chart.accessibleDescription(), second);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(clicks.size(), 1);
    QCOMPARE(clicks.front().front().toInt(), 1);
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(chart.currentBar(), 0);
    chart.clearFocus();
    QCOMPARE(value->text(), QStringLiteral("Together: 23, input 21, output 2"));
    chart.setBars({QStringLiteral("1 May")},
        std::vector<BarPart>(4, {QStringLiteral("model"), Tone::Series1, {5}}),
        [](double each) { return QString::number(each); });
    QCOMPARE(value->text(), QStringLiteral("Together: 20"));
}

void UsagePageTest::theTableShowsARangeAndLeadsToItsRequests()
{
    UsagePage page(m_console.parts());
    page.resize(1000, 700);
    page.show();
    auto *const table = page.findChild<QTreeView *>(QStringLiteral("usageTable"));
    QTRY_VERIFY(table->model()->rowCount() > 3);
    auto *const by = page.findChild<QComboBox *>(QStringLiteral("usageBy"));
    by->setCurrentIndex(2);
    QTRY_COMPARE(table->model()->rowCount(), 5); // four clients, and all
    QSignalSpy links(&page, &Page::linkActivated);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(links.size(), 1);
    const auto link = links.first().first().value<PageLink>();
    QCOMPARE(link.page, PageId::LiveLog);
    const QString name = table->model()->index(0, 0).data().toString();
    QVERIFY2(
        link.argument.startsWith(QStringLiteral("client:=\"%1\" ").arg(name)), qPrintable(link.argument));
    const auto filter = parseHistoryFilter(link.argument, QDateTime::currentMSecsSinceEpoch());
    QVERIFY(filter);
    QCOMPARE(filter->size(), 3U);
}

void UsagePageTest::aCustomRangeHoldsBothItsDaysInEitherOrder()
{
    UsagePage page(m_console.parts());
    page.resize(1000, 700);
    page.show();
    auto *const range = page.findChild<QComboBox *>(QStringLiteral("usageRange"));
    range->setCurrentIndex(range->count() - 1);
    auto *const from = page.findChild<QDateEdit *>(QStringLiteral("usageFrom"));
    auto *const to = page.findChild<QDateEdit *>(QStringLiteral("usageTo"));
    auto *const table = page.findChild<QTreeView *>(QStringLiteral("usageTable"));
    const QDate today = QDate::currentDate();
    const QDate before = today.addDays(-3);
    const QString wanted = historyFilterText(timeFilter(before.startOfDay(), today.addDays(1).startOfDay()));
    for (const auto &[first, second] : {std::pair(before, today), std::pair(today, before)}) {
        from->setDate(first);
        to->setDate(second);
        QTRY_VERIFY(table->model()->rowCount() > 1);
        QSignalSpy links(&page, &Page::linkActivated);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(links.size(), 1);
        const QString link = links.first().first().value<PageLink>().argument;
        QVERIFY2(link.contains(wanted), qPrintable(link + QStringLiteral(" for ") + wanted));
    }
}

void UsagePageTest::aBudgetIsAddedChangedRemovedAndComesBack()
{
    UsagePage page(m_console.parts());
    page.show();
    const QByteArray before = m_console.configText();
    page.follow(QStringLiteral("+"));
    auto *name = page.findChild<QLineEdit *>(QStringLiteral("budgetName"));
    auto *save = page.findChild<QPushButton *>(QStringLiteral("budgetSave"));
    QVERIFY(name && !save->isEnabled());
    QTest::keyClicks(name, QStringLiteral("team"));
    QVERIFY(!save->isEnabled()); // there is one of that name
    name->clear();
    QTest::keyClicks(name, QStringLiteral("night"));
    page.findChild<QDoubleSpinBox *>(QStringLiteral("budgetLimit"))->setValue(2.5);
    QVERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(m_console.configText().contains("[budgets.night]\nlimit_usd = 2.5\n"));
    QTRY_VERIFY(page.findChild<QToolButton *>(QStringLiteral("budgetRemove_night")));
    QTest::mouseClick(page.findChild<QToolButton *>(QStringLiteral("budgetRemove_night")), Qt::LeftButton);
    QCOMPARE(m_console.configText(), before);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("budgetUndo")), Qt::LeftButton);
    QVERIFY(m_console.configText().contains("[budgets.night]"));
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("budgetUndo")), Qt::LeftButton);
    QCOMPARE(m_console.configText(), before);
}

// Page by page, as the log reads them.
qint64 UsagePageTest::countOf(const QString &filter)
{
    std::optional<Result<qint64>> answer;
    m_console.history().ask<qint64>(
        this,
        [filter](const HistoryReader &reader) -> Result<qint64> {
            const auto terms = parseHistoryFilter(filter, QDateTime::currentMSecsSinceEpoch());
            if (!terms) {
                return failure(terms.error());
            }
            qint64 count = 0;
            qint64 before = 0;
            do {
                const auto page = reader.page(*terms, before, 100);
                if (!page) {
                    return failure(page.error());
                }
                count += std::ranges::count_if(
                    page->rows, [](const HistoryRow &row) { return !row.operation.isEmpty(); });
                before = page->next;
            } while (before != 0);
            return count;
        },
        [&answer](const Result<qint64> &count) { answer = count; });
    const bool isDone = QTest::qWaitFor([&answer] { return answer.has_value(); });
    return isDone && *answer ? **answer : -1;
}

void UsagePageTest::theLinkOfARowFindsAsManyRequestsAsItCounts_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<bool>("isName"); // of one kind only, where models have two
    QTest::newRow("model") << 0 << false;
    QTest::newRow("provider") << 1 << true;
    QTest::newRow("client") << 2 << true;
    QTest::newRow("alias") << 3 << true;
    QTest::newRow("day") << 4 << true;
    const qint64 written = m_console.host().gateway().ledger().historyState()->written;
    std::vector<RequestRecord> records = sampleRecords(QDateTime::currentDateTime());
    RequestRecord odd = records.back();
    odd.time = std::chrono::system_clock::now();
    odd.who.label = "The \"best\" \\ app";
    m_console.host().gateway().ledger().records().record(odd);
    odd.who.label.clear();
    odd.alias.clear();
    m_console.host().gateway().ledger().records().record(odd);
    QTRY_VERIFY(m_console.host().gateway().ledger().historyState()->written >= written + 2);
}

void UsagePageTest::theLinkOfARowFindsAsManyRequestsAsItCounts()
{
    QFETCH(const int, by);
    QFETCH(const bool, isName);
    UsagePage page(m_console.parts());
    page.show();
    page.findChild<QComboBox *>(QStringLiteral("usageRange"))->setCurrentIndex(1);
    page.findChild<QComboBox *>(QStringLiteral("usageBy"))->setCurrentIndex(by);
    auto *const table = page.findChild<QTreeView *>(QStringLiteral("usageTable"));
    const QAbstractItemModel &model = *table->model();
    const QString head = page.findChild<QComboBox *>(QStringLiteral("usageBy"))->currentText();
    QTRY_VERIFY(model.rowCount() > 1 && model.headerData(0, Qt::Horizontal).toString() == head);
    for (int row = 0; row < model.rowCount(); ++row) {
        QSignalSpy links(&page, &Page::linkActivated);
        table->setCurrentIndex(model.index(row, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(links.size(), 1);
        const QString filter = links.first().first().value<PageLink>().argument;
        QString number = model.index(row, UsageModel::Requests).data().toString();
        const qint64 wanted = number.remove(QRegularExpression(QStringLiteral("\\D"))).toLongLong();
        const qint64 found = countOf(filter);
        QVERIFY2(wanted > 0 && (isName ? found == wanted : found >= wanted),
            qPrintable(QStringLiteral("%1: %2 of %3").arg(filter).arg(found).arg(wanted)));
    }
}

void UsagePageTest::daysAreRowsOfTheirOwn()
{
    UsagePage page(m_console.parts());
    page.show();
    page.findChild<QComboBox *>(QStringLiteral("usageRange"))->setCurrentIndex(1);
    auto *const by = page.findChild<QComboBox *>(QStringLiteral("usageBy"));
    by->setCurrentIndex(by->findText(QStringLiteral("By day")));
    auto *const table = page.findChild<QTreeView *>(QStringLiteral("usageTable"));
    const QString day = QDate::currentDate().addDays(-1).toString(Qt::ISODate);
    const auto hasDay = [table, &day] {
        return !table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, day).isEmpty();
    };
    QTRY_VERIFY(hasDay());
    QVERIFY(table->model()->rowCount() <= 8);
}

QTEST_MAIN(UsagePageTest)
#include "tst_usagepage.moc"

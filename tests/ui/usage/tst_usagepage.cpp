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
#include <QLineEdit>
#include <QPushButton>
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
    void theTableShowsARangeAndLeadsToItsRequests();
    void aCustomRangeHoldsBothItsDaysInEitherOrder();
    void aBudgetIsAddedChangedRemovedAndComesBack();

private:
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
    QVERIFY2(link.argument.contains(QStringLiteral("client:\"=%1\"").arg(name)), qPrintable(link.argument));
    QVERIFY(parseHistoryFilter(link.argument, QDateTime::currentMSecsSinceEpoch()));
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
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("budgetAdd")), Qt::LeftButton);
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

QTEST_MAIN(UsagePageTest)
#include "tst_usagepage.moc"

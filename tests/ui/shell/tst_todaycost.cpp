// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/usagemodel.h"
#include "ui/models/words.h"
#include "ui/overview/figuretile.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/todayfigures.h"
#include "ui/shell/tray.h"
#include "ui/usage/filledconsole.h"

#include <QAction>
#include <QLabel>
#include <QMenu>

using namespace nexus;

namespace {

UsageSum sumWith(qint64 requests, qint64 microDollars, qint64 unpriced)
{
    UsageSum sum;
    sum.requests = requests;
    sum.microDollars = microDollars;
    sum.unpriced = unpriced;
    return sum;
}

} // namespace

//! \brief What today cost, in all places that say it.
class TodayCostTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestsWithoutAPriceAreNotFree();
    void allPlacesSayThatSomeOfItIsNotKnown();
};

void TodayCostTest::requestsWithoutAPriceAreNotFree()
{
    QCOMPARE(UsageModel::costText(sumWith(2, 18'000, 0)), QStringLiteral("$0.0180"));
    QCOMPARE(UsageModel::costHint(sumWith(2, 18'000, 0)), QString());
    QCOMPARE(UsageModel::costText(sumWith(2, 18'000, 1)), QStringLiteral("$0.0180 +"));
    QVERIFY(UsageModel::costHint(sumWith(2, 18'000, 1)).contains(QStringLiteral("not known")));
    QCOMPARE(UsageModel::costText(sumWith(2, 0, 2)), words::unknown());
    QCOMPARE(UsageModel::costText({}), words::money(0));
}

void TodayCostTest::allPlacesSayThatSomeOfItIsNotKnown()
{
    FilledConsole console;
    QVERIFY(console.start());
    // One with a price, one without.
    for (const std::optional<qint64> price : {std::optional<qint64>(20'000), std::optional<qint64>()}) {
        RequestRecord record = sampleRecords(QDateTime::currentDateTime()).back();
        record.time = std::chrono::system_clock::now();
        record.cache = CacheUse::Off;
        record.error.reset();
        record.status = 200;
        record.outcome = Outcome::Answered;
        record.usage = TokenUsage {.input = 10, .output = 10};
        record.provider = QStringLiteral("nowhere");
        record.upstreamModel = "never-priced";
        record.microDollars = price;
        const qint64 written = console.host().gateway().ledger().historyState()->written;
        console.host().gateway().ledger().records().record(record);
        QTRY_VERIFY(console.host().gateway().ledger().historyState()->written > written);
    }
    TodayFigures today(console.host().gateway().ledger().live(), console.history());
    MainWindow window(console.parts(), today);
    const Tray tray(console.host(), today);
    window.show();
    window.open({.page = PageId::Overview, .argument = {}});
    QTRY_VERIFY2(today.cost().endsWith(QStringLiteral(" +")), qPrintable(today.cost()));
    const QString said = QStringLiteral("%1 today").arg(today.cost());
    for (const char *const name : {"statusCost", "sidebarCost"}) {
        const auto *const label = window.findChild<QLabel *>(QLatin1String(name));
        QCOMPARE(label->text(), said);
        QVERIFY2(label->toolTip().contains(today.costHint()), name);
    }
    QVERIFY(std::ranges::any_of(tray.menu().actions(),
        [&today](const QAction *action) { return action->text().endsWith(u' ' + today.cost()); }));
    const auto *const tile = window.findChild<FigureTile *>(QStringLiteral("tileCost"));
    QVERIFY(tile);
    QTRY_COMPARE(tile->accessibleDescription(), QStringLiteral("%1, %2").arg(today.cost(), today.costHint()));
    QCOMPARE(tile->toolTip(), today.costHint());
}

QTEST_MAIN(TodayCostTest)
#include "tst_todaycost.moc"

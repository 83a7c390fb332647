// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logkit.h"
#include "ui/livelog/livelogpage.h"
#include "ui/livelog/requesttable.h"
#include "ui/models/requestfacts.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>
#include <QWindow>

using namespace nexus;

namespace {

//! \brief A page that is shown.
struct Shown {
    explicit Shown(const QByteArray &toml = "[ledger]\nbodies = \"all\"\n")
        : kit(toml)
        , page(std::make_unique<LiveLogPage>(kit.parts()))
    {
        page->resize(1200, 700);
        page->show();
    }

    template<typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return page->findChild<Widget *>(QString::fromLatin1(name));
    }
    [[nodiscard]] RequestTable *table() const { return find<RequestTable>("logTable"); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    void click(int row) const
    {
        const QModelIndex index = table()->model()->index(row, RequestLogModel::ModelColumn);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(index).center());
    }
    void choose(const char *menuName, const QString &title) const
    {
        auto *const menu = find<QMenu>(menuName);
        QVERIFY(menu);
        for (QAction *const action : menu->actions()) {
            if (action->text() == title) {
                QVERIFY(action->isEnabled());
                action->trigger();
                menu->close();
                return;
            }
        }
        QFAIL(qPrintable(title));
    }

    LogKit kit;
    std::unique_ptr<LiveLogPage> page;
};

RequestRecord keptChat(const QByteArray &id)
{
    RequestRecord record = chatRecord(id);
    record.askedModel = "demo/echo";
    record.bodies = {.prompt = R"({"model":"demo/echo","messages":[{"role":"user","content":"Say zebra"}]})",
        .answer
        = R"({"id":"1","object":"chat.completion","model":"demo/echo","choices":[{"index":0,"message":)"
          R"({"role":"assistant","content":"zebra"},"finish_reason":"stop"}]})"};
    return record;
}

} // namespace

class TestLiveLogPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToDoWhileItIsEmpty();
    void followsOnlyWhileItIsSeen();
    void isHeldBySpaceAndGoesOn();
    void saysHowManyAreNewBelow();
    void filtersAndNamesMistakes();
    void closesTheListOfWords();
    void opensTheDetailOfAClick();
    void sendsAgainAsARowOfItsOwn();
    void stopsWhatRuns();
    void offersToKeepBodies();
    void copiesAsCode();
    void remembersColumnsAndTab();
    void explainsCostAndTranslation();
};

void TestLiveLogPage::saysWhatToDoWhileItIsEmpty()
{
    const Shown shown;
    auto *const empty = shown.find<QWidget>("logEmpty");
    QTRY_VERIFY(empty->isVisible());
    QVERIFY(empty->accessibleName().contains(shown.kit.host.address().toString()));
    shown.page->follow(QStringLiteral("is:error"));
    QTRY_VERIFY(empty->accessibleName().contains(QStringLiteral("filter")));
}

void TestLiveLogPage::followsOnlyWhileItIsSeen()
{
    Shown shown;
    QVERIFY(shown.kit.feed().isWatched());
    shown.kit.record(chatRecord("one"));
    QTRY_COMPARE(shown.rows(), 1);
    shown.page->hide();
    QVERIFY(!shown.kit.feed().isWatched());
    shown.kit.record(chatRecord("two"));
    shown.page->show();
    QCOMPARE(shown.rows(), 2);
}

void TestLiveLogPage::isHeldBySpaceAndGoesOn()
{
    Shown shown;
    shown.kit.record(chatRecord("one"));
    QTRY_COMPARE(shown.rows(), 1);
    QVERIFY(QTest::qWaitForWindowActive(shown.page.get()));
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), Qt::Key_Space);
    auto *const pause = shown.find<QToolButton>("logPauseButton");
    const auto *const state = shown.find<QLabel>("logState");
    QCOMPARE(pause->text(), QStringLiteral("Follow"));
    QVERIFY2(state->text().startsWith(QStringLiteral("held")), qPrintable(state->text()));
    QSignalSpy told(&shown.kit.feed(), &LiveFeed::happened);
    shown.kit.record(chatRecord("two"));
    QVERIFY(told.wait());
    QCOMPARE(shown.rows(), 1);
    QTest::mouseClick(pause, Qt::LeftButton);
    QCOMPARE(shown.rows(), 2);
    QCOMPARE(pause->text(), QStringLiteral("Hold"));
    QCOMPARE(pause->accessibleName(), QStringLiteral("Hold the list"));
    QVERIFY(pause->toolTip().contains(QStringLiteral("Space")));
}

void TestLiveLogPage::saysHowManyAreNewBelow()
{
    Shown shown;
    for (int i = 0; i < 80; ++i) {
        shown.kit.record(chatRecord("a" + QByteArray::number(i)));
    }
    QTRY_COMPARE(shown.rows(), 80);
    QScrollBar *const bar = shown.table()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 320);
    bar->setValue(320);
    const int seen = shown.table()->rowAt(5);
    for (int i = 0; i < 12; ++i) {
        shown.kit.record(chatRecord("b" + QByteArray::number(i)));
    }
    QTRY_COMPARE(shown.rows(), 92);
    auto *const pill = shown.find<QPushButton>("logNewPill");
    QTRY_VERIFY(pill->isVisible());
    QVERIFY(pill->text().startsWith(QStringLiteral("12 ")));
    QCOMPARE(shown.table()->rowAt(5), seen + 12);
    QTest::mouseClick(pill, Qt::LeftButton);
    QCOMPARE(bar->value(), 0);
    QVERIFY(!pill->isVisible());
}

void TestLiveLogPage::filtersAndNamesMistakes()
{
    Shown shown;
    shown.kit.record(chatRecord("one"));
    RequestRecord bad = chatRecord("two");
    bad.status = 500;
    shown.kit.record(bad);
    QTRY_COMPARE(shown.rows(), 2);
    auto *const edit = shown.find<QLineEdit>("logFilter");
    QTest::keyClicks(edit, QStringLiteral("status:5xx"));
    QTRY_COMPARE(shown.rows(), 1);
    QTest::keyClicks(edit, QStringLiteral(" colour:red"));
    auto *const error = shown.find<QLabel>("logFilterError");
    QTRY_VERIFY(error->isVisible());
    QVERIFY2(error->text().contains(QStringLiteral("12")), qPrintable(error->text()));
    QCOMPARE(shown.rows(), 1);
    edit->setText({});
    QTRY_COMPARE(shown.rows(), 2);
    QVERIFY(!error->isVisible());
}

void TestLiveLogPage::closesTheListOfWords()
{
    const Shown shown;
    QVERIFY(QTest::qWaitForWindowActive(shown.page.get()));
    auto *const edit = shown.find<QLineEdit>("logFilter");
    edit->setFocus();
    const QAbstractItemView *list = nullptr;
    const auto openList = [&] {
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("is:err"));
        list = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
        return list != nullptr && list->isVisible();
    };
    QVERIFY(openList());
    QTest::keyClicks(edit, QStringLiteral("or"));
    QTest::keyClick(edit, Qt::Key_Space);
    QVERIFY2(!list->isVisible(), "a word is finished");
    QVERIFY(openList());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QVERIFY2(!list->isVisible(), "Escape in the list");
    QVERIFY(openList());
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY2(!list->isVisible(), "Escape in the field");
    QCOMPARE(edit->text(), QStringLiteral("is:err"));
    QVERIFY(openList());
    QWindow other;
    other.show();
    other.requestActivate();
    QTRY_VERIFY2(!list->isVisible(), "another window is active");
    shown.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.page.get()));
    QVERIFY(openList());
    shown.page->hide();
    QVERIFY2(!list->isVisible(), "another page is shown");
}

void TestLiveLogPage::opensTheDetailOfAClick()
{
    Shown shown;
    shown.kit.record(keptChat("one"));
    QTRY_COMPARE(shown.rows(), 1);
    shown.click(0);
    auto *const detail = shown.find<QWidget>("logDetail");
    QVERIFY(detail->isVisible());
    auto *const talk = shown.find<QWidget>("logConversation");
    QTRY_VERIFY(talk->isVisible());
    QStringList texts;
    for (const QLabel *const label : talk->findChildren<QLabel *>()) {
        texts.append(label->text());
    }
    QVERIFY(texts.contains(QStringLiteral("Say zebra")));
    QVERIFY(texts.contains(QStringLiteral("zebra")));
    shown.find<QTabBar>("logDetailTabs")->setCurrentIndex(1);
    auto *const request = shown.find<QPlainTextEdit>("logRequestText");
    QVERIFY(request->isVisible());
    QVERIFY(request->toPlainText().contains(QStringLiteral("\n  \"messages\"")));
    QTest::mouseClick(shown.find<QToolButton>("logRequestRaw"), Qt::LeftButton);
    QVERIFY(request->toPlainText().startsWith(QStringLiteral("{\"model\"")));
    QTest::keyClick(shown.table(), Qt::Key_Escape);
    QVERIFY(!detail->isVisible());
}

void TestLiveLogPage::sendsAgainAsARowOfItsOwn()
{
    Shown shown;
    shown.kit.record(keptChat("one"));
    QTRY_COMPARE(shown.rows(), 1);
    shown.click(0);
    auto *const again = shown.find<QPushButton>("logSendAgainButton");
    QTRY_VERIFY(again->isEnabled());
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE(shown.rows(), 2);
    const auto client = shown.table()->model()->index(0, RequestLogModel::ClientColumn);
    QTRY_COMPARE(client.data().toString(), QStringLiteral("nexus-console"));
    const auto state = shown.table()->model()->index(0, RequestLogModel::StateColumn);
    QTRY_COMPARE(state.data().toString(), QStringLiteral("200"));
}

void TestLiveLogPage::stopsWhatRuns()
{
    Shown shown;
    const Runner runner(shown.kit.feed(), chatRecord("one"));
    QTRY_COMPARE(shown.rows(), 1);
    shown.click(0);
    auto *const stop = shown.find<QPushButton>("logStopButton");
    QVERIFY(stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_COMPARE(runner.stops, 1);
}

void TestLiveLogPage::offersToKeepBodies()
{
    Shown shown("[ledger]\nbodies = \"off\"\n");
    shown.kit.record(keptChat("one"));
    QTRY_COMPARE(shown.rows(), 1);
    QTRY_COMPARE(shown.kit.written(), 1);
    shown.click(0);
    auto *const missing = shown.find<QWidget>("logDetailMissing");
    QTRY_VERIFY(missing->isVisible());
    auto *const action = missing->findChild<QPushButton *>();
    QTRY_COMPARE(action->text(), QStringLiteral("Keep bodies from now on"));
    QSignalSpy links(shown.page.get(), &Page::linkActivated);
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.front().front().value<PageLink>(),
        (PageLink {PageId::Settings, QStringLiteral("ledger.bodies")}));
}

void TestLiveLogPage::copiesAsCode()
{
    Shown shown;
    shown.kit.record(keptChat("one"));
    QTRY_COMPARE(shown.rows(), 1);
    QTRY_COMPARE(shown.kit.written(), 1);
    shown.click(0);
    Q_EMIT shown.table()->menuWanted(QPoint(10, 10));
    QSignalSpy links(shown.page.get(), &Page::linkActivated);
    shown.choose("logMenu", QStringLiteral("Open in the playground"));
    QCOMPARE(links.front().front().value<PageLink>(),
        (PageLink {PageId::Playground, QStringLiteral("demo/echo")}));
}

void TestLiveLogPage::remembersColumnsAndTab()
{
    Shown shown;
    QVERIFY(!shown.table()->isColumnHidden(RequestLogModel::SpeedColumn)); // without a choice
    shown.table()->setColumnHidden(RequestLogModel::SpeedColumn, true);
    shown.table()->setColumnHidden(RequestLogModel::BytesColumn, false);
    shown.table()->setColumnWidth(RequestLogModel::ClientColumn, 177);
    shown.find<QTabBar>("logDetailTabs")->setCurrentIndex(6);
    shown.page = std::make_unique<LiveLogPage>(shown.kit.parts());
    QVERIFY(shown.table()->isColumnHidden(RequestLogModel::SpeedColumn));
    QVERIFY(!shown.table()->isColumnHidden(RequestLogModel::BytesColumn));
    QCOMPARE(shown.table()->columnWidth(RequestLogModel::ClientColumn), 177);
    QCOMPARE(shown.find<QTabBar>("logDetailTabs")->currentIndex(), 6);
}

void TestLiveLogPage::explainsCostAndTranslation()
{
    NamePool names;
    RequestRecord record = chatRecord("one");
    record.usage = TokenUsage {.input = 1'000, .cacheRead = 400, .output = 500};
    record.dropped = "logprobs,seed";
    RequestDossier dossier {.line
        = requestLine(LiveRequest {.record = std::make_shared<const RequestRecord>(record)}, false, names)};
    Price price;
    price.rates = {.input = 3'000'000, .output = 15'000'000, .cacheRead = 300'000};
    price.source = QStringLiteral("the table");
    price.date = QDate(2026, 1, 2);
    dossier.price = price;
    const FactTable cost = costFacts(dossier);
    QCOMPARE(cost.rows.size(), std::size_t(4));
    QCOMPARE(cost.rows[0].value, QStringLiteral("$0.0018"));
    QCOMPARE(cost.rows[1].value, QStringLiteral("$0.0001"));
    QCOMPARE(cost.rows[3].value, QStringLiteral("$0.0094"));
    QVERIFY(cost.foot.contains(QStringLiteral("the table")));
    const FactTable translation = translationFacts(dossier, ProviderDialect::Gemini);
    QVERIFY(translation.lead.contains(QStringLiteral("Gemini")));
    QCOMPARE(translation.rows.size(), std::size_t(3));
    QCOMPARE(translation.rows[1].name, QStringLiteral("logprobs"));
    const std::vector<TimeBar> bars = attemptBars(dossier);
    QCOMPARE(bars.size(), std::size_t(1));
    QCOMPARE(bars.front().begin, 2'000);
    QCOMPARE(bars.front().firstByte, 382'000);
}

QTEST_MAIN(TestLiveLogPage)

#include "tst_livelogpage.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filledconsole.h"
#include "ui/models/overviewfigures.h"
#include "ui/overview/figuretile.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/problemlist.h"
#include "ui/widgets/barchart.h"
#include "ui/widgets/codeview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

using namespace nexus;

//! \brief The first page: state, figures, providers, and lines to copy.
class OverviewPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theBarsOfADayAreItsRequests();
    void theStateCanBePausedAndResumed();
    void aTileChoosesTheChart();
    void aProviderLeadsToItsPage();
    void aProviderTellsHowFastItWas();
    void theFirstTokenIsComparedWithYesterday();
    void chartsShowTheirParts();
    void theChartOfTheCostSaysWhatItLeavesOut();
    void aProblemLeadsToWhatHelps_data();
    void aProblemLeadsToWhatHelps();
    void aProblemWithoutAModelSaysSo();
    void theLinesToCopyHaveTheRealAddress();
    void whyItDoesNotServeIsSaidWithItsPlace();

private:
    FilledConsole m_console;
};

void OverviewPageTest::initTestCase()
{
    QVERIFY(m_console.start());
}

void OverviewPageTest::theBarsOfADayAreItsRequests()
{
    const QDateTime now = QDateTime::currentDateTime();
    for (const OverviewRange range : {OverviewRange::Hour, OverviewRange::Day, OverviewRange::Month}) {
        std::optional<Result<OverviewFigures>> answer;
        m_console.history().ask<OverviewFigures>(
            this, [range, now](const HistoryReader &reader) { return readOverview(reader, range, now); },
            [&answer](const Result<OverviewFigures> &figures) { answer = figures; });
        QTRY_VERIFY(answer);
        QVERIFY(*answer);
        const OverviewFigures &figures = **answer;
        const std::size_t expected = range == OverviewRange::Hour ? 12
            : range == OverviewRange::Day                         ? 24
                                                                  : 30;
        QCOMPARE(figures.bars.size(), expected);
        qint64 requests = 0;
        for (const OverviewBar &bar : figures.bars) {
            requests += bar.sum.requests;
        }
        const auto begin = figures.bars.front().begin.toMSecsSinceEpoch();
        qint64 wanted = 0;
        for (const RequestRecord &record : sampleRecords(now)) {
            const auto time
                = std::chrono::duration_cast<std::chrono::milliseconds>(record.time.time_since_epoch());
            wanted += time.count() >= begin ? 1 : 0;
        }
        // The sample of a later moment may have one more.
        QVERIFY2(
            std::abs(requests - wanted) <= 2, qPrintable(QStringLiteral("%1 %2").arg(requests).arg(wanted)));
    }
}

void OverviewPageTest::theStateCanBePausedAndResumed()
{
    OverviewPage page(m_console.parts());
    page.show();
    auto *const action = page.findChild<QPushButton *>(QStringLiteral("overviewAction"));
    auto *const state = page.findChild<QLabel *>(QStringLiteral("overviewState"));
    QVERIFY(state->text().contains(m_console.host().address().toString()));
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(m_console.host().state(), GatewayHost::State::Paused);
    QVERIFY(state->text().startsWith(QStringLiteral("Paused")));
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(m_console.host().state(), GatewayHost::State::Serving);
}

void OverviewPageTest::aTileChoosesTheChart()
{
    OverviewPage page(m_console.parts());
    page.show();
    auto *const cost = page.findChild<FigureTile *>(QStringLiteral("tileCost"));
    QCOMPARE(cost->property("chosen").toString(), QStringLiteral("false"));
    cost->setFocus();
    QTest::keyClick(cost, Qt::Key_Space);
    QCOMPARE(cost->property("chosen").toString(), QStringLiteral("true"));
    QCOMPARE(page.findChild<FigureTile *>(QStringLiteral("tileRequests"))->property("chosen").toString(),
        QStringLiteral("false"));
}

void OverviewPageTest::aProviderLeadsToItsPage()
{
    OverviewPage page(m_console.parts());
    page.show();
    QSignalSpy links(&page, &Page::linkActivated);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("health_anthropic")), Qt::LeftButton);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.first().first().value<PageLink>(),
        (PageLink {.page = PageId::Providers, .argument = QStringLiteral("anthropic")}));
}

void OverviewPageTest::aProviderTellsHowFastItWas()
{
    OverviewPage page(m_console.parts());
    page.show();
    QPointer<QPushButton> chip;
    const auto isTimed = [&page, &chip] {
        // The one before it may not be gone yet.
        for (QPushButton *const button :
            page.findChildren<QPushButton *>(QStringLiteral("health_anthropic"))) {
            if (button->text() != QStringLiteral("anthropic")) {
                chip = button;
            }
        }
        return !chip.isNull();
    };
    QTRY_VERIFY(isTimed());
    static const QRegularExpression time(QStringLiteral("^anthropic  [0-9.,]+ m?s$"));
    QVERIFY2(time.match(chip->text()).hasMatch(), qPrintable(chip->text()));
    QVERIFY2(
        chip->accessibleName().contains(QStringLiteral("First token")), qPrintable(chip->accessibleName()));
}

void OverviewPageTest::theFirstTokenIsComparedWithYesterday()
{
    const QDateTime now = QDateTime::currentDateTime();
    for (const QDateTime &day : {now.addMSecs(-1), now.addDays(-1).addSecs(-1)}) {
        RequestRecord record = sampleRecords(now).back();
        record.time
            = std::chrono::system_clock::time_point(std::chrono::milliseconds(day.toMSecsSinceEpoch()));
        const qint64 written = m_console.host().gateway().ledger().historyState()->written;
        record.cache = CacheUse::Off;
        record.error.reset();
        record.status = 200;
        record.outcome = Outcome::Answered;
        record.firstByte = std::chrono::milliseconds(400);
        m_console.host().gateway().ledger().records().record(record);
        QTRY_VERIFY(m_console.host().gateway().ledger().historyState()->written > written);
    }
    OverviewPage page(m_console.parts());
    page.show();
    const auto *const tile = page.findChild<FigureTile *>(QStringLiteral("tileFirstToken"));
    static const QRegularExpression note(
        QString::fromUtf8("p95 [0-9.,]+ m?s · [0-9.,]+ ?% (slower|faster) than yesterday$"));
    QTRY_VERIFY2(
        note.match(tile->accessibleDescription()).hasMatch(), qPrintable(tile->accessibleDescription()));
}

void OverviewPageTest::chartsShowTheirParts()
{
    OverviewPage page(m_console.parts());
    page.show();
    page.findChild<QComboBox *>(QStringLiteral("overviewRange"))->setCurrentIndex(2);
    const auto *const chart = page.findChild<BarChart *>(QStringLiteral("overviewChart"));
    const auto hasParts = [&page, chart](const char *tile, const char *first, const char *second) {
        QTest::mouseClick(page.findChild<FigureTile *>(QLatin1String(tile)), Qt::LeftButton);
        const QString text = chart->accessibleDescription();
        return text.contains(QLatin1String(first)) && text.contains(QLatin1String(second));
    };
    QTRY_VERIFY(hasParts("tileFirstToken", "p50 ", "p95 "));
    QVERIFY(hasParts("tileTokens", "input ", "output "));
    QVERIFY(hasParts("tileRequests", "answered ", "errors "));
}

void OverviewPageTest::theChartOfTheCostSaysWhatItLeavesOut()
{
    RequestRecord record = sampleRecords(QDateTime::currentDateTime()).back();
    record.time = std::chrono::system_clock::now();
    record.provider = QStringLiteral("anthropic");
    record.upstreamModel = "nobody-knows-its-price";
    record.cache = CacheUse::Off;
    record.microDollars.reset();
    const qint64 written = m_console.host().gateway().ledger().historyState()->written;
    m_console.host().gateway().ledger().records().record(record);
    QTRY_VERIFY(m_console.host().gateway().ledger().historyState()->written > written);
    OverviewPage page(m_console.parts());
    page.resize(1000, 1200);
    page.show();
    const auto *const note = page.findChild<QLabel *>(QStringLiteral("overviewChartNote"));
    QVERIFY(!note->isVisible());
    QTest::mouseClick(page.findChild<FigureTile *>(QStringLiteral("tileCost")), Qt::LeftButton);
    QTRY_VERIFY(note->isVisible());
    QVERIFY2(note->text().contains(QStringLiteral("not known")), qPrintable(note->text()));
    QTest::mouseClick(page.findChild<FigureTile *>(QStringLiteral("tileTokens")), Qt::LeftButton);
    QVERIFY(!note->isVisible());
}

void OverviewPageTest::aProblemLeadsToWhatHelps_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("upstream");
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("argument");
    const auto add = [](const char *name, ErrorKind kind, int upstream, const char *action, PageId page,
                         const char *argument) {
        QTest::newRow(name) << static_cast<int>(kind) << upstream << QString::fromLatin1(action)
                            << static_cast<int>(page) << QString::fromLatin1(argument);
    };
    add("key", ErrorKind::UpstreamRefused, 401, "Open the provider", PageId::Providers, "anthropic");
    add("budget", ErrorKind::QuotaExceeded, 0, "Open the budgets", PageId::Usage, "budgets");
    add("model", ErrorKind::ModelNotFound, 0, "Open the models", PageId::Models, "");
    add("other", ErrorKind::UpstreamRefused, 400, "Show", PageId::LiveLog, "id:problem");
}

void OverviewPageTest::aProblemLeadsToWhatHelps()
{
    QFETCH(const int, kind);
    QFETCH(const int, upstream);
    QFETCH(const QString, action);
    QFETCH(const int, page);
    QFETCH(const QString, argument);
    LiveFeed feed;
    RequestRecord record;
    record.number = 7;
    record.requestId = "problem";
    record.operation = Operation::Chat;
    record.outcome = Outcome::Failed;
    record.status = 400;
    record.provider = QStringLiteral("anthropic");
    record.error = Error {.kind = static_cast<ErrorKind>(kind),
        .message = QStringLiteral("no"),
        .detail = {},
        .upstreamStatus = upstream};
    static_cast<RecordSink &>(feed).record(record);
    ProblemList list(feed);
    list.refresh();
    QSignalSpy links(&list, &ProblemList::linkActivated);
    const QList<QPushButton *> buttons = list.findChildren<QPushButton *>();
    QVERIFY(!buttons.isEmpty());
    QCOMPARE(buttons.front()->text(), action);
    QCOMPARE(buttons.back()->text(), QStringLiteral("Show"));
    buttons.front()->click();
    QCOMPARE(links.front().front().value<PageLink>(),
        (PageLink {.page = static_cast<PageId>(page), .argument = argument}));
}

void OverviewPageTest::aProblemWithoutAModelSaysSo()
{
    LiveFeed feed;
    RequestRecord record;
    record.number = 8;
    record.operation = Operation::Chat;
    record.outcome = Outcome::Refused;
    record.status = 400;
    record.error = Error {
        .kind = ErrorKind::InvalidRequest, .message = QStringLiteral("It names none."), .detail = {}};
    static_cast<RecordSink &>(feed).record(record);
    ProblemList list(feed);
    list.refresh();
    QStringList texts;
    for (const QLabel *const label : list.findChildren<QLabel *>()) {
        texts.append(label->text());
    }
    QVERIFY2(texts.contains(QString::fromUtf8("400 · without a name · It names none.")),
        qPrintable(texts.join(u'\n')));
}

void OverviewPageTest::theLinesToCopyHaveTheRealAddress()
{
    OverviewPage page(m_console.parts());
    page.show();
    auto *const models = page.findChild<QComboBox *>(QStringLiteral("snippetModel"));
    models->setCurrentText(QStringLiteral("assistant"));
    auto *const tabs = page.findChild<QTabBar *>(QStringLiteral("snippetTabs"));
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("snippetCopy")), Qt::LeftButton);
        const QString text = QApplication::clipboard()->text();
        QVERIFY2(text.contains(m_console.host().address().authority()), qPrintable(text));
    }
}

// The last one: it breaks the file.
void OverviewPageTest::whyItDoesNotServeIsSaidWithItsPlace()
{
    OverviewPage page(m_console.parts());
    page.resize(1000, 800);
    page.show();
    auto *const reason = page.findChild<QLabel *>(QStringLiteral("overviewReason"));
    auto *const settings = page.findChild<QPushButton *>(QStringLiteral("overviewSettings"));
    QVERIFY(!reason->isVisible());
    QVERIFY(!settings->isVisible());
    QFile file(m_console.configPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[llm.providers.one]\ntype = \"openai\"\napi_key = \"{{ env.NOT_SET_ANYWHERE }}\"\n");
    file.close();
    m_console.host().reload();
    QTRY_VERIFY(reason->isVisible());
    QVERIFY2(reason->text().contains(QStringLiteral("nexus.toml:3:")), qPrintable(reason->text()));
    QVERIFY2(reason->text().contains(QStringLiteral("NOT_SET_ANYWHERE")), qPrintable(reason->text()));
    QVERIFY(reason->height() >= reason->fontMetrics().height());
    QVERIFY(settings->isVisible());
    QCOMPARE(settings->text(), QStringLiteral("Open the file"));
    QSignalSpy links(&page, &Page::linkActivated);
    QTest::mouseClick(settings, Qt::LeftButton);
    QCOMPARE(links.front().front().value<PageLink>(),
        (PageLink {.page = PageId::Settings, .argument = QStringLiteral("file")}));
}

QTEST_MAIN(OverviewPageTest)
#include "tst_overviewpage.moc"

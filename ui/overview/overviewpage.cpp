// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/overviewpage.h"

#include "service/gatewayhost.h"
#include "ui/models/historydesk.h"
#include "ui/models/words.h"
#include "ui/overview/figuretile.h"
#include "ui/overview/healthrow.h"
#include "ui/overview/snippetcard.h"
#include "ui/overview/stateline.h"
#include "ui/widgets/barchart.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr std::chrono::seconds betweenQuestions {2};
constexpr std::size_t mostProblems = 5;

QString key(const char *name)
{
    return QLatin1String("overview/") + QLatin1String(name);
}

double valueOf(const UsageSum &sum, int measure)
{
    switch (measure) {
    case 1:
        return sum.firstByte ? static_cast<double>(sum.firstByte->p50) : 0.0;
    case 2:
        return static_cast<double>(sum.tokens.input + sum.tokens.output);
    case 3:
        return static_cast<double>(sum.microDollars);
    default:
        return static_cast<double>(sum.requests);
    }
}

QString wordsOf(double value, int measure)
{
    const auto whole = static_cast<qint64>(value + 0.5);
    if (measure == 1) {
        return whole > 0 ? words::duration(std::chrono::microseconds(whole)) : QStringLiteral("0");
    }
    return measure == 3 ? words::money(whole) : words::shortCount(whole);
}

QDateTime timeOf(const RequestRecord &record)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(record.time.time_since_epoch()).count());
}

} // namespace

OverviewPage::OverviewPage(const ConsoleParts &parts, QWidget *parent)
    : Page(tr("Overview"), parent)
    , m_parts(parts)
    , m_range(new QComboBox(this))
    , m_chart(new BarChart(this))
    , m_health(new HealthRow(parts.host, this))
    , m_problems(new QVBoxLayout)
{
    auto *const state = new StateLine(parts.host, this);
    auto *const inside = new QWidget(this);
    auto *const column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, grid::unit, 0);
    column->setSpacing(grid::margin);
    column->addWidget(state);
    column->addLayout(tiles());
    column->addWidget(chartCard());
    column->addWidget(m_health);
    column->addWidget(problemsCard());
    column->addWidget(sectionLabel(tr("Connect your app"), this));
    column->addWidget(new SnippetCard(parts.host, this));
    column->addStretch(1);
    auto *const area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(inside);
    content()->addWidget(area, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(betweenQuestions);
    connect(state, &StateLine::settingsRequested, this,
        [this] { Q_EMIT linkActivated({.page = PageId::Settings, .argument = QStringLiteral("file")}); });
    connect(m_health, &HealthRow::providerChosen, this,
        [this](const QString &name) { Q_EMIT linkActivated({.page = PageId::Providers, .argument = name}); });
    connect(&m_pause, &QTimer::timeout, this, &OverviewPage::refresh);
    connect(&parts.host.gateway().ledger().live(), &LiveFeed::happened, this, [this] {
        if (isVisible() && !m_pause.isActive()) {
            m_pause.start();
        }
    });
    connect(&parts.host, &GatewayHost::configApplied, this, &OverviewPage::refresh);
    connect(&parts.host, &GatewayHost::stateChanged, this, &OverviewPage::refresh);
    choose(Requests);
}

QLayout *OverviewPage::tiles()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(grid::unit);
    const std::array titles {
        tr("Requests today"), tr("First token, p50"), tr("Tokens today"), tr("Cost today")};
    const std::array names {"tileRequests", "tileFirstToken", "tileTokens", "tileCost"};
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles.at(i) = new FigureTile(titles.at(i), this);
        m_tiles.at(i)->setObjectName(QLatin1String(names.at(i)));
        row->addWidget(m_tiles.at(i), 1);
        connect(m_tiles.at(i), &FigureTile::chosen, this, [this, i] { choose(static_cast<Measure>(i)); });
    }
    return row;
}

QWidget *OverviewPage::chartCard()
{
    QFrame *const frame = card(this);
    m_range->setObjectName(QStringLiteral("overviewRange"));
    m_range->setAccessibleName(tr("Range of the chart"));
    m_range->addItems({tr("Last hour"), tr("Last 24 hours"), tr("Last 30 days")});
    m_range->setCurrentIndex(m_parts.settings.value(key("range"), 1).toInt());
    auto *const head = new QHBoxLayout;
    head->addStretch(1);
    head->addWidget(m_range);
    auto *const layout = new QVBoxLayout(frame);
    layout->setContentsMargins(12, grid::unit, 12, grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_chart);
    connect(m_range, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_parts.settings.setValue(key("range"), index);
        refresh();
    });
    connect(m_chart, &BarChart::barClicked, this, &OverviewPage::openBar);
    return frame;
}

QWidget *OverviewPage::problemsCard()
{
    auto *const frame = new QWidget(this);
    auto *const layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(sectionLabel(tr("Last problems"), frame));
    m_problems->setSpacing(2);
    layout->addLayout(m_problems);
    return frame;
}

void OverviewPage::choose(Measure measure)
{
    m_measure = measure;
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles.at(i)->setChosen(static_cast<Measure>(i) == measure);
    }
    showChart();
}

void OverviewPage::refresh()
{
    if (!isVisible()) {
        return;
    }
    m_health->refresh();
    showProblems();
    const auto range = static_cast<OverviewRange>(m_range->currentIndex());
    m_parts.history.ask<OverviewFigures>(
        this,
        [range](const HistoryReader &reader) {
            return readOverview(reader, range, QDateTime::currentDateTime());
        },
        [this, round = ++m_round](const Result<OverviewFigures> &figures) {
            if (round == m_round) {
                onFigures(figures);
            }
        });
}

void OverviewPage::onFigures(const Result<OverviewFigures> &figures)
{
    m_figures = figures ? *figures : OverviewFigures();
    m_health->setSums(m_figures.providers);
    m_health->refresh();
    showTiles();
    showChart();
}

void OverviewPage::showTiles()
{
    for (int i = 0; i < MeasureCount; ++i) {
        std::vector<double> values;
        for (const OverviewBar &hour : m_figures.hours) {
            values.push_back(valueOf(hour.sum, i));
        }
        const double now = valueOf(m_figures.today, i);
        const double before = valueOf(m_figures.yesterday, i);
        QString note = tr("nothing yesterday until now");
        if (before > 0) {
            const double change = (now - before) / before;
            const QString percent = words::percent(std::abs(change));
            note = change >= 0 ? tr("%1 more than yesterday").arg(percent)
                               : tr("%1 less than yesterday").arg(percent);
        }
        QString figure = wordsOf(now, i);
        if (i == FirstToken) {
            const auto &times = m_figures.today.firstByte;
            figure = times ? wordsOf(now, i) : words::unknown();
            if (times) {
                note = tr("p95 %1").arg(words::duration(std::chrono::microseconds(times->p95)));
            }
        }
        m_tiles.at(static_cast<std::size_t>(i))->setFigure(figure, note, std::move(values));
    }
}

void OverviewPage::showChart()
{
    QStringList labels;
    std::vector<BarPart> parts;
    const std::size_t bars = m_figures.bars.size();
    if (m_measure == Requests) {
        parts = {{tr("answered"), Tone::Series1, std::vector<double>(bars)},
            {tr("errors"), Tone::Bad, std::vector<double>(bars)}};
    } else {
        parts = {{QString(), Tone::Series1, std::vector<double>(bars)}};
    }
    const bool isMonth = m_range->currentIndex() == static_cast<int>(OverviewRange::Month);
    for (std::size_t i = 0; i < bars; ++i) {
        const OverviewBar &bar = m_figures.bars[i];
        labels.append(isMonth ? QLocale().toString(bar.begin.date(), QStringLiteral("d MMM"))
                              : bar.begin.toString(QStringLiteral("HH:mm")));
        if (m_measure == Requests) {
            parts[0].values[i] = static_cast<double>(bar.sum.requests - bar.sum.errors);
            parts[1].values[i] = static_cast<double>(bar.sum.errors);
        } else {
            parts[0].values[i] = valueOf(bar.sum, m_measure);
        }
    }
    m_chart->setBars(labels, parts, [measure = m_measure](double value) { return wordsOf(value, measure); });
}

void OverviewPage::showProblems()
{
    std::vector<std::shared_ptr<const RequestRecord>> problems;
    const auto recent = m_parts.host.gateway().ledger().live().recent();
    for (auto at = recent.rbegin(); at != recent.rend() && problems.size() < mostProblems; ++at) {
        if ((*at)->operation && (*at)->status >= 400) {
            problems.push_back(*at);
        }
    }
    std::vector<quint64> numbers;
    for (const auto &problem : problems) {
        numbers.push_back(problem->number);
    }
    if (numbers == m_shownProblems && m_problems->count() > 0) {
        return;
    }
    m_shownProblems = numbers;
    while (QLayoutItem *const item = m_problems->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &problem : problems) {
        const QString time = words::moment(timeOf(*problem), QDateTime::currentDateTime());
        const QString what = problem->error ? problem->error->message.section(u'\n', 0, 0) : QString();
        auto *const row = new QWidget(this);
        auto *const layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(dimLabel(time, row));
        QLabel *const text = plainLabel(
            tr("%1 · %2 · %3")
                .arg(QString::number(problem->status), QString::fromUtf8(problem->askedModel), what),
            row);
        layout->addWidget(text, 1);
        QPushButton *const show = linkButton(tr("Show"), row);
        show->setAccessibleName(tr("Show the request of %1").arg(time));
        connect(show, &QPushButton::clicked, this, [this, id = QString::fromUtf8(problem->requestId)] {
            Q_EMIT linkActivated({.page = PageId::LiveLog, .argument = QStringLiteral("id:") + id});
        });
        layout->addWidget(show);
        m_problems->addWidget(row);
    }
    if (problems.empty()) {
        m_problems->addWidget(dimLabel(tr("None since Nexus was started."), this));
    }
}

void OverviewPage::openBar(int index)
{
    if (index >= 0 && index < static_cast<int>(m_figures.bars.size())) {
        const OverviewBar &bar = m_figures.bars.at(static_cast<std::size_t>(index));
        Q_EMIT linkActivated(
            {.page = PageId::LiveLog, .argument = historyFilterText(timeFilter(bar.begin, bar.end))});
    }
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_watch = m_parts.host.gateway().ledger().live().watch();
    refresh();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_watch = LiveWatch();
}

} // namespace nexus

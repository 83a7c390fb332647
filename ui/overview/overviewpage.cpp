// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/overviewpage.h"

#include "service/gatewayhost.h"
#include "ui/models/historydesk.h"
#include "ui/models/usagemodel.h"
#include "ui/models/words.h"
#include "ui/overview/figuretile.h"
#include "ui/overview/healthrow.h"
#include "ui/overview/problemlist.h"
#include "ui/overview/snippetcard.h"
#include "ui/overview/stateline.h"
#include "ui/widgets/barchart.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr std::chrono::seconds betweenQuestions {2};

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
    const qint64 whole = qRound64(value);
    if (measure == 1) {
        return whole > 0 ? words::duration(std::chrono::microseconds(whole)) : QStringLiteral("0");
    }
    return measure == 3 ? words::money(whole) : words::shortCount(whole);
}

} // namespace

OverviewPage::OverviewPage(const ConsoleParts &parts, QWidget *parent)
    : Page(tr("Overview"), parent)
    , m_parts(parts)
    , m_range(new QComboBox(this))
    , m_chartTitle(sectionLabel({}, this))
    , m_chart(new BarChart(this))
    , m_chartNote(dimLabel({}, this))
    , m_health(new HealthRow(parts.host, this))
    , m_problems(new ProblemList(parts.host.gateway().ledger().live(), this))
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
    column->addWidget(m_problems);
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
    connect(m_problems, &ProblemList::linkActivated, this, &OverviewPage::linkActivated);
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
    m_chart->setObjectName(QStringLiteral("overviewChart"));
    m_range->setObjectName(QStringLiteral("overviewRange"));
    m_range->setAccessibleName(tr("Range of the chart"));
    m_range->addItems({tr("Last hour"), tr("Last 24 hours"), tr("Last 30 days")});
    m_range->setCurrentIndex(m_parts.settings.value(key("range"), 1).toInt());
    m_chartNote->setObjectName(QStringLiteral("overviewChartNote"));
    m_chartTitle->setObjectName(QStringLiteral("overviewChartTitle"));
    auto *const head = new QHBoxLayout;
    head->addWidget(m_chartTitle);
    head->addStretch(1);
    head->addWidget(m_range);
    auto *const layout = new QVBoxLayout(frame);
    layout->setContentsMargins(12, grid::unit, 12, grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_chart);
    layout->addWidget(m_chartNote);
    connect(m_range, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_parts.settings.setValue(key("range"), index);
        refresh();
    });
    connect(m_chart, &BarChart::barClicked, this, &OverviewPage::openBar);
    return frame;
}

void OverviewPage::choose(Measure measure)
{
    m_measure = measure;
    const std::array titles {tr("Requests"), tr("Time to first token"), tr("Tokens"), tr("Cost")};
    m_chartTitle->setText(titles.at(static_cast<std::size_t>(measure)));
    m_chart->setAccessibleName(m_tiles.at(static_cast<std::size_t>(measure))->accessibleName());
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
    m_problems->refresh();
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
        const bool isUnknown = i == FirstToken && !m_figures.today.firstByte;
        const QString figure = isUnknown ? words::unknown()
            : i == Cost                  ? UsageModel::costText(m_figures.today)
                                         : wordsOf(valueOf(m_figures.today, i), i);
        m_tiles.at(static_cast<std::size_t>(i))
            ->setFigure(figure, noteOf(static_cast<Measure>(i)), std::move(values),
                i == Cost ? UsageModel::costHint(m_figures.today) : QString());
    }
}

QString OverviewPage::noteOf(Measure measure) const
{
    const double now = valueOf(m_figures.today, measure);
    const double before = valueOf(m_figures.yesterday, measure);
    const double change = before > 0 ? (now - before) / before : 0.0;
    const QString percent = words::percent(std::abs(change));
    if (measure == FirstToken) {
        if (!m_figures.today.firstByte) {
            return before > 0 ? tr("nothing today until now") : tr("nothing yesterday until now");
        }
        const QString p95 = words::duration(std::chrono::microseconds(m_figures.today.firstByte->p95));
        if (before <= 0) {
            return tr("p95 %1").arg(p95);
        }
        return change >= 0 ? tr("p95 %1 · %2 slower than yesterday").arg(p95, percent)
                           : tr("p95 %1 · %2 faster than yesterday").arg(p95, percent);
    }
    if (measure == Cost && (m_figures.today.unpriced > 0 || m_figures.yesterday.unpriced > 0)) {
        return {}; // parts of a cost cannot be compared
    }
    if (before <= 0) {
        return tr("nothing yesterday until now");
    }
    return change >= 0 ? tr("%1 more than yesterday").arg(percent)
                       : tr("%1 less than yesterday").arg(percent);
}

std::vector<BarPart> OverviewPage::chartParts() const
{
    switch (m_measure) {
    case Requests:
        return {{tr("answered"), Tone::Series1, {}}, {tr("errors"), Tone::Bad, {}}};
    case FirstToken:
        return {{tr("p50"), Tone::Series1, {}}, {tr("p95"), Tone::Series2, {}}};
    case Tokens:
        return {{tr("input"), Tone::Series1, {}}, {tr("output"), Tone::Series2, {}}};
    default:
        return {{tr("Cost"), Tone::Series1, {}}};
    }
}

void OverviewPage::showChart()
{
    QStringList labels;
    std::vector<BarPart> parts = chartParts();
    const bool isMonth = m_range->currentIndex() == static_cast<int>(OverviewRange::Month);
    const auto add = [&parts](double first, double second = 0) {
        parts.front().values.push_back(first);
        if (parts.size() > 1) {
            parts.back().values.push_back(second);
        }
    };
    UsageSum whole;
    for (const OverviewBar &bar : m_figures.bars) {
        labels.append(isMonth ? QLocale().toString(bar.begin.date(), QStringLiteral("d MMM"))
                              : bar.begin.toString(QStringLiteral("HH:mm")));
        const UsageSum &sum = bar.sum;
        whole.unpriced += sum.unpriced;
        if (m_measure == Requests) {
            add(static_cast<double>(sum.requests - sum.errors), static_cast<double>(sum.errors));
        } else if (m_measure == FirstToken) {
            add(valueOf(sum, FirstToken), sum.firstByte ? static_cast<double>(sum.firstByte->p95) : 0.0);
        } else if (m_measure == Tokens) {
            add(static_cast<double>(sum.tokens.input), static_cast<double>(sum.tokens.output));
        } else {
            add(valueOf(sum, m_measure));
        }
    }
    m_chartNote->setText(m_measure == Cost ? UsageModel::costHint(whole) : QString());
    m_chartNote->setVisible(!m_chartNote->text().isEmpty());
    // One percentile does not stand on another.
    m_chart->setBars(
        labels, parts, [measure = m_measure](double value) { return wordsOf(value, measure); },
        m_measure == FirstToken ? BarChart::Form::Beside : BarChart::Form::Stacked);
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

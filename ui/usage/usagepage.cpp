// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/usage/usagepage.h"

#include "service/gatewayhost.h"
#include "ui/models/historydesk.h"
#include "ui/models/words.h"
#include "ui/usage/budgetspanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/barchart.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tablecolumns.h"

#include <QBoxLayout>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QSaveFile>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QTextCharFormat>
#include <QToolButton>
#include <QTreeView>

namespace nexus {

namespace {

using By = UsageQuery::By;

constexpr std::size_t namedParts = 5; // of a bar; the rest is one
constexpr int customDays = 7;
constexpr int leastNameWidth = 80;
constexpr int mostRows = 15; // before the table scrolls

QString key(const char *name)
{
    return QLatin1String("usage/") + QLatin1String(name);
}

HistoryTerm::Field fieldOf(By by)
{
    switch (by) {
    case By::Provider:
        return HistoryTerm::Field::Provider;
    case By::Client:
        return HistoryTerm::Field::Client;
    case By::Alias:
        return HistoryTerm::Field::Alias;
    default:
        return HistoryTerm::Field::Model;
    }
}

} // namespace

UsagePage::UsagePage(const ConsoleParts &parts, QWidget *parent)
    : Page(tr("Usage"), parent)
    , m_parts(parts)
    , m_range(new QComboBox(this))
    , m_by(new QComboBox(this))
    , m_measure(new QComboBox(this))
    , m_from(new QDateEdit(QDate::currentDate().addDays(-customDays), this))
    , m_to(new QDateEdit(QDate::currentDate(), this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_chart(new BarChart(this))
    , m_table(new QTreeView(this))
    , m_budgets(new BudgetsPanel(parts, this))
    , m_area(new QScrollArea(this))
{
    m_chart->setObjectName(QStringLiteral("usageChart"));
    m_chart->setAccessibleName(tr("Usage over time"));
    buildControls();
    buildTable();
    auto *const inside = new QWidget(this);
    auto *const column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::margin);
    column->addWidget(m_chart);
    column->addWidget(m_table);
    column->addStretch(1);
    m_stack->addWidget(inside);
    m_stack->addWidget(m_empty);
    auto *const scrolled = new QWidget(this);
    auto *const all = new QVBoxLayout(scrolled);
    all->setContentsMargins(0, 0, grid::unit, 0);
    all->setSpacing(grid::margin);
    all->addWidget(m_stack, 1);
    all->addWidget(m_budgets);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(scrolled);
    content()->addWidget(m_banner);
    content()->addWidget(m_area, 1);
    connect(m_empty, &EmptyState::actionClicked, this, &UsagePage::onEmptyAction);
    connect(m_chart, &BarChart::barClicked, this, &UsagePage::openBar);
    connect(m_table, &QTreeView::activated, this, &UsagePage::openRow);
    connect(m_budgets, &BudgetsPanel::failed, this,
        [this](const QString &text) { m_banner->say(Banner::Kind::Bad, text); });
    connect(&m_parts.host, &GatewayHost::configApplied, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
}

void UsagePage::follow(const QString &argument)
{
    if (argument == QLatin1String("csv")) {
        m_isCsvWanted = true;
        refresh();
        return;
    }
    if (argument == QLatin1String("+")) {
        m_budgets->add();
    }
    // The page may be on its way to its size.
    QMetaObject::invokeMethod(
        this, [this] { m_area->ensureWidgetVisible(m_budgets); }, Qt::QueuedConnection);
}

void UsagePage::buildControls()
{
    m_range->setObjectName(QStringLiteral("usageRange"));
    m_range->setAccessibleName(tr("Range"));
    for (const QString &name :
        {tr("Today"), tr("Last 7 days"), tr("Last 30 days"), tr("This month"), tr("From … to …")}) {
        m_range->addItem(name);
    }
    m_by->setObjectName(QStringLiteral("usageBy"));
    m_by->setAccessibleName(tr("Grouped by"));
    m_by->addItem(tr("By model"), static_cast<int>(By::Model));
    m_by->addItem(tr("By provider"), static_cast<int>(By::Provider));
    m_by->addItem(tr("By client"), static_cast<int>(By::Client));
    m_by->addItem(tr("By alias"), static_cast<int>(By::Alias));
    m_by->addItem(tr("By day"), static_cast<int>(By::Day));
    m_measure->setObjectName(QStringLiteral("usageMeasure"));
    m_measure->setAccessibleName(tr("Height of the bars"));
    for (const QString &name : {tr("Cost"), tr("Tokens"), tr("Requests")}) {
        m_measure->addItem(name);
    }
    QToolButton *const csv = iconButton(QStringLiteral("export"), tr("Save as CSV"), this);
    csv->setObjectName(QStringLiteral("usageCsv"));
    connect(csv, &QToolButton::clicked, this, &UsagePage::saveCsv);
    m_range->setCurrentIndex(m_parts.settings.value(key("range"), 1).toInt());
    m_by->setCurrentIndex(m_parts.settings.value(key("by"), 0).toInt());
    m_measure->setCurrentIndex(m_parts.settings.value(key("measure"), 0).toInt());
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        // The style sheet's arrow is not counted by itself.
        edit->setMinimumWidth(edit->fontMetrics().horizontalAdvance(edit->text()) + 10 * grid::unit);
        // Red is for what is wrong, and not for week-ends.
        for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday}) {
            edit->calendarWidget()->setWeekdayTextFormat(day, QTextCharFormat());
        }
        edit->calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        edit->setVisible(m_range->currentIndex() == static_cast<int>(Range::Custom));
        connect(edit, &QDateEdit::dateChanged, this, &UsagePage::refresh);
    }
    m_from->setObjectName(QStringLiteral("usageFrom"));
    m_to->setObjectName(QStringLiteral("usageTo"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    for (QWidget *widget : std::initializer_list<QWidget *> {m_range, m_by, m_measure, csv}) {
        addAction(widget);
    }
    // Beside the title there is no room for them in a narrow window.
    auto *const dates = new QHBoxLayout;
    dates->setSpacing(grid::unit);
    dates->addStretch(1);
    dates->addWidget(m_from);
    dates->addWidget(m_to);
    content()->addLayout(dates);
    connect(m_range, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_parts.settings.setValue(key("range"), index);
        m_from->setVisible(index == static_cast<int>(Range::Custom));
        m_to->setVisible(index == static_cast<int>(Range::Custom));
        refresh();
    });
    connect(m_by, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_parts.settings.setValue(key("by"), index);
        refresh();
    });
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_parts.settings.setValue(key("measure"), index);
        showBars();
    });
}

void UsagePage::buildTable()
{
    m_table->setObjectName(QStringLiteral("usageTable"));
    m_table->setAccessibleName(tr("Usage by name"));
    m_table->setHeader(makeHeads(m_table));
    m_table->setModel(&m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setToolTip(tr("Press Enter to see the requests of a row"));
    new RestColumn(*m_table->header(), UsageModel::Name, leastNameWidth);
    for (int column = UsageModel::Requests; column < UsageModel::ColumnCount; ++column) {
        m_table->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
}

UsageAsk UsagePage::ask() const
{
    const QDate today = QDate::currentDate();
    const QDateTime tomorrow = today.addDays(1).startOfDay();
    UsageAsk out {
        .begin = today.startOfDay(), .end = tomorrow, .by = static_cast<By>(m_by->currentData().toInt())};
    switch (static_cast<Range>(m_range->currentIndex())) {
    case Range::Today:
        out.isHourly = true;
        break;
    case Range::Week:
        out.begin = today.addDays(-6).startOfDay();
        break;
    case Range::Month:
        out.begin = today.addDays(-29).startOfDay();
        break;
    case Range::ThisMonth:
        out.begin = QDate(today.year(), today.month(), 1).startOfDay();
        break;
    case Range::Custom: {
        const auto [first, last] = std::minmax({m_from->date(), m_to->date()});
        out.begin = first.startOfDay();
        out.end = last.addDays(1).startOfDay();
        out.isHourly = first == last;
        break;
    }
    }
    return out;
}

void UsagePage::refresh()
{
    if (!isVisible()) {
        return; // showEvent() asks
    }
    m_asked = ask();
    m_parts.history.ask<UsageFigures>(
        this, [asked = m_asked](const HistoryReader &reader) { return readUsage(reader, asked); },
        [this, round = ++m_round](const Result<UsageFigures> &figures) {
            if (round == m_round) {
                onFigures(figures);
            }
        });
}

void UsagePage::onFigures(const Result<UsageFigures> &figures)
{
    const ConfigSnapshot &config = m_parts.host.config();
    m_isDisabled = config && !config->ledger.isEnabled;
    m_figures = figures ? *figures : UsageFigures();
    m_model.setRows(m_figures.rows, m_figures.total, m_by->currentText());
    if (m_figures.total.requests == 0) {
        showNothing();
        return;
    }
    m_stack->setCurrentIndex(0);
    // The page scrolls, the table need not.
    const int rows = std::min(m_model.rowCount(), mostRows);
    m_table->setVerticalScrollBarPolicy(
        rows < m_model.rowCount() ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_table->setFixedHeight(m_table->header()->sizeHint().height() + rows * m_table->sizeHintForRow(0) + 4);
    showBars();
    if (std::exchange(m_isCsvWanted, false)) {
        QMetaObject::invokeMethod(this, &UsagePage::saveCsv, Qt::QueuedConnection);
    }
}

void UsagePage::showNothing()
{
    m_isCsvWanted = false;
    if (m_isDisabled) {
        m_empty->setState(QStringLiteral("usage"), tr("The history is off, so nothing is counted."),
            tr("Turn it on in Settings"));
    } else {
        m_empty->setState(QStringLiteral("usage"), tr("There were no requests to a model in this time."),
            tr("Try a model in the playground"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void UsagePage::onEmptyAction()
{
    if (m_isDisabled) {
        Q_EMIT linkActivated({.page = PageId::Settings, .argument = QStringLiteral("ledger.enabled")});
    } else {
        Q_EMIT linkActivated({.page = PageId::Playground});
    }
}

double UsagePage::valueOf(const UsageSum &sum) const
{
    switch (static_cast<Measure>(m_measure->currentIndex())) {
    case Measure::Cost:
        return static_cast<double>(sum.microDollars);
    case Measure::Tokens:
        return static_cast<double>(sum.tokens.input + sum.tokens.output);
    case Measure::Requests:
        break;
    }
    return static_cast<double>(sum.requests);
}

QString UsagePage::wordsOf(double value) const
{
    const qint64 whole = qRound64(value);
    return static_cast<Measure>(m_measure->currentIndex()) == Measure::Cost ? words::money(whole)
                                                                            : words::shortCount(whole);
}

void UsagePage::showBars()
{
    std::vector<UsageSum> order = m_figures.rows;
    std::ranges::stable_sort(order, std::greater<>(), [this](const UsageSum &sum) { return valueOf(sum); });
    std::vector<BarPart> parts;
    QHash<QString, std::size_t> places;
    const std::size_t bars = m_figures.buckets.size();
    // A day is a bar, or all bars of hours, and no colour of its own.
    const std::size_t named = m_asked.by == By::Day ? 0 : std::min(order.size(), namedParts);
    for (std::size_t i = 0; i < named; ++i) {
        const QString name = words::orUnnamed(order[i].label);
        parts.push_back({name, BarChart::toneOf(i), std::vector<double>(bars, 0.0)});
        places.insert(order[i].label, i);
    }
    if (order.size() > named) {
        parts.push_back({named > 0 ? tr("all others") : m_measure->currentText(),
            named > 0 ? Tone::Series6 : Tone::Series1, std::vector<double>(bars, 0.0)});
    }
    QStringList labels;
    for (std::size_t i = 0; i < bars; ++i) {
        const UsageBucket &bucket = m_figures.buckets[i];
        labels.append(m_asked.isHourly ? bucket.begin.toString(QStringLiteral("HH:mm"))
                                       : QLocale().toString(bucket.begin.date(), QStringLiteral("d MMM")));
        for (const UsageSum &part : bucket.parts) {
            parts.at(places.value(part.label, parts.size() - 1)).values.at(i) += valueOf(part);
        }
    }
    m_chart->setBars(labels, parts, [this](double value) { return wordsOf(value); });
}

void UsagePage::openBar(int index)
{
    if (index < 0 || index >= static_cast<int>(m_figures.buckets.size())) {
        return;
    }
    const UsageBucket &bucket = m_figures.buckets.at(static_cast<std::size_t>(index));
    Q_EMIT linkActivated(
        {.page = PageId::LiveLog, .argument = historyFilterText(timeFilter(bucket.begin, bucket.end))});
}

void UsagePage::openRow(const QModelIndex &index)
{
    const std::optional<QString> name = m_model.nameAt(index.row());
    HistoryFilter filter = timeFilter(m_asked.begin, m_asked.end);
    if (name && m_asked.by == By::Day) {
        const QDate day = QDate::fromString(*name, Qt::ISODate);
        filter = timeFilter(day.startOfDay(), day.addDays(1).startOfDay());
    } else if (name) {
        // A name is the whole one, also where it is none.
        filter.insert(
            filter.begin(), {.field = fieldOf(m_asked.by), .isExact = true, .text = *name, .range = {}});
    }
    const QString rows = historyFilterText(filter);
    Q_EMIT linkActivated({.page = PageId::LiveLog, .argument = rows});
}

void UsagePage::saveCsv()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save as CSV"), QStringLiteral("nexus-usage.csv"), tr("Tables (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_model.csv()) < 0 || !file.commit()) {
        m_banner->say(Banner::Kind::Bad, tr("%1 cannot be written: %2").arg(path, file.errorString()));
        return;
    }
    m_banner->say(Banner::Kind::Good, tr("Saved to %1.").arg(path));
}

void UsagePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

} // namespace nexus

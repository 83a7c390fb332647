// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/livelogpage.h"

#include "service/gatewayhost.h"
#include "ui/livelog/compareview.h"
#include "ui/livelog/filterline.h"
#include "ui/livelog/logexporter.h"
#include "ui/livelog/requestactions.h"
#include "ui/livelog/requestdetail.h"
#include "ui/livelog/requesttable.h"
#include "ui/models/historydesk.h"
#include "ui/models/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr int wideWidth = 1100; // from here on the detail stands beside the rows
constexpr auto filterKey = "livelog/filter";

QString sizesKey(Qt::Orientation orientation)
{
    return orientation == Qt::Horizontal ? QStringLiteral("livelog/wide") : QStringLiteral("livelog/narrow");
}

} // namespace

LiveLogPage::LiveLogPage(const ConsoleParts &parts, QWidget *parent)
    : Page(tr("Live log"), parent)
    , m_parts(parts)
    , m_model(&parts.host.gateway().ledger().live(), &parts.history)
    , m_pause(new QToolButton(this))
    , m_export(new QToolButton(this))
    , m_filter(new FilterLine(this))
    , m_state(new QLabel(this))
    , m_banner(new Banner(this))
    , m_splitter(new QSplitter(this))
    , m_left(new QStackedWidget(this))
    , m_table(new RequestTable(m_model, parts.settings, this))
    , m_empty(new EmptyState(this))
    , m_side(new QStackedWidget(this))
    , m_detail(new RequestDetail(parts, this))
    , m_compare(new CompareView(this))
    , m_actions(new RequestActions(parts, m_filter->words(), this))
    , m_exporter(new LogExporter(parts.history, this))
{
    setObjectName(QStringLiteral("liveLogPage"));
    setUpActions();
    setUpContent();
    setUpShortcuts();
    connectModel();
    connectActions();
    m_filter->setText(m_parts.settings.value(QLatin1String(filterKey)).toString());
    arrange();
    showState();
}

// The table looks at the model until it is gone itself.
LiveLogPage::~LiveLogPage()
{
    m_table->disconnect(this);
    delete m_table;
}

void LiveLogPage::follow(const QString &argument)
{
    m_filter->setText(argument);
    m_table->goToTop();
}

void LiveLogPage::setUpActions()
{
    m_pause->setObjectName(QStringLiteral("logPauseButton"));
    m_pause->setProperty("look", QStringLiteral("button"));
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_pause, &QToolButton::clicked, this, [this] { setPaused(!m_model.isPaused()); });
    m_export->setObjectName(QStringLiteral("logExportButton"));
    m_export->setProperty("look", QStringLiteral("button"));
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setText(tr("Export"));
    m_export->setIcon(lineIcon(QStringLiteral("export")));
    m_export->setToolTip(tr("Write requests to a file"));
    connect(m_export, &QToolButton::clicked, this, [this] {
        auto *const menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("logExportMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const auto count = static_cast<int>(m_table->selectionModel()->selectedRows().size());
        QAction *const all = menu->addAction(
            m_model.filter().isEmpty() ? tr("The whole history…") : tr("Everything that fits the filter…"));
        QAction *const some = menu->addAction(tr("%n selected request(s)…", nullptr, count));
        some->setEnabled(count > 0);
        connect(all, &QAction::triggered, this, [this] { exportRows(false); });
        connect(some, &QAction::triggered, this, [this] { exportRows(true); });
        menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
    });
    addAction(m_pause);
    addAction(m_export);
    addAction(m_table->columnsButton(this));
}

void LiveLogPage::setUpContent()
{
    m_state->setObjectName(QStringLiteral("logState"));
    m_state->setProperty("look", QStringLiteral("dim"));
    m_state->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_state->setContentsMargins(0, grid::unit, 0, 0);
    auto *const line = new QHBoxLayout;
    line->setSpacing(grid::margin);
    line->addWidget(m_filter, 1);
    line->addWidget(m_state);
    m_empty->setObjectName(QStringLiteral("logEmpty"));
    m_left->addWidget(m_table);
    m_left->addWidget(m_empty);
    m_side->addWidget(m_detail);
    m_side->addWidget(m_compare);
    m_side->hide();
    m_splitter->setObjectName(QStringLiteral("logSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_left->setMinimumSize(320, 120);
    m_side->setMinimumSize(360, 160);
    content()->addLayout(line);
    content()->addWidget(m_banner);
    content()->addWidget(m_splitter, 1);
    setTabOrder(m_filter, m_table);
    setTabOrder(m_table, m_detail);
}

void LiveLogPage::setUpShortcuts()
{
    const auto add
        = [this](const QKeySequence &keys, QWidget *where, Qt::ShortcutContext context, auto &&what) {
              auto *const shortcut = new QShortcut(keys, where);
              shortcut->setContext(context);
              connect(shortcut, &QShortcut::activated, this, what);
          };
    add(Qt::Key_Space, m_table, Qt::WidgetShortcut, [this] { setPaused(!m_model.isPaused()); });
    add(QKeySequence::Find, this, Qt::WidgetWithChildrenShortcut, [this] { m_filter->focusText(); });
    add(Qt::Key_Escape, this, Qt::WidgetWithChildrenShortcut, [this] { closeDetail(); });
    add(QKeySequence::Copy, m_table, Qt::WidgetShortcut, [this] {
        if (const std::vector<RequestLine> lines = m_table->selectedLines(); !lines.empty()) {
            m_actions->copyId(lines.front());
        }
    });
}

void LiveLogPage::connectModel()
{
    connect(m_filter, &FilterLine::filterChanged, this, &LiveLogPage::setFilter);
    connect(&m_model, &RequestLogModel::stateChanged, this, &LiveLogPage::showState);
    connect(&m_model, &RequestLogModel::lineChanged, this, &LiveLogPage::onLineChanged);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { learnNames(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &LiveLogPage::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LiveLogPage::showState);
    connect(&m_parts.host, &GatewayHost::stateChanged, this, &LiveLogPage::showState);
    connect(m_table, &RequestTable::atTopChanged, this, &LiveLogPage::showState);
    connect(m_table, &RequestTable::selectionMoved, this, &LiveLogPage::onSelectionMoved);
    connect(m_table, &RequestTable::menuWanted, this,
        [this](const QPoint &place) { m_actions->popUp(m_table->selectedLines(), place); });
    connect(m_table, &RequestTable::activatedRow, this, &LiveLogPage::onSelectionMoved);
    connect(m_empty, &EmptyState::actionClicked, this, &LiveLogPage::onEmptyAction);
}

void LiveLogPage::connectActions()
{
    connect(m_actions, &RequestActions::linkActivated, this, &LiveLogPage::linkActivated);
    connect(m_actions, &RequestActions::filterWanted, this, &LiveLogPage::follow);
    connect(m_actions, &RequestActions::exportWanted, this, [this] { exportRows(true); });
    connect(m_actions, &RequestActions::columnsWanted, m_table, &RequestTable::showColumnMenu);
    connect(m_actions, &RequestActions::said, this, &LiveLogPage::say);
    connect(m_exporter, &LogExporter::said, this, &LiveLogPage::say);
    connect(m_actions, &RequestActions::compared, this,
        [this](const RequestDossier &left, const RequestDossier &right) {
            m_compare->setDossiers(left, right);
            openDetail(m_compare);
        });
    connect(m_compare, &CompareView::closed, this, &LiveLogPage::closeDetail);
    connect(m_detail, &RequestDetail::closed, this, &LiveLogPage::closeDetail);
    connect(m_detail, &RequestDetail::linkActivated, this, &LiveLogPage::linkActivated);
    connect(m_detail, &RequestDetail::stopWanted, m_actions, &RequestActions::stop);
    connect(m_detail, &RequestDetail::sendAgainWanted, this,
        [this] { m_actions->sendAgain(m_detail->dossier().line); });
    connect(m_detail, &RequestDetail::menuWanted, this,
        [this](const QPoint &place) { m_actions->popUp({m_detail->dossier().line}, place); });
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { m_parts.settings.setValue(sizesKey(m_splitter->orientation()), m_splitter->saveState()); });
}

void LiveLogPage::setPaused(bool isPaused)
{
    m_model.setPaused(isPaused);
    if (!isPaused) {
        m_table->goToTop();
    }
}

void LiveLogPage::setFilter(const RequestFilter &filter)
{
    m_parts.settings.setValue(QLatin1String(filterKey), m_filter->text());
    if (filter.terms() != m_model.filter().terms()) {
        m_model.setFilter(filter);
        m_table->goToTop();
    }
}

void LiveLogPage::showState()
{
    const bool isPaused = m_model.isPaused();
    m_pause->setText(isPaused ? tr("Follow") : tr("Hold"));
    m_pause->setAccessibleName(isPaused ? tr("Follow the list") : tr("Hold the list"));
    m_pause->setToolTip(isPaused
            ? tr("Show new requests as they come again (Space, while the rows have the focus)")
            : tr("Keep the rows still while requests go on (Space, while the rows have the focus)"));
    m_pause->setIcon(lineIcon(isPaused ? QStringLiteral("play") : QStringLiteral("pause")));
    const QString count = words::count(m_model.rowCount());
    if (m_model.isLoading() && m_model.rowCount() == 0) {
        m_state->setText(tr("reading the history…"));
    } else if (isPaused) {
        m_state->setText(tr("held · %1").arg(count));
    } else if (m_model.runningCount() > 0) {
        m_state->setText(tr("%n running · %1", nullptr, m_model.runningCount()).arg(count));
    } else {
        m_state->setText(
            m_table->isAtTop() ? tr("following · %1").arg(count) : tr("following below · %1").arg(count));
    }
    // A history that is not there yet is no problem.
    const bool hasFile = QFileInfo::exists(m_parts.host.historyPath());
    if (m_model.problem() && hasFile && m_model.problem()->kind != ErrorKind::Unavailable) {
        m_banner->say(
            Banner::Kind::Warn, tr("Older requests cannot be read: %1").arg(m_model.problem()->message));
    }
    showEmptiness();
}

void LiveLogPage::showEmptiness()
{
    if (m_model.rowCount() > 0 || m_model.isLoading()) {
        m_left->setCurrentWidget(m_table);
        return;
    }
    // An empty view fetches nothing by itself.
    if (m_model.canFetchMore({}) && isVisible()) {
        m_model.fetchMore({});
        return;
    }
    m_left->setCurrentWidget(m_empty);
    if (!m_model.filter().isEmpty()) {
        m_empty->setState(
            QStringLiteral("search"), tr("No request fits this filter."), tr("Clear the filter"));
    } else if (isServing()) {
        m_empty->setState(QStringLiteral("log"),
            tr("No request has come yet. Point an application at %1 and watch it here.")
                .arg(m_parts.host.address().toString()),
            tr("Copy the address"));
    } else {
        m_empty->setState(QStringLiteral("log"),
            tr("Nexus does not serve at the moment. Requests show here as they come."));
    }
}

bool LiveLogPage::isServing() const
{
    return m_parts.host.state() == GatewayHost::State::Serving && !m_parts.host.address().isEmpty();
}

void LiveLogPage::onEmptyAction()
{
    if (m_model.filter().isEmpty()) {
        QGuiApplication::clipboard()->setText(m_parts.host.address().toString());
        say(tr("The address was copied."), true);
    } else {
        m_filter->setText({});
    }
}

void LiveLogPage::onSelectionMoved()
{
    const std::vector<RequestLine> lines = m_table->selectedLines();
    if (lines.size() == 1) {
        m_detail->setLine(lines.front());
        openDetail(m_detail);
    }
}

void LiveLogPage::onLineChanged(qint64 order)
{
    const int row
        = order == m_detail->dossier().line.order && m_side->isVisible() ? m_model.rowOf(order) : -1;
    if (row >= 0) {
        m_detail->setLine(m_model.line(row));
    }
}

void LiveLogPage::openDetail(QWidget *what)
{
    m_side->setCurrentWidget(what);
    if (!m_side->isVisibleTo(this)) {
        m_side->show();
        arrange();
    }
}

void LiveLogPage::closeDetail()
{
    m_side->hide();
    m_table->clearSelection();
    m_table->setFocus();
}

void LiveLogPage::arrange()
{
    const Qt::Orientation orientation = width() >= wideWidth ? Qt::Horizontal : Qt::Vertical;
    m_splitter->setOrientation(orientation);
    const QByteArray state = m_parts.settings.value(sizesKey(orientation)).toByteArray();
    if (state.isEmpty() || !m_splitter->restoreState(state)) {
        const bool isWide = orientation == Qt::Horizontal;
        const int whole = isWide ? m_splitter->width() : m_splitter->height();
        const int rows = whole * (isWide ? 60 : 45) / 100;
        m_splitter->setSizes({rows, whole - rows});
    }
    m_splitter->setOrientation(orientation);
    m_splitter->setHandleWidth(1);
    for (QWidget *const side : {static_cast<QWidget *>(m_detail), static_cast<QWidget *>(m_compare)}) {
        side->layout()->setContentsMargins(orientation == Qt::Horizontal ? grid::margin : 0,
            orientation == Qt::Horizontal ? 0 : grid::unit, 0, 0);
    }
}

void LiveLogPage::learnNames(int first, int last)
{
    constexpr int most = 500;
    for (int row = first; row <= std::min(last, first + most); ++row) {
        m_filter->words().learn(m_model.line(row));
    }
    showState();
}

void LiveLogPage::exportRows(bool isSelection)
{
    // The whole history is more than what is shown without a filter.
    const RequestFilter &filter = m_model.filter();
    m_exporter->choose(isSelection ? m_table->selectedLines() : std::vector<RequestLine>(),
        filter.isEmpty() ? HistoryFilter() : filter.terms());
}

void LiveLogPage::say(const QString &sentence, bool isGood)
{
    m_banner->say(isGood ? Banner::Kind::Good : Banner::Kind::Bad, sentence);
}

void LiveLogPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_model.setWatching(true);
    showState();
    if (focusWidget() == nullptr) {
        m_table->setFocus();
    }
}

void LiveLogPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_model.setWatching(false);
}

void LiveLogPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const Qt::Orientation orientation = width() >= wideWidth ? Qt::Horizontal : Qt::Vertical;
    if (orientation != m_splitter->orientation()) {
        arrange();
    }
}

} // namespace nexus

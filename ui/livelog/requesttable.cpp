// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/requesttable.h"

#include "ui/livelog/requestdelegate.h"
#include "ui/models/requestcells.h"
#include "ui/models/requestlogmodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace nexus {

namespace {

constexpr auto headerKey = "livelog/columns";
constexpr int leastModelWidth = 100;
constexpr int gridLine = 2; // and what is lost by rounding

struct Width {
    RequestLogModel::Column column;
    int pixels;
    bool isUsual; // shown until somebody chooses
    const char *sample = ""; // of what has to fit in every font
};

constexpr std::array widths {
    Width {RequestLogModel::TimeColumn, 68, true, "00:00:00"},
    Width {RequestLogModel::ClientColumn, 144, true},
    Width {RequestLogModel::ModelColumn, 200, true},
    Width {RequestLogModel::StateColumn, 124, true},
    Width {RequestLogModel::FirstByteColumn, 84, true, "0.00 s"},
    Width {RequestLogModel::TotalColumn, 60, true, "00.0 s"},
    Width {RequestLogModel::TokensColumn, 60, true, "00,000"},
    Width {RequestLogModel::CostColumn, 74, true, "~$0.0000"},
    Width {RequestLogModel::SpeedColumn, 88, true, "000 tok/s"},
    Width {RequestLogModel::BytesColumn, 88, false},
    Width {RequestLogModel::AttemptsColumn, 80, false},
    Width {RequestLogModel::CacheColumn, 80, false},
    Width {RequestLogModel::PathColumn, 200, false},
    Width {RequestLogModel::ProgramColumn, 120, false},
    Width {RequestLogModel::IdColumn, 200, false},
};

// With the drawing before it.
int longestState(const QFontMetrics &metrics)
{
    using Ending = RequestLine::Ending;
    int longest = 0;
    for (const Ending ending : {Ending::Answered, Ending::Refused, Ending::Failed, Ending::ClientGone}) {
        RequestLine line;
        line.ending = ending;
        line.status = 502;
        longest = std::max(longest, metrics.horizontalAdvance(cells::state(line)));
    }
    return longest + RequestDelegate::iconSize + RequestDelegate::padding;
}

} // namespace

RequestTable::RequestTable(RequestLogModel &model, QSettings &settings, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_columns(*this, settings, QLatin1String(headerKey))
    , m_pill(new QPushButton(viewport()))
{
    setObjectName(QStringLiteral("logTable"));
    setAccessibleName(tr("Requests"));
    setModel(&model);
    setItemDelegate(new RequestDelegate(this));
    setProperty("look", QStringLiteral("rows"));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalScrollBar()->setSingleStep(RequestDelegate::rowHeight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setUpHeader();
    m_pill->setObjectName(QStringLiteral("logNewPill"));
    m_pill->setProperty("look", QStringLiteral("pill"));
    m_pill->setCursor(Qt::PointingHandCursor);
    m_pill->hide();
    connect(m_pill, &QPushButton::clicked, this, &RequestTable::goToTop);
    connect(this, &QWidget::customContextMenuRequested, this, &RequestTable::wantMenu);
    connect(this, &QAbstractItemView::activated, this, &RequestTable::activatedRow);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(&model, &RequestLogModel::arrived, this, &RequestTable::countArrived);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RequestTable::onScrolled);
}

void RequestTable::setUpHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(RequestDelegate::rowHeight);
    verticalHeader()->setDefaultSectionSize(RequestDelegate::rowHeight);
    QHeaderView *const header = horizontalHeader();
    header->setObjectName(QStringLiteral("logHeader"));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(48);
    header->setStretchLastSection(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
        [this](const QPoint &place) { showColumnMenu(horizontalHeader()->mapToGlobal(place)); });
    setUpColumns();
    m_columns.restore();
    connect(header, &QHeaderView::sectionMoved, this, &RequestTable::saveColumns);
    connect(header, &QHeaderView::sectionResized, this, &RequestTable::saveColumns);
}

void RequestTable::setUpColumns()
{
    for (const Width &width : widths) {
        // Other languages have longer heads, and other fonts wider letters.
        const int sample = width.column == RequestLogModel::StateColumn
            ? longestState(fontMetrics())
            : fontMetrics().horizontalAdvance(QLatin1String(width.sample));
        const int hint = horizontalHeader()->sectionSizeHint(width.column);
        setColumnWidth(
            width.column, std::max({width.pixels, sample + 2 * RequestDelegate::padding + gridLine, hint}));
        setColumnHidden(width.column, !width.isUsual);
    }
}

QToolButton *RequestTable::columnsButton(QWidget *parent)
{
    QToolButton *const button = iconButton(QStringLiteral("columns"), tr("Columns"), parent);
    button->setObjectName(QStringLiteral("logColumnsButton"));
    connect(button, &QToolButton::clicked, this,
        [this, button] { showColumnMenu(button->mapToGlobal(QPoint(0, button->height()))); });
    return button;
}

void RequestTable::showColumnMenu(const QPoint &globalPlace)
{
    auto *const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("logColumnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Width &width : widths) {
        const int column = width.column;
        QAction *const action = menu->addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != RequestLogModel::ModelColumn);
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            setColumnHidden(column, !isShown);
            fitColumns();
            saveColumns();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Usual columns")), &QAction::triggered, this, [this] {
        for (int column = 0; column < RequestLogModel::ColumnCount; ++column) {
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
        }
        setUpColumns();
        fitColumns();
        saveColumns();
    });
    menu->popup(globalPlace);
}

// Without a row, columns are all there is to choose.
void RequestTable::wantMenu(const QPoint &place)
{
    const QPoint global = viewport()->mapToGlobal(place);
    if (selectionModel()->hasSelection()) {
        Q_EMIT menuWanted(global);
    } else {
        showColumnMenu(global);
    }
}

bool RequestTable::isAtTop() const
{
    return verticalScrollBar()->value() == 0;
}

void RequestTable::goToTop()
{
    scrollToTop();
    onScrolled();
}

std::vector<RequestLine> RequestTable::selectedLines() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<RequestLine> lines;
    lines.reserve(static_cast<std::size_t>(rows.size()));
    for (const QModelIndex &row : std::as_const(rows)) {
        lines.push_back(m_model.line(row.row()));
    }
    return lines;
}

void RequestTable::selectOrder(qint64 order)
{
    if (const int row = m_model.rowOf(order); row >= 0) {
        selectRow(row);
        scrollTo(m_model.index(row, 0));
    } else {
        clearSelection();
    }
}

// What is being read must not run away.
void RequestTable::onInserted(int first, int last)
{
    if (!m_wasAtTop && first == 0) {
        const int moved = (last - first + 1) * RequestDelegate::rowHeight;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    }
}

void RequestTable::countArrived(int count)
{
    m_arrived = m_wasAtTop ? 0 : m_arrived + count;
    showPill();
}

void RequestTable::showPill()
{
    m_pill->setVisible(m_arrived > 0);
    if (m_arrived == 0) {
        return;
    }
    m_pill->setText(tr("%n new", nullptr, m_arrived));
    m_pill->adjustSize();
    m_pill->move((viewport()->width() - m_pill->width()) / 2, grid::unit);
    m_pill->raise();
}

void RequestTable::onScrolled()
{
    if (m_wasAtTop == isAtTop()) {
        return;
    }
    m_wasAtTop = isAtTop();
    if (m_wasAtTop) {
        m_arrived = 0;
        showPill();
    }
    Q_EMIT atTopChanged(m_wasAtTop);
}

// The names take what the others leave.
void RequestTable::fitColumns()
{
    const int rest = viewport()->width() - horizontalHeader()->length();
    const int width = columnWidth(RequestLogModel::ModelColumn);
    const int least
        = std::max(leastModelWidth, horizontalHeader()->sectionSizeHint(RequestLogModel::ModelColumn));
    const int fitting = std::max(width + rest, std::min(width, least));
    if (fitting != width) {
        setColumnWidth(RequestLogModel::ModelColumn, fitting);
    }
}

void RequestTable::saveColumns()
{
    m_columns.save();
}

void RequestTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    showPill();
}

void RequestTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Home) {
        goToTop();
    }
    // Not every platform makes a wish for a menu of it.
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        wantMenu(visualRect(currentIndex()).bottomLeft());
        return;
    }
    QTableView::keyPressEvent(event);
}

// Arrow keys begin somewhere, and the mark of the focus is seen.
void RequestTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.rowCount() > 0) {
        selectionModel()->setCurrentIndex(m_model.index(0, 0), QItemSelectionModel::NoUpdate);
    }
    viewport()->update();
}

void RequestTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void RequestTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

} // namespace nexus

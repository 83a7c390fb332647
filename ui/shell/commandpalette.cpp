// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/commandpalette.h"

#include "ui/widgets/icons.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr int paletteWidth = 560;
constexpr int listHeight = 336; // at most
constexpr std::size_t mostShown = 60;

} // namespace

int fuzzyRank(QStringView wanted, QStringView text)
{
    const qsizetype whole = text.indexOf(wanted, 0, Qt::CaseInsensitive);
    if (whole >= 0) {
        return static_cast<int>(whole);
    }
    qsizetype at = 0;
    int gaps = 0;
    for (const QChar letter : wanted) {
        const qsizetype found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0) {
            return -1;
        }
        gaps += static_cast<int>(found - at);
        at = found + 1;
    }
    return 1000 + gaps;
}

CommandPalette::CommandPalette(std::vector<PaletteEntry> entries, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_entries(std::move(entries))
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Command palette"));
    m_field->setPlaceholderText(tr("Go to a page, provider or model, or do something"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize(QSize(18, 18));
    // A dialog draws no border of its own, and its ground is that of the page.
    auto *const frame = new QFrame(this);
    frame->setObjectName(QStringLiteral("paletteFrame"));
    auto *const outside = new QVBoxLayout(this);
    outside->setContentsMargins(0, 0, 0, 0);
    outside->addWidget(frame);
    auto *const layout = new QVBoxLayout(frame);
    layout->setContentsMargins(grid::unit, grid::unit, grid::unit, grid::unit);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(paletteWidth);
    if (parent) {
        const QPoint top
            = parent->mapToGlobal(QPoint((parent->width() - paletteWidth) / 2, grid::margin * 4));
        move(top);
    }
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    filter({});
    m_field->setFocus();
}

void CommandPalette::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    const int row = m_list->sizeHintForRow(0);
    if (row <= 0) {
        return;
    }
    const int around = m_list->height() - m_list->viewport()->height();
    m_list->setFixedHeight(std::max(1, listHeight / row) * row + around);
    adjustSize();
}

void CommandPalette::filter(const QString &text)
{
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const int byName = fuzzyRank(text, m_entries[i].text);
        const int byKind = fuzzyRank(text, m_entries[i].kind + QLatin1Char(' ') + m_entries[i].text);
        const int rank = byName >= 0 ? byName : byKind >= 0 ? byKind + 500 : -1;
        if (rank >= 0) {
            ranked.emplace_back(rank, i);
        }
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<int, std::size_t>::first);
    m_list->clear();
    for (std::size_t i = 0; i < std::min(ranked.size(), mostShown); ++i) {
        const PaletteEntry &entry = m_entries[ranked[i].second];
        auto *const item = new QListWidgetItem(
            lineIcon(entry.icon, Tone::Dim), tr("%1    %2").arg(entry.text, entry.kind), m_list);
        item->setData(Qt::UserRole, static_cast<qulonglong>(ranked[i].second));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem *const item = m_list->currentItem();
    if (!item) {
        return;
    }
    const auto run = m_entries[item->data(Qt::UserRole).toULongLong()].run;
    close();
    run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int row = m_list->currentRow();
        switch (key) {
        case Qt::Key_Down:
            m_list->setCurrentRow(std::min(row + 1, m_list->count() - 1));
            return true;
        case Qt::Key_Up:
            m_list->setCurrentRow(std::max(row - 1, 0));
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/optionsview.h"

#include "ui/settings/consolerows.h"
#include "ui/settings/optionsection.h"
#include "ui/settings/pendingpanel.h"
#include "ui/settings/settingeditor.h"
#include "ui/settings/settingsdraft.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>

namespace nexus {

namespace {

constexpr int groupsWidth = 21 * grid::unit;
constexpr int widestForm = 110 * grid::unit;
constexpr int narrow = 90 * grid::unit;

QListWidget *makeGroups(QWidget *parent)
{
    auto *const groups = new QListWidget(parent);
    groups->setObjectName(QStringLiteral("settingsGroups"));
    groups->setAccessibleName(OptionsView::tr("Groups of settings"));
    groups->setProperty("look", QStringLiteral("nav"));
    groups->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return groups;
}

} // namespace

OptionsView::OptionsView(SettingsDraft &draft, ConsolePreferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_search(new QLineEdit(this))
    , m_groups(makeGroups(this))
    , m_scroll(new QScrollArea(this))
    , m_nothing(new EmptyState(this))
{
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(lineIcon(QStringLiteral("search"), Tone::Dim), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(widestForm);
    buildSections(preferences);
    addNavigation();
    auto *const panel = new PendingPanel(m_draft, this);
    panel->setMaximumWidth(widestForm);
    auto *const form = new QVBoxLayout;
    form->setSpacing(grid::unit + 4);
    form->addWidget(m_search);
    form->addWidget(m_scroll, 1);
    form->addWidget(m_nothing, 1);
    form->addWidget(panel);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, grid::margin, 0, 0);
    layout->setSpacing(grid::margin);
    layout->addWidget(m_groups);
    layout->addLayout(form, 1);
    m_nothing->hide();
    connect(m_search, &QLineEdit::textChanged, this, &OptionsView::filter);
    connect(m_nothing, &EmptyState::actionClicked, m_search, &QLineEdit::clear);
    connect(panel, &PendingPanel::saveWanted, this, &OptionsView::saveWanted);
    connect(&m_draft, &SettingsDraft::changed, this, &OptionsView::refresh);
    refresh();
}

void OptionsView::buildSections(ConsolePreferences &preferences)
{
    auto *const form = new QWidget(m_scroll);
    form->setMaximumWidth(widestForm);
    auto *const layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, grid::unit, 0);
    layout->setSpacing(grid::unit);
    for (const SettingSpec &spec : m_draft.catalog()) {
        const QString title = groupName(spec.group);
        if (m_sections.empty() || m_sections.back()->title() != title) {
            m_sections.push_back(new OptionSection(title, form));
            layout->addWidget(m_sections.back());
        }
        addSetting(*m_sections.back(), spec);
    }
    m_sections.push_back(new OptionSection(groupName(SettingGroup::Console), form));
    addConsoleRows(*m_sections.back(), preferences);
    layout->addWidget(m_sections.back());
    layout->addStretch(1);
    m_scroll->setWidget(form);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &OptionsView::followScroll);
}

void OptionsView::addSetting(OptionSection &section, const SettingSpec &spec)
{
    auto *const editor = new SettingEditor(spec, &section);
    QString remark = spec.needsRestart ? tr("Takes effect when Nexus is started again.") : QString();
    if (const QString given = m_draft.overrideOf(spec); !given.isEmpty()) {
        remark = tr("Nexus was started with %1. This takes effect at the next start without it.").arg(given);
    }
    OptionRow *const row = section.addRow(spec.label(), spec.help(), remark, editor, spec.dotted());
    row->resetButton()->setObjectName(settingObjectName(spec.dotted()) + QStringLiteral("_reset"));
    row->setObjectName(settingObjectName(spec.dotted()) + QStringLiteral("_row"));
    connect(
        editor, &SettingEditor::edited, this, [this, spec](const QString &text) { m_draft.set(spec, text); });
    connect(row, &OptionRow::defaultWanted, this, [this, spec] { m_draft.set(spec, {}); });
    m_rows.push_back({spec, row, editor});
}

void OptionsView::addNavigation()
{
    int widest = 0;
    for (const OptionSection *const section : m_sections) {
        auto *const item = new QListWidgetItem(section->title(), m_groups);
        widest = std::max(widest, m_groups->fontMetrics().horizontalAdvance(section->title()));
        item->setToolTip(section->title());
        item->setSizeHint(QSize(0, grid::control));
    }
    // Words of some languages are longer than the usual width.
    constexpr int around = 4 * grid::unit;
    m_groups->setFixedWidth(std::max(groupsWidth, widest + around));
    m_groups->setCurrentRow(0);
    connect(m_groups, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) {
            scrollTo(m_sections[static_cast<std::size_t>(row)]);
        }
    });
}

bool OptionsView::reveal(const QString &key)
{
    const auto exact = std::ranges::find_if(m_rows, [&](const Row &row) { return row.spec.dotted() == key; });
    const auto found = exact != m_rows.end() ? exact : std::ranges::find_if(m_rows, [&](const Row &row) {
        return row.spec.dotted().startsWith(key + QLatin1Char('.'));
    });
    if (found == m_rows.end()) {
        return false;
    }
    m_search->clear();
    found->editor->setFocus(Qt::OtherFocusReason);
    // Places are known when the layout has taken up what was hidden.
    m_scroll->widget()->layout()->activate();
    scrollTo(found->row);
    return true;
}

void OptionsView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void OptionsView::filter(const QString &words)
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int shown = 0;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const int rows = m_sections[i]->filter(wanted);
        m_groups->item(static_cast<int>(i))->setHidden(rows == 0);
        shown += rows;
    }
    m_nothing->setState(
        QStringLiteral("search"), tr("No setting fits “%1”.").arg(words.trimmed()), tr("Show all settings"));
    m_nothing->setVisible(shown == 0);
    m_scroll->setVisible(shown > 0);
    m_scroll->verticalScrollBar()->setValue(0);
}

void OptionsView::refresh()
{
    for (const Row &row : m_rows) {
        const QString value = m_draft.value(row.spec);
        const QString fallback = row.spec.defaultText();
        const QString problem = m_draft.problem(row.spec.dotted());
        row.editor->setText(value);
        row.editor->setBad(!problem.isEmpty());
        row.row->setProblem(problem);
        const QString shown = fallback.isEmpty() ? tr("Default: not set") : tr("Default: %1").arg(fallback);
        const bool isSwitch = row.spec.kind == SettingKind::Switch;
        const QString word = fallback == QLatin1String("true") ? tr("Default: on") : tr("Default: off");
        row.row->offerDefault(value.isEmpty() || value == fallback ? QString() : isSwitch ? word : shown);
    }
}

// Narrow windows have room for the form alone; the search leads everywhere as well.
void OptionsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_groups->setVisible(width() >= narrow);
}

void OptionsView::followScroll()
{
    const int top = m_scroll->verticalScrollBar()->value();
    for (std::size_t i = m_sections.size(); i-- > 0;) {
        if (m_sections[i]->isVisibleTo(this) && m_sections[i]->y() <= top + 2 * grid::control) {
            const QSignalBlocker blocker(m_groups);
            m_groups->setCurrentRow(static_cast<int>(i));
            return;
        }
    }
}

void OptionsView::scrollTo(const QWidget *target)
{
    const int top = target->mapTo(m_scroll->widget(), QPoint(0, 0)).y();
    const bool isRow = !m_sections.empty() && std::ranges::find(m_sections, target) == m_sections.end();
    m_scroll->verticalScrollBar()->setValue(isRow ? top - m_scroll->height() / 3 : top);
}

} // namespace nexus

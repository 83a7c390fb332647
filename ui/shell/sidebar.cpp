// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/sidebar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr int wide = 200;
constexpr int narrow = 56;
constexpr int iconSize = 18;

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_collapse(iconButton(QStringLiteral("collapse"), tr("Fold the side bar"), this))
    , m_dot(new QLabel(this))
    , m_state(new QLabel(this))
    , m_cost(new QLabel(this))
{
    setObjectName(QStringLiteral("sidebar"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Pages"));
    auto *const head = new QHBoxLayout;
    head->setContentsMargins(grid::unit, 0, 0, 0);
    head->setSpacing(grid::unit);
    head->addWidget(m_dot);
    head->addWidget(m_state, 1);
    m_state->setObjectName(QStringLiteral("sidebarState"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::unit, grid::margin, grid::unit, grid::margin);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addSpacing(grid::margin);
    addPage(PageId::Overview, QStringLiteral("overview"));
    addPage(PageId::LiveLog, QStringLiteral("log"));
    addPage(PageId::Providers, QStringLiteral("providers"));
    addPage(PageId::Models, QStringLiteral("models"));
    addPage(PageId::Usage, QStringLiteral("usage"));
    addPage(PageId::Playground, QStringLiteral("playground"));
    addPage(PageId::Settings, QStringLiteral("settings"));
    layout->addStretch(1);
    layout->addWidget(m_cost);
    layout->addSpacing(grid::unit);
    layout->addWidget(m_collapse);
    m_cost->setIndent(grid::unit);
    m_cost->setObjectName(QStringLiteral("sidebarCost"));
    m_collapse->setObjectName(QStringLiteral("sidebarCollapse"));
    connect(m_collapse, &QToolButton::clicked, this, [this] {
        setCollapsed(!m_isCollapsed);
        Q_EMIT collapsedChanged(m_isCollapsed);
    });
    setCollapsed(false);
}

QString Sidebar::titleOf(PageId page)
{
    switch (page) {
    case PageId::Overview:
        return tr("Overview");
    case PageId::LiveLog:
        return tr("Live log");
    case PageId::Providers:
        return tr("Providers");
    case PageId::Models:
        return tr("Models");
    case PageId::Usage:
        return tr("Usage");
    case PageId::Playground:
        return tr("Playground");
    case PageId::Settings:
        return tr("Settings");
    }
    return {};
}

void Sidebar::addPage(PageId page, const QString &icon)
{
    auto *const button = new QToolButton(this);
    const auto number = static_cast<int>(page);
    button->setCheckable(true);
    button->setIcon(lineIcon(icon));
    button->setIconSize(QSize(iconSize, iconSize));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setObjectName(QStringLiteral("page") + QString::number(number + 1));
    button->setAccessibleName(titleOf(page));
    button->setToolTip(tr("%1 (Ctrl+%2)").arg(titleOf(page)).arg(number + 1));
    m_group->addButton(button, number);
    m_buttons.push_back(button);
    layout()->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, page] { Q_EMIT pageChosen(page); });
}

void Sidebar::setCurrent(PageId page)
{
    m_buttons.at(static_cast<std::size_t>(page))->setChecked(true);
}

void Sidebar::setState(const QString &word, bool isServing, bool isFailed)
{
    m_isServing = isServing;
    m_isFailed = isFailed;
    m_dot->setToolTip(word);
    m_state->setText(word);
    drawState();
}

void Sidebar::drawState()
{
    const Tone tone = m_isFailed ? Tone::Bad : m_isServing ? Tone::Good : Tone::Warn;
    const char *const icon = m_isFailed ? "error" : m_isServing ? "dot" : "pause";
    m_dot->setPixmap(
        lineIcon(QLatin1String(icon), tone).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
}

void Sidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawState();
    }
}

void Sidebar::setCost(const QString &text, const QString &hint)
{
    m_cost->setText(text);
    m_cost->setToolTip(hint.isEmpty() ? text : text + u'\n' + hint);
}

void Sidebar::setRunning(int count)
{
    if (count != m_running) {
        m_running = count;
        showWords();
    }
}

void Sidebar::setCollapsed(bool isCollapsed)
{
    m_isCollapsed = isCollapsed;
    setFixedWidth(isCollapsed ? narrow : wide);
    m_state->setVisible(!isCollapsed);
    m_cost->setVisible(!isCollapsed);
    for (QToolButton *button : m_buttons) {
        button->setToolButtonStyle(isCollapsed ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    }
    showWords();
}

void Sidebar::showWords()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const auto page = static_cast<PageId>(i);
        QString text = titleOf(page);
        if (page == PageId::LiveLog && m_running > 0) {
            text = tr("%1 · %2").arg(text).arg(m_running);
        }
        m_buttons[i]->setText(QLatin1Char(' ') + text);
    }
}

} // namespace nexus

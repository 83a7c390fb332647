// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/aliascard.h"

#include "ui/aliases/aliasfields.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/changedbar.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace nexus {

namespace {

constexpr int arrowSize = 18;

} // namespace

void AliasCard::makeButtons()
{
    m_title->setObjectName(QStringLiteral("aliasTitle"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_test->setObjectName(QStringLiteral("aliasTest"));
    m_test->setToolTip(tr("Sends one tiny request through each target."));
    m_edit->setObjectName(QStringLiteral("aliasEdit"));
    m_edit->setCheckable(true);
    m_try->setObjectName(QStringLiteral("aliasTry"));
    m_log->setObjectName(QStringLiteral("aliasLog"));
    m_remove->setObjectName(QStringLiteral("aliasRemove"));
    m_report->setObjectName(QStringLiteral("aliasReport"));
    setLook(m_report, "look", QStringLiteral("bad"));
    m_report->hide();
    m_fields->hide();
    m_losses->setObjectName(QStringLiteral("aliasLosses"));
    m_problem->setObjectName(QStringLiteral("aliasProblem"));
    setLook(m_problem, "look", QStringLiteral("bad"));
    m_diff->setObjectName(QStringLiteral("aliasDiff"));
    m_save->setObjectName(QStringLiteral("aliasSave"));
    m_pending->hide();
    showTesting();
}

void AliasCard::makeMenu()
{
    m_menu->setObjectName(QStringLiteral("aliasStrategy"));
    m_menu->setProperty("look", QStringLiteral("button"));
    m_menu->setIcon(lineIcon(QStringLiteral("chevron-down")));
    m_menu->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    auto *const menu = new QMenu(m_menu);
    auto *const group = new QActionGroup(menu);
    menu->setToolTipsVisible(true);
    for (const QString &strategy : aliasStrategies()) {
        QAction *const action = menu->addAction(strategyTitle(strategy));
        action->setObjectName(QStringLiteral("strategy_") + strategy);
        action->setData(strategy);
        action->setToolTip(strategySentence(strategy));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, strategy] {
            setStrategy(strategy);
            check();
        });
    }
    m_menu->setMenu(menu);
}

void AliasCard::makeLayout()
{
    auto *const arrow = new QLabel(this);
    arrow->setFixedSize(arrowSize, grid::control + grid::unit);
    arrow->setPixmap(lineIcon(QStringLiteral("arrow-right"), Tone::Dim)
                         .pixmap(QSize(arrowSize, arrowSize), devicePixelRatioF()));
    auto *const head = new QHBoxLayout;
    head->setSpacing(grid::unit);
    head->addWidget(m_title);
    head->addWidget(m_note, 1);
    head->addWidget(m_menu);
    head->addWidget(m_test);
    for (QToolButton *const button : {m_try, m_log, m_edit, m_remove}) {
        head->addWidget(button);
    }
    auto *const targets = new QHBoxLayout;
    targets->setSpacing(grid::unit);
    targets->addWidget(arrow, 0, Qt::AlignTop);
    targets->addWidget(m_row, 1);
    auto *const cancel = new QPushButton(tr("Cancel"), m_pending);
    cancel->setObjectName(QStringLiteral("aliasCancel"));
    connect(cancel, &QPushButton::clicked, this, &AliasCard::cancel);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(grid::unit);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *const pending = new QVBoxLayout(m_pending);
    pending->setContentsMargins(0, 0, 0, 0);
    pending->setSpacing(grid::unit);
    pending->addWidget(m_changed);
    pending->addWidget(m_problem);
    pending->addWidget(m_diffTitle);
    pending->addWidget(m_diff);
    pending->addLayout(buttons);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 12, 12, 12);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addLayout(targets);
    layout->addWidget(m_report);
    layout->addWidget(m_losses);
    layout->addWidget(m_fields);
    layout->addWidget(m_pending);
}

} // namespace nexus

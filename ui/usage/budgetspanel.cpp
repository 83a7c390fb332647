// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/usage/budgetspanel.h"

#include "service/gatewayhost.h"
#include "ui/models/configdesk.h"
#include "ui/models/words.h"
#include "ui/usage/budgetform.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace nexus {

namespace {

KeyPath pathOf(const QString &name)
{
    return {QStringLiteral("budgets"), name};
}

} // namespace

BudgetsPanel::BudgetsPanel(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_cards(new QVBoxLayout)
    , m_undo(linkButton(tr("Undo the last change"), this))
{
    auto *const add = new QPushButton(lineIcon(QStringLiteral("plus")), tr("Add a budget"), this);
    add->setObjectName(QStringLiteral("budgetAdd"));
    m_undo->setObjectName(QStringLiteral("budgetUndo"));
    m_undo->hide();
    auto *const head = new QHBoxLayout;
    head->addWidget(sectionLabel(tr("Budgets"), this));
    head->addStretch(1);
    head->addWidget(m_undo);
    head->addWidget(add);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addLayout(m_cards);
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::seconds(1));
    connect(&m_pause, &QTimer::timeout, this, &BudgetsPanel::show);
    connect(add, &QPushButton::clicked, this, [this] { edit(std::nullopt); });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (const Result<void> undone = m_parts.config.undo(); !undone) {
            Q_EMIT failed(undone.error().message);
        }
        m_undo->setVisible(m_parts.config.canUndo());
    });
    connect(&parts.host, &GatewayHost::configApplied, this, &BudgetsPanel::show);
    connect(&parts.host.gateway().ledger().live(), &LiveFeed::happened, this, [this] {
        if (isVisible() && !m_pause.isActive()) {
            m_pause.start();
        }
    });
}

void BudgetsPanel::show()
{
    std::vector<BudgetState> states = m_parts.host.gateway().ledger().budgets().states();
    if (m_isFilled && states == m_shown) {
        return;
    }
    m_isFilled = true;
    m_shown = std::move(states);
    while (QLayoutItem *const item = m_cards->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const BudgetState &state : m_shown) {
        m_cards->addWidget(cardOf(state));
    }
    if (m_shown.empty()) {
        m_cards->addWidget(dimLabel(
            tr("A budget warns when a day or month has cost a sum, or refuses what would cost more."), this));
    }
}

QWidget *BudgetsPanel::cardOf(const BudgetState &state)
{
    QFrame *const frame = card(this);
    const BudgetConfig &config = state.config;
    auto *const name = new QLabel(config.name, frame);
    name->setTextFormat(Qt::PlainText);
    auto *const bar = new QProgressBar(frame);
    bar->setRange(0, 1000);
    const double share = config.limitMicroUsd > 0
        ? static_cast<double>(state.spent + state.held) / static_cast<double>(config.limitMicroUsd)
        : 1.0;
    bar->setValue(static_cast<int>(std::min(share, 1.0) * 1000));
    bar->setTextVisible(false);
    const QString spent = words::money(state.spent);
    const QString limit = words::money(config.limitMicroUsd);
    auto *const figures
        = new QLabel(config.period == BudgetConfig::Period::Day ? tr("%1 of %2 today").arg(spent, limit)
                                                                : tr("%1 of %2 this month").arg(spent, limit),
            frame);
    QStringList notes;
    if (state.level() == BudgetState::Level::Spent) {
        notes.append(
            config.action == BudgetConfig::Action::Block ? tr("Spent: requests are refused") : tr("Spent"));
        setLook(figures, "look", QStringLiteral("bad"));
    } else if (state.level() == BudgetState::Level::Near) {
        notes.append(tr("Nearly spent"));
    }
    const QStringList scope = [&config] {
        QStringList names;
        for (const QString &part : {config.provider, config.model, config.client}) {
            if (!part.isEmpty()) {
                names.append(part);
            }
        }
        return names;
    }();
    notes.append(scope.isEmpty() ? tr("All requests") : scope.join(QStringLiteral(", ")));
    notes.append(config.action == BudgetConfig::Action::Block ? tr("refuses") : tr("warns"));
    if (state.unpriced > 0) {
        notes.append(tr("%n request(s) of unknown price", nullptr, static_cast<int>(state.unpriced)));
    }
    auto *const change = iconButton(QStringLiteral("edit"), tr("Change %1").arg(config.name), frame);
    change->setObjectName(QStringLiteral("budgetEdit_") + config.name);
    auto *const drop = iconButton(QStringLiteral("trash"), tr("Remove %1").arg(config.name), frame);
    drop->setObjectName(QStringLiteral("budgetRemove_") + config.name);
    connect(change, &QToolButton::clicked, this, [this, config] { edit(config); });
    connect(drop, &QToolButton::clicked, this, [this, text = config.name] { remove(text); });
    auto *const lines = new QVBoxLayout;
    auto *const first = new QHBoxLayout;
    first->addWidget(name);
    first->addStretch(1);
    first->addWidget(figures);
    lines->addLayout(first);
    lines->addWidget(bar);
    lines->addWidget(dimLabel(notes.join(QStringLiteral(" · ")), frame));
    auto *const layout = new QHBoxLayout(frame);
    layout->setContentsMargins(12, grid::unit, grid::unit, grid::unit);
    layout->addLayout(lines, 1);
    layout->addWidget(change);
    layout->addWidget(drop);
    return frame;
}

void BudgetsPanel::edit(const std::optional<BudgetConfig> &budget)
{
    auto *const form = new BudgetForm(m_parts, budget, this);
    connect(form, &QDialog::accepted, this, [this] { m_undo->setVisible(m_parts.config.canUndo()); });
    form->open();
}

// It can be undone, so nothing is asked.
void BudgetsPanel::remove(const QString &name)
{
    const Result<void> removed = m_parts.config.apply(
        [&name](const ConfigText &text) { return text.without(pathOf(name), CommentAbove::Keep); });
    if (!removed) {
        Q_EMIT failed(removed.error().message);
    }
    m_undo->setVisible(m_parts.config.canUndo());
}

void BudgetsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_watch = m_parts.host.gateway().ledger().live().watch();
    show();
}

void BudgetsPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_watch = LiveWatch();
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/factsview.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace nexus {

FactsView::FactsView(const QString &name, bool isMoney, QWidget *parent)
    : QScrollArea(parent)
    , m_isMoney(isMoney)
{
    setObjectName(name);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void FactsView::setFacts(const FactTable &facts)
{
    if (widget() != nullptr && facts == m_facts) {
        return;
    }
    m_facts = facts;
    auto *const inside = new QWidget;
    auto *const outer = new QVBoxLayout(inside);
    outer->setContentsMargins(0, grid::margin, grid::unit, grid::unit);
    outer->setSpacing(grid::margin);
    if (!facts.lead.isEmpty()) {
        outer->addWidget(plainLabel(facts.lead, inside));
    }
    auto *const table = new QGridLayout;
    table->setHorizontalSpacing(grid::margin);
    table->setVerticalSpacing(grid::unit);
    table->setColumnStretch(1, 1);
    table->setColumnStretch(2, m_isMoney ? 0 : 1);
    int line = 0;
    for (const FactTable::Row &row : facts.rows) {
        const bool isSum = m_isMoney && facts.rows.size() > 1 && &row == &facts.rows.back();
        if (isSum) {
            table->addWidget(hairline(inside), line++, 0, 1, 3);
        }
        QLabel *const name = dimLabel(row.name, inside);
        name->setWordWrap(false);
        QLabel *const value = plainLabel(row.value, inside);
        value->setAlignment((m_isMoney ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
        table->addWidget(name, line, 0, Qt::AlignTop);
        table->addWidget(dimLabel(row.origin, inside), line, m_isMoney ? 1 : 2);
        table->addWidget(value, line++, m_isMoney ? 2 : 1);
    }
    outer->addLayout(table);
    if (!facts.foot.isEmpty()) {
        outer->addWidget(dimLabel(facts.foot, inside));
    }
    outer->addStretch(1);
    setWidget(inside);
}

} // namespace nexus

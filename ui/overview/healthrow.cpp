// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/healthrow.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/providerstatelook.h"

#include <QPushButton>

namespace nexus {

HealthRow::HealthRow(GatewayHost &host, QWidget *parent)
    : QWidget(parent)
    , m_host(host)
{
    new FlowLayout(grid::unit, this);
    refresh();
}

void HealthRow::refresh()
{
    std::vector<ProviderRow> now = providerRows(m_host);
    for (ProviderRow &row : now) {
        row.untilProbe = {}; // not shown here
    }
    if (now == m_shown) {
        return;
    }
    m_shown = std::move(now);
    while (QLayoutItem *const item = layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const ProviderRow &row : m_shown) {
        const ProviderStateLook look = lookOf(row.state);
        auto *const button = new QPushButton(lineIcon(look.icon, look.tone), row.name, this);
        const QString words = row.lastError.isEmpty() ? providerStateWord(row.state) : row.lastError;
        button->setToolTip(tr("%1: %2").arg(row.name, words));
        button->setAccessibleName(button->toolTip());
        button->setObjectName(QStringLiteral("health_") + row.name);
        connect(
            button, &QPushButton::clicked, this, [this, name = row.name] { Q_EMIT providerChosen(name); });
        layout()->addWidget(button);
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/healthrow.h"

#include "ui/models/providerrows.h"
#include "ui/models/words.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QPushButton>

namespace nexus {

HealthRow::HealthRow(GatewayHost &host, QWidget *parent)
    : QWidget(parent)
    , m_host(host)
{
    new FlowLayout(grid::unit, this);
    refresh();
}

std::vector<HealthRow::Chip> HealthRow::chips() const
{
    std::vector<Chip> out;
    if (!m_host.config()) {
        return out;
    }
    const std::vector<CircuitView> circuits = m_host.gateway().routing().circuits().snapshot();
    for (const ProviderConfig &provider : m_host.config()->llm.providers) {
        const ProviderHealth health = m_host.gateway().ledger().health().health(provider.name);
        const auto circuit = std::ranges::find(circuits, provider.name, &CircuitView::provider);
        const bool rests = circuit != circuits.end() && circuit->state != CircuitState::Closed;
        const bool isFailing = health.lastFailure.isValid()
            && (!health.lastSuccess.isValid() || health.lastFailure > health.lastSuccess);
        Chip chip {.name = provider.name,
            .icon = QStringLiteral("dot"),
            .tone = static_cast<int>(Tone::Good),
            .words = tr("answers")};
        if (lacksKey(provider)) {
            chip = {provider.name, QStringLiteral("key"), static_cast<int>(Tone::Warn),
                provider.keyProblem.isEmpty() ? tr("no key") : provider.keyProblem};
        } else if (rests) {
            chip = {provider.name, QStringLiteral("pause"), static_cast<int>(Tone::Bad),
                tr("left alone for a while: %1").arg(health.lastError)};
        } else if (isFailing) {
            chip = {provider.name, QStringLiteral("warning"), static_cast<int>(Tone::Warn), health.lastError};
        } else if (health.attempts == 0) {
            chip = {provider.name, QStringLiteral("minus"), static_cast<int>(Tone::Dim), tr("not asked yet")};
        }
        out.push_back(chip);
    }
    return out;
}

void HealthRow::refresh()
{
    std::vector<Chip> now = chips();
    if (now == m_shown) {
        return;
    }
    m_shown = std::move(now);
    while (QLayoutItem *const item = layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Chip &chip : m_shown) {
        auto *const button
            = new QPushButton(lineIcon(chip.icon, static_cast<Tone>(chip.tone)), chip.name, this);
        button->setToolTip(tr("%1: %2").arg(chip.name, chip.words));
        button->setAccessibleName(button->toolTip());
        button->setObjectName(QStringLiteral("health_") + chip.name);
        connect(
            button, &QPushButton::clicked, this, [this, name = chip.name] { Q_EMIT providerChosen(name); });
        layout()->addWidget(button);
    }
}

} // namespace nexus

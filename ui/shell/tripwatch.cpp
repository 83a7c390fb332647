// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/tripwatch.h"

#include "ui/models/words.h"

namespace nexus {

TripWatch::TripWatch(GatewayHost &host, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_watch(host.gateway().ledger().live().watch())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::seconds(1));
    connect(&m_pause, &QTimer::timeout, this, &TripWatch::look);
    connect(&host.gateway().ledger().live(), &LiveFeed::happened, this, [this] {
        if (!m_pause.isActive()) {
            m_pause.start();
        }
    });
}

void TripWatch::look()
{
    lookAtBudgets();
    lookAtProviders();
}

void TripWatch::lookAtBudgets()
{
    for (const BudgetState &state : m_host.gateway().ledger().budgets().states()) {
        const int level = static_cast<int>(state.level());
        const int before = m_budgets.value(state.config.name, 0);
        m_budgets.insert(state.config.name, level);
        if (level <= before) {
            continue;
        }
        const bool isSpent = state.level() == BudgetState::Level::Spent;
        const QString title = isSpent ? tr("The budget %1 is spent").arg(state.config.name)
                                      : tr("The budget %1 is nearly spent").arg(state.config.name);
        const QString text
            = tr("%1 of %2").arg(words::money(state.spent), words::money(state.config.limitMicroUsd));
        Q_EMIT tripped(title, text, {.page = PageId::Usage});
    }
}

void TripWatch::lookAtProviders()
{
    for (const CircuitView &view : m_host.gateway().routing().circuits().snapshot()) {
        const bool rests = view.state != CircuitState::Closed;
        const bool rested = m_rests.value(view.provider, false);
        m_rests.insert(view.provider, rests);
        if (rests && !rested) {
            const QString error = m_host.gateway().ledger().health().health(view.provider).lastError;
            Q_EMIT tripped(tr("%1 fails and is left alone for a while").arg(view.provider), error,
                {.page = PageId::Providers, .argument = view.provider});
        }
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/gatewayhost.h"
#include "ui/models/pagelink.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace nexus {

//! \brief Notices when a budget comes near its end or reaches it, and when a provider is left alone for its
//! failures.
//!
//! Looks after requests have ended, at most every second: only they change anything.
class TripWatch final : public QObject {
    Q_OBJECT

public:
    explicit TripWatch(GatewayHost &host, QObject *parent = nullptr);

Q_SIGNALS:
    void tripped(const QString &title, const QString &text, const nexus::PageLink &link);

private:
    void look();
    void lookAtBudgets();
    void lookAtProviders();

    GatewayHost &m_host;
    LiveWatch m_watch;
    QTimer m_pause;
    QHash<QString, int> m_budgets; //!< BudgetState::Level by name
    QHash<QString, bool> m_rests; //!< by provider
};

} // namespace nexus

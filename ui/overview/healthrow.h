// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historysums.h"
#include "ui/models/providerrows.h"

#include <QMap>
#include <QWidget>

class QPushButton;

namespace nexus {

//! \brief How the providers fare, a chip each; a click opens one.
class HealthRow final : public QWidget {
    Q_OBJECT

public:
    explicit HealthRow(GatewayHost &host, QWidget *parent = nullptr);

    //! \brief Looks at them anew.
    void refresh();

    //! \brief Takes how fast they were of late: \a sums by provider. Shown with the next refresh().
    void setSums(const std::vector<UsageSum> &sums);

Q_SIGNALS:
    void providerChosen(const QString &name);

private:
    [[nodiscard]] QPushButton *chip(const ProviderRow &row);

    GatewayHost &m_host;
    std::vector<ProviderRow> m_shown;
    QMap<QString, LatencyTimes> m_firstTokens;
    bool m_isOld = false; //!< the times have changed since they were drawn
};

} // namespace nexus

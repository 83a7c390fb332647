// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/providerrows.h"

#include <QWidget>

namespace nexus {

//! \brief How the providers fare, a chip each; a click opens one.
class HealthRow final : public QWidget {
    Q_OBJECT

public:
    explicit HealthRow(GatewayHost &host, QWidget *parent = nullptr);

    //! \brief Looks at them anew.
    void refresh();

Q_SIGNALS:
    void providerChosen(const QString &name);

private:
    GatewayHost &m_host;
    std::vector<ProviderRow> m_shown;
};

} // namespace nexus

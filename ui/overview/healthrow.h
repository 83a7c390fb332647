// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/gatewayhost.h"

#include <QWidget>

class QLabel;

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
    struct Chip {
        QString name;
        QString icon;
        int tone = 0;
        QString words;

        bool operator==(const Chip &) const = default;
    };

    [[nodiscard]] std::vector<Chip> chips() const;

    GatewayHost &m_host;
    std::vector<Chip> m_shown;
};

} // namespace nexus

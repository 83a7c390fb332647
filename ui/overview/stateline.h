// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/gatewayhost.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace nexus {

class CopyButton;

//! \brief Whether the gateway serves, and where: the first thing people look for.
class StateLine final : public QWidget {
    Q_OBJECT

public:
    explicit StateLine(GatewayHost &host, QWidget *parent = nullptr);

Q_SIGNALS:
    //! The reason why it does not serve is to be looked at in the settings.
    void settingsRequested();

private:
    void showState();
    void act();
    [[nodiscard]] bool isAboutFile() const;
    void changeEvent(QEvent *event) override;

    GatewayHost &m_host;
    QLabel *m_icon;
    QLabel *m_words;
    QLabel *m_reason;
    CopyButton *m_copy;
    QPushButton *m_action;
    QPushButton *m_settings;
};

} // namespace nexus

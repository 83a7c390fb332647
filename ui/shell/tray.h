// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/gatewayhost.h"
#include "ui/shell/todayfigures.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace nexus {

//! \brief The icon in the tray: how the gateway is, and what people want of it without its window.
class Tray final : public QObject {
    Q_OBJECT

public:
    Tray(GatewayHost &host, TodayFigures &today, QObject *parent = nullptr);
    ~Tray() override;

    //! \brief Whether the desktop has a tray to be in.
    [[nodiscard]] static bool isAvailable() { return QSystemTrayIcon::isSystemTrayAvailable(); }

    //! \brief Tells the desktop something; a click on it sends messageClicked().
    void tell(const QString &title, const QString &text);

    //! \brief Says everything again, in the language of now.
    void rebuild();

    //! \brief What a click with the other button shows.
    [[nodiscard]] const QMenu &menu() const { return m_menu; }
    //! \brief What the icon says when the mouse is over it.
    [[nodiscard]] QString words() const { return m_icon.toolTip(); }

Q_SIGNALS:
    void openRequested();
    void quitRequested();
    //! An entry of the last errors was chosen.
    void errorsRequested();
    void messageClicked();

private:
    void show();
    void fillMenu();

    GatewayHost &m_host;
    TodayFigures &m_today;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QAction *m_address;
    QAction *m_pause;
    QMenu *m_errors;
    QAction *m_figures;
};

} // namespace nexus

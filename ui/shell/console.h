// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/gatewayhost.h"
#include "ui/models/configdesk.h"
#include "ui/models/consolepreferences.h"
#include "ui/models/historydesk.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/systemscheme.h"
#include "ui/shell/todayfigures.h"
#include "ui/shell/tray.h"
#include "ui/shell/tripwatch.h"

#include <QObject>
#include <QSettings>
#include <QTimer>

#include <memory>

namespace nexus {

//! \brief The console as a whole: the window, the tray, and what both show of a gateway that it does not own.
//!
//! Needs a QApplication and lives in its thread. The gateway need not be started; quit() and stop()
//! drain it.
class Console final : public QObject {
    Q_OBJECT

public:
    struct Options {
        QString configPath; //!< of the file that is made where there is none
        QString settingsPath; //!< of what the window remembers
        bool hasFile = false; //!< one is about to be read, which tells whether the first steps are needed
    };

    Console(GatewayHost &host, Keychain &keys, const Options &options, QObject *parent = nullptr);
    ~Console() override;

    //! \brief Shows the window unless the user wants it hidden at start.
    void show();

    //! \brief Shows the window in any case.
    void raise();

    //! \brief Asks for what is not saved, then does what stop() does. A second time sends finished() at once.
    void quit();

    //! \brief Lets running requests end, then sends finished(); asks nobody. A second time sends it at once.
    void stop();

    [[nodiscard]] ConsolePreferences &preferences() { return m_preferences; }
    [[nodiscard]] MainWindow &window() { return *m_window; }

Q_SIGNALS:
    //! \brief The window was drawn for the first time.
    void shown();

    //! \brief The program may end.
    void finished();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void onConfig(const ConfigSnapshot &config);
    void onPreferencesChanged();
    void onCloseRequested();
    void onTripped(const QString &title, const QString &text, const PageLink &link);
    void useTheme();
    void makeTray();
    void awaitTray();

    GatewayHost &m_host;
    QSettings m_settings;
    ConsolePreferences m_preferences;
    SystemScheme m_scheme;
    Languages m_languages;
    HistoryDesk m_history;
    ConfigDesk m_config;
    TodayFigures m_today;
    TripWatch m_trips;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<MainWindow> m_window;
    ConfigSnapshot m_seenConfig;
    QString m_language;
    QTimer m_trayWait; //!< runs while the desktop may still be starting its tray
    PageLink m_told; //!< where a click on the last notification leads
    bool m_isQuitting = false;
};

} // namespace nexus

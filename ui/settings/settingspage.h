// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/consolepreferences.h"
#include "ui/widgets/page.h"

class QTabWidget;

namespace nexus {

class Banner;
class OptionsView;
class SettingsDraft;
class TomlView;

//! \brief Everything that can be set: by a form, or in the file itself.
class SettingsPage final : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief `ledger.bodies` leads to its row, `file` and `file:12` into the file.
    void follow(const QString &argument) override;

    //! \brief Asks what becomes of changes that are not saved.
    [[nodiscard]] bool mayClose() override;

private:
    void addTabs();
    void addShortcuts();
    void openFile(int line);
    void saveOptions();
    bool saveCurrent();
    void onHostChanged();
    void refreshTabs();

    ConfigDesk &m_desk;
    QSettings &m_settings;
    ConsolePreferences m_preferences;
    SettingsDraft *m_draft;
    Banner *m_hostProblem; //!< what keeps the gateway from what the file wants
    Banner *m_banner; //!< how saving the form went
    QTabWidget *m_tabs;
    OptionsView *m_options;
    TomlView *m_file;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/settingscatalog.h"

#include <QHash>
#include <QWidget>

#include <vector>

class QLineEdit;
class QListWidget;
class QScrollArea;

namespace nexus {

class ConsolePreferences;
class EmptyState;
class OptionRow;
class OptionSection;
class SettingEditor;
class SettingsDraft;

//! \brief All settings by groups, with a search over them.
class OptionsView final : public QWidget {
    Q_OBJECT

public:
    OptionsView(SettingsDraft &draft, ConsolePreferences &preferences, QWidget *parent = nullptr);

    //! \brief Shows and focuses the row of \a key, or the first one below it.
    //! \return whether there is one
    bool reveal(const QString &key);

    void focusSearch();

Q_SIGNALS:
    void saveWanted();

private:
    struct Row {
        SettingSpec spec;
        OptionRow *row;
        SettingEditor *editor;
    };

    void buildSections(ConsolePreferences &preferences);
    void addSetting(OptionSection &section, const SettingSpec &spec);
    void addNavigation();
    void filter(const QString &words);
    void refresh();
    void followScroll();
    void scrollTo(const QWidget *target);
    void resizeEvent(QResizeEvent *event) override;

    SettingsDraft &m_draft;
    QLineEdit *m_search;
    QListWidget *m_groups;
    QScrollArea *m_scroll;
    EmptyState *m_nothing;
    std::vector<OptionSection *> m_sections;
    std::vector<Row> m_rows;
};

} // namespace nexus

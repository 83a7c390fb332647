// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/page.h"

#include <QStringListModel>
#include <QTimer>

class QPushButton;
class QSplitter;
class QToolButton;

namespace nexus {

class AliasesPanel;
class Banner;
class ModelsTable;

//! \brief Models and aliases: the names of one's own above, all models of all providers below, whose prices
//! can be set. A link's argument is the name of an alias, `+` to add one, or words to filter models by.
class ModelsPage final : public Page {
    Q_OBJECT

public:
    explicit ModelsPage(const ConsoleParts &parts, QWidget *parent = nullptr);
    ~ModelsPage() override;

    void follow(const QString &argument) override;
    [[nodiscard]] bool mayClose() override;

private:
    void makeLayout();
    void connectParts();
    void refreshNames();
    void undo();
    void offerUndo(const QString &sentence);
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

    ConsoleParts m_parts;
    QStringListModel m_names; // that can be targets
    QTimer m_refresh;
    QPushButton *m_add;
    QToolButton *m_askAgain;
    Banner *m_banner;
    QSplitter *m_splitter;
    AliasesPanel *m_aliases;
    ModelsTable *m_models;
};

} // namespace nexus

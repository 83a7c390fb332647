// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/aliases/aliastester.h"
#include "ui/aliases/targetrow.h"
#include "ui/models/aliasedit.h"
#include "ui/widgets/page.h"

#include <QFrame>

class QAbstractItemModel;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace nexus {

class AliasFields;
class Banner;
class ChangedBar;
class DiffView;

//! \brief One alias, which is changed in place. What would change in the file is shown until it is saved.
class AliasCard final : public QFrame {
    Q_OBJECT

public:
    //! \param names that can be targets
    //! \param alias nothing for a new one, which begins with its fields open
    AliasCard(const ConsoleParts &parts, QAbstractItemModel &names, const std::optional<AliasEntry> &alias,
        QWidget *parent = nullptr);

    //! \brief As the file calls it; empty for one that is not there yet.
    [[nodiscard]] const QString &name() const { return m_saved.name; }
    //! \brief Whether there is something to save.
    [[nodiscard]] bool isDirty() const;

    //! \brief Takes what the file says now. Where the same is being changed here, it asks.
    void setEntry(const AliasEntry &alias);
    //! \brief The file does not have it any more. What is to be saved here becomes a new alias.
    void setGone();
    void setHealth(const TargetHealth &health) { m_row->setHealth(health); }
    void edit();

Q_SIGNALS:
    void saved(const QString &name);
    void removed(const QString &name);
    //! A new alias is not wanted after all.
    void discarded();
    void failed(const QString &sentence);
    void linkActivated(const nexus::PageLink &link);

private:
    void makeButtons();
    void makeMenu();
    void makeLayout();
    void connectParts();
    void fill();
    void fill(const AliasEntry &alias);
    void showConflicts();
    [[nodiscard]] bool followFile();
    [[nodiscard]] AliasEntry draft() const;
    void setStrategy(const QString &strategy);
    void check();
    [[nodiscard]] QString problemOf(const AliasEntry &alias);
    void save();
    void cancel();
    void askToRemove();
    void remove();
    void test();
    void onAnswered(const QString &target, const ChatCallResult &result);
    void showTesting();

    ConsoleParts m_parts;
    AliasEntry m_saved; // its name is empty for a new one
    FormBase<AliasEntry> m_base; // of what is being changed
    bool m_isGoing = false; // while it is removed from here
    QString m_strategy;
    AliasTester m_tester;
    QStringList m_errors; // of the last test
    QLabel *m_title;
    QLabel *m_note;
    QToolButton *m_menu;
    QPushButton *m_test;
    QToolButton *m_edit;
    QToolButton *m_try;
    QToolButton *m_log;
    QToolButton *m_remove;
    TargetRow *m_row;
    QLabel *m_report;
    AliasFields *m_fields;
    Banner *m_losses;
    QWidget *m_pending;
    ChangedBar *m_changed;
    QLabel *m_problem;
    QLabel *m_diffTitle;
    DiffView *m_diff;
    QPushButton *m_save;
};

} // namespace nexus

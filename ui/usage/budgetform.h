// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/ledgerconfig.h"
#include "configedit/configtext.h"
#include "ui/models/formmerge.h"
#include "ui/widgets/page.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace nexus {

class ChangedBar;
class DiffView;

//! \brief See FormBase. The conflicts by their place in BudgetConfig.
[[nodiscard]] MergedForm<BudgetConfig> mergeForms(
    const BudgetConfig &base, const BudgetConfig &theirs, const BudgetConfig &mine);

//! \brief Makes or changes one budget, and shows the lines of the file that this changes.
class BudgetForm final : public QDialog {
    Q_OBJECT

public:
    //! \param budget to change, nothing for a new one
    BudgetForm(const ConsoleParts &parts, std::optional<BudgetConfig> budget, QWidget *parent = nullptr);

private:
    void makeLayout();
    void connectParts();
    void fill(const BudgetConfig &budget);
    [[nodiscard]] BudgetConfig typed() const;
    void followFile();
    void showConflicts();
    void check();
    void save();
    [[nodiscard]] Result<ConfigText> edited(const ConfigText &text) const;
    [[nodiscard]] std::vector<TomlMember> members() const;

    ConsoleParts m_parts;
    QString m_former; //!< its name in the file, empty for a new one
    FormBase<BudgetConfig> m_base;
    QLineEdit *m_name;
    QDoubleSpinBox *m_limit;
    QComboBox *m_period;
    QComboBox *m_action;
    QLineEdit *m_provider;
    QLineEdit *m_model;
    QLineEdit *m_client;
    ChangedBar *m_changed;
    QLabel *m_problem;
    DiffView *m_diff;
    QPushButton *m_save;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/ledgerconfig.h"
#include "configedit/configtext.h"
#include "ui/widgets/page.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace nexus {

class DiffView;

//! \brief Makes or changes one budget, and shows the lines of the file that this changes.
class BudgetForm final : public QDialog {
    Q_OBJECT

public:
    //! \param budget to change, nothing for a new one
    BudgetForm(const ConsoleParts &parts, std::optional<BudgetConfig> budget, QWidget *parent = nullptr);

private:
    void fill();
    void check();
    void save();
    [[nodiscard]] Result<ConfigText> edited(const ConfigText &text) const;
    [[nodiscard]] std::vector<TomlMember> members() const;

    ConsoleParts m_parts;
    std::optional<BudgetConfig> m_budget;
    QLineEdit *m_name;
    QDoubleSpinBox *m_limit;
    QComboBox *m_period;
    QComboBox *m_action;
    QLineEdit *m_provider;
    QLineEdit *m_model;
    QLineEdit *m_client;
    QLabel *m_problem;
    DiffView *m_diff;
    QPushButton *m_save;
};

} // namespace nexus

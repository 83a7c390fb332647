// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/playgroundprompts.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;
class QToolButton;

namespace nexus {

class CodeView;

//! \brief What is set more seldom, folded away; closed it says how much of it is set.
class AdvancedOptions final : public QWidget {
    Q_OBJECT

public:
    explicit AdvancedOptions(QWidget *parent = nullptr);

    [[nodiscard]] AdvancedSettings settings() const;
    void setSettings(const AdvancedSettings &settings);

    //! \brief Whether what is typed can be sent; opens and leads to what cannot.
    [[nodiscard]] bool check();

    [[nodiscard]] bool isOpen() const;
    void setOpen(bool isOpen);

    //! \brief The width that it needs when it is open.
    [[nodiscard]] int openWidth() const;

Q_SIGNALS:
    void changed();
    void openChanged(bool isOpen);

private:
    void buildFold();
    void buildFields();
    void buildForm();
    void onChanged();
    void showCount();
    void showForm();
    void showProblem(const QString &problem);
    [[nodiscard]] AnswerForm form() const;

    QToolButton *m_fold;
    QWidget *m_body;
    QComboBox *m_effort;
    QPlainTextEdit *m_stop;
    QSpinBox *m_seed;
    QComboBox *m_form;
    QLabel *m_schemaLabel = nullptr;
    CodeView *m_schema;
    QLabel *m_schemaProblem;
};

} // namespace nexus

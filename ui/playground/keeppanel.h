// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configedit/linediff.h"

#include <QFrame>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace nexus {

class DiffView;

//! \brief Asks in place for the name under which something is kept. Hidden until it asks.
class KeepPanel final : public QFrame {
    Q_OBJECT

public:
    //! \param name of its parts for tests: `NAMEName`, `NAMESaveButton`, `NAMECancelButton`, `NAMEProblem`
    explicit KeepPanel(const QString &name, QWidget *parent = nullptr);

    //! \brief Appears, and emits nameChanged() for \a suggestion.
    void ask(const QString &heading, const QString &suggestion);

    //! \brief Emits nameChanged() again while it asks, since more than the name has changed.
    void review();

    //! \brief What follows from the name: a remark, lines that change, or why it cannot be had.
    void setOutlook(const QString &note, const std::vector<DiffHunk> &hunks, const QString &problem);

Q_SIGNALS:
    void nameChanged(const QString &name);
    void saveClicked(const QString &name);
    //! It was left, with or without saving.
    void closed();

private:
    [[nodiscard]] QString typed() const;
    void save();
    void leave();
    void keyPressEvent(QKeyEvent *event) override;

    QLabel *m_heading;
    QLineEdit *m_name;
    QPushButton *m_save;
    QPushButton *m_cancel;
    QLabel *m_note;
    DiffView *m_diff;
    QLabel *m_problem;
};

} // namespace nexus

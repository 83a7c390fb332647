// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/tomlcompletion.h"
#include "ui/settings/fileproblem.h"

#include <QWidget>

#include <optional>

class QCompleter;
class QPlainTextEdit;
class QStandardItemModel;

namespace nexus {

class LineNumbers;

//! \brief Edits the text of `nexus.toml`: colours, line numbers, the mistake underlined, keys completed.
class TomlEditor final : public QWidget {
    Q_OBJECT

public:
    explicit TomlEditor(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;

    //! \brief Shows another text. It can be undone, and cursor and place stay where they are.
    void replaceText(const QString &text);

    //! \brief Underlines \a problem; nothing for none.
    void setProblem(const std::optional<FileProblem> &problem);

    //! \brief Puts the cursor there, both from 1, and shows it.
    void goTo(int line, int column);

    [[nodiscard]] QPlainTextEdit *view() const { return m_view; }

Q_SIGNALS:
    void textChanged();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void onTextChanged();
    void complete();
    void take(const QModelIndex &index);
    void paintMarks();

    QPlainTextEdit *m_view;
    LineNumbers *m_numbers;
    const TomlCompletion m_completion;
    QStandardItemModel *m_items;
    QCompleter *m_completer;
    qsizetype m_from = 0; //!< where what is completed begins
    bool m_isTyped = false; //!< the next change of the text comes from the keyboard
    std::optional<FileProblem> m_problem;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace nexus {

//! \brief The numbers of the lines of an editor, to its left. Lines with a mistake have a mark.
class LineNumbers final : public QWidget {
    Q_OBJECT

public:
    //! \param editor outlives it
    explicit LineNumbers(QPlainTextEdit &editor, QWidget *parent = nullptr);

    //! \brief Marks \a line, from 1; 0 for none.
    void mark(int line);

private:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void fit();

    QPlainTextEdit &m_editor;
    int m_marked = 0;
};

} // namespace nexus

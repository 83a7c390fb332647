// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace nexus {

//! \brief Finds words in an editor. Hidden until it is opened; Escape closes it.
class FindBar final : public QFrame {
    Q_OBJECT

public:
    //! \param editor outlives it
    explicit FindBar(QPlainTextEdit &editor, QWidget *parent = nullptr);

    //! \brief Shows it, with what is selected in the editor.
    void open();

private:
    void find(bool isBackward, bool isFresh);
    void count();
    void close();

    QPlainTextEdit &m_editor;
    QLineEdit *m_words;
    QLabel *m_count;
};

} // namespace nexus

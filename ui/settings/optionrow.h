// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace nexus {

//! \brief One line of a form: its name and what it does to the left, its field to the right, and below the
//! field what is wrong or how to get the default back.
class OptionRow final : public QWidget {
    Q_OBJECT

public:
    //! \param remark a second, dim line, empty for none
    OptionRow(const QString &name, const QString &help, const QString &remark, QWidget *field,
        QWidget *parent = nullptr);

    //! \brief Offers the default, which \a text names; empty for no offer.
    void offerDefault(const QString &text);

    //! \brief Says what is wrong, empty when nothing is.
    void setProblem(const QString &problem);
    [[nodiscard]] QString problem() const;

    //! \brief Whether a line parts it from the row above.
    void setParted(bool isParted);

    //! \brief Whether all \a words occur in its texts or in \a key.
    [[nodiscard]] bool fits(const QStringList &words, const QString &key) const;

    [[nodiscard]] QPushButton *resetButton() const { return m_reset; }

Q_SIGNALS:
    void defaultWanted();

private:
    QFrame *m_line;
    QLabel *m_name;
    QLabel *m_help;
    QLabel *m_default;
    QPushButton *m_reset;
    QLabel *m_problem;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace nexus {

//! \brief One of the first steps: a head with its number, and below it what is to be done, while it is open.
class StepCard final : public QFrame {
    Q_OBJECT

public:
    //! \param body becomes the card's own
    StepCard(int number, const QString &title, QWidget *body, QWidget *parent = nullptr);

    void setOpen(bool isOpen);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    //! \brief Ticks it off, with what came of it.
    void setDone(const QString &summary);
    [[nodiscard]] bool isDone() const { return m_isDone; }

Q_SIGNALS:
    //! Somebody wants to see it.
    void openWanted();

private:
    void showHead();
    void changeEvent(QEvent *event) override;

    int m_number;
    bool m_isOpen = false;
    bool m_isDone = false;
    QLabel *m_mark;
    QPushButton *m_title;
    QLabel *m_summary;
    QWidget *m_body;
};

} // namespace nexus

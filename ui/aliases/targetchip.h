// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>

class QLabel;
class QSpinBox;
class QToolButton;

namespace nexus {

//! \brief One target of an alias: how its provider fares, its name, its weight, and how a test went.
//!
//! It can be dragged, and moved by Alt and an arrow key; the row of chips does the moving.
class TargetChip final : public QFrame {
    Q_OBJECT

public:
    TargetChip(const QString &target, int weight, QWidget *parent = nullptr);

    [[nodiscard]] const QString &target() const { return m_target; }
    [[nodiscard]] int weight() const;

    //! \param icon a name of lineIcon()
    //! \param sentence what it means, for the tool tip and screen readers
    void setHealth(const QString &icon, Tone tone, const QString &sentence);
    void setWeighted(bool isWeighted);
    void setWeight(int weight);
    //! \param text such as a time; empty hides it
    //! \param icon a name of lineIcon()
    void setResult(const QString &text, const QString &icon, Tone tone, const QString &hint);
    [[nodiscard]] QString result() const;

Q_SIGNALS:
    void weightChanged();
    void removeWanted();
    //! One place to the left is -1, to the right is 1.
    void stepWanted(int by);
    //! The pointer that drags it is at \a place of the screen.
    void dragged(const QPoint &place);
    void dropped();

private:
    void describe();
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

    QString m_target;
    QString m_health;
    QPoint m_pressed;
    bool m_isPressed = false;
    bool m_isDragged = false;
    QLabel *m_icon;
    QLabel *m_name;
    QSpinBox *m_weight;
    QLabel *m_resultIcon;
    QLabel *m_result;
    QToolButton *m_remove;
};

} // namespace nexus

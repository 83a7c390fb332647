// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace nexus {

//! \brief What stands where there is nothing to show: a drawing, one sentence, one action.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    //! \param icon a name of lineIcon()
    //! \param action what the button says, empty for none
    void setState(const QString &icon, const QString &sentence, const QString &action = {});

    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void actionClicked();

private:
    void drawIcon();
    void changeEvent(QEvent *event) override;

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace nexus

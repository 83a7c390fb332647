// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace nexus {

//! \brief A sentence across the top of a page that wants attention, with its next step. Hidden until it has
//! one.
class Banner final : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Plain, Good, Warn, Bad };

    explicit Banner(QWidget *parent = nullptr);

    //! \param action what the button says, empty for none
    void say(Kind kind, const QString &sentence, const QString &action = {});

    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void actionClicked();

private:
    void drawIcon();
    void changeEvent(QEvent *event) override;

    Kind m_kind = Kind::Plain;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace nexus

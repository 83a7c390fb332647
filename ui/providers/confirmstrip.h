// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace nexus {

//! \brief Asks once, in place, before something is lost. Hidden until it asks; either button hides it.
class ConfirmStrip final : public QFrame {
    Q_OBJECT

public:
    //! \param name of the buttons for tests: `NAMEConfirmButton`, `NAMEKeepButton`
    explicit ConfirmStrip(const QString &name, QWidget *parent = nullptr);

    //! \param sentence what is lost
    //! \param action what the button says that does it
    void ask(const QString &sentence, const QString &action);

    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void confirmed();

private:
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_confirm;
    QPushButton *m_keep;
};

} // namespace nexus

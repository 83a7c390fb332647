// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>
#include <QTimer>

#include <functional>

namespace nexus {

//! \brief Copies a text to the clipboard and says so in place for two seconds.
class CopyButton final : public QPushButton {
    Q_OBJECT

public:
    //! \param what gives the text at the moment of the click
    CopyButton(const QString &label, std::function<QString()> what, QWidget *parent = nullptr);

Q_SIGNALS:
    void copied();

private:
    void onClicked();

    QString m_label;
    std::function<QString()> m_what;
    QTimer m_back;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace nexus {

//! \brief Lets one console run for each user and file of preferences; a second start raises the first one's
//! window.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    //! \param name of the program and what tells its instances apart
    explicit SingleInstance(QString name, QObject *parent = nullptr);

    //! \brief Asks the one that runs to show itself. \return false when none runs
    [[nodiscard]] bool raiseOther() const;

    //! \brief From now on others ask this one. Takes the place of one that has crashed.
    void listen();

Q_SIGNALS:
    //! Another start asks for the window.
    void raised();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace nexus

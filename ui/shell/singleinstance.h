// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace nexus {

//! \brief Lets one console run for each user and file of preferences; a second start raises the first one's
//! window.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    //! \param name of the program and what tells its instances apart
    explicit SingleInstance(const QString &name, QObject *parent = nullptr);

    //! \brief Asks the one that runs to show itself. \return what it says of itself, nothing when none runs
    [[nodiscard]] std::optional<QString> raiseOther() const;

    //! \brief From now on others ask this one. Takes the place of one that has crashed.
    void listen();

    //! \brief From now on others are told what \a about returns: one line.
    void describe(std::function<QString()> about) { m_about = std::move(about); }

Q_SIGNALS:
    //! Another start asks for the window.
    void raised();

private:
    QString m_name;
    std::function<QString()> m_about;
    QLocalServer m_server;
};

} // namespace nexus

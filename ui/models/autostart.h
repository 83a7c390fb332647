// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace nexus {

//! \brief Whether the system starts a program when its user logs in.
//!
//! An entry in the XDG autostart folder, a value of the user's `Run` key on Windows, a LaunchAgent on macOS.
//! It says what the system says: people change it elsewhere as well. Blocks on small files.
class Autostart final {
public:
    //! \param command the program with its whole path, and its arguments
    explicit Autostart(QStringList command);

    //! \brief For the program that runs, with the file and the address it was started with; for the AppImage
    //! around it where it runs in one.
    [[nodiscard]] static Autostart ofThisProgram();

    [[nodiscard]] bool isEnabled() const;
    [[nodiscard]] Result<void> setEnabled(bool isEnabled);

    //! \brief Where the system looks for it, for people.
    [[nodiscard]] QString place() const;

private:
    QStringList m_command;
};

//! \brief Those of \a arguments, of the command line without the program, that say what is served and where:
//! `-c` with its path made absolute in \a folder, and `-l`.
[[nodiscard]] QStringList loginArguments(const QStringList &arguments, const QString &folder);

//! \brief A desktop entry that starts \a command (Desktop Entry Specification 1.5).
[[nodiscard]] QByteArray autostartEntry(const QStringList &command);
//! \brief A property list that starts \a command (launchd.plist).
[[nodiscard]] QByteArray launchAgent(const QStringList &command);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/environment.h"

#include <QString>

namespace nexus {

//! \brief Where the history is kept: `$XDG_DATA_HOME/nexus/history.sqlite`, else below `~/.local/share`.
[[nodiscard]] inline QString historyPath(const Environment &environment, const QString &home)
{
    const QString data = environment.text(QStringLiteral("XDG_DATA_HOME"));
    // The standard wants relative paths there to be overlooked.
    return (data.startsWith(u'/') ? data : home + QStringLiteral("/.local/share"))
        + QStringLiteral("/nexus/history.sqlite");
}

} // namespace nexus

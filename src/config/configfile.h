// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "secrets/environment.h"

#include <QString>

namespace nexus {

//! \brief The configuration file to read, empty when there is none.
//!
//! \a option (the command line) wins over `NEXUS_CONFIG_PATH`; a file named by either must exist. Then come
//! `nexus.toml` in \a directory and `nexus/nexus.toml` in `$XDG_CONFIG_HOME`, else in `.config` of \a home.
//! With "." for \a directory the result is relative, which is how people like to see it in messages.
[[nodiscard]] Result<QString> findConfigFile(
    const QString &option, const Environment &environment, const QString &directory, const QString &home);

} // namespace nexus

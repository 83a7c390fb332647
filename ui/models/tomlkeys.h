// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configedit/tomlvalues.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace nexus {

//! \brief A key that `nexus.toml` may hold.
struct TomlKey {
    KeyPath path; //!< `*` stands for a name that its writer chooses
    QStringList values; //!< as they are written, when there are few; else empty
    QString help; //!< one sentence, may be empty
};

//! \brief All keys: those of settingsCatalog(), and those that are only written by hand or by other pages.
[[nodiscard]] std::vector<TomlKey> tomlKeys();

} // namespace nexus

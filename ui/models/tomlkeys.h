// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configedit/configtext.h"
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

//! \brief Where a key stands in a text, or the line behind which it would go.
struct TomlPlace {
    int line = 1;
    bool isThere = false;
};

//! \brief The place of \a path in \a text. What is not there goes behind the values of the table nearest to
//! it.
[[nodiscard]] TomlPlace placeOf(const ConfigText &text, const KeyPath &path);

} // namespace nexus

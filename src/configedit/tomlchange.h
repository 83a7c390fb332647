// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configedit/tomlvalues.h"

#include <QByteArray>

namespace nexus {

//! \brief One change of the tree that a TOML text stands for.
struct TomlChange {
    enum class Kind { Set, Remove, Rename };

    Kind kind = Kind::Set;
    KeyPath path;
    TomlValue value = {}; //!< Set
    QString name = {}; //!< Rename
};

//! \brief Whether \a after stands for the tree of \a before with exactly that change.
//!
//! Set makes the tables on its way. Remove may take with it parents that are empty afterwards. False also
//! when either is not TOML, or when the change cannot be made.
[[nodiscard]] bool isExactChange(const QByteArray &before, const QByteArray &after, const TomlChange &change);

} // namespace nexus

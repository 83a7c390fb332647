// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "configedit/layoutedit.h"

#include <vector>

namespace nexus {

//! \brief Writes \a value at \a path, where nothing stands yet.
[[nodiscard]] Result<std::vector<Replacement>> valueInsertion(
    const LayoutEdit &edit, const KeyPath &path, const TomlValue &value);

//! \brief Writes the \a table with a header of its own, and those in it as well; inside an inline table it is
//! inline, and so it is below a dotted key. Nothing may stand at \a path.
[[nodiscard]] Result<std::vector<Replacement>> tableInsertion(
    const LayoutEdit &edit, const KeyPath &path, const TomlValue &table);

} // namespace nexus

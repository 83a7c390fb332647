// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "configedit/layoutedit.h"

namespace nexus {

//! \brief The text of \a array with the items of \a now in place of those of \a old.
//!
//! Where each item has lines of its own, those of items that stay move with them, comments included; else the
//! array is written on one line. \a old is what the text holds there.
[[nodiscard]] Result<QByteArray> revisedArray(
    const LayoutEdit &edit, const LayoutEntry &array, const TomlValue &old, const TomlValue &now);

} // namespace nexus

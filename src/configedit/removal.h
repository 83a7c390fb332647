// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configedit/configtext.h"
#include "configedit/layoutedit.h"

#include <vector>

namespace nexus {

//! \brief What takes the value or table at \a path out of the text, with all below it; empty when there is
//! none.
//!
//! Where blank lines would meet that were apart, one of them goes as well.
[[nodiscard]] std::vector<Replacement> removal(
    const LayoutEdit &edit, const KeyPath &path, CommentAbove comment);

} // namespace nexus

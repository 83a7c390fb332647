// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/commandpalette.h"
#include "ui/widgets/page.h"

namespace nexus {

//! \brief All that the command palette can do now.
//! \param open follows a link, \a quit ends the program
[[nodiscard]] std::vector<PaletteEntry> paletteEntries(const ConsoleParts &parts,
    const std::function<void(const PageLink &)> &open, const std::function<void()> &quit);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/environment.h"

namespace nexus {

//! \brief What can be said of a screen for windows before anything graphical is loaded.
enum class Display {
    None, //!< none is named
    Silent, //!< one is named and does not answer: left over from a session, or of a machine that went away
    There,
};

//! \brief Looks for the display that \a environment names, by `WAYLAND_DISPLAY` or `DISPLAY` (X(7)).
//!
//! Qt ends the process when it cannot open the display, so it is asked first. Blocks, a second at most for
//! each name. A `QT_QPA_PLATFORM` that draws elsewhere is believed. Where windows need no such name (macOS,
//! Windows), the display is always There.
[[nodiscard]] Display findDisplay(const Environment &environment);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace nexus {

//! \brief Goes on as `nexus-console`, which lies beside this program, with the same arguments.
//!
//! Returns when there is none: the program without a window does not need the libraries that windows need,
//! and may be installed alone.
void becomeConsole(char *argv[]);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "secrets/environment.h"

#include <optional>

namespace nexus::keychainbus {

//! \brief Whether \a environment shows a session bus or a desktop that may have one. Asks nobody.
[[nodiscard]] bool isLikely(const Environment &environment);

//! \brief Why no keyring can be asked: no session bus, or no service on it. Blocks while the bus answers.
[[nodiscard]] std::optional<Error> absence();

//! \brief Whether the usual collection of the Secret Service says that it is locked. Blocks for a second at
//! most.
[[nodiscard]] bool isLocked();

} // namespace nexus::keychainbus

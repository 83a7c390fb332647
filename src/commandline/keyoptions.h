// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline/commandline.h"

namespace nexus {

//! \brief Reads the \a words behind `nexus key`. The error repeats none that may be a key.
[[nodiscard]] Result<KeyAsk> readKeyAsk(const QStringList &words);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "secrets/secret.h"

#include <QString>

namespace nexus {

//! \brief Reads a key from the first line of standard input. On a terminal \a prompt is shown first, and what
//! is typed is not. The error says what is wrong with the input and repeats nothing of it.
[[nodiscard]] Result<Secret> readSecretLine(const QString &prompt);

} // namespace nexus

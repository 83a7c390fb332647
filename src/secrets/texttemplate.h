// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "secrets/environment.h"

#include <QString>

namespace nexus {

//! \brief Replaces every `{{ env.NAME }}` in \a text by that variable; white space inside the braces is free.
//!
//! A value that is put in is not expanded again. Fails for a variable that is not set, for any other scope
//! and for braces that do not close. The message names the variable, never a value.
[[nodiscard]] Result<QString> expandTemplate(const QString &text, const Environment &environment);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "secrets/environment.h"
#include "secrets/storedkeys.h"

#include <QString>
#include <QStringList>

namespace nexus {

//! \brief Replaces every `{{ env.NAME }}` in \a text by that variable and every `{{ keychain.NAME }}` by that
//! key; white space inside the braces is free.
//!
//! A value that is put in is not expanded again. Fails for a variable that is not set, for a key that \a keys
//! does not have, for any other scope and for braces that do not close. The message names the variable or the
//! key, never a value.
[[nodiscard]] Result<QString> expandTemplate(
    const QString &text, const Environment &environment, const StoredKeys &keys = {});

//! \brief The names of the keys that \a text asks the keychain for, each once, in their order.
[[nodiscard]] QStringList keychainNames(const QString &text);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline/commandline.h"
#include "secrets/keychain.h"

namespace nexus {

//! \brief Does `nexus key`: sets, lists or removes keys in \a keychain. Runs the event loop of the program.
//! \param mentioned names that the configuration asks for; those that exist are listed, whatever the index
//! says \return the exit code
[[nodiscard]] int runKeyCommand(Keychain &keychain, const KeyAsk &ask, const QStringList &mentioned);

} // namespace nexus

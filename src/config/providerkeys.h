// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "config/tablereader.h"

namespace nexus {

//! \brief Reads what a provider is opened with: its keys and, for bedrock, what it signs with.
//!
//! A key that only the keychain could give, and does not, is no mistake of the file: \a out goes without it,
//! says why in keyProblem, and the context is warned. \a out must have its name.
void readProviderKeys(TableReader &table, ProviderConfig &out);

} // namespace nexus

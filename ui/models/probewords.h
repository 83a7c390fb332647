// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/providerprobe.h"

#include <QString>

namespace nexus {

//! \brief What \a report of \a provider means: what is wrong and what to do, in whole sentences.
[[nodiscard]] QString probeSentence(const ProbeReport &report, const ProviderConfig &provider);

} // namespace nexus

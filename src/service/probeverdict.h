// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "service/providerprobe.h"

namespace nexus {

//! \brief What it means that a provider of \a type answers with \a status when it is asked for its models.
//! \param status any but that of a list
[[nodiscard]] ProbeReport::Verdict verdictOf(ProviderType type, int status);

} // namespace nexus

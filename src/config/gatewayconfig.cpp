// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/gatewayconfig.h"

#include <algorithm>

namespace nexus {

const ProviderConfig *GatewayConfig::provider(const QString &name) const
{
    const auto found = std::ranges::find(llm.providers, name, &ProviderConfig::name);
    return found == llm.providers.end() ? nullptr : &*found;
}

} // namespace nexus

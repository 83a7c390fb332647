// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "config/tablereader.h"
#include "config/trafficreader.h"

namespace nexus {

//! \brief Reads one member of `[llm.providers]`. Timeouts and retries it does not name are taken from \a
//! defaults.
[[nodiscard]] ProviderConfig readProvider(ReadContext &context, const TomlMember &member, const QString &path,
    const LlmConfig &defaults, std::vector<LimitUse> &uses);

//! \brief The provider that answers without a network: type and name `demo`, model `echo`.
[[nodiscard]] ProviderConfig builtInDemo();

//! \brief Adds builtInDemo() to \a llm unless its name is taken; listed only when it stands alone.
void addBuiltInDemo(LlmConfig &llm);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "upstream/aws/sharedfiles.h"

namespace nexus::aws {

//! \brief The region of a provider: configured, else `AWS_REGION`, `AWS_DEFAULT_REGION`, else that of its
//! profile in \a files. May be empty.
[[nodiscard]] QString regionOf(
    const BedrockAccess &access, const Environment &environment, const SharedFiles &files);

//! \brief The profile that \a access means: its own, else the environment's.
[[nodiscard]] QString profileOf(const BedrockAccess &access, const Environment &environment);

//! \brief The Bedrock API key to send as a bearer token in place of a signature; empty to sign.
//!
//! A configured key comes first, then configured AWS keys or a profile, then `AWS_BEARER_TOKEN_BEDROCK`.
[[nodiscard]] Secret bearerTokenOf(const ProviderConfig &provider, const Environment &environment);

} // namespace nexus::aws

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cache/cachecontrol.h"
#include "cache/cachekey.h"
#include "contract/principal.h"
#include "pipeline/modelask.h"
#include "pipeline/rooms.h"

namespace nexus {

//! \brief What the client says about answers from memory.
[[nodiscard]] CacheControl cacheControlOf(const HeaderList &headers);

//! \brief Requests with equal keys may get each other's answers: everything that reaches a provider is in it,
//! and whose the answers are.
[[nodiscard]] CacheKey cacheKeyFor(const ModelAsk &ask, const Principal &who, const Rooms &rooms);

} // namespace nexus

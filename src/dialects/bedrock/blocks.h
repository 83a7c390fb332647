// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatmessage.h"
#include "wire/json.h"

namespace nexus::bedrock {

//! \brief An object with one member, the form of all of Converse's unions. \a value is moved, not copied.
[[nodiscard]] Json single(const char *key, Json value);

//! \brief A `cachePoint` that keeps the prompt for the time that \a mark asks for, where \a hasHourCache.
[[nodiscard]] Json cachePoint(CacheMark mark, bool hasHourCache);

} // namespace nexus::bedrock

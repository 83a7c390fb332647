// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "limits/limitask.h"
#include "limits/limitlevels.h"

namespace nexus {

//! \brief The error for a request that \a verdict does not grant: which limit it is and when to come back.
[[nodiscard]] Error limitRefusal(const LimitCheck &check, const LimitVerdict &verdict);

} // namespace nexus

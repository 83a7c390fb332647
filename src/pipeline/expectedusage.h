// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/modelask.h"
#include "wire/tokenusage.h"

namespace nexus {

//! \brief About what a request will use, before it is sent: its input, and an answer of at most 1,000 tokens,
//! fewer where it or its alias asks for fewer.
//!
//! Most answers end far from the most that they are allowed, so that this is not what is expected of one.
[[nodiscard]] TokenUsage expectedUsage(const ModelAsk &ask);

} // namespace nexus

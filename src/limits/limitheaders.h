// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "limits/limitask.h"
#include "limits/limitlevels.h"
#include "wire/headerlist.h"

#include <QByteArray>

#include <chrono>

namespace nexus {

//! \brief What a client is told about its limits: `x-ratelimit-{limit,remaining,reset}-{requests,tokens}`.
//!
//! Of several limits the one with the least left is told. One that can never let the request pass comes
//! without reset and with `x-should-retry: false`, which the client libraries of OpenAI and Anthropic obey.
[[nodiscard]] HeaderList limitHeaders(const LimitCheck &check, const LimitVerdict &verdict);

//! \brief A duration as OpenAI writes it: `120ms`, `1s`, `6m0s`, `1h0m0s`; seconds are rounded up.
[[nodiscard]] QByteArray resetText(std::chrono::nanoseconds duration);

} // namespace nexus

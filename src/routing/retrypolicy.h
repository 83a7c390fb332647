// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "config/trafficconfig.h"
#include "routing/circuitboard.h"
#include "routing/keyring.h"
#include "routing/randomsource.h"

#include <chrono>
#include <optional>

namespace nexus {

//! \brief Whether the same target may be asked again after \a error, as long as the client has got no byte.
//!
//! That is: no connection; a connection closed before the answer; the statuses 408, 409, 425, 429, 500, 502,
//! 503, 504 and 529; a failure that the provider announced without a status. A provider that let the time for
//! its first byte pass is not asked again.
//! \param hasHead whether the head of an answer had arrived
[[nodiscard]] bool isRetryable(const Error &error, bool hasHead);

//! \brief Whether the next target may be asked after \a error, as long as the client has got no byte.
//!
//! That is whenever this target is the reason: everything that isRetryable(), every timeout, every 5xx and
//! unreadable answer, no usable key, and the refusals 401, 402, 403, 404 and 410. Another refusal, such as
//! 400, 413 or 422, is about the request and would be the same elsewhere.
[[nodiscard]] bool mayFallBack(const Error &error);

//! \brief What \a error tells about the health of the provider that was called. Refusals are a sign of
//! health.
[[nodiscard]] CircuitOutcome circuitOutcomeOf(const Error &error);

//! \brief What \a error tells about the key that was used: 401 and 429 do; 403 only where the provider calls
//! it a matter of the key, since it may be about the model as well.
[[nodiscard]] KeyOutcome keyOutcomeOf(const Error &error);

//! \brief The pause before the repetition number \a attempt, counted from 1: anything from 0 up to
//! \a retries.baseDelay, doubled with every further one and at most \a retries.maxDelay ("full jitter").
[[nodiscard]] std::chrono::milliseconds backoff(
    int attempt, const Retries &retries, const RandomSource &random);

//! \brief backoff(), but not less than what the provider asks for with \a retryAfter.
//! \return nothing when it asks for more than \a retries.maxDelay: this target is not to be asked again
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseBefore(int attempt, const Retries &retries,
    std::optional<std::chrono::milliseconds> retryAfter, const RandomSource &random);

} // namespace nexus

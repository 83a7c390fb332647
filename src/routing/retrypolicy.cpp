// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/retrypolicy.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nexus {

namespace {

using std::chrono::milliseconds;

bool isRetryableStatus(int status)
{
    constexpr std::array statuses {408, 409, 425, 429, 500, 502, 503, 504, 529};
    return std::ranges::find(statuses, status) != statuses.end();
}

bool isRefusalOfTarget(int status)
{
    constexpr std::array statuses {401, 402, 403, 404, 410};
    return std::ranges::find(statuses, status) != statuses.end();
}

} // namespace

bool isRetryable(const Error &error, bool hasHead)
{
    switch (error.kind) {
    case ErrorKind::UpstreamUnreachable:
        return true;
    case ErrorKind::UpstreamInvalid:
        return !hasHead;
    case ErrorKind::UpstreamRefused:
    case ErrorKind::UpstreamTimeout:
        return isRetryableStatus(error.upstreamStatus);
    case ErrorKind::UpstreamFailed:
    case ErrorKind::UpstreamOverloaded:
        return error.upstreamStatus == 0 || isRetryableStatus(error.upstreamStatus);
    case ErrorKind::InvalidRequest:
    case ErrorKind::Unauthenticated:
    case ErrorKind::Forbidden:
    case ErrorKind::ModelNotFound:
    case ErrorKind::PathNotFound:
    case ErrorKind::MethodNotAllowed:
    case ErrorKind::ClientTimeout:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::HeaderTooLarge:
    case ErrorKind::UnsupportedMediaType:
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::Unavailable:
    case ErrorKind::Internal:
        return false;
    }
    return false;
}

bool mayFallBack(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unauthenticated: // this gateway has no key for the provider
    case ErrorKind::UpstreamUnreachable:
    case ErrorKind::UpstreamInvalid:
    case ErrorKind::UpstreamTimeout:
    case ErrorKind::UpstreamFailed:
    case ErrorKind::UpstreamOverloaded:
        return true;
    case ErrorKind::UpstreamRefused:
        return isRefusalOfTarget(error.upstreamStatus) || isRetryableStatus(error.upstreamStatus);
    case ErrorKind::InvalidRequest:
    case ErrorKind::Forbidden:
    case ErrorKind::ModelNotFound:
    case ErrorKind::PathNotFound:
    case ErrorKind::MethodNotAllowed:
    case ErrorKind::ClientTimeout:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::HeaderTooLarge:
    case ErrorKind::UnsupportedMediaType:
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::Unavailable:
    case ErrorKind::Internal:
        return false;
    }
    return false;
}

CircuitOutcome circuitOutcomeOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::UpstreamUnreachable:
    case ErrorKind::UpstreamInvalid:
    case ErrorKind::UpstreamTimeout:
    case ErrorKind::UpstreamFailed:
    case ErrorKind::UpstreamOverloaded:
        return CircuitOutcome::Failure;
    case ErrorKind::UpstreamRefused:
        return CircuitOutcome::Success;
    case ErrorKind::InvalidRequest:
    case ErrorKind::Unauthenticated:
    case ErrorKind::Forbidden:
    case ErrorKind::ModelNotFound:
    case ErrorKind::PathNotFound:
    case ErrorKind::MethodNotAllowed:
    case ErrorKind::ClientTimeout:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::HeaderTooLarge:
    case ErrorKind::UnsupportedMediaType:
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::Unavailable:
    case ErrorKind::Internal:
        return CircuitOutcome::Neutral;
    }
    return CircuitOutcome::Neutral;
}

KeyOutcome keyOutcomeOf(const Error &error)
{
    if (error.kind != ErrorKind::UpstreamRefused) {
        return KeyOutcome::Ok;
    }
    if (error.upstreamStatus == 429) {
        return KeyOutcome::Limited;
    }
    const QByteArray word = (error.type + ' ' + error.code).toLower();
    const bool isAboutKey
        = word.contains("authentication") || word.contains("api_key") || word.contains("apikey");
    const bool isRefused = error.upstreamStatus == 401 || (error.upstreamStatus == 403 && isAboutKey);
    return isRefused ? KeyOutcome::Refused : KeyOutcome::Ok;
}

milliseconds backoff(int attempt, const Retries &retries, const RandomSource &random)
{
    // Beyond this many doublings every base has reached any limit that can be configured.
    constexpr int mostDoublings = 40;
    const double doubled = std::ldexp(
        static_cast<double>(retries.baseDelay.count()), std::clamp(attempt - 1, 0, mostDoublings));
    const double ceiling = std::min(doubled, static_cast<double>(retries.maxDelay.count()));
    return milliseconds(static_cast<qint64>(std::llround(ceiling * random())));
}

std::optional<milliseconds> pauseBefore(
    int attempt, const Retries &retries, std::optional<milliseconds> retryAfter, const RandomSource &random)
{
    if (retryAfter && *retryAfter > retries.maxDelay) {
        return std::nullopt;
    }
    return std::max(backoff(attempt, retries, random), retryAfter.value_or(milliseconds(0)));
}

} // namespace nexus

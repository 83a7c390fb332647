// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/limitrefusal.h"

#include "base/units.h"

#include <algorithm>

namespace nexus {

namespace {

// What keeps the request away longest.
bool isWorse(const LimitState &a, const LimitState &b)
{
    return a.canFit != b.canFit ? !a.canFit : a.retryAfter > b.retryAfter;
}

// What is limited, as the subject of a sentence.
QString subjectOf(LimitScope scope, const QString &name)
{
    switch (scope) {
    case LimitScope::Gateway:
        return QStringLiteral("Requests to this gateway");
    case LimitScope::Address:
        return QStringLiteral("Requests from your address");
    case LimitScope::Provider:
        return QStringLiteral("Your input tokens for the models of '%1'").arg(name);
    case LimitScope::Model:
        return QStringLiteral("Your input tokens for '%1'").arg(name);
    }
    return {};
}

QString keyOf(LimitScope scope)
{
    switch (scope) {
    case LimitScope::Gateway:
        return QStringLiteral("server.rate_limits.global");
    case LimitScope::Address:
        return QStringLiteral("server.rate_limits.per_ip");
    case LimitScope::Provider:
        return QStringLiteral("rate_limits.per_user of the provider");
    case LimitScope::Model:
        return QStringLiteral("rate_limits.per_user of the model");
    }
    return {};
}

} // namespace

Error limitRefusal(const LimitCheck &check, const LimitVerdict &verdict)
{
    const auto state = std::ranges::min_element(verdict.states, isWorse);
    const auto index = static_cast<std::size_t>(state - verdict.states.begin());
    const LimitAsk &ask = check.asks[index];
    const QString subject = subjectOf(check.scopes[index], check.name);
    Error error {.kind = ErrorKind::RateLimited,
        .message = {},
        .detail = QStringLiteral("refused by %1, %2 of %3 free")
                      .arg(keyOf(check.scopes[index]))
                      .arg(state->remaining)
                      .arg(ask.limit)};
    if (ask.limit <= 0) {
        error.message = QStringLiteral("%1 are blocked here, since their limit is 0.").arg(subject);
        return error;
    }
    const QString limit = QStringLiteral("%1 are limited to %2 in %3")
                              .arg(subject)
                              .arg(ask.limit)
                              .arg(formatDuration(ask.interval));
    if (!state->canFit) {
        error.message = QStringLiteral("%1. This request has about %2 and can never fit: send a shorter one.")
                            .arg(limit)
                            .arg(ask.amount);
        return error;
    }
    const auto seconds
        = std::max<qint64>(1, std::chrono::ceil<std::chrono::seconds>(state->retryAfter).count());
    error.message
        = QStringLiteral("%1. Try again in %2.")
              .arg(limit,
                  seconds == 1 ? QStringLiteral("1 second") : QStringLiteral("%1 seconds").arg(seconds));
    error.retryAfter = QByteArray::number(static_cast<qlonglong>(seconds));
    return error;
}

} // namespace nexus

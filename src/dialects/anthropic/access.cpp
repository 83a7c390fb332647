// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/access.h"

namespace nexus::anthropic {

std::optional<qint64> countOf(Json &object, const char *key)
{
    // Far above every count of tokens, and sums of a few still fit.
    constexpr double limit = 1.0e15;
    const Json *const member = memberOf(object, key);
    if (!member || !member->is_number() || !(member->get<double>() >= 0 && member->get<double>() < limit)) {
        return std::nullopt;
    }
    return member->get<qint64>();
}

Error unreadable(const QString &detail)
{
    return {.kind = ErrorKind::UpstreamInvalid,
        .message = QStringLiteral("Anthropic sent an answer that cannot be read. Try again."),
        .detail = detail};
}

} // namespace nexus::anthropic

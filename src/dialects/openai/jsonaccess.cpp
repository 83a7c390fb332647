// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/jsonaccess.h"

#include <cmath>

namespace nexus::openai {

std::optional<qint64> integerOf(Json &object, const char *key)
{
    constexpr double limit = 9.0e18;
    const Json *const member = memberOf(object, key);
    if (!member || !member->is_number()) {
        return std::nullopt;
    }
    if (member->is_number_float() && !(std::abs(member->get<double>()) < limit)) {
        return std::nullopt;
    }
    return member->get<qint64>();
}

} // namespace nexus::openai

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/price.h"

namespace nexus {

TokenRates overlaid(TokenRates base, const TokenRates &change)
{
    for (const auto field : {&TokenRates::input, &TokenRates::output, &TokenRates::cacheRead,
             &TokenRates::cacheWrite, &TokenRates::longCacheWrite, &TokenRates::reasoning}) {
        if (change.*field) {
            base.*field = change.*field;
        }
    }
    return base;
}

} // namespace nexus

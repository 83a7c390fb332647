// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/probeverdict.h"

namespace nexus {

using Verdict = ProbeReport::Verdict;

Verdict verdictOf(ProviderType type, int status)
{
    // Google says 400 to a key it does not know.
    if (status == 401 || status == 403 || (status == 400 && type == ProviderType::Google)) {
        return Verdict::WrongKey;
    }
    if (status == 402 || status == 429) {
        return Verdict::Limited;
    }
    if (status == 408 || status == 504) {
        return Verdict::Timeout;
    }
    if (status >= 500) {
        return Verdict::ProviderFault;
    }
    return Verdict::WrongUrl;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract/requestrecord.h"

namespace nexus {

const char *cacheWord(CacheUse use)
{
    switch (use) {
    case CacheUse::Off:
        return "off";
    case CacheUse::Bypass:
        return "bypass";
    case CacheUse::Miss:
        return "miss";
    case CacheUse::Hit:
    case CacheUse::Shared:
        return "hit";
    }
    return "off";
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/blocks.h"

namespace nexus::bedrock {

Json single(const char *key, Json value)
{
    Json object = Json::object();
    object.emplace(key, std::move(value));
    return object;
}

Json cachePoint(CacheMark mark, bool hasHourCache)
{
    Json point = single("type", "default");
    if (mark == CacheMark::OneHour && hasHourCache) {
        point["ttl"] = "1h";
    }
    return single("cachePoint", std::move(point));
}

} // namespace nexus::bedrock

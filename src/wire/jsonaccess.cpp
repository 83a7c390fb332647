// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/jsonaccess.h"

namespace nexus {

Json *memberOf(Json &object, std::string_view key)
{
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

const Json *memberOf(const Json &object, std::string_view key)
{
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string takeText(Json &object, std::string_view key)
{
    Json *const member = memberOf(object, key);
    return member && member->is_string() ? std::move(member->get_ref<std::string &>()) : std::string();
}

std::string textOf(const Json &object, std::string_view key)
{
    const Json *const member = memberOf(object, key);
    return member && member->is_string() ? member->get_ref<const std::string &>() : std::string();
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/schemabranches.h"

#include "dialects/gemini/jsontext.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

namespace nexus::gemini {

namespace {

// A member that tells the branches apart has another value in each.
void joinValues(Json &member, Json other)
{
    if (arrayOf(member, "enum") == nullptr || arrayOf(other, "enum") == nullptr) {
        return;
    }
    Json &values = member["enum"];
    for (Json &value : other["enum"]) {
        if (std::ranges::find(values, value) == values.end()) {
            values.push_back(std::move(value));
        }
    }
}

} // namespace

void joinSchema(Json &schema, Json other)
{
    for (auto &[key, value] : other.items()) {
        if (!schema.contains(key)) {
            schema[key] = std::move(value);
        } else if (key == "properties" && value.is_object()) {
            for (auto &[name, member] : value.items()) {
                if (!schema[key].contains(name)) {
                    schema[key][name] = std::move(member);
                }
            }
        } else if (key == "required" && value.is_array()) {
            std::ranges::move(value, std::back_inserter(schema[key]));
        }
    }
}

void foldBranches(Json &schema)
{
    if (!schema.contains("anyOf")) {
        return;
    }
    Json branches = std::move(schema["anyOf"]);
    schema.erase("anyOf");
    Json properties = schema.contains("properties") ? std::move(schema["properties"]) : Json::object();
    std::optional<Json> common;
    for (Json &branch : branches) {
        foldBranches(branch);
        Json required = branch.contains("required") ? std::move(branch["required"]) : Json::array();
        if (common) {
            const std::set<Json> names(required.begin(), required.end());
            std::erase_if(common->get_ref<Json::array_t &>(),
                [&names](const Json &name) { return !names.contains(name); });
        } else {
            common = std::move(required);
        }
        if (!branch.contains("properties")) {
            continue;
        }
        for (auto &[name, member] : branch["properties"].items()) {
            if (properties.contains(name)) {
                joinValues(properties[name], std::move(member));
            } else {
                properties[name] = std::move(member);
            }
        }
    }
    if (!properties.empty()) {
        schema["properties"] = std::move(properties);
    }
    if (common && !common->empty()) {
        joinSchema(schema, Json::object({{"required", std::move(*common)}}));
    }
}

} // namespace nexus::gemini

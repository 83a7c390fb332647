// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/schemafit.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace nexus::bedrock {

namespace {

constexpr int deepest = 64;

constexpr std::array<std::string_view, 14> limitKeywords {"minimum", "maximum", "exclusiveMinimum",
    "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "maxItems", "uniqueItems", "minProperties",
    "maxProperties", "patternProperties", "oneOf", "not"};

bool isFit(const Json &schema, bool isDefinition, int depth);

bool areFit(const Json &schemas, bool isDefinition, int depth)
{
    return std::ranges::all_of(
        schemas, [isDefinition, depth](const Json &schema) { return isFit(schema, isDefinition, depth); });
}

bool isObjectType(const Json &schema)
{
    const auto type = schema.find("type");
    if (type == schema.end()) {
        return schema.contains("properties");
    }
    return type->is_array() ? std::ranges::find(*type, Json("object")) != type->end() : *type == "object";
}

bool isMemberFit(const std::string &key, const Json &value, bool isDefinition, int depth)
{
    if (key == "properties") {
        return areFit(value, isDefinition, depth);
    }
    if (key == "$defs" || key == "definitions") {
        return areFit(value, true, depth);
    }
    if (key == "anyOf" || key == "allOf" || key == "prefixItems") {
        return areFit(value, isDefinition, depth);
    }
    if (key == "items") {
        return isFit(value, isDefinition, depth);
    }
    if (key == "minItems") {
        return value.is_number_integer() && (value == 0 || value == 1);
    }
    // A reference inside a definition may be one to itself.
    return key != "$ref"
        || (!isDefinition && value.is_string() && value.get_ref<const std::string &>().starts_with("#/"));
}

bool isFit(const Json &schema, bool isDefinition, int depth)
{
    if (!schema.is_object() || depth > deepest) {
        return false;
    }
    if (isObjectType(schema)) {
        const auto others = schema.find("additionalProperties");
        if (others == schema.end() || *others != false) {
            return false;
        }
    }
    return std::ranges::all_of(schema.items(), [isDefinition, depth](const auto &member) {
        return std::ranges::find(limitKeywords, member.key()) == limitKeywords.end()
            && isMemberFit(member.key(), member.value(), isDefinition, depth + 1);
    });
}

} // namespace

bool isClosedSchema(const Json &schema)
{
    return isFit(schema, false, 0);
}

} // namespace nexus::bedrock

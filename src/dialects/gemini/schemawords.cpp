// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/schemawords.h"

#include "dialects/gemini/jsontext.h"

#include <algorithm>
#include <array>

namespace nexus::gemini {

namespace {

constexpr std::array<std::string_view, 7> typeNames {
    "string", "number", "integer", "boolean", "object", "array", "null"};

std::string typeOfValues(const Json &values)
{
    const auto all = [&values](auto test) { return std::ranges::all_of(values, test); };
    if (all([](const Json &value) { return value.is_string() || value.is_null(); })) {
        return "string";
    }
    if (all([](const Json &value) { return value.is_number_integer() || value.is_null(); })) {
        return "integer";
    }
    if (all([](const Json &value) { return value.is_number() || value.is_null(); })) {
        return "number";
    }
    return all([](const Json &value) { return value.is_boolean() || value.is_null(); }) ? "boolean" : "";
}

} // namespace

bool isKnownType(const Json &type)
{
    return type.is_string()
        && std::ranges::find(typeNames, type.get_ref<const std::string &>()) != typeNames.end();
}

bool suits(std::string_view keyword, std::string_view type)
{
    constexpr std::array<std::string_view, 4> forAll {"title", "description", "default", "example"};
    constexpr std::array<std::string_view, 5> forObjects {
        "properties", "required", "minProperties", "maxProperties", "propertyOrdering"};
    constexpr std::array<std::string_view, 3> forArrays {"items", "minItems", "maxItems"};
    constexpr std::array<std::string_view, 3> forStrings {"pattern", "minLength", "maxLength"};
    const auto isIn
        = [keyword](const auto &words) { return std::ranges::find(words, keyword) != words.end(); };
    const bool isNumeric = type == "integer" || type == "number";
    return isIn(forAll) || (type == "object" && (isIn(forObjects) || keyword == "additionalProperties"))
        || (type == "array" && isIn(forArrays)) || (type == "string" && isIn(forStrings))
        || (isNumeric && (keyword == "minimum" || keyword == "maximum"))
        || ((isNumeric || type == "string") && (keyword == "format" || keyword == "enum"));
}

bool isFormat(std::string_view format, std::string_view type)
{
    return (type == "string" && (format == "date-time" || format == "enum"))
        || (type == "integer" && (format == "int32" || format == "int64"))
        || (type == "number" && (format == "float" || format == "double"));
}

std::string inferredType(const Json &schema)
{
    if (schema.contains("properties") || schema.contains("required")
        || schema.contains("additionalProperties")) {
        return "object";
    }
    if (schema.contains("items") || schema.contains("minItems") || schema.contains("maxItems")) {
        return "array";
    }
    if (const Json *values = arrayOf(schema, "enum"); values != nullptr && !values->empty()) {
        return typeOfValues(*values);
    }
    if (schema.contains("minimum") || schema.contains("maximum")) {
        return "number";
    }
    constexpr std::array<const char *, 4> ofStrings {"pattern", "format", "minLength", "maxLength"};
    const bool isText = std::ranges::any_of(ofStrings, [&](const char *key) { return schema.contains(key); });
    return isText ? "string" : "";
}

} // namespace nexus::gemini

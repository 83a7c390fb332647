// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/schema.h"

#include "dialects/gemini/jsontext.h"
#include "dialects/gemini/schemaconverter.h"

namespace nexus::gemini {

namespace {

ProviderSchema converted(const Json &schema, bool isObject)
{
    if (!schema.is_object() || schema.empty()) {
        return {};
    }
    SchemaConverter subset(schema, SchemaForm::Subset);
    Json tree = subset.convert(isObject);
    if (!subset.isInexpressible()) {
        return {.tree = std::move(tree), .isJsonSchema = false};
    }
    return {.tree = SchemaConverter(schema, SchemaForm::JsonSchema).convert(isObject), .isJsonSchema = true};
}

// Generators write `true` or `{}` where nobody thought of it; only a schema says something.
bool describesMembers(const Json &tree)
{
    const Json *members = objectOf(tree, "properties");
    const Json *others = objectOf(tree, "additionalProperties");
    return (members != nullptr && !members->empty()) || (others != nullptr && !others->empty());
}

} // namespace

ProviderSchema parametersSchema(const Json &schema)
{
    ProviderSchema out = converted(schema, true);
    const bool isEmptyObject
        = out.tree.is_object() && (out.tree.empty() || textOf(out.tree, "type") == "object");
    return isEmptyObject && !describesMembers(out.tree) ? ProviderSchema() : out;
}

ProviderSchema responseSchema(const Json &schema)
{
    return converted(schema, false);
}

} // namespace nexus::gemini

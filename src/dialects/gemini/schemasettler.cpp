// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/schemasettler.h"

#include "dialects/gemini/jsontext.h"
#include "dialects/gemini/schemabranches.h"
#include "dialects/gemini/schemawords.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <unordered_set>
#include <vector>

namespace nexus::gemini {

namespace {

void addSentence(Json &schema, const std::string &sentence)
{
    std::string text = textOf(schema, "description");
    if (!text.empty()) {
        text += ' ';
    }
    schema["description"] = text + sentence;
}

std::string listOf(const Json &values)
{
    std::string list;
    for (const Json &value : values) {
        if (value.is_primitive() && !value.is_null()) {
            list += (list.empty() ? "" : ", ") + toText(value).toStdString();
        }
    }
    return list;
}

class Settler final {
public:
    Settler(SchemaForm form, bool &isInexpressible)
        : m_form(form)
        , m_isInexpressible(isInexpressible)
    { }

    Json settle(Json schema)
    {
        bool isNullable = isTrue(schema, "nullable");
        schema.erase("nullable");
        splitTypes(schema, isNullable);
        settleBranches(schema, isNullable);
        if (schema.contains("anyOf")) {
            return finished(onlyCommon(std::move(schema)), isNullable);
        }
        std::string type = textOf(schema, "type");
        if (type.empty()) {
            type = inferredType(schema);
        }
        if (type.empty()) {
            m_isInexpressible = true;
            return onlyCommon(std::move(schema));
        }
        Json out = fitted(schema, type, isNullable);
        return finished(std::move(out), isNullable);
    }

private:
    // Several types become branches, each with the keywords of its type.
    static void splitTypes(Json &schema, bool &isNullable)
    {
        const Json *types = arrayOf(schema, "type");
        if (types == nullptr) {
            if (const Json *type = memberOf(schema, "type"); type != nullptr && !isKnownType(*type)) {
                schema.erase("type");
            }
            return;
        }
        std::vector<std::string> names;
        bool hasNull = false;
        for (const Json &type : *types) {
            hasNull = hasNull || type == "null";
            const bool isNew
                = std::ranges::none_of(names, [&type](const std::string &name) { return type == name; });
            if (isNew && isKnownType(type) && type != "null") {
                names.push_back(type.get<std::string>());
            }
        }
        isNullable = isNullable || hasNull;
        schema.erase("type");
        if (names.size() == 1) {
            schema["type"] = std::move(names.front());
        } else if (names.empty() && hasNull) {
            schema["type"] = "null";
        } else if (!names.empty() && !schema.contains("anyOf")) {
            Json branches = branchesOf(schema, names);
            schema = onlyCommon(std::move(schema));
            schema["anyOf"] = std::move(branches);
        }
    }

    static Json branchesOf(const Json &schema, const std::vector<std::string> &names)
    {
        Json branches = Json::array();
        for (const std::string &name : names) {
            Json branch = Json::object({{"type", name}});
            for (const auto &[key, value] : schema.items()) {
                const bool isCommon = suits(key, "boolean");
                if (suits(key, name) && !isCommon && key != "enum") {
                    branch[key] = value;
                }
            }
            branches.push_back(std::move(branch));
        }
        return branches;
    }

    void settleBranches(Json &schema, bool &isNullable)
    {
        while (schema.contains("anyOf")) {
            Json branches = std::move(schema["anyOf"]);
            schema.erase("anyOf");
            const auto isNull = [](const Json &branch) { return textOf(branch, "type") == "null"; };
            const auto kept = std::remove_if(branches.begin(), branches.end(), isNull);
            isNullable = isNullable || kept != branches.end();
            branches.erase(kept, branches.end());
            if (branches.empty()) {
                return;
            }
            if (branches.size() > 1) {
                chooseBranches(schema, std::move(branches));
                return;
            }
            joinSchema(schema, std::move(branches.front()));
            isNullable = isNullable || isTrue(schema, "nullable");
            schema.erase("nullable");
            splitTypes(schema, isNullable);
        }
    }

    // Gemini takes branches only where the schema itself says no more than a description.
    void chooseBranches(Json &schema, Json branches)
    {
        const std::string type = textOf(schema, "type");
        if (type == "object" || schema.contains("properties")) {
            schema["anyOf"] = std::move(branches);
            foldBranches(schema);
            return;
        }
        const auto has = [](const char *key) {
            return [key](const Json &branch) { return memberOf(branch, key) != nullptr; };
        };
        if (!type.empty() && std::ranges::all_of(branches, has("enum"))) {
            Json values = Json::array();
            for (Json &branch : branches) {
                std::ranges::move(branch["enum"], std::back_inserter(values));
            }
            schema["enum"] = std::move(values);
            return;
        }
        if (!type.empty() && !std::ranges::all_of(branches, has("type"))) {
            return;
        }
        schema.erase("type");
        for (Json &branch : branches) {
            branch = settle(std::move(branch));
        }
        schema["anyOf"] = std::move(branches);
    }

    static Json onlyCommon(Json schema)
    {
        Json out = Json::object();
        for (auto &[key, value] : schema.items()) {
            if (key == "anyOf" || suits(key, "boolean")) {
                out[key] = std::move(value);
            }
        }
        return out;
    }

    Json fitted(Json &schema, const std::string &type, bool &isNullable)
    {
        Json out = Json::object({{"type", type}});
        for (auto &[key, value] : schema.items()) {
            const bool isTooMuch = key == "additionalProperties" && m_form == SchemaForm::Subset;
            const bool isOtherFormat = key == "format" && !isFormat(textOf(schema, "format"), type);
            if (key != "enum" && suits(key, type) && !isTooMuch && !isOtherFormat) {
                out[key] = std::move(value);
            }
        }
        if (const Json *values = arrayOf(schema, "enum")) {
            fitValues(out, *values, type, isNullable);
        }
        fitBounds(out, schema, type);
        fitRequired(out);
        const Json *properties = objectOf(out, "properties");
        const Json *others = objectOf(schema, "additionalProperties");
        const bool isOpen
            = properties == nullptr || properties->empty() || (others != nullptr && !others->empty());
        const bool isOpenObject = type == "object" && isOpen;
        const bool isOpenArray = type == "array" && !out.contains("items");
        m_isInexpressible = m_isInexpressible || isOpenObject || isOpenArray;
        return out;
    }

    // An enum may hold texts, in JsonSchema numbers too; other values are described.
    void fitValues(Json &out, const Json &values, const std::string &type, bool &isNullable) const
    {
        const bool isNumeric = type == "integer" || type == "number";
        const bool takesNumbers = isNumeric && m_form == SchemaForm::JsonSchema;
        Json fitting = Json::array();
        for (const Json &value : values) {
            isNullable = isNullable || value.is_null();
            const bool isText
                = type == "string" && value.is_string() && !value.get_ref<const std::string &>().empty();
            if (isText || (takesNumbers && value.is_number())) {
                fitting.push_back(value);
            }
        }
        if (!fitting.empty()) {
            out["enum"] = std::move(fitting);
            return;
        }
        if (const std::string list = listOf(values); !list.empty() && type != "string") {
            addSentence(out, "One of: " + list + '.');
        }
    }

    static void fitBounds(Json &out, const Json &schema, const std::string &type)
    {
        if (type != "integer") {
            return;
        }
        const auto narrow = [&](const char *bound, const char *exclusive, qint64 step) {
            const Json *limit = memberOf(out, bound);
            const Json *excluded = memberOf(schema, exclusive);
            const bool isWhole = limit != nullptr && limit->is_number_integer();
            if (isWhole && excluded != nullptr && *limit == *excluded
                && std::abs(limit->get<double>()) < 9e15) {
                out[bound] = limit->get<qint64>() + step;
            }
        };
        narrow("minimum", "exclusiveMinimum", 1);
        narrow("maximum", "exclusiveMaximum", -1);
    }

    static void fitRequired(Json &out)
    {
        std::unordered_set<std::string> members;
        if (const Json *properties = objectOf(out, "properties")) {
            for (const auto &[name, member] : properties->items()) {
                members.insert(name);
            }
        }
        for (const char *key : {"required", "propertyOrdering"}) {
            const Json *names = arrayOf(out, key);
            if (names == nullptr) {
                continue;
            }
            Json known = Json::array();
            for (const Json &name : *names) {
                if (members.contains(name.get_ref<const std::string &>())) {
                    known.push_back(name);
                }
            }
            if (known.empty()) {
                out.erase(key);
            } else {
                out[key] = std::move(known);
            }
        }
    }

    Json finished(Json schema, bool isNullable) const
    {
        if (!isNullable || textOf(schema, "type") == "null") {
            return schema;
        }
        if (m_form == SchemaForm::Subset) {
            schema["nullable"] = true;
        } else if (schema.contains("anyOf")) {
            schema["anyOf"].push_back(Json::object({{"type", "null"}}));
        } else {
            schema["type"] = Json::array({schema["type"], "null"});
        }
        return schema;
    }

    SchemaForm m_form;
    bool &m_isInexpressible;
};

} // namespace

Json settledSchema(Json schema, SchemaForm form, bool &isInexpressible)
{
    return Settler(form, isInexpressible).settle(std::move(schema));
}

} // namespace nexus::gemini

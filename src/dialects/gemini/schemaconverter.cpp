// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/schemaconverter.h"

#include "dialects/gemini/schemabranches.h"
#include "dialects/gemini/schemasettler.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace nexus::gemini {

namespace {

constexpr int maxDepth = 48;
constexpr qsizetype nodeSize = 128;
constexpr qsizetype valueSize = 32;

// One step of a JSON pointer in a fragment (RFC 6901 section 6); percent signs are left to those who use
// them.
std::string unescaped(std::string_view step)
{
    std::string out;
    for (std::size_t i = 0; i < step.size(); ++i) {
        const bool isEscape = step[i] == '~' && i + 1 < step.size();
        if (isEscape && (step[i + 1] == '0' || step[i + 1] == '1')) {
            out += step[++i] == '0' ? '~' : '/';
        } else {
            out += step[i];
        }
    }
    return out;
}

const Json *childOf(const Json &parent, const std::string &step)
{
    if (parent.is_object()) {
        const auto found = parent.find(step);
        return found == parent.end() ? nullptr : &*found;
    }
    std::size_t index = 0;
    const auto [end, problem] = std::from_chars(step.data(), step.data() + step.size(), index);
    const bool isIndex = problem == std::errc() && end == step.data() + step.size();
    return parent.is_array() && isIndex && index < parent.size() ? &parent[index] : nullptr;
}

const Json *findTarget(const Json &root, std::string_view reference)
{
    if (reference == "#") {
        return &root;
    }
    if (!reference.starts_with("#/")) {
        return nullptr;
    }
    const Json *target = &root;
    std::size_t begin = 2;
    while (target != nullptr) {
        const std::size_t slash = reference.find('/', begin);
        const bool isLast = slash == std::string_view::npos;
        target = childOf(*target, unescaped(reference.substr(begin, isLast ? slash : slash - begin)));
        if (isLast) {
            return target;
        }
        begin = slash + 1;
    }
    return nullptr;
}

template<std::size_t size>
bool isOneOf(const std::string &key, const std::array<std::string_view, size> &words)
{
    return std::ranges::find(words, key) != words.end();
}

Json typeOf(const Json &value)
{
    const auto lowered = [](std::string word) {
        std::ranges::transform(
            word, word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        return word;
    };
    if (value.is_string()) {
        return lowered(value.get_ref<const std::string &>());
    }
    Json types = Json::array();
    for (const Json &one : value) {
        if (one.is_string()) {
            types.push_back(lowered(one.get_ref<const std::string &>()));
        }
    }
    return types;
}

} // namespace

Json SchemaConverter::convert(bool isObject)
{
    Json out = loosened(m_root);
    if (isObject) {
        foldBranches(out);
        out.erase("nullable");
        if (!out.contains("type") || out["type"].is_array()) {
            out["type"] = "object";
        }
        const bool isPlain = out["type"] == "object" && !out.contains("properties");
        if (isPlain && !out.contains("additionalProperties")) {
            return out; // a function without parameters, which is nothing that Subset cannot say
        }
    }
    return settledSchema(std::move(out), m_form, m_isInexpressible);
}

Json SchemaConverter::rewritten(const Json &schema)
{
    return settledSchema(loosened(schema), m_form, m_isInexpressible);
}

// The keywords of a schema and of those it refers to, each in a form that Gemini knows, in their order. Not
// yet fitted to one another: what allOf joins must be joined before.
Json SchemaConverter::loosened(const Json &schema)
{
    Json out = Json::object();
    if (!schema.is_object() || m_depth >= maxDepth || !spend(nodeSize)) {
        return out;
    }
    ++m_depth;
    for (const auto &[key, value] : schema.items()) {
        takeKeyword(out, key, value);
    }
    --m_depth;
    return out;
}

void SchemaConverter::takeKeyword(Json &out, const std::string &key, const Json &value)
{
    if (takePlain(out, key, value) || takeBound(out, key, value)) {
        return;
    }
    if (key == "properties") {
        takeProperties(out, value);
    } else if (key == "items" || key == "prefixItems") {
        takeItems(out, value);
    } else if (key == "anyOf" || key == "oneOf") {
        takeBranches(out, value);
    } else if (key == "$ref") {
        takeReference(out, value);
    } else if (key == "allOf" && value.is_array()) {
        for (const Json &member : value) {
            joinSchema(out, loosened(member));
        }
    } else if (key == "additionalProperties" && value.is_object()) {
        out[key] = rewritten(value);
    } else if (key == "additionalProperties" && value.is_boolean()) {
        out[key] = value;
    }
}

// Keywords whose value stays as it is.
bool SchemaConverter::takePlain(Json &out, const std::string &key, const Json &value)
{
    constexpr std::array<std::string_view, 4> texts {"title", "description", "pattern", "format"};
    constexpr std::array<std::string_view, 2> examples {"default", "example"};
    constexpr std::array<std::string_view, 2> names {"required", "propertyOrdering"};
    const auto isText = [](const Json &one) { return one.is_string(); };
    if (isOneOf(key, texts) && value.is_string()) {
        if (spend(qsizetype(value.get_ref<const std::string &>().size()))) {
            out[key] = value;
        }
    } else if ((isOneOf(key, examples) && value.is_primitive() && !value.is_null())
        || (key == "nullable" && value.is_boolean())) {
        out[key] = value;
    } else if (value.is_array()
        && (key == "enum" || (isOneOf(key, names) && std::ranges::all_of(value, isText)))) {
        if (spend(valueSize * qsizetype(value.size()))) {
            out[key] = value;
        }
    } else if (key == "type" && (value.is_string() || value.is_array())) {
        out[key] = typeOf(value);
    } else if (key == "const") {
        out["enum"] = Json::array({value});
    } else {
        return false;
    }
    return true;
}

bool SchemaConverter::takeBound(Json &out, const std::string &key, const Json &value) const
{
    constexpr std::array<std::string_view, 6> counts {
        "minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties"};
    if (!value.is_number()) {
        return false;
    }
    if (isOneOf(key, counts)) {
        if (value.get<double>() >= 0 && value.get<double>() < 9e15) {
            out[key] = value.get<qint64>();
        }
    } else if (key == "minimum" || key == "maximum") {
        out[key] = value;
    } else if (key == "exclusiveMinimum" || key == "exclusiveMaximum") {
        // The nearest bound that can be said; settledSchema() makes it exact for whole numbers.
        const char *bound = key == "exclusiveMinimum" ? "minimum" : "maximum";
        if (!out.contains(bound)) {
            out[bound] = value;
            out[key] = value;
        }
    } else {
        return false;
    }
    return true;
}

void SchemaConverter::takeProperties(Json &out, const Json &value)
{
    if (!value.is_object()) {
        return;
    }
    Json &properties = out["properties"];
    if (!properties.is_object()) {
        properties = Json::object();
    }
    for (const auto &[name, schema] : value.items()) {
        const bool isForbidden = schema.is_boolean() && !schema.get<bool>();
        if (!isForbidden && spend(qsizetype(name.size()))) {
            properties[name] = rewritten(schema);
        }
    }
}

// A list of schemas is a tuple, of which Gemini can say what its elements may be, not where.
void SchemaConverter::takeItems(Json &out, const Json &value)
{
    if (out.contains("items")) {
        return;
    }
    if (value.is_object()) {
        out["items"] = rewritten(value);
        return;
    }
    if (!value.is_array() || value.empty()) {
        return;
    }
    Json branches = Json::array();
    for (const Json &element : value) {
        Json branch = rewritten(element);
        if (branches.empty() || branches.back() != branch) {
            branches.push_back(std::move(branch));
        }
    }
    Json items = Json::object({{"anyOf", std::move(branches)}});
    out["items"] = settledSchema(std::move(items), m_form, m_isInexpressible);
}

void SchemaConverter::takeBranches(Json &out, const Json &value)
{
    if (!value.is_array() || value.empty() || out.contains("anyOf")) {
        return;
    }
    Json branches = Json::array();
    // Not fitted yet: a branch may be a condition on what stands beside it and say nothing alone.
    for (const Json &branch : value) {
        branches.push_back(loosened(branch));
    }
    out["anyOf"] = std::move(branches);
}

void SchemaConverter::takeReference(Json &out, const Json &value)
{
    const Json *target
        = value.is_string() ? findTarget(m_root, value.get_ref<const std::string &>()) : nullptr;
    if (target == nullptr || std::ranges::find(m_open, target) != m_open.end()) {
        return;
    }
    m_open.push_back(target);
    joinSchema(out, loosened(*target));
    m_open.pop_back();
}

bool SchemaConverter::spend(qsizetype size)
{
    m_budget -= size;
    return m_budget >= 0;
}

} // namespace nexus::gemini

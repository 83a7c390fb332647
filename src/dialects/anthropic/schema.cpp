// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/schema.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nexus::anthropic {

namespace {

using namespace std::string_view_literals;

constexpr std::array formats {"date-time"sv, "time"sv, "date"sv, "duration"sv, "email"sv, "hostname"sv,
    "uri"sv, "ipv4"sv, "ipv6"sv, "uuid"sv};
constexpr std::array plainWords {
    "type"sv, "enum"sv, "const"sv, "description"sv, "title"sv, "default"sv, "required"sv, "$ref"sv};
constexpr std::array wordsWithoutEffect {
    "$schema"sv, "$id"sv, "$comment"sv, "examples"sv, "readOnly"sv, "writeOnly"sv, "deprecated"sv};
constexpr int deepest = 64;

bool isZeroOrOne(const Json &value)
{
    return value.is_number_integer() && (value.get<int>() == 0 || value.get<int>() == 1);
}

template<std::size_t count>
bool isOneOf(std::string_view word, const std::array<std::string_view, count> &words)
{
    return std::ranges::find(words, word) != words.end();
}

const Json *memberOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

bool isText(const Json *value, std::string_view text)
{
    return value && value->is_string() && value->get_ref<const std::string &>() == text;
}

// One pass over a schema that writes it anew in the narrow form and notes what had to change.
class Narrowing final {
public:
    explicit Narrowing(GrammarLoad &load)
        : m_load(load)
    { }

    [[nodiscard]] bool isPossible() const { return m_isPossible && !refersToItself(); }
    [[nodiscard]] bool isUnchanged() const { return m_isUnchanged; }

    Json schema(const Json &from, int depth)
    {
        if (!from.is_object() || depth > deepest) {
            m_isPossible = false;
            return Json::object();
        }
        Json to = Json::object();
        Json left = Json::object();
        for (const auto &[word, value] : from.items()) {
            if (!keyword(word, value, to, depth)) {
                left[word] = value;
            }
        }
        close(from, to);
        explain(std::move(left), to);
        count(to);
        return to;
    }

private:
    // Whether the word has gone into the narrow form.
    bool keyword(const std::string &word, const Json &value, Json &to, int depth)
    {
        if (word == "properties" || (depth > 0 && isDefinitions(word))) {
            to[word] = schemas(value, depth);
        } else if (isDefinitions(word)) {
            to[word] = definitions(word, value);
        } else if (word == "items") {
            to[word] = schema(value, depth + 1);
        } else if (word == "anyOf" || word == "oneOf" || word == "allOf") {
            m_isUnchanged = m_isUnchanged && word != "oneOf";
            to[word == "allOf" ? "allOf" : "anyOf"] = list(value, depth);
        } else if (word == "additionalProperties") {
            m_isPossible = m_isPossible && (value.is_boolean() || value.is_null());
            m_isUnchanged = m_isUnchanged && value == false;
        } else if (word == "format" && value.is_string()) {
            const bool isKnown = isOneOf(value.get_ref<const std::string &>(), formats);
            if (isKnown) {
                to[word] = value;
            }
            return isKnown;
        } else if (word == "minItems" && isZeroOrOne(value)) {
            to[word] = value;
        } else if (isOneOf(word, plainWords)) {
            plain(word, value, to);
        } else {
            return false;
        }
        return true;
    }

    static bool isDefinitions(std::string_view word) { return word == "$defs" || word == "definitions"; }

    void plain(const std::string &word, const Json &value, Json &to)
    {
        if (word == "$ref") {
            // Only a definition of the same schema.
            const std::string target = value.is_string() ? value.get<std::string>() : std::string();
            m_isPossible = m_isPossible && target.starts_with("#/");
            m_references.emplace_back(m_definition, target);
        }
        to[word] = value;
    }

    Json definitions(const std::string &word, const Json &from)
    {
        Json to = Json::object();
        if (!from.is_object()) {
            m_isPossible = false;
            return to;
        }
        for (const auto &[name, value] : from.items()) {
            m_definition = "#/";
            m_definition.append(word).append("/").append(name);
            to[name] = schema(value, 1);
        }
        m_definition.clear();
        return to;
    }

    // Takes away what refers to nothing that is left, until all is gone or only circles are left.
    bool refersToItself() const
    {
        auto left = m_references;
        for (std::size_t before = left.size() + 1; left.size() < before;) {
            before = left.size();
            const auto all = left;
            std::erase_if(left, [&all](const auto &reference) {
                return std::ranges::none_of(
                    all, [&reference](const auto &other) { return other.first == reference.second; });
            });
        }
        return !left.empty();
    }

    Json schemas(const Json &from, int depth)
    {
        Json to = Json::object();
        if (!from.is_object()) {
            m_isPossible = false;
            return to;
        }
        for (const auto &[name, value] : from.items()) {
            to[name] = schema(value, depth + 1);
        }
        return to;
    }

    Json list(const Json &from, int depth)
    {
        Json to = Json::array();
        if (!from.is_array()) {
            m_isPossible = false;
            return to;
        }
        for (const Json &value : from) {
            to.push_back(schema(value, depth + 1));
        }
        return to;
    }

    void close(const Json &from, Json &to)
    {
        const bool isObject = isText(memberOf(from, "type"), "object") || from.contains("properties");
        if (!isObject) {
            return;
        }
        // Without named members it is a map, and closed it would always be empty.
        const Json *const members = memberOf(from, "properties");
        const Json *const others = memberOf(from, "additionalProperties");
        const bool isMap = !members || !members->is_object() || members->empty();
        m_isPossible = m_isPossible && (!isMap || (others && *others == false));
        m_isUnchanged = m_isUnchanged && others;
        to["additionalProperties"] = false;
    }

    void explain(Json left, Json &to)
    {
        for (const std::string_view word : wordsWithoutEffect) {
            left.erase(std::string(word));
        }
        if (left.empty()) {
            return;
        }
        m_isUnchanged = false;
        const Json *const old = memberOf(to, "description");
        std::string text = old && old->is_string() ? old->get<std::string>() + "\n\n" : std::string();
        text += left.dump(-1, ' ', false, Json::error_handler_t::replace);
        to["description"] = std::move(text);
    }

    void count(const Json &to)
    {
        const Json *const type = memberOf(to, "type");
        m_load.unions += to.contains("anyOf") || (type && type->is_array()) ? 1 : 0;
        if (const Json *const members = memberOf(to, "properties")) {
            const Json *const required = memberOf(to, "required");
            const std::size_t named = required && required->is_array() ? required->size() : 0;
            m_load.optionalMembers += static_cast<int>(members->size() - std::min(named, members->size()));
        }
    }

    GrammarLoad &m_load;
    std::string m_definition; // pointer of the definition under way
    std::vector<std::pair<std::string, std::string>> m_references; // from a definition to its target
    bool m_isPossible = true;
    bool m_isUnchanged = true;
};

void addMembers(Json &schema, const Json &branch, bool keepsRequired)
{
    if (!branch.is_object()) {
        return;
    }
    if (const Json *const members = memberOf(branch, "properties"); members && members->is_object()) {
        Json &own = schema["properties"];
        own = own.is_object() ? std::move(own) : Json::object();
        for (const auto &[name, value] : members->items()) {
            if (!own.contains(name)) {
                own[name] = value;
            }
        }
    }
    const Json *const required = memberOf(branch, "required");
    if (keepsRequired && required && required->is_array()) {
        Json &own = schema["required"];
        own = own.is_array() ? std::move(own) : Json::array();
        own.insert(own.end(), required->begin(), required->end());
    }
}

} // namespace

Json inputSchema(Json parameters)
{
    if (!parameters.is_object() || parameters.empty()) {
        return Json {{"type", "object"}, {"properties", Json::object()}};
    }
    for (const char *const word : {"anyOf", "oneOf", "allOf"}) {
        const auto found = parameters.find(word);
        if (found == parameters.end()) {
            continue;
        }
        const Json branches = std::move(*found);
        parameters.erase(word);
        if (branches.is_array()) {
            for (const Json &branch : branches) {
                addMembers(parameters, branch, std::string_view(word) == "allOf");
            }
        }
    }
    if (!isText(memberOf(parameters, "type"), "object")) {
        parameters["type"] = "object";
    }
    return parameters;
}

bool isNarrow(const Json &schema, GrammarLoad &load)
{
    Narrowing narrowing(load);
    const Json narrow = narrowing.schema(schema, 0);
    return narrowing.isPossible() && narrowing.isUnchanged();
}

std::optional<Json> narrowed(const Json &schema, GrammarLoad &load)
{
    Narrowing narrowing(load);
    Json narrow = narrowing.schema(schema, 0);
    return narrowing.isPossible() ? std::optional(std::move(narrow)) : std::nullopt;
}

} // namespace nexus::anthropic

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/demoschema.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace nexus {

namespace {

constexpr int maxDepth = 12;
constexpr int optionalDepth = 4; // deeper than this only what is required is filled in
constexpr std::size_t maxValues = 2000;
constexpr std::size_t bytesPerValue = 256;
constexpr std::int64_t maxItems = 8;
constexpr std::int64_t maxPadding = 1000;

const Json *member(const Json &schema, const char *key)
{
    const auto found = schema.find(key);
    return found == schema.end() ? nullptr : &*found;
}

class Sampler final {
public:
    Sampler(const Json &root, const std::string &userText)
        : m_root(root)
        , m_userText(userText)
    { }

    Json sample(const Json &schema, const std::string &name, int depth);

private:
    [[nodiscard]] const Json *resolve(const Json &reference) const;
    [[nodiscard]] Json fromOptions(const Json &options, const std::string &name, int depth);
    [[nodiscard]] Json fromAll(const Json &parts, const std::string &name, int depth);
    [[nodiscard]] Json ofType(const Json &schema, const std::string &name, int depth);
    [[nodiscard]] Json object(const Json &schema, int depth);
    [[nodiscard]] Json array(const Json &schema, const std::string &name, int depth);
    [[nodiscard]] Json string(const Json &schema, const std::string &name);
    [[nodiscard]] Json copyOf(const Json &value);
    void chooseTextProperty(const Json &schema, int depth);
    [[nodiscard]] bool isLimitReached(int depth) const { return depth > maxDepth || m_values > maxValues; }

    const Json &m_root;
    const std::string &m_userText;
    const Json *m_textSchema = nullptr; // the property that takes the user's text
    bool m_isTextUsed = false;
    std::size_t m_values = 0; // made so far; long texts count for several
};

std::string typeOf(const Json &schema)
{
    if (const Json *const type = member(schema, "type")) {
        if (type->is_string()) {
            return type->get<std::string>();
        }
        if (type->is_array()) {
            const auto found = std::ranges::find_if(
                *type, [](const Json &option) { return option.is_string() && option != "null"; });
            return found == type->end() ? "null" : found->get<std::string>();
        }
    }
    if (member(schema, "properties")) {
        return "object";
    }
    return member(schema, "items") || member(schema, "prefixItems") ? "array" : "string";
}

bool isRequired(const Json &schema, const std::string &name)
{
    const Json *const required = member(schema, "required");
    return required && required->is_array() && std::ranges::find(*required, Json(name)) != required->end();
}

std::int64_t bound(const Json &schema, const char *key, std::int64_t otherwise, std::int64_t most)
{
    const Json *const value = member(schema, key);
    return value && value->is_number_integer() ? std::clamp<std::int64_t>(value->get<std::int64_t>(), 0, most)
                                               : otherwise;
}

Json number(const Json &schema)
{
    const auto at = [&schema](const char *key) {
        const Json *const value = member(schema, key);
        return value && value->is_number() ? value : nullptr;
    };
    if (const Json *const minimum = at("minimum")) {
        return *minimum;
    }
    if (const Json *const below = at("exclusiveMinimum")) {
        return below->is_number_integer() ? Json(below->get<std::int64_t>() + 1)
                                          : Json(below->get<double>() + 1);
    }
    if (const Json *const maximum = at("maximum"); maximum && maximum->get<double>() < 1) {
        return *maximum;
    }
    return 1;
}

const char *textOfFormat(const std::string &format)
{
    if (format == "date") {
        return "2024-01-01";
    }
    if (format == "date-time") {
        return "2024-01-01T12:00:00Z";
    }
    if (format == "time") {
        return "12:00:00Z";
    }
    if (format == "email") {
        return "echo@example.com";
    }
    if (format == "uri") {
        return "https://example.com/";
    }
    return format == "uuid" ? "00000000-0000-4000-8000-000000000000" : nullptr;
}

const Json *Sampler::resolve(const Json &reference) const
{
    if (!reference.is_string()) {
        return nullptr;
    }
    const QString path = QString::fromStdString(reference.get<std::string>());
    if (!path.startsWith(QLatin1Char('#'))) {
        return nullptr;
    }
    const Json *place = &m_root;
    for (QString step : path.sliced(1).split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        step = QUrl::fromPercentEncoding(step.toUtf8());
        step.replace(QStringLiteral("~1"), QStringLiteral("/"))
            .replace(QStringLiteral("~0"), QStringLiteral("~"));
        const auto found = place->is_object() ? place->find(step.toStdString()) : place->end();
        if (found == place->end()) {
            return nullptr;
        }
        place = &*found;
    }
    return place;
}

// What a schema holds ready. It counts by its size, since a reference may copy it again and again.
Json Sampler::copyOf(const Json &value)
{
    m_values += static_cast<std::size_t>(toText(value).size()) / bytesPerValue;
    return value;
}

Json Sampler::sample(const Json &schema, const std::string &name, int depth)
{
    m_values += 1 + name.size() / bytesPerValue;
    if (!schema.is_object() || isLimitReached(depth)) {
        return schema == true ? Json(name) : Json();
    }
    if (const Json *const reference = member(schema, "$ref")) {
        const Json *const target = resolve(*reference);
        return target ? sample(*target, name, depth + 1) : Json(name);
    }
    if (const Json *const constant = member(schema, "const")) {
        return copyOf(*constant);
    }
    if (const Json *const list = member(schema, "enum"); list && list->is_array() && !list->empty()) {
        return copyOf(list->front());
    }
    if (const Json *const standard = member(schema, "default")) {
        return copyOf(*standard);
    }
    for (const char *key : {"anyOf", "oneOf"}) {
        const Json *const options = member(schema, key);
        if (options && options->is_array() && !options->empty()) {
            return fromOptions(*options, name, depth);
        }
    }
    if (const Json *const parts = member(schema, "allOf"); parts && parts->is_array() && !parts->empty()) {
        return fromAll(*parts, name, depth);
    }
    return ofType(schema, name, depth);
}

// The first option that says something; deep down the null that ends a schema which contains itself.
Json Sampler::fromOptions(const Json &options, const std::string &name, int depth)
{
    const auto isNull = [](const Json &option) { return option.is_object() && typeOf(option) == "null"; };
    const bool hasNull = std::ranges::any_of(options, isNull);
    const auto found = std::ranges::find_if_not(options, isNull);
    if (found == options.end() || (hasNull && depth > optionalDepth)) {
        return {};
    }
    return sample(*found, name, depth + 1);
}

Json Sampler::fromAll(const Json &parts, const std::string &name, int depth)
{
    Json merged;
    for (const Json &part : parts) {
        Json value = sample(part, name, depth + 1);
        if (merged.is_object() && value.is_object()) {
            merged.update(value);
        } else if (merged.is_null()) {
            merged = std::move(value);
        }
    }
    return merged;
}

Json Sampler::ofType(const Json &schema, const std::string &name, int depth)
{
    const std::string type = typeOf(schema);
    if (type == "object") {
        return object(schema, depth);
    }
    if (type == "array") {
        return array(schema, name, depth);
    }
    if (type == "integer" || type == "number") {
        return number(schema);
    }
    if (type == "boolean") {
        return true;
    }
    return type == "null" ? Json() : string(schema, name);
}

void Sampler::chooseTextProperty(const Json &schema, int depth)
{
    if (m_textSchema || depth > 1) {
        return;
    }
    for (const auto &[key, property] : schema["properties"].items()) {
        if (isRequired(schema, key) && property.is_object() && typeOf(property) == "string"
            && !property.contains("enum") && !property.contains("const") && !property.contains("$ref")) {
            m_textSchema = &property;
            return;
        }
    }
}

Json Sampler::object(const Json &schema, int depth)
{
    Json result = Json::object();
    const Json *const properties = member(schema, "properties");
    if (!properties || !properties->is_object()) {
        return result;
    }
    chooseTextProperty(schema, depth);
    const bool takesOptional = depth <= optionalDepth && !member(schema, "required");
    for (const auto &[key, property] : properties->items()) {
        if ((takesOptional || isRequired(schema, key)) && !isLimitReached(depth)) {
            result[key] = sample(property, key, depth + 1);
        }
    }
    return result;
}

Json Sampler::array(const Json &schema, const std::string &name, int depth)
{
    Json result = Json::array();
    if (const Json *const prefix = member(schema, "prefixItems"); prefix && prefix->is_array()) {
        for (const Json &item : *prefix) {
            result.push_back(sample(item, name, depth + 1));
        }
    }
    const Json *const items = member(schema, "items");
    const std::int64_t wanted = bound(schema, "minItems", depth < optionalDepth ? 1 : 0, maxItems);
    const std::int64_t most = bound(schema, "maxItems", maxItems, maxItems);
    while (items && std::ssize(result) < std::min(wanted, most) && !isLimitReached(depth)) {
        result.push_back(sample(*items, name, depth + 1));
    }
    return result;
}

Json Sampler::string(const Json &schema, const std::string &name)
{
    const Json *const format = member(schema, "format");
    const char *const fixed
        = format && format->is_string() ? textOfFormat(format->get<std::string>()) : nullptr;
    if (fixed) {
        return fixed;
    }
    const bool takesUserText = &schema == m_textSchema && !std::exchange(m_isTextUsed, true);
    const QString text = QString::fromStdString(takesUserText ? m_userText : name);
    QList<uint> characters = text.toUcs4();
    const std::int64_t least = bound(schema, "minLength", 0, maxPadding);
    const std::int64_t most = bound(schema, "maxLength", characters.size(), characters.size());
    characters.resize(std::min<qsizetype>(characters.size(), most));
    while (characters.size() < least) {
        characters.append('x');
    }
    const auto *const data = reinterpret_cast<const char32_t *>(characters.constData());
    return QString::fromUcs4(data, characters.size()).toStdString();
}

} // namespace

Json sampleOfSchema(const Json &schema, const std::string &userText)
{
    Sampler sampler(schema, userText);
    return sampler.sample(schema, "value", 0);
}

} // namespace nexus

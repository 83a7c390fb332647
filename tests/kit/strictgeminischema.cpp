// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictgeminirules.h"

#include <QByteArray>

#include <algorithm>
#include <set>

namespace nexus::kit {

namespace {

using Refusal = std::optional<GeminiRefusal>;

Refusal refuse(const std::string &place, const std::string &words)
{
    return GeminiRefusal {"* GenerateContentRequest." + place + ": " + words + "\n", place};
}

std::string typeOf(const Json &schema)
{
    return QByteArray::fromStdString(schema.value("type", std::string())).toUpper().toStdString();
}

Refusal checkFormat(const Json &schema, const std::string &type, const std::string &place)
{
    const std::string format = schema.value("format", std::string());
    if (format.empty()) {
        return std::nullopt;
    }
    if (type == "STRING" && format != "enum" && format != "date-time") {
        return refuse(place + ".format", "only 'enum' and 'date-time' are supported for STRING type");
    }
    if (type == "NUMBER" && format != "float" && format != "double") {
        return refuse(place + ".format", "only 'float' and 'double' are supported for NUMBER type");
    }
    if (type == "INTEGER" && format != "int32" && format != "int64") {
        return refuse(place + ".format", "only 'int32' and 'int64' are supported for INTEGER type");
    }
    return std::nullopt;
}

Refusal checkEnum(const Json &schema, const std::string &type, const std::string &place)
{
    const Json values = schema.value("enum", Json::array());
    if (!values.empty() && type != "STRING") {
        return refuse(place + ".enum", "only allowed for STRING type");
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] == "") {
            return refuse(place + ".enum[" + std::to_string(i) + ']', "cannot be empty");
        }
    }
    return std::nullopt;
}

Refusal checkObject(const Json &schema, const std::string &type, const std::string &place)
{
    const Json properties = schema.value("properties", Json::object());
    if (type != "OBJECT") {
        return properties.empty() ? std::nullopt
                                  : refuse(place + ".properties", "only allowed for OBJECT type");
    }
    if (properties.empty()) {
        return refuse(place + ".properties", "should be non-empty for OBJECT type");
    }
    const Json required = schema.value("required", Json::array());
    for (std::size_t i = 0; i < required.size(); ++i) {
        if (!properties.contains(required[i].get<std::string>())) {
            return refuse(place + ".required[" + std::to_string(i) + ']', "property is not defined");
        }
    }
    return std::nullopt;
}

Refusal checkInside(const Json &schema, const std::string &place)
{
    const Json properties = schema.value("properties", Json::object());
    for (const auto &[name, property] : properties.items()) {
        if (Refusal refusal = geminiSchemaRefusal(property, place + ".properties[" + name + ']')) {
            return refusal;
        }
    }
    const Json choices = schema.value("anyOf", Json::array());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (Refusal refusal = geminiSchemaRefusal(choices[i], place + ".any_of[" + std::to_string(i) + ']')) {
            return refusal;
        }
    }
    return schema.contains("items") ? geminiSchemaRefusal(schema["items"], place + ".items") : std::nullopt;
}

} // namespace

std::optional<GeminiRefusal> geminiSchemaRefusal(const Json &schema, const std::string &place)
{
    const std::set<std::string> types {
        "", "STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL", "TYPE_UNSPECIFIED"};
    const std::string type = typeOf(schema);
    if (!types.contains(type)) {
        return GeminiRefusal {"Invalid value at '" + place
                + ".type' (type.googleapis.com/google.ai.generativelanguage.v1beta.Type), "
                + schema["type"].dump(),
            place + ".type"};
    }
    if (type.empty() && !schema.contains("anyOf")) {
        return refuse(place + ".type", "must be specified");
    }
    if (type == "ARRAY" && !schema.contains("items")) {
        return refuse(place + ".items", "missing field.");
    }
    for (const auto check : {&checkFormat, &checkEnum, &checkObject}) {
        if (Refusal refusal = check(schema, type, place)) {
            return refusal;
        }
    }
    return checkInside(schema, place);
}

} // namespace nexus::kit

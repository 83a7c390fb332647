// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictshape.h"

#include "strictsignature.h"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace nexus::kit {

namespace {

std::string snakeCase(const std::string &name)
{
    std::string snake;
    for (const char letter : name) {
        const auto code = static_cast<unsigned char>(letter);
        if (std::isupper(code) != 0) {
            snake += '_';
        }
        snake += static_cast<char>(std::tolower(code));
    }
    return snake;
}

std::vector<std::string> splitChoices(const std::string &type)
{
    std::vector<std::string> choices;
    std::istringstream stream(type);
    for (std::string choice; std::getline(stream, choice, '|');) {
        choices.push_back(choice);
    }
    return choices;
}

bool isLiteral(const std::string &type)
{
    return type.starts_with('\'');
}

bool isPlain(const std::string &type)
{
    return !type.empty() && std::islower(static_cast<unsigned char>(type.front())) != 0;
}

bool fitsPlain(const std::string &type, const Json &value)
{
    if (type == "string") {
        return value.is_string();
    }
    if (type == "int") {
        return value.is_number_integer();
    }
    if (type == "number") {
        return value.is_number();
    }
    if (type == "bool") {
        return value.is_boolean();
    }
    if (type == "object") {
        return value.is_object();
    }
    if (type == "null") {
        return value.is_null();
    }
    if (type == "base64") {
        return value.is_string() && isBase64(value.get<std::string>());
    }
    if (type == "base64url") {
        return value.is_string() && isBase64(standardBase64(value.get<std::string>()));
    }
    return type == "any";
}

// Whether the kind of the value, without a look inside, is that of the type.
bool mayBe(const std::string &type, const Json &value)
{
    if (type.ends_with("[]")) {
        return value.is_array();
    }
    if (type.ends_with("{}")) {
        return value.is_object();
    }
    if (isLiteral(type)) {
        return value == type.substr(1, type.size() - 2);
    }
    return isPlain(type) ? fitsPlain(type, value) : value.is_object();
}

std::string joined(const std::vector<std::string> &texts, const std::string &last)
{
    std::string all;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        all += i == 0 ? "" : (i + 1 == texts.size() ? last : ", ");
        all += texts[i];
    }
    return all;
}

std::string steps(const Place &place, bool withTags, bool isGoogle)
{
    std::string text;
    for (const PlaceStep &step : place) {
        if (step.kind == PlaceStep::Kind::Tag && !withTags) {
            continue;
        }
        if (isGoogle && step.kind != PlaceStep::Kind::Member) {
            text += '[' + step.text + (step.kind == PlaceStep::Kind::Entry ? "].value" : "]");
            continue;
        }
        text += text.empty() ? "" : ".";
        text += isGoogle ? snakeCase(step.text) : step.text;
    }
    return text;
}

} // namespace

std::string dottedPlace(const Place &place, bool withTags)
{
    return steps(place, withTags, false);
}

std::string bracketedPlace(const Place &place)
{
    return steps(place, false, true);
}

ShapeBook::ShapeBook(std::string_view table, Null null)
    : m_null(null)
{
    std::istringstream stream {std::string(table)};
    for (std::string line; std::getline(stream, line);) {
        if (!line.empty()) {
            addLine(line);
        }
    }
}

void ShapeBook::addLine(const std::string &line)
{
    std::istringstream stream(line);
    std::string name;
    stream >> name;
    name.pop_back(); // the colon
    Shape shape;
    if (const std::size_t at = name.find('@'); at != std::string::npos) {
        shape.kind = Shape::Kind::Tagged;
        shape.tag = name.substr(at + 1);
        name.resize(at);
        if (const std::size_t slash = shape.tag.find('/'); slash != std::string::npos) {
            shape.defaultTag = shape.tag.substr(slash + 1);
            shape.tag.resize(slash);
        }
    } else if (name.ends_with('^')) {
        shape.kind = Shape::Kind::OneOf;
        name.pop_back();
    }
    for (std::string word; stream >> word;) {
        const std::size_t equals = word.find('=');
        std::string key = word.substr(0, equals);
        const bool isRequired = key.ends_with('!');
        if (isRequired) {
            key.pop_back();
        }
        shape.order.push_back(key);
        shape.members[key] = {word.substr(equals + 1), isRequired};
    }
    m_shapes[name] = std::move(shape);
}

std::optional<Violation> ShapeBook::check(const std::string &shape, const Json &value) const
{
    Place place;
    return checkType(shape, value, place);
}

ShapeBook::Found ShapeBook::checkType(const std::string &type, const Json &value, Place &place) const
{
    const std::vector<std::string> choices = splitChoices(type);
    const auto choice = std::ranges::find_if(choices, [&](const auto &each) { return mayBe(each, value); });
    if (choice == choices.end()) {
        const bool isChoice = isLiteral(choices.front()) && value.is_string();
        return Violation {isChoice ? Violation::Kind::WrongValue : Violation::Kind::WrongType, place,
            joined(choices, " or "), value};
    }
    if (choice->ends_with("[]")) {
        return checkList(choice->substr(0, choice->size() - 2), value, place);
    }
    if (choice->ends_with("{}")) {
        return checkMap(choice->substr(0, choice->size() - 2), value, place);
    }
    return isLiteral(*choice) || isPlain(*choice) ? std::nullopt : checkShape(*choice, value, place);
}

ShapeBook::Found ShapeBook::checkList(const std::string &type, const Json &value, Place &place) const
{
    for (std::size_t i = 0; i < value.size(); ++i) {
        place.push_back({PlaceStep::Kind::Index, std::to_string(i)});
        if (Found found = checkType(type, value[i], place)) {
            return found;
        }
        place.pop_back();
    }
    return std::nullopt;
}

ShapeBook::Found ShapeBook::checkMap(const std::string &type, const Json &value, Place &place) const
{
    std::size_t index = 0;
    for (const auto &[name, member] : value.items()) {
        place.push_back({PlaceStep::Kind::Entry, std::to_string(index++)});
        if (Found found = checkType(type, member, place)) {
            return found;
        }
        place.pop_back();
    }
    return std::nullopt;
}

ShapeBook::Found ShapeBook::checkShape(const std::string &name, const Json &value, Place &place) const
{
    const Shape &shape = m_shapes.at(name);
    if (shape.kind == Shape::Kind::Tagged) {
        return checkTagged(shape, value, place);
    }
    if (Found found = checkMembers(shape, value, place, {})) {
        return found;
    }
    const auto count = std::count_if(value.begin(), value.end(),
        [this](const Json &member) { return m_null == Null::Value || !member.is_null(); });
    if (shape.kind == Shape::Kind::OneOf && count != 1) {
        return Violation {Violation::Kind::NotExactlyOne, place, joined(shape.order, ", "), value};
    }
    return std::nullopt;
}

ShapeBook::Found ShapeBook::checkTagged(const Shape &shape, const Json &value, Place &place) const
{
    const Json tag = value.value(shape.tag, Json(shape.defaultTag));
    const auto known = tag.is_string() ? shape.members.find(tag.get<std::string>()) : shape.members.end();
    if (known == shape.members.end()) {
        std::vector<std::string> tags;
        for (const std::string &each : shape.order) {
            tags.push_back("'" + each + "'");
        }
        return Violation {Violation::Kind::WrongTag, place, joined(tags, ", "), tag};
    }
    if (isPlain(known->second.type)) {
        return std::nullopt;
    }
    place.push_back({PlaceStep::Kind::Tag, known->first});
    if (Found found = checkMembers(m_shapes.at(known->second.type), value, place, shape.tag)) {
        return found;
    }
    place.pop_back();
    return std::nullopt;
}

ShapeBook::Found ShapeBook::checkMembers(
    const Shape &shape, const Json &value, Place &place, const std::string &skipped) const
{
    for (const auto &[name, member] : value.items()) {
        if (name == skipped) {
            continue;
        }
        place.push_back({PlaceStep::Kind::Member, name});
        const auto known = shape.members.find(name);
        if (known == shape.members.end()) {
            return Violation {Violation::Kind::Unknown, place, {}, member};
        }
        const bool isAbsent = member.is_null() && m_null == Null::Absent;
        if (Found found = isAbsent ? std::nullopt : checkType(known->second.type, member, place)) {
            return found;
        }
        place.pop_back();
    }
    for (const std::string &name : shape.order) {
        const bool isThere = value.contains(name) && (m_null == Null::Value || !value.at(name).is_null());
        if (shape.members.at(name).isRequired && !isThere) {
            place.push_back({PlaceStep::Kind::Member, name});
            return Violation {Violation::Kind::Missing, place, {}, {}};
        }
    }
    return std::nullopt;
}

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/tomldocument.h"

#include <toml++/toml.h>

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype MAX_TEXT = 1024 * 1024;
constexpr int MAX_DEPTH = 32;

TextPosition toPosition(const toml::source_position &position)
{
    // Nothing was read before an error at the very start.
    return {std::max<qint64>(position.line, 1), std::max<qint64>(position.column, 1)};
}

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool convert(const toml::node &node, TomlValue &out, int depth);

bool convertTable(const toml::table &table, TomlValue &out, int depth)
{
    out.kind = TomlValue::Kind::Table;
    for (const auto &[key, node] : table) {
        TomlMember &member = out.members.emplace_back();
        member.key = toText(key.str());
        member.at = toPosition(key.source().begin);
        if (!convert(node, member.value, depth + 1)) {
            return false;
        }
    }
    // The library sorts by name.
    std::ranges::stable_sort(out.members, std::less(), &TomlMember::at);
    return true;
}

bool convertArray(const toml::array &array, TomlValue &out, int depth)
{
    out.kind = TomlValue::Kind::Array;
    for (const toml::node &node : array) {
        if (!convert(node, out.items.emplace_back(), depth + 1)) {
            return false;
        }
    }
    return true;
}

void convertScalar(const toml::node &node, TomlValue &out)
{
    if (const auto *text = node.as_string()) {
        out.kind = TomlValue::Kind::String;
        out.text = toText(text->get());
    } else if (const auto *integer = node.as_integer()) {
        out.kind = TomlValue::Kind::Integer;
        out.integer = integer->get();
        out.number = static_cast<double>(out.integer);
    } else if (const auto *number = node.as_floating_point()) {
        out.kind = TomlValue::Kind::Float;
        out.number = number->get();
    } else if (const auto *boolean = node.as_boolean()) {
        out.kind = TomlValue::Kind::Boolean;
        out.boolean = boolean->get();
    } else {
        out.kind = TomlValue::Kind::DateTime;
    }
}

// False when the value is nested too deep.
bool convert(const toml::node &node, TomlValue &out, int depth)
{
    out.at = toPosition(node.source().begin);
    if (depth > MAX_DEPTH) {
        return false;
    }
    if (const auto *table = node.as_table()) {
        return convertTable(*table, out, depth);
    }
    if (const auto *array = node.as_array()) {
        return convertArray(*array, out, depth);
    }
    convertScalar(node, out);
    return true;
}

// What the library says about a number repeats it, and a key without quotes may look like a number.
QString describe(std::string_view description)
{
    const bool isAboutNumber = description.find("representable") != std::string_view::npos
        || description.find("interpreted") != std::string_view::npos;
    if (isAboutNumber) {
        return QStringLiteral("the number cannot be represented");
    }
    if (description.find("could not determine value type") != std::string_view::npos) {
        return QStringLiteral("this is no TOML value; a string stands in quotes");
    }
    const QString text = toText(description);
    return text.isEmpty() ? QStringLiteral("not TOML") : text.first(1).toLower() + text.sliced(1);
}

bool isBareKey(const QString &key)
{
    return !key.isEmpty() && std::ranges::all_of(key, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
            || c == u'-';
    });
}

} // namespace

QString tomlPath(const QString &parent, const QString &key)
{
    const QString name = isBareKey(key) ? key : QStringLiteral("\"%1\"").arg(key);
    return parent.isEmpty() ? name : parent + u'.' + name;
}

const TomlMember *TomlValue::member(QStringView key) const
{
    const auto found = std::ranges::find_if(members, [key](const TomlMember &m) { return key == m.key; });
    return found == members.end() ? nullptr : &*found;
}

tl::expected<TomlValue, TomlProblem> parseToml(QByteArrayView text)
{
    if (text.size() > MAX_TEXT) {
        return tl::unexpected(TomlProblem {{}, QStringLiteral("the file is larger than 1 MiB")});
    }
    try {
        const toml::table table
            = toml::parse(std::string_view(text.data(), static_cast<std::size_t>(text.size())));
        TomlValue root;
        if (!convertTable(table, root, 0)) {
            return tl::unexpected(
                TomlProblem {{}, QStringLiteral("values are nested deeper than 32 levels")});
        }
        root.at = {};
        return root;
    } catch (const toml::parse_error &error) {
        return tl::unexpected(TomlProblem {toPosition(error.source().begin), describe(error.description())});
    }
}

} // namespace nexus

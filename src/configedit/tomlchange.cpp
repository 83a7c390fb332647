// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/tomlchange.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace nexus {

namespace {

std::string toUtf8(const QString &text)
{
    return text.toStdString();
}

std::optional<toml::table> parse(const QByteArray &text)
{
    try {
        return toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    } catch (const toml::parse_error &) {
        return std::nullopt;
    }
}

toml::array toArray(const TomlValue &value);
toml::table toTable(const TomlValue &value);

// Hands the library's form of `value` to `put`.
template<typename Put>
void convert(const TomlValue &value, const Put &put)
{
    switch (value.kind) {
    case TomlValue::Kind::String:
        put(toUtf8(value.text));
        return;
    case TomlValue::Kind::Integer:
        put(static_cast<int64_t>(value.integer));
        return;
    case TomlValue::Kind::Float:
        put(value.number);
        return;
    case TomlValue::Kind::Boolean:
        put(value.boolean);
        return;
    case TomlValue::Kind::DateTime:
        return; // none can be written
    case TomlValue::Kind::Array:
        put(toArray(value));
        return;
    case TomlValue::Kind::Table:
        put(toTable(value));
        return;
    }
}

toml::array toArray(const TomlValue &value)
{
    toml::array array;
    for (const TomlValue &item : value.items) {
        convert(item, [&array](auto &&node) { array.push_back(std::forward<decltype(node)>(node)); });
    }
    return array;
}

toml::table toTable(const TomlValue &value)
{
    toml::table table;
    for (const TomlMember &member : value.members) {
        convert(member.value, [&table, &member](auto &&node) {
            table.insert_or_assign(toUtf8(member.key), std::forward<decltype(node)>(node));
        });
    }
    return table;
}

std::optional<std::size_t> indexIn(const toml::array &array, const QString &key)
{
    bool isNumber = false;
    const qulonglong index = key.toULongLong(&isNumber);
    const bool isPlain = isNumber && QString::number(index) == key;
    return isPlain && index <= array.size() ? std::optional<std::size_t>(index) : std::nullopt;
}

toml::node *child(toml::node &parent, const QString &key)
{
    if (toml::table *table = parent.as_table()) {
        return table->get(toUtf8(key));
    }
    toml::array *array = parent.as_array();
    const std::optional<std::size_t> index = array ? indexIn(*array, key) : std::nullopt;
    return index && *index < array->size() ? array->get(*index) : nullptr;
}

bool setChild(toml::node &parent, const QString &key, const TomlValue &value)
{
    if (toml::table *table = parent.as_table()) {
        convert(value,
            [&](auto &&node) { table->insert_or_assign(toUtf8(key), std::forward<decltype(node)>(node)); });
        return true;
    }
    toml::array *array = parent.as_array();
    const std::optional<std::size_t> index = array ? indexIn(*array, key) : std::nullopt;
    if (!index) {
        return false;
    }
    const auto at = static_cast<std::ptrdiff_t>(*index);
    if (*index < array->size()) {
        array->erase(array->cbegin() + at);
    }
    convert(
        value, [&](auto &&node) { array->insert(array->cbegin() + at, std::forward<decltype(node)>(node)); });
    return true;
}

bool removeChild(toml::node &parent, const QString &key)
{
    if (child(parent, key) == nullptr) {
        return false;
    }
    if (toml::table *table = parent.as_table()) {
        table->erase(toUtf8(key));
    } else {
        toml::array *array = parent.as_array();
        array->erase(array->cbegin() + static_cast<std::ptrdiff_t>(key.toULongLong()));
    }
    return true;
}

toml::node *descend(toml::node &root, const KeyPath &path)
{
    toml::node *node = &root;
    for (const QString &key : path) {
        node = node ? child(*node, key) : nullptr;
    }
    return node;
}

bool applySet(toml::table &root, const TomlChange &change)
{
    if (change.path.isEmpty()) {
        root.clear();
        for (const TomlMember &member : change.value.members) {
            setChild(root, member.key, member.value);
        }
        return true;
    }
    toml::node *node = &root;
    for (const QString &key : change.path.first(change.path.size() - 1)) {
        if (child(*node, key) == nullptr && !setChild(*node, key, tomlTable({}))) {
            return false;
        }
        node = child(*node, key);
    }
    return setChild(*node, change.path.last(), change.value);
}

bool applyRemove(toml::table &root, const KeyPath &path)
{
    toml::node *parent = path.isEmpty() ? nullptr : descend(root, path.first(path.size() - 1));
    return parent != nullptr && removeChild(*parent, path.last());
}

bool applyRename(toml::table &root, const TomlChange &change)
{
    toml::node *parent
        = change.path.isEmpty() ? nullptr : descend(root, change.path.first(change.path.size() - 1));
    toml::table *table = parent ? parent->as_table() : nullptr;
    const toml::node *node = table ? table->get(toUtf8(change.path.last())) : nullptr;
    if (node == nullptr || table->get(toUtf8(change.name)) != nullptr) {
        return false;
    }
    node->visit([&](const auto &value) { table->insert_or_assign(toUtf8(change.name), value); });
    table->erase(toUtf8(change.path.last()));
    return true;
}

bool isEmptyAt(toml::table &root, const KeyPath &path)
{
    const toml::node *node = descend(root, path);
    const toml::table *table = node ? node->as_table() : nullptr;
    const toml::array *array = node ? node->as_array() : nullptr;
    return (table && table->empty()) || (array && array->empty());
}

bool isSame(const toml::node &one, const toml::node &other);

bool isSameTable(const toml::table &one, const toml::table &other)
{
    for (const auto &[key, node] : one) {
        const toml::node *match = other.get(key.str());
        if (match == nullptr || !isSame(node, *match)) {
            return false;
        }
    }
    return one.size() == other.size();
}

bool isSameArray(const toml::array &one, const toml::array &other)
{
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) {
        if (!isSame(one[i], other[i])) {
            return false;
        }
    }
    return one.size() == other.size();
}

bool isSame(const toml::node &one, const toml::node &other)
{
    if (one.type() != other.type()) {
        return false;
    }
    return one.visit([&other](const auto &value) {
        using Node = std::remove_cvref_t<decltype(value)>;
        const Node &match = *other.as<Node>();
        if constexpr (toml::is_table<Node>) {
            return isSameTable(value, match);
        } else if constexpr (toml::is_array<Node>) {
            return isSameArray(value, match);
        } else if constexpr (toml::is_floating_point<Node>) {
            return value.get() == match.get() || (std::isnan(value.get()) && std::isnan(match.get()));
        } else {
            return value.get() == match.get();
        }
    });
}

// With and without the parents that are empty now.
bool isExactRemoval(toml::table &expected, const toml::table &result, KeyPath path)
{
    while (applyRemove(expected, path)) {
        if (isSameTable(expected, result)) {
            return true;
        }
        path.removeLast();
        if (!isEmptyAt(expected, path)) {
            return false;
        }
    }
    return false;
}

} // namespace

bool isExactChange(const QByteArray &before, const QByteArray &after, const TomlChange &change)
{
    std::optional<toml::table> expected = parse(before);
    const std::optional<toml::table> result = parse(after);
    if (!expected || !result) {
        return false;
    }
    switch (change.kind) {
    case TomlChange::Kind::Set:
        return applySet(*expected, change) && isSameTable(*expected, *result);
    case TomlChange::Kind::Remove:
        return isExactRemoval(*expected, *result, change.path);
    case TomlChange::Kind::Rename:
        return applyRename(*expected, change) && isSameTable(*expected, *result);
    }
    return false;
}

} // namespace nexus

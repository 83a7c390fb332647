// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace nexus {

//! \brief A JSON tree that keeps the order of its members. Not for what a client's body must keep exactly:
//! large numbers lose digits; see wire/jsonscan.h for that.
using Json = nlohmann::ordered_json;

//! \brief \a text as a tree, or nothing when it is not JSON. Throws nothing.
[[nodiscard]] inline std::optional<Json> parseJson(QByteArrayView text)
{
    Json tree = Json::parse(text.begin(), text.end(), nullptr, false);
    return tree.is_discarded() ? std::nullopt : std::optional(std::move(tree));
}

//! \brief \a tree as compact text; invalid UTF-8 becomes U+FFFD.
[[nodiscard]] inline QByteArray toText(const Json &tree)
{
    return QByteArray::fromStdString(tree.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace nexus

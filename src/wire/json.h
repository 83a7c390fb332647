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

//! Trees are copied, written and destroyed by recursion.
constexpr std::size_t maxJsonDepth = 512;
//! The members of an object are found one after the other, so the time to build one grows with the square.
constexpr int maxJsonMembers = 2'000;

//! \brief Whether \a text nests no deeper and has no larger objects than a tree of it can bear. Does not
//! check that it is JSON.
[[nodiscard]] bool isTame(QByteArrayView text);

//! \brief \a text as a tree, or nothing when it is not JSON or not tame. Throws nothing.
[[nodiscard]] std::optional<Json> parseJson(QByteArrayView text);

//! \brief \a tree as compact text; invalid UTF-8 becomes U+FFFD.
[[nodiscard]] inline QByteArray toText(const Json &tree)
{
    return QByteArray::fromStdString(tree.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace nexus

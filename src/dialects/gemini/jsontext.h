// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/jsonaccess.h"

#include <QByteArrayView>
#include <QtGlobal>

#include <optional>
#include <string_view>

namespace nexus::gemini {

//! \brief \a text as a tree of an object or an array, or nothing when it is neither or nests deeper than
//! wire/jsonscan allows: trees are written out recursively.
[[nodiscard]] std::optional<Json> parseBounded(QByteArrayView text);

//! \brief The member \a key where it is an object, nullptr otherwise.
[[nodiscard]] const Json *objectOf(const Json &object, std::string_view key);
//! \brief The member \a key where it is an array, nullptr otherwise.
[[nodiscard]] const Json *arrayOf(const Json &object, std::string_view key);
//! \brief The member \a key as a whole number, 0 when it is none. Google writes 64-bit numbers as strings
//! too.
[[nodiscard]] qint64 integerOf(const Json &object, std::string_view key);
[[nodiscard]] bool isTrue(const Json &object, std::string_view key);

} // namespace nexus::gemini

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

#include <QtGlobal>

#include <optional>
#include <string>

namespace nexus::openai {

//! \file
//! A provider's tree read without a throw: what is absent, null or of another type is nothing.

//! \brief The member \a key, or nullptr when \a object is none or the member is absent or null.
[[nodiscard]] Json *memberOf(Json &object, const char *key);

//! \brief The text of the member \a key, moved out; empty when there is none.
[[nodiscard]] std::string takeText(Json &object, const char *key);

//! \brief The whole number of the member \a key.
[[nodiscard]] std::optional<qint64> integerOf(Json &object, const char *key);

} // namespace nexus::openai

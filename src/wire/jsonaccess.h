// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

#include <string>
#include <string_view>

//! \file
//! A tree read without a throw: what is absent, null or of another type is nothing.
namespace nexus {

//! \brief The member \a key, or nullptr when \a object is none or the member is absent or null.
[[nodiscard]] Json *memberOf(Json &object, std::string_view key);
[[nodiscard]] const Json *memberOf(const Json &object, std::string_view key);

//! \brief The text of the member \a key, moved out; empty when there is none.
[[nodiscard]] std::string takeText(Json &object, std::string_view key);

//! \brief The text of the member \a key; empty when there is none.
[[nodiscard]] std::string textOf(const Json &object, std::string_view key);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

#include <string>
#include <string_view>

namespace nexus::gemini {

//! \brief Whether \a type is the name of one type that JSON Schema knows.
[[nodiscard]] bool isKnownType(const Json &type);

//! \brief Whether \a keyword says something about values of \a type: the service refuses it elsewhere.
[[nodiscard]] bool suits(std::string_view keyword, std::string_view type);

//! \brief Whether the service takes \a format for \a type. "Only 'enum' and 'date-time' are supported for
//! STRING type", it says.
[[nodiscard]] bool isFormat(std::string_view format, std::string_view type);

//! \brief What a schema without a type must mean, empty when it may be anything.
[[nodiscard]] std::string inferredType(const Json &schema);

} // namespace nexus::gemini

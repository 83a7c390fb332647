// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

#include <string>

namespace nexus {

//! \brief A value that fits the JSON schema \a schema, always the same one for the same schema and text.
//!
//! Understands type, properties, required, items, prefixItems, enum, const, default, anyOf, oneOf, allOf,
//! `$ref` within the schema, and simple bounds; ignores the rest. \a userText goes to the first required
//! string property, other strings hold the name of their property. Depth and size are bounded, so a schema
//! that contains itself ends with a value that may not fit it.
[[nodiscard]] Json sampleOfSchema(const Json &schema, const std::string &userText);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

namespace nexus::gemini {

//! \brief A schema in one of the two forms that Gemini takes.
struct ProviderSchema {
    Json tree; //!< null when there is nothing to say
    bool isJsonSchema = false; //!< goes into `parametersJsonSchema` or `responseJsonSchema`
};

//! \brief The schema of a function's parameters.
//!
//! Gemini has two fields. `parameters` takes Google's own Schema, a part of OpenAPI 3.0, in every version of
//! the API, and refuses a request with a single keyword it does not know. `parametersJsonSchema` (v1beta)
//! takes JSON Schema. So a schema is rewritten to the first, and goes into the second only where the first
//! cannot say it: objects and arrays of anything, maps, values of any type, and what contains itself. Neither
//! keeps keywords that Gemini does not document: `$ref` is replaced by its target, `oneOf` becomes `anyOf`,
//! `allOf` is merged, `const` becomes an `enum` of one.
//! \param schema null, or JSON Schema as a client wrote it
//! \return nothing to say for a function without parameters
[[nodiscard]] ProviderSchema parametersSchema(const Json &schema);

//! \brief The schema of an answer, by the same rules, for `responseSchema` or `responseJsonSchema`.
[[nodiscard]] ProviderSchema responseSchema(const Json &schema);

} // namespace nexus::gemini

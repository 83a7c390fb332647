// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/gemini/schemaconverter.h"
#include "wire/json.h"

namespace nexus::gemini {

//! \brief Fits the keywords of \a schema to one another and to \a form: one type, which keywords of other
//! types are taken from, no name in `required` that is no member. A bound that is excluded itself still
//! stands in \a schema as `exclusiveMinimum` or `exclusiveMaximum` too. \param isInexpressible becomes true
//! when \a schema says what SchemaForm::Subset cannot
[[nodiscard]] Json settledSchema(Json schema, SchemaForm form, bool &isInexpressible);

} // namespace nexus::gemini

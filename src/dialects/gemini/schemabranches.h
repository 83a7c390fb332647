// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

namespace nexus::gemini {

//! \brief Adds to \a schema what \a other says too, as `allOf` does; where both speak, \a schema counts.
void joinSchema(Json &schema, Json other);

//! \brief Makes one object of an `anyOf` of objects: with the members of every branch, and required those
//! that every branch requires. Does nothing without `anyOf`.
void foldBranches(Json &schema);

} // namespace nexus::gemini

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

namespace nexus::bedrock {

//! \brief Whether the models that are bound to a schema by a grammar take \a schema: every object names its
//! members and allows no others, nothing refers to itself, and there are no limits on numbers, lengths or
//! counts (docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html).
[[nodiscard]] bool isClosedSchema(const Json &schema);

} // namespace nexus::bedrock

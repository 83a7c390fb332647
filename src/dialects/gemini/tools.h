// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "wire/chatrequest.h"
#include "wire/json.h"

#include <vector>

namespace nexus::gemini {

//! \brief The `tools` of a request, null when there are none.
//! \return InvalidRequest for a name that Gemini does not take
[[nodiscard]] Result<Json> writtenTools(const std::vector<Tool> &tools);

//! \brief The `toolConfig` for \a choice, null where Gemini's own way is asked for.
[[nodiscard]] Json toolConfig(const ToolChoice &choice);

} // namespace nexus::gemini

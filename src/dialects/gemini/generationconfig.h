// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "dialects/gemini/modelfamily.h"
#include "wire/chatrequest.h"
#include "wire/json.h"

namespace nexus::gemini {

//! \brief The `generationConfig` of \a request, an empty object when there is nothing to say.
//!
//! Values that are the service's own default are left out, since some models refuse the mere presence of a
//! field (penalties, candidateCount). A seed is folded into the 31 bits that Gemini takes.
//! \param request takes what was dropped
//! \return InvalidRequest for more stop texts than Gemini takes
[[nodiscard]] Result<Json> generationConfig(ChatRequest &request, const ModelFamily &family);

} // namespace nexus::gemini

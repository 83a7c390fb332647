// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/anthropic/modeltraits.h"
#include "wire/chatrequest.h"

namespace nexus::anthropic {

//! \brief Leaves of temperature, top_p and top_k in \a request what the model takes; the others are added to
//! \a request.dropped, unless they asked for the default anyway.
void settleSampling(ChatRequest &request, const ModelTraits &traits, bool isThinking);

} // namespace nexus::anthropic

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/bedrock/modelfamily.h"
#include "dialects/bedrock/thinking.h"
#include "wire/chatrequest.h"
#include "wire/json.h"

namespace nexus::bedrock {

//! \brief The `inferenceConfig` of \a request, empty for none. What the model takes not is added to
//! ChatRequest::dropped.
[[nodiscard]] Json inferenceConfig(ChatRequest &request, const ModelTraits &traits, const Thinking &thinking);

//! \brief Puts `top_k` into \a fields, the `additionalModelRequestFields`, where the model takes it.
void addTopK(Json &fields, ChatRequest &request, const ModelTraits &traits, const Thinking &thinking);

} // namespace nexus::bedrock

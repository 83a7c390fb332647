// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatrequest.h"
#include "wire/fieldreader.h"

namespace nexus::openai {

//! \brief Reads how the model shall answer from \a body into \a request: lengths, sampling, form, reasoning
//! and streaming. `top_k`, `reasoning` (OpenRouter) and `thinking` (Anthropic) are common extensions.
void readOptions(const Field &body, ChatRequest &request);

} // namespace nexus::openai

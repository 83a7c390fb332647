// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatrequest.h"
#include "wire/fieldreader.h"

namespace nexus::openai {

//! \brief Reads `tools`, `tool_choice` and `parallel_tool_calls` of \a body into \a request.
//!
//! Tools of other types than `function` are refused, as are the older `functions` and `function_call`. Of
//! `allowed_tools` only the tools it names are left.
void readTools(const Field &body, ChatRequest &request);

} // namespace nexus::openai

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatrequest.h"
#include "wire/fieldreader.h"

namespace nexus::anthropic {

//! \brief Reads `tools` and `tool_choice` into \a request. Tools that Anthropic runs or describes itself are
//! refused.
void readTools(const Field &body, ChatRequest &request);

//! \brief Reads `thinking`, `output_config` and the older `output_format` into \a request.
void readOutput(const Field &body, ChatRequest &request);

//! \brief Reads what is left of the options, each a plain value, into \a request.
void readSettings(const Field &body, ChatRequest &request);

} // namespace nexus::anthropic

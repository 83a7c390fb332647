// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/fieldreader.h"

#include <string>
#include <vector>

namespace nexus::openai {

//! \brief The names of those fields of \a body, a chat request, that have no effect with a provider of
//! another dialect.
//!
//! Those without which the answer would be another one are refused: what asks for sound, log probabilities
//! or a search of the web.
[[nodiscard]] std::vector<std::string> droppedFields(const Field &body);

} // namespace nexus::openai

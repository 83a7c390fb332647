// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "translate/clientrequest.h"
#include "wire/dialect.h"

namespace nexus {

//! \brief About how many tokens a provider will count for what \a request lets it read, before it is asked.
//!
//! A conversation is counted as messages/count_tokens does: texts, tools, images and what each message costs.
//! Prompts and inputs of embeddings are counted as text. A request that cannot be read is counted as the text
//! it is, since the provider may read it all the same.
[[nodiscard]] qint64 estimatedInput(const ClientRequest &request, Dialect dialect);

} // namespace nexus

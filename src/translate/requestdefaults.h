// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/plan.h"
#include "translate/clientrequest.h"
#include "wire/dialect.h"

#include <QByteArrayView>

namespace nexus {

//! \brief \a request with what \a defaults say where it says nothing itself or null; all other bytes as they
//! came, and without anything to add the very same bytes.
//!
//! Embeddings take none, a count of tokens only the system prompt, completions of a plain prompt all but
//! that. In OpenAI's dialect the system prompt becomes the first message unless there is a `system` or
//! `developer` message anywhere. \param client the dialect of the request \param model the name the provider
//! knows, where it is settled: OpenAI's reasoning models get `max_completion_tokens`, all others `max_tokens`
[[nodiscard]] ClientRequest withDefaults(
    const ClientRequest &request, const RequestDefaults &defaults, Dialect client, QByteArrayView model = {});

} // namespace nexus

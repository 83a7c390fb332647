// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatrequest.h"
#include "wire/dialect.h"

#include <QByteArray>

#include <string>

//! \file
//! An Anthropic client carries the thoughts of a model itself, as thinking blocks with a signature, whichever
//! provider they came from, and sends them back to whichever provider it asks next. So a signature that is
//! not Anthropic's is marked with its origin on the way out, and only goes back to where it came from.
namespace nexus {

//! \brief \a signature as an Anthropic client gets it when \a origin made it. Never empty for a provider
//! whose thoughts an Anthropic provider would refuse.
[[nodiscard]] std::string markedSignature(ProviderDialect origin, const std::string &signature);

//! \brief Takes the marks off the thoughts in \a request and leaves out what \a provider did not make.
void sortOutThoughts(ProviderDialect provider, ChatRequest &request);

//! \brief A body for an Anthropic provider, and whether it had to lose its wish to think.
struct OwnThoughts {
    QByteArray body;
    bool isThinkingDropped = false;
};

//! \brief A request in the Anthropic dialect without the thinking blocks that Anthropic did not make; exactly
//! the same bytes when there are none.
//!
//! A turn that waits for the results of its tools must begin with a thought while thinking is on. When that
//! one was foreign, thinking is off for this request.
[[nodiscard]] OwnThoughts withoutForeignThoughts(const QByteArray &body);

} // namespace nexus

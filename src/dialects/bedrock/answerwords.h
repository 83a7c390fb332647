// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatanswer.h"
#include "wire/json.h"
#include "wire/tokenusage.h"

#include <optional>
#include <string>
#include <string_view>

namespace nexus::bedrock {

//! \file
//! What whole answers and streams say in the same words. Nothing here throws, whatever the provider sent.

//! \brief The member \a key of \a object; nullptr when there is none, or \a object is none.
[[nodiscard]] const Json *memberOf(const Json *object, std::string_view key);

//! \brief The text of the member \a key, empty when there is none.
[[nodiscard]] std::string textOf(const Json *object, std::string_view key);

//! \brief The count in the member \a key, 0 when there is none.
[[nodiscard]] qint64 countOf(const Json *object, std::string_view key);

//! \brief Why the model stopped, of Converse's \a stopReason.
//! \param hasCalls whether it called tools of the client; some models stop with `end_turn` all the same
[[nodiscard]] FinishReason finishReason(std::string_view stopReason, bool hasCalls);

//! \brief Converse's `usage`, whose `inputTokens` leave out what was read from the cache or written into it;
//! nothing when \a usage is no object.
[[nodiscard]] std::optional<TokenUsage> tokenUsage(const Json *usage);

//! \brief The stop text met, where `additionalModelResponseFields` of \a holder tell.
[[nodiscard]] std::string stopSequence(const Json *holder);

} // namespace nexus::bedrock

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"
#include "wire/tokenusage.h"

#include <QByteArray>

#include <optional>

namespace nexus::openai {

//! \brief The counts of a `usage` object; nothing when \a usage is none, or counts nothing.
//!
//! Knows the words of OpenAI, and those of others for cached tokens: `prompt_cache_hit_tokens` (DeepSeek),
//! `cached_tokens` (Kimi) and `prompt_tokens_details.cache_write_tokens` (OpenRouter). Where the reasoning is
//! not part of `completion_tokens` (xAI, Gemini), as `total_tokens` shows, it is added.
[[nodiscard]] std::optional<TokenUsage> readUsage(Json &usage);

//! \brief \a usage as the JSON text of a `usage` object.
[[nodiscard]] QByteArray writeUsage(const TokenUsage &usage);

} // namespace nexus::openai

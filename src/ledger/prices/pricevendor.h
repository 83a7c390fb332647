// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"

#include <QByteArray>
#include <QUrl>

namespace nexus {

//! \brief Whose prices hold for a provider of \a type at \a baseUrl, as the tables name it.
//!
//! The built-in table knows `openai`, `anthropic`, `google`, `bedrock`, `mistral`, `deepseek`, `groq`, `xai`
//! and `cohere`. A file may know others, under LiteLLM's names: `openrouter`, `together_ai`, `fireworks_ai`
//! and so on. The host decides, since the same model costs something else elsewhere:
//!  - a host that is not one of a known vendor has no prices, nor has ollama or demo
//!  - Azure charges what OpenAI does for the models of that name
//!  - a bedrock provider without an address is at AWS
//! \return empty when nobody's prices are known to hold.
[[nodiscard]] QByteArray priceVendor(ProviderType type, const QUrl &baseUrl);

} // namespace nexus

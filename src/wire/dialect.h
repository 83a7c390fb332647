// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace nexus {

//! \brief The protocol a client speaks.
enum class Dialect { OpenAi, Anthropic };

//! \brief The protocol a provider speaks.
enum class ProviderDialect { OpenAi, Anthropic, Gemini, Bedrock };

} // namespace nexus

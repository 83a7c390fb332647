// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace nexus {

//! \brief The protocol a client or a provider speaks.
enum class Dialect { OpenAi, Anthropic };

} // namespace nexus

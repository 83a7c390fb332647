// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

#include <string>

namespace nexus::openai {

//! \file
//! Google's OpenAI-compatible service hands out a proof of origin with each call, and wants it back. It
//! stands in `extra_content.google.thought_signature` of the call. Clients of this gateway do not see it.

//! \brief The `extra_content` of a call with this \a signature.
[[nodiscard]] Json signatureOfCall(std::string signature);

//! \brief The signature in the `extra_content` of \a call, moved out; empty when there is none.
[[nodiscard]] std::string takeSignature(Json &call);

} // namespace nexus::openai

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/chatcodec.h"
#include "wire/json.h"

#include <optional>

namespace nexus::gemini {

//! \brief The error that \a answer announces (google.rpc.Status in `error`), nothing when it announces none.
//! ProviderError::status is the one that the error itself names, 0 when it names none.
[[nodiscard]] std::optional<ProviderError> errorIn(const Json &answer);

} // namespace nexus::gemini

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/chatcodec.h"
#include "wire/json.h"

#include <optional>

namespace nexus::anthropic {

//! \brief What \a body, an error answer or the data of an `error` event, says; nothing when it tells no
//! error. \param isInStream whether the HTTP status was given before the error, so that it must be told
[[nodiscard]] std::optional<ProviderError> errorIn(Json &body, bool isInStream);

} // namespace nexus::anthropic

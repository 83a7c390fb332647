// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "wire/httpmessage.h"

#include <optional>

namespace nexus {

//! \brief What becomes of a request before anybody reads it. At most one of the first two is set; with
//! neither the request goes on.
struct AccessVerdict {
    std::optional<Error> refusal; //!< Forbidden
    std::optional<ResponseHead> ownAnswer; //!< of a preflight, without a body; it goes out with `headers`
    HeaderList headers; //!< for whatever answer follows, a refusal and ownAnswer too
};

} // namespace nexus

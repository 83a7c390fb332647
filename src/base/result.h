// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace nexus {

//! \brief A value, or the Error that stands in its place.
template<typename T>
using Result = tl::expected<T, Error>;

//! \brief A failed Result, ready to return.
[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace nexus

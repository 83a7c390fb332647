// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/headerlist.h"

namespace nexus {

//! \brief \a headers as they may be kept and shown.
//!
//! What a name says to be secret (`authorization`, `x-api-key`, `cookie`, …) is taken out down to its last
//! four letters, and whole where it is short; the scheme of an authorization stays. In the others whatever
//! looks like a key is, as in redactedText(). What is longer than any header that tells something is cut.
[[nodiscard]] HeaderList redactedHeaders(const HeaderList &headers);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace nexus {

//! \brief The plain name a client put into `Authorization`, or nothing.
//!
//! SDKs demand a key, so people write a name there. Kept are at most 32 letters, digits, `.`, `_`, `-` that
//! start with no known key prefix and have no run of 16 characters without a separator. Everything else may
//! be a key and is never kept.
//! \param authorization the header's value, with or without `Bearer `
[[nodiscard]] QByteArray clientLabel(const QByteArray &authorization);

} // namespace nexus

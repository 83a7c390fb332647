// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/jwk.h"

#include <QByteArrayView>

namespace nexus {

//! \brief Whether \a signature is one of \a signedText by \a key with \a algorithm.
//!
//! False as well for a key that must not verify \a algorithm, and for a signature of another length or form
//! than RFC 7518 section 3 prescribes. Shared secrets are compared in constant time.
[[nodiscard]] bool verifySignature(
    const Jwk &key, JwtAlgorithm algorithm, QByteArrayView signedText, QByteArrayView signature);

} // namespace nexus

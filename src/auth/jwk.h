// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/jwkmaterial.h"
#include "auth/jwtalgorithm.h"
#include "base/result.h"
#include "secrets/secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace nexus {

//! \brief A key that signatures are verified with (RFC 7517). Immutable once read, any thread may use it.
struct Jwk {
    JwkKind kind = JwkKind::Rsa;
    std::optional<QByteArray> id; //!< `kid`; several keys may have the same one
    std::optional<JwtAlgorithm> algorithm; //!< `alg`: the only one that it verifies
    PublicKey key; //!< empty for Symmetric
    Secret octets; //!< of Symmetric

    //! \brief Whether signatures of \a with may be verified by this key.
    [[nodiscard]] bool canVerify(JwtAlgorithm with) const;
};

//! \brief Reads one key, a JSON object.
//!
//! Refused are keys that are not for verifying (`use`, `key_ops`), of an unknown type or algorithm, too weak
//! or malformed. The error's message is a clause that follows the name of the key. Certificates and private
//! parts are not looked at.
[[nodiscard]] Result<Jwk> readJwk(QByteArrayView text);

} // namespace nexus

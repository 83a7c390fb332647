// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/jwtalgorithm.h"
#include "auth/jwtclaims.h"
#include "auth/keyset.h"
#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace nexus {

//! \brief A signed token, taken apart. Nothing in it is to be believed before its signature is found good.
struct Jwt {
    static constexpr qsizetype maxSize = 16 * 1024; //!< in bytes

    JwtAlgorithm algorithm = JwtAlgorithm::Hs256;
    std::optional<QByteArray> keyId; //!< `kid`
    QByteArray signedText; //!< header and payload as they came
    QByteArray payload; //!< decoded, should be the claims
    QByteArray signature; //!< decoded
};

//! \brief What a key set says about a signature.
enum class SignatureState {
    Good,
    Bad, //!< it was not made by the key that the token names
    UnfitKey, //!< the key that the token names is not for the token's algorithm
    UnknownKey, //!< the set does not have the token's key; a newer set may have it
};

//! \brief Takes apart a token in the compact form of RFC 7515 section 7.1.
//!
//! Refused as invalid_token: unknown algorithms, `none` among them, `crit`, `b64` other than true, a member
//! that stands twice, base64url that is not strict, more than Jwt::maxSize. No error repeats what the token
//! says.
[[nodiscard]] Result<Jwt> readJwt(QByteArrayView token);

//! \brief Looks for the key of \a token in \a keys and verifies the signature. A token without `kid` is tried
//! with every key that fits; one with `kid` only with keys of that very name.
[[nodiscard]] SignatureState checkSignature(const Jwt &token, const KeySet &keys);

//! \brief The error for a signature that is not good.
[[nodiscard]] Error signatureError(SignatureState state);

//! \brief The claims of a token whose signature is good, checked against \a rules.
[[nodiscard]] Result<Claims> readClaims(
    const Jwt &token, const JwtRules &rules, std::chrono::system_clock::time_point now);

//! \brief All of the above: the claims of \a token if one of \a keys signed it and it obeys \a rules.
[[nodiscard]] Result<Claims> verifyJwt(QByteArrayView token, const KeySet &keys, const JwtRules &rules,
    std::chrono::system_clock::time_point now);

} // namespace nexus

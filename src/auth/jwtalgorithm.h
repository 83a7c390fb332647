// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string_view>

namespace nexus {

//! \brief The signature algorithms that are accepted (RFC 7518 section 3.1, RFC 8037). There is no `none`.
enum class JwtAlgorithm {
    Hs256,
    Hs384,
    Hs512,
    Rs256,
    Rs384,
    Rs512,
    Ps256,
    Ps384,
    Ps512,
    Es256,
    Es384,
    Es512,
    EdDsa, //!< with Ed25519 only
};

//! \brief What a key is made of.
enum class JwkKind { Rsa, P256, P384, P521, Ed25519, Symmetric };

//! \brief The algorithm of that name, which is compared to the letter; nothing for any other name.
[[nodiscard]] std::optional<JwtAlgorithm> jwtAlgorithm(std::string_view name);

//! \brief Whether keys of \a kind verify \a algorithm. Each algorithm has one kind, so that no public key can
//! ever be taken for a shared secret (RFC 8725 section 2.1).
[[nodiscard]] bool isFor(JwtAlgorithm algorithm, JwkKind kind);

//! \brief The length of the hash that \a algorithm signs, in bytes; 0 where it signs the text itself.
[[nodiscard]] int hashLength(JwtAlgorithm algorithm);

} // namespace nexus

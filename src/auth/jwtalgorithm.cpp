// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwtalgorithm.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nexus {

namespace {

// `Ed25519` is the newer name of EdDSA with that curve (RFC 9864).
constexpr std::array<std::pair<std::string_view, JwtAlgorithm>, 14> names {{
    {"HS256", JwtAlgorithm::Hs256},
    {"HS384", JwtAlgorithm::Hs384},
    {"HS512", JwtAlgorithm::Hs512},
    {"RS256", JwtAlgorithm::Rs256},
    {"RS384", JwtAlgorithm::Rs384},
    {"RS512", JwtAlgorithm::Rs512},
    {"PS256", JwtAlgorithm::Ps256},
    {"PS384", JwtAlgorithm::Ps384},
    {"PS512", JwtAlgorithm::Ps512},
    {"ES256", JwtAlgorithm::Es256},
    {"ES384", JwtAlgorithm::Es384},
    {"ES512", JwtAlgorithm::Es512},
    {"EdDSA", JwtAlgorithm::EdDsa},
    {"Ed25519", JwtAlgorithm::EdDsa},
}};

JwkKind kindFor(JwtAlgorithm algorithm)
{
    switch (algorithm) {
    case JwtAlgorithm::Hs256:
    case JwtAlgorithm::Hs384:
    case JwtAlgorithm::Hs512:
        return JwkKind::Symmetric;
    case JwtAlgorithm::Rs256:
    case JwtAlgorithm::Rs384:
    case JwtAlgorithm::Rs512:
    case JwtAlgorithm::Ps256:
    case JwtAlgorithm::Ps384:
    case JwtAlgorithm::Ps512:
        return JwkKind::Rsa;
    case JwtAlgorithm::Es256:
        return JwkKind::P256;
    case JwtAlgorithm::Es384:
        return JwkKind::P384;
    case JwtAlgorithm::Es512:
        return JwkKind::P521;
    case JwtAlgorithm::EdDsa:
        return JwkKind::Ed25519;
    }
    return JwkKind::Ed25519;
}

} // namespace

std::optional<JwtAlgorithm> jwtAlgorithm(std::string_view name)
{
    const auto *const found = std::ranges::find(names, name, [](const auto &entry) { return entry.first; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

bool isFor(JwtAlgorithm algorithm, JwkKind kind)
{
    return kindFor(algorithm) == kind;
}

int hashLength(JwtAlgorithm algorithm)
{
    switch (algorithm) {
    case JwtAlgorithm::Hs256:
    case JwtAlgorithm::Rs256:
    case JwtAlgorithm::Ps256:
    case JwtAlgorithm::Es256:
        return 32;
    case JwtAlgorithm::Hs384:
    case JwtAlgorithm::Rs384:
    case JwtAlgorithm::Ps384:
    case JwtAlgorithm::Es384:
        return 48;
    case JwtAlgorithm::Hs512:
    case JwtAlgorithm::Rs512:
    case JwtAlgorithm::Ps512:
    case JwtAlgorithm::Es512:
        return 64;
    case JwtAlgorithm::EdDsa:
        return 0;
    }
    return 0;
}

} // namespace nexus

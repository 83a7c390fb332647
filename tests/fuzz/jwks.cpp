// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a key server answers: a set within its limits in which every key is good for something and none
// accepts a signature that nobody made, or an error that says why there is none.

#include "auth/jwtsignature.h"
#include "auth/keyset.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace nexus;

namespace {

constexpr std::array algorithms {JwtAlgorithm::Hs256, JwtAlgorithm::Hs384, JwtAlgorithm::Hs512,
    JwtAlgorithm::Rs256, JwtAlgorithm::Rs384, JwtAlgorithm::Rs512, JwtAlgorithm::Ps256, JwtAlgorithm::Ps384,
    JwtAlgorithm::Ps512, JwtAlgorithm::Es256, JwtAlgorithm::Es384, JwtAlgorithm::Es512, JwtAlgorithm::EdDsa};

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

// Of the length that \a key's signatures have, so that it is not refused for that.
QByteArray inventedSignature(const Jwk &key, JwtAlgorithm algorithm, char fill)
{
    switch (key.kind) {
    case JwkKind::Rsa:
        return QByteArray(EVP_PKEY_get_size(key.key.get()), fill);
    case JwkKind::Symmetric:
        return QByteArray(hashLength(algorithm), fill);
    case JwkKind::P256:
    case JwkKind::P384:
    case JwkKind::P521:
        return QByteArray(2 * qsizetype(coordinateLength(key.kind)), fill);
    case JwkKind::Ed25519:
        return QByteArray(64, fill);
    }
    return {};
}

void checkKey(const Jwk &key)
{
    require((key.kind == JwkKind::Symmetric) == (key.key == nullptr));
    require((key.kind == JwkKind::Symmetric) != key.octets.isEmpty());
    int usable = 0;
    for (const JwtAlgorithm algorithm : algorithms) {
        usable += key.canVerify(algorithm) ? 1 : 0;
        require(!key.canVerify(algorithm) || isFor(algorithm, key.kind));
        require(!verifySignature(key, algorithm, "text", {}));
        require(!verifySignature(key, algorithm, "text", inventedSignature(key, algorithm, '\x5a')));
        // A low-order point of Ed25519 may accept zeros; a key server that publishes one is on its own.
        require(key.kind == JwkKind::Ed25519
            || !verifySignature(key, algorithm, "text", inventedSignature(key, algorithm, '\0')));
    }
    require(usable > 0 && (!key.algorithm || usable == 1));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray document(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<KeySet> set = readKeySet(document);
    if (!set) {
        require(set.error().kind == ErrorKind::UpstreamInvalid && !set.error().message.isEmpty());
        return 0;
    }
    require(set->keys.size() + set->skipped.size() <= KeySet::maxKeys);
    for (const Jwk &key : set->keys) {
        checkKey(key);
    }
    for (const KeySet::Skipped &key : set->skipped) {
        require(!key.reason.isEmpty() && key.id.size() <= 64);
    }
    return 0;
}

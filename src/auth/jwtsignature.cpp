// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwtsignature.h"

#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <array>
#include <climits>

namespace nexus {

namespace {

using DigestContext = std::unique_ptr<EVP_MD_CTX, OpenSslFree<EVP_MD_CTX_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, OpenSslFree<ECDSA_SIG_free>>;
using BigNumber = std::unique_ptr<BIGNUM, OpenSslFree<BN_free>>;

constexpr qsizetype ed25519Length = 64;

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

std::size_t lengthOf(QByteArrayView bytes)
{
    return static_cast<std::size_t>(bytes.size());
}

// Of the length of the hash; nothing where the text itself is signed.
const EVP_MD *hashOf(JwtAlgorithm algorithm)
{
    switch (hashLength(algorithm)) {
    case 32:
        return EVP_sha256();
    case 48:
        return EVP_sha384();
    case 64:
        return EVP_sha512();
    default:
        return nullptr;
    }
}

bool isPss(JwtAlgorithm algorithm)
{
    return algorithm == JwtAlgorithm::Ps256 || algorithm == JwtAlgorithm::Ps384
        || algorithm == JwtAlgorithm::Ps512;
}

bool verifyMac(const Jwk &key, JwtAlgorithm algorithm, QByteArrayView signedText, QByteArrayView signature)
{
    const QByteArray &secret = key.octets.reveal();
    if (secret.size() > INT_MAX || signature.size() != hashLength(algorithm)) {
        return false;
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac {};
    unsigned int length = 0;
    const unsigned char *made = HMAC(hashOf(algorithm), secret.constData(), static_cast<int>(secret.size()),
        bytesOf(signedText), lengthOf(signedText), mac.data(), &length);
    return made != nullptr && length == lengthOf(signature)
        && CRYPTO_memcmp(mac.data(), signature.data(), length) == 0;
}

// OpenSSL wants the two numbers in DER, JWS has them one behind the other.
QByteArray toDer(QByteArrayView signature)
{
    const qsizetype half = signature.size() / 2;
    const EcdsaSignature numbers(ECDSA_SIG_new());
    BigNumber r(BN_bin2bn(bytesOf(signature), static_cast<int>(half), nullptr));
    BigNumber s(BN_bin2bn(bytesOf(signature.sliced(half)), static_cast<int>(half), nullptr));
    if (!numbers || !r || !s || ECDSA_SIG_set0(numbers.get(), r.get(), s.get()) != 1) {
        return {};
    }
    static_cast<void>(r.release()); // owned by numbers now
    static_cast<void>(s.release());
    const int length = i2d_ECDSA_SIG(numbers.get(), nullptr);
    if (length <= 0) {
        return {};
    }
    QByteArray der(length, Qt::Uninitialized);
    auto *end = reinterpret_cast<unsigned char *>(der.data());
    return i2d_ECDSA_SIG(numbers.get(), &end) == length ? der : QByteArray();
}

bool usePss(EVP_PKEY_CTX *context, const EVP_MD *hash)
{
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_mgf1_md(context, hash) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

bool verifyPublic(EVP_PKEY *key, JwtAlgorithm algorithm, QByteArrayView signedText, QByteArrayView signature)
{
    const DigestContext digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX *context = nullptr; // owned by digest
    const EVP_MD *const hash = hashOf(algorithm);
    if (!digest || EVP_DigestVerifyInit(digest.get(), &context, hash, nullptr, key) != 1) {
        return false;
    }
    if (isPss(algorithm) && !usePss(context, hash)) {
        return false;
    }
    return EVP_DigestVerify(digest.get(), bytesOf(signature), lengthOf(signature), bytesOf(signedText),
               lengthOf(signedText))
        == 1;
}

} // namespace

bool verifySignature(
    const Jwk &key, JwtAlgorithm algorithm, QByteArrayView signedText, QByteArrayView signature)
{
    if (!key.canVerify(algorithm) || signature.isEmpty()) {
        return false;
    }
    const OpenSslErrorMark mark;
    switch (key.kind) {
    case JwkKind::Symmetric:
        return verifyMac(key, algorithm, signedText, signature);
    case JwkKind::Rsa:
        return signature.size() == EVP_PKEY_get_size(key.key.get())
            && verifyPublic(key.key.get(), algorithm, signedText, signature);
    case JwkKind::P256:
    case JwkKind::P384:
    case JwkKind::P521:
        return signature.size() == 2 * coordinateLength(key.kind)
            && verifyPublic(key.key.get(), algorithm, signedText, toDer(signature));
    case JwkKind::Ed25519:
        return signature.size() == ed25519Length
            && verifyPublic(key.key.get(), algorithm, signedText, signature);
    }
    return false;
}

} // namespace nexus

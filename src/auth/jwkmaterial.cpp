// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwkmaterial.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/param_build.h>

namespace nexus {

namespace {

using BigNumber = std::unique_ptr<BIGNUM, OpenSslFree<BN_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, OpenSslFree<EVP_PKEY_CTX_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, OpenSslFree<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, OpenSslFree<OSSL_PARAM_free>>;

constexpr int minModulusBits = 2048;
constexpr int maxModulusBits = 8192;
constexpr int maxExponentBits = 64;
constexpr qsizetype ed25519Length = 32;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

BigNumber toNumber(const QByteArray &bytes)
{
    return BigNumber(BN_bin2bn(bytesOf(bytes), static_cast<int>(bytes.size()), nullptr));
}

PublicKey fromParameters(const char *type, OSSL_PARAM_BLD *builder)
{
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
        return {};
    }
    return PublicKey(key);
}

const char *groupName(JwkKind curve)
{
    switch (curve) {
    case JwkKind::P256:
        return "P-256";
    case JwkKind::P384:
        return "P-384";
    case JwkKind::P521:
        return "P-521";
    case JwkKind::Rsa:
    case JwkKind::Ed25519:
    case JwkKind::Symmetric:
        return nullptr;
    }
    return nullptr;
}

} // namespace

Error unusableKey(const char *why)
{
    return {.kind = ErrorKind::UpstreamInvalid, .message = QString::fromLatin1(why), .detail = {}};
}

int coordinateLength(JwkKind curve)
{
    switch (curve) {
    case JwkKind::P256:
        return 32;
    case JwkKind::P384:
        return 48;
    case JwkKind::P521:
        return 66;
    case JwkKind::Rsa:
    case JwkKind::Ed25519:
    case JwkKind::Symmetric:
        return 0;
    }
    return 0;
}

Result<PublicKey> makeRsaKey(const QByteArray &modulus, const QByteArray &exponent)
{
    const OpenSslErrorMark mark;
    if (modulus.size() > 2 * maxModulusBits / 8 || exponent.size() > modulus.size()) {
        return failure(unusableKey("is too long"));
    }
    const BigNumber n = toNumber(modulus);
    const BigNumber e = toNumber(exponent);
    if (!n || !e || BN_num_bits(n.get()) < minModulusBits || BN_num_bits(n.get()) > maxModulusBits) {
        return failure(unusableKey("is an RSA key of less than 2048 or more than 8192 bits"));
    }
    if (!BN_is_odd(n.get()) || !BN_is_odd(e.get()) || BN_is_one(e.get())
        || BN_num_bits(e.get()) > maxExponentBits) {
        return failure(unusableKey("has numbers that no RSA key has"));
    }
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1) {
        return failure(unusableKey("cannot be taken over"));
    }
    PublicKey key = fromParameters("RSA", builder.get());
    if (!key) {
        return failure(unusableKey("is no RSA key"));
    }
    return key;
}

Result<PublicKey> makeEcKey(JwkKind curve, const QByteArray &x, const QByteArray &y)
{
    const OpenSslErrorMark mark;
    const int length = coordinateLength(curve);
    if (length == 0 || x.size() != length || y.size() != length) {
        return failure(unusableKey("has coordinates of another length than its curve's"));
    }
    const QByteArray point = QByteArrayLiteral("\x04") + x + y; // SEC 1 section 2.3.3, not compressed
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder
        || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, groupName(curve), 0)
            != 1
        || OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
               static_cast<std::size_t>(point.size()))
            != 1) {
        return failure(unusableKey("cannot be taken over"));
    }
    PublicKey key = fromParameters("EC", builder.get());
    const KeyContext check(key ? EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr) : nullptr);
    if (!check || EVP_PKEY_public_check(check.get()) != 1) {
        return failure(unusableKey("is no point of its curve"));
    }
    return key;
}

Result<PublicKey> makeEd25519Key(const QByteArray &point)
{
    const OpenSslErrorMark mark;
    if (point.size() != ed25519Length) {
        return failure(unusableKey("is not 32 bytes long"));
    }
    PublicKey key(EVP_PKEY_new_raw_public_key(
        EVP_PKEY_ED25519, nullptr, bytesOf(point), static_cast<std::size_t>(point.size())));
    if (!key) {
        return failure(unusableKey("is no Ed25519 key"));
    }
    return key;
}

} // namespace nexus

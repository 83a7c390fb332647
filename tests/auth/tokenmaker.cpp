// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenmaker.h"

#include "auth/jwtencoding.h"

#include <QMessageAuthenticationCode>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>

namespace nexus {

namespace {

using BigNumber = std::unique_ptr<BIGNUM, OpenSslFree<BN_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, OpenSslFree<EVP_MD_CTX_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, OpenSslFree<ECDSA_SIG_free>>;

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

EVP_PKEY *makePair(JwkKind kind)
{
    switch (kind) {
    case JwkKind::Rsa:
        return EVP_RSA_gen(2048);
    case JwkKind::P256:
        return EVP_EC_gen("P-256");
    case JwkKind::P384:
        return EVP_EC_gen("P-384");
    case JwkKind::P521:
        return EVP_EC_gen("P-521");
    case JwkKind::Ed25519:
        return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    case JwkKind::Symmetric:
        return nullptr;
    }
    return nullptr;
}

QByteArray makeSecret()
{
    QByteArray secret(64, Qt::Uninitialized);
    RAND_bytes(bytesOf(secret), 64);
    return secret;
}

std::string text(const QByteArray &bytes)
{
    return encodeBase64Url(bytes).toStdString();
}

std::string number(EVP_PKEY *key, const char *name)
{
    BIGNUM *raw = nullptr;
    EVP_PKEY_get_bn_param(key, name, &raw);
    const BigNumber value(raw);
    QByteArray bytes(BN_num_bytes(value.get()), Qt::Uninitialized);
    BN_bn2bin(value.get(), bytesOf(bytes));
    return text(bytes);
}

QByteArray point(EVP_PKEY *key)
{
    QByteArray bytes(256, Qt::Uninitialized);
    std::size_t length = 256;
    if (EVP_PKEY_get_raw_public_key(key, bytesOf(bytes), &length) != 1) {
        EVP_PKEY_get_octet_string_param(
            key, OSSL_PKEY_PARAM_ENCODED_PUBLIC_KEY, bytesOf(bytes), 256, &length);
    }
    return bytes.first(static_cast<qsizetype>(length));
}

const EVP_MD *hashOf(const QByteArray &algorithm)
{
    if (algorithm.startsWith("Ed")) {
        return nullptr;
    }
    return algorithm.endsWith("256") ? EVP_sha256() : algorithm.endsWith("384") ? EVP_sha384() : EVP_sha512();
}

QByteArray fromDer(const QByteArray &der, int half)
{
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    const EcdsaSignature numbers(d2i_ECDSA_SIG(nullptr, &begin, static_cast<long>(der.size())));
    QByteArray out(2 * qsizetype(half), '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(numbers.get()), bytesOf(out), half);
    BN_bn2binpad(ECDSA_SIG_get0_s(numbers.get()), bytesOf(out) + half, half);
    return out;
}

} // namespace

TokenMaker::TokenMaker(JwkKind kind, QByteArray id)
    : m_kind(kind)
    , m_id(std::move(id))
    , m_pair(makePair(kind))
    , m_secret(kind == JwkKind::Symmetric ? makeSecret() : QByteArray())
{ }

Json TokenMaker::jwk() const
{
    Json out = Json::object();
    if (!m_id.isEmpty()) {
        out["kid"] = m_id.toStdString();
    }
    if (m_kind == JwkKind::Symmetric) {
        out["kty"] = "oct";
        out["k"] = text(m_secret);
    } else if (m_kind == JwkKind::Rsa) {
        out["kty"] = "RSA";
        out["n"] = number(m_pair.get(), OSSL_PKEY_PARAM_RSA_N);
        out["e"] = number(m_pair.get(), OSSL_PKEY_PARAM_RSA_E);
    } else if (m_kind == JwkKind::Ed25519) {
        out["kty"] = "OKP";
        out["crv"] = "Ed25519";
        out["x"] = text(point(m_pair.get()));
    } else {
        const int length = coordinateLength(m_kind);
        const QByteArray both = point(m_pair.get()).sliced(1);
        out["kty"] = "EC";
        out["crv"] = m_kind == JwkKind::P256 ? "P-256" : m_kind == JwkKind::P384 ? "P-384" : "P-521";
        out["x"] = text(both.first(length));
        out["y"] = text(both.sliced(length));
    }
    return out;
}

QByteArray TokenMaker::token(const QByteArray &algorithm, const Json &claims) const
{
    Json header {{"typ", "JWT"}, {"alg", algorithm.toStdString()}};
    if (!m_id.isEmpty()) {
        header["kid"] = m_id.toStdString();
    }
    return raw(algorithm, toText(header), toText(claims));
}

QByteArray TokenMaker::raw(
    const QByteArray &algorithm, const QByteArray &header, const QByteArray &payload) const
{
    const QByteArray signedText = encodeBase64Url(header) + '.' + encodeBase64Url(payload);
    return signedText + '.' + encodeBase64Url(sign(algorithm, signedText));
}

QByteArray TokenMaker::sign(const QByteArray &algorithm, const QByteArray &text) const
{
    if (m_kind == JwkKind::Symmetric) {
        return macOf(algorithm, m_secret, text);
    }
    const int half = coordinateLength(m_kind);
    const QByteArray signature = signDer(algorithm, text);
    return half > 0 ? fromDer(signature, half) : signature;
}

QByteArray TokenMaker::signDer(const QByteArray &algorithm, const QByteArray &text) const
{
    const DigestContext digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX *context = nullptr;
    EVP_DigestSignInit(digest.get(), &context, hashOf(algorithm), nullptr, m_pair.get());
    if (algorithm.startsWith("PS")) {
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST);
    }
    QByteArray signature(1024, Qt::Uninitialized);
    std::size_t length = 1024;
    EVP_DigestSign(digest.get(), bytesOf(signature), &length,
        reinterpret_cast<const unsigned char *>(text.constData()), static_cast<std::size_t>(text.size()));
    return signature.first(static_cast<qsizetype>(length));
}

QByteArray keySetDocument(const std::vector<Json> &keys)
{
    Json list = Json::array();
    for (const Json &key : keys) {
        list.push_back(key);
    }
    return toText(Json {{"keys", std::move(list)}});
}

QByteArray macOf(const QByteArray &algorithm, const QByteArray &secret, const QByteArray &text)
{
    const auto hash = algorithm.endsWith("256") ? QCryptographicHash::Sha256
        : algorithm.endsWith("384")             ? QCryptographicHash::Sha384
                                                : QCryptographicHash::Sha512;
    return QMessageAuthenticationCode::hash(text, secret, hash);
}

} // namespace nexus

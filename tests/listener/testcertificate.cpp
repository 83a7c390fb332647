// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testcertificate.h"

#include <QSaveFile>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace nexus {

namespace {

void require(bool isTrue, const char *what)
{
    if (!isTrue) {
        qFatal("a test certificate could not be made: %s", what);
    }
}

EVP_PKEY *makeKey(const QByteArray &kind)
{
    if (kind == "RSA" || kind == "RSA1024") {
        return EVP_RSA_gen(kind == "RSA" ? 2048U : 1024U);
    }
    return kind == "EC" ? EVP_EC_gen("P-256") : EVP_PKEY_Q_keygen(nullptr, nullptr, kind.constData());
}

void addExtension(X509 *certificate, int nid, const QByteArray &value)
{
    X509_EXTENSION *const extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.constData());
    require(extension && X509_add_ext(certificate, extension, -1) == 1, "extension");
    X509_EXTENSION_free(extension);
}

template<typename Write>
QByteArray toPem(Write write)
{
    BIO *const bio = BIO_new(BIO_s_mem());
    require(bio && write(bio) == 1, "PEM");
    char *begin = nullptr;
    const long size = BIO_get_mem_data(bio, &begin);
    QByteArray pem(begin, static_cast<qsizetype>(size));
    BIO_free(bio);
    return pem;
}

} // namespace

struct TestCertificate::Native {
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
};

TestCertificate::TestCertificate()
    : TestCertificate(Wishes())
{ }

TestCertificate::TestCertificate(const Wishes &wishes, const TestCertificate *issuer)
    : m_native(std::make_unique<Native>())
{
    EVP_PKEY *const key = m_native->key = makeKey(wishes.kind);
    X509 *const certificate = m_native->certificate = X509_new();
    require(key && certificate, "key");
    X509_set_version(certificate, X509_VERSION_3);
    static_assert(sizeof(long) >= sizeof(std::uintptr_t));
    ASN1_INTEGER_set(X509_get_serialNumber(certificate),
        static_cast<long>(reinterpret_cast<std::uintptr_t>(certificate) & 0x7fffffff));
    X509_gmtime_adj(X509_getm_notBefore(certificate), wishes.validFrom);
    X509_gmtime_adj(X509_getm_notAfter(certificate), wishes.validUntil);
    X509_set_pubkey(certificate, key);
    X509_NAME *const name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char *>(wishes.name.constData()), -1, -1, 0);
    const Native &signer = issuer ? *issuer->m_native : *m_native;
    X509_set_issuer_name(certificate, X509_get_subject_name(signer.certificate));
    addExtension(
        certificate, NID_basic_constraints, wishes.isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (!wishes.isAuthority) {
        addExtension(certificate, NID_subject_alt_name, "IP:127.0.0.1");
    }
    const bool isEdwards = EVP_PKEY_get_base_id(signer.key) == EVP_PKEY_ED25519;
    require(X509_sign(certificate, signer.key, isEdwards ? nullptr : EVP_sha256()) > 0, "signature");
}

TestCertificate::~TestCertificate()
{
    X509_free(m_native->certificate);
    EVP_PKEY_free(m_native->key);
}

QByteArray TestCertificate::pem() const
{
    return toPem([this](BIO *bio) { return PEM_write_bio_X509(bio, m_native->certificate); });
}

QByteArray TestCertificate::keyPem() const
{
    return toPem([this](BIO *bio) {
        return PEM_write_bio_PrivateKey(bio, m_native->key, nullptr, nullptr, 0, nullptr, nullptr);
    });
}

QByteArray TestCertificate::encryptedKeyPem() const
{
    return toPem([this](BIO *bio) {
        static const char secret[] = "secret";
        return PEM_write_bio_PKCS8PrivateKey(
            bio, m_native->key, EVP_aes_128_cbc(), secret, sizeof(secret) - 1, nullptr, nullptr);
    });
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

} // namespace nexus

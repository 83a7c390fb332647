// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/tlsidentity.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace nexus {

namespace {

constexpr qint64 maxFileSize = 1024 * 1024;
constexpr const char *certificateName = "server.tls.certificate";
constexpr const char *keyName = "server.tls.key";

template<auto release>
struct Releaser {
    template<typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;

tl::unexpected<Error> fault(const char *name, const QString &text)
{
    return failure({.kind = ErrorKind::Unavailable,
        .message = QStringLiteral("%1: %2").arg(QLatin1String(name), text),
        .detail = {}});
}

Result<QByteArray> read(const char *name, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fault(name, QStringLiteral("cannot read %1: %2").arg(path, file.errorString()));
    }
    QByteArray bytes = file.read(maxFileSize);
    if (bytes.isEmpty()) {
        return fault(name, QStringLiteral("%1 is empty").arg(path));
    }
    return bytes;
}

// Called for the passphrase of an encrypted key. There is none; without a callback the terminal would be
// asked.
int onPassphraseWanted(char * /*buffer*/, int /*size*/, int /*isForWriting*/, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return -1;
}

Result<Key> readKey(const QByteArray &pem, const QString &path)
{
    const std::unique_ptr<BIO, Releaser<BIO_free>> bio(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    bool isEncrypted = false;
    Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, onPassphraseWanted, &isEncrypted));
    ERR_clear_error();
    if (isEncrypted) {
        return fault(keyName,
            QStringLiteral("the key in %1 is encrypted; write a plain one with 'openssl pkey -in %1 -out "
                           "FILE' and name that")
                .arg(path));
    }
    if (!key) {
        return fault(keyName,
            QStringLiteral("%1 holds no private key in PEM form ('-----BEGIN PRIVATE KEY-----')").arg(path));
    }
    return key;
}

Certificate toNative(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    return Certificate(d2i_X509(nullptr, &begin, static_cast<long>(der.size())));
}

bool fits(const QSslCertificate &certificate, const Key &key)
{
    const Certificate native = toNative(certificate);
    const bool isFit = native && X509_check_private_key(native.get(), key.get()) == 1;
    ERR_clear_error();
    return isFit;
}

// Qt makes an equal context for each connection, so what is refused here would fail every handshake.
Result<void> tryOut(const QSslCertificate &certificate, const Key &key, const QString &path)
{
    const std::unique_ptr<SSL_CTX, Releaser<SSL_CTX_free>> context(SSL_CTX_new(TLS_server_method()));
    const Certificate native = toNative(certificate);
    const bool isGood = context && native && SSL_CTX_use_certificate(context.get(), native.get()) == 1
        && SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1;
    const char *const reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    if (isGood) {
        return {};
    }
    return fault(certificateName,
        QStringLiteral("the certificate in %1 cannot be used (%2); make one with an EC key or an RSA key of "
                       "2048 bits")
            .arg(path, QLatin1String(reason ? reason : "unknown")));
}

QSslKey toQt(Key key, const QByteArray &pem)
{
    switch (EVP_PKEY_get_base_id(key.get())) {
    case EVP_PKEY_RSA:
        return QSslKey(pem, QSsl::Rsa);
    case EVP_PKEY_EC:
        return QSslKey(pem, QSsl::Ec);
    default:
        // Kinds that Qt has no name for, such as Ed25519, go by handle; QSslKey frees it.
        return QSslKey(Qt::HANDLE(key.release()), QSsl::PrivateKey);
    }
}

QString warningFor(const QSslCertificate &certificate, const QString &path)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (certificate.expiryDate() < now) {
        return QStringLiteral("The certificate in %1 has expired on %2; clients will refuse it.")
            .arg(path, certificate.expiryDate().toString(Qt::ISODate));
    }
    if (certificate.effectiveDate() > now) {
        return QStringLiteral("The certificate in %1 is not valid before %2; clients will refuse it.")
            .arg(path, certificate.effectiveDate().toString(Qt::ISODate));
    }
    return {};
}

QSslConfiguration configurationOf(const QList<QSslCertificate> &chain, const QSslKey &key)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    // Nothing of the client is verified, and each connection would read the system's authorities again.
    configuration.setCaCertificates({});
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    // A ticket is good only for the context that gave it, and each connection has its own.
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    return configuration;
}

} // namespace

Result<std::shared_ptr<const TlsIdentity>> TlsIdentity::load(
    const QString &certificatePath, const QString &keyPath)
{
    if (!QSslSocket::supportsSsl()) {
        return fault("server.tls", QStringLiteral("Qt has no TLS here; install its OpenSSL plugin"));
    }
    const Result<QByteArray> certificatePem = read(certificateName, certificatePath);
    if (!certificatePem) {
        return failure(certificatePem.error());
    }
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificatePem, QSsl::Pem);
    if (chain.isEmpty()) {
        return fault(certificateName,
            QStringLiteral("%1 holds no certificate in PEM form ('-----BEGIN CERTIFICATE-----')")
                .arg(certificatePath));
    }
    const Result<QByteArray> keyPem = read(keyName, keyPath);
    if (!keyPem) {
        return failure(keyPem.error());
    }
    Result<Key> key = readKey(*keyPem, keyPath);
    if (!key) {
        return failure(key.error());
    }
    if (!fits(chain.first(), *key)) {
        const bool isLater = std::any_of(chain.begin() + 1, chain.end(),
            [&key](const QSslCertificate &certificate) { return fits(certificate, *key); });
        return fault(keyName,
            isLater ? QStringLiteral("the certificate of the key in %1 must be the first one in %2")
                          .arg(keyPath, certificatePath)
                    : QStringLiteral("the key in %1 is not the one of the certificate in %2")
                          .arg(keyPath, certificatePath));
    }
    if (Result<void> isUsable = tryOut(chain.first(), *key, certificatePath); !isUsable) {
        return failure(isUsable.error());
    }
    const QSslKey qtKey = toQt(*std::move(key), *keyPem);
    if (qtKey.isNull()) {
        return fault(
            keyName, QStringLiteral("Qt cannot use the key in %1; use an EC or RSA key").arg(keyPath));
    }
    std::shared_ptr<TlsIdentity> identity(new TlsIdentity);
    identity->m_configuration = configurationOf(chain, qtKey);
    identity->m_warning = warningFor(chain.first(), certificatePath);
    identity->m_digest
        = QCryptographicHash::hash(*certificatePem + '\0' + *keyPem, QCryptographicHash::Sha256);
    return identity;
}

QString TlsIdentity::name() const
{
    const QSslCertificate certificate = m_configuration.localCertificate();
    const QStringList names = certificate.subjectInfo(QSslCertificate::CommonName)
        + QStringList(certificate.subjectAlternativeNames().values());
    return names.value(0);
}

QDateTime TlsIdentity::expiryDate() const
{
    return m_configuration.localCertificate().expiryDate();
}

} // namespace nexus

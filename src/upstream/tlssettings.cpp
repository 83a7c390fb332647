// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/tlssettings.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace nexus {

namespace {

constexpr qint64 maxFile = 4 * 1024 * 1024;

// One of the files, with what it takes to complain about it.
struct PemFile {
    const char *key; // of the configuration
    QString path;
    QString provider;

    [[nodiscard]] tl::unexpected<Error> refused(const QString &problem) const
    {
        return failure({.kind = ErrorKind::UpstreamUnreachable,
            .message = QStringLiteral("The file '%1' %2. Correct %3 under [llm.providers.%4.tls].")
                           .arg(path, problem, QLatin1String(key), provider),
            .detail = {}});
    }

    [[nodiscard]] Result<QByteArray> content() const
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return refused(QStringLiteral("cannot be read (%1)").arg(file.errorString()));
        }
        QByteArray content = file.read(maxFile + 1);
        if (file.error() != QFile::NoError) {
            return refused(QStringLiteral("cannot be read (%1)").arg(file.errorString()));
        }
        if (content.size() > maxFile) {
            return refused(QStringLiteral("is too large to be a PEM file"));
        }
        return content;
    }
};

Result<QList<QSslCertificate>> certificatesIn(const PemFile &file, QCryptographicHash &hash)
{
    const Result<QByteArray> content = file.content();
    if (!content) {
        return failure(content.error());
    }
    hash.addData(*content);
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(*content, QSsl::Pem);
    if (certificates.isEmpty()) {
        return file.refused(QStringLiteral("holds no certificate in PEM form"));
    }
    return certificates;
}

Result<QSslKey> keyIn(const PemFile &file, QCryptographicHash &hash)
{
    const Result<QByteArray> content = file.content();
    if (!content) {
        return failure(content.error());
    }
    hash.addData(*content);
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa, QSsl::Dsa}) {
        const QSslKey key(*content, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull()) {
            return key;
        }
    }
    return file.refused(
        QStringLiteral("holds no private key in PEM form that opens without a passphrase (RSA or EC)"));
}

// Told of one authority, Qt no longer looks the system's up by itself.
void trust(QSslConfiguration &configuration, const QList<QSslCertificate> &added)
{
    QList<QSslCertificate> trusted = configuration.caCertificates();
    if (trusted.isEmpty()) {
        trusted = QSslConfiguration::systemCaCertificates();
    }
    configuration.setCaCertificates(trusted + added);
}

} // namespace

Result<std::shared_ptr<const TlsSettings>> readTlsSettings(
    const UpstreamTls &files, const QString &providerName)
{
    TlsSettings settings;
    settings.configuration = QSslConfiguration::defaultConfiguration();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!files.caCertificate.isEmpty()) {
        const auto added = certificatesIn({"ca_certificate", files.caCertificate, providerName}, hash);
        if (!added) {
            return failure(added.error());
        }
        trust(settings.configuration, *added);
    }
    hash.addData("own");
    if (!files.certificate.isEmpty()) {
        const auto chain = certificatesIn({"certificate", files.certificate, providerName}, hash);
        if (!chain) {
            return failure(chain.error());
        }
        const Result<QSslKey> key = keyIn({"key", files.key, providerName}, hash);
        if (!key) {
            return failure(key.error());
        }
        settings.configuration.setLocalCertificateChain(*chain);
        settings.configuration.setPrivateKey(*key);
    }
    settings.fingerprint = hash.result().toHex();
    return std::make_shared<const TlsSettings>(std::move(settings));
}

} // namespace nexus

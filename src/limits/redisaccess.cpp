// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/redisaccess.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

#include <array>

namespace nexus {

namespace {

tl::unexpected<Error> unusable(const QString &detail)
{
    return failure({.kind = ErrorKind::Unavailable, .message = {}, .detail = detail});
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unusable(QStringLiteral("cannot read %1: %2").arg(path, file.errorString()));
    }
    return file.readAll();
}

Result<QList<QSslCertificate>> certificatesOf(const QString &path)
{
    const Result<QByteArray> pem = contentOf(path);
    if (!pem) {
        return failure(pem.error());
    }
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (certificates.isEmpty()) {
        return unusable(QStringLiteral("%1 holds no certificate in PEM").arg(path));
    }
    return certificates;
}

Result<QSslKey> keyOf(const QString &path)
{
    const Result<QByteArray> pem = contentOf(path);
    if (!pem) {
        return failure(pem.error());
    }
    for (const QSsl::KeyAlgorithm algorithm : std::array {QSsl::Ec, QSsl::Rsa, QSsl::Dsa}) {
        if (const QSslKey key(*pem, algorithm); !key.isNull()) {
            return key;
        }
    }
    return unusable(QStringLiteral("%1 holds no private key in PEM without a passphrase").arg(path));
}

Result<QSslConfiguration> tlsOf(const RedisTls &tls)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (tls.isInsecure) {
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    if (!tls.caCertPath.isEmpty()) {
        const Result<QList<QSslCertificate>> authorities = certificatesOf(tls.caCertPath);
        if (!authorities) {
            return failure(authorities.error());
        }
        configuration.setCaCertificates(*authorities);
    }
    if (!tls.clientCertPath.isEmpty()) {
        const Result<QList<QSslCertificate>> chain = certificatesOf(tls.clientCertPath);
        const Result<QSslKey> key = chain ? keyOf(tls.clientKeyPath) : failure(chain.error());
        if (!key) {
            return failure(key.error());
        }
        configuration.setLocalCertificateChain(*chain);
        configuration.setPrivateKey(*key);
    }
    return configuration;
}

// The number behind the first slash; 0 when nothing is there.
Result<int> databaseOf(const QUrl &url)
{
    const QString path = url.path();
    if (path.isEmpty() || path == QLatin1String("/")) {
        return 0;
    }
    bool isNumber = false;
    const int database = QStringView(path).sliced(1).toInt(&isNumber);
    if (!isNumber || database < 0) {
        return unusable(QStringLiteral("the path of the Redis URL must be the number of a database"));
    }
    return database;
}

} // namespace

QString RedisAccess::place() const
{
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    return name + u':' + QString::number(port);
}

QList<QList<QByteArray>> RedisAccess::greeting() const
{
    QList<QList<QByteArray>> commands;
    if (!password.isEmpty()) {
        QList<QByteArray> auth {"AUTH"};
        if (!user.isEmpty()) {
            auth.append(user);
        }
        auth.append(password.reveal());
        commands.append(auth);
    }
    if (database != 0) {
        commands.append({"SELECT", QByteArray::number(database)});
    }
    return commands;
}

Result<RedisAccess> redisAccess(const RedisStorage &storage)
{
    const QUrl url(QString::fromUtf8(storage.url.reveal()), QUrl::StrictMode);
    const Result<int> database = databaseOf(url);
    if (!database) {
        return failure(database.error());
    }
    RedisAccess access;
    access.host = url.host();
    access.port = static_cast<quint16>(url.port(access.port));
    access.user = url.userName(QUrl::FullyDecoded).toUtf8();
    access.password = Secret(url.password(QUrl::FullyDecoded).toUtf8());
    access.database = *database;
    const bool isTls
        = url.scheme() == QLatin1String("rediss") || (storage.tls.has_value() && storage.tls->isEnabled);
    if (isTls) {
        Result<QSslConfiguration> tls = tlsOf(storage.tls.value_or(RedisTls()));
        if (!tls) {
            return failure(tls.error());
        }
        access.tls = *std::move(tls);
    }
    return access;
}

} // namespace nexus

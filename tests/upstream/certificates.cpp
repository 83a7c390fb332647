// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificates.h"

#include <QProcess>
#include <QStandardPaths>

namespace nexus {

QString Certificates::makeAuthority()
{
    return request(QStringLiteral("ca"), QStringLiteral("ec"), {});
}

QString Certificates::make(const QString &name, const QString &algorithm)
{
    return request(name, algorithm,
        {QStringLiteral("-CA"), path(QStringLiteral("ca.pem")), QStringLiteral("-CAkey"),
            path(QStringLiteral("ca.key")), QStringLiteral("-addext"),
            QStringLiteral("basicConstraints=critical,CA:FALSE"), QStringLiteral("-addext"),
            QStringLiteral("subjectAltName=IP:127.0.0.1")});
}

QString Certificates::request(const QString &name, const QString &algorithm, const QStringList &more) const
{
    const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (openssl.isEmpty()) {
        return QStringLiteral("openssl is missing; './dev test' installs the package openssl");
    }
    QStringList arguments {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
        algorithm, QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"),
        QStringLiteral("-subj"), QStringLiteral("/CN=") + name, QStringLiteral("-keyout"),
        path(name + QStringLiteral(".key")), QStringLiteral("-out"), path(name + QStringLiteral(".pem"))};
    if (algorithm == QLatin1String("ec")) {
        arguments += {QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1")};
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(openssl, arguments + more);
    const bool isDone = process.waitForFinished() && process.exitCode() == 0;
    return isDone ? QString() : QStringLiteral("openssl failed: ") + QString::fromUtf8(process.readAll());
}

} // namespace nexus

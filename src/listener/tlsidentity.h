// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QSslConfiguration>
#include <QString>

#include <memory>

namespace nexus {

//! \brief Who the listener is under TLS: a certificate with its chain, and the key to it. Immutable; safe to
//! share between threads.
class TlsIdentity final {
public:
    //! \brief Reads both PEM files and checks that they belong together.
    //!
    //! The error names the file, the key of the configuration it comes from and the next step. Certificates
    //! out of their time are taken, see warning(). Blocks on the files.
    [[nodiscard]] static Result<std::shared_ptr<const TlsIdentity>> load(
        const QString &certificatePath, const QString &keyPath);

    //! \brief For sockets of the server's side: TLS 1.2 or newer, HTTP/1.1, no client certificates.
    [[nodiscard]] const QSslConfiguration &configuration() const { return m_configuration; }

    //! \brief What is odd about the certificate though it works, a whole sentence; empty when nothing is.
    [[nodiscard]] const QString &warning() const { return m_warning; }

    //! \brief The common name of the certificate, or its first other name.
    [[nodiscard]] QString name() const;
    [[nodiscard]] QDateTime expiryDate() const;

    //! \brief Whether both stand for the same certificates and the same key.
    [[nodiscard]] bool operator==(const TlsIdentity &other) const { return m_digest == other.m_digest; }

private:
    TlsIdentity() = default;

    QSslConfiguration m_configuration;
    QString m_warning;
    QByteArray m_digest; //!< of both files
};

} // namespace nexus

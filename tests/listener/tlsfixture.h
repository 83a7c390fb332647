// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gatewayfixture.h"
#include "listener/tlsidentity.h"
#include "testcertificate.h"
#include "tlsclient.h"

#include <QTemporaryDir>

namespace nexus {

//! \brief A GatewayFixture that speaks TLS with a certificate of its own.
struct TlsFixture : GatewayFixture {
    explicit TlsFixture(const ListenerLimits &limits = {})
        : GatewayFixture(limits)
    {
        use(certificate);
    }

    //! \brief Connections from now on get \a made, with \a chain behind it.
    void use(const TestCertificate &made, const QByteArray &chain = {})
    {
        const QString certificatePath = m_folder.filePath(QStringLiteral("cert.pem"));
        const QString keyPath = m_folder.filePath(QStringLiteral("key.pem"));
        writeFile(certificatePath, made.pem() + chain);
        writeFile(keyPath, made.keyPem());
        const auto identity = TlsIdentity::load(certificatePath, keyPath);
        if (!identity) {
            qFatal("%s", qPrintable(identity.error().message));
        }
        listener.setTls(*identity);
    }

    //! \brief A client on its way that trusts \a authority alone, by default the gateway's certificate.
    [[nodiscard]] std::unique_ptr<TlsClient> tlsClient(const QByteArray &authority = {}) const
    {
        auto made = std::make_unique<TlsClient>(authority.isEmpty() ? certificate.pem() : authority);
        made->connectTo(acceptor.port());
        return made;
    }

    TestCertificate certificate;

private:
    QTemporaryDir m_folder;
};

} // namespace nexus

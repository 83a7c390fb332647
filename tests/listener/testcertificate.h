// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include <memory>

namespace nexus {

//! \brief A certificate for 127.0.0.1 with its key, made on the spot.
class TestCertificate final {
public:
    struct Wishes {
        const char *kind = "EC"; //!< `EC`, `RSA`, `RSA1024` or `ED25519`
        QByteArray name = "127.0.0.1";
        qint64 validFrom = -3600; //!< seconds from now
        qint64 validUntil = 86'400;
        bool isAuthority = false;
    };

    //! \brief Signed by itself, or by \a issuer.
    explicit TestCertificate(const Wishes &wishes, const TestCertificate *issuer = nullptr);
    TestCertificate();
    ~TestCertificate();
    Q_DISABLE_COPY_MOVE(TestCertificate)

    [[nodiscard]] QByteArray pem() const;
    [[nodiscard]] QByteArray keyPem() const;
    //! \brief The key under the passphrase `secret`.
    [[nodiscard]] QByteArray encryptedKeyPem() const;

private:
    struct Native;

    std::unique_ptr<Native> m_native;
};

//! \brief Writes \a bytes to \a path through a new file that replaces the old one; the test fails when it
//! cannot.
void writeFile(const QString &path, const QByteArray &bytes);

} // namespace nexus

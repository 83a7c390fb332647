// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/providerconfig.h"

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>

#include <memory>

namespace nexus {

//! \brief How connections to one provider are encrypted, where its files say more than the system.
struct TlsSettings {
    QByteArray fingerprint; //!< of what the files hold; connections with different ones are kept apart
    QSslConfiguration configuration;
};

//! \brief Reads the PEM files of `[llm.providers.N.tls]`: certificates that are trusted beside the system's,
//! and the certificate that the gateway shows, with those that lead to its authority behind it.
//!
//! The private key is an RSA, EC or DSA one without a passphrase. \a providerName is used in error texts.
//! \return UpstreamUnreachable naming the file and its key in the configuration when one cannot be used
[[nodiscard]] Result<std::shared_ptr<const TlsSettings>> readTlsSettings(
    const UpstreamTls &files, const QString &providerName);

} // namespace nexus

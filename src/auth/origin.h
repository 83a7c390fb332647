// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace nexus {

//! \brief Where a web page comes from, as a browser says it in `Origin` (RFC 6454).
struct Origin {
    QByteArray scheme; //!< lower case
    QByteArray host; //!< see comparableHost(); of a scheme without hosts whatever stands in its place
    int port = -1; //!< -1 where none is written and the scheme has no usual one

    //! \brief `scheme://host`, with the port where it is not the usual one.
    [[nodiscard]] QByteArray text() const;
    //! \brief The same with the port in any case, where there is one.
    [[nodiscard]] QByteArray textWithPort() const;

    bool operator==(const Origin &) const = default;
};

//! \brief Reads `scheme://host[:port]`; nothing for `null`, for a list, and for what is malformed.
[[nodiscard]] std::optional<Origin> parseOrigin(QByteArrayView text);

//! \brief Whether \a origin is a page or an application of this machine: a loopback host on any port and with
//! any scheme, or `app://`, `tauri://`, `vscode-webview://`.
[[nodiscard]] bool isLocalOrigin(const Origin &origin);

//! \brief Whether \a origin is what a page of this gateway would send along with this `Host`.
//!
//! Where the gateway itself does not speak TLS, something in front of it may, so both http and https fit.
//! \a isTls says that it does, and then only https fits.
[[nodiscard]] bool isSameOrigin(const Origin &origin, QByteArrayView host, bool isTls);

} // namespace nexus

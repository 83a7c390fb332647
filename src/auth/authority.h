// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace nexus {

//! \brief Host and port as `Host` and `Origin` write them. Points into the text it was read from.
struct Authority {
    QByteArrayView host; //!< a name without a dot at its end, an IPv4 address, or an IPv6 address in brackets
    std::optional<quint16> port; //!< nothing when none is written
};

//! \brief Reads `name`, `name:8000`, `127.0.0.1:8000` or `[::1]:8000`; nothing when it is none of them.
//!
//! Stricter than a URL: an address is written in full and in decimal. A name that another reader could take
//! for an address, such as `127.1` or `0x7f.0.0.1`, is malformed, and so is an IPv6 zone.
[[nodiscard]] std::optional<Authority> parseAuthority(QByteArrayView text);

// What follows takes the host of an Authority that parseAuthority() returned.

//! \brief Whether \a host is an address, and no name that somebody's name server answers for.
[[nodiscard]] bool isIpLiteral(QByteArrayView host);

//! \brief Whether \a host is in 127.0.0.0/8 or is `[::1]`, also in the IPv6 form of the former.
[[nodiscard]] bool isLoopbackLiteral(QByteArrayView host);

//! \brief `localhost` or a name that ends in `.localhost` (RFC 6761 section 6.3).
[[nodiscard]] bool isLocalhostName(QByteArrayView host);

//! \brief \a host in the one form in which two of them can be compared.
[[nodiscard]] QByteArray comparableHost(QByteArrayView host);

} // namespace nexus

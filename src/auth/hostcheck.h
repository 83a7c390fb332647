// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/serverconfig.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace nexus {

//! \brief Decides whether a request's `Host` is a name of this gateway.
//!
//! A web page can point its own name to this machine (DNS rebinding) and then counts for the browser as a
//! page of the gateway. What it cannot change is its name in `Host`. The port is never looked at unless an
//! entry of the configuration has one.
//!
//! Without `server.allowed_hosts` these are taken: `localhost` and every name below it, loopback addresses,
//! `host.docker.internal`, and the listen address. A gateway that listens beyond loopback is reached under
//! addresses it does not know (all interfaces, port forwarding, containers), so there every IP address is
//! taken: an address cannot be rebound. Names always have to be listed.
//!
//! With `server.allowed_hosts` only its entries are taken, and loopback addresses (not `localhost`), which
//! the health check of the same machine uses. `*.example.com` stands for every name below example.com and not
//! for example.com itself; an entry with a port wants that port, where 80 and 443 may go unwritten. `*` takes
//! everything.
class HostCheck final {
public:
    explicit HostCheck(const ServerConfig &server);

    //! \brief Whether \a host, the value of a `Host` field, is taken. A malformed one never is, unless
    //! everything is.
    [[nodiscard]] bool allows(QByteArrayView host) const;

private:
    struct Entry {
        QByteArray host; // comparable; begins with a dot for the names below it
        std::optional<quint16> port;
    };

    [[nodiscard]] static std::optional<Entry> entryOf(const QString &text);

    bool m_isOff = false;
    bool m_isBuiltIn = true;
    bool m_takesLiterals = false;
    std::vector<Entry> m_entries;
};

} // namespace nexus

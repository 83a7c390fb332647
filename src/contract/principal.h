// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHostAddress>

namespace nexus {

//! \brief Who asks, as far as the gateway was told.
struct Principal {
    QByteArray label; //!< the plain name from Authorization, for people; empty without one
    QByteArray clientId; //!< from server.client_identification, empty while that is off
    QByteArray group; //!< of the client, empty for none
    QByteArray subject; //!< issuer and subject of the token, empty without OAuth
    QHostAddress address; //!< the client's own, also behind a proxy that is trusted

    bool operator==(const Principal &) const = default;
};

} // namespace nexus

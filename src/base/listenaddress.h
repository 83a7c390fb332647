// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QHostAddress>
#include <QString>

namespace nexus {

//! \brief Where a server listens.
struct ListenAddress {
    QHostAddress address {QHostAddress::LocalHost};
    quint16 port = 8000; //!< 0 lets the system choose

    bool operator==(const ListenAddress &) const = default;
};

//! \brief Reads `127.0.0.1:8000`, `[::1]:8000`, `localhost:8000` or `:8000` (this machine only).
//!
//! Names other than localhost are refused: what they mean would depend on the resolver. The message of the
//! error is a clause that follows the name of an option, such as "needs a port".
[[nodiscard]] Result<ListenAddress> parseListenAddress(QStringView text);

//! \brief \a address as parseListenAddress() reads it, IPv6 in brackets.
[[nodiscard]] QString formatListenAddress(const ListenAddress &address);

} // namespace nexus

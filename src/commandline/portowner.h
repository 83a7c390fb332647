// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/listenaddress.h"

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace nexus {

//! \brief A program that holds a port.
struct PortOwner {
    QString program;
    qint64 pid = 0;

    bool operator==(const PortOwner &) const = default;
};

//! \brief One listening socket of the kernel's list.
struct ListeningSocket {
    ListenAddress at;
    quint64 inode = 0;

    bool operator==(const ListeningSocket &) const = default;
};

//! \brief The listening sockets in a text in the form of `/proc/net/tcp` or `/proc/net/tcp6`.
//!
//! Lines that do not have that form are left out.
[[nodiscard]] std::vector<ListeningSocket> parseListeningSockets(QByteArrayView text);

//! \brief The program that listens at \a wanted or at all addresses of its port.
//!
//! Nothing off Linux, and where this user may not look into that program. Blocks on files under \a procRoot.
[[nodiscard]] std::optional<PortOwner> findPortOwner(
    const ListenAddress &wanted, const QString &procRoot = QStringLiteral("/proc"));

//! \brief The first of the 20 ports after \a taken that is free on its address, found by binding to each.
[[nodiscard]] std::optional<quint16> nextFreePort(const ListenAddress &taken);

//! \brief One line for a user whose port is taken: who has it, and what to try instead.
[[nodiscard]] QString describeTakenPort(
    const ListenAddress &taken, const std::optional<PortOwner> &owner, std::optional<quint16> freePort);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clientprogram.h"
#include "base/listenaddress.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace nexus {

//! \brief One line of the kernel's table of TCP sockets.
struct TcpSocket {
    ListenAddress local; //!< this end of it
    bool isListening = false;
    quint64 inode = 0; //!< 0 when no process holds it any more

    bool operator==(const TcpSocket &) const = default;
};

//! \brief The sockets in a text in the form of `/proc/net/tcp` or `/proc/net/tcp6`; other lines are left out.
[[nodiscard]] std::vector<TcpSocket> parseTcpTable(QByteArrayView text);

//! \brief Both tables below \a procRoot, IPv4 first. Empty off Linux. Blocks on files, as all of these do.
[[nodiscard]] std::vector<TcpSocket> tcpSockets(const QString &procRoot);

//! \brief The processes of this machine, by their ids.
[[nodiscard]] std::vector<qint64> runningProcesses(const QString &procRoot);

//! \brief Those of \a inodes, which are sorted, that process \a pid holds; none where this user may not look
//! into it.
[[nodiscard]] std::vector<quint64> heldSockets(
    qint64 pid, const std::vector<quint64> &inodes, const QString &procRoot);

//! \brief How process \a pid is called, and its file where that may be seen.
[[nodiscard]] ClientProgram programOf(qint64 pid, const QString &procRoot);

} // namespace nexus

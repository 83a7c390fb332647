// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/portowner.h"

#include "base/socketholders.h"

#include <QTcpServer>

#include <algorithm>

namespace nexus {

namespace {

constexpr int PORTS_TO_TRY = 20;

bool isAny(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6)
        || address == QHostAddress(QHostAddress::Any);
}

bool collides(const ListenAddress &wanted, const ListenAddress &held)
{
    const bool isSame = wanted.address.isEqual(held.address, QHostAddress::ConvertV4MappedToIPv4);
    return wanted.port == held.port && (isSame || isAny(wanted.address) || isAny(held.address));
}

} // namespace

std::optional<PortOwner> findPortOwner(const ListenAddress &wanted, const QString &procRoot)
{
    for (const TcpSocket &socket : tcpSockets(procRoot)) {
        if (!socket.isListening || !collides(wanted, socket.local)) {
            continue;
        }
        for (const qint64 pid : runningProcesses(procRoot)) {
            if (!heldSockets(pid, {socket.inode}, procRoot).empty()) {
                return PortOwner {programOf(pid, procRoot).name, pid};
            }
        }
    }
    return std::nullopt;
}

std::optional<quint16> nextFreePort(const ListenAddress &taken)
{
    const int last = std::min(taken.port + PORTS_TO_TRY, 65535);
    for (int port = taken.port + 1; port <= last; ++port) {
        QTcpServer probe;
        if (probe.listen(taken.address, static_cast<quint16>(port))) {
            return probe.serverPort();
        }
    }
    return std::nullopt;
}

QString describeTakenPort(
    const ListenAddress &taken, const std::optional<PortOwner> &owner, std::optional<quint16> freePort)
{
    QString text = QStringLiteral("%1 is already in use").arg(formatListenAddress(taken));
    if (owner) {
        text += QStringLiteral(" by %1 (process %2)").arg(owner->program).arg(owner->pid);
    }
    if (freePort) {
        text += QStringLiteral("; try --listen-address %1")
                    .arg(formatListenAddress({taken.address, *freePort}));
    }
    return text;
}

} // namespace nexus

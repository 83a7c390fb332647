// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>
#include <QtEndian>

namespace nexus::kit {

//! \brief \a address as the kernel prints 32 bits of one, which depends on the byte order of the machine.
inline QByteArray kernelHex(quint32 address)
{
    return QByteArray::number(qToBigEndian(address), 16).rightJustified(8, '0').toUpper();
}

//! \brief The first line of `/proc/net/tcp`.
inline QByteArray tcpTableHead()
{
    return "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout "
           "inode\n";
}

//! \brief A socket in `/proc/net/tcp`; its \a state is `0A` when it listens and `01` when it is connected.
inline QByteArray tcpTableLine(const QByteArray &address, quint16 port, const char *state, int inode)
{
    const QByteArray hexPort = QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    return "   0: " + address + ':' + hexPort + " 00000000:0000 " + state
        + " 00000000:00000000 00:00000000 00000000     0        0 " + QByteArray::number(inode)
        + " 1 0000000000000000 100 0 0 10 0\n";
}

//! \brief Writes a file below a tree that stands for `/proc`.
[[nodiscard]] inline bool writeProcFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(text) == text.size();
}

//! \brief Lets process \a pid of the tree hold a socket.
[[nodiscard]] inline bool addProcSocket(const QString &root, qint64 pid, int descriptor, int inode)
{
    const QString folder = root + u'/' + QString::number(pid) + QLatin1String("/fd");
    return QDir().mkpath(folder)
        && QFile::link(QStringLiteral("socket:[%1]").arg(inode), folder + u'/' + QString::number(descriptor));
}

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline/portowner.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QtEndian>

#include <cstring>

namespace nexus {

namespace {

constexpr int PORTS_TO_TRY = 20;

// The kernel prints each 32 bits of an address as a number of this machine.
bool readWord(QByteArrayView hex, uchar *out)
{
    bool isHex = false;
    const quint32 word = hex.toByteArray().toUInt(&isHex, 16);
    std::memcpy(out, &word, sizeof word);
    return isHex;
}

std::optional<QHostAddress> readAddress(QByteArrayView hex)
{
    constexpr qsizetype WORD = 8;
    Q_IPV6ADDR bytes {};
    const qsizetype words = hex.size() / WORD;
    if (hex.size() % WORD != 0 || (words != 1 && words != 4)) {
        return std::nullopt;
    }
    for (qsizetype i = 0; i < words; ++i) {
        if (!readWord(hex.sliced(i * WORD, WORD), &bytes.c[i * 4])) {
            return std::nullopt;
        }
    }
    return words == 4 ? QHostAddress(bytes) : QHostAddress(qFromBigEndian<quint32>(&bytes.c[0]));
}

std::optional<ListeningSocket> readLine(const QByteArray &line)
{
    constexpr qsizetype LOCAL_ADDRESS = 1;
    constexpr qsizetype STATE = 3;
    constexpr qsizetype INODE = 9;
    const QList<QByteArray> fields = line.simplified().split(' ');
    if (fields.size() <= INODE || fields.at(STATE) != "0A") {
        return std::nullopt;
    }
    const QByteArray &local = fields.at(LOCAL_ADDRESS);
    const qsizetype colon = local.indexOf(':');
    const auto address = colon < 0 ? std::nullopt : readAddress(QByteArrayView(local).first(colon));
    bool isPort = false;
    bool isInode = false;
    const quint16 port = local.mid(colon + 1).toUShort(&isPort, 16);
    const quint64 inode = fields.at(INODE).toULongLong(&isInode);
    if (!address || !isPort || !isInode) {
        return std::nullopt;
    }
    return ListeningSocket {{*address, port}, inode};
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

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

bool holdsSocket(const QString &processPath, quint64 inode)
{
    const QDir descriptors(processPath + QLatin1String("/fd"));
    const QString wanted = QStringLiteral("socket:[%1]").arg(inode);
    // These links point nowhere, so only the System filter lists them.
    const QFileInfoList entries
        = descriptors.entryInfoList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    return std::ranges::any_of(
        entries, [&wanted](const QFileInfo &entry) { return entry.symLinkTarget().endsWith(wanted); });
}

std::optional<PortOwner> processWith(quint64 inode, const QString &procRoot)
{
    const QStringList names = QDir(procRoot).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        bool isPid = false;
        const qint64 pid = name.toLongLong(&isPid);
        const QString path = procRoot + u'/' + name;
        if (isPid && holdsSocket(path, inode)) {
            const QByteArray program = readAll(path + QLatin1String("/comm")).trimmed();
            return PortOwner {QString::fromUtf8(program), pid};
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<ListeningSocket> parseListeningSockets(QByteArrayView text)
{
    std::vector<ListeningSocket> sockets;
    for (const QByteArray &line : text.toByteArray().split('\n')) {
        if (const std::optional<ListeningSocket> socket = readLine(line)) {
            sockets.push_back(*socket);
        }
    }
    return sockets;
}

std::optional<PortOwner> findPortOwner(const ListenAddress &wanted, const QString &procRoot)
{
    for (const QLatin1String table : {QLatin1String("/net/tcp"), QLatin1String("/net/tcp6")}) {
        for (const ListeningSocket &socket : parseListeningSockets(readAll(procRoot + table))) {
            if (!collides(wanted, socket.at)) {
                continue;
            }
            if (std::optional<PortOwner> owner = processWith(socket.inode, procRoot)) {
                return owner;
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

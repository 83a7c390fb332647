// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline/portowner.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using namespace nexus;

namespace {

// The kernel's form, which depends on the byte order of the machine.
QByteArray kernelHex(quint32 address)
{
    return QByteArray::number(qToBigEndian(address), 16).rightJustified(8, '0').toUpper();
}

QByteArray tableLine(const QByteArray &address, quint16 port, const char *state, int inode)
{
    const QByteArray hexPort = QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    return "   0: " + address + ':' + hexPort + " 00000000:0000 " + state
        + " 00000000:00000000 00:00000000 00000000     0        0 " + QByteArray::number(inode)
        + " 1 0000000000000000 100 0 0 10 0\n";
}

QByteArray tableHead()
{
    return "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout "
           "inode\n";
}

void write(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

} // namespace

class TestPortOwner final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheKernelsTable()
    {
        const QByteArray v6 = kernelHex(0) + kernelHex(0) + kernelHex(0) + kernelHex(1);
        const QByteArray text = tableHead() + tableLine(kernelHex(0x7F000001), 8000, "0A", 11)
            + tableLine(kernelHex(0x7F000001), 8001, "01", 12) + tableLine(v6, 8002, "0A", 13)
            + "broken line\n" + tableLine("XYZ", 1, "0A", 14);
        const std::vector<ListeningSocket> expected {
            {{QHostAddress(QHostAddress::LocalHost), 8000}, 11},
            {{QHostAddress(QHostAddress::LocalHostIPv6), 8002}, 13},
        };
        QVERIFY(parseListeningSockets(text) == expected);
    }

    void findsTheProcessInATree()
    {
        const QTemporaryDir root;
        const QString proc = root.path();
        write(proc + QStringLiteral("/net/tcp"), tableHead() + tableLine(kernelHex(0), 8000, "0A", 77));
        write(proc + QStringLiteral("/12/comm"), "other\n");
        write(proc + QStringLiteral("/34/comm"), "python3\n");
        QVERIFY(QDir().mkpath(proc + QStringLiteral("/12/fd")));
        QVERIFY(QDir().mkpath(proc + QStringLiteral("/34/fd")));
        QVERIFY(QFile::link(QStringLiteral("socket:[7]"), proc + QStringLiteral("/12/fd/3")));
        QVERIFY(QFile::link(QStringLiteral("socket:[77]"), proc + QStringLiteral("/34/fd/5")));
        const ListenAddress wanted {QHostAddress(QHostAddress::LocalHost), 8000};
        QCOMPARE(findPortOwner(wanted, proc), (PortOwner {QStringLiteral("python3"), 34}));
        QVERIFY(!findPortOwner({wanted.address, 8001}, proc).has_value());
        QVERIFY(!findPortOwner(wanted, proc + QStringLiteral("/nothing")).has_value());
    }

    void findsItself()
    {
#ifndef Q_OS_LINUX
        QSKIP("needs /proc");
#endif
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        const auto owner = findPortOwner({server.serverAddress(), server.serverPort()});
        QVERIFY(owner.has_value());
        QCOMPARE(owner->pid, QCoreApplication::applicationPid());
        QVERIFY(!owner->program.isEmpty());
    }

    void theNextFreePortIsFree()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        const ListenAddress taken {server.serverAddress(), server.serverPort()};
        const auto port = nextFreePort(taken);
        if (!port) {
            QSKIP("the twenty ports behind are all taken");
        }
        QVERIFY(*port > taken.port && *port <= taken.port + 20);
    }

    void noPortBehindTheLast()
    {
        QVERIFY(!nextFreePort({QHostAddress(QHostAddress::LocalHost), 65535}).has_value());
    }

    void theLineForTheUser()
    {
        const ListenAddress taken {QHostAddress(QHostAddress::LocalHost), 8000};
        QCOMPARE(describeTakenPort(taken, PortOwner {QStringLiteral("python3"), 34}, quint16(8001)),
            QStringLiteral("127.0.0.1:8000 is already in use by python3 (process 34); try --listen-address "
                           "127.0.0.1:8001"));
        QCOMPARE(describeTakenPort(taken, std::nullopt, std::nullopt),
            QStringLiteral("127.0.0.1:8000 is already in use"));
    }
};

QTEST_GUILESS_MAIN(TestPortOwner)
#include "tst_portowner.moc"

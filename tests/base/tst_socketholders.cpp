// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/socketholders.h"
#include "kit/proctable.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

using namespace nexus;
using namespace nexus::kit;

class TestSocketHolders final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheKernelsTable()
    {
        const QByteArray v6 = kernelHex(0) + kernelHex(0) + kernelHex(0) + kernelHex(1);
        const QByteArray text = tcpTableHead() + tcpTableLine(kernelHex(0x7F000001), 8000, "0A", 11)
            + tcpTableLine(kernelHex(0x7F000001), 8001, "01", 12) + tcpTableLine(v6, 8002, "0A", 13)
            + "broken line\n" + tcpTableLine("XYZ", 1, "0A", 14) + tcpTableLine("7F00000", 1, "0A", 15)
            + "   0: 0100007F 00000000:0000 0A 0 0 0 0 0 16\n";
        const std::vector<TcpSocket> expected {
            {{QHostAddress(QHostAddress::LocalHost), 8000}, true, 11},
            {{QHostAddress(QHostAddress::LocalHost), 8001}, false, 12},
            {{QHostAddress(QHostAddress::LocalHostIPv6), 8002}, true, 13},
        };
        QVERIFY(parseTcpTable(text) == expected);
        QVERIFY(parseTcpTable({}).empty());
    }

    void aTableCutAnywhereIsReadAsFarAsItGoes()
    {
        const QByteArray text = tcpTableHead() + tcpTableLine(kernelHex(0x7F000001), 8000, "0A", 11);
        for (qsizetype size = 0; size <= text.size(); ++size) {
            QVERIFY(parseTcpTable(text.first(size)).size() <= 1);
        }
    }

    void bothTablesAreRead()
    {
        const QTemporaryDir root;
        const QByteArray v6 = kernelHex(0) + kernelHex(0) + kernelHex(0) + kernelHex(1);
        QVERIFY(writeProcFile(
            root.filePath(QStringLiteral("net/tcp")), tcpTableLine(kernelHex(0x7F000001), 1, "01", 5)));
        QVERIFY(writeProcFile(root.filePath(QStringLiteral("net/tcp6")), tcpTableLine(v6, 2, "01", 6)));
        const std::vector<TcpSocket> sockets = tcpSockets(root.path());
        QCOMPARE(sockets.size(), std::size_t(2));
        QCOMPARE(sockets[0].inode, quint64(5));
        QCOMPARE(sockets[1].inode, quint64(6));
        QVERIFY(tcpSockets(root.filePath(QStringLiteral("nothing"))).empty());
    }

    void findsWhatAProcessHolds()
    {
        const QTemporaryDir root;
        QVERIFY(writeProcFile(root.filePath(QStringLiteral("34/comm")), "python3\n"));
        QVERIFY(writeProcFile(root.filePath(QStringLiteral("self/comm")), "no number\n"));
        QVERIFY(addProcSocket(root.path(), 34, 5, 77));
        QVERIFY(addProcSocket(root.path(), 34, 6, 78));
        QVERIFY(QFile::link(QStringLiteral("pipe:[79]"), root.filePath(QStringLiteral("34/fd/7"))));
        QCOMPARE(runningProcesses(root.path()), std::vector<qint64> {34});
        QCOMPARE(heldSockets(34, {7, 77, 79}, root.path()), std::vector<quint64> {77});
        QVERIFY(heldSockets(35, {77}, root.path()).empty());
        QCOMPARE(programOf(34, root.path()), (ClientProgram {QStringLiteral("python3"), {}, 34}));
    }

    void anUpdatedFileKeepsItsName()
    {
        const QTemporaryDir root;
        QVERIFY(writeProcFile(root.filePath(QStringLiteral("34/comm")), "tool\n"));
        QVERIFY(
            QFile::link(QStringLiteral("/usr/bin/tool (deleted)"), root.filePath(QStringLiteral("34/exe"))));
        QCOMPARE(programOf(34, root.path()).path, QStringLiteral("/usr/bin/tool"));
    }

    void findsItself()
    {
#ifndef Q_OS_LINUX
        QSKIP("needs /proc");
#endif
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        const QString root = QStringLiteral("/proc");
        const qint64 own = QCoreApplication::applicationPid();
        const std::vector<TcpSocket> sockets = tcpSockets(root);
        const auto socket = std::ranges::find_if(sockets, [&server](const TcpSocket &candidate) {
            return candidate.isListening && candidate.local.port == server.serverPort();
        });
        QVERIFY(socket != sockets.end());
        QCOMPARE(heldSockets(own, {socket->inode}, root), std::vector<quint64> {socket->inode});
        const ClientProgram program = programOf(own, root);
        QVERIFY(!program.name.isEmpty());
        QCOMPARE(program.path, QCoreApplication::applicationFilePath());
    }
};

QTEST_GUILESS_MAIN(TestSocketHolders)
#include "tst_socketholders.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/portowner.h"
#include "kit/proctable.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

using namespace nexus;
using namespace nexus::kit;

class TestPortOwner final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheProcessInATree()
    {
        const QTemporaryDir root;
        const QString proc = root.path();
        QVERIFY(writeProcFile(proc + QStringLiteral("/net/tcp"),
            tcpTableHead() + tcpTableLine(kernelHex(0), 8000, "01", 7)
                + tcpTableLine(kernelHex(0), 8000, "0A", 77)));
        QVERIFY(writeProcFile(proc + QStringLiteral("/12/comm"), "other\n"));
        QVERIFY(writeProcFile(proc + QStringLiteral("/34/comm"), "python3\n"));
        QVERIFY(addProcSocket(proc, 12, 3, 7));
        QVERIFY(addProcSocket(proc, 34, 5, 77));
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

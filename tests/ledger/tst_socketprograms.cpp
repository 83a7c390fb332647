// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/proctable.h"
#include "ledger/programs/socketprograms.h"

#include <QNetworkInterface>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace nexus;
using namespace nexus::kit;

namespace {

const QHostAddress loopback(QHostAddress::LocalHost);

// What this program does as the client of another: it connects and stays until its input ends.
int connectAndWait(const QByteArray &port)
{
    QTcpSocket socket;
    socket.connectToHost(loopback, port.toUShort());
    QFile input;
    if (!socket.waitForConnected() || !input.open(stdin, QIODevice::ReadOnly)) {
        return 1;
    }
    (void)input.readLine();
    return 0;
}

// A client process and the gateway's end of its connection.
class Client final {
public:
    Client()
    {
        (void)m_server.listen(QHostAddress::LocalHost, 0);
        m_process.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("connect"), QString::number(m_server.serverPort())});
        (void)m_server.waitForNewConnection(10'000);
        m_socket.reset(m_server.nextPendingConnection());
    }

    ~Client()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Client)

    [[nodiscard]] bool isConnected() const { return m_socket != nullptr; }
    [[nodiscard]] quint16 port() const { return m_socket->peerPort(); }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

private:
    QTcpServer m_server;
    QProcess m_process;
    std::unique_ptr<QTcpSocket> m_socket;
};

} // namespace

class SocketProgramsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anotherProgramIsFound();
    void severalAreFoundTogether();
    void addressesOfThisMachineCount();
    void otherMachinesAreNotLookedFor();
    void whatHasGoneStaysUnknown();
    void mappedAddressesAreTheSame();
    void questionsAreBounded();
    void anEndInTheMiddleOfALook();
};

void SocketProgramsTest::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("needs /proc");
#endif
}

void SocketProgramsTest::anotherProgramIsFound()
{
    SocketPrograms programs;
    const Client client;
    QVERIFY(client.isConnected());
    const auto slot = programs.find(loopback, client.port());
    QVERIFY(slot);
    QTRY_VERIFY(slot->program().has_value());
    QCOMPARE(slot->program()->pid, client.pid());
    QCOMPARE(slot->program()->path, QCoreApplication::applicationFilePath());
    QVERIFY(slot->program()->name.startsWith(QStringLiteral("tst_socketprog")));
}

void SocketProgramsTest::severalAreFoundTogether()
{
    SocketPrograms programs;
    const Client first;
    const Client second;
    QVERIFY(first.isConnected() && second.isConnected());
    const auto one = programs.find(loopback, first.port());
    const auto two = programs.find(loopback, second.port());
    const auto again = programs.find(loopback, first.port());
    QTRY_VERIFY(one->program() && two->program() && again->program());
    QCOMPARE(one->program()->pid, first.pid());
    QCOMPARE(two->program()->pid, second.pid());
    QCOMPARE(again->program()->pid, first.pid());
    // A process that was found before is looked into first.
    const auto later = programs.find(loopback, second.port());
    QTRY_VERIFY(later->program());
    QCOMPARE(later->program()->pid, second.pid());
}

void SocketProgramsTest::addressesOfThisMachineCount()
{
    SocketPrograms programs;
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        QTRY_VERIFY(programs.find(address, 1) != nullptr);
    }
}

void SocketProgramsTest::otherMachinesAreNotLookedFor()
{
    SocketPrograms programs;
    QVERIFY(!programs.find(QHostAddress(QStringLiteral("192.0.2.1")), 80));
    QVERIFY(!programs.find(QHostAddress(QStringLiteral("2001:db8::1")), 80));
    QVERIFY(!programs.find({}, 80));
}

void SocketProgramsTest::whatHasGoneStaysUnknown()
{
    SocketPrograms programs;
    const Client client;
    QVERIFY(client.isConnected());
    quint16 gone = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        gone = server.serverPort();
    }
    const auto nobody = programs.find(loopback, gone);
    const auto somebody = programs.find(loopback, client.port());
    QTRY_VERIFY(somebody->program());
    QVERIFY(!nobody->program());
}

void SocketProgramsTest::mappedAddressesAreTheSame()
{
    const QTemporaryDir root;
    const QByteArray mapped = kernelHex(0) + kernelHex(0) + kernelHex(0x0000FFFF) + kernelHex(0x7F000001);
    QVERIFY(writeProcFile(root.filePath(QStringLiteral("net/tcp6")),
        tcpTableLine(mapped, 4000, "0A", 6) + tcpTableLine(mapped, 4000, "01", 7)
            + tcpTableLine(mapped, 4000, "06", 0)));
    QVERIFY(writeProcFile(root.filePath(QStringLiteral("11/comm")), "server\n"));
    QVERIFY(writeProcFile(root.filePath(QStringLiteral("12/comm")), "client\n"));
    QVERIFY(addProcSocket(root.path(), 11, 3, 6));
    QVERIFY(addProcSocket(root.path(), 12, 3, 7));
    SocketPrograms programs(root.path());
    const auto plain = programs.find(loopback, 4000);
    const auto other = programs.find(QHostAddress(QStringLiteral("::ffff:127.0.0.1")), 4000);
    QTRY_VERIFY(plain->program() && other->program());
    QCOMPARE(plain->program()->name, QStringLiteral("client"));
    QCOMPARE(other->program()->pid, 12);
}

void SocketProgramsTest::questionsAreBounded()
{
    SocketPrograms programs;
    std::size_t taken = 0;
    bool isRefused = false;
    for (std::size_t i = 0; i < 200 * SocketPrograms::maxQuestions && !isRefused; ++i) {
        isRefused = programs.find(loopback, 1) == nullptr;
        taken += isRefused ? 0 : 1;
    }
    QVERIFY(isRefused);
    QVERIFY(taken >= SocketPrograms::maxQuestions);
}

void SocketProgramsTest::anEndInTheMiddleOfALook()
{
    for (int i = 0; i < 20; ++i) {
        SocketPrograms programs;
        (void)programs.find(loopback, 1);
    }
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "connect") == 0) {
        return connectAndWait(argv[2]);
    }
    SocketProgramsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_socketprograms.moc"

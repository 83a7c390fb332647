// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayfixture.h"

#include <QtEndian>
#include <QThread>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nexus {

namespace {

constexpr auto getRequest = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

//! A listener in a thread of its own, as the service has them.
class Worker final {
public:
    explicit Worker(const std::shared_ptr<ConnectionCount> &count)
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_context,
            [this, count] {
                m_listener = std::make_unique<HttpListener>(ListenerLimits(), m_handler, count, Logger());
            },
            Qt::BlockingQueuedConnection);
    }

    ~Worker()
    {
        QMetaObject::invokeMethod(
            &m_context, [this] { m_listener.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Worker)

    void adopt(qintptr descriptor)
    {
        QMetaObject::invokeMethod(&m_context, [this, descriptor] { m_listener->adopt(descriptor); });
    }

    //! Only after the worker is idle.
    [[nodiscard]] std::size_t requestCount() const { return m_handler.requests.size(); }

private:
    QThread m_thread;
    QObject m_context;
    ScriptedHandler m_handler;
    std::unique_ptr<HttpListener> m_listener;
};

} // namespace

class TestAcceptor final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manySimultaneousClientsAreAllAnswered();
    void connectionsOverTheMaximumGet503();
    void aTakenPortIsAnError();
    void closingStopsAccepting();
    void withoutWorkersClientsAreTurnedAway();
    void runningOutOfDescriptorsIsSurvived();
};

void TestAcceptor::manySimultaneousClientsAreAllAnswered()
{
    const auto count = std::make_shared<ConnectionCount>();
    auto first = std::make_unique<Worker>(count);
    auto second = std::make_unique<Worker>(count);
    Acceptor acceptor(count, {});
    acceptor.addWorker([&first](qintptr descriptor) { first->adopt(descriptor); });
    acceptor.addWorker([&second](qintptr descriptor) { second->adopt(descriptor); });
    QVERIFY(acceptor.open(QHostAddress(QHostAddress::LocalHost), 0));
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(std::make_unique<kit::RawClient>());
        clients.back()->connectTo(acceptor.port());
        clients.back()->send(getRequest);
    }
    for (const auto &client : clients) {
        QVERIFY(client->waitForAnswers());
        QCOMPARE(client->answer().status, 200);
    }
    QCOMPARE(count->open(), 200);
    clients.clear();
    QTRY_COMPARE(count->open(), 0);
    QCOMPARE(first->requestCount(), std::size_t(100));
    QCOMPARE(second->requestCount(), std::size_t(100));
}

void TestAcceptor::connectionsOverTheMaximumGet503()
{
    GatewayFixture gateway;
    gateway.acceptor.setMaxConnections(2);
    auto first = gateway.client();
    first->send(getRequest);
    const auto second = gateway.client();
    second->send(getRequest);
    QVERIFY(first->waitForAnswers());
    QVERIFY(second->waitForAnswers());
    const auto third = gateway.client();
    third->send(getRequest);
    QVERIFY(third->waitForClosed());
    const kit::Answer answer = third->answer();
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.isComplete);
    QCOMPARE(answer.header("connection"), QByteArray("close"));
    QVERIFY(answer.body.contains("\"overloaded_error\""));
    QCOMPARE(gateway.handler.requests.size(), std::size_t(2));
    first.reset();
    QTRY_COMPARE(gateway.count->open(), 1);
    QCOMPARE(gateway.answerTo(getRequest).status, 200);
}

void TestAcceptor::aTakenPortIsAnError()
{
    GatewayFixture gateway;
    Acceptor other(gateway.count, {});
    const auto opened = other.open(QHostAddress(QHostAddress::LocalHost), gateway.acceptor.port());
    QVERIFY(!opened);
    const QString place = QStringLiteral("127.0.0.1:%1").arg(gateway.acceptor.port());
    QVERIFY(opened.error().message.contains(place));
}

void TestAcceptor::closingStopsAccepting()
{
    GatewayFixture gateway;
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForAnswers());
    const quint16 port = gateway.acceptor.port();
    gateway.acceptor.close();
    kit::RawClient late;
    late.connectTo(port);
    QVERIFY(late.waitForClosed());
    client->send(getRequest);
    QVERIFY(client->waitForAnswers(2));
}

void TestAcceptor::withoutWorkersClientsAreTurnedAway()
{
    const auto count = std::make_shared<ConnectionCount>();
    Acceptor acceptor(count, {});
    QVERIFY(acceptor.open(QHostAddress(QHostAddress::LocalHost), 0));
    kit::RawClient client;
    client.connectTo(acceptor.port());
    client.send(getRequest);
    QVERIFY(client.waitForClosed());
    QCOMPARE(client.answer().status, 503);
    QCOMPARE(count->open(), 0);
}

void TestAcceptor::runningOutOfDescriptorsIsSurvived()
{
    GatewayFixture gateway;
    const auto client = gateway.client();
    client->send(getRequest);
    QVERIFY(client->waitForAnswers());
    // The late client has its descriptor, then no other is left for the accepted side.
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    const int next = ::dup(descriptor);
    QVERIFY(next >= 0);
    ::close(next);
    rlimit before {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = static_cast<rlim_t>(next);
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &tight), 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = qToBigEndian(gateway.acceptor.port());
    address.sin_addr.s_addr = qToBigEndian(INADDR_LOOPBACK);
    const int connected
        = ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address));
    const bool hasFailed = QTest::qWaitFor([&gateway] { return gateway.log.contains("accept_failed"); });
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QCOMPARE(connected, 0);
    QVERIFY(hasFailed);
    QTcpSocket late;
    QVERIFY(late.setSocketDescriptor(descriptor));
    late.write(getRequest);
    QByteArray received;
    QTRY_VERIFY((received += late.readAll()).startsWith("HTTP/1.1 200"));
    // Paused between its attempts, it did not spin.
    QVERIFY(gateway.log.count("accept_failed") < 100);
}

} // namespace nexus

QTEST_GUILESS_MAIN(nexus::TestAcceptor)
#include "tst_acceptor.moc"

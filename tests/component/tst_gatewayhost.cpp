// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/rawclient.h"
#include "kit/scriptedprovider.h"
#include "service/gatewayhost.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace nexus;

//! \brief The gateway with the file it follows, as both programs run it.
class GatewayHostTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aPausedGatewayRefusesAndResumes();
    void aTakenPortFailsAndCanBeTriedAgain();
    void aBadFileFailsUntilItIsMended();
    void anotherPortIsFollowedWhileServing();
    void aTakenPortInAnEditLeavesTheOldOne();
    void aBadEditIsTheProblemUntilItIsMended();

private:
    void write(const QByteArray &more = {}, quint16 port = 0);
    [[nodiscard]] int statusOf(quint16 port);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<kit::ScriptedProvider> m_provider;
    std::unique_ptr<LogOutput> m_log;
    std::unique_ptr<GatewayHost> m_host;
    QString m_path;
};

void GatewayHostTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("nexus.toml"));
    m_provider = std::make_unique<kit::ScriptedProvider>();
    m_provider->setDefaultReply(kit::Reply::json(200, "{}"));
    m_log = std::make_unique<LogOutput>(LogLevel::Off, LogStyle::Text);
    m_host = std::make_unique<GatewayHost>(
        *m_log, HostOptions {.environment = Environment(), .overrides = {}, .historyPath = {}});
}

void GatewayHostTest::cleanup()
{
    m_host.reset();
}

void GatewayHostTest::write(const QByteArray &more, quint16 port)
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[server]\nlisten_address = \"127.0.0.1:" + QByteArray::number(port)
        + "\"\n[llm.providers.up]\ntype = \"openai\"\nbase_url = \"" + m_provider->baseUrl().toEncoded()
        + "\"\napi_key = \"k\"\n" + more);
}

int GatewayHostTest::statusOf(quint16 port)
{
    kit::RawClient client;
    client.connectTo(port);
    client.post("/llm/v1/chat/completions", R"({"model":"up/m","messages":[]})");
    return client.waitForAnswers() ? client.answer().status : 0;
}

void GatewayHostTest::aPausedGatewayRefusesAndResumes()
{
    write();
    QVERIFY(m_host->useFile(m_path));
    QVERIFY(m_host->start());
    QCOMPARE(m_host->state(), GatewayHost::State::Serving);
    const auto port = static_cast<quint16>(m_host->address().port());
    QCOMPARE(statusOf(port), 200);
    m_host->setPaused(true);
    QCOMPARE(m_host->state(), GatewayHost::State::Paused);
    QVERIFY(m_host->gateway().status().isPaused);
    QCOMPARE(statusOf(port), 503);
    m_host->setPaused(false);
    QCOMPARE(statusOf(port), 200);
}

void GatewayHostTest::aTakenPortFailsAndCanBeTriedAgain()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    write({}, holder.serverPort());
    QVERIFY(m_host->useFile(m_path));
    QVERIFY(!m_host->start());
    QCOMPARE(m_host->state(), GatewayHost::State::Failed);
    QVERIFY(m_host->problem()->message.contains(QString::number(holder.serverPort())));
    const quint16 port = holder.serverPort();
    holder.close();
    QVERIFY(m_host->start());
    QCOMPARE(statusOf(port), 200);
}

void GatewayHostTest::aBadFileFailsUntilItIsMended()
{
    write("[nonsense]\n");
    QVERIFY(!m_host->useFile(m_path));
    QVERIFY(!m_host->start());
    QCOMPARE(m_host->state(), GatewayHost::State::Failed);
    QVERIFY(m_host->problem()->message.contains(QStringLiteral("nonsense")));
    write();
    QTRY_COMPARE(m_host->state(), GatewayHost::State::Serving);
    QVERIFY(!m_host->problem());
}

void GatewayHostTest::anotherPortIsFollowedWhileServing()
{
    write();
    QVERIFY(m_host->useFile(m_path));
    QVERIFY(m_host->start());
    const QUrl before = m_host->address();
    QTcpServer finder;
    QVERIFY(finder.listen(QHostAddress::LocalHost));
    const quint16 port = finder.serverPort();
    finder.close();
    write({}, port);
    QTRY_COMPARE(m_host->address().port(), int(port));
    QVERIFY(m_host->address() != before);
    QCOMPARE(statusOf(port), 200);
}

void GatewayHostTest::aTakenPortInAnEditLeavesTheOldOne()
{
    write();
    QVERIFY(m_host->useFile(m_path));
    QVERIFY(m_host->start());
    const QUrl before = m_host->address();
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    write({}, holder.serverPort());
    QTRY_VERIFY(m_host->problem());
    QVERIFY(m_host->problem()->message.contains(QString::number(holder.serverPort())));
    QCOMPARE(m_host->address(), before);
    QCOMPARE(statusOf(static_cast<quint16>(before.port())), 200);
}

void GatewayHostTest::aBadEditIsTheProblemUntilItIsMended()
{
    write();
    QVERIFY(m_host->useFile(m_path));
    QVERIFY(m_host->start());
    QSignalSpy rejected(m_host.get(), &GatewayHost::configRejected);
    write("[nonsense]\n");
    QTRY_COMPARE(rejected.size(), 1);
    QCOMPARE(m_host->state(), GatewayHost::State::Serving);
    QVERIFY(m_host->problem());
    write("# mended\n");
    QTRY_VERIFY(!m_host->problem());
}

QTEST_GUILESS_MAIN(GatewayHostTest)
#include "tst_gatewayhost.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/scriptedprovider.h"
#include "service/providerprobe.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace nexus;
using Verdict = ProbeReport::Verdict;

//! \brief What a try of a provider says is wrong with it.
class TestProviderProbe final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGoodOneHasModels();
    void answersAreJudged_data();
    void answersAreJudged();
    void aSilentOneIsATimeout();
    void aClosedPortIsNoConnection();
    void anUnknownHostIsNamed();
    void noTlsIsATlsFailure();
    void aMissingKeyAsksNobody();
    void azureIsAskedInItsOwnWay();
    void theDemoWorks();
    void stoppedIsSilent();
    void aSecondStartTakesThePlaceOfTheFirst();
    void destructionIsSilent();

private:
    [[nodiscard]] ProviderConfig config() const;
    [[nodiscard]] ProbeReport ask(
        const ProviderConfig &provider, std::chrono::milliseconds patience = std::chrono::seconds(20)) const;

    kit::ScriptedProvider m_provider;
};

ProviderConfig TestProviderProbe::config() const
{
    ProviderConfig config;
    config.name = QStringLiteral("one");
    config.baseUrl = m_provider.baseUrl();
    config.apiKeys = {Secret("sk-of-the-test")};
    return config;
}

ProbeReport TestProviderProbe::ask(const ProviderConfig &provider, std::chrono::milliseconds patience) const
{
    ProviderProbe probe(Environment(), patience);
    std::optional<ProbeReport> report;
    connect(&probe, &ProviderProbe::finished, this, [&](const ProbeReport &got) { report = got; });
    probe.start(provider);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(report, 30'000); }();
    return report.value_or(ProbeReport {});
}

void TestProviderProbe::aGoodOneHasModels()
{
    m_provider.script(kit::Reply::json(200, R"({"data":[{"id":"a"},{"id":"b"}]})"));
    const ProbeReport report = ask(config());
    QCOMPARE(report.verdict, Verdict::Works);
    QCOMPARE(report.models, 2);
    QVERIFY(report.latency.count() > 0);
    QVERIFY(report.isGood());
    const auto received = m_provider.received();
    QCOMPARE(received.back().header("authorization"), QByteArray("Bearer sk-of-the-test"));
}

void TestProviderProbe::answersAreJudged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *name, int status, const QByteArray &body, Verdict verdict) {
        QTest::newRow(name) << status << body << static_cast<int>(verdict);
    };
    row("no models", 200, R"({"data":[]})", Verdict::NoModels);
    row("401", 401, R"({"error":{"message":"no"}})", Verdict::WrongKey);
    row("403", 403, R"({"error":{"message":"no"}})", Verdict::WrongKey);
    row("404", 404, "not here", Verdict::WrongUrl);
    row("a web page", 200, "<html></html>", Verdict::WrongUrl);
    row("a redirect", 302, "", Verdict::WrongUrl);
    row("402", 402, "{}", Verdict::Limited);
    row("429", 429, "{}", Verdict::Limited);
    row("500", 500, "{}", Verdict::ProviderFault);
    row("504", 504, "{}", Verdict::Timeout);
}

void TestProviderProbe::answersAreJudged()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, verdict);
    m_provider.script(kit::Reply::json(status, body));
    const ProbeReport report = ask(config());
    QCOMPARE(static_cast<int>(report.verdict), verdict);
    if (status >= 400) {
        QCOMPARE(report.status, status);
    }
}

void TestProviderProbe::aSilentOneIsATimeout()
{
    m_provider.script(kit::Reply::hang());
    QCOMPARE(ask(config(), std::chrono::milliseconds(200)).verdict, Verdict::Timeout);
}

void TestProviderProbe::aClosedPortIsNoConnection()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    ProviderConfig provider = config();
    provider.baseUrl.setPort(gone.serverPort());
    gone.close();
    const ProbeReport report = ask(provider);
    QCOMPARE(report.verdict, Verdict::NoConnection);
    QCOMPARE(report.error.code, QByteArray("connection_refused"));
}

void TestProviderProbe::anUnknownHostIsNamed()
{
    ProviderConfig provider = config();
    provider.baseUrl = QUrl(QStringLiteral("http://nobody.invalid/v1"));
    QCOMPARE(ask(provider).verdict, Verdict::HostNotFound);
}

void TestProviderProbe::noTlsIsATlsFailure()
{
    // A server that answers the greeting with plain HTTP.
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        QTcpSocket *const socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket,
            [socket] { socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"); });
    });
    ProviderConfig provider = config();
    provider.baseUrl = QUrl(QStringLiteral("https://127.0.0.1:%1/v1").arg(plain.serverPort()));
    const ProbeReport report = ask(provider);
    QCOMPARE(report.verdict, Verdict::TlsFailed);
    QVERIFY(!report.error.detail.isEmpty());
}

void TestProviderProbe::aMissingKeyAsksNobody()
{
    const int before = m_provider.requestCount();
    ProviderConfig provider = config();
    provider.type = ProviderType::Anthropic;
    provider.apiKeys.clear();
    QCOMPARE(ask(provider).verdict, Verdict::MissingKey);
    QCOMPARE(m_provider.requestCount(), before);
}

void TestProviderProbe::azureIsAskedInItsOwnWay()
{
    ProviderConfig provider = config();
    provider.type = ProviderType::Azure;
    provider.baseUrl = m_provider.baseUrl(QString());
    provider.apiVersion = "2024-10-21";
    m_provider.script(kit::Reply::json(200, R"({"data":[]})"));
    const ProbeReport report = ask(provider);
    QCOMPARE(report.verdict, Verdict::Works);
    QVERIFY(!report.models);
    const kit::ReceivedRequest request = m_provider.received().back();
    QCOMPARE(request.header("api-key"), QByteArray("sk-of-the-test"));
    QVERIFY(request.target.contains("/openai/models?api-version=2024-10-21"));
    m_provider.script(kit::Reply::json(401, "{}"));
    QCOMPARE(ask(provider).verdict, Verdict::WrongKey);
}

void TestProviderProbe::theDemoWorks()
{
    ProviderConfig demo;
    demo.type = ProviderType::Demo;
    demo.models.push_back({.name = "echo"});
    const ProbeReport report = ask(demo);
    QCOMPARE(report.verdict, Verdict::Works);
    QCOMPARE(report.models, 1);
}

void TestProviderProbe::stoppedIsSilent()
{
    m_provider.script(kit::Reply::hang());
    ProviderProbe probe((Environment()));
    QSignalSpy ends(&probe, &ProviderProbe::finished);
    QSignalSpy closed(&m_provider, &kit::ScriptedProvider::clientClosed);
    const int before = m_provider.requestCount();
    probe.start(config());
    QTRY_COMPARE(m_provider.requestCount(), before + 1);
    probe.stop();
    QVERIFY(!probe.isRunning());
    QTRY_VERIFY(closed.count() > 0);
    QCOMPARE(ends.count(), 0);
}

void TestProviderProbe::aSecondStartTakesThePlaceOfTheFirst()
{
    m_provider.script(kit::Reply::hang());
    ProviderProbe probe((Environment()));
    QSignalSpy ends(&probe, &ProviderProbe::finished);
    const int before = m_provider.requestCount();
    probe.start(config());
    QTRY_COMPARE(m_provider.requestCount(), before + 1);
    m_provider.script(kit::Reply::json(401, "{}"));
    probe.start(config());
    QTRY_COMPARE(ends.count(), 1);
    QVERIFY(!probe.isRunning());
}

void TestProviderProbe::destructionIsSilent()
{
    m_provider.script(kit::Reply::hang());
    QSignalSpy closed(&m_provider, &kit::ScriptedProvider::clientClosed);
    const int before = m_provider.requestCount();
    {
        ProviderProbe probe((Environment()));
        probe.start(config());
        QTRY_COMPARE(m_provider.requestCount(), before + 1);
    }
    QTRY_VERIFY(closed.count() > 0);
}

QTEST_GUILESS_MAIN(TestProviderProbe)

#include "tst_providerprobe.moc"

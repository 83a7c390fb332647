// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gatewayfixture.h"
#include "testcertificate.h"
#include "tlsclient.h"

#include "config/configreader.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace nexus;
using kit::Reply;

namespace {

constexpr auto ownPort = "[server.health]\nlisten = \"127.0.0.1:0\"\n";
constexpr auto provider = "[llm.providers.up]\ntype = \"openai\"\nbase_url = \"@BASE@\"\n";

//! What Gateway::start() says to a configuration.
Result<void> startOf(const QByteArray &toml)
{
    const Result<GatewayConfig> config = parseConfig(
        "server.listen_address = \"127.0.0.1:0\"\n" + toml, QStringLiteral("test.toml"), Environment());
    if (!config) {
        qFatal("%s", qPrintable(config.error().message));
    }
    const LogOutput log(LogLevel::Off, LogStyle::Text, [](std::string_view) {});
    Gateway gateway(log);
    return gateway.start(std::make_shared<const GatewayConfig>(*config));
}

} // namespace

//! The health page on a listener of its own, and the certificate of both listeners.
class HealthListenerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void thePageMovesToItsOwnPort();
    void withoutItThePageIsOnTheMainPort();
    void nothingElseIsThere();
    void aReloadThatMovesItNeedsARestart();
    void aTakenPortIsNamed();
    void probesGetThroughWhenAllConnectionsAreTaken();
    void drainingClosesIt();
    void bothListenersSpeakTls();
    void aNewCertificateIsTakenFromItsFiles();
    void aBadCertificateIsReportedAndTheLastOneStays();
    void aLinkThatPointsElsewhereIsFollowed();
    void tlsIsSwitchedByAReload();
    void badFilesStopTheStart();

private:
    void put(const TestCertificate &made) const;
    [[nodiscard]] QByteArray tls() const;
    [[nodiscard]] QByteArray path(const char *name) const;
    [[nodiscard]] std::unique_ptr<kit::RawClient> probe() const;
    [[nodiscard]] bool serves(const TestCertificate &made) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<GatewayFixture> m_fixture;
};

void HealthListenerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fixture = std::make_unique<GatewayFixture>();
}

void HealthListenerTest::cleanup()
{
    m_fixture.reset();
}

QByteArray HealthListenerTest::path(const char *name) const
{
    return m_folder->filePath(QLatin1String(name)).toUtf8();
}

// The key comes first, as it does in the hands of many tools: for a moment both do not fit.
void HealthListenerTest::put(const TestCertificate &made) const
{
    writeFile(QString::fromUtf8(path("key.pem")), made.keyPem());
    writeFile(QString::fromUtf8(path("cert.pem")), made.pem());
}

QByteArray HealthListenerTest::tls() const
{
    return "[server.tls]\ncertificate = \"" + path("cert.pem") + "\"\nkey = \"" + path("key.pem") + "\"\n";
}

std::unique_ptr<kit::RawClient> HealthListenerTest::probe() const
{
    auto client = std::make_unique<kit::RawClient>();
    client->connectTo(m_fixture->gateway->healthAddress().value_or(ListenAddress {.port = 1}).port);
    return client;
}

bool HealthListenerTest::serves(const TestCertificate &made) const
{
    TlsClient client(made.pem());
    client.connectTo(m_fixture->gateway->port());
    client.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    return client.waitUntil([&client] { return client.isClosed() || client.answer().isComplete; })
        && client.answer().status == 200;
}

void HealthListenerTest::thePageMovesToItsOwnPort()
{
    m_fixture->start(ownPort);
    QVERIFY(m_fixture->gateway->healthAddress());
    QVERIFY(m_fixture->gateway->healthAddress()->port != m_fixture->gateway->port());
    const auto client = probe();
    client->request("GET", "/health");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
    const QJsonObject body = QJsonDocument::fromJson(client->answer().body).object();
    QCOMPARE(body.value(QLatin1String("status")).toString(), QStringLiteral("healthy"));
    QVERIFY(body.contains(QLatin1String("providers")));
    const auto other = m_fixture->connect();
    other->request("GET", "/health");
    QVERIFY(other->waitForAnswers());
    QCOMPARE(other->answer().status, 404);
    other->request("GET", "/");
    QVERIFY(other->waitForAnswers(2));
    QCOMPARE(other->answer(1).status, 200);
    QVERIFY(m_fixture->requestLine().contains("path=/health"));
}

void HealthListenerTest::withoutItThePageIsOnTheMainPort()
{
    m_fixture->start();
    QVERIFY(!m_fixture->gateway->healthAddress());
    const auto client = m_fixture->connect();
    client->request("GET", "/health");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
}

void HealthListenerTest::nothingElseIsThere()
{
    m_fixture->start("[server.health]\nlisten = \"127.0.0.1:0\"\npath = \"/up\"\n");
    const auto client = probe();
    client->request("GET", "/up/");
    client->request("HEAD", "/up");
    client->request("GET", "/");
    client->request("GET", "/upper");
    client->request("GET", "/v1/models");
    client->post("/v1/chat/completions", GatewayFixture::chat(false));
    client->post("/up", "{}");
    // Whoever asks and from where does not matter here.
    client->request("GET", "/up", {{"Origin", "https://example.com"}, {"Host", "pod.example.com"}});
    QVERIFY(client->waitForAnswers(8));
    const std::vector<int> statuses {200, 200, 200, 404, 404, 404, 405, 200};
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        QCOMPARE(client->answer(static_cast<int>(i)).status, statuses[i]);
    }
    QCOMPARE(client->answer(6).header("allow"), QByteArray("GET, HEAD"));
    QVERIFY(client->answer(3).body.contains("The health page is at /up."));
    QCOMPARE(m_fixture->provider.requestCount(), 0);
}

void HealthListenerTest::aReloadThatMovesItNeedsARestart()
{
    m_fixture->start(ownPort);
    m_fixture->reload(provider);
    QCOMPARE(m_fixture->events("restart_needed").size(), 1);
    QVERIFY(m_fixture->events("restart_needed").first().contains("server.health.listen"));
    // Until then it stays where it is.
    const auto client = probe();
    client->request("GET", "/health");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
}

void HealthListenerTest::aTakenPortIsNamed()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const Result<void> started
        = startOf("[server.health]\nlisten = \"127.0.0.1:" + QByteArray::number(other.serverPort()) + "\"\n");
    QVERIFY(!started);
    const QString message = started.error().message;
    QVERIFY2(
        message.startsWith(
            QStringLiteral("server.health.listen: cannot listen on 127.0.0.1:%1: ").arg(other.serverPort())),
        qPrintable(message));
}

void HealthListenerTest::probesGetThroughWhenAllConnectionsAreTaken()
{
    m_fixture->start(ownPort, {}, "server.max_connections = 1\n");
    const auto other = m_fixture->connect();
    other->request("GET", "/");
    QVERIFY(other->waitForAnswers());
    const auto surplus = m_fixture->connect();
    QVERIFY(surplus->waitForAnswers());
    QCOMPARE(surplus->answer().status, 503);
    const auto client = probe();
    client->request("GET", "/health");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
}

void HealthListenerTest::drainingClosesIt()
{
    m_fixture->start(ownPort, {}, "server.workers = 2\n");
    const auto client = probe();
    client->request("GET", "/health");
    QVERIFY(client->waitForAnswers());
    QSignalSpy finished(m_fixture->gateway.get(), &Gateway::finished);
    m_fixture->gateway->drain();
    QVERIFY(client->waitForClosed());
    QVERIFY(finished.count() == 1 || finished.wait());
    QVERIFY(!m_fixture->gateway->healthAddress());
}

void HealthListenerTest::bothListenersSpeakTls()
{
    const TestCertificate made;
    put(made);
    m_fixture->start(tls() + ownPort);
    QVERIFY(m_fixture->gateway->isTls());
    m_fixture->provider.script(Reply::json(200, R"({"model":"real-name"})"));
    TlsClient client(made.pem());
    client.connectTo(m_fixture->gateway->port());
    const QByteArray body = GatewayFixture::chat(false);
    client.send("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                "application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QVERIFY(client.waitForAnswers());
    QCOMPARE(client.answer().body, QByteArray(R"({"model":"up/renamed"})"));
    TlsClient prober(made.pem());
    prober.connectTo(m_fixture->gateway->healthAddress()->port);
    prober.send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QVERIFY(prober.waitForAnswers());
    QCOMPARE(prober.answer().status, 200);
    const auto plain = m_fixture->connect();
    plain->request("GET", "/");
    QVERIFY(plain->waitForAnswers());
    QCOMPARE(plain->answer().status, 400);
    QVERIFY(m_fixture->events("tls_loaded").first().contains("certificate=127.0.0.1"));
}

void HealthListenerTest::aNewCertificateIsTakenFromItsFiles()
{
    const TestCertificate made;
    const TestCertificate next;
    put(made);
    m_fixture->start(tls());
    TlsClient running(made.pem());
    running.connectTo(m_fixture->gateway->port());
    running.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QVERIFY(running.waitForAnswers());
    put(next);
    QTRY_COMPARE(m_fixture->events("tls_loaded").size(), 2);
    QVERIFY(serves(next));
    QVERIFY(!serves(made));
    running.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QVERIFY(running.waitForAnswers(2));
    QVERIFY(m_fixture->events("tls_rejected").isEmpty());
}

void HealthListenerTest::aBadCertificateIsReportedAndTheLastOneStays()
{
    const TestCertificate made;
    const TestCertificate next;
    put(made);
    m_fixture->start(tls() + ownPort);
    writeFile(QString::fromUtf8(path("key.pem")), next.keyPem());
    QTRY_COMPARE(m_fixture->events("tls_rejected").size(), 1);
    QVERIFY(m_fixture->events("tls_rejected").first().contains("the last good certificate stays"));
    QVERIFY(serves(made));
    QVERIFY(m_fixture->gateway->status().configError.startsWith(QStringLiteral("server.tls.key: ")));
    // The other half arrives.
    writeFile(QString::fromUtf8(path("cert.pem")), next.pem());
    QTRY_COMPARE(m_fixture->events("tls_loaded").size(), 2);
    QVERIFY(serves(next));
    QVERIFY(m_fixture->gateway->status().configError.isEmpty());
}

// As Kubernetes does it: the files are links through a folder that is a link, and that is renamed over.
void HealthListenerTest::aLinkThatPointsElsewhereIsFollowed()
{
    const TestCertificate made;
    const TestCertificate next;
    const QDir folder(m_folder->path());
    for (const auto &[name, certificate] : {std::pair("one", &made), std::pair("two", &next)}) {
        QVERIFY(folder.mkdir(QLatin1String(name)));
        writeFile(folder.filePath(QLatin1String(name) + QStringLiteral("/cert.pem")), certificate->pem());
        writeFile(folder.filePath(QLatin1String(name) + QStringLiteral("/key.pem")), certificate->keyPem());
    }
    QVERIFY(QFile::link(QStringLiteral("one"), folder.filePath(QStringLiteral("data"))));
    QVERIFY(QFile::link(QStringLiteral("data/cert.pem"), folder.filePath(QStringLiteral("cert.pem"))));
    QVERIFY(QFile::link(QStringLiteral("data/key.pem"), folder.filePath(QStringLiteral("key.pem"))));
    m_fixture->start(tls());
    QVERIFY(serves(made));
    QVERIFY(QFile::link(QStringLiteral("two"), folder.filePath(QStringLiteral("data.new"))));
    QCOMPARE(std::rename(path("data.new").constData(), path("data").constData()), 0);
    QTRY_COMPARE(m_fixture->events("tls_loaded").size(), 2);
    QVERIFY(serves(next));
    QVERIFY(m_fixture->events("tls_rejected").isEmpty());
}

void HealthListenerTest::tlsIsSwitchedByAReload()
{
    const TestCertificate made;
    put(made);
    m_fixture->start();
    m_fixture->reload(provider + tls());
    QVERIFY(m_fixture->gateway->isTls());
    QVERIFY(serves(made));
    m_fixture->reload(QByteArray(provider) + "[server.tls]\ncertificate = \"" + path("nowhere.pem")
        + "\"\nkey = \"" + path("key.pem") + "\"\n");
    QCOMPARE(m_fixture->events("tls_rejected").size(), 1);
    QVERIFY(serves(made));
    m_fixture->reload(provider);
    QVERIFY(!m_fixture->gateway->isTls());
    const auto plain = m_fixture->connect();
    plain->request("GET", "/");
    QVERIFY(plain->waitForAnswers());
    QCOMPARE(plain->answer().status, 200);
    QVERIFY(m_fixture->gateway->status().configError.isEmpty());
}

void HealthListenerTest::badFilesStopTheStart()
{
    const TestCertificate made;
    put(made);
    QVERIFY(startOf(tls()));
    writeFile(QString::fromUtf8(path("cert.pem")), "not a certificate");
    const Result<void> started = startOf(tls());
    QVERIFY(!started);
    QVERIFY(started.error().message.startsWith(QStringLiteral("server.tls.certificate: ")));
    QVERIFY(started.error().message.contains(QString::fromUtf8(path("cert.pem"))));
}

QTEST_GUILESS_MAIN(HealthListenerTest)
#include "tst_healthlistener.moc"

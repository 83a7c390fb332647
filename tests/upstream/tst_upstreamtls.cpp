// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/tlssettings.h"

#include "../component/tlsfront.h"
#include "callprobe.h"
#include "certificates.h"
#include "kit/scriptedprovider.h"
#include "mutualtlsserver.h"
#include "upstream/upstreams.h"

#include <QFile>
#include <QTest>

using namespace nexus;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeTo(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

//! Providers whose TLS needs files, on real sockets.
class UpstreamTlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theOwnAuthorityAndCertificateAreUsed_data();
    void theOwnAuthorityAndCertificateAreUsed();
    void anUnknownAuthorityIsNotTrusted();
    void aClientWithoutACertificateIsTurnedAway();
    void connectionsOfDifferentCertificatesAreKeptApart();
    void oneConnectionServesEqualCertificates();
    void anOwnAuthorityAllowsHttp2();
    void theSystemsAuthoritiesStayTrusted();
    void aReplacedFileIsReadWithTheNextConfiguration();
    void aFileThatCannotBeUsedIsNamed_data();
    void aFileThatCannotBeUsedIsNamed();
    void theKeyOfAnotherCertificateIsAnError();

private:
    [[nodiscard]] QString path(const char *file) const { return m_files.path(QLatin1String(file)); }
    [[nodiscard]] ProviderConfig providerWith(const char *certificate, const char *key) const;
    [[nodiscard]] std::unique_ptr<CallProbe> ask(const ProviderConfig &provider);

    Certificates m_files;
    std::unique_ptr<MutualTlsServer> m_server;
    ActiveCount m_calls;
    std::unique_ptr<Upstreams> m_upstreams;
};

void UpstreamTlsTest::initTestCase()
{
    for (const QString &problem : {m_files.makeAuthority(), m_files.make(QStringLiteral("server")),
             m_files.make(QStringLiteral("first")),
             m_files.make(QStringLiteral("second"), QStringLiteral("rsa:2048"))}) {
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    QVERIFY(writeTo(path("no.pem"), "not a certificate"));
    QVERIFY(writeTo(path("empty.pem"), {}));
    QVERIFY(writeTo(path("large.pem"), QByteArray(5 * 1024 * 1024, '\n')));
}

void UpstreamTlsTest::init()
{
    const QSslKey key(contentOf(path("server.key")), QSsl::Ec, QSsl::Pem, QSsl::PrivateKey);
    QVERIFY(!key.isNull());
    m_server = std::make_unique<MutualTlsServer>(
        QSslCertificate(contentOf(path("server.pem"))), key, QSslCertificate(contentOf(path("ca.pem"))));
    QVERIFY(m_server->isListening());
    m_upstreams = std::make_unique<Upstreams>(Environment(), m_calls);
}

void UpstreamTlsTest::cleanup()
{
    m_upstreams.reset();
    m_server.reset();
}

ProviderConfig UpstreamTlsTest::providerWith(const char *certificate, const char *key) const
{
    ProviderConfig provider;
    provider.name = QStringLiteral("p");
    provider.baseUrl = m_server->url();
    provider.tls = UpstreamTls {path("ca.pem"), *certificate == '\0' ? QString() : path(certificate),
        *key == '\0' ? QString() : path(key)};
    return provider;
}

// Asks and waits for the end.
std::unique_ptr<CallProbe> UpstreamTlsTest::ask(const ProviderConfig &provider)
{
    auto call = m_upstreams->start(provider, {.model = "m", .bodies = {"{}"}, .headers = {}});
    if (!call) {
        qWarning("not started: %s", qPrintable(call.error().message));
        return nullptr;
    }
    auto probe = std::make_unique<CallProbe>(std::move(*call));
    const bool isOver = QTest::qWaitFor([&probe] { return probe->isOver(); }, 10'000);
    return isOver ? std::move(probe) : nullptr;
}

void UpstreamTlsTest::theOwnAuthorityAndCertificateAreUsed_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("elliptic curve") << QByteArray("first");
    QTest::newRow("rsa") << QByteArray("second");
}

void UpstreamTlsTest::theOwnAuthorityAndCertificateAreUsed()
{
    QFETCH(QByteArray, name);
    const auto probe = ask(providerWith((name + ".pem").constData(), (name + ".key").constData()));
    QVERIFY(probe);
    QVERIFY2(!probe->error, probe->error ? qPrintable(probe->error->message + probe->error->detail) : "");
    QCOMPARE(probe->head.status, 200);
    QCOMPARE(probe->body, name);
}

void UpstreamTlsTest::anUnknownAuthorityIsNotTrusted()
{
    ProviderConfig provider = providerWith("first.pem", "first.key");
    provider.tls->caCertificate.clear();
    const auto probe = ask(provider);
    QVERIFY(probe && probe->error);
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamUnreachable);
    QVERIFY2(probe->error->message.contains(QStringLiteral("TLS")), qPrintable(probe->error->message));
    QCOMPARE(m_server->requestCount(), 0);
}

void UpstreamTlsTest::aClientWithoutACertificateIsTurnedAway()
{
    const auto probe = ask(providerWith("", ""));
    QVERIFY(probe && probe->error);
    QCOMPARE(probe->headCount, 0);
    QCOMPARE(m_server->requestCount(), 0);
}

void UpstreamTlsTest::connectionsOfDifferentCertificatesAreKeptApart()
{
    for (const char *text : {"first", "second", "first", "second"}) {
        const QByteArray name = text;
        ProviderConfig provider = providerWith((name + ".pem").constData(), (name + ".key").constData());
        provider.name = QString::fromLatin1(name);
        const auto probe = ask(provider);
        QVERIFY(probe);
        QCOMPARE(probe->body, name);
    }
    QCOMPARE(m_server->connectionCount(), 2);
}

void UpstreamTlsTest::oneConnectionServesEqualCertificates()
{
    for (int i = 0; i < 3; ++i) {
        // A configuration that was read again without any change keeps its connections.
        m_upstreams->setConfig(std::make_shared<const GatewayConfig>());
        QVERIFY(ask(providerWith("first.pem", "first.key")));
    }
    QCOMPARE(m_server->connectionCount(), 1);
}

void UpstreamTlsTest::anOwnAuthorityAllowsHttp2()
{
    kit::ScriptedProvider backend;
    backend.setDefaultReply(kit::Reply::json(200, "[]"));
    TlsFront front;
    const QString problem = front.start(backend.port(), true);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(writeTo(path("front.pem"), front.certificate()));
    ProviderConfig provider = providerWith("", "");
    provider.baseUrl = QUrl(QString::fromLatin1(front.baseUrl()));
    provider.tls->caCertificate = path("front.pem");
    const auto probe = ask(provider);
    QVERIFY(probe);
    QCOMPARE(probe->body, QByteArray("[]"));
    QTRY_COMPARE(front.accessLines().size(), 1);
    QVERIFY2(front.accessLines().first().startsWith("HTTP/2.0 "), front.accessLines().first().constData());
}

void UpstreamTlsTest::theSystemsAuthoritiesStayTrusted()
{
    const auto settings = readTlsSettings({path("ca.pem"), {}, {}}, QStringLiteral("p"));
    QVERIFY(settings.has_value());
    const QList<QSslCertificate> trusted = (*settings)->configuration.caCertificates();
    QVERIFY(trusted.contains(QSslCertificate(contentOf(path("ca.pem")))));
    QCOMPARE(trusted.size(), QSslConfiguration::systemCaCertificates().size() + 1);
}

void UpstreamTlsTest::aReplacedFileIsReadWithTheNextConfiguration()
{
    const auto put = [this](const char *name) {
        return writeTo(
                   path("live.pem"), contentOf(m_files.path(QLatin1String(name) + QStringLiteral(".pem"))))
            && writeTo(
                path("live.key"), contentOf(m_files.path(QLatin1String(name) + QStringLiteral(".key"))));
    };
    const ProviderConfig provider = providerWith("live.pem", "live.key");
    QVERIFY(put("first"));
    QCOMPARE(ask(provider)->body, QByteArray("first"));
    QVERIFY(put("second"));
    QCOMPARE(ask(provider)->body, QByteArray("first"));
    m_upstreams->setConfig(std::make_shared<const GatewayConfig>());
    QCOMPARE(ask(provider)->body, QByteArray("second"));
}

void UpstreamTlsTest::aFileThatCannotBeUsedIsNamed_data()
{
    QTest::addColumn<QByteArray>("ca");
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("setting");
    const auto row = [](const char *name, const char *ca, const char *certificate, const char *key,
                         const char *file, const char *setting) {
        QTest::newRow(name) << QByteArray(ca) << QByteArray(certificate) << QByteArray(key)
                            << QByteArray(file) << QByteArray(setting);
    };
    row("no authority there", "gone.pem", "first.pem", "first.key", "gone.pem", "ca_certificate");
    row("no authority in it", "no.pem", "first.pem", "first.key", "no.pem", "ca_certificate");
    row("a key for an authority", "first.key", "first.pem", "first.key", "first.key", "ca_certificate");
    row("no certificate there", "ca.pem", "gone.pem", "first.key", "gone.pem", "certificate");
    row("empty certificate", "ca.pem", "empty.pem", "first.key", "empty.pem", "certificate");
    row("large certificate", "ca.pem", "large.pem", "first.key", "large.pem", "certificate");
    row("no key there", "ca.pem", "first.pem", "gone.key", "gone.key", "key");
    row("a certificate for a key", "ca.pem", "first.pem", "first.pem", "first.pem", "key");
}

void UpstreamTlsTest::aFileThatCannotBeUsedIsNamed()
{
    QFETCH(QByteArray, ca);
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, setting);
    ProviderConfig provider = providerWith(certificate.constData(), key.constData());
    provider.tls->caCertificate = path(ca.constData());
    const auto call = m_upstreams->start(provider, {.model = "m", .bodies = {"{}"}, .headers = {}});
    QVERIFY(!call);
    QCOMPARE(call.error().kind, ErrorKind::UpstreamUnreachable);
    const QString &message = call.error().message;
    QVERIFY2(message.contains(u'\'' + path(file.constData()) + u'\''), qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral(" %1 under [llm.providers.p.tls]").arg(QLatin1String(setting))),
        qPrintable(message));
    QCOMPARE(m_server->connectionCount(), 0);
}

void UpstreamTlsTest::theKeyOfAnotherCertificateIsAnError()
{
    const auto probe = ask(providerWith("first.pem", "server.key"));
    QVERIFY(probe && probe->error);
    QCOMPARE(probe->error->kind, ErrorKind::UpstreamUnreachable);
    QCOMPARE(m_server->requestCount(), 0);
}

QTEST_GUILESS_MAIN(UpstreamTlsTest)
#include "tst_upstreamtls.moc"

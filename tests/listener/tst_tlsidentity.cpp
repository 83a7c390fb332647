// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/tlsidentity.h"
#include "testcertificate.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

namespace nexus {

//! Which files make an identity, and what is said about the others.
class TestTlsIdentity final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyKindOfKeyIsTaken_data();
    void everyKindOfKeyIsTaken();
    void oneFileMayHoldBoth();
    void theChainIsKept();
    void unusableFilesAreNamed_data();
    void unusableFilesAreNamed();
    void anExpiredCertificateIsTakenWithAWarning();
    void aCertificateOfTheFutureIsTakenWithAWarning();
    void equalFilesAreEqualIdentities();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] Result<std::shared_ptr<const TlsIdentity>> load(
        const QByteArray &certificate, const QByteArray &key) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTlsIdentity::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Result<std::shared_ptr<const TlsIdentity>> TestTlsIdentity::load(
    const QByteArray &certificate, const QByteArray &key) const
{
    writeFile(path("cert.pem"), certificate);
    writeFile(path("key.pem"), key);
    return TlsIdentity::load(path("cert.pem"), path("key.pem"));
}

void TestTlsIdentity::everyKindOfKeyIsTaken_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"EC", "RSA", "ED25519"}) {
        QTest::newRow(kind) << QByteArray(kind);
    }
}

void TestTlsIdentity::everyKindOfKeyIsTaken()
{
    QFETCH(QByteArray, kind);
    const TestCertificate made({.kind = kind.constData(), .name = "gateway"});
    const auto identity = load(made.pem(), made.keyPem());
    QVERIFY2(identity, identity ? "" : qPrintable(identity.error().message));
    QVERIFY((*identity)->warning().isEmpty());
    QCOMPARE((*identity)->name(), QStringLiteral("gateway"));
    QVERIFY((*identity)->expiryDate() > QDateTime::currentDateTimeUtc());
    QVERIFY(!(*identity)->configuration().privateKey().isNull());
    QCOMPARE((*identity)->configuration().peerVerifyMode(), QSslSocket::VerifyNone);
}

void TestTlsIdentity::oneFileMayHoldBoth()
{
    const TestCertificate made;
    writeFile(path("both.pem"), made.keyPem() + made.pem());
    QVERIFY(TlsIdentity::load(path("both.pem"), path("both.pem")));
}

void TestTlsIdentity::theChainIsKept()
{
    const TestCertificate root({.name = "root", .isAuthority = true});
    const TestCertificate leaf({}, &root);
    const auto identity = load(leaf.pem() + root.pem(), leaf.keyPem());
    QVERIFY(identity);
    QCOMPARE((*identity)->configuration().localCertificateChain().size(), 2);
}

void TestTlsIdentity::unusableFilesAreNamed_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArrayList>("parts");
    const TestCertificate made;
    const TestCertificate other;
    const TestCertificate weak({.kind = "RSA1024"});
    QTest::newRow("empty certificate")
        << QByteArray() << made.keyPem() << QByteArrayList {"server.tls.certificate: ", "cert.pem is empty"};
    QTest::newRow("empty key") << made.pem() << QByteArray()
                               << QByteArrayList {"server.tls.key: ", "key.pem is empty"};
    QTest::newRow("swapped") << made.keyPem() << made.pem()
                             << QByteArrayList {
                                    "server.tls.certificate: ", "holds no certificate in PEM form"};
    QTest::newRow("certificate for a key")
        << made.pem() << made.pem()
        << QByteArrayList {"server.tls.key: ", "holds no private key in PEM form"};
    QTest::newRow("noise") << made.pem() << QByteArray("-----BEGIN PRIVATE KEY-----\nAAAA\n")
                           << QByteArrayList {"server.tls.key: ", "holds no private key"};
    QTest::newRow("encrypted") << made.pem() << made.encryptedKeyPem()
                               << QByteArrayList {"server.tls.key: ", "is encrypted", "openssl pkey -in "};
    QTest::newRow("another's key") << made.pem() << other.keyPem()
                                   << QByteArrayList {
                                          "server.tls.key: ", "is not the one of the certificate"};
    QTest::newRow("chain upside down")
        << other.pem() + made.pem() << made.keyPem()
        << QByteArrayList {"server.tls.key: ", "must be the first one in", "cert.pem"};
    QTest::newRow("weak") << weak.pem() << weak.keyPem()
                          << QByteArrayList {"server.tls.certificate: ", "too small", "2048 bits"};
}

void TestTlsIdentity::unusableFilesAreNamed()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QByteArrayList, parts);
    const auto identity = load(certificate, key);
    QVERIFY(!identity);
    const QByteArray message = identity.error().message.toUtf8();
    for (const QByteArray &part : std::as_const(parts)) {
        QVERIFY2(message.contains(part), message.constData());
    }
    QVERIFY(!message.contains('\n'));
    const auto missing = TlsIdentity::load(path("nowhere.pem"), path("key.pem"));
    QVERIFY(!missing);
    QVERIFY(missing.error().message.contains(QStringLiteral("cannot read ") + path("nowhere.pem")));
}

void TestTlsIdentity::anExpiredCertificateIsTakenWithAWarning()
{
    const TestCertificate made({.validFrom = -7200, .validUntil = -3600});
    const auto identity = load(made.pem(), made.keyPem());
    QVERIFY(identity);
    QVERIFY((*identity)->warning().contains(QStringLiteral("has expired on ")));
    QVERIFY((*identity)->warning().contains(path("cert.pem")));
}

void TestTlsIdentity::aCertificateOfTheFutureIsTakenWithAWarning()
{
    const TestCertificate made({.validFrom = 3600});
    const auto identity = load(made.pem(), made.keyPem());
    QVERIFY(identity);
    QVERIFY((*identity)->warning().contains(QStringLiteral("is not valid before ")));
}

void TestTlsIdentity::equalFilesAreEqualIdentities()
{
    const TestCertificate made;
    const TestCertificate other;
    const auto first = load(made.pem(), made.keyPem());
    const auto second = load(made.pem(), made.keyPem());
    const auto third = load(other.pem(), other.keyPem());
    QVERIFY(first && second && third);
    QVERIFY(**first == **second);
    QVERIFY(!(**first == **third));
}

} // namespace nexus

QTEST_GUILESS_MAIN(nexus::TestTlsIdentity)
#include "tst_tlsidentity.moc"

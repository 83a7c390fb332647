// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"
#include "testcertificate.h"
#include "tlsclient.h"

#include <QTcpServer>

#include <csignal>

namespace nexus {

//! The program with a certificate: what it says, and how it ends when the files are no good.
class TlsProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itSaysThatItSpeaksTls();
    void aHangUpSignalReadsTheCertificateAgain();
    void checkingReadsTheFiles();
    void badFilesAreOneLineAndExitCodeOne();
    void aTakenPortOfTheHealthPageIsOneLine();

private:
    static void put(Program &program, const TestCertificate &made, const QByteArray &more = {});
};

void TlsProgramTest::put(Program &program, const TestCertificate &made, const QByteArray &more)
{
    program.write(QStringLiteral("key.pem"), made.keyPem());
    program.write(QStringLiteral("cert.pem"), made.pem());
    program.write(QStringLiteral("nexus.toml"),
        "server.listen_address = \"127.0.0.1:0\"\nserver.tls = { certificate = \"cert.pem\", key = "
        "\"key.pem\" }\n"
            + more);
}

void TlsProgramTest::itSaysThatItSpeaksTls()
{
    const TestCertificate made;
    Program program;
    put(program, made, "server.health.listen = \"127.0.0.1:0\"\n");
    program.start({QStringLiteral("--headless")});
    const quint16 port = program.port();
    QVERIFY2(port > 0, program.log().constData());
    QVERIFY(program.waitForLog("version="));
    QVERIFY2(program.log().contains("serving address=https://127.0.0.1:"), program.log().constData());
    QVERIFY(program.log().contains(" health=https://127.0.0.1:"));
    QVERIFY(program.log().contains(" tls=true "));
    TlsClient client(made.pem());
    client.connectTo(port);
    client.send("GET /v1/models HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QVERIFY(client.waitForAnswers());
    QCOMPARE(client.answer().status, 200);
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 0);
}

void TlsProgramTest::aHangUpSignalReadsTheCertificateAgain()
{
    const TestCertificate made;
    const TestCertificate next;
    Program program;
    put(program, made);
    program.start({QStringLiteral("--headless")});
    const quint16 port = program.port();
    QVERIFY2(port > 0, program.log().constData());
    program.write(QStringLiteral("key.pem"), next.keyPem());
    program.write(QStringLiteral("cert.pem"), next.pem());
    program.signal(SIGHUP);
    QTRY_COMPARE_WITH_TIMEOUT(program.log().count("tls_loaded"), 2, 20'000);
    TlsClient client(next.pem());
    client.connectTo(port);
    QVERIFY(client.waitForSecured());
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 0);
}

void TlsProgramTest::checkingReadsTheFiles()
{
    const TestCertificate made;
    const TestCertificate expired({.validFrom = -7200, .validUntil = -3600});
    Program good;
    put(good, made);
    QCOMPARE(good.run({QStringLiteral("--check")}), 0);
    Program late;
    put(late, expired);
    QCOMPARE(late.run({QStringLiteral("--check")}), 0);
    QVERIFY2(
        late.log().contains("warning: The certificate in cert.pem has expired on "), late.log().constData());
    Program bad;
    put(bad, made);
    bad.write(QStringLiteral("key.pem"), expired.keyPem());
    QCOMPARE(bad.run({QStringLiteral("--check")}), 1);
    QVERIFY2(bad.log().contains(
                 "nexus: server.tls.key: the key in key.pem is not the one of the certificate in cert.pem\n"),
        bad.log().constData());
    QVERIFY(!bad.output().contains("is good"));
}

void TlsProgramTest::badFilesAreOneLineAndExitCodeOne()
{
    const TestCertificate made;
    Program program;
    put(program, made);
    program.write(QStringLiteral("key.pem"), made.encryptedKeyPem());
    QCOMPARE(program.run({QStringLiteral("--headless")}), 1);
    QCOMPARE(program.log().count("nexus: "), 1);
    QVERIFY2(program.log().contains("nexus: server.tls.key: the key in key.pem is encrypted; "),
        program.log().constData());
}

void TlsProgramTest::aTakenPortOfTheHealthPageIsOneLine()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Program program;
    program.write(QStringLiteral("nexus.toml"),
        "server.listen_address = \"127.0.0.1:0\"\nserver.health.listen = \"127.0.0.1:"
            + QByteArray::number(other.serverPort()) + "\"\n");
    QCOMPARE(program.run({QStringLiteral("--headless")}), 1);
    QVERIFY2(program.log().contains("nexus: server.health.listen: cannot listen on 127.0.0.1:"
                 + QByteArray::number(other.serverPort()) + ": "),
        program.log().constData());
}

} // namespace nexus

QTEST_GUILESS_MAIN(nexus::TlsProgramTest)
#include "tst_tlsprogram.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/hostcheck.h"

#include "auth/authority.h"

#include <QTest>

using namespace nexus;

namespace {

ServerConfig serverAt(const char *address)
{
    ServerConfig server;
    server.address = QHostAddress(QString::fromLatin1(address));
    return server;
}

ServerConfig serverWith(const QStringList &hosts)
{
    ServerConfig server;
    server.allowedHosts = hosts;
    return server;
}

void row(const char *name, const char *host, bool isAllowed)
{
    QTest::newRow(name) << QByteArray(host) << isAllowed;
}

void columns()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isAllowed");
}

} // namespace

class HostCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInList_data();
    void theBuiltInList();
    void beyondLoopbackEveryAddressIsTaken_data();
    void beyondLoopbackEveryAddressIsTaken();
    void theListOfTheFile_data();
    void theListOfTheFile();
    void anEmptyListLeavesLoopbackAddresses();
    void aStarSwitchesTheCheckOff();
    void hostsCompareInOneForm();
};

void HostCheckTest::theBuiltInList_data()
{
    columns();
    row("localhost", "localhost", true);
    row("localhost with port", "localhost:8000", true);
    row("any port", "localhost:1", true);
    row("upper case", "LOCALHOST:8000", true);
    row("dot at the end", "localhost.:8000", true);
    row("below localhost", "nexus.localhost:8000", true);
    row("two below localhost", "a.b.localhost", true);
    row("loopback", "127.0.0.1:8000", true);
    row("loopback with a dot", "127.0.0.1.", true);
    row("all of 127/8", "127.255.3.9:80", true);
    row("ipv6", "[::1]:8000", true);
    row("ipv6 without port", "[::1]", true);
    row("ipv6 in full", "[0:0:0:0:0:0:0:1]", true);
    row("ipv6 of ipv4", "[::ffff:127.0.0.1]", true);
    row("docker", "host.docker.internal:8000", true);
    row("docker in capitals", "Host.Docker.Internal.", true);
    row("colon without port", "localhost:", true);

    row("foreign", "evil.example", false);
    row("foreign with our port", "evil.example:8000", false);
    row("localhost in front", "localhost.evil.example", false);
    row("localhost glued", "notlocalhost", false);
    row("loopback in front", "127.0.0.1.evil.example", false);
    row("rebinding service", "127.0.0.1.nip.io", false);
    row("docker below", "x.host.docker.internal", false);
    row("address of a network", "192.168.1.5:8000", false);
    row("wildcard address", "0.0.0.0:8000", false);
    row("other ipv6", "[fe80::1]", false);

    row("empty", "", false);
    row("only a port", ":8000", false);
    row("only a dot", ".", false);
    row("two dots", "localhost..", false);
    row("dot in front", ".localhost", false);
    row("user", "user@localhost", false);
    row("path", "localhost/", false);
    row("space", "local host", false);
    row("two ports", "localhost:80:80", false);
    row("port with a sign", "localhost:+80", false);
    row("port too large", "localhost:65536", false);
    row("port of letters", "localhost:http", false);
    row("short address", "127.1", false);
    row("octal address", "0177.0.0.1", false);
    row("hex address", "0x7f.0.0.1", false);
    row("hex number", "0x7f000001", false);
    row("one number", "2130706433", false);
    row("part too large", "127.0.0.256", false);
    row("five parts", "127.0.0.0.1", false);
    row("ipv6 without brackets", "::1", false);
    row("open bracket", "[::1", false);
    row("zone", "[::1%25lo]", false);
    row("future address", "[v1.x]", false);
    row("letters behind the bracket", "[::1]x", false);
    row("percent", "%6cocalhost", false);
    row("not ascii", "localh\xc3\xb6st", false);
    QTest::newRow("nul") << QByteArray("localhost\0.evil", 15) << false;
    QTest::newRow("too long") << QByteArray("a.").repeated(130) + "localhost" << false;
    QTest::newRow("label too long") << QByteArray(64, 'a') + ".localhost" << false;
}

void HostCheckTest::theBuiltInList()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, isAllowed);
    QCOMPARE(HostCheck(serverAt("127.0.0.1")).allows(host), isAllowed);
    QCOMPARE(HostCheck(serverAt("::1")).allows(host), isAllowed);
}

void HostCheckTest::beyondLoopbackEveryAddressIsTaken_data()
{
    columns();
    row("address of a network", "192.168.1.5:8000", true);
    row("wildcard address", "0.0.0.0:8000", true);
    row("ipv6", "[2001:db8::5]:8000", true);
    row("loopback", "127.0.0.1", true);
    row("localhost", "localhost:8000", true);
    row("a name", "box.lan:8000", false);
    row("a name that begins as an address", "192.168.1.5.evil.example", false);
    row("an address in another form", "192.168.261", false);
}

void HostCheckTest::beyondLoopbackEveryAddressIsTaken()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, isAllowed);
    for (const char *address : {"0.0.0.0", "::", "192.168.1.5", "2001:db8::5"}) {
        QCOMPARE(HostCheck(serverAt(address)).allows(host), isAllowed);
    }
}

void HostCheckTest::theListOfTheFile_data()
{
    columns();
    row("listed", "gateway.example.com", true);
    row("listed, any port", "gateway.example.com:9999", true);
    row("listed, upper case", "Gateway.Example.COM", true);
    row("listed, dot", "gateway.example.com.:80", true);
    row("below the pattern", "a.example.org", true);
    row("two below the pattern", "a.b.example.org:1", true);
    row("with its port", "port.example.com:8443", true);
    row("https unwritten", "tls.example.com", true);
    row("https written", "tls.example.com:443", true);
    row("ipv6", "[2001:DB8:0::5]:80", true);
    row("ipv6 that the file gives bare", "[fd00::9]", true);
    row("address", "10.0.0.7:8000", true);
    row("punycode", "xn--mller-kva.example:8000", true);
    row("loopback address", "127.0.0.1:8000", true);
    row("ipv6 loopback", "[::1]:8000", true);

    row("localhost is not listed", "localhost:8000", false);
    row("docker is not listed", "host.docker.internal", false);
    row("below a listed name", "x.gateway.example.com", false);
    row("the pattern's own name", "example.org", false);
    row("glued to the pattern", "evilexample.org", false);
    row("the pattern in front", "a.example.org.evil.example", false);
    row("other port", "port.example.com:8000", false);
    row("port unwritten", "port.example.com", false);
    row("other address", "10.0.0.8", false);
    row("an entry that is no host", "https://url.example.com", false);
    row("the host of an entry that is no host", "url.example.com", false);
}

void HostCheckTest::theListOfTheFile()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, isAllowed);
    ServerConfig server = serverWith({QStringLiteral("gateway.example.com"), QStringLiteral("*.example.org"),
        QStringLiteral("port.example.com:8443"), QStringLiteral(" TLS.example.com:443 "),
        QStringLiteral("[2001:db8::5]"), QStringLiteral("fd00::9"), QStringLiteral("10.0.0.7"),
        QString::fromUtf8("m\xc3\xbcller.example"), QStringLiteral("https://url.example.com")});
    QCOMPARE(HostCheck(server).allows(host), isAllowed);
    // The file decides, wherever the gateway listens.
    server.address = QHostAddress::Any;
    QCOMPARE(HostCheck(server).allows(host), isAllowed);
}

void HostCheckTest::anEmptyListLeavesLoopbackAddresses()
{
    const HostCheck check(serverWith({}));
    QVERIFY(check.allows("127.0.0.1:8000"));
    QVERIFY(!check.allows("localhost:8000"));
}

void HostCheckTest::aStarSwitchesTheCheckOff()
{
    const HostCheck check(serverWith({QStringLiteral("*")}));
    QVERIFY(check.allows("anything.example:1"));
    QVERIFY(check.allows(""));
}

void HostCheckTest::hostsCompareInOneForm()
{
    QCOMPARE(comparableHost("LOCALHOST"), QByteArray("localhost"));
    QCOMPARE(comparableHost("[2001:DB8:0:0::0001]"), QByteArray("[2001:db8::1]"));
    QVERIFY(isIpLiteral("10.0.0.1"));
    QVERIFY(!isIpLiteral("10.0.0.1.example"));
    QCOMPARE(parseAuthority("[::1]:80")->port, std::optional<quint16>(80));
}

QTEST_APPLESS_MAIN(HostCheckTest)
#include "tst_hostcheck.moc"

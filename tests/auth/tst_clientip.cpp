// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/clientip.h"

#include <QTest>

using namespace nexus;

Q_DECLARE_METATYPE(nexus::HeaderList)

class ClientIpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void peers_data();
    void peers();
};

void ClientIpTest::addresses_data()
{
    QTest::addColumn<bool>("isRealIpTrusted");
    QTest::addColumn<int>("hops"); // -1 for nothing
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<QByteArray>("expected");
    const auto row
        = [](const char *name, bool isTrusted, int hops, const HeaderList &headers, const char *expected) {
              QTest::newRow(name) << isTrusted << hops << headers << QByteArray(expected);
          };
    constexpr auto peer = "192.0.2.99";
    const HeaderList both {{"X-Real-IP", "198.51.100.1"}, {"X-Forwarded-For", "203.0.113.1, 203.0.113.2"}};
    row("nothing is trusted", false, -1, both, peer);
    row("real address", true, -1, both, "198.51.100.1");
    row("real address goes first", true, 0, both, "198.51.100.1");
    row("the rightmost", false, 0, both, "203.0.113.2");
    row("the one before", false, 1, both, "203.0.113.1");
    row("beyond the list", false, 2, both, peer);
    row("no header", true, 0, {}, peer);
    row("real address is none", true, 0, {{"X-Real-IP", "unknown"}, {"X-Forwarded-For", "203.0.113.1"}},
        "203.0.113.1");
    row("real address twice", true, -1, {{"X-Real-IP", "198.51.100.1"}, {"x-real-ip", "198.51.100.2"}}, peer);
    row("several headers are one list", false, 1,
        {{"X-Forwarded-For", "203.0.113.1,203.0.113.2"}, {"x-forwarded-for", "203.0.113.3"}}, "203.0.113.2");
    row("an entry that is none counts", false, 1, {{"X-Forwarded-For", "203.0.113.1, , 203.0.113.3"}}, peer);
    row("IPv6", false, 0, {{"X-Forwarded-For", "2001:DB8::1"}}, "2001:db8::1");
    row("mapped", true, -1, {{"X-Real-IP", "::ffff:203.0.113.5"}}, "203.0.113.5");
    row("port", false, 0, {{"X-Forwarded-For", "203.0.113.1:4711"}}, "203.0.113.1");
    row("IPv6 in brackets", false, 0, {{"X-Forwarded-For", "[2001:db8::1]"}}, "2001:db8::1");
    row("IPv6 with a port", false, 0, {{"X-Forwarded-For", "[2001:db8::1]:4711"}}, "2001:db8::1");
    row("open bracket", false, 0, {{"X-Forwarded-For", "[2001:db8::1"}}, peer);
    row("behind the bracket", false, 0, {{"X-Forwarded-For", "[2001:db8::1]x"}}, peer);
    row("zone", false, 0, {{"X-Forwarded-For", "fe80::1%eth0"}}, peer);
    row("short form", false, 0, {{"X-Forwarded-For", "1"}}, peer);
    row("octal", false, 0, {{"X-Forwarded-For", "010.0.0.1"}}, peer);
    row("hexadecimal", false, 0, {{"X-Forwarded-For", "0x7f000001"}}, peer);
    row("name", false, 0, {{"X-Forwarded-For", "client.example"}}, peer);
    row("too large", false, 0, {{"X-Forwarded-For", "203.0.113.256"}}, peer);
}

void ClientIpTest::addresses()
{
    QFETCH(bool, isRealIpTrusted);
    QFETCH(int, hops);
    QFETCH(HeaderList, headers);
    QFETCH(QByteArray, expected);
    ClientIpConfig config;
    config.isRealIpTrusted = isRealIpTrusted;
    if (hops >= 0) {
        config.trustedHops = hops;
    }
    RequestSnapshot request;
    request.headers = headers;
    request.peer = QHostAddress(QStringLiteral("192.0.2.99"));
    const QHostAddress address = clientAddress(config, request);
    QCOMPARE(address.toString().toLatin1(), expected);
    QCOMPARE(address, QHostAddress(QString::fromLatin1(expected)));
}

void ClientIpTest::peers_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *peer, const char *expected) {
        QTest::newRow(peer) << QString::fromLatin1(peer) << QString::fromLatin1(expected);
    };
    row("127.0.0.1", "127.0.0.1");
    row("::1", "::1");
    row("::ffff:127.0.0.1", "127.0.0.1");
    row("::127.0.0.1", "::7f00:1");
    row("64:ff9b::1.2.3.4", "64:ff9b::102:304");
}

void ClientIpTest::peers()
{
    QFETCH(QString, peer);
    QFETCH(QString, expected);
    RequestSnapshot request;
    request.peer = QHostAddress(peer);
    QCOMPARE(clientAddress({}, request), QHostAddress(expected));
}

QTEST_APPLESS_MAIN(ClientIpTest)
#include "tst_clientip.moc"

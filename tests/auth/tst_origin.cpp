// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/originpattern.h"

#include <QTest>

using namespace nexus;

class OriginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void originsAreRead_data();
    void originsAreRead();
    void whatIsNoOriginIsRefused_data();
    void whatIsNoOriginIsRefused();
    void pagesOfThisMachine_data();
    void pagesOfThisMachine();
    void pagesOfTheGateway_data();
    void pagesOfTheGateway();
    void patterns_data();
    void patterns();
    void aGlobOfManyStarsEnds();
};

void OriginTest::originsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("withPort");
    const auto row = [](const char *text, const char *plain, const char *withPort) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(plain) << QByteArray(withPort);
    };
    row("https://app.example.com", "https://app.example.com", "https://app.example.com:443");
    row("https://app.example.com:443", "https://app.example.com", "https://app.example.com:443");
    row("HTTP://App.Example.com:8080", "http://app.example.com:8080", "http://app.example.com:8080");
    row("http://[0::1]:3000", "http://[::1]:3000", "http://[::1]:3000");
    row("https://app.example.com.", "https://app.example.com", "https://app.example.com:443");
    row("chrome-extension://abcdef", "chrome-extension://abcdef", "chrome-extension://abcdef");
    row("app://-", "app://-", "app://-");
    row("app://.", "app://.", "app://.");
    row("file://", "file://", "file://");
}

void OriginTest::originsAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, withPort);
    const std::optional<Origin> origin = parseOrigin(text);
    QVERIFY(origin);
    QCOMPARE(origin->text(), plain);
    QCOMPARE(origin->textWithPort(), withPort);
}

void OriginTest::whatIsNoOriginIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
        {"", "null", "://x", "http://", "http:/x", "example.com", "http://a b", "http://a/", "http://a/b",
            "http://user@a", "http://a:x", "http://a, http://b", "http://127.1", "http://a?b", "1http://a",
            "app://a/b", "app://a b", "app://\xc3\xb6", "app://a,app://b", "http://a\r\nx: y"}) {
        QTest::newRow(text) << QByteArray(text);
    }
    QTest::newRow("too long") << "app://" + QByteArray(600, 'a');
}

void OriginTest::whatIsNoOriginIsRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseOrigin(text));
}

void OriginTest::pagesOfThisMachine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isLocal");
    for (const char *text : {"http://localhost", "http://localhost:3000", "https://localhost:3000",
             "http://LOCALHOST:1", "http://localhost.:1", "http://ui.localhost:5173", "http://127.0.0.1:3000",
             "http://127.9.9.9", "http://[::1]:3000", "https://[::ffff:127.0.0.1]", "capacitor://localhost",
             "app://obsidian.md", "app://-", "APP://x", "tauri://localhost", "http://tauri.localhost",
             "https://tauri.localhost", "vscode-webview://0a1b2c"}) {
        QTest::newRow(text) << QByteArray(text) << true;
    }
    for (const char *text : {"https://evil.example", "http://localhost.evil.example", "http://evillocalhost",
             "http://127.0.0.1.evil.example", "http://192.168.1.5", "http://0.0.0.0", "http://[::]",
             "file://", "chrome-extension://localhostx", "app2://x", "vscode-webview2://x",
             "https://tauri.dev", "https://app.example"}) {
        QTest::newRow(text) << QByteArray(text) << false;
    }
}

void OriginTest::pagesOfThisMachine()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isLocal);
    const std::optional<Origin> origin = parseOrigin(text);
    QVERIFY(origin);
    QCOMPARE(isLocalOrigin(*origin), isLocal);
}

void OriginTest::pagesOfTheGateway_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isPlain"); // the gateway without TLS
    QTest::addColumn<bool>("isTls"); // with TLS
    const auto row = [](const char *name, const char *text, const char *host, bool isPlain, bool isTls) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(host) << isPlain << isTls;
    };
    row("same", "http://gw.example:8000", "gw.example:8000", true, false);
    row("same over TLS", "https://gw.example:8443", "gw.example:8443", true, true);
    row("case", "https://gw.example", "GW.example", true, true);
    row("usual port", "https://gw.example", "gw.example:443", true, true);
    row("address", "http://192.168.1.5:8000", "192.168.1.5:8000", true, false);
    row("ipv6", "http://[2001:db8::1]:8000", "[2001:db8:0::1]:8000", true, false);
    row("http page, port unwritten", "http://gw.example", "gw.example", true, false);
    row("other port", "http://gw.example:3000", "gw.example:8000", false, false);
    row("other host", "http://a.gw.example:8000", "gw.example:8000", false, false);
    row("other scheme", "ftp://gw.example:8000", "gw.example:8000", false, false);
    row("no host", "http://gw.example", "", false, false);
}

void OriginTest::pagesOfTheGateway()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, host);
    QFETCH(bool, isPlain);
    QFETCH(bool, isTls);
    const std::optional<Origin> origin = parseOrigin(text);
    QVERIFY(origin);
    QCOMPARE(isSameOrigin(*origin, host, false), isPlain);
    QCOMPARE(isSameOrigin(*origin, host, true), isTls);
}

void OriginTest::patterns_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const char *entry, const char *origin, bool isMatch) {
        QTest::addRow("%s %s", entry, origin) << QString::fromUtf8(entry) << QByteArray(origin) << isMatch;
    };
    row("https://app.example.com", "https://app.example.com", true);
    row("https://app.example.com/", "https://app.example.com", true);
    row("https://app.example.com:443", "https://app.example.com", true);
    row("HTTPS://APP.example.com", "https://app.example.com", true);
    row("https://app.example.com", "https://app.example.com:8443", false);
    row("https://app.example.com", "http://app.example.com", false);
    row("https://app.example.com", "https://x.app.example.com", false);
    row("https://m\xc3\xbcller.example", "https://xn--mller-kva.example", true);
    row("http://[2001:db8:0::1]:80", "http://[2001:db8::1]", true);
    row("chrome-extension://abc", "chrome-extension://abc", true);

    row("https://*.example.org", "https://a.example.org", true);
    row("https://*.example.org", "https://a.b.example.org", true);
    row("https://*.example.org", "https://A.EXAMPLE.org", true);
    row("https://*.example.org/", "https://a.example.org", true);
    row("https://*.example.org:443", "https://a.example.org", true);
    row("https://*.example.org", "https://example.org", false);
    row("https://*.example.org", "https://a.example.org:8443", false);
    row("https://*.example.org", "http://a.example.org", false);
    row("https://*.example.org", "https://a.example.org.evil.example", false);
    row("https://*.example.org", "https://axexample.org", false);
    row("http://10.0.0.?:3000", "http://10.0.0.7:3000", true);
    row("http://10.0.0.?:3000", "http://10.0.0.77:3000", false);
    row("http://dev.example:*", "http://dev.example:5173", true);
    row("{http,https}://dev.example", "https://dev.example", true);
    row("{http,https}://dev.example", "ftp://dev.example", false);
    row("https://{a,{b,c}}.example", "https://c.example", true);
    row("https://dev[0-9].example", "https://dev5.example", true);
    row("https://dev[!0-9].example", "https://dev5.example", false);
    row("https://dev[!0-9].example", "https://devx.example", true);
    row("https://dev[-x].example", "https://dev-.example", true);
    row("https://dev\\*.example", "https://devx.example", false);
    row("!https://*.example.org", "https://a.example.org", false);
    row("!https://*.example.org", "https://other.example", true);
    row("https://dev[z-a].example", "https://devz.example", false);
    row("!https://dev[z-a].example", "https://devz.example", false);
    row("https://{a,b", "https://a", true);
    row("https://dev[.example", "https://devx.example", false);
}

void OriginTest::patterns()
{
    QFETCH(QString, entry);
    QFETCH(QByteArray, origin);
    QFETCH(bool, isMatch);
    const std::optional<Origin> parsed = parseOrigin(origin);
    QVERIFY(parsed);
    QCOMPARE(OriginPattern(entry).matches(*parsed), isMatch);
}

void OriginTest::aGlobOfManyStarsEnds()
{
    const OriginPattern pattern(QStringLiteral("app://") + QStringLiteral("*a").repeated(40) + u'b');
    const std::optional<Origin> origin = parseOrigin("app://" + QByteArray(500, 'a'));
    QVERIFY(origin);
    QVERIFY(!pattern.matches(*origin));
}

QTEST_APPLESS_MAIN(OriginTest)
#include "tst_origin.moc"

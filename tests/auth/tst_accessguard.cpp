// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/accessguard.h"

#include "guardprobe.h"

#include <QTest>

using namespace nexus;

class AccessGuardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlainRequestGoesOnWithoutHeaders();
    void aForeignHostIsRefusedAndNamed();
    void noHostIsNoHost();
    void theHostComesBeforeEverythingElse();
    void withoutATableForeignOriginsAreRefused_data();
    void withoutATableForeignOriginsAreRefused();
    void withoutATableLocalPagesWork_data();
    void withoutATableLocalPagesWork();
    void aPreflightOfALocalPageIsGranted();
    void optionsWithoutAnAskedMethodIsNoPreflight();
    void whatIsAskedIsNotBelievedWhenItBreaksTheLine();
    void thePageOfTheGatewayItselfMayAsk();
    void twoOriginsAreNone();
    void csrf_data();
    void csrf();
    void aRefusalForCsrfCanBeReadByThePage();
    void aForeignOriginIsNamedBeforeCsrf();
};

void AccessGuardTest::aPlainRequestGoesOnWithoutHeaders()
{
    for (const char *method : {"GET", "POST", "OPTIONS", "DELETE"}) {
        const AccessVerdict verdict = checked({}, method, {{"Sec-Fetch-Site", "cross-site"}});
        QVERIFY(!verdict.refusal);
        QVERIFY(!verdict.ownAnswer);
        QCOMPARE(verdict.headers, HeaderList());
    }
}

void AccessGuardTest::aForeignHostIsRefusedAndNamed()
{
    GatewayConfig config;
    const AccessGuard guard(std::make_shared<const GatewayConfig>(config));
    RequestSnapshot request;
    request.headers = {{"hOST", "rebound.example:8000"}};
    const AccessVerdict verdict = guard.check(request);
    QVERIFY(verdict.refusal);
    QCOMPARE(verdict.refusal->kind, ErrorKind::Forbidden);
    QCOMPARE(httpStatus(*verdict.refusal), 403);
    QVERIFY(verdict.refusal->message.contains(QStringLiteral("'rebound.example:8000'")));
    QVERIFY(verdict.refusal->message.contains(QStringLiteral("server.allowed_hosts")));
}

void AccessGuardTest::noHostIsNoHost()
{
    GatewayConfig config;
    const AccessGuard guard(std::make_shared<const GatewayConfig>(config));
    RequestSnapshot request;
    QVERIFY(!guard.check(request).refusal);
    request.headers = {{"Host", ""}};
    QCOMPARE(codeOf(guard.check(request)), QByteArray("host_not_allowed"));
}

void AccessGuardTest::theHostComesBeforeEverythingElse()
{
    GatewayConfig config;
    config.server.csrf.isEnabled = true;
    const AccessGuard guard(std::make_shared<const GatewayConfig>(config));
    RequestSnapshot request;
    request.method = "POST";
    // After rebinding the page is of the same origin.
    request.headers = {{"Host", "rebound.example:8000"}, {"Origin", "http://rebound.example:8000"}};
    const AccessVerdict verdict = guard.check(request);
    QCOMPARE(codeOf(verdict), QByteArray("host_not_allowed"));
    QCOMPARE(verdict.headers, HeaderList());
}

void AccessGuardTest::withoutATableForeignOriginsAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("origin");
    for (const char *method : {"GET", "POST", "OPTIONS", "HEAD", "DELETE"}) {
        for (const char *origin : {"https://evil.example", "null", "", "file://", "rubbish",
                 "http://127.0.0.1.evil.example:8000", "http://192.168.1.5"}) {
            QTest::addRow("%s '%s'", method, origin) << QByteArray(method) << QByteArray(origin);
        }
    }
}

void AccessGuardTest::withoutATableForeignOriginsAreRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, origin);
    HeaderList headers = preflightOf(origin);
    const AccessVerdict verdict = checked({}, method, headers);
    QVERIFY(verdict.refusal);
    QVERIFY(!verdict.ownAnswer);
    QCOMPARE(httpStatus(*verdict.refusal), 403);
    QCOMPARE(codeOf(verdict), QByteArray("origin_not_allowed"));
    QVERIFY(verdict.refusal->message.contains(u'\'' + QString::fromLatin1(origin) + u'\''));
    QVERIFY(verdict.refusal->message.contains(QStringLiteral("server.cors.allow_origins")));
    QVERIFY(!verdict.headers.contains("Access-Control-Allow-Origin"));
    QVERIFY(verdict.headers.value("Vary").startsWith("Origin"));
}

void AccessGuardTest::withoutATableLocalPagesWork_data()
{
    QTest::addColumn<QByteArray>("origin");
    for (const char *origin : {"http://localhost:3000", "https://127.0.0.1", "http://[::1]:5173",
             "app://obsidian.md", "tauri://localhost", "https://tauri.localhost", "vscode-webview://1a2b"}) {
        QTest::newRow(origin) << QByteArray(origin);
    }
}

void AccessGuardTest::withoutATableLocalPagesWork()
{
    QFETCH(QByteArray, origin);
    const AccessVerdict verdict = checked({}, "POST", {{"Origin", origin}});
    QVERIFY(!verdict.refusal);
    QVERIFY(!verdict.ownAnswer);
    QCOMPARE(verdict.headers,
        HeaderList({{"Vary", "Origin"}, {"Access-Control-Allow-Origin", origin},
            {"Access-Control-Expose-Headers", "*"}}));
}

void AccessGuardTest::aPreflightOfALocalPageIsGranted()
{
    HeaderList asked = preflightOf("http://localhost:3000");
    asked.add("Access-Control-Request-Private-Network", "true");
    const AccessVerdict verdict = checked({}, "OPTIONS", asked);
    QVERIFY(!verdict.refusal);
    QVERIFY(verdict.ownAnswer);
    QCOMPARE(verdict.ownAnswer->status, 204);
    QCOMPARE(verdict.ownAnswer->headers, HeaderList());
    QCOMPARE(verdict.headers,
        HeaderList({{"Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"},
            {"Access-Control-Allow-Origin", "http://localhost:3000"},
            {"Access-Control-Allow-Methods", "POST"},
            {"Access-Control-Allow-Headers", "authorization, content-type"},
            {"Access-Control-Max-Age", "600"}}));
}

void AccessGuardTest::optionsWithoutAnAskedMethodIsNoPreflight()
{
    const AccessVerdict verdict = checked({}, "OPTIONS", {{"Origin", "http://localhost:3000"}});
    QVERIFY(!verdict.refusal);
    QVERIFY(!verdict.ownAnswer);
    QVERIFY(verdict.headers.contains("Access-Control-Allow-Origin"));
}

void AccessGuardTest::whatIsAskedIsNotBelievedWhenItBreaksTheLine()
{
    const AccessVerdict verdict = checked({}, "OPTIONS",
        {{"Origin", "http://localhost:3000"}, {"Access-Control-Request-Method", "POST\r\nX: y"},
            {"Access-Control-Request-Headers", QByteArray("a\0b", 3)}});
    QVERIFY(verdict.ownAnswer);
    QVERIFY(!verdict.headers.contains("Access-Control-Allow-Methods"));
    QVERIFY(!verdict.headers.contains("Access-Control-Allow-Headers"));
}

void AccessGuardTest::thePageOfTheGatewayItselfMayAsk()
{
    ServerConfig server;
    server.address = QHostAddress::Any;
    GatewayConfig config;
    config.server = server;
    const AccessGuard guard(std::make_shared<const GatewayConfig>(config));
    RequestSnapshot request;
    request.method = "POST";
    request.headers = {{"Host", "192.168.1.5:8000"}, {"Origin", "http://192.168.1.5:8000"}};
    QVERIFY(!guard.check(request).refusal);
    request.headers = {{"Host", "192.168.1.5:8000"}, {"Origin", "http://192.168.1.5:9000"}};
    QCOMPARE(codeOf(guard.check(request)), QByteArray("origin_not_allowed"));
}

void AccessGuardTest::twoOriginsAreNone()
{
    const AccessVerdict verdict
        = checked({}, "POST", {{"Origin", "http://localhost"}, {"origin", "http://localhost"}});
    QCOMPARE(codeOf(verdict), QByteArray("origin_not_allowed"));
}

void AccessGuardTest::csrf_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<bool>("isRefused");
    const QByteArray chat = "/v1/chat/completions";
    QTest::newRow("post without") << QByteArray("POST") << chat << HeaderList() << true;
    QTest::newRow("get without") << QByteArray("GET") << QByteArray("/v1/models") << HeaderList() << true;
    QTest::newRow("health") << QByteArray("GET") << QByteArray("/health") << HeaderList() << true;
    QTest::newRow("unknown path") << QByteArray("GET") << QByteArray("/nowhere") << HeaderList() << true;
    QTest::newRow("options") << QByteArray("OPTIONS") << chat << HeaderList() << false;
    QTest::newRow("metadata") << QByteArray("GET") << QByteArray("/.well-known/oauth-protected-resource")
                              << HeaderList() << false;
    QTest::newRow("with a value") << QByteArray("POST") << chat << HeaderList({{"X-My-Check", "1"}}) << false;
    QTest::newRow("empty value") << QByteArray("POST") << chat << HeaderList({{"X-My-Check", ""}}) << false;
    QTest::newRow("other case") << QByteArray("POST") << chat << HeaderList({{"x-my-CHECK", "1"}}) << false;
    QTest::newRow("default name") << QByteArray("POST") << chat
                                  << HeaderList({{"X-Nexus-CSRF-Protection", "1"}}) << true;
}

void AccessGuardTest::csrf()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(HeaderList, headers);
    QFETCH(bool, isRefused);
    GatewayConfig config;
    config.server.csrf = {.isEnabled = true, .headerName = "X-My-Check"};
    RequestSnapshot request;
    request.method = method;
    request.path = path;
    request.headers = headers;
    const AccessVerdict verdict = AccessGuard(std::make_shared<const GatewayConfig>(config)).check(request);
    QCOMPARE(codeOf(verdict), isRefused ? QByteArray("csrf_header_missing") : QByteArray());
    if (isRefused) {
        QCOMPARE(httpStatus(*verdict.refusal), 403);
        QVERIFY(verdict.refusal->message.contains(QStringLiteral("X-My-Check")));
    }
    config.server.csrf.isEnabled = false;
    QVERIFY(!AccessGuard(std::make_shared<const GatewayConfig>(config)).check(request).refusal);
}

void AccessGuardTest::aRefusalForCsrfCanBeReadByThePage()
{
    ServerConfig server;
    server.csrf.isEnabled = true;
    const AccessVerdict verdict = checked(server, "POST", {{"Origin", "http://localhost:3000"}});
    QCOMPARE(codeOf(verdict), QByteArray("csrf_header_missing"));
    QCOMPARE(verdict.headers.value("Access-Control-Allow-Origin"), QByteArray("http://localhost:3000"));
    QVERIFY(checked(server, "OPTIONS", preflightOf("http://localhost:3000")).ownAnswer);
}

void AccessGuardTest::aForeignOriginIsNamedBeforeCsrf()
{
    ServerConfig server;
    server.csrf.isEnabled = true;
    QCOMPARE(codeOf(checked(server, "POST", {{"Origin", "https://evil.example"}})),
        QByteArray("origin_not_allowed"));
}

QTEST_APPLESS_MAIN(AccessGuardTest)
#include "tst_accessguard.moc"

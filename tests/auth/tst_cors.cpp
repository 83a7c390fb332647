// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/cors.h"

#include "guardprobe.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

CorsList listOf(const QStringList &entries)
{
    return {.isAny = false, .entries = entries};
}

CorsList anything()
{
    return {.isAny = true, .entries = {}};
}

CorsConfig exampleCors()
{
    return {.allowOrigins = listOf({QStringLiteral("https://app.example.com")}),
        .allowMethods = listOf({QStringLiteral("GET"), QStringLiteral("POST")}),
        .allowHeaders = listOf({QStringLiteral("Authorization"), QStringLiteral("X-One")}),
        .exposeHeaders = listOf({QStringLiteral("x-request-id")}),
        .maxAge = 5s,
        .isCredentialsAllowed = true,
        .isPrivateNetworkAllowed = true};
}

ServerConfig serverWith(std::optional<CorsConfig> cors)
{
    ServerConfig server;
    server.cors = std::move(cors);
    return server;
}

} // namespace

//! Pages of other origins where the file has a table for them.
class CorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aListedOriginGetsTheListedAspects();
    void aPreflightOfAListedOriginGetsTheListedAspects();
    void anOriginThatIsNotListedIsRefused_data();
    void anOriginThatIsNotListedIsRefused();
    void aLocalPageThatIsNotListedIsServedAndCannotRead();
    void anEmptyTableSendsNothing();
    void aStarTakesAnybodyWithoutCredentials();
    void starsForMethodsHeadersAndExposure();
    void thePrivateNetworkIsGrantedOnlyWhenAskedAndAllowed();
    void varyStandsAlsoWithoutAnOrigin();
};

void CorsTest::aListedOriginGetsTheListedAspects()
{
    const AccessVerdict verdict
        = checked(serverWith(exampleCors()), "POST", {{"Origin", "https://app.example.com"}});
    QVERIFY(!verdict.refusal);
    QVERIFY(!verdict.ownAnswer);
    QCOMPARE(verdict.headers,
        HeaderList({{"Vary", "Origin"}, {"Access-Control-Allow-Origin", "https://app.example.com"},
            {"Access-Control-Allow-Credentials", "true"},
            {"Access-Control-Expose-Headers", "x-request-id"}}));
}

void CorsTest::aPreflightOfAListedOriginGetsTheListedAspects()
{
    const AccessVerdict verdict
        = checked(serverWith(exampleCors()), "OPTIONS", preflightOf("https://app.example.com"));
    QVERIFY(verdict.ownAnswer);
    QCOMPARE(verdict.ownAnswer->status, 204);
    QCOMPARE(verdict.headers,
        HeaderList({{"Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"},
            {"Access-Control-Allow-Origin", "https://app.example.com"},
            {"Access-Control-Allow-Credentials", "true"},
            {"Access-Control-Allow-Methods", "GET, POST, OPTIONS"},
            {"Access-Control-Allow-Headers", "Authorization, X-One"}, {"Access-Control-Max-Age", "5"}}));
}

void CorsTest::anOriginThatIsNotListedIsRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("origin");
    for (const char *method : {"GET", "POST", "OPTIONS"}) {
        for (const char *origin : {"https://evil.example", "http://app.example.com", "null",
                 "https://app.example.com:8443", "https://app.example.com.evil.example"}) {
            QTest::addRow("%s %s", method, origin) << QByteArray(method) << QByteArray(origin);
        }
    }
}

void CorsTest::anOriginThatIsNotListedIsRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, origin);
    const AccessVerdict verdict = checked(serverWith(exampleCors()), method, preflightOf(origin));
    QCOMPARE(codeOf(verdict), QByteArray("origin_not_allowed"));
    QVERIFY(!verdict.ownAnswer);
    QVERIFY(!verdict.headers.contains("Access-Control-Allow-Origin"));
}

void CorsTest::aLocalPageThatIsNotListedIsServedAndCannotRead()
{
    const AccessVerdict verdict
        = checked(serverWith(exampleCors()), "POST", {{"Origin", "http://localhost:3000"}});
    QVERIFY(!verdict.refusal);
    QVERIFY(!verdict.headers.contains("Access-Control-Allow-Origin"));
    QVERIFY(!verdict.headers.contains("Access-Control-Allow-Credentials"));
}

void CorsTest::anEmptyTableSendsNothing()
{
    const ServerConfig server = serverWith(CorsConfig {});
    const AccessVerdict local = checked(server, "OPTIONS", preflightOf("http://localhost:3000"));
    QVERIFY(local.ownAnswer);
    QCOMPARE(local.headers.size(), std::size_t(1));
    QCOMPARE(codeOf(checked(server, "POST", {{"Origin", "https://evil.example"}})),
        QByteArray("origin_not_allowed"));
}

void CorsTest::aStarTakesAnybodyWithoutCredentials()
{
    CorsConfig cors;
    cors.allowOrigins = anything();
    cors.isCredentialsAllowed = true; // the reader refuses this; here it must not matter
    for (const char *origin : {"https://evil.example", "null", "http://localhost"}) {
        const AccessVerdict verdict = checked(serverWith(cors), "POST", {{"Origin", origin}});
        QVERIFY(!verdict.refusal);
        QCOMPARE(verdict.headers.value("Access-Control-Allow-Origin"), QByteArray("*"));
        QVERIFY(!verdict.headers.contains("Access-Control-Allow-Credentials"));
    }
}

void CorsTest::starsForMethodsHeadersAndExposure()
{
    CorsConfig cors;
    cors.allowOrigins = listOf({QStringLiteral("https://*.example.org")});
    cors.allowMethods = anything();
    cors.allowHeaders = anything();
    cors.exposeHeaders = anything();
    const AccessVerdict asked = checked(serverWith(cors), "OPTIONS", preflightOf("https://a.example.org"));
    QCOMPARE(asked.headers.value("Access-Control-Allow-Origin"), QByteArray("https://a.example.org"));
    QCOMPARE(asked.headers.value("Access-Control-Allow-Methods"), QByteArray("*"));
    QCOMPARE(asked.headers.value("Access-Control-Allow-Headers"), QByteArray("*, Authorization"));
    QVERIFY(!asked.headers.contains("Access-Control-Expose-Headers"));
    QVERIFY(!asked.headers.contains("Access-Control-Max-Age"));
    const AccessVerdict plain = checked(serverWith(cors), "GET", {{"Origin", "https://a.example.org"}});
    QCOMPARE(plain.headers.value("Access-Control-Expose-Headers"), QByteArray("*"));
    QVERIFY(!plain.headers.contains("Access-Control-Allow-Methods"));
}

void CorsTest::thePrivateNetworkIsGrantedOnlyWhenAskedAndAllowed()
{
    const QByteArray granted = "Access-Control-Allow-Private-Network";
    CorsConfig cors = exampleCors();
    HeaderList asking = preflightOf("https://app.example.com");
    QVERIFY(!checked(serverWith(cors), "OPTIONS", asking).headers.contains(granted));
    asking.add("Access-Control-Request-Private-Network", "true");
    QCOMPARE(checked(serverWith(cors), "OPTIONS", asking).headers.value(granted), QByteArray("true"));
    cors.isPrivateNetworkAllowed = false;
    QVERIFY(!checked(serverWith(cors), "OPTIONS", asking).headers.contains(granted));
}

void CorsTest::varyStandsAlsoWithoutAnOrigin()
{
    QCOMPARE(checked(serverWith(exampleCors()), "GET", {}).headers, HeaderList({{"Vary", "Origin"}}));
}

QTEST_APPLESS_MAIN(CorsTest)
#include "tst_cors.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/bearerchallenge.h"
#include "auth/bearertoken.h"
#include "wire/json.h"

#include <QTest>

using namespace nexus;

Q_DECLARE_METATYPE(nexus::HeaderList)

class BearerTokenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokens_data();
    void tokens();
    void challengeIsAQuotedText();
    void metadataStandsAtTheOrigin_data();
    void metadataStandsAtTheOrigin();
    void metadataDocument();
};

void BearerTokenTest::tokens_data()
{
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("outcome"); // the token or an error's code
    const auto row = [](const char *name, const HeaderList &headers, Dialect dialect, const char *header,
                         const char *outcome) {
        QTest::newRow(name) << headers << dialect << QByteArray(header) << QByteArray(outcome);
    };
    constexpr auto openAi = Dialect::OpenAi;
    constexpr auto anthropic = Dialect::Anthropic;
    row("plain", {{"Authorization", "Bearer a.b.c"}}, openAi, "Authorization", "a.b.c");
    row("any case", {{"authorization", "BEARER a.b.c"}}, openAi, "Authorization", "a.b.c");
    row("more blanks", {{"Authorization", "  bearer   a.b.c  "}}, openAi, "Authorization", "a.b.c");
    row("nothing", {}, openAi, "Authorization", "missing_token");
    row("no scheme", {{"Authorization", "a.b.c"}}, openAi, "Authorization", "missing_token");
    row("longer scheme", {{"Authorization", "Bearers a.b.c"}}, openAi, "Authorization", "missing_token");
    row("twice", {{"Authorization", "Bearer a"}, {"authorization", "Bearer a"}}, openAi, "Authorization",
        "invalid_token");
    row("key on an OpenAI mount", {{"x-api-key", "a"}}, openAi, "Authorization", "missing_token");
    row("proxy on an OpenAI mount", {{"Proxy-Authorization", "Bearer a"}}, openAi, "Authorization",
        "missing_token");
    row("key", {{"X-Api-Key", "a.b.c"}}, anthropic, "x-api-key", "a.b.c");
    row("empty key", {{"x-api-key", " "}}, anthropic, "x-api-key", "missing_token");
    row("key twice", {{"x-api-key", "a"}, {"x-api-key", "b"}}, anthropic, "x-api-key", "invalid_token");
    row("key beside authorization", {{"x-api-key", "a"}, {"Authorization", "Bearer b"}}, anthropic,
        "Authorization", "b");
    row("proxy goes first", {{"Authorization", "Bearer b"}, {"proxy-authorization", "Bearer c"}}, anthropic,
        "Proxy-Authorization", "c");
    row("a bad proxy is no reason to look elsewhere",
        {{"Authorization", "Bearer b"}, {"Proxy-Authorization", "Basic c"}}, anthropic, "Proxy-Authorization",
        "missing_token");
    row("nothing at all", {}, anthropic, "Authorization", "missing_token");
}

void BearerTokenTest::tokens()
{
    QFETCH(HeaderList, headers);
    QFETCH(Dialect, dialect);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, outcome);
    QCOMPARE(bearerHeader(headers, dialect), header);
    const Result<QByteArray> token = bearerToken(headers, dialect);
    QCOMPARE(token ? *token : token.error().code, outcome);
    QCOMPARE(token.has_value(), !outcome.endsWith("_token"));
    QVERIFY(token || token.error().kind == ErrorKind::Unauthenticated);
}

void BearerTokenTest::challengeIsAQuotedText()
{
    const Error error {.kind = ErrorKind::Unauthenticated,
        .message = QStringLiteral("a \"b\" \\ \u00e4\u20ac\r\nc"),
        .detail = {},
        .code = "invalid_token"};
    QCOMPARE(bearerChallenge("https://x/y", error),
        QByteArray("Bearer resource_metadata=\"https://x/y\", error=\"invalid_token\", "
                   "error_description=\"a 'b' ? ????c\""));
}

void BearerTokenTest::metadataStandsAtTheOrigin_data()
{
    QTest::addColumn<QUrl>("resource");
    QTest::addColumn<QByteArray>("origin");
    QTest::newRow("path") << QUrl(QStringLiteral("https://a.example/llm?x#y"))
                          << QByteArray("https://a.example");
    QTest::newRow("port") << QUrl(QStringLiteral("http://a.example:8000"))
                          << QByteArray("http://a.example:8000");
    QTest::newRow("IPv6") << QUrl(QStringLiteral("http://[::1]:8000/")) << QByteArray("http://[::1]:8000");
    QTest::newRow("other letters") << QUrl(QStringLiteral("https://b\u00fccher.example/x"))
                                   << QByteArray("https://xn--bcher-kva.example");
}

void BearerTokenTest::metadataStandsAtTheOrigin()
{
    QFETCH(QUrl, resource);
    QFETCH(QByteArray, origin);
    QCOMPARE(resourceMetadataUrl(resource), origin + "/.well-known/oauth-protected-resource");
}

void BearerTokenTest::metadataDocument()
{
    OAuthConfig config;
    config.resource = QUrl(QStringLiteral("https://nexus.example/llm"));
    config.authorizationServers
        = {QUrl(QStringLiteral("https://a.example/realm")), QUrl(QStringLiteral("https://b.example"))};
    const QByteArray expected
        = R"({"resource":"https://nexus.example/llm","authorization_servers":["https://a.example/realm",)"
          R"("https://b.example"],"bearer_methods_supported":["header"]})";
    QCOMPARE(protectedResourceMetadata(config), expected);
}

QTEST_APPLESS_MAIN(BearerTokenTest)
#include "tst_bearertoken.moc"

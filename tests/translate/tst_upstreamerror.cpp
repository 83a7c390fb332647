// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/upstreamerror.h"

#include <QTest>

using namespace nexus;

class UpstreamErrorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsStatuses_data();
    void mapsStatuses();
    void readsShapes_data();
    void readsShapes();
    void speaksForUnreadableBodies_data();
    void speaksForUnreadableBodies();
    void keepsRetryAfter();
    void keepsTheTypeOfRefusalsOnly();
    void limitsTexts();
    void removesSecrets();
};

namespace {

Error errorOf(int status, const QByteArray &body, const QByteArray &type = "application/json",
    const QList<QByteArray> &secrets = {})
{
    return upstreamError({.status = status, .headers = {{"Content-Type", type}}, .body = body},
        {.dialect = ProviderDialect::OpenAi, .name = QStringLiteral("acme"), .secrets = secrets});
}

} // namespace

void UpstreamErrorTest::mapsStatuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("sent");
    for (const int status : {400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 418, 422, 424, 429, 499}) {
        QTest::addRow("%d", status) << status << ErrorKind::UpstreamRefused << status;
    }
    QTest::newRow("500") << 500 << ErrorKind::UpstreamFailed << 502;
    QTest::newRow("502") << 502 << ErrorKind::UpstreamFailed << 502;
    QTest::newRow("520") << 520 << ErrorKind::UpstreamFailed << 502;
    QTest::newRow("599") << 599 << ErrorKind::UpstreamFailed << 502;
    QTest::newRow("503") << 503 << ErrorKind::UpstreamOverloaded << 503;
    QTest::newRow("529") << 529 << ErrorKind::UpstreamOverloaded << 503;
    QTest::newRow("504") << 504 << ErrorKind::UpstreamTimeout << 504;
    QTest::newRow("301") << 301 << ErrorKind::UpstreamInvalid << 502;
    QTest::newRow("307") << 307 << ErrorKind::UpstreamInvalid << 502;
}

void UpstreamErrorTest::mapsStatuses()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    QFETCH(const int, sent);
    const Error error = errorOf(status, R"({"error":{"message":"m"}})");
    QCOMPARE(error.kind, kind);
    QCOMPARE(httpStatus(error), sent);
    QCOMPARE(error.upstreamStatus, status);
}

void UpstreamErrorTest::readsShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("param");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char *name, const char *body, const char *message, const char *code = "",
                         const char *param = "", const char *type = "") {
        QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(message) << QByteArray(code)
                            << QByteArray(param) << QByteArray(type);
    };
    row("openai",
        R"({"error":{"message":"No such model","type":"bad","param":"model","code":"model_not_found"}})",
        "No such model", "model_not_found", "model", "bad");
    row("nulls", R"({"error":{"message":"m","type":null,"param":null,"code":null}})", "m");
    row("number code", R"({"error":{"message":"m","code":402}})", "m", "402");
    row("error text", R"({"error":"model not loaded"})", "model not loaded");
    row("error text with code", R"({"error":"m","code":"c","type":"t"})", "m", "c", "", "t");
    row("bare message", R"({"object":"error","message":"m","type":"BadRequestError","code":400})", "m", "400",
        "", "BadRequestError");
    row("detail text", R"({"detail":"Not authenticated"})", "Not authenticated");
    row("detail list",
        R"({"detail":[{"loc":["body","messages",0,"role"],"msg":"field required"},{"msg":"other"}]})",
        "body.messages.0.role: field required; other");
    row("google", R"([{"error":{"code":400,"message":"API key not valid","status":"INVALID_ARGUMENT"}}])",
        "API key not valid", "INVALID_ARGUMENT");
    row("anthropic", R"({"type":"error","error":{"type":"invalid_request_error","message":"m"}})", "m", "",
        "", "invalid_request_error");
    row("unicode", R"({"error":{"message":"caf\u00e9 \ud83d\ude00"}})", "caf\xC3\xA9 \xF0\x9F\x98\x80");
}

void UpstreamErrorTest::readsShapes()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, message);
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, param);
    QFETCH(const QByteArray, type);
    const Error error = errorOf(400, body);
    QCOMPARE(error.message, message);
    QCOMPARE(error.code, code);
    QCOMPARE(error.param, param);
    QCOMPARE(error.type, type);
}

void UpstreamErrorTest::speaksForUnreadableBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"", "<html><body>secret page</body></html>", "{", "[]", "{}", "null", "\"text\"",
             R"({"error":{}})", R"({"error":[1]})", R"({"error":{"message":["a"]}})", R"({"detail":{}})",
             R"({"detail":[1,2]})", "{\"error\":{\"message\":\"\xFF\"}}"}) {
        QTest::newRow(body) << QByteArray(body);
    }
    QTest::newRow("deep") << QByteArray(500'000, '[');
}

void UpstreamErrorTest::speaksForUnreadableBodies()
{
    QFETCH(const QByteArray, body);
    QCOMPARE(errorOf(500, body, "text/html").message,
        QStringLiteral("The provider 'acme' answered with status 500 and no readable error (text/html)."));
    QVERIFY(errorOf(302, body).message.contains(QStringLiteral("redirect (status 302)")));
}

void UpstreamErrorTest::keepsRetryAfter()
{
    for (const char *value : {"17", "Wed, 21 Oct 2026 07:28:00 GMT"}) {
        const Error error
            = upstreamError({.status = 429, .headers = {{"RETRY-AFTER", value}}, .body = "{}"}, {});
        QCOMPARE(error.retryAfter, QByteArray(value));
    }
    for (const char *value :
        {"", "-1", "soon", "sk-secret", "12345678901", "Wed, 21 Oct 2026 07:28:00 GMT sk"}) {
        const Error error
            = upstreamError({.status = 429, .headers = {{"Retry-After", value}}, .body = "{}"}, {});
        QCOMPARE(error.retryAfter, QByteArray());
    }
}

void UpstreamErrorTest::keepsTheTypeOfRefusalsOnly()
{
    const QByteArray body = R"({"error":{"message":"m","type":"server_error"}})";
    QCOMPARE(errorType(errorOf(400, body)), QByteArray("server_error"));
    QCOMPARE(errorType(errorOf(500, body)), QByteArray("api_error"));
    QCOMPARE(errorType(errorOf(503, body)), QByteArray("overloaded_error"));
    QCOMPARE(errorType(errorOf(429, "{}")), QByteArray("rate_limit_error"));
}

void UpstreamErrorTest::limitsTexts()
{
    const QByteArray text = QByteArray("x").repeated(1999) + "\xF0\x9F\x98\x80" + "yyyy";
    const Error error = errorOf(400, "{\"error\":{\"message\":\"" + text + "\",\"code\":\"" + text + "\"}}");
    QCOMPARE(error.message, QString(1999, QLatin1Char('x')));
    QCOMPARE(error.code.size(), 200);
}

void UpstreamErrorTest::removesSecrets()
{
    const QByteArray body = R"({"error":{"message":"Wrong key hunter2 or sk-abcdefghijklmnop1234",)"
                            R"("code":"hunter2","type":"hunter2","param":"hunter2"}})";
    const Error error = errorOf(401, body, "text/hunter2", {"hunter2"});
    QCOMPARE(error.message, QStringLiteral("Wrong key [redacted] or [redacted]"));
    for (const QByteArray &text : {error.code, error.type, error.param, error.detail.toUtf8()}) {
        QVERIFY(!text.contains("hunter2"));
        QVERIFY(text.contains("[redacted]"));
    }
    // Where the message is cut no half of a key stays.
    const QByteArray edge = QByteArray(1990, 'x') + " sk-" + QByteArray(40, 'k');
    QVERIFY(!errorOf(400, "{\"message\":\"" + edge + "\"}").message.contains(QStringLiteral("kkk")));
}

QTEST_APPLESS_MAIN(UpstreamErrorTest)
#include "tst_upstreamerror.moc"

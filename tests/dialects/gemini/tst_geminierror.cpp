// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/gemini.h"

#include <QTest>

using namespace nexus;
using namespace nexus::gemini;

class GeminiErrorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsErrors_data();
    void readsErrors();
    void tellsWhenToRetry_data();
    void tellsWhenToRetry();
    void findsNoErrorInOtherBodies_data();
    void findsNoErrorInOtherBodies();
};

void GeminiErrorTest::readsErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("rightStatus");
    const auto row = [](const char *name, int status, const QByteArray &body, const char *message,
                         const char *code, const char *type, int right = 0) {
        QTest::newRow(name) << status << body << QByteArray(message) << QByteArray(code) << QByteArray(type)
                            << right;
    };
    row("bad request", 400, R"({"error":{"code":400,"message":"bad","status":"INVALID_ARGUMENT"}})", "bad",
        "INVALID_ARGUMENT", "invalid_request_error");
    row("key not valid", 400,
        R"({"error":{"code":400,"message":"API key not valid. Please pass a valid API key.",)"
        R"("status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo",)"
        R"("reason":"API_KEY_INVALID","domain":"googleapis.com"}]}})",
        "API key not valid. Please pass a valid API key.", "INVALID_ARGUMENT", "authentication_error", 401);
    row("key not valid, by its reason", 400,
        R"({"error":{"code":400,"message":"m","status":"INVALID_ARGUMENT","details":[5,{"reason":"API_KEY_INVALID"}]}})",
        "m", "INVALID_ARGUMENT", "authentication_error", 401);
    row("key not valid, by its message", 400,
        R"({"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT"}})",
        "API key not valid.", "INVALID_ARGUMENT", "authentication_error", 401);
    row("no access", 403, R"({"error":{"code":403,"message":"m","status":"PERMISSION_DENIED"}})", "m",
        "PERMISSION_DENIED", "permission_error");
    row("no key", 401, R"({"error":{"code":401,"message":"m","status":"UNAUTHENTICATED"}})", "m",
        "UNAUTHENTICATED", "authentication_error");
    row("no model", 404, R"({"error":{"code":404,"message":"models/x is not found","status":"NOT_FOUND"}})",
        "models/x is not found", "NOT_FOUND", "invalid_request_error");
    row("quota", 429, R"({"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED"}})", "m",
        "RESOURCE_EXHAUSTED", "rate_limit_error");
    row("overloaded", 503,
        R"({"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}})",
        "The model is overloaded.", "UNAVAILABLE", "overloaded_error");
    row("internal", 500, R"({"error":{"code":500,"message":"m","status":"INTERNAL"}})", "m", "INTERNAL",
        "api_error");
    row("too slow", 504, R"({"error":{"code":504,"message":"m","status":"DEADLINE_EXCEEDED"}})", "m",
        "DEADLINE_EXCEEDED", "timeout_error");
    row("in a list", 429, R"([{"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED"}}])", "m",
        "RESOURCE_EXHAUSTED", "rate_limit_error");
    row("with status 200", 200, R"({"error":{"code":503,"message":"m","status":"UNAVAILABLE"}})", "m",
        "UNAVAILABLE", "overloaded_error", 503);
    row("bare", 429, R"({"error":{}})", "", "", "rate_limit_error");
    row("wrong shapes", 400, R"({"error":{"code":"x","message":5,"status":[],"details":{}}})", "", "",
        "invalid_request_error");
}

void GeminiErrorTest::readsErrors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const auto error = readError(status, {}, body);
    QVERIFY(error);
    QTEST(error->message, "message");
    QTEST(error->code, "code");
    QTEST(error->type, "type");
    QTEST(error->status, "rightStatus");
    QCOMPARE(error->param, QByteArray());
    QCOMPARE(error->retryAfter, QByteArray());
}

void GeminiErrorTest::tellsWhenToRetry_data()
{
    QTest::addColumn<QByteArray>("delay");
    QTest::addColumn<QByteArray>("seconds");
    QTest::newRow("rounded up") << QByteArray("\"34.074824224s\"") << QByteArray("35");
    QTest::newRow("whole") << QByteArray("\"27s\"") << QByteArray("27");
    QTest::newRow("whole with a fraction of nothing") << QByteArray("\"27.000s\"") << QByteArray("27");
    QTest::newRow("at once") << QByteArray("\"0s\"") << QByteArray("1");
    QTest::newRow("less than a second") << QByteArray("\"0.5s\"") << QByteArray("1");
    QTest::newRow("no unit") << QByteArray("\"27\"") << QByteArray();
    QTest::newRow("negative") << QByteArray("\"-3s\"") << QByteArray();
    QTest::newRow("endless") << QByteArray("\"99999999999999999999s\"") << QByteArray();
    QTest::newRow("number") << QByteArray("27") << QByteArray();
    QTest::newRow("empty") << QByteArray("\"\"") << QByteArray();
}

void GeminiErrorTest::tellsWhenToRetry()
{
    QFETCH(const QByteArray, delay);
    QFETCH(const QByteArray, seconds);
    const auto error = readError(429, {},
        R"({"error":{"code":429,"message":"quota","status":"RESOURCE_EXHAUSTED","details":[)"
        R"({"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"x"}]},)"
        R"({"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":)"
            + delay + "}]}}");
    QVERIFY(error);
    QCOMPARE(error->retryAfter, seconds);
}

void GeminiErrorTest::findsNoErrorInOtherBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("page") << QByteArray("<html>502</html>");
    QTest::newRow("answer") << QByteArray(R"({"candidates":[]})");
    QTest::newRow("text") << QByteArray(R"({"error":"x"})");
    QTest::newRow("empty list") << QByteArray("[]");
    QTest::newRow("cut") << QByteArray(R"({"error":{"code":400,)");
}

void GeminiErrorTest::findsNoErrorInOtherBodies()
{
    QFETCH(const QByteArray, body);
    QVERIFY(!readError(500, {}, body));
}

QTEST_APPLESS_MAIN(GeminiErrorTest)
#include "tst_geminierror.moc"

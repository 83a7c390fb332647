// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <QTest>

using namespace nexus;
using namespace nexus::anthropic;

class AnthropicErrorsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWords_data();
    void readsWords();
    void findsNoError_data();
    void findsNoError();
    void tellsTheStatusBehindASuccess();
};

void AnthropicErrorsTest::readsWords_data()
{
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<QByteArray>("common");
    const auto row = [](const char *own, const char *common) {
        QTest::newRow(own) << QByteArray(own) << QByteArray(common);
    };
    row("invalid_request_error", "invalid_request_error");
    row("authentication_error", "authentication_error");
    row("billing_error", "insufficient_quota");
    row("permission_error", "permission_error");
    row("not_found_error", "invalid_request_error");
    row("request_too_large", "invalid_request_error");
    row("rate_limit_error", "rate_limit_error");
    row("api_error", "api_error");
    row("timeout_error", "timeout_error");
    row("overloaded_error", "overloaded_error");
    row("moon_error", "moon_error");
}

void AnthropicErrorsTest::readsWords()
{
    QFETCH(const QByteArray, own);
    const auto error = readError(400, {},
        R"({"type":"error","error":{"type":")" + own + R"(","message":"because"},"request_id":"req_1"})");
    QVERIFY(error);
    QCOMPARE(error->message, QByteArray("because"));
    QCOMPARE(error->code, own);
    QTEST(error->type, "common");
    QCOMPARE(error->status, 0);
}

void AnthropicErrorsTest::findsNoError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("page") << QByteArray("<html>502</html>");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("answer") << QByteArray(R"({"type":"message","content":[]})");
    QTest::newRow("null") << QByteArray(R"({"error":null})");
    QTest::newRow("says nothing") << QByteArray(R"({"error":{"message":5}})");
}

void AnthropicErrorsTest::findsNoError()
{
    QFETCH(const QByteArray, body);
    QVERIFY(!readError(500, {}, body));
}

void AnthropicErrorsTest::tellsTheStatusBehindASuccess()
{
    const auto error = readError(200, {}, R"({"error":{"type":"overloaded_error","message":"Overloaded"}})");
    QVERIFY(error);
    QCOMPARE(error->status, 529);
    const auto text = readError(503, {}, R"({"error":"gone"})");
    QVERIFY(text);
    QCOMPARE(text->message, QByteArray("gone"));
}

QTEST_APPLESS_MAIN(AnthropicErrorsTest)
#include "tst_anthropicerrors.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/openai.h"

#include <QTest>

using namespace nexus;

class OpenAiErrorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void findsNone_data();
    void findsNone();
    void findsTheStatusInside();
};

void OpenAiErrorTest::reads_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<QByteArray>>("words"); // message, type, code, param
    const auto row = [](const char *name, const char *body, const QList<QByteArray> &words) {
        QTest::newRow(name) << QByteArray(body) << words;
    };
    row("OpenAI",
        R"({"error":{"message":"Bad","type":"invalid_request_error","param":"model","code":"model_not_found"}})",
        {"Bad", "invalid_request_error", "model_not_found", "model"});
    row("nulls", R"({"error":{"message":"Bad","type":"t","param":null,"code":null}})", {"Bad", "t", "", ""});
    row("text", R"({"error":"model not found"})", {"model not found", "", "", ""});
    row("bare", R"({"object":"error","message":"Bad","type":"t","code":400})", {"Bad", "t", "400", ""});
    row("Google", R"([{"error":{"code":429,"message":"Quota","status":"RESOURCE_EXHAUSTED"}}])",
        {"Quota", "", "RESOURCE_EXHAUSTED", ""});
    row("Python", R"({"detail":[{"loc":["body","messages",0],"msg":"Field required","type":"missing"}]})",
        {"body.messages.0: Field required", "", "", ""});
    row("detail", R"({"detail":"Not Found"})", {"Not Found", "", "", ""});
}

void OpenAiErrorTest::reads()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QList<QByteArray>, words);
    const auto error = openai::readError(400, {}, body);
    QVERIFY(error);
    QCOMPARE((QList<QByteArray> {error->message, error->type, error->code, error->param}), words);
    QCOMPARE(error->status, 0);
}

void OpenAiErrorTest::findsNone_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body :
        {"", "<html>", "[]", "{}", "[1]", R"({"error":null})", R"({"error":{}})", R"({"error":[]})",
            R"({"choices":[]})", R"({"detail":[{"loc":5}]})", R"({"error":{"message":"cut)"}) {
        QTest::newRow(body) << QByteArray(body);
    }
}

void OpenAiErrorTest::findsNone()
{
    QFETCH(const QByteArray, body);
    QVERIFY(!openai::readError(500, {}, body));
}

void OpenAiErrorTest::findsTheStatusInside()
{
    const QByteArray body = R"({"error":{"code":429,"message":"Slow down"}})";
    QCOMPARE(openai::readError(200, {}, body)->status, 429);
    QCOMPARE(openai::readError(502, {}, body)->status, 0);
    QCOMPARE(openai::readError(200, {}, R"({"error":{"code":7,"message":"x"}})")->status, 0);
}

QTEST_APPLESS_MAIN(OpenAiErrorTest)
#include "tst_openaierror.moc"

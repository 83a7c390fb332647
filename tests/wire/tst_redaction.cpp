// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/redaction.h"

#include <QTest>

using namespace nexus;

class RedactionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void removesKeys_data();
    void removesKeys();
    void keepsOrdinaryText_data();
    void keepsOrdinaryText();
    void removesGivenSecrets();
};

void RedactionTest::removesKeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *text, const char *result) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(result);
    };
    row("Incorrect API key provided: sk-proj-abcDEF123456_x-9. See",
        "Incorrect API key provided: [redacted] See");
    row("(sk-ant-api03-0123456789abcdef)", "([redacted])");
    row("header Authorization: Bearer abcdefghijklmnop1234 bad",
        "header Authorization: Bearer [redacted] bad");
    row("bearer\tabcdefghijklmnop", "bearer\t[redacted]");
    row("GET https://x/v1?alt=sse&key=AIzaSyA0123456789abcdef&b=1",
        "GET https://x/v1?alt=sse&key=[redacted]&b=1");
    row("api_key: '0123456789abcdefghij'", "api_key: '[redacted]'");
    row("token AIzaSyA0123456789abcdef!", "token [redacted]!");
    row("gsk_0123456789abcdef", "[redacted]");
    row("AKIAIOSFODNN7EXAMPLE", "[redacted]");
}

void RedactionTest::removesKeys()
{
    QFETCH(const QString, text);
    QFETCH(const QString, result);
    QCOMPARE(redacted(text, {}), result);
}

void RedactionTest::keepsOrdinaryText_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
        {"The model gpt-4o does not exist.", "max_tokens is too large: 99999999999999999999",
            "unknown key 'response_format_schema'", "risk-assessment-of-the-year", "sk-short", "key=abc",
            "Bearer token missing", "Unexpected key: additional_properties_x"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void RedactionTest::keepsOrdinaryText()
{
    QFETCH(const QString, text);
    QCOMPARE(redacted(text, {}), text);
}

void RedactionTest::removesGivenSecrets()
{
    QCOMPARE(redacted(QStringLiteral("a hunter2 b hunter22 c"), {"hunter2", "hunter22", ""}),
        QStringLiteral("a [redacted] b [redacted] c"));
    QCOMPARE(redacted(QStringLiteral("a.c abc"), {"a.c"}), QStringLiteral("[redacted] abc"));
}

QTEST_APPLESS_MAIN(RedactionTest)
#include "tst_redaction.moc"

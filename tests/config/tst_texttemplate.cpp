// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/texttemplate.h"

#include <QtTest>

using namespace nexus;

class TestTextTemplate final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QStringLiteral("plain") << QStringLiteral("plain");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("alone") << QStringLiteral("{{ env.KEY }}") << QStringLiteral("value");
        QTest::newRow("tight") << QStringLiteral("{{env.KEY}}") << QStringLiteral("value");
        QTest::newRow("inside") << QStringLiteral("a-{{ env.KEY }}-b{{ env.OTHER }}")
                                << QStringLiteral("a-value-b{{ env.KEY }}");
        QTest::newRow("set but empty") << QStringLiteral("<{{ env.EMPTY }}>") << QStringLiteral("<>");
        QTest::newRow("shell form stays") << QStringLiteral("${KEY} {KEY}") << QStringLiteral("${KEY} {KEY}");
        QTest::newRow("closing only") << QStringLiteral("a }} b") << QStringLiteral("a }} b");
    }

    void expands()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Result<QString> result = expandTemplate(text, environment());
        QVERIFY(result.has_value());
        QCOMPARE(*result, expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("unset") << QStringLiteral("{{ env.NOPE }}")
                               << QStringLiteral("the environment variable 'NOPE' is not set");
        QTest::newRow("keychain")
            << QStringLiteral("{{ keychain.openai }}")
            << QStringLiteral("keychain entries are not supported by this build yet, use {{ env.NAME }}");
        QTest::newRow("scope") << QStringLiteral("{{ file.key }}")
                               << QStringLiteral("braces hold something other than {{ env.NAME }}");
        QTest::newRow("pasted key") << QStringLiteral("{{ sk-123 }}")
                                    << QStringLiteral("braces hold something other than {{ env.NAME }}");
        QTest::newRow("no name") << QStringLiteral(
            "{{ env. }}") << QStringLiteral("{{ env.NAME }} needs the name of an environment variable");
        QTest::newRow("no dot") << QStringLiteral("{{ env }}")
                                << QStringLiteral("{{ env.NAME }} needs the name of an environment variable");
        QTest::newRow("open") << QStringLiteral("a {{ env.KEY")
                              << QStringLiteral("'{{' has no matching '}}'");
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const Result<QString> result = expandTemplate(text, environment());
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().message, message);
    }

private:
    static Environment environment()
    {
        return Environment({{QStringLiteral("KEY"), QStringLiteral("value")},
            {QStringLiteral("OTHER"), QStringLiteral("{{ env.KEY }}")},
            {QStringLiteral("EMPTY"), QString()}});
    }
};

QTEST_GUILESS_MAIN(TestTextTemplate)
#include "tst_texttemplate.moc"
